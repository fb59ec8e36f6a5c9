"""Stretches of whole days, in any year of the proleptic Gregorian calendar, and arithmetic on them.

Days are ordinals as in :meth:`datetime.date.toordinal`, continued below year 1 (year 0 is 1 BC), so that wars of
antiquity need no special case. Periods are inclusive at both ends.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Grain = Literal[
    "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "range", "duration"
]

_CYCLE = 146097  # days in 400 Gregorian years, a whole number of weeks
_BASE = datetime.date(400, 1, 1).toordinal()
#: Years outside this are not dates of news or history; the bound keeps the arithmetic far from overflow.
FIRST_YEAR, LAST_YEAR = -4999, 9999

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """Days ``start`` to ``end`` (ordinals, inclusive); ``value`` is the TIMEX3-like name at the grain of the words."""

    grain: Grain
    start: int
    end: int
    value: str

    @property
    def iso(self) -> tuple[str, str]:
        return iso_day(self.start), iso_day(self.end)


def ordinal(year: int, month: int, day: int) -> int:
    """Raises ValueError where there is no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"year {year} is out of range")
    cycles, rest = divmod(year, 400)
    return (cycles - 1) * _CYCLE + datetime.date(rest + 400, month, day).toordinal()


def civil(day: int) -> tuple[int, int, int]:
    """Inverse of :func:`ordinal`: year, month, day."""
    cycles, rest = divmod(day - _BASE, _CYCLE)
    date = datetime.date.fromordinal(rest + _BASE)
    return date.year + 400 * cycles, date.month, date.day


def weekday(day: int) -> int:
    """Monday is 0."""
    return (day + 6) % 7


def iso_day(day: int) -> str:
    year, month, number = civil(day)
    return f"{year:04d}-{month:02d}-{number:02d}" if year >= 0 else f"-{-year:04d}-{month:02d}-{number:02d}"


def _year_name(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def day_period(day: int, part: str = "") -> Period:
    """``part`` is a TIMEX3 part of day (``MO``, ``NI``…) or empty."""
    year, month, number = civil(day)
    value = f"{_year_name(year)}-{month:02d}-{number:02d}" + (f"T{part}" if part else "")
    return Period("day", day, day, value)


def week_period(day: int) -> Period:
    """The ISO week, Monday to Sunday, that holds ``day``."""
    start = day - weekday(day)
    thursday_year = civil(start + 3)[0]
    number = (start + 3 - ordinal(thursday_year, 1, 1)) // 7 + 1
    return Period("week", start, start + 6, f"{_year_name(thursday_year)}-W{number:02d}")


def weekend_period(day: int) -> Period:
    """Saturday and Sunday of the ISO week that holds ``day``."""
    week = week_period(day)
    return Period("weekend", week.start + 5, week.start + 6, f"{week.value}-WE")


def month_period(year: int, month: int) -> Period:
    start = ordinal(year, month, 1)
    return Period("month", start, _month_end(year, month), f"{_year_name(year)}-{month:02d}")


def quarter_period(year: int, number: int) -> Period:
    end = _month_end(year, 3 * number)
    return Period("quarter", ordinal(year, 3 * number - 2, 1), end, f"{_year_name(year)}-Q{number}")


def half_period(year: int, number: int) -> Period:
    end = _month_end(year, 6 * number)
    return Period("half", ordinal(year, 6 * number - 5, 1), end, f"{_year_name(year)}-H{number}")


def season_period(year: int, season: str) -> Period:
    """Meteorological seasons of the north; winter begins in December of ``year``."""
    first = SEASON_MONTHS[season]
    last_year, last = (year, first + 2) if first < 12 else (year + 1, 2)
    end = _month_end(last_year, last)
    return Period("season", ordinal(year, first, 1), end, f"{_year_name(year)}-{season}")


def year_period(year: int) -> Period:
    return Period("year", ordinal(year, 1, 1), ordinal(year, 12, 31), _year_name(year))


def decade_period(tens: int, *, before_christ: bool = False) -> Period:
    """The years written with ``tens`` and a last digit: 1990 for the 1990s, 480 for the 480s BC (489 to 480 BC)."""
    first, last = max(1, tens), tens + 9
    if before_christ:
        return Period("decade", ordinal(1 - last, 1, 1), ordinal(1 - first, 12, 31), f"BC{tens // 10:03d}")
    return Period("decade", ordinal(first, 1, 1), ordinal(last, 12, 31), f"{tens // 10:03d}")


def century_period(number: int, *, before_christ: bool = False) -> Period:
    """The 21st century is 2001 to 2100; its TIMEX3 value is 20."""
    if before_christ:
        return Period(
            "century", ordinal(1 - 100 * number, 1, 1), ordinal(100 - 100 * number, 12, 31), f"BC{number - 1:02d}"
        )
    return Period("century", ordinal(100 * number - 99, 1, 1), ordinal(100 * number, 12, 31), f"{number - 1:02d}")


def span_period(first: Period, last: Period) -> Period | None:
    """From the first day of ``first`` to the last day of ``last``; None where that runs backwards."""
    if first.start > last.end:
        return None
    return Period("range", first.start, last.end, f"{first.value}/{last.value}")


def days_period(start: int, end: int) -> Period:
    return Period("range", start, end, f"{day_period(start).value}/{day_period(end).value}")


def add_months(day: int, months: int) -> int:
    """The same day of the month, or its last day, ``months`` away."""
    year, month, number = civil(day)
    years, index = divmod(month - 1 + months, 12)
    year, month = year + years, index + 1
    return ordinal(year, month, min(number, civil(_month_end(year, month))[2]))


def _month_end(year: int, month: int) -> int:
    return ordinal(year, month, 31) if month == 12 else ordinal(year, month + 1, 1) - 1


def unit_period(unit: Grain, day: int) -> Period:
    """The calendar unit of the kind ``unit`` that holds ``day``."""
    year, month, _ = civil(day)
    if unit == "week":
        return week_period(day)
    if unit == "weekend":
        return weekend_period(day)
    if unit == "month":
        return month_period(year, month)
    if unit == "quarter":
        return quarter_period(year, (month + 2) // 3)
    if unit == "half":
        return half_period(year, (month + 5) // 6)
    if unit == "year":
        return year_period(year)
    if unit == "decade":
        written = year if year > 0 else 1 - year
        return decade_period(written - written % 10, before_christ=year <= 0)
    if unit == "century":
        return (
            century_period((year + 99) // 100) if year > 0 else century_period((100 - year) // 100, before_christ=True)
        )
    return day_period(day)


_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def shift(day: int, unit: Grain, count: int) -> int:
    """``day`` moved by ``count`` units; raises ValueError beyond the years that are supported."""
    if unit in _MONTHS:
        return add_months(day, count * _MONTHS[unit])
    moved = day + count * (7 if unit in ("week", "weekend") else 1)
    if not FIRST_YEAR <= civil(moved)[0] <= LAST_YEAR:
        raise ValueError("out of range")
    return moved


def narrowed(period: Period, part: str) -> Period:
    """The early, middle or late part of a period; ``start``, ``middle`` and ``end`` are the thirds of a year.

    Bounds as in Microsoft Recognizers-Text: early March is 1–15, mid-March 10–20, late March 16–31.
    The value keeps naming the whole, as TIMEX3 does.
    """
    first, last = period.start, period.end
    length = last - first + 1
    edge = {"early": "start", "late": "end", "mid": "middle"}.get(part, part)
    if period.grain == "week":
        bounds = {"start": (first, first + 2), "middle": (first + 1, first + 4), "end": (first + 3, last)}[edge]
    elif period.grain == "month":
        bounds = {"start": (first, first + 14), "middle": (first + 9, first + 19), "end": (first + 15, last)}[edge]
    elif period.grain == "year":
        year = civil(first)[0]
        middle = {"early": 7, "late": 7}.get(part)
        bounds = {
            "start": (first, ordinal(year, middle or 5, 1) - 1),
            "middle": (ordinal(year, 5, 1), ordinal(year, 9, 1) - 1),
            "end": (ordinal(year, middle or 9, 1), last),
        }[edge]
    elif period.grain == "day":
        bounds = (first, last)
    else:
        third = length // 3
        bounds = {
            "start": (first, first + third),
            "middle": (first + third, last - third),
            "end": (last - third, last),
        }[edge]
    return Period(period.grain, *bounds, period.value)
