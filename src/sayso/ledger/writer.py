"""Adding a reading: what is new is entered, what is known is left alone, and nothing is ever half there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urldefrag

from sqlalchemy import Connection, bindparam, func, insert, select, update

from sayso.ledger.drawing import draw, redraw, report_values
from sayso.ledger.rows import chrono
from sayso.ledger.schema import documents, fetches, originals, purges, readings, reports, statements
from sayso.ledger.stored import body_of, pack
from sayso.types import Reading, Report

Status = Literal["new", "version", "reread", "known", "purged"]

#: All that has to be known before adding, asked at once.
_KNOWN = select(
    select(reports.c.pk).where(reports.c.id == bindparam("report")).scalar_subquery().label("report"),
    select(reports.c.version).where(reports.c.id == bindparam("report")).scalar_subquery().label("version"),
    select(readings.c.pk).where(readings.c.id == bindparam("reading")).scalar_subquery().label("reading"),
    select(purges.c.pk).where(purges.c.report_id == bindparam("report")).scalar_subquery().label("purge"),
    select(documents.c.pk).where(documents.c.key == bindparam("document")).scalar_subquery().label("document"),
    select(originals.c.pk).where(originals.c.sha256 == bindparam("sha256")).scalar_subquery().label("original"),
    select(func.coalesce(func.max(reports.c.pk), 0)).scalar_subquery().label("last"),
)


@dataclass(frozen=True, slots=True)
class Original:
    """What a report was read from. ``content`` is None where the bytes are not to be kept, as for one record of a large
    file; ``origins``: for each field of the report where it came from.
    """

    content: bytes | None
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
    sha256 = hashlib.sha256(original.content).hexdigest() if original and original.content is not None else ""
    wanted = {"report": report.id, "reading": reading.reading.id, "document": document_key(report), "sha256": sha256}
    known = connection.execute(_KNOWN, wanted).one()
    if known.purge is not None:
        return Added(report.id, "purged", 0, 0)
    if known.report is None:
        version = _enter(connection, reading, known, now)
        if original is not None:
            enter_original(connection, known.last + 1, original, sha256, known.original)
        return Added(report.id, "new" if version == 1 else "version", version, len(reading.statements))
    if known.reading is not None:
        return Added(report.id, "known", known.version, len(reading.statements))
    connection.execute(update(readings).where(readings.c.report_pk == known.report).values(current=0))
    _enter_reading(connection, known.report, reading)
    view = redraw(connection, known.report, retry=True)
    unanchored = tuple(j.id for j in view.unanchored)
    return Added(report.id, "reread", known.version, len(reading.statements), unanchored)


def document_key(report: Report) -> str:
    """What stays when a page changes: its address, its id at its outlet, or nothing but the text itself."""
    if report.url:
        return f"url:{urldefrag(report.url)[0]}"
    return f"id:{report.outlet or ''}:{report.external_id}" if report.external_id else f"report:{report.id}"


def _enter(connection: Connection, reading: Reading, known: Any, now: str) -> int:
    """Enters a report that is not there yet; gives its version. ``known``: the row of ``_KNOWN``."""
    report, number, version = reading.report, known.last + 1, 1
    document = known.document
    if document is None:
        made = insert(documents).values(key=document_key(report)).returning(documents.c.pk)
        document = connection.execute(made).scalar_one()
    else:
        version = supersede(connection, document)
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
    connection.execute(insert(reports), values)
    _enter_reading(connection, number, reading)
    draw(connection, number, reading, (), {}, document)
    return version


def supersede(connection: Connection, document: int) -> int:
    """Marks the versions so far as no longer the latest; gives the next version's number."""
    older = select(reports.c.pk).where(reports.c.document_pk == document)
    connection.execute(update(statements).where(statements.c.report_pk.in_(older)).values(shown=0))
    connection.execute(update(reports).where(reports.c.document_pk == document).values(latest=0))
    version = select(func.coalesce(func.max(reports.c.version), 0) + 1).where(reports.c.document_pk == document)
    number: int = connection.execute(version).scalar_one()
    return number


def _enter_reading(connection: Connection, report: int, reading: Reading) -> None:
    info = reading.reading
    values = {"id": info.id, "report_pk": report, "software": info.software, "model": info.model, "made": info.made}
    connection.execute(insert(readings), values | {"current": 1, "body": body_of(reading)})


def enter_original(connection: Connection, report: int, original: Original, sha256: str, row: int | None) -> None:
    """Keeps the bytes (once, however many reports came from them: ``row``) and how they were fetched."""
    if row is None and original.content is not None:
        content = {"sha256": sha256, "content": pack(original.content), "size": len(original.content)}
        row = connection.execute(insert(originals).values(content).returning(originals.c.pk)).scalar_one()
    values = {
        "report_pk": report,
        "original_pk": row,
        "media_type": original.media_type,
        "headers": json.dumps(dict(original.headers), ensure_ascii=False, sort_keys=True),
        "fetched": original.fetched,
        "url": original.url,
        "origins": json.dumps(dict(original.origins), ensure_ascii=False, sort_keys=True),
    }
    connection.execute(insert(fetches), values)
