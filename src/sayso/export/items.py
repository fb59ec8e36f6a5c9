"""What is exported: readings of a ledger that answer a query, or readings made just now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sayso.ledger.effective import with_own_sources
from sayso.types import Reading, Source, Statement

if TYPE_CHECKING:
    from sayso.ledger import Found, Query, Reader

#: Filters that choose whole reports, those without a statement included.
_OF_REPORTS = frozenset(["outlet", "report", "published_from", "published_to", "versions"])


@dataclass(frozen=True, slots=True)
class Item:
    """One report. ``reading`` is after judgement and holds the statements asked for (``wanted``, in text order of the
    reading) and those that they refer to, so that no reference dangles; ``found`` has what the ledger knows of a
    statement, by its place, and is empty where there is no ledger.
    """

    reading: Reading
    wanted: tuple[Statement, ...]
    found: Mapping[str, Found]

    def source_of(self, statement: Statement) -> Source:
        return next(s for s in self.reading.sources if s.id == statement.source.id)


def from_readings(readings: Iterable[Reading]) -> Iterator[Item]:
    for reading in readings:
        yield Item(reading, reading.statements, {})


def from_ledger(view: Reader, query: Query) -> Iterator[Item]:
    """Oldest first, one report at a time; ``query``'s own order and page do not count.

    Raises:
        LedgerError: a report that is unknown.
    """
    query = replace(query, sort="oldest", limit=200, cursor=None)
    asked = {name for name, _ in query.parameters()} - {"sort", "limit"}
    if asked <= _OF_REPORTS:
        for report in _all(view.find_reports, query):
            yield _item(view, report.id, None)
        return
    for report_id, matches in groupby(_all(view.find, query), key=lambda match: match.report):
        yield _item(view, report_id, {match.place for match in matches})


def _all(find: Callable[[Query], Any], query: Query) -> Iterator[Any]:
    while True:
        page = find(query)
        yield from page.items
        if page.next is None:
            return
        query = replace(query, cursor=page.next)


def _item(view: Reader, report_id: str, asked: set[str] | None) -> Item:
    """``asked``: places of the statements that matched; None for all that were not rejected."""
    shown = view.report(report_id)
    found = {match.place: match for match in shown.statements}
    rejected = {place for place, match in found.items() if match.judgement == "rejected"}
    asked = set(found) - rejected if asked is None else asked
    reading = restricted(with_own_sources(shown.reading), asked, without=rejected - asked)
    return Item(reading, tuple(s for s in reading.statements if s.id in asked), found)


def restricted(reading: Reading, asked: set[str], *, without: set[str]) -> Reading:
    """The reading with the statements ``asked`` for and those that they refer to, but none of ``without``."""
    statements = {s.id: s for s in reading.statements}
    kept: set[str] = set()
    waiting = [place for place in asked if place in statements]
    while waiting:
        place = waiting.pop()
        if place not in kept:
            kept.add(place)
            waiting += [other for other in _referred(statements[place]) if other in statements and other not in without]
    if kept == set(statements):
        return reading
    used = {statements[place].source.id for place in kept}
    return replace(
        reading,
        sources=tuple(source for source in reading.sources if source.id in used),
        statements=tuple(_within(s, kept) for s in reading.statements if s.id in kept),
        derivations=tuple(d for d in reading.derivations if d.statement is None or d.statement in kept | used),
    )


def _referred(statement: Statement) -> Sequence[str]:
    by = (standing.by for standing in statement.standing)
    return [place for place in (statement.parent, *statement.about, *by) if place]


def _within(statement: Statement, kept: set[str]) -> Statement:
    """The statement without references to what is not there."""
    return replace(
        statement,
        parent=statement.parent if statement.parent in kept else None,
        about=tuple(place for place in statement.about if place in kept),
        standing=tuple(replace(s, by=s.by if s.by in kept else None) for s in statement.standing),
    )
