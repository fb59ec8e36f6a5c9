"""Sentences of two reports set side by side: how alike each pair is, and the best assignment in the same order.

What survives a spinner or a translation there and back is the order of the facts: sentence by sentence the same names,
numbers and some of the words. Independent reports of one event tell the same facts in another order, mixed otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.trace.fingerprints import Fingerprint
from sayso.trace.tokens import F32, FUNCTION, I32, NAME, NUMBER, QUOTED, SENTENCE, U32, U64, among

HEAVIER = 1.5  # names and numbers, where other words weigh 1
LEAST_WEIGHT = 3.0  # of a sentence's own words; lighter sentences match by chance
NOISE = 0.1  # similarity below which a pair of sentences counts as unlike
_AT_ONCE = 64  # reports or pairs; more leave the processor's cache
_CELLS = 400_000  # of matrices looked at together
_ROWS = 22  # bits for a sentence's place in its report and one for its weight; 9 of 64 are left for the report


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """Which content words (``stems``, sorted) stand in which sentence.

    ``at`` and ``stem`` are parallel: row and position in ``stems``, each pair once, by stem. ``number`` maps the rows
    to the report's sentences, of which light ones are left out.
    """

    stems: U32
    weight: F32  # of each stem
    held: F32  # how many of the sentences hold each stem
    at: I32
    stem: I32
    total: F32  # weight of each sentence
    number: I32

    def __len__(self) -> int:
        return len(self.total)


def sentences(reports: Sequence[Fingerprint], *, quoted: bool, least: float = LEAST_WEIGHT) -> list[Sentences]:
    """``quoted`` takes the words inside quotation marks as well; without, only the reports' own are seen."""
    made: list[Sentences] = []
    for begin in range(0, len(reports), _AT_ONCE):
        made += _sentences(reports[begin : begin + _AT_ONCE], FUNCTION if quoted else FUNCTION | QUOTED, least)
    return made


def _sentences(reports: Sequence[Fingerprint], unseen: int, least: float) -> list[Sentences]:
    kinds = np.concatenate([report.kinds for report in reports])
    counts = [len(report.sentences) for report in reports]
    first = np.append(0, np.cumsum(counts))
    number = np.cumsum((kinds & SENTENCE) > 0, dtype=np.int32) - 1  # the first word of each report begins one
    seen = np.flatnonzero((kinds & unseen) == 0)
    heavier = (kinds[seen] & (NUMBER | NAME)) > 0
    weight = np.bincount(number[seen], weights=np.where(heavier, HEAVIER, 1.0), minlength=int(first[-1]))
    heavy = weight >= least
    here = heavy[number[seen]]
    seen, heavier = seen[here], heavier[here]
    rows_before = np.append(0, np.cumsum(heavy))
    first_row = rows_before[first]

    # owner, stem, row and whether it is light, in one number: sorted, equal stems and equal rows of a stem lie together
    owner = np.repeat(np.arange(len(reports), dtype=np.uint64), counts)
    place = owner << np.uint64(32 + _ROWS) | (rows_before[:-1] - np.repeat(first_row[:-1], counts)).astype(
        np.uint64
    ) << np.uint64(1)
    packed = np.concatenate([report.stems for report in reports])[seen].astype(np.uint64) << np.uint64(_ROWS)
    packed = np.sort(packed | place[number[seen]] | ~heavier)
    stem_of = packed >> np.uint64(_ROWS)
    new_stem = np.append(True, stem_of[1:] != stem_of[:-1])[: len(packed)]
    new = np.append(True, packed[1:] >> np.uint64(1) != packed[:-1] >> np.uint64(1))[: len(packed)]
    starts = np.flatnonzero(new_stem)
    lightest = np.minimum.reduceat(packed & np.uint64(1), starts) if len(starts) else packed
    top = np.where(lightest == 0, np.float32(HEAVIER), np.float32(1.0))
    stem = (np.cumsum(new_stem) - 1)[new]
    held = np.bincount(stem, minlength=len(starts)).astype(np.float32)
    at = ((packed[new] & np.uint64((1 << _ROWS) - 1)) >> np.uint64(1)).astype(np.int32)
    owners = (stem_of[starts] >> np.uint64(32)).astype(np.int64)
    weights = np.bincount(first_row[owners[stem]] + at, weights=top[stem], minlength=int(first_row[-1]))
    total, stems_, numbers = weights.astype(np.float32), stem_of[starts].astype(np.uint32), np.flatnonzero(heavy)
    stem_bounds = np.searchsorted(owners, np.arange(len(reports) + 1))
    bounds = np.searchsorted(stem, stem_bounds).tolist()
    rows = first_row.tolist()
    return [
        Sentences(
            stems_[low:high],
            top[low:high],
            held[low:high],
            at[bounds[n] : bounds[n + 1]],
            (stem[bounds[n] : bounds[n + 1]] - low).astype(np.int32),
            total[rows[n] : rows[n + 1]],
            (numbers[rows[n] : rows[n + 1]] - first[n]).astype(np.int32),
        )
        for n, (low, high) in enumerate(pairwise(stem_bounds.tolist()))
    ]


def similarities(pairs: Sequence[tuple[Sentences, Sentences]]) -> list[F32]:
    """For each pair the matrix (sentences of the first, of the second) of shared weight, 0 to about 1.

    Below NOISE it is 0. A stem that many sentences of either text hold (the story's hero) counts for less in each.
    """
    made: list[F32] = []
    for begin in range(0, len(pairs), _AT_ONCE):
        made += _similarities(pairs[begin : begin + _AT_ONCE])
    return made


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One side of many pairs: their stems, and where in ``at`` (rows counted through) each stem's begin."""

    stems: U64  # with the pair's position in the upper 32 bits, sorted
    weight: F32
    held: I32
    begin: I32
    at: I32
    scale: F32  # of each row: one by the root of its total
    rows: list[int]

    @staticmethod
    def of(sides: Sequence[Sentences]) -> _Side:
        rows = [len(side) for side in sides]
        pair = np.repeat(np.arange(len(sides), dtype=np.uint64) << np.uint64(32), [len(side.stems) for side in sides])
        held = np.concatenate([side.held for side in sides]).astype(np.int32)
        return _Side(
            pair | np.concatenate([side.stems for side in sides]),
            np.concatenate([side.weight for side in sides]),
            held,
            np.cumsum(held, dtype=np.int32) - held,
            np.concatenate([side.at for side in sides])
            + np.repeat(np.cumsum(rows, dtype=np.int32) - np.array(rows, np.int32), [len(side.at) for side in sides]),
            1 / np.sqrt(np.concatenate([side.total for side in sides])),
            rows,
        )


def _similarities(pairs: Sequence[tuple[Sentences, Sentences]]) -> list[F32]:
    a, b = _Side.of([pair[0] for pair in pairs]), _Side.of([pair[1] for pair in pairs])
    shared, place = among(a.stems, b.stems)
    in_a, in_b = np.flatnonzero(shared), place[shared]
    weight = np.maximum(a.weight[in_a], b.weight[in_b]) / np.sqrt(np.maximum(a.held[in_a], b.held[in_b]))

    # every row that holds a stem with every row of the other side that does
    across = b.held[in_b]
    times = a.held[in_a] * across
    which = np.repeat(np.arange(len(times)), times)
    step_a, step_b = np.divmod(np.arange(len(which)) - np.repeat(np.cumsum(times) - times, times), across[which])
    row, column = a.at[a.begin[in_a][which] + step_a], b.at[b.begin[in_b][which] + step_b]

    wide = np.repeat(b.rows, a.rows)  # cells of each row
    before = np.cumsum(b.rows) - b.rows  # rows of the other side that belong to earlier pairs
    begin = np.cumsum(wide) - wide - np.repeat(before, a.rows)
    cells = np.bincount(
        begin[row] + column, weights=weight[which] * a.scale[row] * b.scale[column], minlength=int(wide.sum())
    ).astype(np.float32)
    cells[cells < NOISE] = 0
    ends = np.cumsum(np.multiply(a.rows, b.rows)).tolist()
    return [
        cells[end - high * wide_ : end].reshape(high, wide_)
        for end, high, wide_ in zip(ends, a.rows, b.rows, strict=True)
    ]


def in_order(matrices: Sequence[F32]) -> list[NDArray[np.int64]]:
    """For each the pairs (n, 2), in order, of the assignment with the greatest sum in which neither side goes back."""
    made = [_forward(matrix) for matrix in matrices]
    by_size = sorted((n for n, pairs in enumerate(made) if pairs is None), key=lambda n: sorted(matrices[n].shape))
    while by_size:
        here = by_size[-_AT_ONCE:]
        rows, columns = np.sort([matrices[n].shape for n in here]).max(axis=0).tolist()
        here = here[-max(1, _CELLS // max(1, rows * columns)) :]
        del by_size[-len(here) :]
        for n, pairs in zip(here, _paths([matrices[n] for n in here], rows, columns), strict=True):
            made[n] = pairs
    return [pairs for pairs in made if pairs is not None]


def _forward(alike: F32) -> NDArray[np.int64] | None:
    """The pairs where each row's best lies behind that of the row before, as in many copies: nothing can be better."""
    if alike.shape[0] > alike.shape[1]:
        found = _forward(alike.T)
        return None if found is None else found[:, ::-1]
    if not alike.size:
        return np.empty((0, 2), np.int64)
    nearest = alike.argmax(axis=1)
    liked = np.flatnonzero(alike[np.arange(len(alike)), nearest])
    forward = nearest[liked]
    return np.stack((liked, forward), axis=1) if (forward[1:] > forward[:-1]).all() else None


def _paths(matrices: Sequence[F32], rows: int, columns: int) -> list[NDArray[np.int64]]:
    alike = np.zeros((len(matrices), rows, columns), np.float32)
    for n, matrix in enumerate(matrices):
        lying = matrix if matrix.shape[0] <= matrix.shape[1] else matrix.T
        alike[n, : lying.shape[0], : lying.shape[1]] = lying
    best = np.zeros((len(matrices), rows + 1, columns + 1), np.float32)
    for i in range(rows):
        np.maximum.accumulate(np.maximum(best[:, i, 1:], best[:, i, :-1] + alike[:, i]), axis=1, out=best[:, i + 1, 1:])
    each = np.arange(len(matrices))
    column = np.full(len(matrices), columns)
    used, taken = np.zeros((len(matrices), rows), np.bool_), np.zeros((len(matrices), rows), np.int64)
    for i in range(rows, 0, -1):
        reached = best[each, i, column]
        used[:, i - 1] = new = reached > best[each, i - 1, column]
        taken[:, i - 1] = column = np.where(new, (best[:, i] >= reached[:, None]).argmax(axis=1) - 1, column)
    which, row = np.nonzero(used)
    pairs = np.stack((row, taken[which, row]), axis=1)
    ends = np.cumsum(used.sum(axis=1)).tolist()
    return [
        pairs[begin:end] if matrix.shape[0] <= matrix.shape[1] else pairs[begin:end, ::-1]
        for matrix, (begin, end) in zip(matrices, pairwise([0, *ends]), strict=True)
    ]
