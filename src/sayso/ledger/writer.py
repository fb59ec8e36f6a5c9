"""Adding a reading: what is new is entered, what is known is left alone, and nothing is ever half there."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal
from urllib.parse import urldefrag

import msgspec
from sqlalchemy import Column, Connection, Label, Table, bindparam, func, select, update

from sayso.ledger.changes import seen_at, show_again, supersede, version_row
from sayso.ledger.drawing import draw, redraw, report_values
from sayso.ledger.entering import Rows, enter
from sayso.ledger.rows import chrono
from sayso.ledger.schema import documents, fetches, originals, purges, readings, reports, versions
from sayso.ledger.stored import body_of, pack
from sayso.types import Reading, Report

Status = Literal["new", "version", "reread", "known", "purged"]


def _of(column: Column[Any], key: Column[Any], given: str) -> Label[Any]:
    """``column`` of the row whose ``key`` is the parameter ``given``."""
    return select(column).where(key == bindparam(given)).scalar_subquery().label(f"{given}_{column.name}")


def _last(column: Column[Any]) -> Label[Any]:
    return select(func.coalesce(func.max(column), 0)).scalar_subquery().label(f"last_{column.table.name}")


#: All that has to be known before adding, asked at once.
_KNOWN = select(
    _of(reports.c.pk, reports.c.id, "report"),
    _of(reports.c.version, reports.c.id, "report"),
    _of(reports.c.latest, reports.c.id, "report"),
    _of(readings.c.pk, readings.c.id, "reading"),
    _of(purges.c.pk, purges.c.report_id, "purge"),
    _of(documents.c.pk, documents.c.key, "document"),
    _of(originals.c.pk, originals.c.sha256, "original"),
    _last(reports.c.pk),
    _last(documents.c.pk),
    _last(originals.c.pk),
)


@dataclass(frozen=True, slots=True)
class Original:
    """What a report was read from. ``content`` is None where the bytes are not to be kept; ``fetched``: when they came
    over the wire, ``seen``: when the page was known to read so (a file's last change), where it did not; ``origins``:
    for each field of the report where it came from.
    """

    content: bytes | None
    media_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched: str | None = None
    url: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """``status``: a new report; a new version of a known document, or an earlier one to which it changed back; a known
    report read by another model or software; known in every respect; or purged earlier and therefore left out.
    ``unanchored``: judgements whose words the new reading no longer has as a statement; they are kept.
    """

    report: str
    status: Status
    version: int
    statements: int
    unanchored: tuple[str, ...] = ()


class Batch:
    """Readings that are added together: their rows wait until :meth:`flush`, unless one must be known earlier.

    ``originals``: rows of the bytes that wait, by their hashes; ``last``: the greatest number given out for a table.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.rows = Rows(connection)
        self.originals: dict[str, int] = {}
        self.last: dict[Table, int] = {}
        self._waiting: set[str] = set()

    def flush(self) -> None:
        self.rows.flush()
        self.originals.clear()
        self._waiting.clear()

    def settle(self, *keys: str) -> None:
        """Enters what waits if it concerns one of these reports or documents, which wait from now on too."""
        if not self._waiting.isdisjoint(keys):
            self.flush()
        self._waiting.update(keys)

    def next(self, table: Table, last: int) -> int:
        """A number for a new row, where ``last`` is the greatest in the table."""
        self.last[table] = max(last, self.last.get(table, 0)) + 1
        return self.last[table]


def add(batch: Batch, reading: Reading, original: Original | None, now: str) -> Added:
    """Enters a reading; adding the same again changes nothing. ``now``: ISO 8601, UTC."""
    report = reading.report
    sha256 = digest(original.content) if original and original.content is not None else ""
    wanted = {"report": report.id, "reading": reading.reading.id, "purge": report.id,
              "document": document_key(report), "original": sha256}  # fmt: skip
    batch.settle(report.id, wanted["document"])
    connection = batch.connection
    known = connection.execute(_KNOWN, wanted).one()
    told = original.seen or original.fetched if original else None
    seen = seen_at(told, now)
    if known.purge_pk is not None:
        return Added(report.id, "purged", 0, 0)
    if known.report_pk is None:
        version = _enter(batch, reading, known, now, seen)
        if original is not None:
            _enter_original(batch, known, original, sha256)
        return Added(report.id, "new" if version == 1 else "version", version, len(reading.statements))
    again = show_again(connection, report.id, seen) if told and not known.report_latest else None
    version = again or known.report_version
    if known.reading_pk is not None:
        return Added(report.id, "version" if again else "known", version, len(reading.statements))
    connection.execute(update(readings).where(readings.c.report_pk == known.report_pk).values(current=0))
    enter(connection, readings, [_reading_row(known.report_pk, reading)])
    view = redraw(connection, known.report_pk, retry=True)
    unanchored = tuple(j.id for j in view.unanchored)
    return Added(report.id, "reread", version, len(reading.statements), unanchored)


def document_key(report: Report) -> str:
    """What stays when a page changes: its address, its id at its outlet, or nothing but the text itself."""
    if report.url:
        return f"url:{urldefrag(report.url)[0]}"
    return f"id:{report.outlet or ''}:{report.external_id}" if report.external_id else f"report:{report.id}"


def _enter(batch: Batch, reading: Reading, known: Any, now: str, seen: str) -> int:
    """Enters a report that is not there yet; gives its version. ``known``: the row of ``_KNOWN``."""
    report, version, document = reading.report, 1, known.document_pk
    number = batch.next(reports, known.last_reports)
    if document is None:
        document = batch.next(documents, known.last_documents)
        batch.rows.add(documents, [{"pk": document, "key": document_key(report)}])
    else:
        version = supersede(batch.connection, document)
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
    batch.rows.add(reports, [values])
    batch.rows.add(versions, [version_row(document, version, number, seen)])
    batch.rows.add(readings, [_reading_row(number, reading)])
    draw(batch.connection, batch.rows, number, reading, (), {}, document)
    return version


def _reading_row(report: int, reading: Reading) -> dict[str, Any]:
    info = reading.reading
    values = {"id": info.id, "report_pk": report, "software": info.software, "model": info.model, "made": info.made}
    return values | {"current": 1, "body": body_of(reading)}


def _enter_original(batch: Batch, known: Any, original: Original, sha256: str) -> None:
    """Keeps the bytes (once, however many reports came from them) and how they were fetched."""
    row = known.original_pk or batch.originals.get(sha256)
    if row is None and original.content is not None:
        row = batch.originals[sha256] = batch.next(originals, known.last_originals)
        content = {"pk": row, "sha256": sha256, "content": pack(original.content), "size": len(original.content)}
        batch.rows.add(originals, [content])
    values = {
        "report_pk": batch.last[reports],
        "original_pk": row,
        "media_type": original.media_type,
        "headers": _json(original.headers),
        "fetched": original.fetched,
        "url": original.url,
        "origins": _json(original.origins),
    }
    batch.rows.add(fetches, [values])


def _json(values: Mapping[str, str]) -> str:
    return msgspec.json.encode(dict(sorted(values.items()))).decode()


@lru_cache(maxsize=4)
def digest(content: bytes) -> str:
    """Hexadecimal SHA-256; remembered for the reports of one feed, which all came in the same bytes."""
    return hashlib.sha256(content).hexdigest()
