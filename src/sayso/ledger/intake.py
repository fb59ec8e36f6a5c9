"""Which inputs have been added already, so that a run that was cut off goes on where it was."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from sayso.ledger.schema import inputs, reports


def known_inputs(connection: Connection, fingerprints: Sequence[str]) -> dict[str, str]:
    """Those of the fingerprints that have been added, with the ids of their reports."""
    query = select(inputs.c.fingerprint, reports.c.id).join(reports, reports.c.pk == inputs.c.report_pk)
    return dict(connection.execute(query.where(inputs.c.fingerprint.in_(fingerprints))).all())


def remember_input(connection: Connection, fingerprint: str, report_id: str) -> None:
    """Notes that an input has been added; purging the report forgets it."""
    if not known_inputs(connection, [fingerprint]):
        row = select(reports.c.pk).where(reports.c.id == report_id).scalar_subquery()
        connection.execute(insert(inputs).values(fingerprint=fingerprint, report_pk=row))
