"""Answering a query: the matches page by page, how many there are, and how they divide."""

from __future__ import annotations

import base64
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, false, func, or_, select, tuple_

from sayso.errors import SettingsError
from sayso.ledger.found import Found, found
from sayso.ledger.fulltext import number, where_words
from sayso.ledger.lookup import entities_of, names_like
from sayso.ledger.query import Query
from sayso.ledger.references import ENTITY, report_row
from sayso.ledger.rows import day_number
from sayso.ledger.schema import hops, names, reports, sources, standings, statements
from sayso.ledger.words import parse
from sayso.types import ACTS, STATUSES

#: Matches looked at for counts and facets; beyond it they are of the first so many.
BOUND = 10_000
#: Columns by which matches are divided.
FACETS = ("type", "disclosure", "act", "firmness", "kind", "how", "judgement", "model", "standing", "outlet", "source")
_SHOWN = 25
#: Open lists: another value is one that some statement of the ledger has, else a slip that would find nothing.
_USUAL = {"act": (ACTS, statements.c.act), "standing": (STATUSES, standings.c.status)}
#: Confidence beyond which so few may be left that they are looked up.
_SURE = 0.9
#: Days that the time of an utterance can span and still be found between two days, wherever it began.
_LONGEST = 366

_s = statements.c
_EQUAL = {"type": _s.type, "disclosure": _s.disclosure, "act": _s.act, "firmness": _s.firmness, "kind": _s.kind,
          "how": _s.how, "model": _s.model, "judgement": _s.judged}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """``next``: cursor of the following page, None on the last."""

    items: tuple[Found, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class ReportPage:
    items: tuple[FoundReport, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """``exact`` is False where there are more than ``value``."""

    value: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Facets:
    """``by``: for each facet its values with their counts, most frequent first; of all matches where ``exact``, else of
    the first many in the order of the query.
    """

    by: dict[str, tuple[tuple[str, int], ...]]
    exact: bool


def find(connection: Connection, query: Query) -> Page:
    """One page of matches, each with the ids and words to show it.

    Raises:
        SettingsError: a cursor that is none; an act or standing that there is not.
        LedgerError: a report id that is unknown or ambiguous.
    """
    matching, order = _matching(connection, query)
    rows = connection.execute(_after(matching, order, query).limit(query.limit + 1)).all()
    more = len(rows) > query.limit
    ids = [row[0] for row in rows[: query.limit]]
    cursor = _cursor(query, rows[query.limit - 1]) if more else None
    return Page(tuple(found(connection, ids)), cursor)


def count(connection: Connection, query: Query) -> Count:
    """How many matches there are, counted up to ``BOUND``."""
    matching, order = _matching(connection, query)
    # In order, although a count needs none: it keeps SQLite on the plan that finds the first page fast.
    bounded = _after(matching, order, query, paged=False).limit(BOUND + 1).subquery()
    value = connection.execute(select(func.count()).select_from(bounded)).scalar_one()
    return Count(min(value, BOUND), value <= BOUND)


def facets(connection: Connection, query: Query, most: int = BOUND) -> Facets:
    """How the matches, or the first ``most``, divide by each of ``FACETS``."""
    matching, order = _matching(connection, query)
    rows = connection.execute(_after(matching, order, query, paged=False).limit(most + 1)).all()
    ids = [row[0] for row in rows[:most]]
    chosen = select(func.json_each(json.dumps(ids)).table_valued("value").c.value) if _lite(connection) else ids
    # Columns of the statements themselves in one pass: looking the rows up costs more than counting.
    plain = connection.execute(select(*_EQUAL.values()).where(_s.id.in_(chosen))).all()
    counted = {name: _most(column) for name, column in zip(_EQUAL, zip(*plain, strict=True), strict=False)}
    other = {facet: _facet(connection, facet, chosen) for facet in ("standing", "outlet", "source")}
    return Facets({facet: (counted | other).get(facet, ()) for facet in FACETS}, len(rows) <= most)


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A report as a search shows it; ``statements``: how many of its statements are shown."""

    id: str
    headline: str | None
    outlet: str | None
    url: str | None
    published: str | None
    version: int
    latest: bool
    statements: int


#: Filters that mean something for reports.
_FOR_REPORTS = {"words", "outlet", "report", "published_from", "published_to", "versions", "sort", "limit", "cursor"}


def find_reports(connection: Connection, query: Query) -> ReportPage:
    """Reports whose headline or text holds the words, with the filters that apply to reports.

    Raises:
        SettingsError: a filter that only statements have; a cursor that is none.
    """
    for name, _ in query.parameters():
        if name not in _FOR_REPORTS or query.sort == "said":
            raise SettingsError(name, "only applies to statements", "Leave it out, or look for statements")
    terms, dialect, r = parse(query.words), connection.dialect.name, reports.c
    key = number(reports, dialect, fts=bool(terms))
    shown = select(func.count()).where(_s.report_pk == r.pk, _s.shown == 1).scalar_subquery()
    columns = (key, r.id, r.headline, r.outlet, r.url, r.published, r.version, r.latest, shown.label("statements"))
    matching = select(*columns).select_from(reports)
    if terms:
        matching = where_words(matching, reports, terms, dialect)
    for condition in _published(query, key):
        matching = matching.where(condition)
    if query.versions == "latest":
        matching = matching.where(r.latest == 1)
    if query.report:
        matching = matching.where(r.pk.in_([report_row(connection, given).pk for given in query.report]))
    if query.outlet:
        of_outlet = select(sources.c.report_pk).where(
            sources.c.role == "publisher", sources.c.name_pk.in_(_names(connection, query.outlet))
        )
        matching = matching.where(r.pk.in_(of_outlet))
    rows = connection.execute(_after(matching, [key], query).limit(query.limit + 1)).all()
    items = tuple(_found_report(row) for row in rows[: query.limit])
    more = len(rows) > query.limit
    return ReportPage(items, _cursor(query, rows[query.limit - 1][:1]) if more else None)


def _found_report(row: Row[Any]) -> FoundReport:
    values = dict(row._mapping)
    return FoundReport(**{name: values[name] for name in FoundReport.__slots__} | {"latest": bool(row.latest)})


def _lite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _most(values: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))[:_SHOWN])


def _facet(connection: Connection, facet: str, chosen: Any) -> tuple[tuple[str, int], ...]:
    number_ = func.count().label("number")
    column: ColumnElement[Any]
    if facet == "standing":
        column = standings.c.status
        query = select(column, number_).where(standings.c.statement_id.in_(chosen))
    else:
        key = _s.outlet_pk if facet == "outlet" else _s.name_pk
        column = names.c.name
        query = select(column, number_).join_from(statements, names, names.c.pk == key).where(_s.id.in_(chosen))
    rows = connection.execute(query.group_by(column).order_by(number_.desc(), column).limit(_SHOWN))
    return tuple((value, times) for value, times in rows)


def _check_values(connection: Connection, query: Query) -> None:
    for name, (usual, column) in _USUAL.items():
        for value in getattr(query, name):
            if (
                value not in usual
                and connection.execute(select(column).where(column == value).limit(1)).first() is None
            ):
                raise SettingsError(f"{name}={value}", "is unknown", f"Give one of {', '.join(usual)}")


def _matching(connection: Connection, query: Query) -> tuple[Select[Any], list[ColumnElement[Any]]]:
    """A select of (number, sort keys …) of the matches, and the keys to order by, the number last."""
    _check_values(connection, query)
    terms = parse(query.words)
    dialect = connection.dialect.name
    meant = {name: _names(connection, getattr(query, name)) for name in ("via", "outlet") if getattr(query, name)}
    sieve: dict[str, Sequence[object]] = {
        name: getattr(query, name) for name in (*_EQUAL, "standing") if getattr(query, name)
    }
    sieve |= {name: rows for name, rows in meant.items() if rows}
    if query.source:
        meant["source"] = _names(connection, [text for text in query.source if not ENTITY.fullmatch(text)])
        if meant["source"] and not any(map(ENTITY.fullmatch, query.source)):
            sieve["source"] = meant["source"]
    if query.confidence is not None and query.confidence > _SURE:
        sieve["confidence"] = range(int(query.confidence * 100), 101)
    # One of these alone has an index of its own in the right order, which needs no look into the rows.
    alone = len(sieve) == 1 and not sieve.keys() & {"confidence", "standing", "via"}
    fts = bool(terms) or bool(_lite(connection) and sieve and not alone and query.sort != "said")
    key = number(statements, dialect, fts=fts)
    order: list[ColumnElement[Any]] = [_s.when_start, key] if query.sort == "said" else [key]
    matching = select(key, *order[:-1]).select_from(statements)
    if fts:
        matching = where_words(matching, statements, terms, dialect, sieve)
    if query.sort == "said":
        matching = matching.where(_s.when_start.is_not(None))
    for condition in _conditions(connection, query, key, meant, fts=fts):
        matching = matching.where(condition)
    return matching, order


def _conditions(
    connection: Connection, query: Query, key: ColumnElement[int], meant: Mapping[str, Sequence[int]], *, fts: bool
) -> list[ColumnElement[bool]]:
    """``meant``: rows of the names that the filters for sources, outlets and relays may mean."""
    conditions: list[ColumnElement[bool]] = [
        column.in_(getattr(query, name)) for name, column in _EQUAL.items() if getattr(query, name)
    ]
    if query.versions == "latest" and not query.judgement:
        conditions.append(_s.shown == 1)
    elif query.versions == "latest":
        newest = select(reports.c.pk).where(reports.c.latest == 1)
        conditions.append(or_(_s.shown == 1, _s.report_pk.in_(newest)))
    elif not query.judgement:
        conditions.append(_s.judged != "rejected")
    conditions += _published(query, key)
    conditions += _said(query)
    if query.confidence is not None:
        conditions.append(_s.confidence >= query.confidence)
    if query.report:
        conditions.append(_s.report_pk.in_([report_row(connection, given).pk for given in query.report]))
    if query.standing:
        conditions.append(_has(standings, standings.c.status.in_(query.standing), each=fts))
    if query.via:
        conditions.append(_has(hops, hops.c.name_pk.in_(meant["via"]), each=fts) if meant["via"] else false())
    if query.outlet:
        conditions.append(_s.outlet_pk.in_(meant["outlet"]))
    if query.source:
        conditions.append(_of_sources(connection, query.source, meant["source"]))
    return conditions


def _has(table: Table, condition: ColumnElement[bool], *, each: bool) -> ColumnElement[bool]:
    """Whether a statement has such a row in ``table``; ``each``: asked of one statement after the other, as these are
    few and in order already, instead of gathering all that have one.
    """
    if each:
        return select(table.c.statement_id).where(table.c.statement_id == _s.id, condition).exists()
    return _s.id.in_(select(table.c.statement_id).where(condition))


def _said(query: Query) -> list[ColumnElement[bool]]:
    """Utterances whose days overlap the range. Between two days they are looked up by their index; an open range holds
    so many that going through the matches in order meets some soon.
    """
    conditions: list[ColumnElement[bool]] = []
    if query.said_from:
        conditions.append(func.coalesce(_s.when_end, _s.when_start) >= query.said_from)
    if query.said_to:
        conditions.append(_s.when_start <= query.said_to)
    if query.said_from and query.said_to:
        other = statements.alias()
        near = other.c.when_start.between(_days_before(query.said_from, _LONGEST), query.said_to)
        conditions.append(_s.id.in_(select(other.c.id).where(near)))
    return conditions


def _days_before(day: str, days: int) -> str:
    number = date.fromisoformat(day).toordinal() - days
    return date.fromordinal(max(1, number)).isoformat()


def _published(query: Query, key: ColumnElement[int]) -> list[ColumnElement[bool]]:
    after = [key >= day_number(query.published_from)] if query.published_from else []
    return after + ([key < day_number(query.published_to, after=True)] if query.published_to else [])


def _names(connection: Connection, given: Sequence[str]) -> list[int]:
    return sorted({row for text in given for row in names_like(connection, text)})


def _of_sources(connection: Connection, given: Sequence[str], rows: Sequence[int]) -> ColumnElement[bool]:
    ids = [text for text in given if ENTITY.fullmatch(text)]
    conditions: list[ColumnElement[bool]] = []
    if ids:
        conditions.append(_s.entity_pk.in_(entities_of(connection, ids)))
    if len(ids) < len(given):
        conditions.append(_s.name_pk.in_(rows))
    return or_(*conditions)


def _after(matching: Select[Any], order: list[ColumnElement[Any]], query: Query, *, paged: bool = True) -> Select[Any]:
    """``matching`` in order, from the cursor on."""
    down = query.sort != "oldest"
    if query.cursor and paged:
        last = _place(query)
        if len(order) == 1:
            matching = matching.where(order[0] < last[0] if down else order[0] > last[0])
        else:
            matching = matching.where(tuple_(*order) < tuple_(*last))
    return matching.order_by(*(column.desc() if down else column.asc() for column in order))


def _cursor(query: Query, row: Sequence[Any]) -> str:
    place = [query.sort, *row[1:], row[0]]
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def _place(query: Query) -> list[Any]:
    cursor = query.cursor or ""
    place: list[Any] = []
    with suppress(ValueError, TypeError):
        place = list(json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))))
    kinds = [str, str, int] if query.sort == "said" else [str, int]
    if [type(part) for part in place] != kinds or place[0] != query.sort:
        raise SettingsError(cursor, "is no cursor of this search", "Take the cursor from the page before, same sort")
    return place[1:]
