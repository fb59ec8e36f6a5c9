"""Readings, reports and judgements as the tables hold them, to values and back."""

from __future__ import annotations

import json
import threading
from typing import Any, Literal

import msgspec
import zstandard
from sqlalchemy import Connection, RowMapping, select

from sayso.ledger.judgement import Anchor, Judgement
from sayso.ledger.schema import judgements, readings, reports
from sayso.types import Derivation, Reading, ReadingInfo, Report, Source, Statement


class _Packing(threading.local):
    """Of each thread its own: zstandard's contexts must not be used by two at a time."""

    def __init__(self) -> None:
        self.compressor = zstandard.ZstdCompressor(level=3)
        self.decompressor = zstandard.ZstdDecompressor()


_packing = _Packing()


def pack(content: bytes) -> bytes:
    return _packing.compressor.compress(content)


def unpack(content: bytes) -> bytes:
    return _packing.decompressor.decompress(content)


def body_of(reading: Reading) -> bytes:
    """A reading for the column ``readings.body``: whole, derivations included, but for the text of the report."""
    plain: dict[str, Any] = msgspec.to_builtins(reading)
    del plain["report"]["text"]
    return pack(msgspec.json.encode(plain))


class _Body(msgspec.Struct):
    """A reading without its report's text; its fields are those of :class:`Reading`, in their order."""

    schema: Literal["sayso.reading/1"]
    input: str
    reading: ReadingInfo
    report: dict[str, Any]
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    derivations: tuple[Derivation, ...] = ()


_body = msgspec.json.Decoder(_Body)


def reading_of(body: bytes, text: str) -> Reading:
    """Inverse of :func:`body_of`."""
    plain = _body.decode(unpack(body))
    report = msgspec.convert(plain.report | {"text": text}, Report)
    return Reading(plain.schema, plain.input, plain.reading, report, plain.sources, plain.statements, plain.derivations)


def current_reading(connection: Connection, report: int) -> Reading:
    """The machine's current reading of a report, by its row."""
    query = (
        select(readings.c.body, reports.c.text)
        .join(reports, reports.c.pk == readings.c.report_pk)
        .where(reports.c.pk == report, readings.c.current == 1)
    )
    body, text = connection.execute(query).one()
    return reading_of(body, text)


def judgements_on(connection: Connection, report_id: str) -> list[Judgement]:
    """All judgements on one report in their order, undone ones and undos included."""
    rows = connection.execute(select(judgements).where(judgements.c.report_id == report_id).order_by(judgements.c.pk))
    return [judgement_of(row) for row in rows.mappings()]


def judgement_of(row: RowMapping) -> Judgement:
    values = {key: row[key] for key in Judgement.__slots__ if key in row}
    for key in ("machine", "value"):
        values[key] = json.loads(row[key]) if row[key] is not None else None
    values["anchor"] = msgspec.json.decode(row["anchor"], type=Anchor) if row["anchor"] else None
    return Judgement(**values)


def judgement_values(judgement: Judgement) -> dict[str, Any]:
    """Columns of ``judgements``; inverse of :func:`judgement_of`."""
    values = {key: getattr(judgement, key) for key in Judgement.__slots__}
    for key in ("machine", "value"):
        values[key] = None if values[key] is None else json.dumps(values[key], ensure_ascii=False, sort_keys=True)
    values["anchor"] = msgspec.json.encode(judgement.anchor).decode() if judgement.anchor else None
    return values
