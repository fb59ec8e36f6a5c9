"""A number announced beside the names of all it counts: "three “early” ports — Lorn, Kilvik, Vesta and Ostby —"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import SMALL, numbers, say, value_of
from sayso.patterns import compiled
from sayso.types import Span

_GROUPS = {"pair": 2, "duo": 2, "couple": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4, "quintet": 5}
_PLURAL = r"(?:[a-z]{2,}(?:s|men|women|people|children)|people|men|women|children|[A-Z][a-z]{3,}s)"
#: "three of the harbour's creditors", "four “carve-out” states", "the two who voted no"; or "the trio". What follows
#: the noun may go on to the mark as long as it counts nothing else.
_HEAD = compiled(
    rf"(?<![-\w$£€.,])(?:(?P<n>(?i:{SMALL})|[2-9]|1[0-2])(?P<of> of (?:the|this|its|his|her|their|our|those|these|"
    rf"[A-Z][\w’'-]+[’']s?)(?: [A-Z]?[\w’'-]+[’']s?)?)?"
    rf"(?: of (?:them|those|these|whom)|(?: (?!(?:by|in|of|and|or|are|were|is|was|to|from|at|on|with|for|as|have|"
    rf"has|had|who|that|{SMALL})\b)"
    rf"[“\"‘']?[A-Za-z][\w’'.-]*[”\"’']?){{0,5}}? [“\"‘']?(?P<what>{_PLURAL}))"
    rf"(?P<tail>(?: (?!(?:{SMALL}|and|or)\b)[A-Za-z’'“”\".-]+){{0,10}}?)|[Tt]he (?P<group>{'|'.join(_GROUPS)}))"
    rf"(?P<mark>: | [–—-]{{1,2}} |—| \(|,? (?:namely|identified as|named as|known as|including) |, )(?:in |of |from )?",
)
#: What may stand between the noun and a mere comma; and sentences that only begin with a number: "In two states, …".
_SHORT_TAIL = compiled(
    r"(?: (?:in|of|at|from|on|for|who|that|whom|killed|arrested|charged|named|involved|with)"
    r"\b.{0,45})?$"
)
_INTRO = compiled(
    r"(?:^|[;:–—] |, (?:and|but) )[“\"]?(?:In|On|For|After|At|With|During|Over|Within|Of|Under|By|From|Among|"
    r"Between|Before|in|on|for|"
    r"after|with|over)\b[^,]{0,25}$"
)
_CAPITAL = r"[A-Z][\w’'.&-]*|[“\"][A-Z][^“”\"]{1,50}[”\"]"
_NOT = (
    r"(?!(?:including|alongside|like|such|with|from|in|of|on|to|at|as|for|by|are|is|and|or|namely|mostly|especially|"
    r"all|both|"
    r"plus|where|while|but|after|before|when|both|not|only)\b)"
)
#: A name with what may stand before it: "former Mayor Anna Holm", "the teacher Ida Moen", "Sen. Piet Dorn (V-Lorn)".
_MEMBER = (
    rf"(?:(?:the|a|an) )?(?:{_NOT}[a-z-]+ ){{0,2}}(?:{_CAPITAL})"
    rf"(?: (?:{_CAPITAL}|of|de|van|von|bin|al|the|del|la|da|di|el|{_NOT}[a-z]+(?= [A-Z]))){{0,6}}(?: \([^()"
    rf"]*\))?(?:, (?:\d{{1,3}}|[A-Z]\.|"
    rf"[DRI]-[A-Z][\w.]+"
    rf"|Jr\.|Sr\.)(?=,| and))?(?: of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)?"
)
LIST = compiled(
    rf"(?P<all>{_MEMBER}(?:, {_MEMBER})*,? (?:and|&) {_MEMBER})(?P<end>,|;|\)| [–—-]|—|\.(?=\s|$)|$| "
    rf"[a-z]+)"
)
#: Members of which some may hold an "and": "the Coast Guard and Reserve, the Fishery School and the Lights Office".
_LONG = compiled(rf"(?P<all>{_MEMBER}(?:(?:,? (?:and|&) |, ){_MEMBER})+)(?P<end>\.(?=\s|$)|$)")
_SPLIT = compiled(r",? (?:and|&) |, (?!\d{1,3}(?=,| and|$)|[A-Z]\.(?=,| and|$)|[DRI]-|Jr|Sr)")
_SOME = compiled(
    rf"\b(?:about|around|nearly|almost|some|at least|over|more than|roughly|up to|fewer than|than|(?:{SMALL}|one|"
    rf"\d+) (?:or|to|in|of(?: [A-Z][\w’'-]+[’']s)?)|"
    r"out of|of the(?: top| last| first| past| previous| next| final| remaining)?|of its|of his|of her|of their|least|"
    r"another|among|including|just over|"
    rf"No\.|Nos\.|chapter|vs\.?|numbers? (?:{SMALL}|one) (?:and|or))\s*$",
    re.IGNORECASE,
)
_TIMES = compiled(
    r"^(?:cases|occasions|instances|ways|years|months|weeks|days|hours|minutes|miles|times|points|percent|seconds|"
    r"feet|inches|meters|metres|"
    r"kilometers|"
    r"pounds|decades|seasons|games|seats|votes|degrees|goals|runs|sets|terms|counts|inches|cents|dollars|euros|"
    r"bedrooms|"
    r"others|yards|touchdowns|rounds|blocks|stories|floors|stars|kids)$"
)
#: Members that hold an "and" of their own.
DOUBLE = compiled(
    r"\b(?:Bosnia|Trinidad|Antigua|Tyne|Kitts|Vincent|Tobago|Herzegovina|Barbuda|Procter|Johnson|Ernst|Young|Smith|"
    r"Sons|Co|"
    r"Food|Health|Science|Arts|Research|Education|Security|Budget|Justice|Commerce|Development|Company|Department|"
    r"Ministry|"
    r"Committee|Council|Bureau|University|Institute|Center|Centre|Office|Agency|Law|House|Church|Oversight|Judiciary)\b"
)
_VERB = compiled(r"\b(?:is|are|was|were|has|have|had|said|says|will|would|who|which|that|because|when|also|both)\b")


def unlike_the_number(context: Context) -> Iterator[tuple[Span, str]]:
    """Each announced number whose list of names has more or fewer, and what was looked for."""
    for span, as_told in told(context):
        words = as_told.replace(",”", "”,")  # “Salt,” “The Quay” and “Ash”
        for match in _HEAD.finditer(words):
            found = LIST.match(words, match.end())
            if found is not None and match["mark"] == ": " and found["end"] == ",":
                found = _LONG.match(words, match.end()) or found  # a member has an "and" of its own
            if found is None or _SOME.search(words[: match.start()]) or (match["what"] and _TIMES.match(match["what"])):
                continue
            given = _GROUPS[match["group"].lower()] if match["group"] else int(value_of(match["n"]))
            sizes = sizes_of(found["all"])
            mark = match["mark"].strip(" ,")[:1] or ","
            tail, before = match["tail"] or "", words[: match.start()]
            if mark == "," and (
                not _SHORT_TAIL.match(tail) or re.search(r" [A-Z][\w’'-]+$", tail) or _INTRO.search(before)
            ):
                continue  # "three offices in Lorn, Kilvik and Brode"
            if not sizes or given in sizes or not _closed(mark, found["end"]):
                continue
            if "including" in match["mark"] and min(sizes) < given:
                continue
            few = say(min(sizes)) if len(sizes) == 1 else f"{say(min(sizes))} to {say(max(sizes))}"
            yield part(span, match.start(), found.end("all")), f"{given} of them in the list; found {few}"
        for match in _WERE.finditer(words):
            sizes, given = sizes_of(match["all"]), int(value_of(match["n"]))
            if (
                sizes
                and given not in sizes
                and not _TIMES.match(match["what"])
                and not _MORE_BEFORE.search(words[: match.start()])
            ):
                yield part(span, *match.span()), f"{given} of them in the list; found {say(min(sizes))}"


_WERE = compiled(
    rf"(?:^|[;:] |, (?:but|while) )[“\"]?(?P<all>{_MEMBER}(?:, {_MEMBER})+,? and {_MEMBER}) (?:were|are|have been|"
    rf"became|remain(?:ed)?) "
    rf"the(?: only| other| last| first| final| remaining)? (?P<n>{SMALL}|[2-9]) (?:[A-Za-z’'-]+ "
    rf"){{0,2}}?(?P<what>{_PLURAL})\b"
)
_MORE_BEFORE = compiled(r"\b(?:and|along with|besides|with) $")


def _closed(mark: str, end: str) -> bool:
    """Whether the list ends where its mark says: brackets and dashes in their pair, a comma's list at a mark."""
    end = end.strip()
    if mark == "(":
        return end == ")"
    if mark in "–—-":
        return end in ("–", "—", "-", ".", "")
    if mark == ":":
        return end in (".", "", ")", ";")
    if mark == ",":
        return end in (",", ".", "", ";", "–", "—")
    return end in (",", ".", "", ";")  # "identified as"


#: What the counted are of, and no names: "three presidents – Republican and Democrat".
KINDS = frozenset(
    "republican democrat democratic republicans democrats conservative liberal green labour labor independent male "
    "female white black hispanic latino asian european american african muslim christian jewish sunni shia shiite "
    "catholic protestant".split()
)


def sizes_of(listed: str) -> set[int]:
    """How many members the list may have; empty where it cannot be told."""
    listed = re.sub(r"\s*\([^()]*\)", "", listed)
    if re.search(r", [A-Z][a-z]{1,4}\.,", listed):
        return set()  # "Holm, Dorn and Lorn, Vest., Mayor Eik"
    members = [each for each in _SPLIT.split(listed) if each]
    if all(each.lower() in KINDS for each in members):
        return set()
    if any(len(each.split()) > 8 or _VERB.search(each) or numbers(each.split()[0]) for each in members):
        return set()
    if len({each[:1].isupper() or each[:1] in '“"' for each in members}) > 1 and not all(
        re.search(r"[A-Z]", each) for each in members
    ):
        return set()
    doubtful = sum(1 for each in members if DOUBLE.search(each)) + (len(re.findall(r" and | & ", listed)) - 1)
    return {n for n in range(len(members) - doubtful, len(members) + doubtful + 1) if n > 1}
