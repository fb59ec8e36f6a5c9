"""Which report took its wording from which: links found one report at a time, then for each report its nearest source.

Adding a report costs work in proportion to its neighbours. What is found when is the same for a whole ledger as for one
report more, as long as reports are added in the same order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from sayso.trace.candidates import Index
from sayso.trace.direction import age, direction, moment, same_outlet
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.passages import Alignment, alignments, alteration, sides
from sayso.trace.resemblance import Profile, Resemblance, profile, profiles, resemblance, resemblances
from sayso.trace.types import Copy

PLAIN = 0.75  # repeated at which a report has little of its own: it need not be found by its terms
WHOLE = 0.5  # covered at which a report is a copy as a whole, not in part
VERSION = 0.35  # wording and covered, on either side, at which one outlet's reports are versions of one text: below
# that they share the background that an outlet keeps in stock
LATE_VERSION = 0.6  # the same for reports that lie more than VERSION_DAYS apart
VERSION_DAYS = 3
NEARLY = 0.97  # of the nearest source: others so near are as near
_PROFILES = 50_000
_BLOCK = 2000
_AT_ONCE = 512
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Link:
    """Evidence that ``report`` was made from ``of``, or both from one text. ``weight`` is that of the direction."""

    report: str
    of: str
    wording: float
    order: float
    near: float
    partial: bool
    weight: float
    because: tuple[str, ...]


@dataclass(slots=True)
class CopyFinder:
    """Finds the links of reports to those added before them; ``fetch`` gives the fingerprint of one of those."""

    fetch: Callable[[str], Fingerprint]
    index: Index = field(default_factory=Index)
    _profiles: dict[str, Profile] = field(default_factory=dict)

    def add(self, reports: Sequence[Fingerprint]) -> list[Link]:
        """The links of ``reports`` to earlier ones and among themselves; later reports are compared with them too.

        A report that was added before is passed over.
        """
        known = set(self.index.reports)
        reports = list({report.report: report for report in reports if report.report not in known}.values())
        links: list[Link] = []
        for begin in range(0, len(reports), _BLOCK):
            links += self._add(reports[begin : begin + _BLOCK])
        return links

    def _add(self, reports: Sequence[Fingerprint]) -> list[Link]:
        here = {report.report: report for report in reports}
        found: list[dict[str, Resemblance]] = [{} for _ in reports]
        self._compare(here, self.index.wording(reports), found)
        repeats = [
            any(alike.repeated[age(report) > age(here.get(o) or self.fetch(o))] >= PLAIN for o, alike in each.items())
            for report, each in zip(reports, found, strict=True)
        ]
        self._compare(here, self.index.matter(reports, repeats), found)
        made: list[Link | None] = []
        for report, each in zip(reports, found, strict=True):
            for other, alike in each.items():
                first, second = sorted((here.get(other) or self.fetch(other), report), key=age)
                made.append(link(first, second, alike))
        return [each for each in made if each]

    def _compare(
        self,
        here: Mapping[str, Fingerprint],
        candidates: list[list[str]],
        found: list[dict[str, Resemblance]],
    ) -> None:
        wanted = [
            (report, other, known)
            for report, others, known in zip(here, candidates, found, strict=True)
            for other in others
            if other not in known
        ]
        profile_of = self._profiled(
            dict.fromkeys(name for report, other, _ in wanted for name in (report, other)), here
        )
        pairs = [sorted((profile_of[other], profile_of[report]), key=_by_age) for report, other, _ in wanted]
        for (_, other, known), alike in zip(wanted, resemblances([(a, b) for a, b in pairs]), strict=True):
            if alike:
                known[other] = alike

    def _profiled(self, wanted: Iterable[str], here: Mapping[str, Fingerprint]) -> dict[str, Profile]:
        found = {name: self._profiles[name] for name in wanted if name in self._profiles}
        new = [name for name in wanted if name not in found]
        made = dict(zip(new, profiles([here.get(name) or self.fetch(name) for name in new]), strict=True))
        self._profiles |= made
        while len(self._profiles) > _PROFILES:
            del self._profiles[next(iter(self._profiles))]
        return found | made


def _by_age(one: Profile) -> tuple[bool, float, str]:
    return age(one.report)


def link(a: Fingerprint, b: Fingerprint, alike: Resemblance) -> Link | None:
    """The link between two reports that resemble each other; None where they only share an outlet's stock sentences."""
    decided = direction(a, b, alike)
    report, of = (b, a) if decided.second_copied else (a, b)
    which = 1 if decided.second_copied else 0
    if same_outlet(a, b):
        first, second = moment(a.published), moment(b.published)
        late = first is not None and second is not None and abs((second - first).days) > VERSION_DAYS
        if min(alike.wording, max(alike.covered)) < (LATE_VERSION if late else VERSION):
            return None
        partial = False
    else:
        partial = alike.covered[which] < WHOLE
    return Link(
        report.report,
        of.report,
        alike.wording,
        alike.order,
        alike.near[which],
        partial,
        decided.weight,
        decided.because,
    )


def compare(a: Fingerprint, b: Fingerprint) -> Link | None:
    """The link between two reports, with no ledger: what tests and scores ask."""
    alike = resemblance(profile(a), profile(b))
    return link(a, b, alike) if alike else None


def groups(links: Iterable[Link]) -> list[list[Link]]:
    """Links that hang together through copies of the whole; links of parts go with their report's group."""
    parent: dict[str, str] = {}

    def root(report: str) -> str:
        while parent.setdefault(report, report) != report:
            parent[report] = parent[parent[report]]
            report = parent[report]
        return report

    links = list(links)
    for each in links:
        if not each.partial:
            parent[root(each.report)] = root(each.of)
    together: dict[str, list[Link]] = defaultdict(list)
    for each in links:
        together[root(each.report)].append(each)
    return list(together.values())


def ranked(links: Sequence[Link], reports: Mapping[str, Fingerprint]) -> list[str]:
    """The reports of one family, sources before their copies; of links in contradiction the lightest give way."""
    made_from: dict[str, float] = defaultdict(float)
    copies: dict[str, list[Link]] = defaultdict(list)
    for each in links:
        if not each.partial:
            made_from[each.of] += 0.0
            made_from[each.report] += each.weight
            copies[each.of].append(each)
    queue = [(weight, age(reports[report])) for report, weight in made_from.items()]
    heapify(queue)
    order: list[str] = []
    while queue:
        weight, when = heappop(queue)
        report = when[-1]
        if made_from.get(report) != weight:
            continue  # placed already, or lighter by now and again in the queue
        del made_from[report]
        order.append(report)
        for each in copies[report]:
            if each.report in made_from:
                left = made_from[each.report] - each.weight
                made_from[each.report] = left if left > _ROUNDING else 0.0
                heappush(queue, (made_from[each.report], age(reports[each.report])))
    return order


def copies_of(links: Sequence[Link], reports: Mapping[str, Fingerprint]) -> list[Copy]:
    """For each report in one group of links its copy of the nearest source, and what it took from others in part."""
    return copies([links], reports)


def copies(grouped: Iterable[Sequence[Link]], reports: Mapping[str, Fingerprint]) -> list[Copy]:
    """The same for many groups, several times as fast."""
    chosen = [each for links in grouped for each in _nearest(links, reports)]
    made: list[Copy] = []
    for begin in range(0, len(chosen), _AT_ONCE):
        part = chosen[begin : begin + _AT_ONCE]
        named = list(dict.fromkeys(name for each in part for name in (each.report, each.of)))
        side = dict(zip(named, sides([reports[name] for name in named]), strict=True))
        found = alignments([(side[each.report], side[each.of], not each.partial) for each in part])
        made += [_copy(each, alignment) for each, alignment in zip(part, found, strict=True) if alignment.passages]
    return made


def _nearest(links: Sequence[Link], reports: Mapping[str, Fingerprint]) -> list[Link]:
    rank = {report: place for place, report in enumerate(ranked(links, reports))}
    whole: dict[str, list[Link]] = defaultdict(list)
    parts: dict[str, list[Link]] = defaultdict(list)
    for each in links:
        if each.partial:
            parts[each.report].append(each)
        elif rank[each.of] < rank[each.report]:
            whole[each.report].append(each)
    chosen = []
    for sources in whole.values():
        nearest = max(each.near for each in sources)
        close = [each for each in sources if each.near >= nearest * NEARLY]
        chosen.append(min(close, key=lambda each: rank[each.of]))
    for report, sources in parts.items():
        if report not in rank:  # a copy of the whole of one text has nothing more to tell by its likeness to others
            chosen.append(max(sources, key=lambda each: (each.near, each.of)))
    return chosen


def _copy(chosen: Link, found: Alignment) -> Copy:
    return Copy(
        chosen.report,
        chosen.of,
        alteration(found),
        round(found.coverage, 4),
        chosen.partial,
        found.passages,
        chosen.because,
    )
