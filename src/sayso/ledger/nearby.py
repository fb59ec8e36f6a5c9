"""How ``traced_near`` packs the neighbours of a report: 64 bits each, in ascending order, so that the likest are last.

From the highest bit down: the likeness in ten thousandths (14 bits), whether the neighbour has no date (1), its
``reports.pk`` (49).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, insert, select

from sayso.ledger.schema import traced_near

U64 = NDArray[np.uint64]

STEPS = 10_000
_UP = np.uint64(50)
_UNDATED = np.uint64(1 << 49)
_PK = np.uint64((1 << 49) - 1)
_MANY = 5000  # values in one question to the database


def pack(pks: NDArray[np.int64], alike: NDArray[np.float64], undated: NDArray[np.bool_]) -> U64:
    steps = np.round(alike * STEPS).astype(np.uint64)
    return (steps << _UP) | np.where(undated, _UNDATED, np.uint64(0)) | pks.astype(np.uint64)


def pks_of(entries: U64) -> NDArray[np.int64]:
    return (entries & _PK).astype(np.int64)


def alike_of(entries: U64) -> NDArray[np.float64]:
    """0 to 1, to the last digit what was packed."""
    return (entries >> _UP).astype(np.float64) / STEPS


def undated_of(entries: U64) -> NDArray[np.bool_]:
    return (entries & _UNDATED).astype(np.bool_)


def from_likeness(entries: U64, least: float) -> U64:
    """Those that are as like as that, or more."""
    return entries[np.searchsorted(entries, pack(np.zeros(1, np.int64), np.array([least]), np.zeros(1, np.bool_))[0]) :]


def read(connection: Connection, pks: Sequence[int]) -> dict[int, U64]:
    """The neighbours of reports; none where nothing is kept of one."""
    found = dict.fromkeys(pks, np.empty(0, np.uint64))
    query = select(traced_near.c.report_pk, traced_near.c.others)
    for begin in range(0, len(pks), _MANY):
        here = traced_near.c.report_pk.in_(pks[begin : begin + _MANY])
        found |= {pk: np.frombuffer(others, "<u8") for pk, others in connection.execute(query.where(here)).all()}
    return found


def write(connection: Connection, neighbours: dict[int, U64]) -> None:
    """Takes the place of what was kept of these reports."""
    pks = sorted(neighbours)
    for begin in range(0, len(pks), _MANY):
        here = pks[begin : begin + _MANY]
        connection.execute(delete(traced_near).where(traced_near.c.report_pk.in_(here)))
        rows = [{"report_pk": pk, "others": neighbours[pk].astype("<u8").tobytes()} for pk in here]
        connection.execute(insert(traced_near), rows)
