"""Lists of parts under a total of the same sentence: "of the 61 complaints, 40 were dismissed and 15 upheld"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.figures.numbers import NUMERAL, Number, numbers
from sayso.patterns import compiled

#: What may follow a part: a share of something counted already, never things of another kind ("and nine cars").
_SHARE = compiled(
    r"(?:\s+(?:(?:of|for) (?:them|whom|which|those|these|it)\b|(?:in|on|from|at|to|by|for|with|before|after|"
    r"against|under|"
    r"over|between|during|of|still|already|more|others?|were|was|are|is|had|have|has|do|does|did|will|who|whose|"
    r"died|went|came|left|"
    r"remain|abroad|elsewhere|away|later|voted|men|women|boys|girls|children|adults|civilians|soldiers|minors|"
    r"officers|fighters|sent|built|made|held|lost|won|taken|given|brought|bought|sold|paid|shot|kept|led|run|flown|lent|"
    r"grown|known|seen|worn|drawn|"
    r"foreigners|(?!hundred|need|seed)[a-z]+ed|(?!during|morning|evening)[a-z]+ing)\b)|\s+(?-i:[A-Z][a-z]+(?:ns|"
    r"is|sh|se|ch|an|[bcdfgklmprt]s))\b|"
    r"\s*[,.;)])",
    re.IGNORECASE,
)
#: What stands straight before a part.
_BOUNDARY = compiled(
    r"(?:^|[,:;(–—-]|\b(?:and|with|including|of whom|but|while))\s*(?:the (?:other )?|another )?[£$€]?$"
)
_GAP = compiled(r"[.;]\s|\b(?:per cent|percent)\b|%")
_ROUGH = compiled(
    r"\b(?:about|around|nearly|almost|some|at least|over|more than|roughly|up to|between)\s*[£$€]?$", re.I
)
_NO_TOTAL = compiled(
    r"\s*(?:percent|per cent|%|years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|miles?\b|km\b|kilomet|"
    r"met(?:er|re)s|"
    r"feet\b|times\b|degrees|[ap]\.?m\b|o[’']clock|-|to\s+\d|points?\b|goals?\b)",
    re.IGNORECASE,
)
_OF_ALL = compiled(r"(?:^|[,;] )[Oo]f (?:the|its|his|her|their|our|[\w’' -]{2,30}[’']s?) $")
_MONEY = ("£", "$", "€")
_BACK = compiled(
    rf"(?:Of (?:those|them|these)|Among (?:them|those)|{NUMERAL} of (?:them|those|"
    rf"these))\b",
    re.IGNORECASE,
)


def lists(words: str, before: str = "") -> Iterator[tuple[Number, tuple[Number, ...], bool]]:
    """A sentence's totals with the parts that follow each, the total's places counted in the sentence.

    The third value says that the total stands in ``before``, the sentence before, which "of those" takes up.
    """
    found = [each for each in numbers(words) if not _year(words, each)]
    if _BACK.match(words):
        parts = _parts_from(words, found, 0, False)
        for total in numbers(before) if parts else ():
            if _total(before, total):
                yield total, parts, True
        return
    for place, total in enumerate(found):
        if _total(words, total):
            in_money = words[: total.span.begin].rstrip()[-1:] in _MONEY
            of_all = _OF_ALL.search(words[: total.span.begin]) is not None
            parts = _parts_from(words, found[place + 1 :], total.span.end, in_money, of_all)
            rough = _ROUGH.search(words[: total.span.begin])
            if parts and (not rough or sum(each.value for each in parts) > 1.1 * total.value):
                yield total, parts, False


def _total(words: str, number: Number) -> bool:
    """Whether the number counts things: not a year, an age, a time or a measure."""
    after, before = words[number.span.end :], words[: number.span.begin].rstrip()
    money = before[-1:] in _MONEY
    counts_things = money or _A_THING.match(after) is not None
    return not _year(words, number) and not _NO_TOTAL.match(after) and counts_things


_A_THING = compiled(r"\s+(?!(?:died|were|was|are|is|had|have|has|fell|came|went|voted|said|do|did|[a-z]+ed)\b)[A-Za-z]")


def _year(words: str, number: Number) -> bool:
    return number.value in range(1900, 2101) and words[number.span.begin : number.span.end].isdigit()


#: So many characters lie between a total and its parts at most.
_REACH = 90


def _parts_from(
    words: str, found: list[Number], begin: int, in_money: bool, of_all: bool = False
) -> tuple[Number, ...]:
    """The run of parts after ``begin``: two or more, the last after "and", each a share of the total.

    ``of_all``: "Of the dam's 36 sensors, 29 work and seven do not": whatever is counted then is a share.
    """
    parts: list[Number] = []
    last = begin
    for number in found:
        gap = words[last : number.span.begin]
        is_part = _BOUNDARY.search(words[: number.span.begin]) and (
            _SHARE.match(words, number.span.end) or (of_all and re.match(r"\s+[a-z]", words[number.span.end :]))
        )
        if len(gap) > _REACH or _GAP.search(gap.replace("; ", ", ", 1) if not parts else gap):
            break  # "five members; three were named by the mayor, two by the council": all of the parts after one mark
        money = words[: number.span.begin].rstrip()[-1:] in _MONEY
        if not is_part or money != in_money:
            continue
        parts.append(number)
        last = number.span.end
        if re.search(r"\band\s+(?:the (?:other )?|another )?[£$€]?$", gap):
            return tuple(parts) if len(parts) > 1 else ()
    return ()
