"""A date expression as the grammar understood it, before the day it counts from is known, and that knowledge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sayso.grounding.dates.periods import Period

Resolve = Callable[["Context"], Period | None]


@dataclass(slots=True)
class Context:
    """What the reading of a text has come to at one expression.

    ``anchor`` is the report's own day; ``last`` the last period resolved before this expression and ``day`` the last
    single day; ``narrative`` says that the text tells of years other than the report's, so that a month without a year
    continues from ``last``; ``side`` is -1 or 1 where the words around point to the past or the future, else 0.
    ``used`` gathers what the resolution counted from: "anchor" or "text".
    """

    anchor: int | None
    narrative: bool = False
    day_first: bool = False
    side: int = 0
    last: Period | None = None
    day: int | None = None
    used: set[str] = field(default_factory=set)

    def now(self) -> int | None:
        """The day that "last week" counts from: the report's, or in a history the one last told of."""
        if self.narrative and self.last is not None:
            self.used.add("text")
            return self.last.start
        if self.anchor is not None:
            self.used.add("anchor")
        return self.anchor

    def told(self) -> int | None:
        """The day that "two days later" counts from: the last one told of, else the report's."""
        day = self.day
        if self.last is not None and (day is None or not self.last.start <= day <= self.last.end):
            day = self.last.start
        if day is not None:
            self.used.add("text")
            return day
        if self.anchor is not None:
            self.used.add("anchor")
        return self.anchor


@dataclass(slots=True)
class Node:
    """``kind`` is a class of the grammar; ``resolve`` gives the period in a context, None where it stays unknown.

    ``inside`` places an expression that lacks its year (or week) within a period that gives it: November, in 2014.
    ``full`` says that nothing is missing: the words alone give the period. ``weekday`` is one claimed beside a date.
    ``optional`` words are no date expression at all where they do not resolve.
    """

    kind: str
    rule: str
    resolve: Resolve
    inside: Callable[[Period], Period | None] | None = None
    full: bool = False
    weekday: int | None = None
    month_day: tuple[int, int] | None = None
    part: str = ""
    optional: bool = False
