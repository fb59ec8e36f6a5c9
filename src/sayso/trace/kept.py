"""The trace of a ledger: what is known of its reports is kept in it, and only what is new or touched is worked out.

Killed at any moment, the next run goes on from the last step that was finished. What is kept is read by
:mod:`sayso.trace.looking`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select

from sayso.ledger import Ledger
from sayso.ledger.schema import judgements, reports, traced_reports, traced_scenes, traced_senses
from sayso.ledger.schema import readings as readings_
from sayso.ledger.several import readings_of
from sayso.ledger.stored import pack
from sayso.ledger.untracing import untrace
from sayso.trace.claims.senses import to_bytes
from sayso.trace.looking import whole_trace
from sayso.trace.media import Seen, seen
from sayso.trace.placing import VERSION, add
from sayso.trace.settling import settle
from sayso.trace.shelf import Shelf
from sayso.trace.types import Trace, to_json
from sayso.trace.whole import pages_of, scene_of, traced

_MANY = 5000  # values in one question to the database
AT_ONCE = 1000  # reports taken in between two commits
READ = 250  # of them, readings in memory at a time
SCENES = 20  # traced between two commits, at most
_PATIENCE = 2.0  # seconds after which those that were traced are not kept waiting for the next

#: Told what is being done, how much of it is done, and of how much.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Work:
    """What an update had to do: reports taken in, and scenes traced."""

    reports: int
    scenes: int


def trace(ledger: Ledger, progress: Progress | None = None) -> Trace:
    """``sayso.trace/1`` of all that the ledger holds; see :func:`update`."""
    update(ledger, progress)
    with ledger.read() as view:
        return whole_trace(view)


def update(ledger: Ledger, progress: Progress | None = None) -> Work:
    """Work out what is new since the last time, or was read or judged again, with its neighbours."""
    told = progress or (lambda what, done, total: None)
    with ledger.read() as view:
        stale = _stale(view.connection)
        order = _earliest_first(view.connection, stale)
    for begin in range(0, len(order), AT_ONCE):
        told("comparing reports", begin, len(order))
        with ledger.write() as session:
            _take_in(session.connection, {pk: stale[pk] for pk in order[begin : begin + AT_ONCE]})
    with ledger.read() as view:
        unsettled = _earliest_first(view.connection, _unsettled(view.connection))
    for begin in range(0, len(unsettled), AT_ONCE):
        told("placing reports", begin, len(unsettled))
        with ledger.write() as session:
            left = set(_unsettled(session.connection)).intersection(unsettled[begin : begin + AT_ONCE])
            shelf = Shelf(session.connection, readings_of)
            settle(shelf, shelf.named(left))
    with ledger.read() as view:
        missing = _missing(view.connection)
    done = 0
    while done < len(missing):
        told("tracing stories", done, len(missing))
        done += _trace_scenes(ledger, missing[done : done + SCENES])
    if missing:
        with ledger.write() as session:
            alive = select(traced_reports.c.report_pk).where(traced_reports.c.scene == traced_scenes.c.key)
            gone = [key for (key,) in session.connection.execute(select(traced_scenes.c.key).where(~alive.exists()))]
            for begin in range(0, len(gone), _MANY):
                here = traced_scenes.c.key.in_(gone[begin : begin + _MANY])
                session.connection.execute(delete(traced_scenes).where(here))
    return Work(len(order), len(missing))


def _stale(connection: Connection) -> dict[int, tuple[str, int]]:
    """Reports that were not traced as they are now, with the key of what they are now and the row of their reading."""
    last = func.max(judgements.c.pk).label("last")
    query = select(reports.c.id, last).join(reports, reports.c.id == judgements.c.report_id).group_by(reports.c.id)
    judged = {row.id: row.last for row in connection.execute(query)}
    current = readings_.outerjoin(traced_reports, traced_reports.c.report_pk == readings_.c.report_pk)
    new = or_(
        traced_reports.c.report_pk.is_(None),
        traced_reports.c.reading_pk != readings_.c.pk,
        traced_reports.c.key.not_like(f"{VERSION} %"),
    )
    # No table that holds texts or readings is asked for what is known: those are wide.
    narrow = select(readings_.c.report_pk).select_from(current).where(readings_.c.current == 1, new)
    asked = [pk for (pk,) in connection.execute(narrow)]
    ids = sorted(judged)
    for begin in range(0, len(ids), _MANY):
        here = reports.c.id.in_(ids[begin : begin + _MANY])
        asked += [pk for (pk,) in connection.execute(select(reports.c.pk).where(here))]
    wide = (
        select(reports.c.pk, reports.c.id, readings_.c.pk.label("reading_pk"), readings_.c.id.label("reading"))
        .add_columns(traced_reports.c.key)
        .join(readings_, (readings_.c.report_pk == reports.c.pk) & (readings_.c.current == 1))
        .outerjoin(traced_reports, traced_reports.c.report_pk == reports.c.pk)
    )
    found: list[Any] = []
    for begin in range(0, len(asked), _MANY):
        found += connection.execute(wide.where(reports.c.pk.in_(asked[begin : begin + _MANY])))
    made = {row.pk: (f"{VERSION} {row.reading} {judged.get(row.id, 0)}", row.reading_pk, row.key) for row in found}
    return {pk: (key, reading) for pk, (key, reading, known) in made.items() if key != known}


def _earliest_first(connection: Connection, pks: Collection[int]) -> list[int]:
    """So that few reports are taken in after those that they may credit; the undated last."""
    wanted = sorted(pks)
    published: dict[int, str] = {}
    for begin in range(0, len(wanted), _MANY):
        query = select(reports.c.pk, reports.c.published).where(reports.c.pk.in_(wanted[begin : begin + _MANY]))
        published |= {pk: day for pk, day in connection.execute(query) if day}
    return sorted(wanted, key=lambda pk: (pk not in published, published.get(pk, ""), pk))


def _take_in(connection: Connection, stale: dict[int, tuple[str, int]]) -> None:
    known = select(traced_reports.c.report_pk).where(traced_reports.c.report_pk.in_(list(stale)))
    untrace(connection, [pk for (pk,) in connection.execute(known)])
    shelf = Shelf(connection, readings_of)
    rows = connection.execute(select(reports).where(reports.c.pk.in_(list(stale)))).all()
    shelf.taken |= {row.id: stale[row.pk] for row in rows}
    new: list[Seen] = []
    for begin in range(0, len(rows), READ):
        new += [seen(page.print, page.text) for page in pages_of(readings_of(connection, rows[begin : begin + READ]))]
    add(shelf, sorted(new, key=lambda one: one.age))


def _unsettled(connection: Connection) -> list[int]:
    """Reports that have no scene: new ones, and those beside one that went or was read anew."""
    query = select(traced_reports.c.report_pk).where(traced_reports.c.scene.is_(None))
    return [pk for (pk,) in connection.execute(query)]


def _missing(connection: Connection) -> list[str]:
    known = select(traced_scenes.c.key)
    query = select(traced_reports.c.scene).where(traced_reports.c.scene.is_not(None)).distinct()
    return sorted(key for (key,) in connection.execute(query.where(traced_reports.c.scene.not_in(known))))


def _trace_scenes(ledger: Ledger, keys: Sequence[str]) -> int:
    """They are traced while others may write; what is no scene any more by then is left out. Gives how many were."""
    made: list[dict[str, Any]] = []
    learnt: dict[tuple[int, str], dict[str, Any]] = {}
    start = time.monotonic()
    with ledger.read() as view:
        for key in keys:
            if made and time.monotonic() - start > _PATIENCE:
                break
            shelf = Shelf(view.connection, readings_of)
            query = select(traced_reports.c.report_pk).where(traced_reports.c.scene == key)
            members = shelf.named(pk for (pk,) in view.connection.execute(query))
            shelf.hold(members)
            shelf.recall(members)
            before = {member: len(shelf.page(member).senses) for member in members}
            found = traced(scene_of([shelf.page(member) for member in members], shelf.places(members)))
            for member in members:
                page = shelf.page(member)
                if len(page.senses) > before[member]:
                    pk = shelf.pk[member]
                    learnt[pk, shelf.key(member)] = {"report_pk": pk, "body": to_bytes(page.senses)}
            counts = {"claims": len(found.claims), "quotations": len(found.quotations)}
            made.append({"key": key, "body": pack(to_json(found))} | counts)
    with ledger.write() as session:
        connection = session.connection
        keys = [row["key"] for row in made]
        alive = select(traced_reports.c.scene).where(traced_reports.c.scene.in_(keys)).distinct()
        scenes = {scene for (scene,) in connection.execute(alive)}
        known = select(traced_scenes.c.key).where(traced_scenes.c.key.in_(keys))
        scenes -= {scene for (scene,) in connection.execute(known)}  # somebody else was faster
        _keep_senses(connection, learnt)
        rows = [row for row in made if row["key"] in scenes]
        if rows:
            connection.execute(insert(traced_scenes), rows)
    return len(made)


def _keep_senses(connection: Connection, learnt: Mapping[tuple[int, str], dict[str, Any]]) -> None:
    """What was learnt of the meaning of claims, of reports that are by now what they were then (``pk``, ``key``)."""
    pks = [pk for pk, _ in learnt]
    for begin in range(0, len(pks), _MANY):
        here = pks[begin : begin + _MANY]
        query = select(traced_reports.c.report_pk, traced_reports.c.key).where(traced_reports.c.report_pk.in_(here))
        rows = [learnt[pk, key] for pk, key in connection.execute(query) if (pk, key) in learnt]
        if rows:
            own = traced_senses.c.report_pk.in_([row["report_pk"] for row in rows])
            connection.execute(delete(traced_senses).where(own))
            connection.execute(insert(traced_senses), rows)
