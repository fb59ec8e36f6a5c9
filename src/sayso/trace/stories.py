"""Stories: reports about the same developing events, grouped by what they are about, who takes part, and when.

Each report is a vector of its content stems, weighted by how rare they are (in English and among the reports together),
names and the first words more. Two reports' likeness is the cosine, less for each day that lies between
them. Groups are merged, likest first, while the mean likeness between their reports is at least ``ALIKE``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from heapq import heapify, heappop, heappush
from pathlib import Path

import numpy as np

from sayso.trace.direction import moment
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.tokens import F32, FUNCTION, NAME, U32, among
from sayso.trace.types import Story

COMMON_STEMS = Path(__file__).with_name("data") / "common_stems.bin"

ALIKE = 0.22
LEAST = 0.1  # likeness that counts as none
FREE_DAYS, DAYS = 2.0, 7.0  # apart without loss; more that bring likeness down to a third
FARTHEST = FREE_DAYS + DAYS * float(np.log(1 / LEAST))  # days apart at which nothing can be alike any more
NAMED, EARLY = 1.5, 1.5  # weight of a name's stem; of one among the first words
FIRST_WORDS = 60
BACKGROUND = 2000  # reports that common English counts for beside those given
UNKNOWN = 0.001  # chance of a stem that is not in the list to stand in a report
WIDTH = 4096  # numbers in a vector: stems are hashed to places and signs
_BLOCK = 1024


def stories(reports: Sequence[Fingerprint]) -> tuple[Story, ...]:
    """Every report in exactly one story; stories and their reports earliest first, the undated last."""
    if not reports:
        return ()
    ordered = sorted(reports, key=_when)
    likeness = _likeness(ordered)
    groups = _merged(len(ordered), likeness)
    return tuple(
        Story(f"t{number}", _title(group, ordered, likeness), tuple(ordered[n].report for n in group))
        for number, group in enumerate(groups, 1)
    )


def _when(report: Fingerprint) -> tuple[float, str]:
    when = moment(report.published)
    return (when.timestamp() / 86400 if when else float("inf"), report.report)


def _likeness(reports: Sequence[Fingerprint]) -> dict[int, dict[int, float]]:
    """For each report (by position) those that are like it, in both directions."""
    days = np.array([_when(report)[0] for report in reports])
    rarity = _Rarity(reports)
    likeness: dict[int, dict[int, float]] = {n: {} for n in range(len(reports))}
    blocks: list[tuple[int, F32]] = []
    for begin in range(0, len(reports), _BLOCK):
        vectors = np.stack([rarity.vector(report) for report in reports[begin : begin + _BLOCK]])
        oldest = days[begin] - FARTHEST if np.isfinite(days[begin]) else -np.inf
        blocks = [(start, held) for start, held in blocks if days[start + len(held) - 1] >= oldest]
        blocks.append((begin, vectors))
        for start, held in blocks:
            alike = vectors @ held.T
            with np.errstate(invalid="ignore"):  # between two undated reports
                apart = np.abs(days[begin : begin + len(vectors), None] - days[None, start : start + len(held)])
            alike *= np.where(np.isfinite(apart), np.exp(-np.maximum(apart - FREE_DAYS, 0) / DAYS), 1)
            for i, j in np.argwhere(alike >= LEAST).tolist():
                if begin + i > start + j:
                    likeness[begin + i][start + j] = likeness[start + j][begin + i] = float(alike[i, j])
    return likeness


class _Rarity:
    """Weights of stems, from their counts among ``reports`` and in English."""

    def __init__(self, reports: Sequence[Fingerprint]) -> None:
        held = [np.unique(_content(report)[0]) for report in reports]
        self._stems, counts = np.unique(np.concatenate(held), return_counts=True)
        stems, chances = common_stems()
        known, at = among(self._stems, stems)
        chance = np.where(known, chances[at], UNKNOWN)
        self._weights = np.log((len(reports) + BACKGROUND) / (counts + BACKGROUND * chance)).astype(np.float32)

    def vector(self, report: Fingerprint) -> F32:
        """Of length 1, WIDTH numbers; of length 0 for a report without words."""
        stems, names, early = _content(report)
        each, counts = np.unique(stems, return_counts=True)
        weights = (1 + np.log(counts)) * self._weights[np.searchsorted(self._stems, each)]
        weights = weights * np.where(np.isin(each, names), NAMED, 1) * np.where(np.isin(each, early), EARLY, 1)
        made = np.bincount(each % WIDTH, weights * (1.0 - 2.0 * ((each >> 16) & 1)), WIDTH)
        length = np.sqrt((made**2).sum())
        return (made / length if length else made).astype(np.float32)


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


def _title(group: list[int], reports: Sequence[Fingerprint], likeness: dict[int, dict[int, float]]) -> str:
    """The headline of the report that is most like the others of its story."""
    members = set(group)
    central = max(group, key=lambda n: (sum(a for other, a in likeness[n].items() if other in members), -n))
    return next((head for n in (central, *group) if (head := reports[n].headline)), "")
