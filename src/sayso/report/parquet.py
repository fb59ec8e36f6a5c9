"""Parquet as a corpus comes in it: one report a row, columns named as the keys of JSON Lines (``text``, ``url``, …)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sayso.errors import InputError
from sayso.report.document import Document
from sayso.report.draft import Draft
from sayso.report.records import KEYS, read_record

_ROWS = 256  # held at once
_REMEDY = "Give a file with the reports' bodies in a column `text`."


def read_parquet(document: Document) -> Iterator[Draft | InputError]:
    """One draft or error a row, named ``file:row``; other columns than the known ones are not even loaded.

    Raises:
        InputError: no Parquet, damaged, no column of text, or not from a file; no pyarrow.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        remedy = "pip install 'sayso[parquet]'"
        raise InputError(document.name, "pyarrow is not installed", remedy, code="missing-extra") from None
    if not document.stream.seekable():
        raise InputError(document.name, "Parquet cannot be read from a stream", "Give the file itself.", code="format")
    document.stream.seek(0)
    number = 0
    try:
        file = pq.ParquetFile(document.stream)
        columns = [name for name in file.schema_arrow.names if name in KEYS]
        if not {"text", "body"} & set(columns):
            raise InputError(document.name, "No column of this file is called `text`", _REMEDY, code="empty")
        for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield _read(f"{document.name}:{number}", row)
    except (pa.ArrowException, OSError, ValueError) as error:
        message = f"The Parquet file is damaged ({str(error).splitlines()[0]}), after row {number}"
        raise InputError(document.name, message, "Get the file again.", code="malformed") from error


def _read(name: str, row: dict[str, Any]) -> Draft | InputError:
    given = {key: value.isoformat() if isinstance(value, (date, datetime)) else value for key, value in row.items()}
    try:
        content = json.dumps(given, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
        return replace(read_record(name, given), content=content)  # a row has no bytes of its own
    except InputError as error:
        return error
