"""Entering rows: at once, or gathered and entered together.

The statement for a table and its columns is made once, as making it costs more than running it. Gathered rows go in
in the order of their keys: FTS5 writes a piece of its index to the disk whenever a number is less than the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert

from sayso.ledger import fulltext
from sayso.ledger.schema import metadata, reports, statements

#: Tables in an order in which no row points to one that is not there yet.
_ORDER = tuple(metadata.sorted_tables)
#: Columns that are the numbers in the full-text indexes.
_NUMBERS = {reports: "chrono", statements: "id"}

Row = dict[str, Any]


class Rows:
    """Rows of any tables that wait to be entered; those of one table give the same columns."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[Table, list[Row]] = {}

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        self._rows.setdefault(table, []).extend(rows)

    def flush(self) -> None:
        """Enters all that waits."""
        for table in _ORDER:
            rows = self._rows.pop(table, [])
            if table in _NUMBERS:
                rows.sort(key=lambda row, column=_NUMBERS[table]: row[column])  # type: ignore[misc]
            enter(self._connection, table, rows)


def enter(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Inserts rows that all give the same columns; nothing for no rows."""
    if not rows:
        return
    sql, columns = _insert(connection.dialect, table, tuple(rows[0]))
    if columns is None:
        connection.exec_driver_sql(sql, list(rows))
    else:
        connection.exec_driver_sql(sql, [tuple([row[column] for column in columns]) for row in rows])
    fulltext.enter(connection, table, rows)


@lru_cache(maxsize=256)
def _insert(dialect: Dialect, table: Table, columns: tuple[str, ...]) -> tuple[str, tuple[str, ...] | None]:
    """The statement, and the order of its values; None where the driver takes them by name."""
    compiled = insert(table).compile(dialect=dialect, column_keys=list(columns))
    return str(compiled), tuple(compiled.positiontup) if compiled.positiontup is not None else None
