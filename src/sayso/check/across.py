"""What a ledger's other reports say, as far as the rules across reports need it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import InputError
from sayso.types import Reading


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


def across_file(path: Path) -> Callable[[Reading], Across | None]:
    """For a file that ``sayso trace --json`` or ``sayso compare --json`` wrote: what it says of a reading's report.

    Raises:
        InputError: there is no such file, or it is no trace.
    """
    remedy = "Make one with: sayso trace --json"
    try:
        trace = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"the trace cannot be read ({error})", remedy) from error
    if not isinstance(trace, dict) or trace.get("schema") not in ("sayso.trace/1", "sayso.comparison/1"):
        raise InputError(str(path), "this is no trace (sayso.trace/1)", remedy)
    known = {each["id"] for each in trace.get("reports", ())}

    def of(reading: Reading) -> Across | None:
        return Across(reading.report.id, trace) if reading.report.id in known else None

    return of
