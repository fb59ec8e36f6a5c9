"""A whole ledger as JSON Lines, and back: the same ledger always gives the same bytes, also after an import.

The lines hold what cannot be derived: entities, judgements, notes of purges, bytes as fetched, reports with all their
readings and the machine's joins, inputs already added. Everything else is drawn anew on import. Lines refer to one
another by ids, never by row numbers, so a dump of a SQLite ledger can be imported into PostgreSQL and the other way.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, func, insert, select

from sayso.errors import LedgerError
from sayso.ledger.changes import supersede, version_row
from sayso.ledger.drawing import PartyKey, draw, roots
from sayso.ledger.entering import Rows, enter
from sayso.ledger.entities import Join, intern
from sayso.ledger.judging import apply_merges
from sayso.ledger.names import read_name
from sayso.ledger.rows import chrono
from sayso.ledger.schema import (
    documents,
    entities,
    entity_names,
    fetches,
    inputs,
    judgements,
    names,
    originals,
    purges,
    readings,
    reports,
    sources,
    versions,
)
from sayso.ledger.stored import judgements_on, pack, reading_of, unpack

SCHEMA = "sayso.ledger/1"
_BATCH = 100  # reports whose rows are entered together
_JUDGEMENT = [c for c in judgements.columns if c.name != "pk"]
_REPORT = ("id", "version", "added", "external_id", "url", "text_sha256", "text")
_NAMES = (
    select(names.c.name)
    .join(entity_names, entity_names.c.name_pk == names.c.pk)
    .where(entity_names.c.entity_pk == bindparam("entity"))
    .order_by(names.c.key)
)
_READING = ("id", "software", "model", "made", "current")


def dump(connection: Connection) -> Iterator[bytes]:
    """The lines of a ledger, line ends included; take them within one reading session."""
    yield _line({"schema": SCHEMA})
    for row in _rows(connection, select(entities).order_by(entities.c.pk)):
        titles = json.loads(row["titles"])
        known = [name for (name,) in connection.execute(_NAMES, {"entity": row["pk"]})]
        yield _line({"entity": row["id"], "kind": row["kind"], "name": row["name"], "titles": titles, "names": known})
    for row in _rows(connection, select(*_JUDGEMENT).order_by(judgements.c.pk)):
        yield _line({"judgement": dict(row)})
    for row in _rows(connection, select(purges).order_by(purges.c.pk)):
        yield _line({"purge": row["report_id"], "at": row["at"], "by": row["by"], "why": row["why"]})
    for row in _rows(connection, select(originals).order_by(originals.c.pk)):
        yield _line({"original": row["sha256"], "content": base64.b64encode(unpack(row["content"])).decode()})
    query = select(reports, documents.c.key).join(documents, documents.c.pk == reports.c.document_pk)
    for row in _rows(connection, query.order_by(reports.c.pk)):
        yield _line(_report(connection, row))
    query = select(inputs.c.fingerprint, reports.c.id).join(reports, reports.c.pk == inputs.c.report_pk)
    for row in _rows(connection, query.order_by(inputs.c.pk)):
        yield _line({"input": row["fingerprint"], "report": row["id"]})


def _rows(connection: Connection, query: Any) -> Iterable[Any]:
    return connection.execution_options(yield_per=256).execute(query).mappings()


def _line(value: dict[str, Any]) -> bytes:
    return msgspec.json.encode(value) + b"\n"


def _report(connection: Connection, row: Any) -> dict[str, Any]:
    made = select(readings).where(readings.c.report_pk == row["pk"]).order_by(readings.c.pk)
    joined = (
        select(sources, entities.c.id.label("entity"))
        .outerjoin(entities, entities.c.pk == sources.c.machine_entity_pk)
        .where(sources.c.report_pk == row["pk"])
        .order_by(sources.c.pk)
    )
    shown = select(versions.c.version, versions.c.seen).where(versions.c.report_pk == row["pk"])
    shown = shown.order_by(versions.c.version)
    return {
        "report": {key: row[key] for key in _REPORT} | {"document": row["key"]},
        "versions": [[number, seen] for number, seen in connection.execute(shown)],
        "fetch": _fetch(connection, row["pk"]),
        "readings": [
            {key: r[key] for key in _READING} | {"body": msgspec.Raw(unpack(r["body"]))}
            for r in connection.execute(made).mappings()
        ],
        "joins": [
            [s.role, s.name, s.kind, s.entity, s.score, json.loads(s.evidence)] for s in connection.execute(joined)
        ],
    }


def _fetch(connection: Connection, report: int) -> dict[str, Any] | None:
    query = select(fetches, originals.c.sha256).outerjoin(originals, originals.c.pk == fetches.c.original_pk)
    row = connection.execute(query.where(fetches.c.report_pk == report)).mappings().first()
    if row is None:
        return None
    values = {key: row[key] for key in ("media_type", "headers", "fetched", "url", "origins")}
    return values | {"original": row["sha256"]}


def restore(connection: Connection, lines: Iterable[bytes], name: str) -> int:
    """Fills an empty ledger from the lines of a dump, within one writing session; gives the number of reports.

    ``name``: what the lines came from, for messages.

    Raises:
        LedgerError: the ledger is not empty, or a line is no part of a dump.
    """
    for table in (reports, judgements, purges):
        if connection.execute(select(func.count()).select_from(table)).scalar_one():
            raise LedgerError(name, "can only be imported into an empty ledger", "Name a new one with --ledger")
    state = _Restoring(connection)
    number = 0
    for number, line in enumerate(lines, 1):
        try:
            state.take(number, msgspec.json.decode(line))
        except (msgspec.DecodeError, KeyError, TypeError, ValueError) as error:
            message = f"line {number} is no part of a ledger's dump ({type(error).__name__}: {error})"
            raise LedgerError(name, message, "Export the ledger again with `sayso export --all`") from error
    state.flush()
    if number == 0:
        raise LedgerError(name, "is empty", "Export the ledger again with `sayso export --all`")
    return state.reports


class _Restoring:
    """Takes one line after the other; ``reports`` counts the reports taken."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.reports = self._originals = 0
        self._rows = Rows(connection)
        self._entities: dict[str, int] = {}
        self._roots: dict[int, int] | None = None

    def take(self, number: int, value: dict[str, Any]) -> None:
        if number == 1:
            if value.get("schema") != SCHEMA:
                raise ValueError(f"schema {value.get('schema')!r} is not {SCHEMA}")
            return
        handlers = {"entity": self._entity, "judgement": self._judgement, "purge": self._purge,
                    "original": self._original, "report": self._report, "input": self._input}  # fmt: skip
        handlers[next(iter(value))](value)

    def flush(self) -> None:
        self._rows.flush()

    def _entity(self, value: dict[str, Any]) -> None:
        number = len(self._entities) + 1
        titles = json.dumps(value["titles"], ensure_ascii=False)
        row = {"pk": number, "id": value["entity"], "kind": value["kind"], "name": value["name"], "titles": titles}
        self.connection.execute(insert(entities), row)
        self._entities[value["entity"]] = number
        rows = intern(self.connection, [read_name(name, value["kind"]) for name in value["names"]])
        known = [{"entity_pk": number, "name_pk": row} for row in rows.values()]
        if known:
            self.connection.execute(insert(entity_names), known)

    def _judgement(self, value: dict[str, Any]) -> None:
        self.connection.execute(insert(judgements), value["judgement"])

    def _purge(self, value: dict[str, Any]) -> None:
        row = {"report_id": value["purge"], "at": value["at"], "by": value["by"], "why": value["why"]}
        self.connection.execute(insert(purges), row)

    def _original(self, value: dict[str, Any]) -> None:
        content = base64.b64decode(value["content"], validate=True)
        self._originals += 1
        row = {"pk": self._originals, "sha256": value["original"], "content": pack(content), "size": len(content)}
        self.connection.execute(insert(originals), row)

    def _report(self, value: dict[str, Any]) -> None:
        if self._roots is None:
            apply_merges(self.connection)
            self._roots = roots(self.connection)
        self.reports += 1
        given, number = value["report"], self.reports
        current = next(r for r in value["readings"] if r["current"])
        reading = reading_of(pack(msgspec.json.encode(current["body"])), given["text"])
        self._enter(given, number, reading.report, value.get("versions") or [[given["version"], given["added"]]])
        for made in value["readings"]:
            row = {key: made[key] for key in _READING} | {"report_pk": number}
            self.connection.execute(insert(readings), row | {"body": pack(msgspec.json.encode(made["body"]))})
        if value["fetch"] is not None:
            self._fetch(number, value["fetch"])
        kept: dict[PartyKey, list[Join]] = {}
        for role, name, kind, entity, score, evidence in value["joins"]:
            own = self._entities[entity] if entity is not None else None
            key = (role, read_name(name, kind).key if name else None, kind)
            root = self._roots.get(own, own) if own is not None else None
            kept.setdefault(key, []).append(Join(own, root, score, json.dumps(evidence, ensure_ascii=False)))
        draw(self.connection, self._rows, number, reading, judgements_on(self.connection, given["id"]), kept)
        if number % _BATCH == 0:
            self._rows.flush()

    def _enter(self, given: dict[str, Any], number: int, report: Any, shown: list[tuple[int, str]]) -> None:
        key = given["document"]
        document = self.connection.execute(select(documents.c.pk).where(documents.c.key == key)).scalar()
        if document is None:
            document = self.connection.execute(select(func.coalesce(func.max(documents.c.pk), 0) + 1)).scalar_one()
            self.connection.execute(insert(documents).values(pk=document, key=key))
        last = select(func.coalesce(func.max(versions.c.version), 0)).where(versions.c.document_pk == document)
        latest = given["version"] > self.connection.execute(last).scalar_one()
        if latest:
            self._rows.flush()
            supersede(self.connection, document)
        values = {name: given[name] for name in _REPORT}
        values |= {"pk": number, "document_pk": document, "latest": int(latest), "chrono": chrono(report, number)}
        enter(self.connection, reports, [values | {"genre": report.genre, "headline": None}])
        for version, seen in shown:
            self.connection.execute(insert(versions).values(version_row(document, version, number, seen)))

    def _fetch(self, number: int, given: dict[str, Any]) -> None:
        query = select(originals.c.pk).where(originals.c.sha256 == given["original"])
        row = {key: given[key] for key in ("media_type", "headers", "fetched", "url", "origins")}
        original = self.connection.execute(query).scalar() if given["original"] else None
        self.connection.execute(insert(fetches), row | {"report_pk": number, "original_pk": original})

    def _input(self, value: dict[str, Any]) -> None:
        row = select(reports.c.pk).where(reports.c.id == value["report"]).scalar_subquery()
        self.connection.execute(insert(inputs).values(fingerprint=value["input"], report_pk=row))
