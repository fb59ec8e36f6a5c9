"""A count of states, countries, voters or others, and the list of their names in the sentences after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.figures.numbers import SMALL, say, value_of
from sayso.check.sums.listed import LIST, sizes_of
from sayso.grounding.places.abbreviations import ABBREVIATIONS
from sayso.grounding.places.governments import government_of
from sayso.patterns import compiled
from sayso.types import Span

Found = tuple[Span, tuple[Span, ...], str]

_N = rf"(?<![-\w$£€.,])(?P<n>(?i:{SMALL})|[2-9]|1\d|20)"
_NOT_EXACT = compiled(
    rf"\b(?:about|around|nearly|almost|some|at least|over|more than|roughly|up to|fewer than|than|another|other|top|"
    rf"first|last|next|of the|all but|remaining|(?:{SMALL}|\d+) (?:or|to|of|in))\s*$",
    re.IGNORECASE,
)
#: "Among the news outlets cited: …", "The states are …", "Those groups include …".
_THE_LIST = compiled(
    r"(?:^|[.;] )(?P<some>Among )?(?:[Tt]he|[Tt]hose|[Tt]hese) (?:[a-z’-]+ ){0,2}?(?P<what>[a-z]{3,}s|men|women|people)"
    r"(?: (?!who|that|and|or)[a-z]+){0,3}?(?P<how>:| (?:are|were|include[ds]?):?) (?=[A-Z“\"])"
)
_PARTIES = (
    r"(?:Republicans|Democrats|lawmakers|senators|members|legislators|representatives|councillors|judges|justices)"
)
_VOTED = (
    r"(?:vot(?:ed?|ing)|oppos(?:ed?|ing)|defect(?:ed|ing)|join(?:ed|ing)|broke|breaking|dissent(?:ed|ing)|"
    r"cross(?:ed|ing)|side[sd]?|siding|back(?:ed|ing))"
)
_COUNTED = compiled(rf"{_N} (?:[A-Z]?[a-z]+ )?(?P<who>{_PARTIES}) (?:[a-z]+ )?(?P<verb>{_VOTED})\b")
_SUBJECT = compiled(
    r"^(?:The )?(?:Republican |Democratic |GOP |State |U\.S\. )?(?:Sens?\.|Reps?\.|Senators|Representatives|Justices|"
    r"Councillors|Judges) "
)
_CLOSED = compiled(r"(?P<all>all )?(?P<verb>" + _VOTED + r")\b")
_PLACES = compiled(rf"{_N} (?P<adj>(?:[A-Za-z-]+ ){{0,2}}?)[“\"]?(?P<what>states|countries|nations)\b")
_PLACE = r"(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
_ROW = compiled(rf"(?P<all>{_PLACE}(?:, {_PLACE})+,? and {_PLACE})")
_COVERING = compiled(
    r"\b(?:(?:cover|include|comprise|consist|affect|span|are|were)s?(?: of)?(?: the)?|namely|—|–|-|:) $"
)
_OPEN = compiled(r"\b(?:including|such as|among|like|also|some|other|others|as well as)\b", re.IGNORECASE)
_BACK = 2


def unlike_those_named(context: Context) -> Iterator[Found]:
    """Where the count stands, where the list does, and what was looked for."""
    for n, sentence in enumerate(context.sentences):
        words = sentence.span.of(context.text)
        earlier = [each.span for each in context.sentences[max(0, n - _BACK) : n]]
        yield from _the_list(context.text, sentence.span, words, earlier)
        yield from _who_voted(context.text, sentence.span, words, earlier)
        yield from _places(context.text, sentence.span, words, [*earlier, sentence.span])


def _the_list(text: str, here: Span, words: str, earlier: list[Span]) -> Iterator[Found]:
    head = _THE_LIST.search(words)
    found = LIST.match(words, head.end()) if head else None
    if head is None or found is None or found["end"].strip() not in (".", "") or found.end() < len(words.rstrip()):
        return
    sizes = sizes_of(found["all"])
    for place in reversed(earlier):
        counts = [
            each
            for each in re.finditer(rf"{_N} (?:[a-z’-]+ ){{0,2}}?{head['what']}\b", place.of(text))
            if not _NOT_EXACT.search(place.of(text)[: each.start()])
        ]
        given = int(value_of(counts[0]["n"])) if len(counts) == 1 else 0
        some = head["some"] or "include" in head["how"]
        if given and sizes and (min(sizes) > given or (given not in sizes and not some)):
            listed = part(here, head.start("what"), found.end("all"))
            yield part(place, *counts[0].span()), (listed,), f"{given} of them in the list; found {say(min(sizes))}"
        if counts:
            return


def _who_voted(text: str, here: Span, words: str, earlier: list[Span]) -> Iterator[Found]:
    """ "…, with four members voting no. Reps. Holm, Dorn and Eik voted against it"."""
    head = _SUBJECT.match(words)
    found = LIST.match(words, head.end()) if head else None
    verb = _CLOSED.match(words[found.end("all") :].lstrip(" ,")) if found else None
    if found is None or verb is None:
        return
    sizes = sizes_of(re.sub(r"\b(?:Sens?|Reps?)\. ", "", found["all"]))
    for place in reversed(earlier):
        count = _COUNTED.search(place.of(text))
        if count and not _NOT_EXACT.search(place.of(text)[: count.start()]):
            given = int(value_of(count["n"]))
            if sizes and given not in sizes and count["verb"][:3] == verb["verb"][:3]:
                looked_for = f"{given} of them in the list; found {say(min(sizes))}"
                yield part(place, *count.span()), (part(here, 0, found.end("all")),), looked_for
            return


def _places(text: str, here: Span, words: str, near: list[Span]) -> Iterator[Found]:
    """ "carve six states out of it …. The new one would cover …": a list of states or countries and nothing else."""
    for match in _ROW.finditer(words):
        names = [re.sub(r"^the ", "", each) for each in re.split(r",? (?:and|&) |, ", match["all"])]
        kind = _kind(names)
        before = words[: match.start()]
        if len(names) < 3 or not kind or not (_COVERING.search(before) or _WHERE.search(before)):
            continue
        counts = [
            (place, each)
            for place in near
            for each in _PLACES.finditer(place.of(text))
            if (each["what"] == "states") == (kind == "states")
            and not _NOT_EXACT.search(place.of(text)[: each.start()])
        ]
        if len(counts) != 1 or _OPEN.search(words[max(0, match.start() - 40) : match.start()]):
            continue
        if not _COVERING.search(before) and not _same_verb(counts[0][0].of(text)[: counts[0][1].start()], before):
            continue
        (place, count), given = counts[0], int(value_of(counts[0][1]["n"]))
        more = re.match(r",? (?:and|as well as|plus|along with) ", words[match.end("all") :])
        if (
            given != len(names)
            and abs(given - len(names)) <= 2
            and not more
            and not re.search(r"other| $", count.group())
        ):
            looked_for = f"{given} of them in the list; found {len(names)}"
            yield part(place, *count.span()), (part(here, *match.span("all")),), looked_for


#: "She leads in four states …. She leads him in Lorn, Vesta and Brode": the list that the same verb leads to.
_WHERE = compiled(r"\b(?:in|from|to|of) $")
_VERB_TO = compiled(r"\b(?P<verb>[a-z]{4,}) (?:[A-Za-z]+ )?(?:in|from|to|of) $")


def _same_verb(one: str, other: str) -> bool:
    first, again = _VERB_TO.search(one), _VERB_TO.search(other)
    return first is not None and again is not None and first["verb"] == again["verb"]


STATES = frozenset(name for country, name in ABBREVIATIONS.values() if country == "US")


def _kind(names: list[str]) -> str:
    if all(name in STATES for name in names):
        return "states"
    return "countries" if all(name and government_of(name) is not None for name in names) else ""
