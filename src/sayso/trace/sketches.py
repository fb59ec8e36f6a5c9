"""What a report is about, as a vector, and which others are about the like of it.

Each report is a vector of its content stems, weighted by how rare they are in English, names and the first words more:
the likeness of two reports is the same whatever others there are. It is the cosine, less for each day that lies between
them, and less where only one of them has a date.

A report without a date could be told at any time, and what it has in common with the news of ten years is mostly its
field: so it is like none but the ``NEAREST`` that are likest, however many there are. Its neighbours are those and the
other undated reports of which it is one of these.

Measured as B-cubed F1 of the stories made from it: of 772 reports of look-alike stories .895, of 1,823 reports of 754
real events .929, of these with the dates of one in eight taken away .909 (three draws; .906 where the undated are like
all that share enough with them).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.trace.direction import moment
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.tokens import F32, FUNCTION, NAME, U32, among

COMMON_STEMS = Path(__file__).with_name("data") / "common_stems.bin"

TOLD = 0.25
LEAST = 0.12  # likeness from which on a report can be among another's nearest
NEAREST = 40  # that are kept of each report; of dated ones also all that are alike by TOLD
UNDATED = 0.75  # of the likeness is left where only one of two reports has a date
FREE_DAYS, DAYS = 2.0, 7.0  # apart without loss; more that bring likeness down to a third
FARTHEST = FREE_DAYS + DAYS * float(np.log(1 / LEAST))  # days apart at which nothing can be alike any more
NAMED, EARLY = 1.5, 1.5  # weight of a name's stem; of one among the first words
FIRST_WORDS = 60
UNKNOWN = 0.001  # chance of a stem that is not in the list to stand in a report
WIDTH = 4096  # numbers in a vector: stems are hashed to places and signs
SCALE = 1000
DIGITS = 4  # of a likeness
_ROWS, _COLUMNS, _FEW = 256, 1024, 8

Days = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """What a report is about: ``places`` of a vector of WIDTH numbers and the whole numbers there, of length SCALE.

    Whole numbers, so that a likeness is the same to the last digit in whatever company it is worked out.
    """

    report: str
    when: float  # days; infinite where not known
    places: NDArray[np.uint16]
    values: NDArray[np.int16]


@dataclass(frozen=True, slots=True, eq=False)
class Sheaf:
    """Many sketches, either all dated, in order of their days (where they are to be compared with dated ones), or all
    undated; one after the other in ``places`` and ``values``, the n-th from ``bounds[n]`` to ``bounds[n + 1]``.

    ``least``: likeness from which on another is one of its nearest: of a dated report among those with a date.
    """

    numbers: Numbers
    days: Days
    least: Days
    bounds: Numbers
    places: NDArray[np.uint16]
    values: NDArray[np.int16]

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def dated(self) -> bool:
        return bool(len(self.days) and np.isfinite(self.days[0]))

    def part(self, begin: int, end: int) -> Sheaf:
        end = min(end, len(self))
        first, last = self.bounds[begin], self.bounds[end]
        bounds = self.bounds[begin : end + 1] - first
        here = slice(begin, end)
        return Sheaf(
            self.numbers[here], self.days[here], self.least[here], bounds,
            self.places[first:last], self.values[first:last],
        )  # fmt: skip


def sketch(report: Fingerprint) -> Sketch:
    """Empty for a report without words."""
    stems, names, early = _content(report)
    each, counts = np.unique(stems, return_counts=True)
    known, chances = common_stems()
    held, at = among(each, known)
    weights = (1 + np.log(counts)) * -np.log(np.where(held, np.maximum(chances[at], UNKNOWN), UNKNOWN))
    weights = weights * np.where(np.isin(each, names), NAMED, 1) * np.where(np.isin(each, early), EARLY, 1)
    made = np.bincount(each % WIDTH, weights * (1.0 - 2.0 * ((each >> 16) & 1)), WIDTH)
    length = float(np.sqrt((made**2).sum()))
    whole = np.round(made * (SCALE / length) if length else made).astype(np.int16)
    places = np.flatnonzero(whole)
    when = moment(report.published)
    days = when.timestamp() / 86400 if when else float("inf")
    return Sketch(report.report, days, places.astype(np.uint16), whole[places])


def near(
    new: Sequence[Sketch],
    known: Sequence[Sheaf] = (),
    named: Callable[[Sequence[int]], Sequence[str]] = lambda numbers: [],
) -> list[tuple[str, str, float]]:
    """Neighbours: pairs of a new and a known report, and of two new ones. ``named`` names the known ones.

    More are given than need be where many are new at once; and a known report without a date may have to give up others
    for the new ones.
    """
    ordered = sorted(new, key=lambda one: (one.when, one.report))
    undated = sum(np.isinf(one.when) for one in ordered)
    dated = len(ordered) - undated
    own = [_sheaf(ordered[:dated], 0), _sheaf(ordered[dated:], dated)]
    known = [replace(each, numbers=each.numbers + len(ordered)) for each in known]
    some = [ours.part(begin, begin + _ROWS) for ours in own for begin in range(0, len(ours), _ROWS)]
    found = [_neighbours(ours, [*own, *known]) for ours in some]
    each = np.unique(np.concatenate([np.empty((0, 3)), *found]), axis=0)
    numbers = np.unique(each[:, :2].astype(np.int64))
    theirs = numbers[numbers >= len(ordered)]
    names = dict(enumerate(one.report for one in ordered))
    names |= zip(theirs.tolist(), named((theirs - len(ordered)).tolist()), strict=True)
    return [(names[int(i)], names[int(j)], round(alike, DIGITS)) for i, j, alike in each.tolist()]


def _sheaf(sketches: Sequence[Sketch], first: int) -> Sheaf:
    """New ones: none of them has neighbours yet."""
    lengths = [len(one.places) for one in sketches]
    return Sheaf(
        numbers=np.arange(first, first + len(sketches)),
        days=np.array([one.when for one in sketches]),
        least=np.full(len(sketches), np.inf),
        bounds=np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]),
        places=np.concatenate([np.empty(0, np.uint16), *(one.places for one in sketches)]),
        values=np.concatenate([np.empty(0, np.int16), *(one.values for one in sketches)]),
    )


def _neighbours(ours: Sheaf, sheaves: Iterable[Sheaf]) -> NDArray[np.float64]:
    """Rows of two numbers, the lesser first, and a likeness."""
    mine = _dense(ours)
    best = np.zeros((len(ours), NEAREST))
    rows, columns, likeness, anyway = [np.empty(0, int)], [np.empty(0, int)], [np.empty(0)], [np.empty(0, bool)]
    for sheaf in sheaves:
        for theirs in _within_reach(ours, sheaf):
            alike = np.round(_alike(mine, theirs) * _nearness(ours.days, theirs.days), DIGITS)
            alike[ours.numbers[:, None] == theirs.numbers] = 0
            nearest = theirs.dated or not ours.dated  # of a dated report: among those with a date
            if nearest:
                best = np.partition(np.concatenate([best, alike], axis=1), -NEAREST, axis=1)[:, -NEAREST:]
            kept = alike >= (theirs.least if ours.dated or not theirs.dated else np.inf)
            kept |= (alike >= TOLD) & (ours.dated and theirs.dated)
            at = np.nonzero((alike >= LEAST) & (kept | (nearest & (alike >= best.min(axis=1)[:, None]))))
            rows.append(at[0])
            columns.append(theirs.numbers[at[1]])
            likeness.append(alike[at])
            anyway.append(kept[at])
    row, alike = np.concatenate(rows), np.concatenate(likeness)
    kept = np.concatenate(anyway) | (alike >= best.min(axis=1)[row])
    pairs = np.stack([ours.numbers[row], np.concatenate(columns)], axis=1)[kept]
    return np.column_stack([np.sort(pairs, axis=1), alike[kept]])


def _within_reach(ours: Sheaf, theirs: Sheaf) -> Iterator[Sheaf]:
    """The part of ``theirs`` that lies near enough in time, some at a time."""
    first, last = 0, len(theirs)
    if ours.dated and theirs.dated:
        first, last = np.searchsorted(theirs.days, [ours.days[0] - FARTHEST, ours.days[-1] + FARTHEST]).tolist()
    for begin in range(first, last, _COLUMNS):
        yield theirs.part(begin, min(begin + _COLUMNS, last))


def _nearness(ours: Days, theirs: Days) -> NDArray[np.float64]:
    """What is left of the likeness of reports that lie so far apart."""
    with np.errstate(invalid="ignore"):  # between two undated reports
        apart = np.abs(ours[:, None] - theirs[None, :])
    left = np.exp(-np.maximum(apart - FREE_DAYS, 0) / DAYS)
    left[np.isinf(apart)] = UNDATED
    left[np.isnan(apart)] = 1
    return left


def _alike(mine: F32, theirs: Sheaf) -> NDArray[np.float64]:
    """Cosines, exact: sums of whole numbers that a float holds without rounding."""
    if len(mine) > _FEW:
        return (mine @ _dense(theirs).T) / np.float64(SCALE * SCALE)
    made = np.zeros((len(mine), len(theirs)))
    held = np.flatnonzero(np.diff(theirs.bounds))
    if len(held):
        products = mine[:, theirs.places] * theirs.values
        made[:, held] = np.add.reduceat(products, theirs.bounds[held], axis=1)
    return made / (SCALE * SCALE)


def _dense(sheaf: Sheaf) -> F32:
    made = np.zeros((len(sheaf), WIDTH), np.float32)
    made[np.repeat(np.arange(len(sheaf)), np.diff(sheaf.bounds)), sheaf.places] = sheaf.values
    return made


def _content(report: Fingerprint) -> tuple[U32, U32, U32]:
    """Content stems, those of names, and those among the first words."""
    stems = report.stems[(report.kinds & FUNCTION) == 0]
    return stems, report.stems[(report.kinds & NAME) > 0], stems[:FIRST_WORDS]


@cache
def common_stems() -> tuple[U32, F32]:
    """Stems, sorted, and the chance that each stands in a report."""
    data = COMMON_STEMS.read_bytes()
    count = len(data) // 6
    chances: F32 = np.frombuffer(data, "<u2", count, 4 * count).astype(np.float32) / np.float32(65535)
    return np.frombuffer(data, "<u4", count).astype(np.uint32), chances
