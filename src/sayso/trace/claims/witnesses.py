"""Claims that say the same in other words: a report's and those of the report that it credits, those of two witnesses.

Their clauses have little in common; what stands around them tells. Two claims are brought together where each is the
likest that the reports of the other have to show, and like enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from sayso.trace.claims.assertions import Assertion
from sayso.trace.claims.context import Contexts
from sayso.trace.claims.likeness import Likeness
from sayso.trace.material import Scene
from sayso.trace.speakers import Cast, agree

CREDITED = 0.18  # likeness from which on what is credited to a report is what that report says
SAME = 0.2  # the same of what one source says in two reports
APART = 0.3  # the same of two reports of which neither credits the other
_FEW = 0.1  # likeness of the clauses themselves below which what is around them does not count
_CLAUSE = 0.1  # what it counts beside the likeness in context
_PAIRS = 4  # of wordings, the likest, that are looked at in context
Group = list[Assertion]


def in_other_words(
    scene: Scene, cast: Cast, groups: Sequence[Group], likeness: Likeness, candidates: Iterable[tuple[int, int]]
) -> list[Group]:
    """The groups, those of ``candidates`` brought together that say the same; in the order of their first members."""
    compared = _Compared(scene, cast, groups, likeness)
    values = {pair: value for pair in candidates if (value := compared.value(*pair)) > 0}
    likest = _likest(values, [frozenset(a.page.id for a in group) for group in groups])
    found = []
    for (i, j), value in values.items():
        if not (likest[i] & {j} and likest[j] & {i}) or compared.turned(i) != compared.turned(j):
            continue
        direct = compared.credited(i, j)
        if direct is not None:
            over = direct / CREDITED
        elif compared.on_one_page(i, j):
            continue  # what one report says twice is mostly two things
        else:
            over = value / (SAME if compared.of_one_source(i, j) else APART)
        if over >= 1:
            found.append((over, i, j))
    return _brought_together(groups, sorted(found, key=lambda item: (-item[0], *item[1:])), cast)


class _Compared:
    """What two groups have to do with one another."""

    def __init__(self, scene: Scene, cast: Cast, groups: Sequence[Group], likeness: Likeness) -> None:
        self._likeness, self._contexts = likeness, Contexts(scene)
        self._groups = groups
        self._wordings = [wordings(group) for group in groups]
        self._who = [{cast.of(a.page.id, a.statement.source.id) for a in group} for group in groups]
        self._pages = [{a.page.id for a in group} for group in groups]
        self._credits = [
            [(a, report) for a in group for report, _ in scene.credited(a.page, a.statement)] for group in groups
        ]

    def value(self, i: int, j: int) -> float:
        """Likeness of the likest wordings, in context; 0 where the clauses have nothing in common."""
        pairs = [(a, b) for a, b in product(self._wordings[i], self._wordings[j]) if a.statement is not b.statement]
        return self._best(pairs)

    def credited(self, i: int, j: int) -> float | None:
        """Likeness of what one credits to the report of the other; None where it credits it with nothing."""
        pairs = [
            (a, b)
            for one, other in ((i, j), (j, i))
            for a, report in self._credits[one]
            if report not in self._pages[one]  # else what it credits is found already
            for b in self._groups[other]
            if b.page.id == report and agree(a.statement.source, b.statement.source) is not False
        ]
        return self._best(pairs) if pairs else None

    def _best(self, pairs: Iterable[tuple[Assertion, Assertion]]) -> float:
        alike = [(self._likeness.of(a, b, 0.0), a, b) for a, b in pairs]
        alike = sorted((each for each in alike if each[0] >= _FEW), key=lambda each: -each[0])[:_PAIRS]
        return max((_CLAUSE * value + self._contexts.of(a, b) for value, a, b in alike), default=0.0)

    def on_one_page(self, i: int, j: int) -> bool:
        return not self._pages[i].isdisjoint(self._pages[j])

    def of_one_source(self, i: int, j: int) -> bool:
        return not self._who[i].isdisjoint(self._who[j])

    def turned(self, i: int) -> bool:
        """Most of it says that something is not so."""
        return sum(a.negative for a in self._groups[i]) * 2 > len(self._groups[i])


def _likest(values: dict[tuple[int, int], float], pages: Sequence[frozenset[str]]) -> dict[int, set[int]]:
    """For each group the likest that each report has."""
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for (i, j), value in sorted(values.items()):
        for one, other in ((i, j), (j, i)):
            for page in pages[other]:
                if value > best.get((one, page), (0.0, -1))[0]:
                    best[one, page] = (value, other)
    found: dict[int, set[int]] = defaultdict(set)
    for (one, _), (_, other) in best.items():
        found[one].add(other)
    return found


def _brought_together(groups: Sequence[Group], found: Iterable[tuple[float, int, int]], cast: Cast) -> list[Group]:
    """The likest first. What one source says in one report, and what several reports say apart, stays apart."""
    member = list(range(len(groups)))
    clusters = {n: [n] for n in member}
    held = {
        n: {(a.page.id, cast.of(a.page.id, a.statement.source.id)) for a in group} for n, group in enumerate(groups)
    }
    for _, i, j in found:
        low, high = sorted((member[i], member[j]))
        shared = {page for page, _ in held[low]} & {page for page, _ in held[high]}
        if low == high or held[low] & held[high] or len(shared) > 1:
            continue
        for n in clusters[high]:
            member[n] = low
        clusters[low] += clusters.pop(high)
        held[low] |= held.pop(high)
    return [[a for n in sorted(cluster) for a in groups[n]] for _, cluster in sorted(clusters.items())]


def wordings(group: Sequence[Assertion], most: int = 4) -> list[Assertion]:
    """The first assertions of a group that differ in their words."""
    seen: dict[frozenset[int], Assertion] = {}
    for assertion in group:
        if len(seen) < most:
            seen.setdefault(assertion.stems, assertion)
    return list(seen.values())
