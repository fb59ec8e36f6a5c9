"""What placing needs, kept in memory: for a trace of readings at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.trace.copies import CopyFinder, Link
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.material import Page
from sayso.trace.media import Seen, seen
from sayso.trace.placing import Place
from sayso.trace.stories import Sketch


class Memory:
    """A :class:`sayso.trace.placing.Store`."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self._seen: dict[str, Seen] = {}
        self._sketches: dict[str, Sketch] = {}
        self._links: dict[str, dict[tuple[str, str], Link]] = {}
        self._near: dict[str, dict[str, float]] = {}
        self._places: dict[str, Place] = {}
        self._finder = CopyFinder(lambda report: self.pages[report].print)

    def hold(self, reports: Iterable[str]) -> None:
        """They are at hand."""

    def page(self, report: str) -> Page:
        return self.pages[report]

    def key(self, report: str) -> str:
        return self.pages[report].reading.reading.id

    def seen(self, reports: Iterable[str]) -> dict[str, Seen]:
        for report in reports:
            if report not in self._seen:
                page = self.pages[report]
                self._seen[report] = seen(page.print, page.text)
        return {report: self._seen[report] for report in reports}

    def finder(self, new: Sequence[Fingerprint]) -> CopyFinder:
        return self._finder

    def around(self, new: Sequence[Sketch]) -> Sequence[Sketch]:
        return list(self._sketches.values())

    def sketches(self, reports: Iterable[str]) -> list[Sketch]:
        return [self._sketches[report] for report in reports]

    def keep(self, pages: Sequence[Page], sketches: Sequence[Sketch], finder: CopyFinder) -> None:
        self.pages |= {page.id: page for page in pages}
        self._sketches |= {each.report: each for each in sketches}

    def links(self, reports: Iterable[str]) -> list[Link]:
        found: dict[tuple[str, str], Link] = {}
        for report in reports:
            found |= self._links.get(report, {})
        return list(found.values())

    def add_links(self, links: Iterable[Link]) -> None:
        for each in links:
            for end in (each.report, each.of):
                self._links.setdefault(end, {})[each.report, each.of] = each

    def near(self, reports: Iterable[str]) -> dict[str, dict[str, float]]:
        return {report: self._near.get(report, {}) for report in reports}

    def add_near(self, pairs: Iterable[tuple[str, str, float]]) -> None:
        for one, other, alike in pairs:
            self._near.setdefault(one, {})[other] = alike
            self._near.setdefault(other, {})[one] = alike

    def places(self, reports: Iterable[str]) -> dict[str, Place]:
        return {report: self._places[report] for report in reports if report in self._places}

    def put(self, places: Mapping[str, Place]) -> None:
        self._places |= places
