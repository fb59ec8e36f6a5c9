"""What one source is on record with, counted: through whom, and when."""

from __future__ import annotations

from sqlalchemy import Connection, Subquery, func, select

from sayso.ledger.schema import entities, hops, reports, statements

#: Statements counted, the newest: a source can have hundreds of thousands.
MOST = 5000


def through(connection: Connection, entity: str, most: int) -> list[tuple[str, int]]:
    """Relays with the number of statements that came through them, the most frequent first."""
    own = _own(entity)
    number = func.count().label("number")
    query = select(hops.c.name, number).join(own, own.c.id == hops.c.statement_id).group_by(hops.c.name)
    return [(name, times) for name, times in connection.execute(query.order_by(number.desc(), hops.c.name).limit(most))]


def over_time(connection: Connection, entity: str) -> list[tuple[str, int]]:
    """Months of publication, or days where there is but one month, with their numbers; last what is undated."""
    own = _own(entity)
    day = func.substr(reports.c.published, 1, 10).label("day")
    query = select(day, func.count()).select_from(own).join(reports, reports.c.pk == own.c.report_pk).group_by(day)
    days: dict[str | None, int] = dict(connection.execute(query).all())
    undated = days.pop(None, 0)
    months: dict[str, int] = {}
    for name, times in days.items():
        months[str(name)[:7]] = months.get(str(name)[:7], 0) + times
    shown = months if len(months) > 1 else {str(name): times for name, times in days.items()}
    return sorted(shown.items()) + ([("undated", undated)] if undated else [])


def _own(entity: str) -> Subquery:
    row = select(entities.c.pk).where(entities.c.id == entity).scalar_subquery()
    s = statements.c
    newest = select(s.id, s.report_pk).where(s.entity_pk == row, s.shown == 1).order_by(s.id.desc()).limit(MOST)
    return newest.subquery()
