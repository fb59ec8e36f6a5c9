"""One statement as a search shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from sayso.ledger.effective import Note, effective
from sayso.ledger.references import statement_id
from sayso.ledger.schema import entities, hops, judgements, reports, sources, standings, statements
from sayso.ledger.stored import current_reading, judgements_on


@dataclass(frozen=True, slots=True)
class Found:
    """A statement after judgement. ``id`` stays valid when the report is read anew; ``entity`` is the id of the source
    across reports, None where it stands alone; ``words`` has `` … `` where the cue interrupts the content.
    """

    id: str
    report: str
    place: str
    begin: int
    end: int
    words: str
    source: str | None
    title: str | None
    entity: str | None
    type: str
    disclosure: str
    act: str
    negated: bool
    firmness: str
    kind: str
    how: str
    via: tuple[str, ...]
    standing: tuple[str, ...]
    when_start: str | None
    when_end: str | None
    confidence: float
    model: str
    judgement: str
    headline: str | None
    outlet: str | None
    url: str | None
    published: str | None
    version: int
    latest: bool
    notes: tuple[Note, ...] = ()


def found(connection: Connection, ids: Sequence[int]) -> list[Found]:
    """Statements of these numbers, in this order."""
    if not ids:
        return []
    s, r = statements.c, reports.c
    query = (
        select(
            s.id, r.id.label("report"), s.place, s.begin, s.end, s.nth, s.words, sources.c.name.label("source"),
            sources.c.title, entities.c.id.label("entity"), s.type, s.disclosure, s.act, s.negated, s.firmness, s.kind,
            s.how, s.when_start, s.when_end, s.confidence, s.model, s.judged.label("judgement"), r.headline, r.outlet,
            r.url, r.published, r.version, r.latest,
        )
        .join(reports, r.pk == s.report_pk)
        .outerjoin(sources, sources.c.pk == s.source_pk)
        .outerjoin(entities, entities.c.pk == s.entity_pk)
        .where(s.id.in_(ids))
    )  # fmt: skip
    via = _many(
        connection,
        select(hops.c.statement_id, hops.c.name).where(hops.c.statement_id.in_(ids)).order_by(hops.c.position),
    )
    status = select(standings.c.statement_id, standings.c.status).where(standings.c.statement_id.in_(ids))
    standing = _many(connection, status.order_by(standings.c.status))
    rows = {}
    matches = connection.execute(query).mappings().all()
    notes = _notes(connection, {row["report"] for row in matches})
    for row in matches:
        values = dict(row)
        number, nth = values.pop("id"), values.pop("nth")
        values["id"] = statement_id(row["report"], row["begin"], row["end"], nth)
        values["negated"], values["latest"] = bool(row["negated"]), bool(row["latest"])
        noted = notes.get(row["report"], {}).get(row["place"], ())
        rows[number] = Found(**values, notes=noted, via=via.get(number, ()), standing=standing.get(number, ()))
    return [rows[number] for number in ids]


def _many(connection: Connection, query: Select[Any]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for number, value in connection.execute(query):
        found[number] = (*found.get(number, ()), value)
    return found


def _notes(connection: Connection, ids: Iterable[str]) -> dict[str, dict[str, tuple[Note, ...]]]:
    """Notes by report and place of the statement; few reports have any."""
    noted = select(reports).where(
        reports.c.id.in_(
            select(judgements.c.report_id).where(judgements.c.report_id.in_(sorted(ids)), judgements.c.action == "note")
        )
    )
    out = {}
    for row in connection.execute(noted).all():
        view = effective(current_reading(connection, row.pk), judgements_on(connection, row.id))
        out[row.id] = {place: judged.notes for place, judged in view.judged.items()}
    return out
