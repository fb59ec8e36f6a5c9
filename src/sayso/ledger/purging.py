"""Taking a report out for good: its rows, its place in every index, its bytes, what was joined or judged of it.

What stays is a note with its id, so that the same text is not taken in again unnoticed. On SQLite freed pages are
overwritten and the log of changes is emptied; on PostgreSQL the tables are vacuumed. Copies made elsewhere, and the
backups that a migration left beside the file, are out of reach: :class:`Purged` names the latter.
"""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from sayso.ledger import fulltext, store
from sayso.ledger.drawing import redraw
from sayso.ledger.judging import apply_merges
from sayso.ledger.names import fold, read_name
from sayso.ledger.references import report_row
from sayso.ledger.schema import (
    documents,
    entities,
    entity_names,
    fetches,
    judgements,
    name_blocks,
    names,
    originals,
    purges,
    reports,
    sources,
    statements,
)
from sayso.ledger.untracing import untrace

_TOUCHED = ("reports", "readings", "originals", "fetches", "statements", "sources", "names", "name_blocks", "hops",
            "entities", "entity_names", "judgements", "inputs", "standings", "links", "documents",
            "traced_reports", "traced_prints", "traced_sketches", "traced_links", "traced_near", "traced_rests",
            "traced_senses", "traced_postings", "traced_stories", "traced_scenes")  # fmt: skip

_TRIES = 50


@dataclass(frozen=True, slots=True)
class Purged:
    """``shared``: other reports that came in the same bytes, which are gone for them too; ``emptied``: False where a
    long-running reader kept SQLite's log of changes from being emptied; ``backups``: files that may still hold it.
    """

    report: str
    statements: int
    shared: tuple[str, ...]
    emptied: bool = True
    backups: tuple[Path, ...] = ()


def purge(connection: Connection, given: str, *, by: str, now: str, why: str | None = None) -> Purged:
    """Takes a report out of the tables, within one transaction; follow it with :func:`scrub`.

    Raises:
        LedgerError: no such report.
    """
    row = report_row(connection, given)
    held = connection.execute(select(func.count()).where(statements.c.report_pk == row.pk)).scalar_one()
    shared = _drop_original(connection, row.pk)
    met = select(sources.c.machine_entity_pk, sources.c.own_entity_pk, sources.c.name_pk).where(
        sources.c.report_pk == row.pk
    )
    concerned = connection.execute(met).all()
    connection.execute(delete(judgements).where(judgements.c.report_id == row.id))
    untrace(connection, [row.pk], scrub=True)
    connection.execute(delete(reports).where(reports.c.pk == row.pk))
    _drop_entities(connection, {entity for *both, _ in concerned for entity in both if entity is not None})
    _drop_names(connection, {name for *_, name in concerned if name is not None})
    _newest_again(connection, row.document_pk)
    apply_merges(connection)
    connection.execute(insert(purges).values(report_id=row.id, at=now, by=by, why=why))
    return Purged(row.id, held, shared)


def _drop_original(connection: Connection, report: int) -> tuple[str, ...]:
    """Bytes that held the report also go where they held others: the text must not survive in a feed's XML."""
    original = connection.execute(select(fetches.c.original_pk).where(fetches.c.report_pk == report)).scalar()
    if original is None:
        return ()
    others = (
        select(reports.c.id)
        .join(fetches, fetches.c.report_pk == reports.c.pk)
        .where(fetches.c.original_pk == original, reports.c.pk != report)
        .order_by(reports.c.id)
    )
    shared = tuple(id_ for (id_,) in connection.execute(others))
    connection.execute(delete(originals).where(originals.c.pk == original))
    return shared


def _drop_entities(connection: Connection, concerned: set[int]) -> None:
    """Entities that no other report knows go; those that stay forget names and titles that only this report gave."""
    for entity in sorted(concerned):
        left = select(sources.c.name_pk, sources.c.title).where(sources.c.machine_entity_pk == entity).distinct()
        rows = connection.execute(left).all()
        split_off = select(sources.c.pk).where(sources.c.own_entity_pk == entity).limit(1)
        if rows or connection.execute(split_off).first() is not None:
            titles = {" ".join(fold(title)) for _, title in rows if title}
            _forget(connection, entity, {name for name, _ in rows if name is not None}, titles)
            continue
        gone = select(entities.c.id).where(entities.c.pk == entity).scalar_subquery()
        connection.execute(delete(judgements).where((judgements.c.target == gone) | (judgements.c.into == gone)))
        connection.execute(delete(entities).where(entities.c.pk == entity))


def _forget(connection: Connection, entity: int, kept: set[int], kept_titles: set[str]) -> None:
    own = sources.c.own_entity_pk == entity
    stale = (entity_names.c.entity_pk == entity) & entity_names.c.name_pk.not_in(kept)
    gone = select(names.c.name).join(entity_names, entity_names.c.name_pk == names.c.pk).where(stale)
    forgotten = {name for (name,) in connection.execute(gone)}
    connection.execute(delete(entity_names).where(stale))
    row = connection.execute(select(entities).where(entities.c.pk == entity)).one()
    titles = [title for title in json.loads(row.titles) if title in kept_titles]
    forgotten |= set(json.loads(row.titles)) - kept_titles
    values = {"titles": json.dumps(titles, ensure_ascii=False)}
    named = select(sources.c.name).where(own, sources.c.name.is_not(None)).order_by(sources.c.pk).limit(1)
    if connection.execute(named.where(sources.c.name == row.name)).first() is None:
        values["name"] = connection.execute(named).scalar() or row.kind
    connection.execute(update(entities).where(entities.c.pk == entity).values(values))
    if forgotten:
        _forget_evidence(connection, entity, forgotten)


def _forget_evidence(connection: Connection, entity: int, forgotten: set[str]) -> None:
    """Reasons for joining others keep their rule and weight, but not words that only the purged report had."""
    query = select(sources.c.pk, sources.c.evidence).where(sources.c.machine_entity_pk == entity)
    for pk, evidence in connection.execute(query).all():
        reasons = json.loads(evidence)
        if any(word in forgotten for reason in reasons for word in reason["words"]):
            for reason in reasons:
                reason["words"] = ["(purged)" if word in forgotten else word for word in reason["words"]]
            changed = json.dumps(reasons, ensure_ascii=False)
            connection.execute(update(sources).where(sources.c.pk == pk).values(evidence=changed))


def _drop_names(connection: Connection, concerned: set[int]) -> None:
    """Names that no other report has go; the others are kept as one of those writes them."""
    for name in sorted(concerned):
        written = (
            select(sources.c.name, sources.c.kind).where(sources.c.name_pk == name).order_by(sources.c.pk).limit(1)
        )
        row = connection.execute(select(names).where(names.c.pk == name)).one()
        if connection.execute(written.where(sources.c.name == row.name)).first() is not None:
            continue
        other = connection.execute(written).first()
        connection.execute(delete(name_blocks).where(name_blocks.c.name_pk == name))
        if other is None or other.name is None:
            connection.execute(delete(names).where(names.c.pk == name))
            continue
        connection.execute(update(names).where(names.c.pk == name).values(name=other.name))
        blocks = [{"block": block, "name_pk": name} for block in read_name(other.name, other.kind).blocks]
        connection.execute(insert(name_blocks), blocks)


def _newest_again(connection: Connection, document: int) -> None:
    newest = select(reports).where(reports.c.document_pk == document).order_by(reports.c.version.desc()).limit(1)
    row = connection.execute(newest).first()
    if row is None:
        connection.execute(delete(documents).where(documents.c.pk == document))
    elif not row.latest:
        connection.execute(update(reports).where(reports.c.pk == row.pk).values(latest=1))
        redraw(connection, row.pk)


def scrub(engine: Engine, purged: Purged) -> Purged:
    """Removes what a database keeps of deleted rows: index segments, log of changes, dead rows."""
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"VACUUM {', '.join(_TOUCHED)}")
        return purged
    with store.writing(engine) as connection:
        fulltext.compact(connection)
    emptied = False
    for _ in range(_TRIES):  # readers that began before the purge still need the log
        with closing(sqlite3.connect(engine.url.database or "")) as raw:
            busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        emptied = not busy
        if emptied:
            break
        time.sleep(0.1)
    return replace(purged, emptied=emptied, backups=tuple(store.backups(engine)))
