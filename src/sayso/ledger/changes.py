"""What a page said when: its texts follow one another as versions, and an earlier one can come back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from sayso.ledger.entering import enter
from sayso.ledger.schema import reports, statements, versions


def seen_at(given: str | None, now: str) -> str:
    """A time in one form that sorts, ISO 8601 in UTC; ``now`` where none, or none that can be read, is given."""
    try:
        moment = datetime.fromisoformat(given or now)
    except ValueError:
        moment = datetime.fromisoformat(now)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def show_again(connection: Connection, report_id: str, seen: str) -> int | None:
    """Makes an earlier text of a page its newest version again, where the page was seen so later than all else that is
    known of it; gives the number of the version, None where nothing changes.
    """
    row = connection.execute(select(reports).where(reports.c.id == report_id)).one()
    last = select(func.max(versions.c.seen)).where(versions.c.document_pk == row.document_pk)
    if row.latest or seen <= (connection.execute(last).scalar() or ""):
        return None
    version = supersede(connection, row.document_pk)
    enter(connection, versions, [version_row(row.document_pk, version, row.pk, seen)])
    connection.execute(update(reports).where(reports.c.pk == row.pk).values(latest=1, version=version))
    stands = (statements.c.report_pk == row.pk) & (statements.c.judged != "rejected")
    connection.execute(update(statements).where(stands).values(shown=1))
    return version


def supersede(connection: Connection, document: int) -> int:
    """Marks the versions so far as no longer the latest; gives the next version's number."""
    older = select(reports.c.pk).where(reports.c.document_pk == document)
    connection.execute(update(statements).where(statements.c.report_pk.in_(older)).values(shown=0))
    connection.execute(update(reports).where(reports.c.document_pk == document).values(latest=0))
    version = select(func.coalesce(func.max(versions.c.version), 0) + 1).where(versions.c.document_pk == document)
    number: int = connection.execute(version).scalar_one()
    return number


def version_row(document: int, version: int, report: int, seen: str) -> dict[str, Any]:
    """Columns of ``versions``."""
    return {"document_pk": document, "version": version, "report_pk": report, "seen": seen}
