"""The dates that a report's carrier gives (header, meta tag, dateline), to ISO 8601. Dates in prose are grounding's."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from sayso.patterns import kept
from sayso.types import Timestamp

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH_WORDS = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    "Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|"
    "SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?"
)
_WEEKDAYS = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
#: Month and day with or without weekday and year, either order; no groups.
DATE_WORDS = (
    rf"(?:{_WEEKDAYS}\.?,?[ ])?(?:(?:{MONTH_WORDS})\.?[ ]{_DAY}\b(?:,?[ ]\d{{4}}\b)?"
    rf"|{_DAY}[ ](?:of[ ])?(?:{MONTH_WORDS})\b\.?(?:,?[ ]\d{{4}}\b)?)"
)
_MONTH_FIRST = kept(rf"({MONTH_WORDS})\.?[ ](\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:,?[ ](\d{{4}}))?", re.IGNORECASE)
_DAY_FIRST = kept(rf"(\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of[ ])?({MONTH_WORDS})\.?(?:,?[ -](\d{{4}}))?", re.IGNORECASE)
_ISO_DAY = kept(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{4})(\d\d)(\d\d)")
_EPOCH = kept(r"\d{10}(?:\d{3})?")


def read_day(words: str) -> tuple[int | None, int, int] | None:
    """(year or None, month, day) of a date in words; None where there is none."""
    match = _MONTH_FIRST.search(words)
    if match:
        month, day, year = match.groups()
    else:
        match = _DAY_FIRST.search(words)
        if not match:
            return None
        day, month, year = match.groups()
    number = _MONTHS[month.lower()]
    if not 1 <= int(day) <= 31 or (year and not _exists(int(year), number, int(day))):
        return None
    return (int(year) if year else None, number, int(day))


def timestamp(words: str | None) -> Timestamp | None:
    """ISO 8601, RFC 2822, Unix seconds or English words to a timestamp; None where no full date can be read.

    A time keeps its own offset; precision is minute only where a time with an offset (or Z) is given, as a clock
    time without a zone does not say when.
    """
    words = " ".join((words or "").split())
    if not words or len(words) > 200:
        return None
    return _from_iso(words) or _from_epoch(words) or _from_mail(words) or _from_words(words)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return year >= 1600


def _minute(moment: datetime) -> Timestamp:
    if moment.tzinfo is None:
        return Timestamp(moment.date().isoformat(), "day")
    return Timestamp(moment.replace(microsecond=0).isoformat().replace("+00:00", "Z"), "minute")


def _from_iso(words: str) -> Timestamp | None:
    try:
        moment = datetime.fromisoformat(words.replace(" UTC", "Z").replace(" GMT", "Z"))
    except ValueError:
        match = _ISO_DAY.match(words)
        if not match:
            return None
        year, month, day = (int(part) for part in match.groups() if part)
        return Timestamp(date(year, month, day).isoformat(), "day") if _exists(year, month, day) else None
    if moment.year < 1600:
        return None
    is_day = re.search(r"\d:?\d\d", words[10:]) is None if "-" in words else len(words) <= 8
    return Timestamp(moment.date().isoformat(), "day") if is_day else _minute(moment)


def _from_epoch(words: str) -> Timestamp | None:
    if not _EPOCH.fullmatch(words):
        return None
    return _minute(datetime.fromtimestamp(int(words[:10]), UTC))


def _from_mail(words: str) -> Timestamp | None:
    try:
        return _minute(parsedate_to_datetime(words)) if ":" in words else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _from_words(words: str) -> Timestamp | None:
    found = read_day(words)
    if found is None or found[0] is None:
        return None
    year, month, day = found
    return Timestamp(date(year, month, day).isoformat(), "day") if year else None
