"""What a ledger's other reports say, as far as the rules across reports need it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Across:
    """A ``sayso.trace/1`` object (or ``sayso.comparison/1``) in which the report ``report`` takes part."""

    report: str
    trace: Mapping[str, Any]

    def of(self, key: str) -> Sequence[Mapping[str, Any]]:
        """The list under ``key`` of the trace, empty where the trace has none."""
        value: Sequence[Mapping[str, Any]] = self.trace.get(key, ())
        return value

    def name(self, report: str) -> str:
        """What to call another report: its outlet, else its URL, else its id."""
        for each in self.of("reports"):
            if each["id"] == report:
                return str(each.get("outlet") or each.get("url") or each.get("external_id") or report)
        return report
