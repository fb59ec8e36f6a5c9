"""What placing needs, kept in memory: for a trace of readings at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.trace import placing
from sayso.trace.copies import CopyFinder, Link
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.material import Page
from sayso.trace.media import Seen, seen
from sayso.trace.placing import Place
from sayso.trace.sketches import TOLD, Sheaf, Sketch


class Memory:
    """A :class:`sayso.trace.placing.Store` of these pages."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self.pages: dict[str, Page] = {page.id: page for page in pages}
        self.scenes: dict[str, str] = {}
        self._seen: dict[str, Seen] = {}
        self._sketches: dict[str, Sketch] = {}
        self._links: dict[str, dict[tuple[str, str], Link]] = {}
        self._near: dict[str, dict[str, float]] = {}
        self._places: dict[str, Place] = {}
        self._rests: dict[str, dict[tuple[str, str], float]] = {}
        self._members: dict[str, set[str]] = {}
        self._goes_to: dict[str, str | None] = {}
        self._finder = CopyFinder(lambda report: self.pages[report].print)

    def hold(self, reports: Iterable[str]) -> None:
        """They are at hand."""

    def page(self, report: str) -> Page:
        return self.pages[report]

    def key(self, report: str) -> str:
        return self.pages[report].reading.reading.id

    def seen(self, reports: Iterable[str]) -> dict[str, Seen]:
        reports = list(reports)
        for report in reports:
            if report not in self._seen:
                page = self.pages[report]
                self._seen[report] = seen(page.print, page.text)
        return {report: self._seen[report] for report in reports}

    def finder(self, new: Sequence[Fingerprint]) -> CopyFinder:
        return self._finder

    def around(self, new: Sequence[Sketch]) -> list[Sheaf]:
        return []  # all are taken in together

    def named(self, pks: Iterable[int]) -> list[str]:
        return []

    def days(self, reports: Iterable[str]) -> dict[str, float]:
        return {report: self._sketches[report].when for report in reports}

    def keep(self, new: Sequence[Seen], sketches: Sequence[Sketch], finder: CopyFinder) -> None:
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
        return {
            report: {other: alike for other, alike in self._near.get(report, {}).items() if alike >= TOLD}
            for report in reports
        }

    def between(self, reports: Iterable[str]) -> dict[str, dict[str, float]]:
        return self.near(reports)  # all are at hand: more of them do no harm

    def nearest(self, reports: Iterable[str]) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = {}
        for report in reports:
            near = self._near.get(report, {})
            least = sorted(near.values(), reverse=True)[: placing.NEAREST][-1] if near else 0.0
            found[report] = {other: alike for other, alike in near.items() if alike >= least}
        return found

    def beside(self, reports: Iterable[str]) -> set[str]:
        return {other for report in reports for other in self._near.get(report, ())}

    def add_near(self, pairs: Iterable[tuple[str, str, float]]) -> None:
        for one, other, alike in pairs:
            self._near.setdefault(one, {})[other] = alike
            self._near.setdefault(other, {})[one] = alike

    def places(self, reports: Iterable[str]) -> dict[str, Place]:
        return {report: self._places[report] for report in reports if report in self._places}

    def newer(self, meant: Mapping[str, Iterable[str]]) -> set[str]:
        return set(meant)  # all are new

    def put(
        self, places: Mapping[str, Place], weights: Mapping[tuple[str, str], float], credited: Iterable[str]
    ) -> None:
        for report, place in places.items():
            if report in self._places:
                self._members[self._places[report].story].discard(report)
            self._members.setdefault(place.story, set()).add(report)
        self._places |= places
        for pair, weight in weights.items():
            for end in pair:
                self._rests.setdefault(end, {})[pair] = weight

    def members(self, stories: Iterable[str]) -> dict[str, list[str]]:
        return {story: sorted(self._members[story]) for story in stories if self._members.get(story)}

    def sizes(self, stories: Iterable[str]) -> dict[str, int]:
        return {story: len(members) for story, members in self.members(stories).items()}

    def rests(self, reports: Iterable[str]) -> list[tuple[str, str, float]]:
        found: dict[tuple[str, str], float] = {}
        for report in reports:
            found |= self._rests.get(report, {})
        return [(*pair, weight) for pair, weight in found.items()]

    def goes_to(self, stories: Iterable[str]) -> dict[str, str | None]:
        return {story: self._goes_to[story] for story in stories if story in self._goes_to}

    def coming_to(self, stories: Iterable[str]) -> dict[str, list[str]]:
        asked = set(stories)
        found: dict[str, list[str]] = {}
        for story, to in self._goes_to.items():
            if to in asked and to is not None:
                found.setdefault(to, []).append(story)
        return found

    def put_goes_to(self, stories: Mapping[str, str | None]) -> None:
        self._goes_to |= stories

    def put_scenes(self, scenes: Mapping[str, str]) -> None:
        self.scenes |= scenes
