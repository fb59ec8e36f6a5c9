"""Entering judgements: on statements, sources and reports, and on which sources are one. Rows are only ever added."""

from __future__ import annotations

import re
import secrets
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, insert, select, update

from sayso.errors import LedgerError, UnfitError
from sayso.ledger.added import addition, with_added
from sayso.ledger.anchors import anchor_source, anchor_statement
from sayso.ledger.drawing import redraw, roots
from sayso.ledger.effective import FIELDS, field_of, with_field
from sayso.ledger.entities import entity_id
from sayso.ledger.judgement import Action, Anchor, Judgement, active, in_force
from sayso.ledger.references import entity_row, is_statement, report_row, statement_row
from sayso.ledger.schema import entities, judgements, reports, sources, statements
from sayso.ledger.stored import current_reading, judgement_of, judgement_values, judgements_on
from sayso.types import Reading, Statement

LONGEST_NOTE = 5000
_SOURCE = re.compile(r"((?:sha256:)?[0-9a-f]{6,64})[#/](p\d+)")
#: Fields that may be empty: only these can be rejected without saying what is right.
_OPTIONAL = {"channel", "when", "where", "parent", "source.name", "source.title", "source.why", "source.mention",
             "name", "title", "why", "headline", "outlet", "agency", "published", "language"}  # fmt: skip


def judge(
    connection: Connection, action: Action, target: str, *, by: str, now: str,
    field: str | None = None, value: Any = None, why: str | None = None,
) -> Judgement:  # fmt: skip
    """Accepts, rejects or corrects a statement (its id), a source of a report (``report#p2``) or a report (its id).

    ``field``: None judges the whole; ``value`` (a JSON value) is what a correction puts in its place.

    Raises:
        LedgerError: no such thing. UnfitError: no such field, a value that does not fit, a field that cannot be empty.
    """
    report, anchor, thing = _thing(connection, target)
    reading = _reading(connection, report)
    if field is None and (action == "correct" or anchor.what != "statement"):
        raise UnfitError(target, "says no field", f"Name one of {', '.join(FIELDS[anchor.what])}")
    machine = None
    if field is not None:
        if field not in FIELDS[anchor.what]:
            raise UnfitError(
                field,
                f"no field of a {anchor.what} that can be judged",
                f"Name one of {', '.join(FIELDS[anchor.what])}",
            )
        if action == "reject" and field not in _OPTIONAL:
            raise UnfitError(field, "cannot be empty", "Correct it, saying what is right")
        machine = field_of(thing, field)
        if action == "correct":
            value = _timestamp(value) if field == "published" else value
            changed = with_field(thing, field, value)
            _check_spans(changed, reading.report.text)
            _check_places(changed, {s.id for s in reading.statements})
    judgement = Judgement(
        _new_id(), now, by, why, action, report.id, reading.reading.id, anchor, field, machine,
        value if action == "correct" else None,
    )  # fmt: skip
    _enter(connection, judgement)
    redraw(connection, report.pk)
    return judgement


def add(
    connection: Connection, target: str, value: Any, *, by: str, now: str, why: str | None = None
) -> Judgement:  # fmt: skip
    """Adds a statement to a report (its id) that the machine did not find; ``value``: :mod:`sayso.ledger.added`.

    Raises:
        LedgerError: no such report, no statement, or it is there already.
    """
    report = report_row(connection, target)
    reading = _reading(connection, report)
    given = addition(value, reading.report)
    for known in reading.statements:
        same = known.content == given.content and known.source.mention == given.source.mention
        if same and known.source.name == given.source.name:
            raise LedgerError(target, f"has this statement already: {known.id}", "Correct that one instead")
    mention = given.source.mention
    spans = tuple((span.begin, span.end) for span in given.content)
    anchor = Anchor("statement", spans, given.source.name, (mention.begin, mention.end) if mention else None)
    judgement = Judgement(_new_id(), now, by, why, "add", report.id, reading.reading.id, anchor,
                          value=msgspec.json.decode(msgspec.json.encode(given)))  # fmt: skip
    _enter(connection, judgement)
    redraw(connection, report.pk)
    return judgement


def note(connection: Connection, target: str, text: Any, *, by: str, now: str) -> Judgement:
    """Notes a text on a statement (its id).

    Raises:
        LedgerError: no such statement. UnfitError: no text, or more than ``LONGEST_NOTE`` characters.
    """
    if not isinstance(text, str) or not text.strip():
        raise UnfitError(target, "a note needs a text", "Say what is to be noted")
    if len(text) > LONGEST_NOTE:
        raise UnfitError(target, f"a note can have {LONGEST_NOTE} characters", "Put it more shortly")
    report, anchor, _ = _thing(connection, target)
    if anchor.what != "statement":
        raise UnfitError(target, "is no statement", "Notes are on statements")
    reading = current_reading(connection, report.pk).reading
    judgement = Judgement(_new_id(), now, by, None, "note", report.id, reading.id, anchor, value=text.strip())
    _enter(connection, judgement)
    redraw(connection, report.pk)
    return judgement


def _reading(connection: Connection, report: Row[Any]) -> Reading:
    """The machine's current reading with what people added to it: what judgements are about."""
    return with_added(current_reading(connection, report.pk), judgements_on(connection, report.id))[0]


def merge(connection: Connection, one: str, into: str, *, by: str, now: str, why: str | None = None) -> Judgement:
    """Declares entity ``one`` to be entity ``into``.

    Raises:
        LedgerError: no such entities, or they are one already.
    """
    rows, merged = (entity_row(connection, one), entity_row(connection, into)), roots(connection)
    if len({merged.get(row.pk, row.pk) for row in rows}) == 1:
        raise LedgerError(one, f"is the same source as {into} already", f"See `sayso show {into}`")
    judgement = Judgement(_new_id(), now, by, why, "merge", target=one, into=into)
    _enter(connection, judgement)
    apply_merges(connection)
    return judgement


def split(
    connection: Connection, target: str, *, by: str, now: str, why: str | None = None, name: str | None = None
) -> Judgement:
    """Takes a source of one report out of its entity and makes it one of its own.

    ``target``: ``report#p2``; for a relay or publisher the report's id, with its ``name`` as the report gives it.

    Raises:
        LedgerError: no such source, or it stands alone already.
    """
    report, row = _source_row(connection, target, name)
    if row.entity_pk is None:
        raise LedgerError(target, "stands alone already", f"See `sayso show {target}`")
    if row.role == "source":
        reading = _reading(connection, report)
        anchor = next((anchor_source(s) for s in reading.sources if s.id == row.place), None)
    else:
        anchor = Anchor("source", source=row.name, role=row.role)
    if anchor is None:
        raise LedgerError(target, "was renamed by hand in one statement", "Correct that statement instead")
    old = connection.execute(select(entities).where(entities.c.pk == row.entity_pk)).one()
    judgement_id = _new_id()
    made = entity_id(judgement_id)
    last = connection.execute(select(func.max(entities.c.pk))).scalar_one()
    connection.execute(
        insert(entities).values(pk=last + 1, id=made, kind=row.kind, name=row.name or old.name, titles="[]")
    )
    judgement = Judgement(judgement_id, now, by, why, "split", report.id, None, anchor, target=old.id, into=made)
    _enter(connection, judgement)
    redraw(connection, report.pk)
    return judgement


def undo(connection: Connection, judgement_id: str, *, by: str, now: str, why: str | None = None) -> Judgement:
    """Puts a judgement out of force by a further row; an undo can itself be undone.

    Raises:
        LedgerError: no such judgement, or it is undone already.
    """
    row = connection.execute(select(judgements).where(judgements.c.id == judgement_id)).mappings().first()
    if row is None:
        raise LedgerError(judgement_id, "no such judgement", "See `sayso judge log`")
    old = judgement_of(row)
    if old.id not in {judgement.id for judgement in in_force(_all(connection))}:
        raise LedgerError(judgement_id, "is undone already", "See `sayso judge log`")
    judgement = Judgement(_new_id(), now, by, why, "undo", report_id=old.report_id, target=old.id)
    _enter(connection, judgement)
    apply_merges(connection)
    if old.report_id:
        redraw(connection, report_row(connection, old.report_id).pk)
    return judgement


def log(connection: Connection, report_id: str | None = None, limit: int = 1000) -> list[Judgement]:
    """The newest judgements, newest first, undone ones and undos included; of one report where given."""
    query = select(judgements).order_by(judgements.c.pk.desc()).limit(limit)
    if report_id:
        query = query.where(judgements.c.report_id == report_row(connection, report_id).id)
    return [judgement_of(row) for row in connection.execute(query).mappings()]


def apply_merges(connection: Connection) -> None:
    """Brings ``entities.merged_into`` and the rows that follow from it into step with the merges in force."""
    merges = [j for j in active(_all(connection)) if j.action == "merge"]
    wanted = [id_ for j in merges for id_ in (j.target, j.into)]
    rows: dict[Any, int] = dict(
        connection.execute(select(entities.c.id, entities.c.pk).where(entities.c.id.in_(wanted))).all()
    )
    into: dict[int, int] = {}
    for j in merges:
        one, other = (_root(into, rows[id_]) if id_ in rows else None for id_ in (j.target, j.into))
        if one is not None and other is not None and one != other:
            into[one] = other
    before = roots(connection)
    connection.execute(update(entities).where(entities.c.merged_into.is_not(None)).values(merged_into=None))
    for entity in into:
        connection.execute(update(entities).where(entities.c.pk == entity).values(merged_into=_root(into, entity)))
    for entity in sorted(before.keys() | into.keys()):
        root = _root(into, entity)
        if before.get(entity, entity) != root:
            own = sources.c.own_entity_pk == entity
            connection.execute(update(sources).where(own).values(entity_pk=root))
            theirs = statements.c.source_pk.in_(select(sources.c.pk).where(own))
            connection.execute(update(statements).where(theirs).values(entity_pk=root))


def _root(into: dict[int, int], entity: int) -> int:
    while entity in into:
        entity = into[entity]
    return entity


def _all(connection: Connection) -> list[Judgement]:
    rows = connection.execute(select(judgements).order_by(judgements.c.pk)).mappings()
    return [judgement_of(row) for row in rows]


def _thing(connection: Connection, target: str) -> tuple[Row[Any], Anchor, Any]:
    """Row of the report, anchor, and the machine's statement, source or report that ``target`` means."""
    place = _SOURCE.fullmatch(target)
    if place:
        report = report_row(connection, place[1])
        reading = _reading(connection, report)
        source = next((s for s in reading.sources if s.id == place[2]), None)
        if source is None:
            raise LedgerError(target, "the report has no such source", f"See `sayso show {place[1]}`")
        return report, anchor_source(source), source
    if not is_statement(target):
        report = report_row(connection, target)
        return report, Anchor("report"), _reading(connection, report).report
    row = statement_row(connection, target)
    report = connection.execute(select(reports).where(reports.c.pk == row.report_pk)).one()
    reading = _reading(connection, report)
    statement = next(s for s in reading.statements if s.id == row.place)
    return report, anchor_statement(statement), statement


def _source_row(connection: Connection, target: str, name: str | None) -> tuple[Row[Any], Row[Any]]:
    place = _SOURCE.fullmatch(target)
    report = report_row(connection, place[1] if place else target)
    query = select(sources).where(sources.c.report_pk == report.pk)
    if place:
        query = query.where(sources.c.place == place[2])
    else:
        query = query.where(sources.c.role != "source", sources.c.name == name)
    row = connection.execute(query.order_by(sources.c.pk)).first()
    if row is None:
        raise LedgerError(target, "the report has no such source", f"See `sayso show {target.split('#')[0]}`")
    return report, row


def _enter(connection: Connection, judgement: Judgement) -> None:
    number = connection.execute(select(func.coalesce(func.max(judgements.c.pk), 0) + 1)).scalar_one()
    connection.execute(insert(judgements).values(pk=number, **judgement_values(judgement)))


def _new_id() -> str:
    return "j" + secrets.token_hex(8)


def _check_spans(thing: Any, text: str) -> None:
    """A corrected statement must point into the text and still have a content."""
    if not isinstance(thing, Statement):
        return
    values = [thing.channel, thing.when, thing.where, *thing.standing, *thing.dates, *thing.amounts, *thing.places]
    maybe = [thing.source.mention, *(hop.mention for hop in thing.via), *(value.span for value in values if value)]
    spans = [thing.extent, *thing.content, *thing.cue, *(s for hop in thing.via for s in hop.cue), *filter(None, maybe)]
    if not thing.content or any(not 0 <= begin < end <= len(text) for begin, end in spans):
        raise UnfitError(thing.id, "would point to no words of the text", f"Give spans within 0 and {len(text)}")


def _check_places(thing: Any, known: set[str]) -> None:
    """A corrected statement must name statements that the reading has, and not itself."""
    if not isinstance(thing, Statement):
        return
    named = {*thing.about, *filter(None, (thing.parent, *(standing.by for standing in thing.standing)))}
    wrong = sorted(named - (known - {thing.id}))
    if wrong:
        raise UnfitError(", ".join(wrong), "no other statement of this reading", "Name them as s4")


def _timestamp(value: Any) -> Any:
    """A bare date or time as the object that ``published`` is. Raises UnfitError for one that is none."""
    if not isinstance(value, str):
        return value
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise UnfitError(value, "is no date", "Give it like 2031-05-31 or 2031-05-31T09:10Z") from None
    return {"value": value, "precision": "day" if len(value) == 10 else "minute"}
