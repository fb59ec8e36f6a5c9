"""Drawing the search rows of one report from its current reading and the judgements on it, within one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select, update

from sayso.ledger.anchors import overlap
from sayso.ledger.effective import Effective, effective
from sayso.ledger.entering import Rows
from sayso.ledger.entities import Join, intern, resolve
from sayso.ledger.judgement import Judgement, active
from sayso.ledger.names import read_name
from sayso.ledger.rows import Party, bounds, chrono, numbers, parties, statement_values
from sayso.ledger.schema import entities, hops, links, reports, sources, standings, statements
from sayso.ledger.stored import current_reading, judgements_on
from sayso.ledger.tags import tags_of
from sayso.types import Reading

#: Role, name key and kind of a party: what a join is remembered by when rows are drawn anew.
PartyKey = tuple[str, str | None, str]


def redraw(connection: Connection, report: int, *, retry: bool = False) -> Effective:
    """Takes the rows of a report away and draws them anew; joins of sources that are still there are kept.

    ``retry``: sources that were joined to none so far are compared again, as a newer reading may say more of them.
    """
    reading = current_reading(connection, report)
    judged = judgements_on(connection, reading.report.id)
    kept = _joins(connection, report, undecided=not retry)
    connection.execute(delete(statements).where(statements.c.report_pk == report))
    connection.execute(delete(sources).where(sources.c.report_pk == report))
    rows = Rows(connection)
    view = draw(connection, rows, report, reading, judged, kept)
    rows.flush()
    return view


def draw(
    connection: Connection,
    into: Rows,
    report: int,
    reading: Reading,
    judged: Sequence[Judgement],
    kept: Mapping[PartyKey, Sequence[Join]],
    document: int | None = None,
) -> Effective:
    """Draws the rows of a report that has none, names and entities at once, the others ``into`` rows that wait.

    ``kept``: joins already made, as from an import.

    ``document``: given for a report just entered, whose own row is in step and which is the latest of that document.
    """
    view = effective(reading, judged)
    latest = True
    if document is None:
        document, latest = _place(connection, report, view)
    found = parties(view.reading)
    rows = intern(connection, [p.name for p in found if p.name])
    left = {key: list(joins) for key, joins in kept.items()}
    old = [left[key].pop(0) if left.get(key := party_key(p)) else None for p in found]
    new = [p for p, join in zip(found, old, strict=True) if join is None]
    fresh = iter(resolve(connection, reading.report.id, document, new, rows) if new else ())
    joins = [join or next(fresh) for join in old]
    source_rows = _source_rows(connection, report, found, joins, rows, judged)
    into.add(sources, source_rows)
    _draw_statements(into, report, view, found, source_rows, latest=latest)
    return view


def party_key(party: Party) -> PartyKey:
    return (party.role, party.name.key if party.name else None, party.kind)


def _joins(connection: Connection, report: int, *, undecided: bool) -> dict[PartyKey, list[Join]]:
    kept: dict[PartyKey, list[Join]] = {}
    for row in connection.execute(select(sources).where(sources.c.report_pk == report).order_by(sources.c.pk)):
        name = read_name(row.name, row.kind).key if row.name else None
        if undecided or row.machine_entity_pk is not None:
            join = Join(row.machine_entity_pk, row.entity_pk, row.score, row.evidence)
            kept.setdefault((row.role, name, row.kind), []).append(join)
    return kept


def _place(connection: Connection, report: int, view: Effective) -> tuple[int, bool]:
    """Brings the report's own row into step with the view; gives its document and whether it is the latest version."""
    effective_report = view.reading.report
    row = connection.execute(select(reports).where(reports.c.pk == report)).one()
    wanted: dict[str, Any] = report_values(view.reading) | {"chrono": chrono(effective_report, report)}
    changed = {key: value for key, value in wanted.items() if getattr(row, key) != value}
    if changed:
        connection.execute(update(reports).where(reports.c.pk == report).values(changed))
    return row.document_pk, bool(row.latest)


def report_values(reading: Reading) -> dict[str, Any]:
    """Columns of ``reports`` that a judge or a newer reading can change."""
    report = reading.report
    return {
        "outlet": report.outlet,
        "agency": report.agency,
        "language": report.language,
        "genre": report.genre,
        "headline": report.headline,
        "published": report.published.value if report.published else None,
    }


def roots(connection: Connection) -> dict[int, int]:
    """For each entity that a person merged away: the entity that stands for it now."""
    query = select(entities.c.pk, entities.c.merged_into).where(entities.c.merged_into.is_not(None))
    return {pk: root for pk, root in connection.execute(query) if root is not None}


def _source_rows(
    connection: Connection,
    report: int,
    found: Sequence[Party],
    joins: Sequence[Join],
    rows: Mapping[str, int],
    judged: Sequence[Judgement],
) -> list[dict[str, Any]]:
    apart = split_entities(connection, judged) if judged else []
    merged = roots(connection) if apart or any(join.entity != join.root for join in joins) else {}
    values = []
    for number, party, join in zip(numbers(report << 14, len(found), str(report)), found, joins, strict=True):
        own = next((entity for split, entity in apart if is_split(split, party)), join.entity)
        values.append(
            {
                "pk": number,
                "report_pk": report,
                "role": party.role,
                "place": party.place,
                "name": party.name.name if party.name else None,
                "name_pk": rows[party.name.key] if party.name else None,
                "kind": party.kind,
                "type": party.type,
                "disclosure": party.disclosure,
                "title": party.title,
                "begin": party.spans[0].begin if party.spans else None,
                "end": party.spans[0].end if party.spans else None,
                "machine_entity_pk": join.entity,
                "own_entity_pk": own,
                "entity_pk": merged.get(own, own) if own is not None else None,
                "score": join.score,
                "evidence": join.evidence,
            }
        )
    return values


def split_entities(connection: Connection, judged: Sequence[Judgement]) -> list[tuple[Judgement, int]]:
    """Splits in force with the rows of the entities that they made."""
    splits = [j for j in active(judged) if j.action == "split"]
    if not splits:
        return []
    query = select(entities.c.id, entities.c.pk).where(entities.c.id.in_([j.into for j in splits]))
    made: dict[str, int] = dict(connection.execute(query).all())
    return [(j, made[j.into]) for j in splits if j.into in made]


def is_split(split: Judgement, party: Party) -> bool:
    """Whether a split in force means this party: same role, and mentions in common or, without any, the same name."""
    anchor = split.anchor
    if anchor is None or anchor.role != party.role:
        return False
    if anchor.spans and party.spans:
        return overlap(anchor.spans, party.spans) > 0
    return anchor.source == (party.name.name if party.name else None)


def _draw_statements(
    into: Rows,
    report: int,
    view: Effective,
    found: Sequence[Party],
    source_rows: Sequence[dict[str, Any]],
    *,
    latest: bool,
) -> None:
    reading = view.reading
    by_place = {party.place: row for party, row in zip(found, source_rows, strict=True) if party.place}
    outlet = next((row["name_pk"] for row in source_rows if row["role"] == "publisher"), None)
    count = len(reading.statements)
    taken = numbers(chrono(reading.report, report), count, reading.report.id)
    ids = {statement.id: number for statement, number in zip(reading.statements, taken, strict=True)}
    where = bounds(reading.statements)
    relay_rows = {row["name"]: row["name_pk"] for row in source_rows if row["role"] == "relay"}
    drawn: list[dict[str, Any]] = []
    through: list[dict[str, Any]] = []
    stands: list[dict[str, Any]] = []
    about: list[dict[str, Any]] = []
    for statement in reading.statements:
        source = by_place.get(statement.id) or by_place.get(statement.source.id)
        span, nth = where[statement.id]
        number = ids[statement.id]
        statuses = sorted({s.status for s in statement.standing})
        row = statement_values(view, statement, latest=latest) | {
            "id": number,
            "report_pk": report,
            "nth": nth,
            "begin": span.begin,
            "end": span.end,
            "source_pk": source["pk"] if source else None,
            "name_pk": source["name_pk"] if source else None,
            "entity_pk": source["entity_pk"] if source else None,
            "outlet_pk": outlet,
        }
        relays = [relay_rows[hop.name] for hop in statement.via]
        drawn.append(row | {"tags": tags_of(row, relays, statuses)})
        through += [
            {"statement_id": number, "position": position, "name": hop.name, "name_pk": relay_rows[hop.name]}
            for position, hop in enumerate(statement.via)
        ]
        stands += [{"statement_id": number, "status": status} for status in statuses]
        about += [{"statement_id": number, "about_id": ids[a]} for a in sorted(set(statement.about)) if a in ids]
    for table, rows_ in ((statements, drawn), (hops, through), (standings, stands), (links, about)):
        into.add(table, rows_)
