"""The readings that a ledger holds, as the tracer takes them: after human judgement."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from sayso.ledger import Reader
from sayso.ledger.schema import reports
from sayso.ledger.show import view_of
from sayso.types import Reading


def readings(view: Reader) -> Iterator[Reading]:
    """One for each report, versions of one page each for themselves, in the order of adding."""
    rows = view.connection.execute(select(reports).order_by(reports.c.pk)).all()
    for row in rows:
        yield view_of(view.connection, row).reading
