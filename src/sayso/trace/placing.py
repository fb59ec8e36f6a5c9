"""Where reports stand among one another: found when one is added, and again for its neighbours alone.

Everything that is said of a report here follows from the reports that are alike with it, so that nothing depends on
the order or the batches in which reports come: families from links completed within each family, credits from the
reports near by, stories from likenesses that no third report changes, scenes (what is traced together) from the three.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Protocol

import msgspec

from sayso.trace.citing import cites
from sayso.trace.copies import CopyFinder, Link, copies_of, link, ranked
from sayso.trace.direction import age
from sayso.trace.families import origin
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.material import Page
from sayso.trace.media import Seen
from sayso.trace.resemblance import profile, resemblance
from sayso.trace.stories import ALIKE, Sketch, groups, near, sketch, title
from sayso.trace.types import Cite, Copy, Origin

#: Raised when the same reports would be traced otherwise than before: what is kept is then worked out anew.
VERSION = "2"
COMPLETE = 40  # members of a family, earliest first, that are all compared with one another
NEAREST = 100  # reports among which those that a report credits are looked for

Likeness = Mapping[str, Mapping[str, float]]


class Place(msgspec.Struct, frozen=True):
    """Where one report stands. ``family`` and ``story`` are their first reports; ``rank`` is the place in the family.

    ``origin`` and ``title`` are those of the family and the story. ``scene`` is what the report is traced with.
    """

    family: str
    rank: int
    origin: Origin | None
    copies: tuple[Copy, ...]
    cites: tuple[Cite, ...]
    story: str
    title: str
    scene: str = ""


class Store(Protocol):
    """Where reports and what was found out about them are kept; lists of reports may hold unknown ones."""

    def hold(self, reports: Iterable[str]) -> None:
        """The pages of known reports will be asked for."""

    def page(self, report: str) -> Page: ...
    def key(self, report: str) -> str:
        """Changes whenever the report's reading does."""

    def seen(self, reports: Iterable[str]) -> dict[str, Seen]: ...
    def finder(self, new: Sequence[Fingerprint]) -> CopyFinder:
        """With an index in which the reports that share anything with the new ones are found."""

    def around(self, new: Sequence[Sketch]) -> Sequence[Sketch]:
        """Those known from times at which they can be like the new ones."""

    def sketches(self, reports: Iterable[str]) -> list[Sketch]: ...
    def keep(self, pages: Sequence[Page], sketches: Sequence[Sketch], finder: CopyFinder) -> None: ...
    def links(self, reports: Iterable[str]) -> list[Link]: ...
    def add_links(self, links: Iterable[Link]) -> None: ...
    def near(self, reports: Iterable[str]) -> dict[str, dict[str, float]]: ...
    def add_near(self, pairs: Iterable[tuple[str, str, float]]) -> None: ...
    def places(self, reports: Iterable[str]) -> dict[str, Place]: ...
    def put(self, places: Mapping[str, Place]) -> None: ...


def add(store: Store, pages: Sequence[Page]) -> None:
    """Take in reports that are not known yet, with what they resemble; :func:`settle` says what follows from it."""
    prints = [page.print for page in pages]
    finder = store.finder(prints)
    links = finder.add(prints)
    sketches = [sketch(print_) for print_ in prints]
    pairs = list(near(sketches, store.around(sketches)))
    store.keep(pages, sketches, finder)
    store.add_links(links)
    store.add_near(pairs)


def settle(store: Store, fresh: Iterable[str]) -> None:
    """Work out where ``fresh`` reports and their neighbours stand."""
    fresh = sorted(set(fresh))
    families = _families(store, fresh)
    touched = {*fresh, *(other for near_by in store.near(fresh).values() for other in near_by)}
    touched |= {each.report for each in store.links(touched)} | {each.of for each in store.links(fresh)}
    touched |= {member for members, _ in families for member in members}
    places = _placed(store, sorted(touched), frozenset(fresh))
    store.put(_with_scenes(store, places))


def _families(store: Store, seeds: Iterable[str]) -> list[tuple[list[str], list[Link]]]:
    """The families of the reports, the likeliest source first, with all links of their members.

    Whoever has a link to a member is compared with every other, which candidates alone would leave to chance.
    """
    tried: set[tuple[str, str]] = set()
    seeds = dict.fromkeys(seeds)
    while True:
        store.links(seeds)  # one question for all, where each is asked for by itself below
        found = list(_components(store, seeds))
        store.seen({end for _, links in found for each in links for end in (each.report, each.of)} | seeds.keys())
        more: list[Link] = []
        for members, links in found:
            linked = {frozenset((each.report, each.of)) for each in links}
            inside = set(members)
            about = {*members, *(end for each in links for end in (each.report, each.of))}
            if len(about) < 3:
                continue
            prints = {report: seen.print for report, seen in store.seen(sorted(about)).items()}
            first = sorted(prints, key=lambda report: age(prints[report]))[:COMPLETE]
            profiles = {report: profile(prints[report]) for report in first}
            for a, b in combinations(first, 2):
                if not inside.isdisjoint((a, b)) and frozenset((a, b)) not in linked and (a, b) not in tried:
                    tried.add((a, b))
                    alike = resemblance(profiles[a], profiles[b])
                    made = link(prints[a], prints[b], alike) if alike else None
                    more += [made] if made else []
        if not more:
            return [(_ranked(store, members, links), links) for members, links in found]
        store.add_links(more)
        seeds |= {end: None for each in more for end in (each.report, each.of)}


def _components(store: Store, seeds: Iterable[str]) -> Iterator[tuple[list[str], list[Link]]]:
    """Reports joined by copies of the whole, and the links of each."""
    done: set[str] = set()
    for seed in seeds:
        if seed in done:
            continue
        members, frontier = {seed}, {seed}
        while frontier:
            links = [each for each in store.links(frontier) if not each.partial]
            frontier = {end for each in links for end in (each.report, each.of)} - members
            members |= frontier
        done |= members
        yield sorted(members), sorted(store.links(members), key=lambda each: (each.report, each.of))


def _ranked(store: Store, members: list[str], links: Sequence[Link]) -> list[str]:
    prints = {report: seen.print for report, seen in store.seen(members).items()}
    return ranked(links, prints) if len(members) > 1 else members


def _placed(store: Store, reports: Sequence[str], fresh: frozenset[str]) -> dict[str, Place]:
    """The places of the reports and of all that share a family or a story with one of them; scenes are left open.

    Credits are looked for anew where a ``fresh`` report is among those that may be meant.
    """
    known = store.places(reports)
    made: dict[str, Place] = dict(known)
    stories = _Stories(store)
    for members, links in _families(store, reports):
        about = {*members, *(each.of for each in links)}
        prints = {report: seen.print for report, seen in store.seen(about).items()}
        own = [each for each in links if each.report in set(members)]
        copies: dict[str, list[Copy]] = {}
        for copy in copies_of(own, prints):
            copies.setdefault(copy.report, []).append(copy)
        first = origin([prints[member] for member in members])
        for rank, member in enumerate(members):
            mine = tuple(sorted(copies.get(member, ()), key=lambda copy: copy.of))
            story = stories.of(member)
            made[member] = Place(members[0], rank, first, mine, (), story.reports[0], story.title)
    store.links(made)
    store.near(made)
    known = store.places(made)
    credited = {report: _creditable(store, report) for report in made}
    again = {
        report
        for report in made
        if report in fresh
        or report not in known
        or made[report].copies != known[report].copies
        or not fresh.isdisjoint(credited[report])
    }
    store.hold({*again, *(copy.of for report in again for copy in made[report].copies if not copy.partial)})
    store.seen({other for report in again for other in credited[report]})
    for report in made:
        copies_ = made[report].copies
        given = _cites(store, report, copies_, credited[report]) if report in again else known[report].cites
        made[report] = msgspec.structs.replace(made[report], cites=given)
    joined: set[str] = set()
    for report in list(made):
        if report not in joined:
            joined |= stories.touched(report)
    made |= store.places(joined - made.keys())
    for other in joined & made.keys():
        story = stories.of(other)
        if (made[other].story, made[other].title) != (story.reports[0], story.title):
            made[other] = msgspec.structs.replace(made[other], story=story.reports[0], title=story.title)
    return made


def _creditable(store: Store, report: str) -> set[str]:
    """The reports among which those that it credits are looked for."""
    alike = store.near([report]).get(report, {})
    nearest = sorted(alike, key=lambda other: (-alike[other], other))[:NEAREST]
    return {*nearest, *(end for each in store.links([report]) for end in (each.report, each.of))} - {report}


def _cites(store: Store, report: str, copies: Sequence[Copy], creditable: Iterable[str]) -> tuple[Cite, ...]:
    near_by = store.seen(creditable).values()
    sources = [(copy, store.page(copy.of)) for copy in copies if not copy.partial]
    return cites(store.page(report), sorted(near_by, key=lambda one: one.age), sources)


class _Story(msgspec.Struct, frozen=True):
    reports: tuple[str, ...]
    title: str


class _Stories:
    """Stories of reports, each with all others that a chain of likenesses joins to it, as they are asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._story: dict[str, _Story] = {}
        self._component: dict[str, frozenset[str]] = {}

    def of(self, report: str) -> _Story:
        if report not in self._story:
            self._find(report)
        return self._story[report]

    def touched(self, report: str) -> frozenset[str]:
        """All whose story may be another because of the report."""
        self.of(report)
        return self._component[report]

    def _find(self, report: str) -> None:
        members, frontier = {report}, {report}
        likeness: dict[str, dict[str, float]] = {}
        while frontier:
            found = self._store.near(frontier)
            likeness |= found
            frontier = {o for near_by in found.values() for o, alike in near_by.items() if alike >= ALIKE} - members
            members |= frontier
        headlines = {each: seen.print.headline for each, seen in self._store.seen(members).items()}
        for group in groups(self._store.sketches(members), likeness):
            story = _Story(tuple(group), title(group, likeness, headlines))
            for each in group:
                self._story[each], self._component[each] = story, frozenset(members)


def _with_scenes(store: Store, places: dict[str, Place]) -> dict[str, Place]:
    """The places with their scenes: stories, and stories that copy or credit one another, as one."""
    stories = _Stories(store)
    changed = dict(places)

    def beside(report: str) -> Iterator[str]:
        yield from stories.of(report).reports
        around = {*store.near([report]).get(report, ())}
        around |= {end for each in store.links([report]) for end in (each.report, each.of)}
        yield from _rests_on(places.get(report))
        yield from (other for other in around if report in _rests_on(places.get(other)))

    store.links(changed)
    store.near(changed)
    done: set[str] = set()
    for seed in sorted(changed):
        if seed in done:
            continue
        members, frontier = {seed}, {seed}
        while frontier:
            linked = {end for each in store.links(frontier) for end in (each.report, each.of)}
            around = {*frontier, *linked, *(other for near_by in store.near(frontier).values() for other in near_by)}
            places |= store.places(around - places.keys())
            frontier = {other for report in frontier for other in beside(report)} - members
            members |= frontier
        done |= members
        digest = hashlib.sha256(VERSION.encode())
        for member in sorted(members):
            own = places.get(member)
            digest.update(store.key(member).encode())
            if own:
                digest.update(msgspec.json.encode(msgspec.structs.replace(own, scene="", title="")))
        for member in members:
            own = places.get(member)
            if own:
                changed[member] = msgspec.structs.replace(own, scene=digest.hexdigest())
    return changed


def _rests_on(place: Place | None) -> set[str]:
    if place is None:
        return set()
    return {copy.of for copy in place.copies} | {cite.cites.report for cite in place.cites if cite.cites.report}
