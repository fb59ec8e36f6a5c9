"""The trace of a ledger: what is known of its reports is kept in it, and only what is new or touched is worked out.

Killed at any moment, the next run goes on from the last step that was finished.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from sayso.ledger import Ledger, Reader
from sayso.ledger.effective import effective
from sayso.ledger.judgement import Judgement
from sayso.ledger.schema import judgements, reports, traced_reports, traced_scenes
from sayso.ledger.schema import readings as readings_
from sayso.ledger.show import view_of
from sayso.ledger.stored import judgement_of, pack, reading_of, unpack
from sayso.ledger.untracing import untrace
from sayso.trace.placing import VERSION, Place, add, settle
from sayso.trace.shelf import Shelf
from sayso.trace.types import Trace, TracedReport, from_json, to_json
from sayso.trace.whole import assembled, pages_of, scene_of, traced
from sayso.types import Reading

AT_ONCE = 1000  # reports taken in between two commits
SCENES = 20  # traced between two commits


@dataclass(frozen=True, slots=True)
class Work:
    """What an update had to do: reports taken in, and scenes traced."""

    reports: int
    scenes: int


def readings(view: Reader) -> Iterator[Reading]:
    """One for each report, versions of one page each for themselves, in the order of adding."""
    rows = view.connection.execute(select(reports).order_by(reports.c.pk)).all()
    for begin in range(0, len(rows), AT_ONCE):
        yield from _readings(view.connection, rows[begin : begin + AT_ONCE])


def trace(ledger: Ledger) -> Trace:
    """``sayso.trace/1`` of all that the ledger holds; see :func:`update`."""
    update(ledger)
    with ledger.read() as view:
        return _assembled(view.connection)


def texts(ledger: Ledger) -> dict[str, str]:
    """The texts that the spans of :func:`trace` slice, by report."""
    with ledger.read() as view:
        rows = view.connection.execute(select(reports.c.id, reports.c.text)).all()
    return {row.id: row.text for row in rows}


def update(ledger: Ledger) -> Work:
    """Work out what is new since the last time, or was read or judged again, with its neighbours."""
    with ledger.read() as view:
        stale = _stale(view.connection)
    order = sorted(stale)
    for begin in range(0, len(order), AT_ONCE):
        with ledger.write() as session:
            _take_in(session.connection, {pk: stale[pk] for pk in order[begin : begin + AT_ONCE]})
    with ledger.write() as session:
        shelf = Shelf(session.connection, _readings)
        fresh = _unsettled(session.connection)
        if fresh:
            settle(shelf, fresh)
    done = 0
    with ledger.read() as view:
        missing = _missing(view.connection)
    for begin in range(0, len(missing), SCENES):
        with ledger.write() as session:
            for key in missing[begin : begin + SCENES]:
                _trace_scene(session.connection, key)
                done += 1
    if missing:
        alive = select(traced_reports.c.scene).where(traced_reports.c.scene.is_not(None))
        with ledger.write() as session:
            session.connection.execute(delete(traced_scenes).where(traced_scenes.c.key.not_in(alive)))
    return Work(len(order), done)


def _readings(connection: Connection, rows: Sequence[Any]) -> Iterator[Reading]:
    """After judgement, without the statements that were rejected; in the order of the rows of ``reports``."""
    current = select(readings_.c.report_pk, readings_.c.body).where(readings_.c.current == 1)
    bodies: dict[int, bytes] = {
        row.report_pk: row.body
        for row in connection.execute(current.where(readings_.c.report_pk.in_([row.pk for row in rows])))
    }
    judged = judgements.c.report_id.in_([row.id for row in rows])
    made: dict[str, list[Judgement]] = {}
    for each in connection.execute(select(judgements).where(judged).order_by(judgements.c.pk)).mappings():
        made.setdefault(each["report_id"], []).append(judgement_of(each))
    for row in rows:
        view = effective(reading_of(bodies[row.pk], row.text), made.get(row.id, []))
        said = tuple(each for each in view.reading.statements if view.state(each.id) != "rejected")
        yield replace(view.reading, statements=said) if len(said) < len(view.reading.statements) else view.reading


def _stale(connection: Connection) -> dict[int, str]:
    """Reports that were not traced as they are now, with the key of what they are now."""
    judged = select(judgements.c.report_id, func.max(judgements.c.pk).label("last")).group_by(judgements.c.report_id)
    last = judged.subquery()
    query = (
        select(reports.c.pk, readings_.c.id, last.c.last, traced_reports.c.key)
        .join(readings_, (readings_.c.report_pk == reports.c.pk) & (readings_.c.current == 1))
        .outerjoin(last, last.c.report_id == reports.c.id)
        .outerjoin(traced_reports, traced_reports.c.report_pk == reports.c.pk)
    )
    keys = {
        pk: (f"{VERSION} {reading} {judged or 0}", known) for pk, reading, judged, known in connection.execute(query)
    }
    return {pk: key for pk, (key, known) in keys.items() if key != known}


def _take_in(connection: Connection, keys: dict[int, str]) -> None:
    untrace(connection, list(keys))
    shelf = Shelf(connection, _readings)
    rows = connection.execute(select(reports).where(reports.c.pk.in_(list(keys)))).all()
    shelf.keys |= {row.id: keys[row.pk] for row in rows}
    add(shelf, pages_of(_readings(connection, rows)))


def _unsettled(connection: Connection) -> list[str]:
    """Reports that have no place, or whose scene is gone because one of its reports went or was read anew."""
    query = (
        select(reports.c.id)
        .join(traced_reports, traced_reports.c.report_pk == reports.c.pk)
        .outerjoin(traced_scenes, traced_scenes.c.key == traced_reports.c.scene)
        .where(traced_scenes.c.key.is_(None))
    )
    return [id_ for (id_,) in connection.execute(query)]


def _missing(connection: Connection) -> list[str]:
    query = (
        select(traced_reports.c.scene)
        .outerjoin(traced_scenes, traced_scenes.c.key == traced_reports.c.scene)
        .where(traced_scenes.c.key.is_(None), traced_reports.c.scene.is_not(None))
        .distinct()
    )
    return sorted(key for (key,) in connection.execute(query))


def _trace_scene(connection: Connection, key: str) -> None:
    shelf = Shelf(connection, _readings)
    query = (
        select(reports.c.id)
        .join(traced_reports, traced_reports.c.report_pk == reports.c.pk)
        .where(traced_reports.c.scene == key)
    )
    members = [id_ for (id_,) in connection.execute(query)]
    shelf.hold(members)
    made = traced(scene_of([shelf.page(member) for member in members], shelf.places(members)))
    connection.execute(delete(traced_scenes).where(traced_scenes.c.key == key))
    connection.execute(insert(traced_scenes).values(key=key, body=pack(to_json(made))))


def _assembled(connection: Connection) -> Trace:
    columns = (reports.c.id, reports.c.pk, traced_reports.c.place, traced_reports.c.day)
    query = select(*columns).join(traced_reports, traced_reports.c.report_pk == reports.c.pk)
    rows = connection.execute(query.where(traced_reports.c.place.is_not(None))).all()
    rows = sorted(rows, key=lambda row: (row.day is None, row.day or 0.0, row.id))
    places = {row.id: msgspec.json.decode(row.place, type=Place) for row in rows}
    scenes = {
        row.key: from_json(unpack(row.body))
        for row in connection.execute(select(traced_scenes.c.key, traced_scenes.c.body))
    }
    return assembled(_listed(connection, [row.id for row in rows]), places, scenes)


def _listed(connection: Connection, ids: Sequence[str]) -> list[TracedReport]:
    """As people may have corrected them: what was judged is taken from the reading, the rest from its row."""
    columns = (
        reports.c.id,
        reports.c.external_id,
        reports.c.url,
        reports.c.outlet,
        reports.c.published,
        reports.c.headline,
    )
    known = {row.id: TracedReport(*row) for row in connection.execute(select(*columns))}
    judged = select(reports).where(reports.c.id.in_(select(judgements.c.report_id)))
    for row in connection.execute(judged):
        known[row.id] = TracedReport.of(view_of(connection, row).reading.report)
    return [known[id_] for id_ in ids]
