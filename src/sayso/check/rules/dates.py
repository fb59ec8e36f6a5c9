"""Days that disagree with the calendar, with the dateline or with the date of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sayso.check.context import Context
from sayso.check.model import Hit
from sayso.check.numbers import NUMERAL, numbers
from sayso.check.pastdays import told_as_past
from sayso.check.registry import rule
from sayso.types import Span

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:.,]\d)\b(?!\s*(?:percent|per cent|million|billion|p\.m|a\.m|people))"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
_MONTH_DAY = rf"(?:{_MONTH}\s+{_DAY}{_YEAR})"
_DAY_MONTH = rf"(?:{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR})"
_WEEKDAY = (
    r"\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|"
    r"Tues|Tue|Wed|Thurs|Thu|Fri|Sat|Sun)\b\.?"
)
_WEEKDAY_FIRST = [re.compile(rf"{_WEEKDAY},?\s+(?:the\s+)?{form}") for form in (_MONTH_DAY, _DAY_MONTH)]
_WEEKDAY_LAST = [
    re.compile(rf"\b{form}\s*(?:,\s*(?:a\s+)?|\(\s*(?:a\s+)?){_WEEKDAY}(?=[\s,.);])")
    for form in (_MONTH_DAY, _DAY_MONTH)
]
_ANY_DAY = [re.compile(rf"\b{form}") for form in (_MONTH_DAY, _DAY_MONTH)]


def _month(match: re.Match[str]) -> int:
    return _MONTHS.index(match["month"][:3].lower()) + 1


def _published(context: Context) -> date | None:
    stamp = context.report.published
    try:
        return date.fromisoformat(stamp.value[:10]) if stamp else None
    except ValueError:
        return None


def _candidates(match: re.Match[str], published: date | None, years_in_text: list[int]) -> list[date]:
    """The days that the words can mean; none where they name no day of the calendar or the year cannot be known."""
    if match["year"]:
        years = [int(match["year"])]
    elif published:
        years = [published.year - 1, published.year, published.year + 1]
    else:
        years = years_in_text
    days = [
        date(year, _month(match), int(match["day"]))
        for year in years
        if _exists(year, _month(match), int(match["day"]))
    ]
    if not match["year"] and published and days:
        nearest = min(days, key=lambda day: abs(day - published))
        far = abs(nearest - published) > timedelta(
            days=100
        )  # "work began on Monday, March 7" may be of this year or last
        return [day for day in days if day == nearest or (far and abs(day - published) < timedelta(days=366))]
    return days


def _exists(year: int, month: int, day: int) -> bool:
    if not 1 <= day <= 31:
        return False
    following = date(year + month // 12, month % 12 + 1, 1)
    return day <= (following - timedelta(days=1)).day


@rule("DATE401")
def weekday_and_date(context: Context) -> Iterator[Hit]:
    published = _published(context)
    years = sorted({int(year) for year in re.findall(r"\b(20[0-4]\d)\b", context.story)})
    for pattern in (*_WEEKDAY_FIRST, *_WEEKDAY_LAST):
        for match in pattern.finditer(context.text):
            days = _candidates(match, published, years if len(years) == 1 else [])
            names = {_WEEKDAYS[day.weekday()] for day in days}
            if days and not any(name.startswith(match["weekday"].lower()[:3]) for name in names):
                day = days[0]
                yield Hit(
                    Span(*match.span()),
                    f"a calendar on which the two agree; {day.isoformat()} was a {day:%A}",
                )


@rule("DATE402")
def dateline_and_publication(context: Context) -> Iterator[Hit]:
    published, dateline = _published(context), context.report.dateline
    if published is None or dateline is None or (context.report.published and context.report.published.inferred):
        return
    for pattern in _ANY_DAY:
        match = pattern.search(context.text, dateline.span.begin, dateline.span.end)
        days = _candidates(match, published, []) if match else []
        if match and days and not -timedelta(days=1) <= published - days[0] <= timedelta(days=4):
            yield Hit(
                Span(*match.span()),
                f"a dateline of about {published.isoformat()}, the date of publication; found {days[0].isoformat()}",
            )
            return


@rule("DATE403")
def no_such_day(context: Context) -> Iterator[Hit]:
    for pattern in _ANY_DAY:
        for match in pattern.finditer(context.text):
            year = (
                int(match["year"]) if match["year"] else 2024
            )  # a leap year: only days that no year has are asked about
            if (
                int(match["day"]) > 28
                and not _exists(year, _month(match), int(match["day"]))
                and int(match["day"]) < 40
            ):
                yield Hit(Span(*match.span()), "this day in the calendar; found none")


@rule("DATE404")
def past_after_publication(context: Context) -> Iterator[Hit]:
    published = _published(context)
    if published is None or (context.report.published and context.report.published.inferred):
        return
    for pattern in _ANY_DAY:
        for match in pattern.finditer(context.text):
            sentence = context.sentence_at(match.start())
            begin, end = (sentence.span.begin, sentence.span.end) if sentence else (match.start(), match.end())
            days = _candidates(match, published, [])
            years = {int(each) for each in re.findall(r"\b20\d\d\b", context.text[begin:end])} - {published.year}
            soon = (
                bool(days)
                and (bool(match["year"]) or not years)
                and timedelta(days=2) < days[0] - published < timedelta(days=120)
            )
            if soon and told_as_past(context.text[begin : match.start()], context.text[match.end() : end]):
                yield Hit(
                    Span(*match.span()),
                    f"a day no later than {published.isoformat()}, the date of publication; found "
                    f"{days[0].isoformat()}",
                )


@rule("DATE405")
def range_runs_backwards(context: Context) -> Iterator[Hit]:
    for pattern in _RANGES:
        for match in pattern.finditer(context.story):
            first, last = [int(each) for each in match.groups() if each]
            if last < first:
                yield Hit(Span(*match.span()), "an end after the beginning; found one before it")


_YEAR_OF = r"((?:1[5-9]|20)\d\d)"
_RANGES = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?:from {_YEAR_OF} (?:to|until|till|through)|between {_YEAR_OF} and) {_YEAR_OF}\b(?! \w+s\b)",
        rf"(?<![\d-]){_YEAR_OF} ?[–—-] ?{_YEAR_OF}(?![\d-])",
        rf"\b[Bb]orn (?:\w+ ){{0,4}}?in {_YEAR_OF}\b[^.;]{{0,60}}?\b(?:died|dead|"
        rf"killed)\b[^.;\d]{{0,20}}?\bin {_YEAR_OF}\b",
        rf"\b(?:opened|founded|built|began|started|elected|appointed|hired|"
        rf"joined)\b[^.;\d]{{0,40}}? in {_YEAR_OF}\b[^.;\d]{{0,40}}?"
        rf"\b(?:closed|ended|demolished|torn down|dissolved|resigned|left|retired|"
        rf"fired)\b[^.;\d]{{0,20}}? in {_YEAR_OF}\b",
    )
]


@rule("DATE407")
def years_and_span(context: Context) -> Iterator[Hit]:
    published = _published(context)
    for pattern in _SPANS:
        for match in pattern.finditer(context.story):
            given = match.groupdict()
            number = numbers(given["n"])[0].value
            end = int(given["b"]) if given.get("b") else published.year if published else None
            if end is None or context.quoted(match.start()):
                continue
            real = end - int(given["a"])
            if number != int(number) or abs(real - number) <= 1 or number > 400:
                continue
            yield Hit(Span(*match.span()), f"a span of {real} years between {given['a']} and {end}; found {number:g}")


_SPAN = r"(?:almost |nearly |about |some |more than |over |just |only )?"
_SPANS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:in|since) (?P<a>(?:1[5-9]|20)\d\d),? (?P<n>{NUMERAL}) years ago\b",
        rf"\b(?P<n>{NUMERAL}) years ago,? in (?P<a>(?:1[5-9]|20)\d\d)\b(?! to\b)",
        rf"\bfrom (?P<a>(?:1[5-9]|20)\d\d) (?:to|until) (?P<b>(?:1[5-9]|20)\d\d),? (?:for |a period of |"
        rf"a span of )?(?P<n>{NUMERAL}) years\b",
        rf"\bfor (?P<n>{NUMERAL}) years,? from (?P<a>(?:1[5-9]|20)\d\d) (?:to|until) (?P<b>(?:1[5-9]|20)\d\d)\b",
        rf"\bborn (?:\w+ ){{0,4}}?in (?P<a>(?:19|20)\d\d)\b[^.;]{{0,80}}?\bdied\b[^.;]{{0,30}}? in (?P<b>(?:19|"
        rf"20)\d\d),? (?:at the age of|aged|at) (?P<n>{NUMERAL})\b",
    )
]


@rule("DATE406")
def two_weekdays(context: Context) -> Iterator[Hit]:
    seen: dict[tuple[int, int, str | None], tuple[str, Span]] = {}
    found = sorted(
        (match for pattern in (*_WEEKDAY_FIRST, *_WEEKDAY_LAST) for match in pattern.finditer(context.text)),
        key=lambda match: match.start(),
    )
    for match in found:
        key = (_month(match), int(match["day"]), match["year"])
        weekday = match["weekday"][:3].lower()
        first, where = seen.setdefault(key, (weekday, Span(*match.span())))
        if first != weekday:
            yield Hit(Span(*match.span()), "one weekday for this day of the month; found two", related=(where,))
