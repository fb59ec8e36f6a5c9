"""The index of candidates as a ledger keeps it: under each bucket of hashes, which reports hold them.

Only the buckets of the new reports' own hashes are read, and only what is written under the very same hashes goes into
the index that the reports are looked up in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from sqlalchemy import Connection, delete, func, insert, select

from sayso.ledger.schema import reports, traced_postings, traced_reports
from sayso.trace.candidates import (
    FIRST_REPORTS,
    LEAST_KEYS,
    LEAST_SAMPLES,
    MOST_REPORTS,
    Index,
    Postings,
    keys_of,
    samples_of,
)
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.tokens import U64

KINDS = ("samples", "keys")
_LEAST = {"samples": LEAST_SAMPLES, "keys": LEAST_KEYS}
_LOW = np.uint64(0xFFFFFFFF)
_UP = np.uint64(32)
_BUCKET = np.uint64(48)  # of an entry of 64 bits: of a hash of 32 the first 16
_MANY = 5000  # values in one question to the database

Rows = Callable[[Any, Any, Iterable[Any]], Iterator[Any]]


class Kept:
    """The postings around some new reports, in a transaction. ``rows`` asks for the rows with any of many values."""

    def __init__(self, connection: Connection, rows: Rows, new: Sequence[Fingerprint]) -> None:
        self._connection = connection
        self._buckets = {kind: np.empty(0, np.uint64) for kind in KINDS}
        found = {kind: np.empty(0, np.uint64) for kind in KINDS}
        for number, (kind, made) in enumerate(zip(KINDS, (samples_of(new), keys_of(new)) if new else (), strict=False)):
            hashes = np.unique(made & _LOW)
            asked = np.unique(hashes >> (_BUCKET - _UP)).tolist()
            query = select(traced_postings.c.entries).where(traced_postings.c.kind == number)
            held = [row.entries for row in rows(query, traced_postings.c.bucket, asked)]
            entries = np.sort(np.frombuffer(b"".join(held), "<u8"))
            self._buckets[kind] = entries
            found[kind] = entries[np.isin(entries >> _UP, hashes, kind="sort")] if len(entries) else entries
        self._numbers = self._alive(rows, np.unique(np.concatenate([each & _LOW for each in found.values()])))
        highest = connection.execute(select(func.max(traced_reports.c.number))).scalar()
        self._first = 0 if highest is None else highest + 1
        self.index = self._indexed(rows, found)

    def _alive(self, rows: Rows, numbers: U64) -> U64:
        query = select(traced_reports.c.number)
        alive = [number for (number,) in rows(query, traced_reports.c.number, numbers.tolist())]
        return np.array(sorted(alive), np.uint64)

    def _indexed(self, rows: Rows, found: Mapping[str, U64]) -> Index:
        """Reports are numbered anew, in the same order, without gaps."""
        count = len(self._numbers)
        index = Index(
            [""] * count,
            {kind: np.zeros(count, np.int32) for kind in KINDS},
            Postings(FIRST_REPORTS, drop=False),
            Postings(MOST_REPORTS, drop=True),
        )
        asked = np.zeros(count, np.bool_)
        for kind, entries in found.items():
            numbers = entries & _LOW
            at = np.searchsorted(self._numbers, numbers)
            here = at < count
            here[here] = self._numbers[at[here]] == numbers[here]
            if here.any():
                getattr(index, kind).segments.append((entries[here] & ~_LOW) | at[here].astype(np.uint64))
                asked |= np.bincount(at[here], minlength=count) >= _LEAST[kind]
        query = select(traced_reports.c.number, reports.c.id, traced_reports.c.samples, traced_reports.c["keys"]).join(
            reports, reports.c.pk == traced_reports.c.report_pk
        )
        for number, id_, samples, keys in rows(query, traced_reports.c.number, self._numbers[asked].tolist()):
            n = int(np.searchsorted(self._numbers, np.uint64(number)))
            index.reports[n] = id_
            index.sizes["samples"][n], index.sizes["keys"][n] = samples, keys
        return index

    def number(self, at: int) -> int:
        """The number in the ledger of a new report that has this one in the index."""
        return self._first + at - len(self._numbers)

    def write(self) -> None:
        """Keep what the new reports added to the index."""
        for number, kind in enumerate(KINDS):
            postings: Postings = getattr(self.index, kind)
            made = np.concatenate([np.empty(0, np.uint64), *postings.segments])
            made = made[(made & _LOW) >= np.uint64(len(self._numbers))]
            if not len(made):
                continue
            made += np.uint64(self._first - len(self._numbers))
            buckets = np.unique(made >> _BUCKET)
            old = self._buckets[kind]
            old = old[np.isin(old >> _BUCKET, buckets)]
            self._replace(number, buckets, postings._compact(np.concatenate([old, made])))

    def _replace(self, kind: int, buckets: U64, entries: U64) -> None:
        named = buckets.tolist()
        packed = entries.astype("<u8").tobytes()
        ends = (8 * np.searchsorted(entries >> _BUCKET, buckets, side="right")).tolist()
        parts = [packed[begin:end] for begin, end in pairwise([0, *ends])]
        for begin in range(0, len(named), _MANY):
            here = named[begin : begin + _MANY]
            kept = traced_postings.c.kind == kind
            self._connection.execute(delete(traced_postings).where(kept, traced_postings.c.bucket.in_(here)))
            rows = [
                {"kind": kind, "bucket": bucket, "entries": part}
                for bucket, part in zip(here, parts[begin : begin + _MANY], strict=True)
            ]
            self._connection.execute(insert(traced_postings), rows)
