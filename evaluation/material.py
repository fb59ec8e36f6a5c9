"""Reports for measuring, from the JSON Lines of the data folder, laid out as `sayso read` does it."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.report.layout import compose
from sayso.report.records import read_record
from sayso.types import Block, Credits, Report, Span, Timestamp


def report_of(record: dict[str, Any]) -> Report:
    """The report of one object of the data (``title``, ``publisher`` and ``date`` are understood as well)."""
    return compose(read_record(str(record.get("id", "")), record))[0]


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, also one packed with xz."""
    with lzma.open(path, "rt", encoding="utf8") if path.suffix == ".xz" else path.open(encoding="utf8") as lines:
        yield from map(json.loads, lines)


def plain_report(record: dict[str, Any]) -> Report:
    """The same with no layout but paragraphs: for load tests, where ten milliseconds a report would be too much."""
    text = record["text"]
    blocks = tuple(Block("paragraph", Span(*match.span())) for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))
    day = record.get("date") or record.get("published")
    return Report(
        id=record["id"], text_sha256="", external_id=record["id"], text=text, url=None,
        outlet=record.get("publisher"), agency=None, language="en", genre="news", headline=record.get("title"), deck=(),
        byline=(), published=Timestamp(day, "day") if day else None, updated=None, dateline=None, credits=Credits(),
        blocks=blocks, notes=(),
    )  # fmt: skip
