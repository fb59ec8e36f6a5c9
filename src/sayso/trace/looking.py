"""What a ledger's reports show together, as it was last worked out: all of it, one story, one claim."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, func, select

from sayso.ledger import Reader
from sayso.ledger.references import report_row
from sayso.ledger.schema import (
    judgements,
    reports,
    traced_reports,
    traced_rests,
    traced_scenes,
    traced_sketches,
    traced_stories,
)
from sayso.ledger.several import readings_of
from sayso.ledger.show import view_of
from sayso.ledger.stored import unpack
from sayso.trace.placing import Place
from sayso.trace.types import Claim, Copy, Family, Quotation, Story, Trace, TracedReport, from_json
from sayso.trace.whole import assembled
from sayso.types import Reading

_MANY = 5000  # values in one question to the database


@dataclass(frozen=True, slots=True)
class Listed:
    """A story as it is listed: ``id`` is its first report's, ``reports`` how many they are; ``first`` and ``last`` are
    when they were published, where that is known."""

    id: str
    title: str
    reports: int
    first: str | None
    last: str | None


def whole_trace(view: Reader) -> Trace:
    """``sayso.trace/1`` of all that was traced."""
    return _assembled(view.connection, _placed(view.connection))


def scene_with(view: Reader, report: str) -> Trace | None:
    """``sayso.trace/1`` of the story that the report is part of and of those that are traced with it; numbered by
    itself. None where the report has not been traced yet.

    Raises:
        LedgerError: no such report.
    """
    scene = _scene_of(view.connection, report_row(view.connection, report).pk)
    if scene is None:
        return None
    return _assembled(view.connection, _placed(view.connection, traced_reports.c.scene == scene), of=[scene])


def scenes_with(view: Reader, ids: Iterable[str]) -> Trace:
    """The same of all that these reports (full ids) are traced with, as far as it has been traced."""
    connection = view.connection
    query = select(traced_reports.c.scene).join(reports, reports.c.pk == traced_reports.c.report_pk)
    scenes = {scene for (scene,) in _rows(connection, query, reports.c.id, list(ids)) if scene}
    placed = list(_rows(connection, _placing(), traced_reports.c.scene, sorted(scenes)))
    return _assembled(connection, _by_age(placed), of=scenes)


def story_with(view: Reader, report: str) -> Trace | None:
    """The same of the story alone."""
    made = scene_with(view, report)
    if made is None:
        return None
    id_ = report_row(view.connection, report).id
    return within(made, next(set(story.reports) for story in made.stories if id_ in story.reports))


def story_key(view: Reader, report: str) -> tuple[tuple[str, ...], Callable[[Reader], Trace | None]] | None:
    """A name of the story that the report is part of, which changes whenever anything on it does, and what reads it;
    None where the report has not been traced yet.

    Raises:
        LedgerError: no such report.
    """
    connection, row = view.connection, report_row(view.connection, report)
    scene = _scene_of(connection, row.pk)
    if scene is None:
        return None
    query = select(traced_reports.c.story_pk).where(traced_reports.c.report_pk == row.pk)
    story = connection.execute(query).scalar_one()
    last = connection.execute(select(func.max(judgements.c.pk))).scalar()  # names of sources are judged too
    return (scene, str(story), str(last)), lambda other: story_with(other, row.id)


def copies_with(view: Reader, report: str) -> list[Copy] | None:
    """The copies that a report is, or is the source of; None where it has not been placed yet."""
    connection, row = view.connection, report_row(view.connection, report)
    resting = select(traced_rests.c.report_pk).where(traced_rests.c.of_pk == row.pk)
    query = select(traced_reports.c.report_pk, traced_reports.c.place).where(traced_reports.c.place.is_not(None))
    here = traced_reports.c.report_pk
    places = {
        each.report_pk: msgspec.json.decode(each.place, type=Place)
        for each in connection.execute(query.where((here == row.pk) | here.in_(resting)))
    }
    if row.pk not in places:
        return None
    return [copy for place in places.values() for copy in place.copies if row.id in (copy.report, copy.of)]


def within(made: Trace, story: set[str]) -> Trace:
    """What a trace says of these reports."""
    return replace(
        made,
        reports=tuple(x for x in made.reports if x.id in story),
        copies=tuple(x for x in made.copies if x.report in story),
        families=tuple(x for x in made.families if x.reports[0] in story),
        cites=tuple(x for x in made.cites if x.report in story),
        quotations=tuple(x for x in made.quotations if x.versions[0].report in story),
        claims=tuple(x for x in made.claims if x.statements[0].report in story),
        figures=tuple(x for x in made.figures if x.values[0].report in story),
        dropped_caveats=tuple(x for x in made.dropped_caveats if x.later in story),
        corrections=tuple(x for x in made.corrections if x.notice.report in story),
        stories=tuple(x for x in made.stories if x.reports[0] in story),
    )


def stories(view: Reader, *, limit: int, after: tuple[float | None, int] | None = None) -> tuple[list[Listed], Any]:
    """The stories told last, newest first, the undated at the end; and where to go on, None at the end."""
    day, pk = traced_stories.c.day, traced_stories.c.report_pk
    query = select(traced_stories, reports.c.id).join(reports, reports.c.pk == pk)
    dated = query.where(day.is_not(None)).order_by(day.desc(), pk.desc()).limit(limit + 1)
    undated = query.where(day.is_(None)).order_by(pk.desc())
    rows: list[Any] = []
    if after is None or after[0] is not None:
        if after is not None:
            dated = dated.where((day < after[0]) | ((day == after[0]) & (pk < after[1])))
        rows = list(view.connection.execute(dated))
    if len(rows) <= limit:
        if after is not None and after[0] is None:
            undated = undated.where(pk < after[1])
        rows += view.connection.execute(undated.limit(limit + 1 - len(rows)))
    found = [Listed(row.id, row.title, row.reports, row.first, row.last) for row in rows[:limit]]
    return found, (rows[limit - 1].day, rows[limit - 1].report_pk) if len(rows) > limit else None


def all_stories(view: Reader) -> list[Story]:
    """Every story with its reports, earliest first, numbered as in the trace of the whole ledger."""
    first = reports.alias()
    query = (
        select(reports.c.id, first.c.id.label("story"), traced_stories.c.title, traced_sketches.c.day)
        .join(traced_reports, traced_reports.c.report_pk == reports.c.pk)
        .join(traced_sketches, traced_sketches.c.report_pk == reports.c.pk)
        .join(traced_stories, traced_stories.c.report_pk == traced_reports.c.story_pk)
        .join(first, first.c.pk == traced_reports.c.story_pk)
    )
    found: dict[str, tuple[str, list[str]]] = {}
    for row in sorted(view.connection.execute(query), key=lambda row: (row.day is None, row.day or 0.0, row.id)):
        found.setdefault(row.story, (row.title, []))[1].append(row.id)
    return [Story(f"t{n}", title, tuple(own)) for n, (title, own) in enumerate(found.values(), 1)]


Item = Claim | Family | Quotation | Story


def numbered(view: Reader, kind: Literal["c", "f", "q", "t"], number: int) -> tuple[Trace, Item] | None:
    """The item with this number in the trace of the whole ledger, and the trace of its scene; None where there is none.

    Only what was counted is read of the scenes before it.
    """
    connection = view.connection
    order = _order(connection)
    if kind in "cq":
        column = traced_scenes.c.claims if kind == "c" else traced_scenes.c.quotations
        counts = {row.key: row[1] for row in connection.execute(select(traced_scenes.c.key, column))}
        left = number
        for scene in dict.fromkeys(row.scene for row in order):
            if 0 < left <= counts[scene]:
                made = _assembled(connection, _placed(connection, traced_reports.c.scene == scene), of=[scene])
                of = made.claims if kind == "c" else made.quotations
                return made, replace(of[left - 1], id=f"{kind}{number}")
            left -= counts[scene]
        return None
    found = _firsts(connection, order) if kind == "f" else list(dict.fromkeys(row.story_pk for row in order))
    if not 0 < number <= len(found):
        return None
    pk = found[number - 1]
    scene = connection.execute(select(traced_reports.c.scene).where(traced_reports.c.report_pk == pk)).scalar_one()
    made = _assembled(connection, _placed(connection, traced_reports.c.scene == scene), of=[scene])
    id_ = connection.execute(select(reports.c.id).where(reports.c.pk == pk)).scalar_one()
    one = next(each for each in (made.families if kind == "f" else made.stories) if id_ in each.reports)
    return made, replace(one, id=f"{kind}{number}")


def texts(view: Reader, ids: Iterable[str] | None = None) -> dict[str, str]:
    """The texts that the spans of a trace slice, by report; all of them, or those of some."""
    query = select(reports.c.id, reports.c.text)
    if ids is None:
        return {row.id: row.text for row in view.connection.execute(query)}
    return {row.id: row.text for row in _rows(view.connection, query, reports.c.id, list(ids))}


def readings(view: Reader, ids: Iterable[str]) -> dict[str, Reading]:
    """The readings that the items of a trace slice, by report: those that it was made from."""
    found = {}
    wanted = list(ids)
    for begin in range(0, len(wanted), _MANY):
        query = select(reports).where(reports.c.id.in_(wanted[begin : begin + _MANY]))
        for reading in readings_of(view.connection, view.connection.execute(query).all()):
            found[reading.report.id] = reading
    return found


def _scene_of(connection: Connection, pk: int) -> str | None:
    """None where it has not been traced."""
    query = select(traced_reports.c.scene).join(traced_scenes, traced_scenes.c.key == traced_reports.c.scene)
    return connection.execute(query.where(traced_reports.c.report_pk == pk)).scalar()


def _rows(connection: Connection, query: Any, column: Any, values: Sequence[Any]) -> Iterator[Any]:
    for begin in range(0, len(values), _MANY):
        yield from connection.execute(query.where(column.in_(values[begin : begin + _MANY])))


def _order(connection: Connection) -> list[Any]:
    """Every report that was traced, earliest first, the undated last."""
    query = (
        select(reports.c.id, traced_reports.c.report_pk, traced_reports.c.scene, traced_reports.c.story_pk)
        .add_columns(traced_sketches.c.day)
        .join(traced_reports, traced_reports.c.report_pk == reports.c.pk)
        .join(traced_sketches, traced_sketches.c.report_pk == reports.c.pk)
        .where(traced_reports.c.scene.in_(select(traced_scenes.c.key)))
    )
    return _by_age(connection.execute(query))


def _firsts(connection: Connection, order: Sequence[Any]) -> list[int]:
    """The first report of each family, in this order."""
    query = select(traced_reports.c.report_pk, traced_reports.c.place).where(traced_reports.c.place.is_not(None))
    ranks = {row.report_pk: msgspec.json.decode(row.place, type=Place).rank for row in connection.execute(query)}
    return [row.report_pk for row in order if ranks[row.report_pk] == 0]


def _placing() -> Any:
    return (
        select(reports.c.id, traced_reports.c.place, traced_reports.c.scene, traced_sketches.c.day)
        .join(traced_reports, traced_reports.c.report_pk == reports.c.pk)
        .join(traced_sketches, traced_sketches.c.report_pk == reports.c.pk)
        .where(traced_reports.c.scene.in_(select(traced_scenes.c.key)))
    )


def _placed(connection: Connection, *where: Any) -> list[Any]:
    """Reports whose scene was traced, earliest first, the undated last."""
    return _by_age(connection.execute(_placing().where(*where)))


def _by_age(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: (row.day is None, row.day or 0.0, row.id))


def _assembled(connection: Connection, rows: Sequence[Any], of: Collection[str] | None = None) -> Trace:
    query = select(traced_scenes.c.key, traced_scenes.c.body)
    bodies: Iterable[Any] = connection.execute(query)
    if of is not None:
        bodies = _rows(connection, query, traced_scenes.c.key, sorted(of))
    return assembled(
        _listed(connection, [row.id for row in rows], everything=of is None),
        {row.id: msgspec.json.decode(row.place, type=Place) for row in rows},
        {row.key: from_json(unpack(row.body)) for row in bodies},
        {row.id: row.scene for row in rows},
    )


def _listed(connection: Connection, ids: Sequence[str], *, everything: bool) -> list[TracedReport]:
    """As people may have corrected them: what was judged is taken from the reading, the rest from its row."""
    columns = (
        reports.c.id,
        reports.c.external_id,
        reports.c.url,
        reports.c.outlet,
        reports.c.published,
        reports.c.headline,
    )
    query, was_judged = select(*columns), select(judgements.c.report_id).where(judgements.c.report_id.is_not(None))
    rows: Iterable[Any] = connection.execute(query) if everything else _rows(connection, query, reports.c.id, ids)
    known = {row.id: TracedReport(*row) for row in rows}
    judged = {id_ for (id_,) in connection.execute(was_judged.distinct())}
    for row in _rows(connection, select(reports), reports.c.id, sorted(judged.intersection(ids))):
        known[row.id] = TracedReport.of(view_of(connection, row).reading.report)
    return [known[id_] for id_ in ids]
