"""Weekdays beside a date or a length: "the Sunday shows on Sept. 19", "three days from Tuesday, ending Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.days.calendar import ANY_DAY, WEEKDAY, candidates, published_on
from sayso.check.figures.numbers import NUMERAL, value_of
from sayso.grounding.dates.english import WEEKDAYS
from sayso.patterns import compiled
from sayso.types import Span

#: "five Sunday shows on", "a Monday night rally on": what has its weekday in its name, and its date behind it.
_NAMED = compiled(
    rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]hat|[Tt]his|{NUMERAL}|several|all|both)(?: [a-z]+)? "
    rf"(?P<day>{WEEKDAY})(?: (?:morning|afternoon|evening|night))?(?: (?!and\b|on\b|of\b|the\b|to\b|after\b|before\b)"
    r"[a-z-]+){1,2}(?: in [A-Z]\w+)?,? on (?:the )?$"
)
_DAYS = compiled(
    rf"\b(?P<n>{NUMERAL})(?P<joint>[- ])(?:full )?days?\b(?! (?:ago|after|before|later|earlier|of\b|a week|per))",
    re.IGNORECASE,
)
_BEGINS = compiled(
    rf"\b(?:start|begin|open|convene|reconvene|return|kick off|get under way|resume|arriv)(?:s|ed|ing|e|es)?\b"
    rf"(?: [\w’'-]+){{0,3}}? (?:early |late )?(?:on )?(?P<day>{WEEKDAY})\b|"
    rf"\bbegan(?: [\w’'-]+){{0,3}}? (?:on )?(?P<day2>{WEEKDAY})\b|\bfrom (?P<day3>{WEEKDAY})\b|"
    rf"\b(?:starting|beginning) (?:on )?(?P<day4>{WEEKDAY})\b"
)
_ENDS = compiled(
    rf"\b(?:end|wrap|wrapp|conclud|finish|clos|recess|adjourn|break up|break)(?:s|es|ed|e|ing)?(?: up)?\b"
    rf"(?: [\w’'-]+){{0,3}}? (?:early |late )?(?:on |by )?(?P<day>{WEEKDAY})\b"
)
_NOT_ONE = compiled(
    r"\b(?:after|every|each|another|extend\w*|originally|instead|if|or|weekend|since|per|past|the last)\b"
)
_MOST = 7


def misfits(context: Context) -> Iterator[tuple[Span, str]]:
    """Each place where a weekday and the date or the length that goes with it do not fit."""
    published = published_on(context)
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        for pattern in ANY_DAY if published else ():
            for match in pattern.finditer(words):
                named = _NAMED.search(words[: match.start()])
                days = candidates(match, published, []) if named else []
                if named and days and not any(WEEKDAYS[day.weekday()] == named["day"].lower() for day in days):
                    yield (
                        part(sentence.span, named.start(), match.end()),
                        f"a {named['day']}; {days[0].isoformat()} was a {days[0]:%A}",
                    )
        yield from _runs(sentence.span, words)


def _runs(span: Span, words: str) -> Iterator[tuple[Span, str]]:
    """ "start Tuesday and last three days, wrapping up on Friday"."""
    begins = _BEGINS.search(words)
    ends = _ENDS.search(words, begins.end()) if begins else None
    if begins is None or ends is None:
        return
    first = next(each for each in (begins["day"], begins["day2"], begins["day3"], begins["day4"]) if each)
    apart = (WEEKDAYS.index(ends["day"].lower()) - WEEKDAYS.index(first.lower())) % 7
    for match in _DAYS.finditer(words):
        given = value_of(match["n"])
        between = words[min(match.start(), begins.start()) : ends.end()]
        if given != int(given) or not 1 < given < _MOST or _NOT_ONE.search(between):
            continue
        if given != apart + 1 and not (match["joint"] == "-" and given == apart):
            begin, end = min(match.start(), begins.start()), max(match.end(), ends.end())
            yield part(span, begin, end), f"{given:g} days, first and last counted; found {apart + 1}"
