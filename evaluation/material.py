"""Reports for measuring, from the JSON Lines of the data folder, laid out as `sayso read` does it."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.report.layout import compose
from sayso.report.records import read_record
from sayso.types import Report


def report_of(record: dict[str, Any]) -> Report:
    """The report of one object of the data (``title``, ``publisher`` and ``date`` are understood as well)."""
    return compose(read_record(str(record.get("id", "")), record))[0]


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, also one packed with xz."""
    with lzma.open(path, "rt", encoding="utf8") if path.suffix == ".xz" else path.open(encoding="utf8") as lines:
        yield from map(json.loads, lines)
