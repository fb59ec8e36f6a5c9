"""How much of their words texts have in common, words of like meaning counted in part; for many pairs at once.

Every pair is worked out from its own words alone, in their order, so that a value is the same in whatever company.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.trace.meaning import unit
from sayso.trace.tokens import F32

Ints = NDArray[np.intp]
Floats = NDArray[np.float64]
_ROWS = 32  # texts whose words are spread out, or looked up, at a time
_ENTRIES = 1 << 20  # words of pairs at a time
_BLOCK = 1024  # words compared with all others at a time


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """Lists of numbers, one behind the other: the ``n``-th is ``numbers[starts[n] : starts[n] + counts[n]]``."""

    starts: Ints
    counts: Ints
    numbers: Ints

    @classmethod
    def of(cls, lists: Sequence[Sequence[int]]) -> Lists:
        counts = np.array([len(each) for each in lists], np.intp)
        return cls(np.cumsum(counts) - counts, counts, np.array([n for each in lists for n in each], np.intp))

    @classmethod
    def grouped(cls, lists: Ints, numbers: Ints, count: int) -> Lists:
        """From numbers and the list that each belongs to; ``lists`` is sorted."""
        counts = np.bincount(lists, minlength=count)
        return cls(np.cumsum(counts) - counts, counts, numbers)

    def at(self, lists: Ints) -> tuple[Ints, Ints]:
        """Places in ``numbers`` of all that these lists hold, and for each the place of its list among these."""
        counts = self.counts[lists]
        total = np.cumsum(counts)
        size = int(total[-1]) if len(total) else 0
        return np.repeat(self.starts[lists] - (total - counts), counts) + np.arange(size), np.repeat(
            np.arange(len(lists)), counts
        )


def distinct(numbers: Ints) -> Ints:
    """Each of these once, in order; for many of them several times as fast as numpy's own."""
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), bool)
    first[1:] = ordered[1:] != ordered[:-1]
    return ordered[first]


def sharing(lists: Lists, holders: Lists, count: int, least: int = 2) -> tuple[Ints, Ints]:
    """Each list with each of ``count`` holders of ``least`` of its numbers; ``holders`` are those of every number."""
    found = [(np.empty(0, np.intp), np.empty(0, np.intp))]
    for begin in range(0, len(lists.counts), _ROWS):
        here = np.arange(begin, min(begin + _ROWS, len(lists.counts)))
        at, row = lists.at(here)
        held, which = holders.at(lists.numbers[at])
        shared = np.bincount(row[which] * count + holders.numbers[held], minlength=len(here) * count)
        own, holder = np.divmod(np.flatnonzero(shared >= least), count)
        found.append((begin + own, holder))
    return np.concatenate([own for own, _ in found]), np.concatenate([holder for _, holder in found])


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """For each word those that it is like, itself among them, and how much (parallel to ``words.numbers``)."""

    words: Lists
    values: F32


@dataclass(frozen=True, slots=True, eq=False)
class Bags:
    """The words of texts. Parallel to ``words.numbers``: the level of each, and its weights, several kinds of them.

    What two texts have in common at different levels counts as on the lower of the two; ``levels`` are falling.
    """

    words: Lists
    level: Ints
    weights: Sequence[Floats]
    levels: tuple[float, ...] = (1.0,)


def in_common(bags: Bags, alike: Alike, ones: Ints, others: Ints) -> list[Floats]:
    """For each pair of texts, and each kind of weight, that of their words in common: the mean of both sides."""
    forth, back = _taken(bags, alike, ones, others), _taken(bags, alike, others, ones)
    return [(one + other) / 2 for one, other in zip(forth, back, strict=True)]


def _taken(bags: Bags, alike: Alike, of: Ints, by: Ints) -> list[Floats]:
    """The weight of the words of ``by`` as far as ``of`` has them or their like."""
    made = [np.zeros(len(of)) for _ in bags.weights]
    order = np.argsort(of, kind="stable")
    order = order[(bags.words.counts[of[order]] > 0) & (bags.words.counts[by[order]] > 0)]
    rows, begins = np.unique(of[order], return_index=True)
    ends = np.append(begins[1:], len(order))
    width = len(alike.words.counts)
    spread = np.zeros(min(_ROWS, len(rows)) * len(bags.levels) * width, np.float32)
    for first in range(0, len(rows), _ROWS):
        here = rows[first : first + _ROWS]
        filled = _spread(bags, alike, here, spread)
        begin, end = int(begins[first]), int(ends[first + len(here) - 1])
        step = max(1, _ENTRIES // int(bags.words.counts.max()))
        for at in range(begin, end, step):
            pairs = order[at : min(at + step, end)]
            entries, pair = bags.words.at(by[pairs])
            row = np.searchsorted(here, of[pairs])[pair]
            had = spread[(row * len(bags.levels) + bags.level[entries]) * width + bags.words.numbers[entries]]
            counts = bags.words.counts[by[pairs]]
            bounds = np.cumsum(counts) - counts
            for sums, weights in zip(made, bags.weights, strict=True):
                sums[pairs] = np.add.reduceat(had * weights[entries], bounds)
        for places in filled:
            spread[places] = 0
    return made


def _spread(bags: Bags, alike: Alike, texts: Ints, spread: F32) -> list[Ints]:
    """Writes for each text, level and word how much the text has of it; where that was written."""
    entries, row = bags.words.at(texts)
    near, which = alike.words.at(bags.words.numbers[entries])
    level = np.array(bags.levels, np.float32)[bags.level[entries]][which]
    row, words, values = row[which], alike.words.numbers[near], alike.values[near]
    filled = []
    for n, most in enumerate(bags.levels):
        places = (row * len(bags.levels) + n) * len(alike.words.counts) + words
        np.maximum.at(spread, places, values * np.minimum(level, np.float32(most)))
        filled.append(places)
    return filled


def words_alike(stems: Ints, words: Sequence[str], marked: NDArray[np.bool_], least: float) -> Alike:
    """Words of one stem are wholly alike, others as their vectors tell, from ``least`` on; names and numbers
    (``marked``) are like nothing but themselves."""
    table = unit(words)
    table[marked] = 0
    known = np.flatnonzero(table.any(axis=1))
    vectors = table[known]
    found: list[tuple[Ints, Ints, F32]] = []
    for begin in range(0, len(known), _BLOCK):
        between = vectors[begin : begin + _BLOCK] @ vectors[begin:].T
        i, j = np.nonzero(np.triu(between >= least, 1))
        values = np.minimum(between[i, j], 1).astype(np.float32)
        i, j = known[begin + i], known[begin + j]
        found += [(i, j, values), (j, i, values)]
    order = np.argsort(stems, kind="stable")
    _, first, counts = np.unique(stems[order], return_index=True, return_counts=True)
    same = Lists(first, counts, order)
    where, i = same.at(np.repeat(np.arange(len(counts)), counts))
    found.append((order[i], order[where], np.ones(len(i), np.float32)))
    rows, columns, values = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = np.argsort(rows, kind="stable")
    return Alike(Lists.grouped(rows[order], columns[order], len(words)), values[order])
