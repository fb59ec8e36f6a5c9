"""Days of the calendar as a report names them, and the day of its publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.check.context import Context
from sayso.grounding.dates.english import MONTHS, WEEKDAYS
from sayso.patterns import compiled

#: As patterns, in full: groups of no name.
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:.,]\d)\b(?!\s*(?:percent|per cent|million|billion|p\.m|a\.m|people))"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
MONTH_DAY = rf"(?:{_MONTH}\s+{_DAY}{_YEAR})"
DAY_MONTH = rf"(?:{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR})"
_WEEKDAY = (
    r"\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|"
    r"Tues|Tue|Wed|Thurs|Thu|Fri|Sat|Sun)\b\.?"
)
WEEKDAY_FIRST = [
    compiled(rf"{_WEEKDAY}(?: (?:morning|afternoon|evening|night))?(?:,?\s+(?:the\s+)?|\s\(){form}")
    for form in (MONTH_DAY, DAY_MONTH)
]
WEEKDAY_LAST = [
    compiled(rf"\b{form}\s*(?:,\s*(?:a\s+)?|\(\s*(?:a\s+)?){_WEEKDAY}(?=[\s,.);])") for form in (MONTH_DAY, DAY_MONTH)
]
ANY_DAY = [compiled(rf"\b{form}") for form in (MONTH_DAY, DAY_MONTH)]


def month_of(match: re.Match[str]) -> int:
    """1 to 12."""
    return month_named(match["month"])


def month_named(name: str) -> int:
    """1 to 12, for a month's name or its beginning."""
    return _MONTHS.index(name[:3].lower()) + 1


def published_on(context: Context) -> date | None:
    """The day of publication, where the reading knows it."""
    stamp = context.report.published
    try:
        return date.fromisoformat(stamp.value[:10]) if stamp else None
    except ValueError:
        return None


def candidates(match: re.Match[str], published: date | None, years_in_text: list[int]) -> list[date]:
    """The days that the words can mean; none where they name no day of the calendar or the year cannot be known."""
    if match["year"]:
        years = [int(match["year"])]
    elif published:
        years = [published.year - 1, published.year, published.year + 1]
    else:
        years = years_in_text
    days = [
        date(year, month_of(match), int(match["day"]))
        for year in years
        if exists(year, month_of(match), int(match["day"]))
    ]
    if not match["year"] and published and days:
        nearest = min(days, key=lambda day: abs(day - published))
        far = abs(nearest - published) > timedelta(
            days=100
        )  # "work began on Monday, March 7" may be of this year or last
        return [day for day in days if day == nearest or (far and abs(day - published) < timedelta(days=366))]
    return days


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    if not 1 <= day <= 31:
        return False
    following = date(year + month // 12, month % 12 + 1, 1)
    return day <= (following - timedelta(days=1)).day
