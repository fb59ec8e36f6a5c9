"""Is one of two reports made from the other? Two kinds of evidence, each enough, neither counting quoted words.

``wording``: the share of the smaller text's runs of three stems that the other has too. ``order``: how much of the
smaller text's sentences find their like in the other in the same order, times how much of the best unordered
assignment that order keeps, squared. Both thresholds come from ``evaluation/copies.py``: measured on altered real
reports and on real independent reports of one event. A few sentences fall into one order by chance, so short texts
must be more alike.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.trace.alignment import Sentences, in_order, sentences, similarity
from sayso.trace.candidates import SHINGLE
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.tokens import F32, QUOTED, U32, among, distinct, shingles

LEAST_WORDING = 0.2
LEAST_ORDER = 0.14
MANY, FOR_EACH = 6, 0.045  # sentences in order that make it tell; for each fewer it must be so much greater
PLAIN_WORDING = 0.6  # from here on sentences need not be looked at
LEAST_SHINGLES = 20  # of the smaller text: below that there is too little to tell
ALIKE = 0.25  # similarity at which a sentence counts as taken from the other text, where the order speaks for it
SAME = 0.4  # where it does not


@dataclass(slots=True, eq=False)
class Profile:
    """What a fingerprint gives for comparing, worked out once; the sentences only where they are looked at."""

    report: Fingerprint
    runs: U32  # sorted
    _own: Sentences | None = None

    @property
    def own(self) -> Sentences:
        """Without quoted words."""
        if self._own is None:
            self._own = sentences(self.report, quoted=False)
        return self._own


@dataclass(frozen=True, slots=True)
class Resemblance:
    """``repeated``, ``covered`` and ``near`` are for the first and the second report.

    ``repeated``: the share (0–1) of its runs of stems that the other has; the greater is the ``wording``.
    ``covered``: the share (0–1) of its own sentences that the other has.
    ``near``: how close it is to the other as a whole (0–1), for choosing the nearest of several sources.
    """

    repeated: tuple[float, float]
    order: float
    covered: tuple[float, float]
    near: tuple[float, float]

    @property
    def wording(self) -> float:
        return max(self.repeated)


def profile(report: Fingerprint) -> Profile:
    runs = shingles(report.stems, SHINGLE)
    own = (report.kinds & QUOTED) == 0
    for offset in range(1, SHINGLE):
        own = own[:-1] & ((report.kinds[offset:] & QUOTED) == 0) if len(own) > 1 else own[:0]
    return Profile(report, distinct(runs[own[: len(runs)]]))


def resemblance(a: Profile, b: Profile) -> Resemblance | None:
    """None where neither text can have been made from the other."""
    fewer = min(len(a.runs), len(b.runs))
    if fewer < LEAST_SHINGLES:
        return None
    runs = int(np.count_nonzero(among(a.runs, b.runs)[0]))
    repeated = (runs / len(a.runs), runs / len(b.runs))
    if max(repeated) >= PLAIN_WORDING:
        return Resemblance(repeated, 1.0, repeated, repeated)
    alike = similarity(a.own, b.own)
    if not alike.size:
        return None
    shorter = min(alike.shape) + 2  # two more, so that a few sentences alone prove little
    best = float(alike.max(axis=int(alike.shape[0] <= alike.shape[1])).sum())
    if max(repeated) < LEAST_WORDING and best / shorter < LEAST_ORDER:
        return None
    pairs = in_order(alike)
    kept = float(sum(alike[pair] for pair in pairs))
    order = kept / shorter * (kept / best) ** 2 if best else 0.0
    enough = order >= LEAST_ORDER + FOR_EACH * max(0, MANY - len(pairs))
    if max(repeated) < LEAST_WORDING and not enough:
        return None
    if order < LEAST_ORDER:
        covered = (_covered(alike, a.own, SAME, []), _covered(alike.T, b.own, SAME, []))
    else:
        covered = (
            _covered(alike, a.own, ALIKE, [i for i, _ in pairs]),
            _covered(alike.T, b.own, ALIKE, [j for _, j in pairs]),
        )
    near = (
        (repeated[0] + float(alike.max(axis=1).mean())) / 2,
        (repeated[1] + float(alike.max(axis=0).mean())) / 2,
    )
    return Resemblance(repeated, order, covered, near)


def _covered(alike: F32, side: Sentences, least: float, ordered: list[int]) -> float:
    taken = alike.max(axis=1) >= least
    taken[ordered] = True
    total = side.total.sum()
    return float(side.total[taken].sum() / total) if total else 0.0
