"""Where reports stand, as a ledger keeps it: places, stories as they are listed, scenes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
import numpy as np
from sqlalchemy import Connection, func, select, update

from sayso.ledger.schema import reports, traced_reports, traced_rests, traced_stories
from sayso.trace.neighbours import Neighbours
from sayso.trace.placing import Place
from sayso.trace.rows import MANY


class Standing(Neighbours):
    """That part of a :class:`sayso.trace.placing.Store`."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._places: dict[str, Place] = {}
        self._key: dict[str, str] = {}

    def places(self, ids: Iterable[str]) -> dict[str, Place]:
        ids = list(ids)
        pks = self.pks(id_ for id_ in ids if id_ not in self._places)
        query = select(traced_reports.c.report_pk, traced_reports.c.key, traced_reports.c.place)
        query = query.where(traced_reports.c.place.is_not(None))
        for pk, key, place in self.rows(query, traced_reports.c.report_pk, pks):
            self._places[self.id[pk]], self._key[self.id[pk]] = msgspec.json.decode(place, type=Place), key
        return {id_: self._places[id_] for id_ in ids if id_ in self._places}

    def key(self, report: str) -> str:
        if report not in self._key:
            query = select(traced_reports.c.key).where(traced_reports.c.report_pk.in_(self.pks([report])))
            self._key[report] = str(self.connection.execute(query).scalar_one())
        return self._key[report]

    def newer(self, meant: Mapping[str, Iterable[str]]) -> set[str]:
        pks = self.pks({*meant, *(other for others in meant.values() for other in others)})
        query = select(traced_reports.c.report_pk, traced_reports.c.number, traced_reports.c.credited)
        rows = self.rows(query, traced_reports.c.report_pk, pks)
        known = {self.id[pk]: (number, -1 if credited is None else credited) for pk, number, credited in rows}
        return {report for report, others in meant.items() if any(known[o][0] > known[report][1] for o in others)}

    def put(
        self, places: Mapping[str, Place], weights: Mapping[tuple[str, str], float], credited: Iterable[str]
    ) -> None:
        pks = self.pks(places)
        highest = self.connection.execute(select(func.max(traced_reports.c.number))).scalar()
        own = self.pks(credited)
        for begin in range(0, len(own), MANY):
            here = own[begin : begin + MANY]
            now = update(traced_reports).where(traced_reports.c.report_pk.in_(here)).values(credited=highest)
            self.connection.execute(now)
        self.delete(traced_rests, pks)
        self.pks({end for pair in weights for end in pair})
        rests = [{"report_pk": self.pk[a], "of_pk": self.pk[b], "weight": w} for (a, b), w in weights.items()]
        self.insert(traced_rests, rests)
        self.pks({place.story for place in places.values()})
        columns = traced_reports.c.story_pk
        before = {row.story_pk for row in self.rows(select(columns).distinct(), traced_reports.c.report_pk, pks)}
        rows = [
            {"pk": self.pk[report], "place": msgspec.json.encode(place), "story_pk": self.pk[place.story]}
            for report, place in places.items()
        ]
        self.change(traced_reports, rows)
        self._places |= places
        self._list({*before, *(row["story_pk"] for row in rows)} - {None}, places)

    def _list(self, stories: Iterable[int], places: Mapping[str, Place]) -> None:
        """Stories as they are listed."""
        stories = sorted(stories)
        query = select(traced_reports.c.story_pk, reports.c.id, reports.c.published)
        query = query.join(reports, reports.c.pk == traced_reports.c.report_pk)
        members: dict[int, list[tuple[str, str | None]]] = {}
        for story, id_, published in self.rows(query, traced_reports.c.story_pk, stories):
            members.setdefault(story, []).append((id_, published))
        self.know(members)
        days = self.days([id_ for own in members.values() for id_, _ in own])
        titles = {story: place.title for report, place in places.items() for story in (self.pk[place.story],)}
        rows = []
        for story, own in members.items():
            own.sort(key=lambda one: (days[one[0]], one[0]))
            last = max((days[id_] for id_, _ in own if np.isfinite(days[id_])), default=None)
            dated = [published for _, published in own if published]
            rows.append(
                {
                    "report_pk": story,
                    "title": titles.get(story) or self.places([self.id[story]])[self.id[story]].title,
                    "reports": len(own),
                    "first": dated[0] if dated else None,
                    "last": dated[-1] if dated else None,
                    "day": last,
                }
            )
        self.delete(traced_stories, stories)
        self.insert(traced_stories, rows)

    def members(self, stories: Iterable[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        pks = self.pks(stories)
        query = select(traced_reports.c.story_pk, traced_reports.c.report_pk)
        rows = list(self.rows(query, traced_reports.c.story_pk, pks))
        self.know(pk for row in rows for pk in row)
        for story, pk in rows:
            found.setdefault(self.id[story], []).append(self.id[pk])
        return {story: sorted(own) for story, own in found.items()}

    def sizes(self, stories: Iterable[str]) -> dict[str, int]:
        query = select(traced_stories.c.report_pk, traced_stories.c.reports)
        return {self.id[pk]: size for pk, size in self.rows(query, query.selected_columns[0], self.pks(stories))}

    def rests(self, ids: Iterable[str]) -> list[tuple[str, str, float]]:
        pks = self.pks(ids)
        query = select(traced_rests.c.report_pk, traced_rests.c.of_pk, traced_rests.c.weight)
        found = {
            (row.report_pk, row.of_pk): row.weight
            for column in (traced_rests.c.report_pk, traced_rests.c.of_pk)
            for row in self.rows(query, column, pks)
        }
        self.know(pk for pair in found for pk in pair)
        return [(self.id[a], self.id[b], weight) for (a, b), weight in found.items()]

    def goes_to(self, stories: Iterable[str]) -> dict[str, str | None]:
        query = select(traced_stories.c.report_pk, traced_stories.c.goes_to)
        rows = self.rows(query, traced_stories.c.report_pk, self.pks(stories))
        found: dict[int, int | None] = {row.report_pk: row.goes_to for row in rows}
        self.know(to for to in found.values() if to is not None)
        return {self.id[pk]: None if to is None else self.id.get(to) for pk, to in found.items()}

    def coming_to(self, stories: Iterable[str]) -> dict[str, list[str]]:
        query = select(traced_stories.c.goes_to, traced_stories.c.report_pk)
        rows = list(self.rows(query, traced_stories.c.goes_to, self.pks(stories)))
        self.know(pk for row in rows for pk in row)
        found: dict[str, list[str]] = {}
        for to, pk in rows:
            found.setdefault(self.id[to], []).append(self.id[pk])
        return found

    def put_goes_to(self, stories: Mapping[str, str | None]) -> None:
        self.pks({*stories, *(to for to in stories.values() if to is not None)})
        rows = [{"pk": self.pk[one], "goes_to": None if to is None else self.pk[to]} for one, to in stories.items()]
        self.change(traced_stories, rows)

    def put_scenes(self, scenes: Mapping[str, str]) -> None:
        self.pks(scenes)
        self.change(traced_reports, [{"pk": self.pk[report], "scene": scene} for report, scene in scenes.items()])
