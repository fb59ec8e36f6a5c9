"""CSV: one table, a header line, UTF-8. Lists of words are joined by ``; ``, other lists are JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.columns import RECORDS, TABLES, Column, rows
from sayso.export.items import Item


def csv_lines(items: Iterable[Item], table: str = "statements") -> Iterator[str]:
    """The lines of one of the tables, line ends (``\\r\\n``, RFC 4180) included."""
    columns = TABLES[table]
    yield _line([column.name for column in columns])
    for item in items:
        for values in rows(table, item):
            yield _line([_cell(column, value) for column, value in zip(columns, values, strict=True)])


def _line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if column.kind == "list:text":
        return "; ".join(value)
    if column.kind.startswith("list:"):
        names = [name for name, _ in RECORDS[column.kind.removeprefix("list:")]]
        records = [dict(zip(names, record, strict=True)) for record in value]
        return json.dumps(records, ensure_ascii=False, separators=(",", ":")) if records else ""
    return str(value).lower() if column.kind == "bool" else str(value)
