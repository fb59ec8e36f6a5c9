"""Ids that people type and programs keep: of reports, statements and entities, to rows and back.

A statement outlives its reading: its id names the report, the bounds of its content and, where several share these,
a number (``3f2a9c1b22aa@120-188`` or ``3f2a9c1b22aa@120-188.1``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from sayso.errors import LedgerError
from sayso.ledger.anchors import SAME, overlap
from sayso.ledger.schema import entities, purges, reports, statements

_STATEMENT = re.compile(r"(?:sha256:)?([0-9a-f]{6,64})@(\d+)-(\d+)(?:\.(\d+))?")
_PLACE = re.compile(r"(?:sha256:)?([0-9a-f]{6,64})[#/](s\d+)")
_REPORT = re.compile(r"(?:sha256:)?[0-9a-f]{6,64}")
ENTITY = re.compile(r"e[0-9a-f]{12}")
_SHORT = 12


def statement_id(report_id: str, begin: int, end: int, nth: int) -> str:
    return f"{short(report_id)}@{begin}-{end}" + (f".{nth}" if nth else "")


def short(report_id: str) -> str:
    """Twelve digits of a report id."""
    return report_id.removeprefix("sha256:")[:_SHORT]


def is_report(text: str) -> bool:
    return bool(_REPORT.fullmatch(text))


def is_statement(text: str) -> bool:
    return bool(_STATEMENT.fullmatch(text) or _PLACE.fullmatch(text))


def report_row(connection: Connection, given: str) -> Row[Any]:
    """The report of an id, or of its first six or more digits, or of its address.

    Raises:
        LedgerError: none, or several.
    """
    if _REPORT.fullmatch(given):
        prefix = "sha256:" + given.removeprefix("sha256:")
        condition = (reports.c.id >= prefix) & (reports.c.id < prefix + "g")
    else:
        condition = ((reports.c.url == given) | (reports.c.external_id == given)) & (reports.c.latest == 1)
    found = connection.execute(select(reports).where(condition).limit(2)).all()
    if not found:
        if _REPORT.fullmatch(given):
            _tell_purged(connection, prefix)
        raise LedgerError(given, "no such report in the ledger", "Look for it with `sayso find`")
    if len(found) > 1:
        raise LedgerError(given, "means more than one report", "Give more digits of the id")
    return found[0]


def _tell_purged(connection: Connection, prefix: str) -> None:
    """Raises LedgerError where a note says that the report was taken out."""
    noted = (purges.c.report_id >= prefix) & (purges.c.report_id < prefix + "g")
    note = connection.execute(select(purges).where(noted)).first()
    if note is not None:
        why = f": {note.why}" if note.why else ""
        message = f"was taken out of the ledger on {note.at[:10]} by {note.by}{why}"
        raise LedgerError(note.report_id, message, "There is no way back")


def statement_row(connection: Connection, given: str) -> Row[Any]:
    """The row of a statement id, or of ``report#s4``.

    Raises:
        LedgerError: no such statement in the current reading.
    """
    match = _STATEMENT.fullmatch(given) or _PLACE.fullmatch(given)
    if match is None:
        raise LedgerError(
            given, "is no id of a statement", "Ids look like 3f2a9c1b22aa@120-188; `sayso find` shows them"
        )
    report = report_row(connection, match[1])
    rows = connection.execute(
        select(statements).where(statements.c.report_pk == report.pk).order_by(statements.c.id)
    ).all()
    found = (
        _by_place(rows, match[2])
        if match.re is _PLACE
        else _by_bounds(rows, int(match[2]), int(match[3]), int(match[4] or 0))
    )
    if found is None:
        raise LedgerError(given, "the report has no such statement now", f"See `sayso show {short(report.id)}`")
    return found


def _by_place(rows: Sequence[Row[Any]], place: str) -> Row[Any] | None:
    return next((row for row in rows if row.place == place), None)


def _by_bounds(rows: Sequence[Row[Any]], begin: int, end: int, nth: int) -> Row[Any] | None:
    """The row with these bounds; after a newer reading the one that shares most with them, if it is enough."""
    best, found = SAME, None
    for row in rows:
        if (row.begin, row.end, row.nth) == (begin, end, nth):
            return row
        share = overlap([(begin, end)], [(row.begin, row.end)])
        if share >= best and (found is None or share > best):
            best, found = share, row
    return found


def entity_row(connection: Connection, given: str) -> Row[Any]:
    """The row of an entity id; LedgerError where there is none."""
    found = connection.execute(select(entities).where(entities.c.id == given)).first()
    if found is None:
        raise LedgerError(given, "no such source in the ledger", "Look for it with `sayso find --source NAME`")
    return found
