"""What is added: what it was read from, and whether it is in the ledger already, so that a run can be resumed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from sayso.ledger.schema import inputs, reports
from sayso.ledger.writer import Original
from sayso.report.draft import Draft


def known_inputs(connection: Connection, fingerprints: Sequence[str]) -> dict[str, str]:
    """Those of the fingerprints that have been added, with the ids of their reports."""
    query = select(inputs.c.fingerprint, reports.c.id).join(reports, reports.c.pk == inputs.c.report_pk)
    return dict(connection.execute(query.where(inputs.c.fingerprint.in_(fingerprints))).all())


def superseded(connection: Connection, report_id: str) -> bool:
    """Whether a page has shown another text since."""
    return connection.execute(select(reports.c.latest).where(reports.c.id == report_id)).scalar() == 0


def original_of(draft: Draft, seen: str | None = None) -> Original:
    """What a draft was read from. ``seen``: when its page was known to read so, where it was not fetched."""
    page = draft.fetched
    if page is None:
        return Original(draft.content, origins=draft.origins, seen=seen)
    media_type = (page.header("content-type") or "").partition(";")[0].strip() or None
    return Original(draft.content, media_type, dict(page.headers), page.at or None, page.final_url, draft.origins)


def remember_input(connection: Connection, fingerprint: str, report_id: str) -> None:
    """Notes that an input has been added; purging the report forgets it."""
    if not known_inputs(connection, [fingerprint]):
        row = select(reports.c.pk).where(reports.c.id == report_id).scalar_subquery()
        connection.execute(insert(inputs).values(fingerprint=fingerprint, report_pk=row))
