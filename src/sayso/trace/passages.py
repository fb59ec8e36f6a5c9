"""Which sentences of a copy come from which sentences of its source, and how much they were changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from sayso.trace.alignment import in_order, sentences, similarities
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.tokens import F32, SENTENCE, spelled
from sayso.trace.types import Alteration, Passage
from sayso.types import Span

IN_ORDER = 0.15  # similarity at which a sentence of the ordered assignment counts as taken
MOVED = 0.4  # the same for one that was moved
PART = 0.4  # the same for one that a text of its own took over
SPLIT_OFF = 6  # words of a short sentence
LEAST_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """``coverage``: share (0–1) of the copy's words in passages; ``dropped``: of the source's words in none.

    ``identity`` has an entry for each sentence of the copy that is taken: how much of it (0–1) stands unchanged in the
    source, and its words.
    """

    passages: tuple[Passage, ...]
    coverage: float
    dropped: float
    identity: tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """What a fingerprint gives for setting it beside others."""

    report: Fingerprint
    words: int
    sentences: list[str]  # spelled out
    begins: list[int]  # offsets in the text
    ends: list[int]


def sides(reports: Sequence[Fingerprint]) -> list[Side]:
    made = []
    for report in reports:
        text = spelled(report.stems)
        bounds = [*np.flatnonzero(report.kinds & SENTENCE).tolist(), len(text)]
        begins, ends = report.sentences[:, 0].tolist(), report.sentences[:, 1].tolist()
        made.append(Side(report, len(text), [text[begin:end] for begin, end in pairwise(bounds)], begins, ends))
    return made


def align(copy: Fingerprint, source: Fingerprint, *, whole: bool = True) -> Alignment:
    """Passages of whole sentences, in the copy's order, disjoint on either side: of one pair, as scores ask for it."""
    ours, theirs = sides([copy, source])
    return alignments([(ours, theirs, whole)])[0]


def alignments(wanted: Sequence[tuple[Side, Side, bool]]) -> list[Alignment]:
    """The same for many copies and their sources, several times as fast; with each whether the whole was copied."""
    found = [_unchanged(copy.sentences, source.sentences) for copy, source, _ in wanted]
    rest = [n for n, taken in enumerate(found) if len(taken) < len(wanted[n][0].sentences)]
    reports = {side.report.report: side.report for n in rest for side in wanted[n][:2]}
    weighed = dict(zip(reports, sentences(list(reports.values()), quoted=True, least=LEAST_WEIGHT), strict=True))
    sets = [(weighed[wanted[n][0].report.report], weighed[wanted[n][1].report.report]) for n in rest]
    alike = similarities(sets)
    for n, (ours, theirs), matrix, ordered in zip(rest, sets, alike, in_order(alike), strict=True):
        whole = wanted[n][2]
        pairs = _assign(matrix, ordered, IN_ORDER if whole else PART, MOVED if whole else PART)
        found[n] = {int(ours.number[i]): int(theirs.number[j]) for i, j in pairs}
    return [_alignment(copy, source, taken) for (copy, source, _), taken in zip(wanted, found, strict=True)]


def _alignment(copy: Side, source: Side, taken: dict[int, int]) -> Alignment:
    ours, theirs = copy.sentences, source.sentences
    _fill(taken, ours)
    if not taken:
        return Alignment((), 0.0, 1.0, ())
    identity = tuple(
        (1.0 if ours[i] == theirs[j] else Indel.normalized_similarity(ours[i], theirs[j]), len(ours[i]))
        for i, j in taken.items()
    )
    coverage = sum(count for _, count in identity) / copy.words
    used = sum(len(theirs[j]) for j in set(taken.values())) / source.words
    return Alignment(_passages(taken, copy, source), coverage, 1 - used, identity)


def alteration(found: Alignment) -> Alteration:
    """What was done to the source on its way into the copy."""
    words = sum(count for _, count in found.identity)
    same, own = sum(share * count for share, count in found.identity) / words, 1 - found.coverage
    typical, passed = 0.0, 0
    for share, count in sorted(found.identity):  # the median word's
        typical, passed = share, passed + count
        if passed * 2 > words:
            break
    if same >= 0.985 and own <= 0.02 and found.dropped <= 0.03:
        return "none"
    if same >= 0.96 and own <= 0.02 and found.dropped > 0.03:
        return "cut"
    return "light" if typical >= 0.88 else "spun"


def _unchanged(ours: list[str], theirs: list[str]) -> dict[int, int]:
    """The source's sentence for each of the copy's that stands there word for word, in order; none twice."""
    where: dict[str, list[int]] = {}
    for j in reversed(range(len(theirs))):
        where.setdefault(theirs[j], []).append(j)
    return {i: where[sentence].pop() for i, sentence in enumerate(ours) if where.get(sentence)}


def _assign(alike: F32, pairs: NDArray[np.int64], ordered: float, moved: float) -> list[tuple[int, int]]:
    """The source's sentence for each sentence of the copy that has one, given the pairs in order."""
    if not alike.size:
        return []
    pairs = pairs[alike[pairs[:, 0], pairs[:, 1]] >= ordered]
    taken = dict(pairs.tolist())
    rest = alike.copy()
    rest[pairs[:, 0]] = 0
    rest[:, pairs[:, 1]] = 0
    while rest.max() >= moved:
        i, j = divmod(int(rest.argmax()), rest.shape[1])
        taken[i] = j
        rest[i] = 0
        rest[:, j] = 0
    return sorted(taken.items())


def _fill(taken: dict[int, int], ours: list[str]) -> None:
    """What stands between two sentences whose sources have just one between them comes from that one.

    A short one between two whose sources follow on one another was split off from the first.
    """
    used = set(taken.values())
    for i in range(1, len(ours) - 1):
        before, after = taken.get(i - 1), taken.get(i + 1)
        if i in taken or before is None or after is None:
            continue
        if (after == before + 2 and before + 1 not in used) or (after == before + 1 and len(ours[i]) <= SPLIT_OFF):
            taken[i] = before + (after - before) // 2
    for i in sorted(taken):
        taken[i] = taken.pop(i)


def _passages(taken: dict[int, int], copy: Side, source: Side) -> tuple[Passage, ...]:
    runs: list[tuple[int, int, int, int]] = []  # first and last sentence on either side
    for i, j in taken.items():
        if runs and i == runs[-1][1] + 1 and runs[-1][3] <= j <= runs[-1][3] + 1:
            runs[-1] = (runs[-1][0], i, runs[-1][2], j)
        else:
            runs.append((i, i, j, j))
    return tuple(
        Passage(Span(copy.begins[a], copy.ends[b]), Span(source.begins[c], source.ends[d])) for a, b, c, d in runs
    )
