"""Days that disagree with the calendar, with the dateline or with the date of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sayso.check.changes.products import backward_ranges
from sayso.check.context import Context
from sayso.check.days.aheadof import answered_before, misdated_run, published_before_its_end
from sayso.check.days.backrefs import taken_up_otherwise
from sayso.check.days.calendar import (
    ANY_DAY,
    WEEKDAY_FIRST,
    WEEKDAY_LAST,
    candidates,
    exists,
    month_of,
    published_on,
)
from sayso.check.days.events import on_two_days
from sayso.check.days.happened import not_yet
from sayso.check.days.implied import unlike_the_implied
from sayso.check.days.lasting import misfits
from sayso.check.days.newsday import behind_the_news
from sayso.check.days.oddday import odd_days
from sayso.check.days.otherweek import in_another_week
from sayso.check.days.pastdays import told_as_past
from sayso.check.days.posted import misdated_posts
from sayso.check.days.reckoning import misreckoned
from sayso.check.days.sequence import out_of_order
from sayso.check.days.tenses import mistimed
from sayso.check.days.timeline import miscounted_days, unlike_anniversaries
from sayso.check.days.twodays import told_apart
from sayso.check.days.weekdays import misplaced
from sayso.check.figures.numbers import NUMERAL, value_of
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.grounding.dates.english import WEEKDAYS
from sayso.patterns import compiled
from sayso.types import Span


@rule("DATE401")
def weekday_and_date(context: Context) -> Iterator[Hit]:
    published = published_on(context)
    years = sorted({int(year) for year in re.findall(r"\b(20[0-4]\d)\b", context.story)})
    for pattern in (*WEEKDAY_FIRST, *WEEKDAY_LAST):
        for match in pattern.finditer(context.text):
            days = candidates(match, published, years if len(years) == 1 else [])
            names = {WEEKDAYS[day.weekday()] for day in days}
            if days and not any(name.startswith(match["weekday"].lower()[:3]) for name in names):
                day = days[0]
                yield Hit(
                    Span(*match.span()),
                    f"a calendar on which the two agree; {day.isoformat()} was a {day:%A}",
                )


@rule("DATE402")
def dateline_and_publication(context: Context) -> Iterator[Hit]:
    published, dateline = published_on(context), context.report.dateline
    if published is None or dateline is None or (context.report.published and context.report.published.inferred):
        return
    for pattern in ANY_DAY:
        match = pattern.search(context.text, dateline.span.begin, dateline.span.end)
        days = candidates(match, published, []) if match else []
        tomorrow = bool(days) and days[0] - published == timedelta(days=1) and _told_on(context, published)
        if match and days and (tomorrow or not -timedelta(days=1) <= published - days[0] <= timedelta(days=4)):
            yield Hit(
                Span(*match.span()),
                f"a dateline of about {published.isoformat()}, the date of publication; found {days[0].isoformat()}",
            )
            return


def _told_on(context: Context, day: date) -> bool:
    """Whether the first paragraph is about that very weekday."""
    return bool(context.body) and f"{day:%A}" in context.body[0].span.of(context.text)


@rule("DATE403")
def no_such_day(context: Context) -> Iterator[Hit]:
    for pattern in ANY_DAY:
        for match in pattern.finditer(context.text):
            year = (
                int(match["year"]) if match["year"] else 2024
            )  # a leap year: only days that no year has are asked about
            if (
                int(match["day"]) > 28
                and not exists(year, month_of(match), int(match["day"]))
                and int(match["day"]) < 40
            ):
                yield Hit(Span(*match.span()), "this day in the calendar; found none")


@rule("DATE404")
def past_after_publication(context: Context) -> Iterator[Hit]:
    published = published_on(context)
    if published is None or (context.report.published and context.report.published.inferred):
        return
    told_of: list[Span] = []
    for pattern in ANY_DAY:
        for match in pattern.finditer(context.text):
            sentence = context.sentence_at(match.start())
            begin, end = (sentence.span.begin, sentence.span.end) if sentence else (match.start(), match.end())
            days = candidates(match, published, [])
            years = {int(each) for each in re.findall(r"\b20\d\d\b", context.text[begin:end])} - {published.year}
            soon = (
                bool(days)
                and (bool(match["year"]) or not years)
                and timedelta(days=2) < days[0] - published < timedelta(days=120)
            )
            if soon and not match["year"] and days[0].year > published.year:
                soon = days[0] - published < timedelta(days=32)  # further off it is that day of the year before
            dated = re.search(r"\b(?:updated|corrected)\b", context.text[begin : match.start()])
            if (
                soon
                and not dated
                and told_as_past(context.text[begin : match.start()], context.text[match.end() : end])
            ):
                yield Hit(
                    Span(*match.span()),
                    f"a day no later than {published.isoformat()}, the date of publication; found "
                    f"{days[0].isoformat()}",
                )
                told_of.append(Span(*match.span()))
    for span, day in _dated_ahead(context):
        if not any(span.overlaps(each) for each in told_of):
            looked_for = (
                f"a day no later than {published.isoformat()}, the date of publication; found {day.isoformat()}"
            )
            yield Hit(span, looked_for)
            told_of.append(span)
    for span, looked_for in (*mistimed(context), *not_yet(context, published)):
        if not any(span.overlaps(each) for each in told_of):
            yield Hit(span, looked_for)
            told_of.append(span)


_PICTURED = compiled(
    r"\b(?:Photo|Image|REUTERS|AFP|AP|Getty|file photo|FILE|pictured|poses?|speaks?|testif(?:y|ies)|arrives?|"
    r"attends?|waves?|"
    r"listens?|walks?|looks?|gestures?|departing|answers?|addresses|holds?|stands?|shows?|sits?|greets?|meets?|"
    r"delivers?|leaves?|"
    r"gather|march|protest|appears?)\b"
)
_TO_COME = compiled(
    r"\b(?:will|would|expires?|scheduled|deadline|due|expected|plans?|planned|upcoming|shall|updated|begins?|"
    r"starts?)\b|"
    r"\b(?:until|by|before|through|from|next|effective|between|after|since|for)(?: the)?(?: \w+day,?)? $"
)


def _dated_ahead(context: Context) -> Iterator[tuple[Span, date]]:
    """Days with their year, of a picture or of what somebody does, that lie after publication."""
    published = published_on(context)
    for pattern in ANY_DAY:
        for match in pattern.finditer(context.text) if published else ():
            if not match["year"] or not exists(int(match["year"]), month_of(match), int(match["day"])):
                continue
            day = date(int(match["year"]), month_of(match), int(match["day"]))
            begin = max(context.text.rfind("\n", 0, match.start()) + 1, match.start() - 220)
            before, after = context.text[begin : match.start()], context.text[match.end() : match.end() + 80]
            pictured = _PICTURED.search(before) or re.match(r"[.,]? \(?(?:Photo|REUTERS|AP)", after)
            ahead = published is not None and timedelta(days=2) < day - published < timedelta(days=400)
            if ahead and pictured and not _TO_COME.search(re.split(r"[.;] ", before)[-1]):
                yield Span(*match.span()), day


@rule("DATE405")
def range_runs_backwards(context: Context) -> Iterator[Hit]:
    for pattern in _RANGES:
        for match in pattern.finditer(context.story):
            first, last = [int(each) for each in match.groups() if each]
            if last < first:
                yield Hit(Span(*match.span()), "an end after the beginning; found one before it")
    for match in _DAYS_OF_A_MONTH.finditer(context.story):
        first, last = (int(match[name] or match[f"{name}2"]) for name in ("a", "b"))
        if last < first <= 31:
            yield Hit(Span(*match.span()), "an end after the beginning; found one before it")
    for span, looked_for in backward_ranges(context):
        yield Hit(span, looked_for)
    for span, other, looked_for in out_of_order(context):
        yield Hit(span, looked_for, related=(other,))


_MONTH_NAME = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|"
    r"Sept\.|Oct\.|Nov\.|Dec\.)"
)
#: "28-29 June", "June 28-29".
_DAYS_OF_A_MONTH = compiled(
    rf"(?<![\d/-])(?P<a>\d{{1,2}})[-–](?P<b>\d{{1,2}}) {_MONTH_NAME}|"
    rf"\b{_MONTH_NAME} (?P<a2>\d{{1,2}})[-–](?P<b2>\d{{1,2}})(?![\d/-])"
)
_YEAR_OF = r"((?:1[5-9]|20)\d\d)"
_RANGES = [
    compiled(pattern)
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
    published = published_on(context)
    asked: list[Span] = []
    for pattern in _SPANS:
        for match in pattern.finditer(context.story):
            given = match.groupdict()
            number = value_of(given["n"])
            end = int(given["b"]) if given.get("b") else published.year if published else None
            if end is None or context.quoted(match.start()):
                continue
            real = end - int(given["a"])
            if number != int(number) or abs(real - number) <= 1 or number > 400:
                continue
            yield Hit(Span(*match.span()), f"a span of {real} years between {given['a']} and {end}; found {number:g}")
            asked.append(Span(*match.span()))
    for span, looked_for in misreckoned(context):
        if not any(span.overlaps(each) for each in asked):
            yield Hit(span, looked_for)
    for span, other, looked_for in unlike_anniversaries(context):
        if not any(span.overlaps(each) for each in asked):
            yield Hit(span, looked_for, related=(other,))


_SPANS = [
    compiled(pattern, re.IGNORECASE)
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
        (match for pattern in (*WEEKDAY_FIRST, *WEEKDAY_LAST) for match in pattern.finditer(context.text)),
        key=lambda match: match.start(),
    )
    for match in found:
        key = (month_of(match), int(match["day"]), match["year"])
        weekday = match["weekday"][:3].lower()
        first, where = seen.setdefault(key, (weekday, Span(*match.span())))
        if first != weekday:
            yield Hit(Span(*match.span()), "one weekday for this day of the month; found two", related=(where,))
    for span, looked_for in (
        *misplaced(context),
        *misfits(context),
        *miscounted_days(context),
        *misdated_posts(context),
    ):
        yield Hit(span, looked_for)
    asked: list[Span] = []
    for span, other, looked_for in (
        *on_two_days(context),
        *told_apart(context),
        *taken_up_otherwise(context),
        *behind_the_news(context),
        *answered_before(context),
        *published_before_its_end(context),
        *misdated_run(context),
        *unlike_the_implied(context),
        *in_another_week(context),
        *odd_days(context),
    ):
        if not any(span.overlaps(each) or other.overlaps(each) for each in asked):
            yield Hit(span, looked_for, related=(other,))
            asked += [span, other]
