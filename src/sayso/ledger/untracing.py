"""What tracing keeps of a report is forgotten: the report goes or was read anew."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sqlalchemy import Connection, delete, select, update

from sayso.ledger.schema import (
    traced_links,
    traced_near,
    traced_postings,
    traced_reports,
    traced_scenes,
    traced_sketches,
)


def untrace(connection: Connection, pks: Sequence[int], *, scrub: bool = False) -> None:
    """Takes out the rows of these reports, and the scenes of all that they touch, so that those are placed again.

    ``scrub`` also takes out their hashes, which otherwise stay and lead nowhere.
    """
    for pk in pks:
        touched = (
            select(traced_near.c.other_pk)
            .where(traced_near.c.one_pk == pk)
            .union(
                select(traced_links.c.report_pk).where(traced_links.c.of_pk == pk),
                select(traced_links.c.of_pk).where(traced_links.c.report_pk == pk),
                select(traced_reports.c.report_pk).where(traced_reports.c.report_pk == pk),
            )
        )
        gone = select(traced_reports.c.scene).where(traced_reports.c.report_pk.in_(touched))
        keys = [key for (key,) in connection.execute(gone.where(traced_reports.c.scene.is_not(None)).distinct())]
        connection.execute(delete(traced_scenes).where(traced_scenes.c.key.in_(keys)))
        connection.execute(update(traced_reports).where(traced_reports.c.scene.in_(keys)).values(scene=None))
        beside = select(traced_near.c.other_pk).where(traced_near.c.one_pk == pk)
        fewer = update(traced_sketches).where(traced_sketches.c.report_pk.in_(beside))
        connection.execute(fewer.values(least=0.0))  # others may be among their nearest now
        own = traced_reports.c.report_pk == pk
        number = connection.execute(select(traced_reports.c.number).where(own)).scalar()
        if scrub and number is not None:
            _scrub(connection, number)
        connection.execute(delete(traced_reports).where(own))


def _scrub(connection: Connection, number: int) -> None:
    for row in connection.execute(select(traced_postings)).all():
        entries = np.frombuffer(row.entries, "<u8")
        left = entries[(entries & np.uint64(0xFFFFFFFF)) != np.uint64(number)]
        if len(left) < len(entries):
            here = (traced_postings.c.kind == row.kind) & (traced_postings.c.bucket == row.bucket)
            connection.execute(update(traced_postings).where(here).values(entries=left.tobytes()))
