"""Adding a reading: what is new is entered, what is known is left alone, and nothing is ever half there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urldefrag

from sqlalchemy import Connection, func, insert, select, update

from sayso.ledger.drawing import draw, redraw, report_values
from sayso.ledger.rows import chrono
from sayso.ledger.schema import documents, fetches, originals, purges, readings, reports, statements
from sayso.ledger.stored import body_of, pack
from sayso.types import Reading, Report

Status = Literal["new", "version", "reread", "known", "purged"]


@dataclass(frozen=True, slots=True)
class Original:
    """What a report was read from. ``origins``: for each field of the report where it came from."""

    content: bytes
    media_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched: str | None = None
    url: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Added:
    """``status``: a new report; a new version of a known document; a known report read by another model or software;
    known in every respect; or purged earlier and therefore left out. ``unanchored``: judgements whose words the new
    reading no longer has as a statement; they are kept.
    """

    report: str
    status: Status
    version: int
    statements: int
    unanchored: tuple[str, ...] = ()


def add(connection: Connection, reading: Reading, original: Original | None, now: str) -> Added:
    """Enters a reading; adding the same again changes nothing. ``now``: ISO 8601, UTC."""
    report = reading.report
    found = connection.execute(
        select(reports.c.pk, reports.c.version, reports.c.text_sha256).where(reports.c.id == report.id)
    ).first()
    if found is None:
        gone = select(purges.c.pk).where(purges.c.report_id == report.id)
        if connection.execute(gone).first() is not None:
            return Added(report.id, "purged", 0, 0)
        return _enter(connection, reading, original, now)
    known = select(readings.c.pk).where(readings.c.id == reading.reading.id)
    if connection.execute(known).first() is not None:
        return Added(report.id, "known", found.version, len(reading.statements))
    connection.execute(update(readings).where(readings.c.report_pk == found.pk).values(current=0))
    _enter_reading(connection, found.pk, reading)
    view = redraw(connection, found.pk)
    unanchored = tuple(j.id for j in view.unanchored)
    return Added(report.id, "reread", found.version, len(reading.statements), unanchored)


def document_key(report: Report) -> str:
    """What stays when a page changes: its address, its id at its outlet, or nothing but the text itself."""
    if report.url:
        return f"url:{urldefrag(report.url)[0]}"
    return f"id:{report.outlet or ''}:{report.external_id}" if report.external_id else f"report:{report.id}"


def _enter(connection: Connection, reading: Reading, original: Original | None, now: str) -> Added:
    report = reading.report
    document, version = _document(connection, report)
    number = connection.execute(select(func.coalesce(func.max(reports.c.pk), 0) + 1)).scalar_one()
    values: dict[str, Any] = report_values(reading) | {
        "pk": number,
        "id": report.id,
        "document_pk": document,
        "version": version,
        "latest": 1,
        "chrono": chrono(report, number),
        "text_sha256": report.text_sha256,
        "external_id": report.external_id,
        "url": report.url,
        "text": report.text,
        "added": now,
    }
    connection.execute(insert(reports).values(values))
    if original is not None:
        enter_original(connection, number, original)
    _enter_reading(connection, number, reading)
    draw(connection, number, reading, (), {})
    return Added(report.id, "new" if version == 1 else "version", version, len(reading.statements))


def _document(connection: Connection, report: Report) -> tuple[int, int]:
    """The report's document and its version there; versions before it are no longer the latest."""
    key = document_key(report)
    document = connection.execute(select(documents.c.pk).where(documents.c.key == key)).scalar()
    if document is None:
        made = insert(documents).values(key=key).returning(documents.c.pk)
        return connection.execute(made).scalar_one(), 1
    earlier = select(func.coalesce(func.max(reports.c.version), 0)).where(reports.c.document_pk == document)
    version = connection.execute(earlier).scalar_one() + 1
    older = select(reports.c.pk).where(reports.c.document_pk == document)
    connection.execute(update(statements).where(statements.c.report_pk.in_(older)).values(shown=0))
    connection.execute(update(reports).where(reports.c.document_pk == document).values(latest=0))
    return document, version


def _enter_reading(connection: Connection, report: int, reading: Reading) -> None:
    info = reading.reading
    connection.execute(
        insert(readings).values(
            id=info.id,
            report_pk=report,
            software=info.software,
            model=info.model,
            made=info.made,
            current=1,
            body=body_of(reading),
        )
    )


def enter_original(connection: Connection, report: int, original: Original) -> None:
    """Keeps the bytes (once, however many reports came from them) and how they were fetched."""
    sha256 = hashlib.sha256(original.content).hexdigest()
    row = connection.execute(select(originals.c.pk).where(originals.c.sha256 == sha256)).scalar()
    if row is None:
        content = {"sha256": sha256, "content": pack(original.content), "size": len(original.content)}
        row = connection.execute(insert(originals).values(content).returning(originals.c.pk)).scalar_one()
    enter_fetch(connection, report, row, original)


def enter_fetch(connection: Connection, report: int, row: int | None, original: Original) -> None:
    """How a report reached the ledger; ``row``: its bytes, None where they were purged."""
    connection.execute(
        insert(fetches).values(
            report_pk=report,
            original_pk=row,
            media_type=original.media_type,
            headers=json.dumps(dict(original.headers), ensure_ascii=False, sort_keys=True),
            fetched=original.fetched,
            url=original.url,
            origins=json.dumps(dict(original.origins), ensure_ascii=False, sort_keys=True),
        )
    )
