"""The day that a report is of: what its own "Friday" and "last week" count from."""

from __future__ import annotations

import datetime

from sayso.grounding.dates.finder import find_dates
from sayso.grounding.dates.mention import DateMention
from sayso.grounding.dates.years import date_conflicts, infer_year
from sayso.types import Note, Report

#: A page may publish a wire report this many days after its dateline.
_LATE = 31


def anchor_of(
    report: Report, *, today: datetime.date | None = None
) -> tuple[datetime.date | None, str | None, tuple[Note, ...]]:
    """The report's day, in words what it was inferred from (None where it was stated), and notes on conflicting dates.

    The dateline's day counts before the page's: that is the day on which the reporter wrote. Its year is taken from the
    page where that is dated, else inferred from the text. ``today`` (default: the clock's) is the latest day allowed.
    """
    today = today or datetime.datetime.now(datetime.UTC).date()
    published = _published(report)
    anchor, inferred = _from_dateline(report, published, today)
    if anchor is None:
        anchor = published
        inferred = report.published.inferred if report.published and published else None
    return anchor, inferred, date_conflicts(report.text, find_dates(report.text, anchor))


def _published(report: Report) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(report.published.value[:10]) if report.published else None
    except ValueError:
        return None


def _from_dateline(
    report: Report, published: datetime.date | None, today: datetime.date
) -> tuple[datetime.date | None, str | None]:
    stated = _dateline_day(report)
    if stated is None:
        return None, None
    if not stated.yearless and stated.start:
        return datetime.date.fromisoformat(stated.start), None
    if stated.month_day is None:
        return None, None
    month, day = stated.month_day
    if published is not None:
        for year in (published.year, published.year - 1):
            try:
                own = datetime.date(year, month, day)
            except ValueError:
                continue
            if -1 <= (published - own).days <= _LATE:
                return own, f"the page is dated {published.isoformat()}"
        return None, None
    found = infer_year(report.text, month, day, today=today)
    if found is None:
        return None, None
    return datetime.date(found.year, month, day), found.because


def _dateline_day(report: Report) -> DateMention | None:
    """The first day named within the dateline."""
    if report.dateline is None:
        return None
    begin, end = report.dateline.span
    days = [m for m in find_dates(report.text[begin:end], None) if m.kind == "day" and (m.month_day or m.start)]
    return days[0] if days else None
