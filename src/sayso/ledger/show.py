"""One report, statement or source with all that the ledger knows of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, select

from sayso.errors import LedgerError
from sayso.ledger.effective import Effective, Judged, effective, with_own_sources
from sayso.ledger.found import Found, found
from sayso.ledger.judgement import Judgement
from sayso.ledger.lookup import names_like
from sayso.ledger.references import ENTITY, entity_row, is_report, is_statement, report_row, statement_row
from sayso.ledger.schema import (
    entities,
    fetches,
    hops,
    judgements,
    links,
    names,
    originals,
    readings,
    reports,
    sources,
    statements,
    versions,
)
from sayso.ledger.stored import current_reading, judgement_of, judgements_on, reading_of, unpack
from sayso.types import Reading, ReadingInfo, Statement

_NUMBERED = re.compile(r"[sp]\d{1,4}")
_WITHIN_READING = "`sayso find` gives ids that hold in the whole ledger, as 3b9babc999a1@42-88"
_JUDGEMENT = re.compile(r"j[0-9a-f]{16}")
#: Appearances of a source that are listed with their evidence, newest first.
_APPEARANCES = 200


@dataclass(frozen=True, slots=True)
class Version:
    """What a page said once: several can be one report, where it changed back. ``seen``: when it was found so."""

    report: str
    version: int
    added: str
    latest: bool
    seen: str


@dataclass(frozen=True, slots=True)
class Fetch:
    """How the report came here; ``kept``: whether the bytes are still here (see :func:`original_bytes`)."""

    media_type: str | None
    headers: Mapping[str, str]
    fetched: str | None
    url: str | None
    origins: Mapping[str, str]
    size: int | None
    kept: bool


@dataclass(frozen=True, slots=True)
class ReportView:
    """``reading`` is after judgement; ``judged`` has the judged statements with what the machine had said."""

    report: str
    version: int
    added: str
    reading: Reading
    judged: Mapping[str, Judged]
    unanchored: tuple[Judgement, ...]
    statements: tuple[Found, ...]
    versions: tuple[Version, ...]
    readings: tuple[ReadingInfo, ...]
    fetch: Fetch | None


@dataclass(frozen=True, slots=True)
class StatementView:
    """``machine`` is what the machine said, ``statement`` the same after judgement; ``about`` is what it is about.
    Notes stand in ``found`` and, as they were made, among ``judgements``.
    """

    found: Found
    statement: Statement
    machine: Statement
    judgements: tuple[Judgement, ...]
    about: tuple[Found, ...]
    about_this: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Appearance:
    """A party of one report and why it was joined: ``evidence`` is a list of ``{rule, weight, words}``."""

    report: str
    role: str
    place: str
    name: str | None
    title: str | None
    score: float | None
    evidence: tuple[Mapping[str, Any], ...]
    joined_by: str  # machine, or the id of the human judgement


@dataclass(frozen=True, slots=True)
class SourceView:
    """``statements`` counts those of the newest versions; ``merged``: entities that people merged into this one."""

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    merged: tuple[str, ...]
    statements: int
    relayed: int
    published: int
    appearances: tuple[Appearance, ...]
    judgements: tuple[Judgement, ...]


def report(connection: Connection, given: str) -> ReportView:
    """A report by id, first digits, or address. Raises LedgerError where there is none."""
    row = report_row(connection, given)
    view = view_of(connection, row)
    ids = select(statements.c.id).where(statements.c.report_pk == row.pk).order_by(statements.c.id)
    shown = (
        select(reports.c.id, versions.c.version, reports.c.added, reports.c.latest, reports.c.version.label("newest"),
               versions.c.seen)
        .join(reports, reports.c.pk == versions.c.report_pk)
        .where(versions.c.document_pk == row.document_pk)
        .order_by(versions.c.version)
    )  # fmt: skip
    made = select(readings).where(readings.c.report_pk == row.pk).order_by(readings.c.pk)
    return ReportView(
        report=row.id,
        version=row.version,
        added=row.added,
        reading=view.reading,
        judged=view.judged,
        unanchored=view.unanchored,
        statements=tuple(found(connection, [number for (number,) in connection.execute(ids)])),
        versions=tuple(
            Version(v.id, v.version, v.added, bool(v.latest) and v.version == v.newest, v.seen)
            for v in connection.execute(shown)
        ),
        readings=tuple(ReadingInfo(r.id, r.software, r.model, r.made) for r in connection.execute(made)),
        fetch=_fetch(connection, row.pk),
    )


def view_of(connection: Connection, row: Row[Any]) -> Effective:
    """The effective view of a row of ``reports``."""
    return effective(current_reading(connection, row.pk), judgements_on(connection, row.id))


def reading_by_id(connection: Connection, reading_id: str) -> Reading:
    """Any reading that was ever made, as the machine made it."""
    query = select(readings.c.body, reports.c.text).join(reports, reports.c.pk == readings.c.report_pk)
    row = connection.execute(query.where(readings.c.id == reading_id)).first()
    if row is None:
        raise LedgerError(reading_id, "no such reading in the ledger", "See `sayso show` of its report")
    return reading_of(row.body, row.text)


def original_bytes(connection: Connection, given: str) -> bytes:
    """The bytes that a report was read from, as fetched. Raises LedgerError where they are not kept."""
    row = report_row(connection, given)
    query = select(originals.c.content).join(fetches, fetches.c.original_pk == originals.c.pk)
    content = connection.execute(query.where(fetches.c.report_pk == row.pk)).scalar()
    if content is None:
        raise LedgerError(given, "its bytes are not kept", "Only what was fetched or read from a file is")
    return unpack(content)


def _fetch(connection: Connection, report_pk: int) -> Fetch | None:
    query = select(fetches, originals.c.size).outerjoin(originals, originals.c.pk == fetches.c.original_pk)
    row = connection.execute(query.where(fetches.c.report_pk == report_pk)).first()
    if row is None:
        return None
    headers, origins = json.loads(row.headers), json.loads(row.origins)
    return Fetch(row.media_type, headers, row.fetched, row.url, origins, row.size, row.original_pk is not None)


def statement(connection: Connection, given: str) -> StatementView:
    """A statement by id or ``report#s4``. Raises LedgerError where there is none."""
    row = statement_row(connection, given)
    report_ = connection.execute(select(reports).where(reports.c.pk == row.report_pk)).one()
    view = view_of(connection, report_)
    effective_statement = next(s for s in view.reading.statements if s.id == row.place)
    judged = view.judged.get(row.place)
    machine = judged.machine if judged else next(
        s for s in current_reading(connection, row.report_pk).statements if s.id == row.place
    )  # fmt: skip
    about = select(links.c.about_id).where(links.c.statement_id == row.id).order_by(links.c.about_id)
    about_this = select(links.c.statement_id).where(links.c.about_id == row.id).order_by(links.c.statement_id)
    return StatementView(
        found=found(connection, [row.id])[0],
        statement=effective_statement,
        machine=machine,
        judgements=judged.by if judged else (),
        about=tuple(found(connection, [n for (n,) in connection.execute(about)])),
        about_this=tuple(found(connection, [n for (n,) in connection.execute(about_this)])),
    )


def source(connection: Connection, given: str) -> SourceView:
    """A source across reports, by entity id or by a name that means only one; explains every join.

    Raises:
        LedgerError: none, or the name means several.
    """
    row = entity_row(connection, given) if ENTITY.fullmatch(given) else _named(connection, given)
    if row.merged_into is not None:
        row = connection.execute(select(entities).where(entities.c.pk == row.merged_into)).one()
    merged = select(entities.c.id).distinct().join(sources, sources.c.own_entity_pk == entities.c.pk)
    ids = sorted({id_ for (id_,) in connection.execute(merged.where(sources.c.entity_pk == row.pk))} - {row.id})
    known = select(names.c.name).join(sources, sources.c.name_pk == names.c.pk).where(sources.c.entity_pk == row.pk)
    said = select(func.count()).where(statements.c.entity_pk == row.pk, statements.c.shown == 1)
    relayed = select(func.count()).select_from(hops).where(
        hops.c.name_pk.in_(select(sources.c.name_pk).where(sources.c.entity_pk == row.pk, sources.c.role == "relay"))
    )  # fmt: skip
    published = select(func.count()).where(sources.c.entity_pk == row.pk, sources.c.role == "publisher")
    involved = [row.id, *ids]
    judged = select(judgements).where(judgements.c.target.in_(involved) | judgements.c.into.in_(involved))
    return SourceView(
        id=row.id,
        kind=row.kind,
        name=row.name,
        names=tuple(sorted({name for (name,) in connection.execute(known)})),
        merged=tuple(ids),
        statements=connection.execute(said).scalar_one(),
        relayed=connection.execute(relayed).scalar_one(),
        published=connection.execute(published).scalar_one(),
        appearances=_appearances(connection, row.pk),
        judgements=tuple(judgement_of(j) for j in connection.execute(judged.order_by(judgements.c.pk)).mappings()),
    )


def _named(connection: Connection, name: str) -> Row[Any]:
    rows = names_like(connection, name)
    meant = select(sources.c.entity_pk).where(sources.c.name_pk.in_(rows), sources.c.entity_pk.is_not(None))
    found_ = connection.execute(select(entities).where(entities.c.pk.in_(meant)).order_by(entities.c.pk).limit(6)).all()
    if not found_:
        raise LedgerError(name, "no source of this name that is known across reports", "Try `sayso find --source NAME`")
    if len(found_) > 1:
        listed = ", ".join(f"{row.id} ({row.name})" for row in found_)
        raise LedgerError(name, f"means several sources: {listed}", "Give an id")
    return found_[0]


def _appearances(connection: Connection, entity: int) -> tuple[Appearance, ...]:
    machine, own = entities.alias(), entities.alias()
    query = (
        select(sources, reports.c.id.label("report"), machine.c.id.label("machine"), own.c.id.label("own"))
        .join(reports, reports.c.pk == sources.c.report_pk)
        .outerjoin(machine, machine.c.pk == sources.c.machine_entity_pk)
        .outerjoin(own, own.c.pk == sources.c.own_entity_pk)
        .where(sources.c.entity_pk == entity)
        .order_by(sources.c.pk.desc())
        .limit(_APPEARANCES)
    )
    splits = select(judgements.c.into, judgements.c.id).where(judgements.c.action == "split")
    by_split: dict[str | None, str] = dict(connection.execute(splits).all())
    return tuple(
        Appearance(
            row.report, row.role, row.place, row.name, row.title, row.score, tuple(json.loads(row.evidence)),
            "machine" if row.own == row.machine else by_split.get(row.own, "human"),
        )
        for row in connection.execute(query)
    )  # fmt: skip


def anything(connection: Connection, given: str) -> ReportView | StatementView | SourceView | Judgement:
    """The report, statement, source or judgement of an id; a report of an address; a source of a name.

    Raises:
        LedgerError: nothing that fits.
    """
    if is_statement(given):
        return statement(connection, given)
    if ENTITY.fullmatch(given):
        return source(connection, given)
    if _JUDGEMENT.fullmatch(given):
        row = connection.execute(select(judgements).where(judgements.c.id == given)).mappings().first()
        if row is None:
            raise LedgerError(given, "no such judgement", "See `sayso judge log`")
        return judgement_of(row)
    if is_report(given):
        return report(connection, given)
    try:
        return report(connection, given)  # an address, or the carrier's own id
    except LedgerError:
        if _NUMBERED.fullmatch(given):
            raise LedgerError(given, "this numbers a statement or source within one reading", _WITHIN_READING) from None
        return source(connection, given)


_SCHEMAS = {"ReportView": "report", "StatementView": "statement", "SourceView": "source", "Judgement": "judgement"}


def as_json(shown: ReportView | StatementView | SourceView | Judgement) -> dict[str, Any]:
    """What is shown of one thing as a JSON object with its ``schema``: for the command line and the API alike."""
    if isinstance(shown, ReportView):
        shown = replace(shown, reading=with_own_sources(shown.reading))
    return {"schema": f"sayso.{_SCHEMAS[type(shown).__name__]}/1", **msgspec.to_builtins(shown)}
