"""Days counted from one another: a weekday against the dateline, "two days after", "the five-day strike", hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sayso.check.context import Context, part
from sayso.check.days.calendar import ANY_DAY, WEEKDAY, candidates, published_on
from sayso.check.days.openingday import told_ahead
from sayso.check.figures.numbers import NUMERAL, value_of
from sayso.grounding.dates.english import WEEKDAYS
from sayso.patterns import compiled
from sayso.types import Span

_N = rf"(?:{NUMERAL}|a)"
#: "The five-day strike, from Monday to Thursday": both ends count.
_RUN = compiled(
    rf"\b(?P<n>{_N})[- ]days?\b(?! (?:ago|after|before|later|earlier))[^.;\d]{{0,60}}?\b(?:from|between) "
    rf"(?P<a>{WEEKDAY}) (?:to|and|until|"
    rf"through) (?P<b>{WEEKDAY})\b",
    re.IGNORECASE,
)


def misplaced(context: Context) -> Iterator[tuple[Span, str]]:
    """Each place where a weekday, a date or an hour does not fit another, with what was looked for."""
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        for match in _RUN.finditer(words):
            apart = (_number(_day(match["b"])) - _number(_day(match["a"]))) % 7
            given = _value(match["n"])
            if given < 8 and given not in (apart, apart + 1):
                yield (
                    part(sentence.span, *match.span()),
                    f"{given:g} days from one to the other; they are {apart + 1} with both",
                )
        yield from _dates_apart(context, sentence.span, words)
        yield from _hours(sentence.span, words)
    yield from _falls_on(context)
    yield from _without_a_month(context)
    yield from told_ahead(context)
    yield from _today(context)


def _day(word: str) -> str:
    return word.lower()


def _number(day: str) -> int:
    return WEEKDAYS.index(day)


def _value(words: str) -> float:
    return 1.0 if words.lower() == "a" else value_of(words)


_DATE = (
    r"(?P<{0}>(?:(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{{1,2}}(?:st|nd|rd|th)?|"
    r"\d{{1,2}}(?:st|nd|rd|th)? "
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?))(?:,? (?:19|20)\d\d)?"
)
_A, _B = _DATE.format("a"), _DATE.format("b")
_UNIT = r"(?P<unit>days?|weeks?|months?|years?)"
_LASTING = (
    compiled(rf"\b(?P<n>{_N})[- ]{_UNIT}\b(?! (?:ago|after|before|later|earlier))[^.;]{{0,50}}?\b(?:from|between|"
        rf"began on|started on|beginning on) "
               rf"{_A}[^.;\d]{{0,30}}? ?(?:to|and|until|through|and ended on|to end on) (?:ended on "
               rf")?{_B}", re.IGNORECASE),
    compiled(rf"\b(?:from|began on|started on|opened on) {_A}\b[^.;\d]{{0,30}}?\b(?:lasted|went on for|for) "
        rf"(?P<n>{_N}) {_UNIT}[^.;\d]{{0,30}}?"
               rf"\b(?:to|until|ended on|ending on|closed on) {_B}", re.IGNORECASE),
)  # fmt: skip
_LONG = {"day": 1, "week": 7, "month": 30.4, "year": 365.25}


def _dates_apart(context: Context, span: Span, words: str) -> Iterator[tuple[Span, str]]:
    published = published_on(context)
    for pattern in _LASTING:
        match = pattern.search(words)
        days = [_resolved(match[name], published) for name in ("a", "b")] if match else []
        if match is None or days[0] is None or days[1] is None:
            continue
        unit = match["unit"].rstrip("s").lower()
        given, apart = _value(match["n"]) * _LONG[unit], days[1] - days[0]
        apart = apart + 366 if apart < -180 else apart
        slack = {"day": 0.5, "week": 3.5, "month": 16, "year": 180}[unit]
        if min(abs(apart - given), abs(apart + 1 - given)) > slack:
            yield (
                part(span, *match.span()),
                f"{_value(match['n']):g} {unit}s between the two; they are {apart} days apart",
            )


#: Of a report without a date: how far apart two dates of one year lie, all years but leap years say alike.
_ANY_YEAR = 2023


def _resolved(words: str, published: date | None) -> int | None:
    year = published.year if published else _ANY_YEAR
    for pattern in ANY_DAY:
        match = pattern.search(words)
        if match:
            dated = pattern.search(f"{match.group()}, {year}") or match
            days = candidates(dated, None, [year])
            return days[0].toordinal() if days else None
    return None


_CLOCK = r"(?P<{0}h>\d{{1,2}})(?:[:.](?P<{0}m>\d\d))? ?(?P<{0}p>[ap])\.?m\b\.?"
_FROM_TO = compiled(
    rf"\b(?:from|between) {_CLOCK.format('a')} (?:to|and|until|till) {_CLOCK.format('b')}|"
    rf"\b(?:starts?|begins?|opens?|started|began|opened) at {_CLOCK.format('c')} and (?:ends?|closes?|finishes|ended|"
    rf"closed|finished) at {_CLOCK.format('d')}"
)
_HOURS_LATER = compiled(
    rf"\bat (?:about |around )?{_CLOCK.format('a')}[^.;]{{0,80}}? (?P<n>{NUMERAL}|an) (?P<unit>hours?|minutes?) "
    rf"later,? (?:at|around) (?:about )?{_CLOCK.format('b')}"
)


def _hours(span: Span, words: str) -> Iterator[tuple[Span, str]]:
    for match in _FROM_TO.finditer(words):
        one, other = ("a", "b") if match["ah"] else ("c", "d")
        if match[f"{one}p"] == match[f"{other}p"] and _minutes(match, one) > _minutes(match, other):
            yield part(span, *match.span()), "an end after the beginning; found one before it"
    for match in _HOURS_LATER.finditer(words):
        apart = (_minutes(match, "b") - _minutes(match, "a")) % 1440
        given = 1.0 if match["n"] == "an" else value_of(match["n"])
        given *= 60 if match["unit"].startswith("h") else 1
        if abs(apart - given) > max(10.0, 0.26 * given):
            yield part(span, *match.span()), f"{given:g} minutes between the two; they are {apart} apart"


def _minutes(match: re.Match[str], name: str) -> int:
    return (int(match[f"{name}h"]) % 12 + 12 * (match[f"{name}p"] == "p")) * 60 + int(match[f"{name}m"] or 0)


_NTH = compiled(
    rf"\b(?P<day>{WEEKDAY}),? the (?P<n>\d{{1,2}})(?:st|nd|rd|th)\b"
    r"(?=[,.;)]|$| (?:when|after|at|and|but|he|she|they|the)\b)"
)


def _without_a_month(context: Context) -> Iterator[tuple[Span, str]]:
    """ "Monday the 21st": a weekday that this day of the month has in none of the months around publication."""
    published = published_on(context)
    for sentence in context.sentences if published else ():
        match = _NTH.search(sentence.span.of(context.text))
        if match is None or published is None or re.search(r"\b(?:19|20)\d\d\b", sentence.span.of(context.text)):
            continue
        around = [published + timedelta(days=away) for away in range(-31, 32)]
        days = [day for day in around if day.day == int(match["n"])]
        if days and not any(WEEKDAYS[day.weekday()] == _day(match["day"]) for day in days):
            told = ", ".join(f"{day.isoformat()} is a {day:%A}" for day in days)
            yield part(sentence.span, *match.span()), f"a month in which the two agree; {told}"


_FALLS = compiled(rf"\b(?:falls?|fell|will fall|falling) on an? (?P<day>{WEEKDAY})\b")


def _falls_on(context: Context) -> Iterator[tuple[Span, str]]:
    """ "Inauguration Day is January 20. … since the date falls on a Sunday": the one day that the two sentences "
    "name."""
    published = published_on(context)
    for before, sentence in zip((None, *context.sentences), context.sentences, strict=False):
        match = _FALLS.search(sentence.span.of(context.text))
        if match is None or published is None:
            continue
        begin = before.span.begin if before and before.block == sentence.block else sentence.span.begin
        named = [each for pattern in ANY_DAY for each in pattern.finditer(context.text, begin, sentence.span.end)]
        days = candidates(named[0], published, []) if len(named) == 1 else []
        if days and not any(WEEKDAYS[day.weekday()] == _day(match["day"]) for day in days):
            yield part(sentence.span, *match.span()), f"the weekday of {days[0].isoformat()}, a {days[0]:%A}"


_TODAY = compiled(
    rf"\b(?P<rel>[Yy]esterday|[Tt]oday|[Tt]omorrow),? (?:\(?(?:a )?)(?P<day>{WEEKDAY})\b|\b(?P<day2>{WEEKDAY}) "
    rf"\((?P<rel2>yesterday|today|tomorrow)\)"
)


def _today(context: Context) -> Iterator[tuple[Span, str]]:
    """ "Yesterday, Tuesday" in a report of a Thursday."""
    published = published_on(context)
    if published is None:
        return
    for sentence in context.sentences:
        match = _TODAY.search(sentence.span.of(context.text))
        if match and not context.quoted(sentence.span.begin + match.start()):
            shift = {"yesterday": -1, "today": 0, "tomorrow": 1}[(match["rel"] or match["rel2"]).lower()]
            day = published + timedelta(days=shift)
            if WEEKDAYS[day.weekday()] != _day(match["day"] or match["day2"]):
                yield part(sentence.span, *match.span()), f"a {day:%A}, seen from {published.isoformat()}"
