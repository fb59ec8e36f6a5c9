"""Which of the pairs of claims that are alike are brought together: each the likest of the other's, likest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.trace.claims.assertions import Assertion
from sayso.trace.claims.overlap import Floats, Ints, Lists
from sayso.trace.speakers import Cast

_RIVAL = 0.3  # likeness of the next, where none is likelier
Group = list[Assertion]


@dataclass(frozen=True, slots=True, eq=False)
class Brought:
    """Two groups, by number, that are one claim, by what two of their members say: why, how alike they are in context
    and in meaning, the part of it that is meaning; ``beside``: the report that sets the two side by side."""

    i: int
    j: int
    a: Assertion
    b: Assertion
    reason: str
    likeness: float | None = None
    meaning: float | None = None
    beside: str = ""


def likest(pairs: Ints, values: Floats, pages: Sequence[Sequence[str]]) -> tuple[Ints, Floats]:
    """Places of the pairs of which each is among the likest that a report of the other has, the first of several; and
    of all pairs how far they are ahead of the next that the reports of the one have for the other, both ways added
    up."""
    numbers: dict[str, int] = {}
    lists = Lists.of([[numbers.setdefault(page, len(numbers)) for page in own] for own in pages])
    ones, others = np.concatenate([pairs[:, 0], pairs[:, 1]]), np.concatenate([pairs[:, 1], pairs[:, 0]])
    at, which = lists.at(others)
    asked = ones[which] * max(1, len(numbers)) + lists.numbers[at]  # a group, and a report that has others
    place = which % max(1, len(pairs))
    order = np.lexsort((which >= len(pairs), place, -values[place], asked))
    first = np.unique(asked[order], return_index=True)[1]
    best = np.unique(which[order[first]])
    next_ = np.minimum(first + 1, max(0, len(order) - 1))
    follows = asked[order[next_]] == asked[order[first]]
    second = np.where(follows & (next_ > first), values[place[order[next_]]], 0.0)
    rank = np.searchsorted(asked[order[first]], asked)
    is_first = order[first][rank] == np.arange(len(asked))
    rival = np.full(2 * len(pairs), _RIVAL)
    np.maximum.at(rival, which, np.where(is_first, second[rank], values[place[order[first]]][rank]))
    ahead = 2 * values - rival[: len(pairs)] - rival[len(pairs) :]
    return np.intersect1d(best[best < len(pairs)], best[best >= len(pairs)] - len(pairs)), ahead


def products(lists: Lists, pairs: Ints) -> tuple[Ints, Ints, Ints]:
    """For each pair of lists every number of the one with every number of the other: the pair, and the two."""
    ones, others = lists.counts[pairs[:, 0]], lists.counts[pairs[:, 1]]
    counts = ones * others
    pair = np.repeat(np.arange(len(pairs)), counts)
    nth = np.arange(len(pair)) - np.repeat(np.cumsum(counts) - counts, counts)
    one, other = np.divmod(nth, others[pair])
    starts = lists.starts[pairs]
    return pair, lists.numbers[starts[pair, 0] + one], lists.numbers[starts[pair, 1] + other]


def brought_together(
    groups: Sequence[Group], found: Iterable[Brought], cast: Cast
) -> tuple[list[Group], list[Brought]]:
    """Pairs of groups, the likest first; and which of these did it. What one source says in one report, and what
    several reports say apart, stays apart; a report that sets the two side by side does not count."""
    member = list(range(len(groups)))
    clusters = {n: [n] for n in member}
    held = {
        n: {(a.page.id, cast.of(a.page.id, a.statement.source.id)) for a in group} for n, group in enumerate(groups)
    }
    taken = []
    for each in found:
        low, high = sorted((member[each.i], member[each.j]))
        beside = each.beside
        shared = {page for page, _ in held[low]} & {page for page, _ in held[high]} - {beside}
        if low == high or len(shared) > 1 or any(page != beside for page, _ in held[low] & held[high]):
            continue
        for n in clusters[high]:
            member[n] = low
        clusters[low] += clusters.pop(high)
        held[low] |= held.pop(high)
        taken.append(each)
    return [[a for n in sorted(cluster) for a in groups[n]] for _, cluster in sorted(clusters.items())], taken


def wordings(group: Sequence[Assertion], most: int = 4) -> list[Assertion]:
    """The first assertions of a group that differ in their words."""
    seen: dict[frozenset[int], Assertion] = {}
    for assertion in group:
        if len(seen) < most:
            seen.setdefault(assertion.stems, assertion)
    return list(seen.values())
