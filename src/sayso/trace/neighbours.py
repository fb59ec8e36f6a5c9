"""Which reports are about the like, as a ledger keeps it: sketches, and under each report its neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from sqlalchemy import Connection, select, update

from sayso.ledger import nearby
from sayso.ledger.schema import traced_reports, traced_sketches
from sayso.trace import placing
from sayso.trace.rows import MANY, Rows
from sayso.trace.sketches import FARTHEST, NEAREST, TOLD, Sheaf, Sketch

_UP = np.uint32(16)


class Neighbours(Rows):
    """That part of a :class:`sayso.trace.placing.Store`."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._around: dict[int, nearby.U64] = {}
        self._days: dict[str, float] = {}

    def sketched(self, pks: Sequence[int], sketches: Sequence[Sketch]) -> None:
        """Keep the sketches of new reports."""
        rows = [
            {
                "report_pk": pk,
                "day": each.when if np.isfinite(each.when) else None,
                "least": 0.0,
                "sketch": ((each.places.astype("<u4") << _UP) | each.values.astype("<u2")).tobytes(),
            }
            for pk, each in zip(pks, sketches, strict=True)
        ]
        self.insert(traced_sketches, rows)

    def around(self, new: Sequence[Sketch]) -> list[Sheaf]:
        day = traced_sketches.c.day
        dated = [each.when for each in new if np.isfinite(each.when)]
        query = select(traced_sketches.c.report_pk, day, traced_sketches.c.least, traced_sketches.c.sketch)
        times = query.where(day.is_not(None))
        if dated:  # else it is of no use
            times = times.order_by(day)
        if len(dated) == len(new) and dated:
            times = times.where(day.between(min(dated) - FARTHEST, max(dated) + FARTHEST))
        return [self._sheaf(each) for each in (times, query.where(day.is_(None)))] if new else []

    def _sheaf(self, query: Any) -> Sheaf:
        rows = self.connection.execute(query).all()
        pks, days, least, drawn = zip(*rows, strict=True) if rows else ((), (), (), ())
        values, places = np.frombuffer(b"".join(drawn), "<u2").reshape(-1, 2).T  # of a number the lower bits come first
        return Sheaf(
            numbers=np.array(pks, np.int64),
            days=np.array([np.inf if each is None else each for each in days], np.float64),
            least=np.array(least, np.float64),
            bounds=np.cumsum([0, *(len(each) // 4 for each in drawn)]),
            places=places,
            values=values.view(np.int16),
        )

    def days(self, reports: Iterable[str]) -> dict[str, float]:
        reports = list(reports)
        pks = self.pks(id_ for id_ in reports if id_ not in self._days)
        query = select(traced_sketches.c.report_pk, traced_sketches.c.day)
        for pk, day in self.rows(query, traced_sketches.c.report_pk, pks):
            self._days[self.id[pk]] = float("inf") if day is None else day
        return {id_: self._days[id_] for id_ in reports}

    def _read(self, pks: Iterable[int]) -> None:
        self._around |= nearby.read(self.connection, [pk for pk in pks if pk not in self._around])

    def _pairs(self, found: Mapping[int, nearby.U64]) -> dict[str, dict[str, float]]:
        """Reports with their neighbours, of which the entries are given."""
        entries = np.concatenate([np.empty(0, np.uint64), *found.values()])
        others, alike = self.named(nearby.pks_of(entries).tolist()), nearby.alike_of(entries).tolist()
        ends = np.cumsum([0, *map(len, found.values())]).tolist()
        return {
            self.id[pk]: dict(zip(others[begin:end], alike[begin:end], strict=True))
            for pk, (begin, end) in zip(found, pairwise(ends), strict=True)
        }

    def near(self, reports: Iterable[str]) -> dict[str, dict[str, float]]:
        pks = self.pks(reports)
        self._read(pks)
        return self._pairs({pk: nearby.from_likeness(self._around[pk], TOLD) for pk in pks})

    def between(self, reports: Iterable[str]) -> dict[str, dict[str, float]]:
        pks = self.pks(reports)
        self._read(pks)
        told = {pk: nearby.from_likeness(self._around[pk], TOLD) for pk in pks}
        entries = np.concatenate([np.empty(0, np.uint64), *told.values()])
        inside = np.isin(nearby.pks_of(entries), pks)
        ends = np.cumsum([0, *map(len, told.values())]).tolist()
        return self._pairs(
            {pk: told[pk][inside[begin:end]] for pk, (begin, end) in zip(told, pairwise(ends), strict=True)}
        )

    def nearest(self, reports: Iterable[str]) -> dict[str, dict[str, float]]:
        pks = self.pks(reports)
        self._read(pks)
        return self._pairs({pk: _first(self._around[pk], placing.NEAREST) for pk in pks})

    def beside(self, reports: Iterable[str]) -> set[str]:
        pks = self.pks(reports)
        self._read(pks)
        entries = np.concatenate([np.empty(0, np.uint64), *(self._around[pk] for pk in pks)])
        likest: dict[int, float] = {}
        for pk, alike in zip(nearby.pks_of(entries).tolist(), nearby.alike_of(entries).tolist(), strict=True):
            likest[pk] = max(alike, likest.get(pk, 0.0))
        self._read(likest)
        return set(self.named(pk for pk, alike in likest.items() if alike >= _nth(self._around[pk], placing.NEAREST)))

    def _least(self, pks: Iterable[int]) -> dict[int, float]:
        query = select(traced_sketches.c.report_pk, traced_sketches.c.least)
        return dict(map(tuple, self.rows(query, traced_sketches.c.report_pk, pks)))

    def add_near(self, pairs: Iterable[tuple[str, str, float]]) -> None:
        pairs = list(pairs)
        if not pairs:
            return
        self.pks({end for one, other, _ in pairs for end in (one, other)})
        ends = np.array([(self.pk[one], self.pk[other]) for one, other, _ in pairs], np.int64)
        one, other = np.concatenate([ends, ends[:, ::-1]]).T
        touched = np.unique(one)
        pks: list[int] = touched.tolist()
        days = self.days(self.named(pks))
        late = np.array([np.isinf(days[self.id[pk]]) for pk in pks], np.bool_)
        new = nearby.pack(other, np.array([alike for *_, alike in pairs] * 2), late[np.searchsorted(touched, other)])
        order = np.argsort(one, kind="stable")
        parts = np.split(new[order], np.searchsorted(one[order], touched)[1:])
        before = nearby.read(self.connection, pks)
        now = {pk: np.sort(np.append(before[pk], part)) for pk, part in zip(pks, parts, strict=True)}
        undated = {pk for pk, it in zip(pks, late.tolist(), strict=True) if it}
        known = self._least(pks)
        least = {
            pk: _nth(each if pk in undated else each[~nearby.undated_of(each)], NEAREST) for pk, each in now.items()
        }
        self._give_up(undated, now, least)
        nearby.write(self.connection, now)
        self.change(traced_sketches, [{"pk": pk, "least": each} for pk, each in least.items() if each != known[pk]])
        self._around.clear()

    def _give_up(self, undated: set[int], now: dict[int, nearby.U64], least: Mapping[int, float]) -> None:
        """The undated let go of all but their nearest and those whose nearest they are, ``now`` and in the tables."""
        beyond = {pk: now[pk][: len(now[pk]) - len(nearby.from_likeness(now[pk], least[pk]))] for pk in undated}
        late = {other for each in beyond.values() for other in nearby.pks_of(each[nearby.undated_of(each)]).tolist()}
        floors = self._least(late) | dict(least)
        lost: dict[int, set[int]] = defaultdict(set)
        for pk, each in beyond.items():
            for other, alike in zip(nearby.pks_of(each).tolist(), nearby.alike_of(each).tolist(), strict=True):
                if other not in late or alike < floors[other]:
                    lost[pk].add(other)
                    lost[other].add(pk)
        before = nearby.read(self.connection, sorted(lost))
        gone = {}
        for pk, others in lost.items():
            held = now.get(pk, before[pk])
            now[pk] = held[~np.isin(nearby.pks_of(held), list(others))]
            gone[pk] = before[pk][np.isin(nearby.pks_of(before[pk]), list(others))]
        self._unsettle(gone, before)

    def _unsettle(self, gone: Mapping[int, nearby.U64], before: Mapping[int, nearby.U64]) -> None:
        """Reports that lost one whom they could credit are placed again.

        Stories are looked after when the new report is placed: it is more like the one that gave up another for it.
        """
        again = [pk for pk, each in gone.items() if len(nearby.from_likeness(each, _nth(before[pk], placing.NEAREST)))]
        for begin in range(0, len(again), MANY):
            here = traced_reports.c.report_pk.in_(again[begin : begin + MANY])
            self.connection.execute(update(traced_reports).where(here).values(scene=None))


def _first(entries: nearby.U64, nth: int) -> nearby.U64:
    """The n likest, and all that are as like as the last of them."""
    return nearby.from_likeness(entries, _nth(entries, nth))


def _nth(entries: nearby.U64, nth: int) -> float:
    """The likeness of the n-th likest; 0 where there are fewer."""
    return float(nearby.alike_of(entries[-nth : len(entries) - nth + 1])[0]) if len(entries) >= nth else 0.0
