"""Numbers beside the list of what they count: "the two ministers, Anna Holm, Piet Dorn and Lars Eik"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, SMALL, say, value_of
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

_NAME = r"(?:[A-Z][\w’'.-]*(?: (?:of|de|van|von|bin|al|the|and the) [A-Z][\w’'-]*)?(?: [A-Z][\w’'.-]*){0,3})"
_COUNT = (
    rf"(?P<n>{SMALL}|\b[2-9]\b) (?:[a-z-]+ ){{0,2}}?(?P<what>[a-z]{{3,}}(?:s|"
    r"men|women|people))"
)
#: After a colon, a dash or a comma: names, and nothing else, up to the next mark.
_NAMED = compiled(
    rf"\b{_COUNT}(?P<mark>,| ?[–—:]| -) (?P<list>{_NAME}(?:, {_NAME})*,? and {_NAME})(?P<end>,| ?[–—.;)]| - |$)"
)
#: "Three people were killed: a driver, two passengers and a cyclist".
_LISTED = compiled(
    rf"\b(?P<n>{NUMERAL}) (?:[a-z-]+ )?(?P<what>people|men|women|children|persons|suspects|victims|passengers|"
    rf"workers|soldiers|officers|"
    rf"[a-z]{{3,}}s)\b[^.;:\d]{{0,40}}?(?::| [–—-]) (?P<list>(?:an?|the|his|her|one|{NUMERAL}) [a-z][^.;:–—]*?,? and "
    rf"(?:an?|the|his|her|one|{NUMERAL}) [a-z][^.;:–—]*?)(?=[.;–—]| - |$)",
    re.IGNORECASE,
)  # fmt: skip
_PLACES = Gated(
    rf"\bin (?P<n>{SMALL}) (?P<what>countries|towns|cities|regions|states|villages|"
    r"provinces|districts|counties|"
    r"places|sites|schools)(?:[^.;:\d]{0,20})?: (?P<list>[^.;]+)",
    ("in ",),
)
_JOINED = frozenset(["bosnia and herzegovina", "trinidad and tobago", "antigua and barbuda", "tyne and wear"])


def unlike_their_lists(context: Context) -> Iterator[tuple[Span, str]]:
    """Each number whose list has more or fewer members."""
    yield from _who_they_were(context)
    for span, words in told(context):
        for match in _NAMED.finditer(words):
            names = re.split(r",? and (?=[A-Z])|, ", match["list"])
            if any(each in match["list"].lower() for each in _JOINED) or _more_to_say(words, match):
                continue
            if match["mark"] == "," and match["end"] not in (",",) and len(names) <= 2:
                continue
            given = value_of(match["n"])
            if len(names) != given and (match["mark"].strip() != "," or not _places(match)):
                yield part(span, *match.span()), f"{say(given)} names; found {len(names)}"
        for match in _LISTED.finditer(words):
            given, found = value_of(match["n"]), _members(match["list"])
            if (
                found
                and found != given
                and match["what"] not in _NO_MEMBERS
                and given < 40
                and not re.search(r"\b(?:including|among)\b", match.group())
                and not re.search(rf"\b(?:{NUMERAL})\b", match.group()[len(match["n"]) : -len(match["list"])], re.I)
            ):
                yield part(span, *match.span()), f"a list of {say(given)}; found {say(found)}"
        for match in _PLACES.finditer(words):
            items = re.split(r", (?:and )?|,? and (?=[\dA-Z]|[a-z]+ in )", match["list"])
            if (
                len(items) >= 2
                and all(re.search(r"[A-Z]", each) for each in items)
                and len(items) != value_of(match["n"])
            ):
                yield part(span, *match.span()), f"{match['n']} {match['what']}; found {len(items)}"


_NO_MEMBERS = frozenset("times years months weeks days hours minutes miles points percent games rounds".split())
_DEAD = r"(?:dead|killed|victims|those killed|people killed)"
_HURT = r"(?:injured|wounded|hurt)"
_WERE = Gated(
    rf"\b(?:The|All the) (?P<who>{_DEAD}|{_HURT}|arrested|missing|accused|suspects|defendants)(?: [a-z]+)? (?:were|"
    rf"are) (?P<list>(?:an?|the|one|"
    rf"{NUMERAL}) [a-z][^.;:–—]*?,? and (?:an?|the|one|{NUMERAL}) [a-z][^.;:–—,]*)(?=[.;,–—]|$)",
    (
        "dead",
        "killed",
        "victims",
        "injured",
        "wounded",
        "hurt",
        "arrested",
        "missing",
        "accused",
        "suspects",
        "defendants",
    ),
)
_COUNTED = {
    "dead": r"\bkill(?:ed|ing|s) (?:at least )?(?P<a>{n})\b|\b(?P<b>{n}) (?:[a-z]+ )?(?:people )?(?:were killed|died|"
        r"dead|have died|had died)\b",
    "hurt": r"\b(?:injur|wound|hurt)(?:ed|ing|s)? (?P<a>{n})\b|\b(?P<b>{n}) (?:[a-z]+ )?(?:people )?(?:were|was) "
        r"(?:injured|wounded|hurt)\b",
    "held": r"\b(?:arrested|detained|charged|accused) (?P<a>{n})\b|\b(?P<b>{n}) (?:[a-z]+ )?(?:people )?(?:were|are|"
        r"have been) (?:arrested|charged|detained|accused)\b",
}  # fmt: skip


def _who_they_were(context: Context) -> Iterator[tuple[Span, str]]:
    """ "Killing 11 people", then "The dead were seven passengers, two drivers and a track worker"."""
    for sentence in context.sentences:
        match = _WERE.search(sentence.span.of(context.text))
        found = _members(match["list"]) if match else 0
        if match is None or not found:
            continue
        kind = "dead" if re.fullmatch(_DEAD, match["who"]) else "hurt" if re.fullmatch(_HURT, match["who"]) else "held"
        pattern = re.compile(_COUNTED[kind].format(n=NUMERAL), re.IGNORECASE)
        counts = {value_of(each["a"] or each["b"]) for each in pattern.finditer(context.story, 0, sentence.span.begin)}
        if counts and found not in counts:
            yield part(sentence.span, *match.span()), f"a list of {say(max(counts))}; found {say(found)}"


def _more_to_say(words: str, match: re.Match[str]) -> bool:
    """Whether the list names only some, or something of which each member has several words."""
    before = words[max(0, match.start() - 30) : match.start()]
    return (
        re.search(
            r"\b(?:including|such as|like|other|among|first|last|one of|some of|of the|at least|more than)\s*(?:the |"
            r"its )?(?:top |last |first |past |previous |next )?$",
            before,
        )
        is not None
    )


def _places(match: re.Match[str]) -> bool:
    """ "The two brothers, Lorn, …": after a mere comma a place may go on the sentence."""
    return match["what"] in (
        "miles",
        "years",
        "days",
        "weeks",
        "months",
        "hours",
        "times",
        "points",
        "minutes",
        "goals",
        "runs",
        "percent",
    )


#: Who tells it is none of them: ", the mayor's office said".
_SAID = compiled(r", (?:the|an?|his|her|its) [^,]{2,60}? (?:said|says|reported|told|announced|added|confirmed)\b")


def _members(listed: str) -> float:
    """How many the list has; 0 where a member cannot be counted."""
    total = 0.0
    listed = _SAID.split(listed)[0]
    for item in re.split(r",? and |, ", listed):
        if re.match(r"(?:who|which|aged|all|both|\d\d$|in\b|at\b|from\b|of\b)", item):
            continue
        found = re.match(rf"(?:(?P<one>an?|the|his|her|one)|(?P<n>{NUMERAL})) [a-z]", item, re.IGNORECASE)
        if found is None or re.match(r"the [a-z]+s\b|(?:his|her) [a-z]+s\b", item):
            return 0
        total += value_of(found["n"]) if found["n"] else 1
    return total
