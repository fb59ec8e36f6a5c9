"""The effective view: what a reading says once people have judged it. A pure function of reading and judgements.

The machine's output stays as it is beside it; rows for searching, pages and exports all come from here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import msgspec

from sayso.errors import UnfitError
from sayso.ledger.added import source_of, with_added
from sayso.ledger.anchors import find_source, find_statement
from sayso.ledger.judgement import Anchor, Judgement, active
from sayso.types import Reading, Source, Span, Statement

State = Literal["none", "accepted", "corrected", "rejected", "added"]

_ON_REPORTS = ("accept", "reject", "correct", "add", "note")

#: Fields that a person can correct, by what they belong to.
FIELDS = {
    "statement": (
        "content", "cue", "kind", "how", "channel", "act", "negated", "firmness", "via", "when", "where",
        "source.name", "source.type", "source.title", "source.why", "source.mention", "standing", "about", "parent",
        "extent", "dates", "amounts", "places",
    ),
    "source": ("name", "type", "disclosure", "title", "why"),
    "report": ("headline", "outlet", "agency", "published", "language", "genre"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody noted on a statement; ``id`` is the judgement's, by which it is undone."""

    id: str
    at: str
    by: str
    text: str

    def __str__(self) -> str:
        return f"{self.by}, {self.at}: {self.text}"


@dataclass(frozen=True, slots=True)
class Judged:
    """How a statement stands with its judges: ``state``, the judgements in force, and what the machine had said; of a
    statement added by hand, what was said when it was added.
    """

    state: State
    by: tuple[Judgement, ...]
    machine: Statement

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(Note(j.id, j.at, j.by, str(j.value)) for j in self.by if j.action == "note")


@dataclass(frozen=True, slots=True)
class Effective:
    """``reading`` after judgement; ``judged`` statements by id; ``unanchored``: judgements not found again."""

    reading: Reading
    judged: dict[str, Judged]
    unanchored: tuple[Judgement, ...]

    def state(self, statement: str) -> State:
        return self.judged[statement].state if statement in self.judged else "none"


def effective(reading: Reading, judgements: Sequence[Judgement]) -> Effective:
    """``reading`` under all ``judgements`` on its report, given in order; merges and splits play no part here."""
    in_force = [j for j in active(judgements) if j.anchor and j.action in _ON_REPORTS]
    if not in_force:
        return Effective(reading, {}, ())
    reading, by_hand = with_added(reading, judgements)
    by_statement: dict[str, list[Judgement]] = {}
    unanchored: list[Judgement] = []
    machine = reading
    for judgement in in_force:
        anchor: Anchor = judgement.anchor  # type: ignore[assignment] # filtered above
        if anchor.what == "report":
            reading = replace(reading, report=_changed(reading.report, judgement))
        elif anchor.what == "source":
            source = find_source(anchor, machine)
            if source is None:
                unanchored.append(judgement)
            else:
                reading = _with_source(reading, source.id, judgement)
        else:
            place = by_hand.get(judgement.id)
            if place is None and (statement := find_statement(anchor, machine)) is not None:
                place = statement.id
            if place is None:
                unanchored.append(judgement)
            else:
                by_statement.setdefault(place, []).append(judgement)
    judged = {s.id: Judged(_state(by_statement[s.id]), tuple(by_statement[s.id]), s)
              for s in machine.statements if s.id in by_statement}  # fmt: skip
    statements = tuple(_apply(s, by_statement.get(s.id, ()), machine.reading.id) for s in reading.statements)
    return Effective(replace(reading, statements=statements), judged, tuple(unanchored))


def _state(judgements: Sequence[Judgement]) -> State:
    verdicts = [j.action for j in judgements if j.field is None and j.action in ("accept", "reject")]
    if verdicts and verdicts[-1] == "reject":
        return "rejected"
    if any(j.action == "add" for j in judgements):
        return "added"
    if any(j.field and j.action != "accept" for j in judgements):
        return "corrected"
    return "accepted" if any(j.action == "accept" for j in judgements) else "none"


def _apply(statement: Statement, judgements: Sequence[Judgement], reading: str) -> Statement:
    for judgement in judgements:
        if judgement.field:
            statement = _changed(statement, judgement if judgement.reading_id == reading else _elsewhere(judgement))
    return statement


def _elsewhere(judgement: Judgement) -> Judgement:
    """A judgement made on another reading: places of statements (s4) mean others there, so they are left out."""
    if judgement.field in ("about", "parent"):
        return replace(judgement, action="accept")
    if judgement.field == "standing" and judgement.value:
        return replace(judgement, value=[{**each, "by": None} for each in judgement.value])
    return judgement


def _with_source(reading: Reading, source_id: str, judgement: Judgement) -> Reading:
    sources = tuple(_changed(s, judgement) if s.id == source_id else s for s in reading.sources)
    source = next(s for s in sources if s.id == source_id)
    statements = tuple(
        replace(s, source=replace(s.source, name=source.name, type=source.type, title=source.title, why=source.why))
        if s.source.id == source_id and judgement.action != "accept" else s
        for s in reading.statements
    )  # fmt: skip
    return replace(reading, sources=sources, statements=statements)


def with_own_sources(reading: Reading) -> Reading:
    """The reading with a source for every statement whose source a judge renamed in it alone, for whoever reads it by
    itself: what a statement names as its source is one of ``sources``, and has there the same name and type.
    """
    known = {source.id: (source.name, source.type) for source in reading.sources}
    for statement in reading.statements:
        ref = statement.source
        if known.get(ref.id) == (ref.name, ref.type):
            continue
        source = source_of(reading, ref)
        if source.id not in known:
            reading = replace(reading, sources=(*reading.sources, source))
            known[source.id] = (source.name, source.type)
        moved = replace(statement, source=replace(ref, id=source.id))
        statements = tuple(moved if s.id == statement.id else s for s in reading.statements)
        reading = replace(reading, statements=statements)
    return reading


def _changed(thing: Any, judgement: Judgement) -> Any:
    if judgement.action == "accept" or judgement.field is None:
        return thing
    value = judgement.value if judgement.action == "correct" else None
    return with_field(thing, judgement.field, value)


def with_field(thing: Any, field: str, value: Any) -> Any:
    """``thing`` (a statement, source or report) with ``field`` set to a JSON value.

    Raises:
        UnfitError: the value does not fit the field.
    """
    plain: dict[str, Any] = msgspec.to_builtins(thing)
    *path, last = field.split(".")
    inner = plain
    for step in path:
        inner = inner[step]
    inner[last] = value
    try:
        return msgspec.convert(plain, type(thing))
    except msgspec.ValidationError as error:
        raise UnfitError(field, f"cannot become {value!r} ({error})", "Give a value that the field can have") from None


def field_of(thing: Statement | Source | Any, field: str) -> Any:
    """The value of ``field`` as JSON value."""
    value: Any = thing
    for step in field.split("."):
        value = getattr(value, step)
    return msgspec.to_builtins(value)


def hull(spans: Sequence[Span]) -> Span:
    """The least span that covers all; (0, 0) for none."""
    return Span(min(s.begin for s in spans), max(s.end for s in spans)) if spans else Span(0, 0)
