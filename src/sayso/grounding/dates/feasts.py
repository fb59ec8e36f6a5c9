"""Rules for feast days: "Christmas Eve", "Thanksgiving", "Easter Monday"."""

from __future__ import annotations

from sayso.grounding.dates import english
from sayso.grounding.dates.nodes import Node
from sayso.grounding.dates.periods import (
    Period,
    civil,
    day_period,
    month_period,
    ordinal,
    weekday,
)
from sayso.grounding.dates.rules import Hit, Rule, rule
from sayso.grounding.dates.yearless import yearless


def feast_day(name: str, year: int) -> int:
    """The ordinal of a feast day in ``year``; raises ValueError beyond the years that are supported."""
    when = english.HOLIDAYS[name]
    if when[0] == "easter":
        return easter(year) + int(when[1])
    if when[0] == "nth":
        _, month, week_day, count = when  # type: ignore[misc]
        if count > 0:
            first = ordinal(year, month, 1)
            return first + (week_day - weekday(first)) % 7 + 7 * (count - 1)
        last = month_period(year, month).end
        return last - (weekday(last) - week_day) % 7
    return ordinal(year, int(when[0]), int(when[1]))


def easter(year: int) -> int:
    """Easter Sunday by the Gregorian computus (Butcher's algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * j) // 433
    month, day = divmod(h + j - 7 * m + 114, 31)
    return ordinal(year, month, day + 1)


@rule("(?P<h><holiday>)")
def holiday(hit: Hit) -> Node | None:
    name = hit.value("h")

    def inside(period: Period) -> Period | None:
        for year in range(civil(period.start)[0], min(civil(period.end)[0], civil(period.start)[0] + 1) + 1):
            day = feast_day(name, year)
            if period.start <= day <= period.end:
                return day_period(day)
        return None

    return Node("DAY", "holiday", yearless(inside), inside)


RULES: tuple[Rule, ...] = (holiday,)
