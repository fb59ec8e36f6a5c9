"""What tracing keeps of a report is forgotten: the report goes or was read anew."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sqlalchemy import Connection, delete, select, update

from sayso.ledger import nearby
from sayso.ledger.schema import (
    traced_links,
    traced_postings,
    traced_reports,
    traced_scenes,
    traced_sketches,
)

_MANY = 5000  # values in one question to the database


def untrace(connection: Connection, pks: Sequence[int], *, scrub: bool = False) -> None:
    """Takes out the rows of these reports, and the scenes of all that they touch, so that those are placed again.

    ``scrub`` also takes out their hashes, which otherwise stay and lead nowhere.
    """
    for pk in pks:
        own = traced_reports.c.report_pk == pk
        number = connection.execute(select(traced_reports.c.number).where(own)).scalar()
        near = _forget_near(connection, pk, gone=scrub)
        linked = (
            select(traced_links.c.report_pk)
            .where(traced_links.c.of_pk == pk)
            .union(select(traced_links.c.of_pk).where(traced_links.c.report_pk == pk))
        )
        touched = [pk, *near, *(other for (other,) in connection.execute(linked))]
        for begin in range(0, len(touched), _MANY):
            _unplace(connection, touched[begin : begin + _MANY])
        if scrub and number is not None:
            _scrub(connection, number)
        connection.execute(delete(traced_reports).where(own))


def _unplace(connection: Connection, pks: Sequence[int]) -> None:
    scene = traced_reports.c.scene
    gone = select(scene).where(traced_reports.c.report_pk.in_(pks), scene.is_not(None)).distinct()
    keys = [key for (key,) in connection.execute(gone)]
    connection.execute(delete(traced_scenes).where(traced_scenes.c.key.in_(keys)))
    connection.execute(update(traced_reports).where(scene.in_(keys)).values(scene=None))


def _forget_near(connection: Connection, pk: int, *, gone: bool) -> list[int]:
    """No report has this one as a neighbour any more; gives those that had.

    Of reports without a date only the nearest are kept: those that lose one for good must be compared anew.
    """
    own = nearby.read(connection, [pk])[pk]
    others: list[int] = nearby.pks_of(own).tolist()
    theirs = nearby.read(connection, others)
    nearby.write(connection, {other: each[nearby.pks_of(each) != pk] for other, each in theirs.items()})
    undated = nearby.pks_of(own[nearby.undated_of(own)]).tolist()
    for begin in range(0, len(others), _MANY):
        here = traced_sketches.c.report_pk.in_(others[begin : begin + _MANY])
        connection.execute(update(traced_sketches).where(here).values(least=0.0))
    for begin in range(0, len(undated) if gone else 0, _MANY):
        here = traced_reports.c.report_pk.in_(undated[begin : begin + _MANY])
        connection.execute(update(traced_reports).where(here).values(key=""))
    return others


def _scrub(connection: Connection, number: int) -> None:
    for row in connection.execute(select(traced_postings)).all():
        entries = np.frombuffer(row.entries, "<u8")
        left = entries[(entries & np.uint64(0xFFFFFFFF)) != np.uint64(number)]
        if len(left) < len(entries):
            here = (traced_postings.c.kind == row.kind) & (traced_postings.c.bucket == row.bucket)
            connection.execute(update(traced_postings).where(here).values(entries=left.tobytes()))
