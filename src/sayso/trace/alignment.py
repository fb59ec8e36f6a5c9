"""Sentences of two reports set side by side: how alike each pair is, and the best assignment in the same order.

What survives a spinner or a translation there and back is the order of the facts: sentence by sentence the same names,
numbers and some of the words. Independent reports of one event tell the same facts in another order, mixed otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.trace.fingerprints import Fingerprint
from sayso.trace.tokens import F32, FUNCTION, I32, NAME, NUMBER, QUOTED, SENTENCE, U32, among, distinct

LEAST_WEIGHT = 3.0  # of a sentence's own words; lighter sentences match by chance
NOISE = 0.1  # similarity below which a pair of sentences counts as unlike


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """Which content words (``stems``, sorted) stand in which sentence.

    ``at`` and ``stem`` are parallel: row and position in ``stems``, each pair once. ``number`` maps the rows to the
    report's sentences, of which light ones are left out.
    """

    stems: U32
    weight: F32  # of each stem: names and numbers 1.5, other words 1
    held: F32  # how many of the sentences hold each stem
    at: I32
    stem: I32
    total: F32  # weight of each sentence
    number: I32

    def __len__(self) -> int:
        return len(self.total)


def sentences(report: Fingerprint, *, quoted: bool, least: float = LEAST_WEIGHT) -> Sentences:
    """``quoted`` takes the words inside quotation marks as well; without, only the report's own are seen."""
    kinds = report.kinds
    number = np.cumsum((kinds & SENTENCE) > 0) - 1
    seen = (kinds & (FUNCTION if quoted else FUNCTION | QUOTED)) == 0
    weight = np.where(kinds & (NUMBER | NAME), np.float32(1.5), np.float32(1.0))
    heavy = (
        np.bincount(number[seen], weights=weight[seen], minlength=int(number[-1]) + 1 if len(number) else 0) >= least
    )
    row = np.cumsum(heavy) - 1
    seen &= heavy[number]
    held = report.stems[seen]
    order = np.argsort(held)
    ranked = held[order]
    first = np.append(True, ranked[1:] != ranked[:-1])[: len(ranked)]
    stems, stem = ranked[first], np.empty(len(held), np.int64)
    stem[order] = np.cumsum(first) - 1
    top = np.ones(len(stems), np.float32)
    top[stem[weight[seen] > 1]] = 1.5
    pair = distinct(row[number[seen]].astype(np.int64) * max(1, len(stems)) + stem)
    at, stem = np.divmod(pair, max(1, len(stems)))
    return Sentences(
        stems=stems,
        weight=top,
        held=np.bincount(stem, minlength=len(stems)).astype(np.float32),
        at=at.astype(np.int32),
        stem=stem.astype(np.int32),
        total=np.bincount(at, weights=top[stem], minlength=int(heavy.sum())).astype(np.float32),
        number=np.flatnonzero(heavy).astype(np.int32),
    )


def similarity(a: Sentences, b: Sentences) -> F32:
    """Matrix (sentences of ``a``, sentences of ``b``) of shared weight, 0 to about 1; below NOISE it is 0.

    A stem that many sentences of either text hold (the story's hero) counts for less in each.
    """
    shared_stem, at = among(a.stems, b.stems)
    in_a, in_b = np.flatnonzero(shared_stem), at[shared_stem]
    if not len(in_a):
        return np.zeros((len(a), len(b)), np.float32)
    weight = np.maximum(a.weight[in_a], b.weight[in_b]) / np.sqrt(np.maximum(a.held[in_a], b.held[in_b]))
    shared = (_incidence(a, in_a) * weight) @ _incidence(b, in_b).T
    alike = (shared / np.sqrt(np.outer(a.total, b.total))).astype(np.float32)
    alike[alike < NOISE] = 0
    return alike


def _incidence(side: Sentences, common: NDArray[np.intp]) -> F32:
    column = np.full(len(side.stems), -1, np.int32)
    column[common] = np.arange(len(common))
    place = column[side.stem]
    here = place >= 0
    matrix = np.zeros((len(side), len(common)), np.float32)
    matrix[side.at[here], place[here]] = 1
    return matrix


def in_order(alike: F32) -> list[tuple[int, int]]:
    """The pairs of the assignment with the greatest sum in which neither side ever goes back, in order."""
    rows, columns = alike.shape
    best = np.zeros((rows + 1, columns + 1), np.float32)
    for i in range(rows):
        np.maximum.accumulate(np.maximum(best[i, 1:], best[i, :-1] + alike[i]), out=best[i + 1, 1:])
    table, pairs = best.tolist(), []
    i, j = rows, columns
    while i and j:
        if table[i][j] == table[i - 1][j]:
            i -= 1
        elif table[i][j] == table[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]
