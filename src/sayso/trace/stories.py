"""Stories: reports about the same developing events, grouped by what they are about, who takes part, and when.

Groups are merged, likest first, while the mean likeness between their reports is at least ``ALIKE``; likeness below
``TOLD`` counts as none. :mod:`sayso.trace.sketches` says how like two reports are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

from sayso.trace.fingerprints import Fingerprint
from sayso.trace.sketches import DIGITS, TOLD, near, sketch
from sayso.trace.types import Story

ALIKE = 0.26


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
        return round(sum(a for o, a in likeness.get(report, {}).items() if o in members and a >= TOLD), DIGITS)

    first = max(group, key=central)
    return next((head for report in (first, *group) if (head := headlines.get(report))), "")


def stories(reports: Sequence[Fingerprint]) -> tuple[Story, ...]:
    """Every report in exactly one story; stories and their reports earliest first, the undated last."""
    sketches = [sketch(report) for report in reports]
    likeness: dict[str, dict[str, float]] = {}
    for one, other, alike in near(sketches):
        likeness.setdefault(one, {})[other] = likeness.setdefault(other, {})[one] = alike
    headlines = {report.report: report.headline for report in reports}
    return tuple(
        Story(f"t{number}", title(group, likeness, headlines), tuple(group))
        for number, group in enumerate(groups({one.report: one.when for one in sketches}, likeness), 1)
    )


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
