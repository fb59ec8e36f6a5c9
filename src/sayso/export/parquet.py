"""Parquet: a folder with one file for each table, or with numbered parts of each table (``sayso batch``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.errors import MissingExtraError, SaysoError
from sayso.export.columns import RECORDS, TABLES, rows
from sayso.export.items import Item, from_readings
from sayso.types import Reading

#: Reports that are held before they are written as a row group.
_GROUP = 500


def arrow() -> ModuleType:
    """pyarrow. Raises MissingExtraError without it."""
    try:
        return import_module("pyarrow")
    except ImportError:
        raise MissingExtraError("Parquet", "pyarrow is not installed", "pip install 'sayso[parquet]'") from None


def schema(table: str) -> Any:
    """The Arrow schema of one of the tables; the columns' documentation is kept with the fields."""
    pa = arrow()
    fields = [pa.field(c.name, _type(c.kind), metadata={"doc": c.doc}) for c in TABLES[table]]
    return pa.schema(fields, metadata={"sayso.table": f"sayso.{table}/1"})


def _type(kind: str) -> Any:
    pa = arrow()
    if kind.startswith("list:"):
        return pa.list_(_type(kind.removeprefix("list:")))
    if kind in RECORDS:
        return pa.struct([pa.field(name, _type(inner)) for name, inner in RECORDS[kind]])
    return {"text": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}[kind]


def write_tables(items: Iterable[Item], folder: Path) -> None:
    """``reports.parquet``, ``sources.parquet`` and ``statements.parquet``; each appears when it is whole.

    Raises:
        MissingExtraError: no pyarrow. OSError: the folder cannot be written.
    """
    write_files(items, {table: folder / f"{table}.parquet" for table in TABLES})


def write_files(items: Iterable[Item], paths: dict[str, Path]) -> None:
    """The tables named in ``paths``, in one pass; renamed in their order once all are whole."""
    arrow()
    import pyarrow.parquet as pq

    parts = {table: path.with_name(f".{path.name}.part") for table, path in paths.items()}
    with ExitStack() as stack:
        writers = {}
        for table, part in parts.items():
            part.parent.mkdir(parents=True, exist_ok=True)
            writers[table] = stack.enter_context(pq.ParquetWriter(part, schema(table), compression="zstd"))
        held: list[Item] = []
        for item in items:
            held.append(item)
            if len(held) >= _GROUP:
                _flush(writers, held)
                held = []
        _flush(writers, held)
    for table, part in parts.items():
        part.replace(paths[table])


def write_part(results: Sequence[Reading | SaysoError], folder: Path, name: str) -> None:
    """One part of a batch: ``reports/NAME.parquet`` and so on; ``failures/NAME.parquet``, the last to appear, says that
    the part is whole.
    """
    readings = [result for result in results if isinstance(result, Reading)]
    write_files(from_readings(readings), {table: folder / table / f"{name}.parquet" for table in TABLES})
    arrow()
    import pyarrow as pa
    import pyarrow.parquet as pq

    fields = ("input", "code", "message", "remedy")
    errors = [result for result in results if isinstance(result, SaysoError)]
    rows_ = [{field: getattr(error, field) for field in fields} for error in errors]
    path = folder / "failures" / f"{name}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    pq.write_table(pa.Table.from_pylist(rows_, pa.schema([(field, pa.string()) for field in fields])), part)
    part.replace(path)


def part_is_written(folder: Path, name: str) -> bool:
    return (folder / "failures" / f"{name}.parquet").exists()


def _flush(writers: dict[str, Any], items: list[Item]) -> None:
    for table, writer in writers.items():
        batch = record_batch(table, items)
        if batch.num_rows:
            writer.write_batch(batch)


def record_batch(table: str, items: Iterable[Item]) -> Any:
    """The rows of the items as an Arrow record batch."""
    pa = arrow()
    columns = TABLES[table]
    made = [values for item in items for values in rows(table, item)]
    arrays = [
        pa.array([_value(column.kind, values[number]) for values in made], _type(column.kind))
        for number, column in enumerate(columns)
    ]
    return pa.record_batch(arrays, schema=schema(table))


def _value(kind: str, value: Any) -> Any:
    inner = kind.removeprefix("list:")
    if inner in RECORDS:
        names = [name for name, _ in RECORDS[inner]]
        return [dict(zip(names, record, strict=True)) for record in value]
    return list(value) if kind.startswith("list:") else value
