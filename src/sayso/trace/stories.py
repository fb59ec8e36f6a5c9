"""Stories: reports about the same developing events, grouped by what they are about, who takes part, and when.

Each report is a vector of its content stems, weighted by how rare they are in English, names and the first words more:
what other reports there are changes nothing, so that a report's neighbours are found once for good. Two reports'
likeness is the cosine, less for each day that lies between them, and less where only one of them has a date. Groups
are merged, likest first, while the mean likeness between their reports is at least ``ALIKE``; likeness below ``TOLD``
counts as none.

Measured as B-cubed F1: of 772 reports of look-alike stories .895, of 1,823 reports of 754 real events .929, of these
with the dates of one in eight taken away .905. With all likeness from .12 on, .28 to merge, and undated reports as like
as others: .895, .918, .901, and many times as many pairs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import heapify, heappop, heappush
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.trace.direction import moment
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.tokens import F32, FUNCTION, NAME, U32, among
from sayso.trace.types import Story

COMMON_STEMS = Path(__file__).with_name("data") / "common_stems.bin"

ALIKE = 0.26
TOLD = 0.25
LEAST = 0.12  # likeness from which on a report can be among another's nearest
NEAREST = 40  # that are kept of each report, and all that are alike by TOLD
UNDATED = 0.75  # of the likeness is left where only one of two reports has a date
FREE_DAYS, DAYS = 2.0, 7.0  # apart without loss; more that bring likeness down to a third
FARTHEST = FREE_DAYS + DAYS * float(np.log(1 / LEAST))  # days apart at which nothing can be alike any more
NAMED, EARLY = 1.5, 1.5  # weight of a name's stem; of one among the first words
FIRST_WORDS = 60
UNKNOWN = 0.001  # chance of a stem that is not in the list to stand in a report
WIDTH = 4096  # numbers in a vector: stems are hashed to places and signs
SCALE = 1000
_ROWS, _COLUMNS, _FEW = 256, 1024, 8
_DIGITS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """What a report is about: ``places`` of a vector of WIDTH numbers and the whole numbers there, of length SCALE.

    Whole numbers, so that a likeness is the same to the last digit in whatever company it is worked out.
    """

    report: str
    when: float  # days; infinite where not known
    places: NDArray[np.uint16]
    values: NDArray[np.int16]


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
    return Sketch(report.report, _when(report)[0], places.astype(np.uint16), whole[places])


def near(new: Sequence[Sketch], known: Sequence[Sketch], least: Mapping[str, float]) -> list[tuple[str, str, float]]:
    """Pairs of a new and a known report, and of two new ones, that are worth keeping: alike by ``TOLD`` or more, or the
    one among the ``NEAREST`` of the other. ``least`` is from which likeness on that is so for known reports.

    More are given than need be where many are new at once: a report's nearest are always among them.
    """
    everything = sorted([*new, *known], key=lambda one: (one.when, one.report))
    days = np.array([one.when for one in everything])
    floors = np.array([least.get(one.report, np.inf) for one in everything])
    own = {one.report for one in new}
    fresh = np.array([n for n, one in enumerate(everything) if one.report in own], np.int64)
    undated = int(np.searchsorted(days, np.inf))
    found = [np.empty((0, 3))]
    for begin in range(0, len(fresh), _ROWS):
        rows = fresh[begin : begin + _ROWS]
        dated = rows[rows < undated]
        if len(dated) == len(rows):
            first, last = np.searchsorted(days, [days[rows[0]] - FARTHEST, days[rows[-1]] + FARTHEST])
            columns = np.append(np.arange(first, last), np.arange(max(last, undated), len(everything)))
        else:
            columns = np.arange(len(everything))
        alike = _alike([everything[n] for n in rows], [everything[n] for n in columns])
        alike *= _nearness(days[rows], days[columns])
        alike[rows[:, None] == columns[None, :]] = 0
        alike = np.round(alike, _DIGITS)
        nth = np.partition(alike, -NEAREST, axis=1)[:, -NEAREST, None] if len(columns) > NEAREST else 0.0
        at = np.argwhere((alike >= LEAST) & ((alike >= TOLD) | (alike >= nth) | (alike >= floors[columns])))
        pairs = np.sort(np.stack([rows[at[:, 0]], columns[at[:, 1]]], axis=1), axis=1)
        found.append(np.column_stack([pairs, alike[at[:, 0], at[:, 1]]]))
    each = np.unique(np.concatenate(found), axis=0)
    return [(everything[int(i)].report, everything[int(j)].report, round(a, _DIGITS)) for i, j, a in each.tolist()]


def _nearness(ours: NDArray[np.float64], theirs: NDArray[np.float64]) -> NDArray[np.float64]:
    """What is left of the likeness of reports that lie so far apart."""
    with np.errstate(invalid="ignore"):  # between two undated reports
        apart = np.abs(ours[:, None] - theirs[None, :])
    left = np.exp(-np.maximum(apart - FREE_DAYS, 0) / DAYS)
    left[np.isinf(apart)] = UNDATED
    left[np.isnan(apart)] = 1
    return left


def _alike(ours: Sequence[Sketch], theirs: Sequence[Sketch]) -> NDArray[np.float64]:
    """Cosines, exact: sums of whole numbers that a float holds without rounding."""
    made = np.zeros((len(ours), len(theirs)))
    mine = _dense(ours)
    for begin in range(0, len(theirs), _COLUMNS):
        block = theirs[begin : begin + _COLUMNS]
        if len(ours) > _FEW:
            made[:, begin : begin + _COLUMNS] = mine @ _dense(block).T
            continue
        lengths = np.array([len(one.places) for one in block])
        held = np.flatnonzero(lengths)
        if len(held):
            places = np.concatenate([one.places for one in block])
            products = mine[:, places] * np.concatenate([one.values for one in block])
            starts = (np.cumsum(lengths) - lengths)[held]
            made[:, begin + held] = np.add.reduceat(products, starts, axis=1)
    return made / (SCALE * SCALE)


def _dense(sketches: Sequence[Sketch]) -> F32:
    made = np.zeros((len(sketches), WIDTH), np.float32)
    for row, one in zip(made, sketches, strict=True):
        row[one.places] = one.values
    return made


def groups(days: Mapping[str, float], likeness: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
    """The stories of the reports that ``days`` dates; ``likeness`` holds the pairs that are alike, in both directions.
    Earliest first, the undated last.

    Reports that no chain of likenesses of ``ALIKE`` joins have no part in each other's stories.
    """
    ordered = sorted(days, key=lambda report: (days[report], report))
    number = {report: n for n, report in enumerate(ordered)}
    between = {
        n: {number[o]: alike for o, alike in likeness.get(report, {}).items() if o in number and alike >= TOLD}
        for n, report in enumerate(ordered)
    }
    return [[ordered[n] for n in group] for group in _merged(len(ordered), between)]


def title(
    group: Sequence[str], likeness: Mapping[str, Mapping[str, float]], headlines: Mapping[str, str | None]
) -> str:
    """The headline of the report that is most like the others of its story."""
    members = set(group)

    def central(report: str) -> float:
        return round(sum(a for o, a in likeness.get(report, {}).items() if o in members and a >= TOLD), _DIGITS)

    first = max(group, key=central)
    return next((head for report in (first, *group) if (head := headlines.get(report))), "")


def stories(reports: Sequence[Fingerprint]) -> tuple[Story, ...]:
    """Every report in exactly one story; stories and their reports earliest first, the undated last."""
    sketches = [sketch(report) for report in reports]
    likeness: dict[str, dict[str, float]] = {}
    for one, other, alike in near(sketches, [], {}):
        likeness.setdefault(one, {})[other] = likeness.setdefault(other, {})[one] = alike
    headlines = {report.report: report.headline for report in reports}
    return tuple(
        Story(f"t{number}", title(group, likeness, headlines), tuple(group))
        for number, group in enumerate(groups({one.report: one.when for one in sketches}, likeness), 1)
    )


def _when(report: Fingerprint) -> tuple[float, str]:
    when = moment(report.published)
    return (when.timestamp() / 86400 if when else float("inf"), report.report)


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


def _merged(count: int, likeness: dict[int, dict[int, float]]) -> list[list[int]]:
    """Average linkage on a sparse likeness: pairs that are not in it count as unlike."""
    groups = {n: [n] for n in range(count)}
    between = {n: dict(near) for n, near in likeness.items()}  # sums over the pairs of two groups
    queue = [
        (-alike, i, j, 1, 1) for i, near in between.items() for j, alike in near.items() if i < j and alike >= ALIKE
    ]
    heapify(queue)
    while queue:
        _, i, j, size_i, size_j = heappop(queue)
        if i not in groups or j not in groups or (len(groups[i]), len(groups[j])) != (size_i, size_j):
            continue
        groups[i] += groups.pop(j)
        for other, alike in between.pop(j).items():
            del between[other][j]
            if other != i:
                between[i][other] = between[other][i] = between[i].get(other, 0.0) + alike
        queue_of_merged = _mean(i, between[i], groups)
        for entry in queue_of_merged:
            heappush(queue, entry)
    return sorted(sorted(group) for group in groups.values())


def _mean(i: int, near: dict[int, float], groups: dict[int, list[int]]) -> Iterator[tuple[float, int, int, int, int]]:
    for other, alike in near.items():
        mean = alike / (len(groups[i]) * len(groups[other]))
        if mean >= ALIKE:
            low, high = min(i, other), max(i, other)
            yield -mean, low, high, len(groups[low]), len(groups[high])
