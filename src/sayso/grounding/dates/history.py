"""What is known of the days of a report's statements so far, as its statements are gone through in text order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field


@dataclass(slots=True)
class History:
    """The days given so far; every look-up takes the same time however long the report is."""

    by_source: dict[Hashable, int] = field(default_factory=dict)  # the last statement
    given: dict[Hashable, bool] = field(default_factory=dict)  # whether that one has a day
    latest: dict[Hashable, str] = field(default_factory=dict)  # the last day given
    by_day: dict[str, int] = field(default_factory=dict)
    by_source_day: dict[tuple[Hashable, str], int] = field(default_factory=dict)
    counts: Counter[Hashable] = field(default_factory=Counter)
    days_of: Counter[tuple[Hashable, str]] = field(default_factory=Counter)
    on: Counter[str] = field(default_factory=Counter)
    sources: dict[str, set[Hashable]] = field(default_factory=dict)
    last_day: str | None = None
    run_day: str | None = None
    run: int = 0

    def add(self, index: int, key: Hashable, day: str | None) -> None:
        """Statement ``index``, the next one, is of ``day``."""
        self.by_source[key], self.given[key] = index, day is not None
        self.counts[key] += 1
        self.run = self.run + 1 if day == self.run_day else 1
        self.run_day = day
        if day is None:
            return
        self.latest[key] = self.last_day = day
        self.by_day[day] = self.by_source_day[key, day] = index
        self.days_of[key, day] += 1
        self.on[day] += 1
        self.sources.setdefault(day, set()).add(key)
