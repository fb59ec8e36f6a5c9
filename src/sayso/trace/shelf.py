"""What placing needs, kept in a ledger: the tables of ``sayso.ledger.schema.traced`` as a store.

One shelf lasts for one transaction. What it reads it remembers; what it writes goes to the tables at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
import numpy as np
from sqlalchemy import Connection, Table, bindparam, delete, func, insert, or_, select, update

from sayso.ledger.schema import reports, traced_links, traced_near, traced_postings, traced_reports
from sayso.trace.candidates import FIRST_REPORTS, MOST_REPORTS, Index, Postings, keys_of, samples_of
from sayso.trace.copies import CopyFinder, Link
from sayso.trace.fingerprints import Fingerprint, from_bytes, to_bytes
from sayso.trace.material import Page
from sayso.trace.media import Seen, seen
from sayso.trace.placing import Place
from sayso.trace.stories import FARTHEST, Sketch
from sayso.trace.tokens import U64
from sayso.types import Reading

_KINDS = ("samples", "keys")
_LOW = np.uint64(0xFFFFFFFF)
_UP = np.uint64(32)
_BUCKET = np.uint64(50)  # of an entry of 64 bits: of a hash of 32 the first 14
_MANY = 5000  # values in one question to the database
_PAGES = 500  # reports whose whole texts are asked for at once


class Shelf:
    """A :class:`sayso.trace.placing.Store`. ``keys`` are those of reports that are about to be kept."""

    def __init__(self, connection: Connection, read: Callable[[Connection, Sequence[Any]], Iterator[Reading]]) -> None:
        self.keys: dict[str, str] = {}
        self._connection, self._read = connection, read
        self._pages: dict[str, Page] = {}
        self._seen: dict[str, Seen] = {}
        self._key: dict[str, str] = {}
        self._pk: dict[str, int] = {}
        self._id: dict[int, str] = {}
        self._near: dict[str, dict[str, float]] = {}
        self._links: dict[str, dict[tuple[str, str], Link]] = {}
        self._places: dict[str, Place] = {}

    def _rows(self, query: Any, column: Any, values: Iterable[Any]) -> Iterator[Any]:
        values = list(values)
        for begin in range(0, len(values), _MANY):
            yield from self._connection.execute(query.where(column.in_(values[begin : begin + _MANY])))

    def _pks(self, ids: Iterable[str]) -> list[int]:
        ids = list(ids)
        missing = [id_ for id_ in ids if id_ not in self._pk]
        for pk, id_ in self._rows(select(reports.c.pk, reports.c.id), reports.c.id, missing) if missing else ():
            self._pk[id_], self._id[pk] = pk, id_
        return [self._pk[id_] for id_ in ids if id_ in self._pk]

    def _ids(self, pks: Iterable[int]) -> None:
        query = select(reports.c.pk, reports.c.id)
        for pk, id_ in self._rows(query, reports.c.pk, {pk for pk in pks if pk not in self._id}):
            self._pk[id_], self._id[pk] = pk, id_

    def hold(self, reports_: Iterable[str]) -> None:
        missing = [id_ for id_ in reports_ if id_ not in self._pages]
        prints = self.seen(missing)
        for begin in range(0, len(missing), _PAGES):
            rows = list(self._rows(select(reports), reports.c.id, missing[begin : begin + _PAGES]))
            for reading in self._read(self._connection, rows):
                self._pages[reading.report.id] = Page(reading, prints[reading.report.id].print)

    def page(self, report: str) -> Page:
        self.hold([report])
        return self._pages[report]

    def key(self, report: str) -> str:
        if report not in self._key:
            (pk,) = self._pks([report])
            query = select(traced_reports.c.key).where(traced_reports.c.report_pk == pk)
            self._key[report] = str(self._connection.execute(query).scalar_one())
        return self._key[report]

    def seen(self, reports_: Iterable[str]) -> dict[str, Seen]:
        reports_ = list(reports_)
        missing = self._pks(id_ for id_ in reports_ if id_ not in self._seen)
        columns = (traced_reports.c.report_pk, traced_reports.c.key, traced_reports.c.print, traced_reports.c.media)
        for pk, key, print_, media in self._rows(select(*columns), columns[0], missing) if missing else ():
            named = json.loads(media)
            self._key[self._id[pk]] = key
            self._seen[self._id[pk]] = Seen(from_bytes(print_), tuple(named["introduced"]), tuple(named["of_state"]))
        return {id_: self._seen[id_] for id_ in reports_ if id_ in self._seen}

    def finder(self, new: Sequence[Fingerprint]) -> CopyFinder:
        rows = self._connection.execute(
            select(traced_reports.c.number, reports.c.id, traced_reports.c.samples, traced_reports.c["keys"]).join(
                reports, reports.c.pk == traced_reports.c.report_pk
            )
        ).all()
        count = self._connection.execute(select(func.max(traced_reports.c.number))).scalar()
        size = 0 if count is None else count + 1
        index = Index(
            [""] * size,
            {kind: np.zeros(size, np.int32) for kind in _KINDS},
            Postings(FIRST_REPORTS, drop=False),
            Postings(MOST_REPORTS, drop=True),
        )
        alive = np.zeros(size, np.bool_)
        for number, id_, samples, keys in rows:
            index.reports[number], alive[number] = id_, True
            index.sizes["samples"][number], index.sizes["keys"][number] = samples, keys
        for kind, made in enumerate((samples_of(new), keys_of(new))) if new else ():
            buckets = np.unique((made << _UP) >> _BUCKET).tolist()
            query = select(traced_postings.c.entries).where(traced_postings.c.kind == kind)
            found = [row.entries for row in self._rows(query, traced_postings.c.bucket, buckets)]
            entries = np.sort(np.frombuffer(b"".join(found), "<u8"))
            entries = entries[alive[(entries & _LOW).astype(np.int64)]] if len(entries) else entries
            if len(entries):
                getattr(index, _KINDS[kind]).segments.append(entries)
        return CopyFinder(lambda report: self.seen([report])[report].print, index)

    def keep(self, pages: Sequence[Page], sketches: Sequence[Sketch], finder: CopyFinder) -> None:
        numbers = {report: n for n, report in enumerate(finder.index.reports) if report}
        rows = []
        for page, sketch in zip(pages, sketches, strict=True):
            about = self._seen[page.id] = seen(page.print, page.text)
            self._key[page.id], number = self.keys[page.id], numbers[page.id]
            (pk,) = self._pks([page.id])
            rows.append(
                {
                    "report_pk": pk,
                    "number": number,
                    "key": self._key[page.id],
                    "print": to_bytes(page.print),
                    "media": json.dumps({"introduced": about.introduced, "of_state": about.of_state}),
                    "day": sketch.when if np.isfinite(sketch.when) else None,
                    "sketch": sketch.places.astype("<u2").tobytes() + sketch.values.astype("<i2").tobytes(),
                    "samples": int(finder.index.sizes["samples"][number]),
                    "keys": int(finder.index.sizes["keys"][number]),
                }
            )
        self._insert(traced_reports, rows)
        for kind, name in enumerate(_KINDS):
            self._post(kind, getattr(finder.index, name))

    def _post(self, kind: int, postings: Postings) -> None:
        if not postings.segments:
            return
        entries: U64 = postings._compact(np.concatenate(postings.segments))
        buckets = entries >> _BUCKET
        first = np.flatnonzero(np.append(True, buckets[1:] != buckets[:-1])) if len(entries) else np.empty(0, np.int64)
        named = buckets[first].tolist()
        parts = np.split(entries, first[1:]) if len(entries) else []
        for begin in range(0, len(named), _MANY):
            here = named[begin : begin + _MANY]
            kept = traced_postings.c.kind == kind
            self._connection.execute(delete(traced_postings).where(kept, traced_postings.c.bucket.in_(here)))
        self._insert(
            traced_postings,
            [
                {"kind": kind, "bucket": bucket, "entries": part.astype("<u8").tobytes()}
                for bucket, part in zip(named, parts, strict=True)
            ],
        )

    def _insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        for begin in range(0, len(rows), _MANY):
            self._connection.execute(insert(table), list(rows[begin : begin + _MANY]))

    def around(self, new: Sequence[Sketch]) -> Sequence[Sketch]:
        query = select(reports.c.id, traced_reports.c.day, traced_reports.c.sketch).join(
            reports, reports.c.pk == traced_reports.c.report_pk
        )
        days = [each.when for each in new]
        if np.isfinite(days).all() and days:
            day = traced_reports.c.day
            query = query.where(or_(day.is_(None), day.between(min(days) - FARTHEST, max(days) + FARTHEST)))
        return [_sketch(row) for row in self._connection.execute(query)]

    def sketches(self, reports_: Iterable[str]) -> list[Sketch]:
        query = select(reports.c.id, traced_reports.c.day, traced_reports.c.sketch).join(
            reports, reports.c.pk == traced_reports.c.report_pk
        )
        return [_sketch(row) for row in self._rows(query, traced_reports.c.report_pk, self._pks(reports_))]

    def links(self, reports_: Iterable[str]) -> list[Link]:
        reports_ = list(reports_)
        asked = [id_ for id_ in reports_ if id_ not in self._links]
        self._links |= {id_: {} for id_ in asked}
        pks = self._pks(asked)
        query = select(traced_links.c.report_pk, traced_links.c.of_pk, traced_links.c.body)
        for column in (traced_links.c.report_pk, traced_links.c.of_pk) if pks else ():
            for row in self._rows(query, column, pks):
                made = msgspec.json.decode(row.body, type=Link)
                for end in (made.report, made.of):
                    if end in self._links:
                        self._links[end][made.report, made.of] = made
        return list({key: made for id_ in reports_ for key, made in self._links[id_].items()}.values())

    def add_links(self, links: Iterable[Link]) -> None:
        links = list(links)
        self._pks({end for each in links for end in (each.report, each.of)})
        rows = [
            {"report_pk": self._pk[each.report], "of_pk": self._pk[each.of], "body": msgspec.json.encode(each)}
            for each in links
        ]
        self._insert(traced_links, rows)
        self._links.clear()

    def near(self, reports_: Iterable[str]) -> dict[str, dict[str, float]]:
        reports_ = list(reports_)
        asked = [id_ for id_ in reports_ if id_ not in self._near]
        query = select(traced_near.c.one_pk, traced_near.c.other_pk, traced_near.c.alike)
        rows = list(self._rows(query, traced_near.c.one_pk, self._pks(asked))) if asked else []
        self._ids(row.other_pk for row in rows)
        self._near |= {id_: {} for id_ in asked}
        for one, other, alike in rows:
            self._near[self._id[one]][self._id[other]] = alike
        return {id_: self._near[id_] for id_ in reports_}

    def add_near(self, pairs: Iterable[tuple[str, str, float]]) -> None:
        rows, pairs = [], list(pairs)
        self._pks({end for one, other, _ in pairs for end in (one, other)})
        for one, other, alike in pairs:
            a, b = self._pk[one], self._pk[other]
            rows += [{"one_pk": a, "other_pk": b, "alike": alike}, {"one_pk": b, "other_pk": a, "alike": alike}]
        self._insert(traced_near, rows)
        self._near.clear()

    def places(self, reports_: Iterable[str]) -> dict[str, Place]:
        reports_ = list(reports_)
        pks = self._pks(id_ for id_ in reports_ if id_ not in self._places)
        query = select(traced_reports.c.report_pk, traced_reports.c.place).where(traced_reports.c.place.is_not(None))
        for pk, place in self._rows(query, traced_reports.c.report_pk, pks) if pks else ():
            self._places[self._id[pk]] = msgspec.json.decode(place, type=Place)
        return {id_: self._places[id_] for id_ in reports_ if id_ in self._places}

    def put(self, places: Mapping[str, Place]) -> None:
        self._pks(places)
        rows = [
            {"pk": self._pk[report], "place": msgspec.json.encode(place), "scene": place.scene}
            for report, place in places.items()
            if self._places.get(report) != place
        ]
        if rows:
            changed = update(traced_reports).where(traced_reports.c.report_pk == bindparam("pk"))
            self._connection.execute(changed.values(place=bindparam("place"), scene=bindparam("scene")), rows)
        self._places |= places


def _sketch(row: Any) -> Sketch:
    count = len(row.sketch) // 4
    places, values = np.frombuffer(row.sketch, "<u2", count), np.frombuffer(row.sketch, "<i2", count, 2 * count)
    return Sketch(row.id, float("inf") if row.day is None else row.day, places, values)
