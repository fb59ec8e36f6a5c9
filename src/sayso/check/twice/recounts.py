"""Counts and measures that a report repeats, where one of the repetitions has another figure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, numbers, say, value_of
from sayso.patterns import compiled
from sayso.types import Span

_ROUGH = compiled(
    r"\b(?:about|around|nearly|almost|some|at least|over|more than|than|roughly|up to|another|other|remaining|"
    r"first|last|next|additional|of the|of its|of their|of his|of her|of those|of these|and|or|to)\s*$",
    re.IGNORECASE,
)
_SIGN = r"(?P<sign>[$£€])?"
#: "12 miners", "$5 million grant", "5-nanogram standard".
_COUNT = compiled(
    rf"(?<![\w.,$£€-]){_SIGN}(?P<n>{NUMERAL})(?:(?P<hyphen>-)(?P<unit>[a-z]{{3,}})(?:[- ](?P<after>[a-z]{{3,}}))?|"
    r" (?P<what>(?:[a-z][\w’'-]+ ){0,2}?(?:[a-z][\w’'-]{2,}s|[a-z]*men|people|children)|[a-z]{4,})\b)"
)
_DEFINITE = compiled(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Tt]hose|[Tt]hese|[Aa]ll|[Ii]ts|[Tt]heir|[Aa]ll the|[Aa]ll of the)\s*$"
)
_RESTRICTED = compiled(
    r",? (?:who|whom|whose|that|which|in|at|from|of|on|under|with|without|still|to|left|remaining|aged|per|"
    r"a|an|each|ago|later|earlier|since|before|after|old|for|now|by|it|he|she|they|we|not|most|where|when|involved|"
    r"already|"
    r"[a-z]+ed|[a-z]+ing)\b"
)
_TIME = frozenset("day week month year hour minute days weeks months years hours minutes old seconds second".split())
_NOT_A_THING = compiled(
    r"(?:^|\s)(?:percent|per|years?|months?|days?|weeks?|hours?|minutes?|times|points?|of|in|on|at|to|and|or|from|by|"
    r"for|"
    r"with|was|were|is|are|had|have|has|that|who|which|the|an?|million|billion|trillion|degrees|countries|states|"
    r"things|others)"
    r"(?:\s|$)"
)


@dataclass(frozen=True, slots=True)
class _Found:
    value: float
    key: str
    span: Span
    definite: bool
    restricted: bool
    rough: bool


def recounted(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """Where a figure stands alone, where the usual one stands first, and what was looked for."""
    found = list(_all(context))
    values = Counter(number.value for block in context.report.blocks for number in numbers(context.text, *block.span))
    by_key: dict[str, list[_Found]] = defaultdict(list)
    for each in found:
        by_key[each.key].append(each)
    for key, group in by_key.items():
        times = Counter(each.value for each in group)
        usual = [value for value, number in times.items() if number > 1]
        if len(usual) != 1 or len(times) != 2:
            continue
        first = next(each for each in group if each.value == usual[0])
        for each in group:
            stray = each.value != usual[0] and values[each.value] == 1 and first.span.begin < each.span.begin
            if stray and each.definite and not each.rough and not each.restricted and each.value >= 2:
                yield each.span, first.span, f"{say(usual[0])}, as elsewhere for {key!r}; found {say(each.value)}"
    yield from _exceeded(context, found, values)
    yield from _tallies(context)


def _all(context: Context) -> Iterator[_Found]:
    for span, words in told(context):
        for match in _COUNT.finditer(words):
            value = value_of(match["n"])
            if value in range(1900, 2101) and not match["sign"]:
                continue
            if match["hyphen"]:
                unit = match["unit"]
                key = f"-{unit} {match['after'] or ''}" if unit in _TIME else f"-{unit}"
                if unit == "year" or match["after"] == "old":
                    continue
            else:
                key = match["what"]
                if _NOT_A_THING.search(key):
                    continue
                if not match["sign"] and not re.search(r"(?:s|men|people|children)$", key):
                    continue
            before = words[: match.start()]
            if not match["hyphen"] and not match["sign"] and " " not in key and key not in _TIME:
                yield _Found(value, f"-{key[:-1]}", part(span, *match.span()), False, False, False)
            yield _Found(
                value,
                f"{match['sign'] or ''}{key}",
                part(span, *match.span()),
                _DEFINITE.search(before) is not None,
                _RESTRICTED.match(words, match.end()) is not None and not match["hyphen"],
                _ROUGH.search(before) is not None,
            )


_OTHER_TIME = compiled(
    r"\b(?:last|previous\w*|earlier|former\w*|worldwide|global\w*|nation\w*|total|so far|since|already|"
    r"stockpile|in (?:19|20)\d\d|a year|"
    r"each|every|per|annual\w*|normal\w*|typical\w*|originally|initially|compared|average|more than|than|up from|"
    r"next|would need|could|other|another|than|not|eventually|by (?:19|20)\d\d|needs?|estimate\w*|only|ever|if)\b",
    re.IGNORECASE,
)


def _exceeded(context: Context, found: list[_Found], values: Counter[float]) -> Iterator[tuple[Span, Span, str]]:
    """More of the same things, in the same two words or more, than the headline and the opening both count."""
    opening = context.sentences[:2]
    if context.headline is None or not opening:
        return
    head = [each for each in found if context.headline.span.contains(each.span)]
    lede = [each for each in found if any(place.span.contains(each.span) for place in opening)]
    for each in found:
        agreed = [
            one for one in head if one.key == each.key and any(each.key == o.key and o.value == one.value for o in lede)
        ]
        if not agreed or " " not in each.key or each.value <= agreed[0].value or each.rough or values[each.value] != 1:
            continue
        sentence = context.sentence_at(each.span.begin)
        if sentence and not _OTHER_TIME.search(sentence.span.of(context.text)):
            yield (
                each.span,
                agreed[0].span,
                f"no more than the opening's {say(agreed[0].value)}; found {say(each.value)}",
            )


#: "voted 52-48", "a 52-to-47 vote".
_TALLY = compiled(
    r"\b(?:vote[sd]?|voting|passed|approved|rejected|confirmed|ruled|ruling|decision|margin|party-line)\b[^.;\d]{0,40}?"
    r"(?<![\d-])(?P<a>\d{1,3})(?:-|–| to |-to-)(?P<b>\d{1,3})(?![\d-])|"
    r"(?<![\d-])(?P<c>\d{1,3})(?:-|–|-to-)(?P<d>\d{1,3})(?![\d-]) (?:\w+ )?(?:vote|ruling|decision|margin|passage)\b"
)


#: Of several votes each has its tally.
_ANOTHER_VOTE = compiled(
    r"\b(?:also|another|separate\w*|second|earlier|then|later|previous\w*|subsequent\w*|different)\b"
)


def _tallies(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """Two tallies of one vote: those that share one of their two figures, in a report that has only these two."""
    seen: list[tuple[tuple[int, int], Span]] = []
    for span, words in told(context):
        for match in _TALLY.finditer(words):
            if _ANOTHER_VOTE.search(words):
                return
            pair = (int(match["a"] or match["c"]), int(match["b"] or match["d"]))
            seen.append((pair, part(span, *match.span())))
    kinds = {pair for pair, _ in seen}
    if len(kinds) != 2:
        return
    (one, other) = sorted(kinds, key=lambda pair: next(n for n, (each, _) in enumerate(seen) if each == pair))
    near = (one[0] == other[0] and abs(one[1] - other[1]) <= 9) or (one[1] == other[1] and abs(one[0] - other[0]) <= 9)
    if near and min(*one, *other) >= 3:
        places = {pair: next(where for each, where in seen if each == pair) for pair in kinds}
        yield places[other], places[one], f"one tally of the vote; found {one[0]}-{one[1]} and {other[0]}-{other[1]}"
