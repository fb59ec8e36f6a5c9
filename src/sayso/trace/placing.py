"""Where reports stand among one another: found when one is added, and again for its neighbours alone.

Everything that is said of a report here follows from the reports that are alike with it, so that nothing depends on
the order or the batches in which reports come: families from links completed within each family, credits from the
reports near by, stories from likenesses that no third report changes, scenes (what is traced together) from the three.
"""

from __future__ import annotations

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
from sayso.trace.sketches import Sheaf, Sketch, near, sketch
from sayso.trace.types import Cite, Copy, Origin

#: Raised when the same reports would be traced otherwise than before: what is kept is then worked out anew.
VERSION = "17"
COMPLETE = 40  # members of a family, earliest first, that are all compared with one another
_PAGES = 200  # reports whose texts are at hand at a time
NEAREST = 30  # reports among which those that a report credits are looked for


class Place(msgspec.Struct, frozen=True):
    """Where one report stands. ``family`` and ``story`` are their first reports; ``rank`` is the place in the family.

    ``origin`` and ``title`` are those of the family and the story.
    """

    family: str
    rank: int
    origin: Origin | None
    copies: tuple[Copy, ...]
    cites: tuple[Cite, ...]
    story: str
    title: str

    @property
    def rests_on(self) -> dict[str, bool]:
        """The reports that it copies (true) or credits."""
        credited = {cite.cites.report: False for cite in self.cites if cite.cites.report}
        return credited | {copy.of: True for copy in self.copies}


class Store(Protocol):
    """Where reports and what was found out about them are kept; lists of reports may hold unknown ones."""

    def hold(self, reports: Iterable[str]) -> None:
        """The pages of known reports will be asked for, and others no more."""

    def page(self, report: str) -> Page: ...
    def key(self, report: str) -> str:
        """Changes whenever the report's reading does."""

    def seen(self, reports: Iterable[str]) -> dict[str, Seen]: ...
    def finder(self, new: Sequence[Fingerprint]) -> CopyFinder:
        """With an index in which the reports that share anything with the new ones are found."""

    def around(self, new: Sequence[Sketch]) -> Sequence[Sheaf]:
        """Those known from times at which they can be like the new ones."""

    def named(self, pks: Iterable[int]) -> list[str]:
        """The ids of reports that go by numbers there."""

    def days(self, reports: Iterable[str]) -> dict[str, float]:
        """When they were published; infinite where not known."""

    def keep(self, new: Sequence[Seen], sketches: Sequence[Sketch], finder: CopyFinder) -> None: ...
    def links(self, reports: Iterable[str]) -> list[Link]: ...
    def add_links(self, links: Iterable[Link]) -> None: ...
    def near(self, reports: Iterable[str]) -> dict[str, dict[str, float]]:
        """The neighbours that are alike by ``TOLD``."""

    def between(self, reports: Iterable[str]) -> dict[str, dict[str, float]]:
        """The same, only of these reports among one another."""

    def nearest(self, reports: Iterable[str]) -> dict[str, dict[str, float]]:
        """The ``NEAREST`` likest, and all that are as like as the last of them."""

    def beside(self, reports: Iterable[str]) -> set[str]:
        """All that have one of the reports among their nearest; there may be more."""

    def add_near(self, pairs: Iterable[tuple[str, str, float]]) -> None:
        """Neighbours of new reports; known ones without a date may have to give up others for them."""

    def places(self, reports: Iterable[str]) -> dict[str, Place]: ...
    def newer(self, meant: Mapping[str, Iterable[str]]) -> set[str]:
        """Reports of which one that they may mean was not known when their credits were worked out."""

    def put(
        self, places: Mapping[str, Place], weights: Mapping[tuple[str, str], float], credited: Iterable[str]
    ) -> None:
        """``weights`` of all that the reports rest on; ``credited``: whose credits were worked out just now."""

    def members(self, stories: Iterable[str]) -> dict[str, list[str]]:
        """The reports of stories, each named by its first report; as last put."""

    def rests(self, reports: Iterable[str]) -> list[tuple[str, str, float]]:
        """Which of the reports rest on which others, and which others on them, and how much; as last put."""

    def sizes(self, stories: Iterable[str]) -> dict[str, int]: ...
    def goes_to(self, stories: Iterable[str]) -> dict[str, str | None]:
        """See :mod:`sayso.trace.scenes`; only of stories of which it was put."""

    def coming_to(self, stories: Iterable[str]) -> dict[str, list[str]]: ...
    def put_goes_to(self, stories: Mapping[str, str | None]) -> None: ...
    def put_scenes(self, scenes: Mapping[str, str]) -> None:
        """The scene of each report."""


def add(store: Store, new: Sequence[Seen]) -> None:
    """Take in reports that are not known yet, with what they resemble; :func:`sayso.trace.settling.settle` says what
    follows from it."""
    prints = [one.print for one in new]
    finder = store.finder(prints)
    links = finder.add(prints)
    sketches = [sketch(print_) for print_ in prints]
    pairs = near(sketches, store.around(sketches), store.named)
    store.keep(new, sketches, finder)
    store.add_links(links)
    store.add_near(pairs)


def texts(store: Store, fresh: frozenset[str]) -> tuple[dict[str, Place], set[str]]:
    """The places of the reports whose family or copies may be others because of ``fresh`` ones, with no credits and
    no story yet; and those that have a new link."""
    families, linked = _families(store, sorted(fresh))
    members = {member for own, _ in families for member in own}
    touched = {each.report for each in store.links(members | fresh)}
    families, anew = _families(store, sorted(members | fresh | touched))
    made: dict[str, Place] = {}
    for own, links in families:
        inside = set(own)
        prints = {report: seen.print for report, seen in store.seen({*own, *(each.of for each in links)}).items()}
        copies: dict[str, list[Copy]] = {}
        for copy in copies_of([each for each in links if each.report in inside], prints):
            copies.setdefault(copy.report, []).append(copy)
        first = origin([prints[member] for member in own])
        for rank, member in enumerate(own):
            mine = tuple(sorted(copies.get(member, ()), key=lambda copy: copy.of))
            made[member] = Place(own[0], rank, first, mine, (), "", "")
    return made, linked | anew


def _families(store: Store, seeds: Iterable[str]) -> tuple[list[tuple[list[str], list[Link]]], set[str]]:
    """The families of the reports, the likeliest source first, with all links of their members; and those that have
    a new link.

    Whoever has a link to a member is compared with every other, which candidates alone would leave to chance.
    """
    linked_anew: set[str] = set()
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
            return [(_ranked(store, members, links), links) for members, links in found], linked_anew
        store.add_links(more)
        linked_anew |= {end for each in more for end in (each.report, each.of)}
        seeds |= dict.fromkeys(linked_anew)


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


def credits(
    store: Store, made: Mapping[str, Place], fresh: frozenset[str], again: set[str]
) -> dict[str, tuple[Cite, ...]]:
    """The credits of reports whose credits may be others than before: ``fresh`` ones, those that copy otherwise, those
    ``again``, and those that may mean a report that was not known when theirs were worked out."""
    linked = {end for each in store.links(fresh) for end in (each.report, each.of)}
    asked = store.beside(fresh) | linked | again | made.keys()
    known = store.places(asked)
    asked = {report for report in asked if report in made or report in known}
    store.links(asked)
    store.nearest(asked)
    meant = {report: _creditable(store, report) for report in asked}
    newer = store.newer(meant)
    again = {
        report
        for report in asked
        if report in fresh
        or report in again
        or report not in known
        or (report in made and made[report].copies != known[report].copies)
        or report in newer
    }
    store.seen(again.union(*(meant[report] for report in again)))
    copies = {report: (made.get(report) or known[report]).copies for report in again}
    found: dict[str, tuple[Cite, ...]] = {}
    order = sorted(again)
    for begin in range(0, len(order), _PAGES):
        here = order[begin : begin + _PAGES]
        store.hold({*here, *(copy.of for report in here for copy in copies[report] if not copy.partial)})
        found |= {report: _cites(store, report, copies[report], meant[report]) for report in here}
    return found


def _creditable(store: Store, report: str) -> set[str]:
    """The reports among which those that it credits are looked for."""
    alike = store.nearest([report]).get(report, {})
    nearest = sorted(alike, key=lambda other: (-alike[other], other))[:NEAREST]
    return {*nearest, *(end for each in store.links([report]) for end in (each.report, each.of))} - {report}


def _cites(store: Store, report: str, copies: Sequence[Copy], creditable: Iterable[str]) -> tuple[Cite, ...]:
    near_by = store.seen(creditable).values()
    sources = [(copy, store.page(copy.of)) for copy in copies if not copy.partial]
    return cites(store.page(report), sorted(near_by, key=lambda one: one.age), sources)
