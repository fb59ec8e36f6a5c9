"""Rows of a ledger's tables asked for by many values at once, and the numbers that reports have in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from sayso.ledger.schema import reports

MANY = 5000  # values in one question to the database


class Rows:
    """What is asked for in one transaction. A report is known by its id outside, by the number of its row inside."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.pk: dict[str, int] = {}
        self.id: dict[int, str] = {}

    def rows(self, query: Any, column: Any, values: Iterable[Any]) -> Iterator[Any]:
        """The rows with any of the values in the column."""
        values = list(values)
        for begin in range(0, len(values), MANY):
            yield from self.connection.execute(query.where(column.in_(values[begin : begin + MANY]))).all()

    def pks(self, ids: Iterable[str]) -> list[int]:
        """The numbers of those reports that the ledger holds."""
        ids = list(ids)
        missing = [id_ for id_ in ids if id_ not in self.pk]
        for pk, id_ in self.rows(select(reports.c.pk, reports.c.id), reports.c.id, missing):
            self.pk[id_], self.id[pk] = pk, id_
        return [self.pk[id_] for id_ in ids if id_ in self.pk]

    def know(self, pks: Iterable[int]) -> None:
        """Have the ids of reports at hand that are given by the numbers of their rows."""
        query = select(reports.c.pk, reports.c.id)
        for pk, id_ in self.rows(query, reports.c.pk, {pk for pk in pks if pk not in self.id}):
            self.pk[id_], self.id[pk] = pk, id_

    def named(self, pks: Iterable[int]) -> list[str]:
        """The ids of reports given by the numbers of their rows."""
        pks = list(pks)
        self.know(pks)
        return [self.id[pk] for pk in pks]

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        for begin in range(0, len(rows), MANY):
            self.connection.execute(insert(table), list(rows[begin : begin + MANY]))

    def delete(self, table: Table, pks: Sequence[int]) -> None:
        """What the table holds of these reports."""
        for begin in range(0, len(pks), MANY):
            self.connection.execute(delete(table).where(table.c.report_pk.in_(pks[begin : begin + MANY])))

    def change(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Set columns of reports' rows; ``pk`` is the report, other keys are the names of columns."""
        if rows:
            named: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "pk"}
            changed = update(table).where(table.c.report_pk == bindparam("pk")).values(named)
            renamed = [{key if key == "pk" else f"new_{key}": value for key, value in row.items()} for row in rows]
            self.connection.execute(changed, renamed)
