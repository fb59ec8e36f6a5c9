"""What the finding of dates hands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.types import DateRange, Span

#: What the value was counted from: nothing but the words, the report's day, or an earlier date of the text.
Counted = Literal["words", "anchor", "text"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date expression: its exact words, its days, and why they are these.

    ``kind`` is the grain in lower case (day, week, weekend, month, quarter, half, season, year, decade, century, range,
    words). ``value`` names the period as TIMEX3 does at that grain ("2022-10", "1939-SU", "BC0490"), ``start`` and
    ``end`` are ISO dates, both inclusive; all three are None where the words do not resolve. ``rule`` is the grammar's
    rule, ``counted`` what the value was counted from, ``weekday`` (Monday 0) one that the words claim beside a date,
    ``month_day`` the month and day of an expression that may lack its year.
    """

    span: Span
    kind: str
    value: str | None
    start: str | None
    end: str | None
    rule: str
    counted: Counted = "words"
    weekday: int | None = None
    month_day: tuple[int, int] | None = None
    yearless: bool = False

    @property
    def range(self) -> DateRange:
        return DateRange(self.start, self.end, self.span)

    @property
    def single_day(self) -> bool:
        return self.start is not None and self.start == self.end
