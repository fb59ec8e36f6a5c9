"""What placing needs, kept in a ledger: the tables of ``sayso.ledger.schema.traced`` as a store.

One shelf lasts for one transaction. What it reads of reports it remembers; what it writes goes to the tables at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
import numpy as np
from sqlalchemy import Connection, Table, bindparam, delete, func, insert, or_, select, update

from sayso.ledger.schema import (
    reports,
    traced_links,
    traced_near,
    traced_prints,
    traced_reports,
    traced_rests,
    traced_sketches,
    traced_stories,
)
from sayso.trace import placing
from sayso.trace.copies import CopyFinder, Link
from sayso.trace.fingerprints import Fingerprint, from_bytes, to_bytes
from sayso.trace.material import Page
from sayso.trace.media import Seen
from sayso.trace.placing import Place
from sayso.trace.postings import Kept
from sayso.trace.stories import FARTHEST, NEAREST, TOLD, Sketch
from sayso.types import Reading

_MANY = 5000  # values in one question to the database
_PAGES = 500  # reports whose whole texts are asked for at once


class Shelf:
    """A :class:`sayso.trace.placing.Store`. ``taken``: key and row of the reading of reports about to be kept."""

    def __init__(self, connection: Connection, read: Callable[[Connection, Sequence[Any]], Iterator[Reading]]) -> None:
        self.taken: dict[str, tuple[str, int]] = {}
        self._connection, self._read = connection, read
        self._pages: dict[str, Page] = {}
        self._seen: dict[str, Seen] = {}
        self._key: dict[str, str] = {}
        self._pk: dict[str, int] = {}
        self._id: dict[int, str] = {}
        self._near: dict[str, dict[str, float]] = {}
        self._nearest: dict[str, dict[str, float]] = {}
        self._links: dict[str, dict[tuple[str, str], Link]] = {}
        self._places: dict[str, Place] = {}
        self._days: dict[str, float] = {}
        self._numbers: dict[str, tuple[int, int]] = {}

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

    def named(self, pks: Iterable[int]) -> list[str]:
        """The ids of reports given by the numbers of their rows."""
        pks = list(pks)
        self._ids(pks)
        return [self._id[pk] for pk in pks]

    def hold(self, reports_: Iterable[str]) -> None:
        wanted = set(reports_)
        self._pages = {id_: page for id_, page in self._pages.items() if id_ in wanted}
        self._fetch(sorted(wanted))

    def _fetch(self, reports_: Iterable[str]) -> None:
        missing = [id_ for id_ in reports_ if id_ not in self._pages]
        prints = self.seen(missing)
        for begin in range(0, len(missing), _PAGES):
            rows = list(self._rows(select(reports), reports.c.id, missing[begin : begin + _PAGES]))
            for reading in self._read(self._connection, rows):
                self._pages[reading.report.id] = Page(reading, prints[reading.report.id].print)

    def page(self, report: str) -> Page:
        self._fetch([report])
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
        columns = (traced_reports.c.report_pk, traced_reports.c.number, traced_reports.c.credited)
        for pk, number, credited in self._rows(select(*columns), columns[0], missing) if missing else ():
            self._numbers[self._id[pk]] = number, -1 if credited is None else credited
        query = select(traced_prints.c.report_pk, traced_prints.c.print, traced_prints.c.media)
        for pk, print_, media in self._rows(query, traced_prints.c.report_pk, missing) if missing else ():
            named = json.loads(media)
            self._seen[self._id[pk]] = Seen(from_bytes(print_), tuple(named["introduced"]), tuple(named["of_state"]))
        return {id_: self._seen[id_] for id_ in reports_ if id_ in self._seen}

    def finder(self, new: Sequence[Fingerprint]) -> CopyFinder:
        self._postings = Kept(self._connection, self._rows, new)
        return CopyFinder(lambda report: self.seen([report])[report].print, self._postings.index)

    def keep(self, new: Sequence[Seen], sketches: Sequence[Sketch], finder: CopyFinder) -> None:
        at = {report: n for n, report in enumerate(finder.index.reports) if report}
        sizes = finder.index.sizes
        own, prints, drawn = [], [], []
        for one, sketch in zip(new, sketches, strict=True):
            self._seen[one.id], (self._key[one.id], reading) = one, self.taken[one.id]
            (pk,) = self._pks([one.id])
            n = at[one.id]
            own.append(
                {
                    "report_pk": pk,
                    "number": self._postings.number(n),
                    "reading_pk": reading,
                    "key": self._key[one.id],
                    "samples": int(sizes["samples"][n]),
                    "keys": int(sizes["keys"][n]),
                }
            )
            media = json.dumps({"introduced": one.introduced, "of_state": one.of_state})
            prints.append({"report_pk": pk, "media": media, "print": to_bytes(one.print)})
            drawn.append(
                {
                    "report_pk": pk,
                    "day": sketch.when if np.isfinite(sketch.when) else None,
                    "least": 0.0,
                    "sketch": sketch.places.astype("<u2").tobytes() + sketch.values.astype("<i2").tobytes(),
                }
            )
        for table, rows in ((traced_reports, own), (traced_prints, prints), (traced_sketches, drawn)):
            self._insert(table, rows)
        self._postings.write()

    def _insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        for begin in range(0, len(rows), _MANY):
            self._connection.execute(insert(table), list(rows[begin : begin + _MANY]))

    def around(self, new: Sequence[Sketch]) -> tuple[list[Sketch], dict[str, float]]:
        columns = (traced_sketches.c.day, traced_sketches.c.least, traced_sketches.c.sketch)
        query = select(reports.c.id, *columns).join(reports, reports.c.pk == traced_sketches.c.report_pk)
        days = [each.when for each in new]
        if np.isfinite(days).all() and days:
            day = traced_sketches.c.day
            query = query.where(or_(day.is_(None), day.between(min(days) - FARTHEST, max(days) + FARTHEST)))
        found, least = [], {}
        for id_, day_, least_, drawn in self._connection.execute(query):
            count = len(drawn) // 4
            places, values = np.frombuffer(drawn, "<u2", count), np.frombuffer(drawn, "<i2", count, 2 * count)
            found.append(Sketch(id_, float("inf") if day_ is None else day_, places, values))
            least[id_] = least_
        return found, least

    def days(self, reports_: Iterable[str]) -> dict[str, float]:
        reports_ = list(reports_)
        pks = self._pks(id_ for id_ in reports_ if id_ not in self._days)
        query = select(traced_sketches.c.report_pk, traced_sketches.c.day)
        for pk, day in self._rows(query, traced_sketches.c.report_pk, pks) if pks else ():
            self._days[self._id[pk]] = float("inf") if day is None else day
        return {id_: self._days[id_] for id_ in reports_}

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
        query = select(traced_near.c.one_pk, traced_near.c.other_pk, traced_near.c.alike)
        return self._pairs(reports_, self._near, query.where(traced_near.c.alike >= TOLD))

    def between(self, reports_: Iterable[str]) -> dict[str, dict[str, float]]:
        reports_ = list(reports_)
        pks = self._pks(reports_)
        query = select(traced_near.c.one_pk, traced_near.c.other_pk, traced_near.c.alike)
        query = query.where(traced_near.c.alike >= TOLD)
        if len(pks) <= _MANY:  # else there are more values than one question can hold; + 0: no index serves here
            query = query.where((traced_near.c.other_pk + 0).in_(pks))
        found: dict[str, dict[str, float]] = {id_: {} for id_ in reports_}
        for one, other, alike in self._rows(query, traced_near.c.one_pk, pks):
            if other in self._id:
                found[self._id[one]][self._id[other]] = alike
        return found

    def nearest(self, reports_: Iterable[str]) -> dict[str, dict[str, float]]:
        rank = func.rank().over(partition_by=traced_near.c.one_pk, order_by=traced_near.c.alike.desc())
        query = select(traced_near.c.one_pk, traced_near.c.other_pk, traced_near.c.alike, rank.label("nth"))
        return self._pairs(reports_, self._nearest, query, placing.NEAREST)

    def _pairs(
        self, reports_: Iterable[str], known: dict[str, dict[str, float]], query: Any, most: int | None = None
    ) -> dict[str, dict[str, float]]:
        reports_ = list(reports_)
        asked = self._pks([id_ for id_ in reports_ if id_ not in known])
        rows: list[Any] = []
        for begin in range(0, len(asked), _MANY):
            here = query.where(traced_near.c.one_pk.in_(asked[begin : begin + _MANY]))
            if most is not None:
                ranked = here.subquery()
                here = select(ranked.c.one_pk, ranked.c.other_pk, ranked.c.alike).where(ranked.c.nth <= most)
            rows += self._connection.execute(here)
        self._ids(row.other_pk for row in rows)
        known |= {self._id[pk]: {} for pk in asked}
        for one, other, alike in rows:
            known[self._id[one]][self._id[other]] = alike
        return {id_: known.get(id_, {}) for id_ in reports_}

    def beside(self, reports_: Iterable[str]) -> set[str]:
        query = select(traced_near.c.other_pk).join(
            traced_sketches, traced_sketches.c.report_pk == traced_near.c.other_pk
        )
        query = query.where(traced_near.c.alike >= traced_sketches.c.least)
        rows = list(self._rows(query, traced_near.c.one_pk, self._pks(reports_)))
        self._ids(pk for (pk,) in rows)
        return {self._id[pk] for (pk,) in rows}

    def add_near(self, pairs: Iterable[tuple[str, str, float]]) -> None:
        rows: list[dict[str, Any]] = []
        pairs = list(pairs)
        ends = {end for one, other, _ in pairs for end in (one, other)}
        pks = self._pks(ends)
        for one, other, alike in pairs:
            a, b = self._pk[one], self._pk[other]
            rows += [{"one_pk": a, "other_pk": b, "alike": alike}, {"one_pk": b, "other_pk": a, "alike": alike}]
        self._insert(traced_near, rows)
        self._near.clear()
        self._nearest.clear()
        likest: dict[int, float] = {}
        for row in rows:
            likest[row["one_pk"]] = max(row["alike"], likest.get(row["one_pk"], 0.0))
        query = select(traced_sketches.c.report_pk, traced_sketches.c.least)
        floors = dict(self._rows(query, traced_sketches.c.report_pk, pks))
        nth = select(traced_near.c.alike).where(traced_near.c.one_pk == bindparam("pk"))
        nth = nth.order_by(traced_near.c.alike.desc()).offset(NEAREST - 1).limit(1)
        # Of those that are no nearer than the last of the nearest nothing changes.
        least = [(pk, self._connection.execute(nth, {"pk": pk}).scalar()) for pk in pks if likest[pk] > floors[pk]]
        known = [{"pk": pk, "nth": alike} for pk, alike in least if alike is not None]
        if known:
            changed = update(traced_sketches).where(traced_sketches.c.report_pk == bindparam("pk"))
            self._connection.execute(changed.values(least=bindparam("nth")), known)

    def places(self, reports_: Iterable[str]) -> dict[str, Place]:
        reports_ = list(reports_)
        pks = self._pks(id_ for id_ in reports_ if id_ not in self._places)
        query = select(traced_reports.c.report_pk, traced_reports.c.key, traced_reports.c.place)
        query = query.where(traced_reports.c.place.is_not(None))
        for pk, key, place in self._rows(query, traced_reports.c.report_pk, pks) if pks else ():
            self._places[self._id[pk]], self._key[self._id[pk]] = msgspec.json.decode(place, type=Place), key
        return {id_: self._places[id_] for id_ in reports_ if id_ in self._places}

    def number(self, report: str) -> int:
        return self._numbers[report][0]

    def credited(self, report: str) -> int:
        return self._numbers[report][1]

    def put(
        self, places: Mapping[str, Place], weights: Mapping[tuple[str, str], float], credited: Iterable[str]
    ) -> None:
        pks = self._pks(places)
        highest = self._connection.execute(select(func.max(traced_reports.c.number))).scalar()
        own = self._pks(credited)
        for begin in range(0, len(own), _MANY):
            here = own[begin : begin + _MANY]
            now = update(traced_reports).where(traced_reports.c.report_pk.in_(here)).values(credited=highest)
            self._connection.execute(now)
        for begin in range(0, len(pks), _MANY):
            here = pks[begin : begin + _MANY]
            self._connection.execute(delete(traced_rests).where(traced_rests.c.report_pk.in_(here)))
        self._pks({end for pair in weights for end in pair})
        rests = [{"report_pk": self._pk[a], "of_pk": self._pk[b], "weight": w} for (a, b), w in weights.items()]
        self._insert(traced_rests, rests)
        self._pks({place.story for place in places.values()})
        columns = traced_reports.c.story_pk
        before = {row.story_pk for row in self._rows(select(columns).distinct(), traced_reports.c.report_pk, pks)}
        rows = [
            {"pk": self._pk[report], "made": msgspec.json.encode(place), "story": self._pk[place.story]}
            for report, place in places.items()
        ]
        if rows:
            changed = update(traced_reports).where(traced_reports.c.report_pk == bindparam("pk"))
            self._connection.execute(changed.values(place=bindparam("made"), story_pk=bindparam("story")), rows)
        self._places |= places
        self._list({*before, *(row["story"] for row in rows)} - {None}, places)

    def _list(self, stories: Iterable[int], places: Mapping[str, Place]) -> None:
        """Stories as they are listed."""
        stories = sorted(stories)
        query = select(traced_reports.c.story_pk, reports.c.id, reports.c.published)
        query = query.join(reports, reports.c.pk == traced_reports.c.report_pk)
        members: dict[int, list[tuple[str, str | None]]] = {}
        for story, id_, published in self._rows(query, traced_reports.c.story_pk, stories):
            members.setdefault(story, []).append((id_, published))
        self._ids(members)
        days = self.days([id_ for own in members.values() for id_, _ in own])
        titles = {story: place.title for report, place in places.items() for story in (self._pk[place.story],)}
        rows = []
        for story, own in members.items():
            own.sort(key=lambda one: (days[one[0]], one[0]))
            last = max((days[id_] for id_, _ in own if np.isfinite(days[id_])), default=None)
            dated = [published for _, published in own if published]
            rows.append(
                {
                    "report_pk": story,
                    "title": titles.get(story) or self.places([self._id[story]])[self._id[story]].title,
                    "reports": len(own),
                    "first": dated[0] if dated else None,
                    "last": dated[-1] if dated else None,
                    "day": last,
                }
            )
        for begin in range(0, len(stories), _MANY):
            here = stories[begin : begin + _MANY]
            self._connection.execute(delete(traced_stories).where(traced_stories.c.report_pk.in_(here)))
        self._insert(traced_stories, rows)

    def members(self, stories: Iterable[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        pks = self._pks(stories)
        rows = list(self._rows(select(traced_reports.c.story_pk, traced_reports.c.report_pk),
                               traced_reports.c.story_pk, pks)) if pks else []  # fmt: skip
        self._ids(pk for row in rows for pk in row)
        for story, pk in rows:
            found.setdefault(self._id[story], []).append(self._id[pk])
        return {story: sorted(own) for story, own in found.items()}

    def sizes(self, stories: Iterable[str]) -> dict[str, int]:
        query = select(traced_stories.c.report_pk, traced_stories.c.reports)
        return {self._id[pk]: size for pk, size in self._rows(query, query.selected_columns[0], self._pks(stories))}

    def rests(self, reports_: Iterable[str]) -> list[tuple[str, str, float]]:
        pks = self._pks(reports_)
        query = select(traced_rests.c.report_pk, traced_rests.c.of_pk, traced_rests.c.weight)
        found = {
            (row.report_pk, row.of_pk): row.weight
            for column in (traced_rests.c.report_pk, traced_rests.c.of_pk)
            for row in self._rows(query, column, pks)
        }
        self._ids(pk for pair in found for pk in pair)
        return [(self._id[a], self._id[b], weight) for (a, b), weight in found.items()]

    def goes_to(self, stories: Iterable[str]) -> dict[str, str | None]:
        query = select(traced_stories.c.report_pk, traced_stories.c.goes_to)
        rows = self._rows(query, traced_stories.c.report_pk, self._pks(stories))
        found: dict[int, int | None] = {row.report_pk: row.goes_to for row in rows}
        self._ids(to for to in found.values() if to is not None)
        return {self._id[pk]: None if to is None else self._id.get(to) for pk, to in found.items()}

    def coming_to(self, stories: Iterable[str]) -> dict[str, list[str]]:
        query = select(traced_stories.c.goes_to, traced_stories.c.report_pk)
        rows = list(self._rows(query, traced_stories.c.goes_to, self._pks(stories)))
        self._ids(pk for row in rows for pk in row)
        found: dict[str, list[str]] = {}
        for to, pk in rows:
            found.setdefault(self._id[to], []).append(self._id[pk])
        return found

    def put_goes_to(self, stories: Mapping[str, str | None]) -> None:
        self._pks({*stories, *(to for to in stories.values() if to is not None)})
        rows = [{"pk": self._pk[story], "to": None if to is None else self._pk[to]} for story, to in stories.items()]
        if rows:
            changed = update(traced_stories).where(traced_stories.c.report_pk == bindparam("pk"))
            self._connection.execute(changed.values(goes_to=bindparam("to")), rows)

    def put_scenes(self, scenes: Mapping[str, str]) -> None:
        self._pks(scenes)
        rows = [{"pk": self._pk[report], "named": scene} for report, scene in scenes.items()]
        if rows:
            changed = update(traced_reports).where(traced_reports.c.report_pk == bindparam("pk"))
            self._connection.execute(changed.values(scene=bindparam("named")), rows)
