"""From an effective reading to rows: who appears in the report, and one row for each statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from sayso.errors import LedgerError
from sayso.ledger.effective import Effective, Note, hull
from sayso.ledger.names import Name, kind_of, read_name
from sayso.types import Reading, Report, Source, SourceRef, Span, Statement

#: Bits for the place within a report and for the number of the report; see ``schema.drawn``.
_PLACES, _REPORTS = 14, 27
_GAP = " … "


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who is quoted (``source``), passes on (``relay``) or publishes (``publisher``) in a report.

    ``place``: p1, … of the reading; for a source that a judge renamed in one statement, that statement's place; for
    relays and publishers empty. ``name`` is None where the report gives none.
    """

    role: str
    place: str
    name: Name | None
    kind: str
    type: str | None
    disclosure: str
    title: str | None
    spans: tuple[Span, ...]

    @property
    def named(self) -> bool:
        """Only named parties are ever joined across reports."""
        return self.name is not None and self.disclosure == "named" and bool(self.name.words)


def chrono(report: Report, number: int) -> int:
    """Place of the ``number``-th report in time: order of publication, then of adding."""
    if number >= 1 << _REPORTS:
        raise LedgerError(report.id, "the ledger is full (134 million reports)", "Start another")
    return (_day(report) << (_PLACES + _REPORTS)) | (number << _PLACES)


def day_number(day: str, *, after: bool = False) -> int:
    """Least statement number of an ISO day, or of the day after it; numbers of later days are greater."""
    return (date.fromisoformat(day).toordinal() + after) << (_PLACES + _REPORTS)


def _day(report: Report) -> int:
    try:
        return date.fromisoformat(report.published.value[:10]).toordinal() if report.published else 0
    except ValueError:  # a date that is none is kept as it was given, and sorts with the undated
        return 0


def numbers(base: int, count: int, report: str) -> range:
    """Numbers for the rows of one report, from ``base`` on."""
    if count >= 1 << _PLACES:
        raise LedgerError(report, f"has {count} statements, more than one report can hold (16383)", "Split the report")
    return range(base + 1, base + 1 + count)


def parties(reading: Reading) -> list[Party]:
    """Everybody in the report: sources in the order of the reading, then relays, then the publisher."""
    found = [_source(source) for source in reading.sources]
    known = {source.id: source for source in reading.sources}
    found += [_renamed(s.id, s.source) for s in reading.statements if not _fits(s.source, known.get(s.source.id))]
    relays = {hop.name: hop for s in reversed(reading.statements) for hop in reversed(s.via)}
    for name, hop in sorted(relays.items()):
        spans = (hop.mention,) if hop.mention else ()
        found.append(Party("relay", "", _name(name, "organization"), "organization", None, "named", None, spans))
    outlet = publisher(reading.report)
    if outlet:
        name_ = _name(outlet, "organization")
        found.append(Party("publisher", "", name_, "organization", None, "named", None, ()))
    return found


def publisher(report: Report) -> str | None:
    """The outlet, or the host of the address where no outlet is known."""
    return report.outlet or (urlsplit(report.url).hostname if report.url else None)


def _name(name: str | None, kind: str) -> Name | None:
    return read_name(name, kind) if name else None


def _source(source: Source) -> Party:
    kind = kind_of(source.type)
    disclosure = source.disclosure
    return Party(
        "source", source.id, _name(source.name, kind), kind, source.type, disclosure, source.title, source.mentions
    )


def _fits(ref: SourceRef, source: Source | None) -> bool:
    return source is not None and (ref.name, ref.type) == (source.name, source.type)


def _renamed(place: str, ref: SourceRef) -> Party:
    kind = kind_of(ref.type)
    disclosure = "named" if ref.name and ref.type in ("person", "organization", "document") else "unnamed"
    spans = (ref.mention,) if ref.mention else ()
    return Party("source", place, _name(ref.name, kind), kind, ref.type, disclosure, ref.title, spans)


def who(statement: Statement, notes: Iterable[Note] = ()) -> str:
    """Names, title and notes by which the full-text search finds a statement."""
    named = (statement.source.name, statement.source.title, *(hop.name for hop in statement.via))
    parts = (*named, *(note.text for note in notes))
    return " / ".join(part for part in parts if part)


def words(statement: Statement, text: str) -> str:
    """The exact words of the content; where the cue interrupts it, the pieces with an ellipsis between."""
    return _GAP.join(span.of(text) for span in statement.content)


def bounds(statements: Iterable[Statement]) -> dict[str, tuple[Span, int]]:
    """By statement id: where its content begins and ends, and its number among those with the same bounds."""
    seen: dict[Span, int] = {}
    found = {}
    for statement in statements:
        span = hull(statement.content or (statement.extent,))
        found[statement.id] = (span, seen.setdefault(span, 0))
        seen[span] += 1
    return found


def statement_values(effective: Effective, statement: Statement, *, latest: bool) -> dict[str, Any]:
    """Columns of ``statements`` that follow from the statement alone."""
    reading = effective.reading
    state, judged = effective.state(statement.id), effective.judged.get(statement.id)
    when = statement.when
    source = next((s for s in reading.sources if s.id == statement.source.id), None)
    return {
        "place": statement.id,
        "words": words(statement, reading.report.text),
        "who": who(statement, judged.notes if judged else ()),
        "type": statement.source.type,
        "disclosure": source.disclosure if source else "named",
        "act": statement.act,
        "negated": int(statement.negated),
        "firmness": statement.firmness,
        "kind": statement.kind,
        "how": statement.how,
        "model": reading.reading.model,
        "confidence": statement.confidence,
        "when_start": when.start[:10] if when and when.start else None,
        "when_end": when.end[:10] if when and when.end else None,
        "judged": state,
        "shown": int(latest and state != "rejected"),
    }
