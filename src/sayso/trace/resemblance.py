"""Is one of two reports made from the other? Two kinds of evidence, each enough, neither counting quoted words.

``wording``: the share of the smaller text's runs of three stems that the other has too. Independent reports of one
event share as many where they are short: names, titles, "was taken to hospital, where he died". What was copied shares
long stretches as well.

``order``: how much of the smaller text's sentences find their like, of like length, in the other in the same order,
times how much of the best unordered assignment that order keeps, squared. A few sentences fall into one order by
chance, with the same names and numbers in each. So this counts times the number of sentences in order, and times the
share of their words, little ones too, that stand in the same order within them. A sentence that both have word for word
(both took it from one statement) counts no more than one that was altered.

The thresholds come from ``evaluation/copies.py``: measured on altered real reports and on real independent reports of
one event, long and short.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from sayso.trace.alignment import Sentences, in_order, sentences, similarities
from sayso.trace.candidates import SHINGLE
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.tokens import F32, QUOTED, SENTENCE, U32, among, distinct, shingles, spelled

LEAST_WORDING = 0.2
STRETCH, LEAST_STRETCHES = 8, 0.05  # stems, and the share of runs of so many that must be among the shared wording
LEAST_ORDER = 0.09
FIRM_ORDER = 0.33  # order times the number of sentences in order times the share of their words in order
PLAIN_ORDER = 1.5  # the same without the words: from here on they need not be looked at
AT_MOST, AT_MOST_WORDS = 0.4, 0.6  # similarity and share of words that a pair of sentences counts for
PLAIN_WORDING = 0.6  # from here on sentences need not be looked at
LEAST_SHINGLES = 20  # of the smaller text: below that there is too little to tell
ALIKE = 0.25  # similarity at which a sentence counts as taken from a text whose order is kept
_AT_ONCE = 64  # reports; more leave the processor's cache


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
            fill([self])
        assert self._own is not None
        return self._own


def fill(profiles: Iterable[Profile]) -> None:
    """Work out the sentences of those that lack them, all at once."""
    missing = {each.report.report: each for each in profiles if each._own is None}
    made = sentences([each.report for each in missing.values()], quoted=False)
    for each, own in zip(missing.values(), made, strict=True):
        each._own = own


@dataclass(frozen=True, slots=True)
class Resemblance:
    """``repeated``, ``covered`` and ``near`` are for the first and the second report.

    ``repeated``: the share (0–1) of its runs of stems that the other has; the greater is the ``wording``.
    ``covered``: the share (0–1) of it that is taken from the other: sentences where their order tells, otherwise what
    is ``repeated``.
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
    return profiles([report])[0]


def profiles(reports: Sequence[Fingerprint]) -> list[Profile]:
    """The same for many, faster."""
    made: list[Profile] = []
    for begin in range(0, len(reports), _AT_ONCE):
        part = reports[begin : begin + _AT_ONCE]
        made += [Profile(*each) for each in zip(part, _runs(part, SHINGLE), strict=True)]
    return made


def _runs(reports: Sequence[Fingerprint], size: int) -> list[U32]:
    """Sorted hashes of each report's runs of so many stems that hold no quoted word."""
    lengths = [len(report.stems) for report in reports]
    runs = shingles(np.concatenate([report.stems for report in reports]), size)
    kinds = np.concatenate([report.kinds for report in reports])
    quoted = np.zeros(len(kinds) + 1, np.int32)  # words before each place
    np.cumsum(kinds & QUOTED, out=quoted[1:])
    own = quoted[size : size + len(runs)] == quoted[: len(runs)]
    owner = np.repeat(np.arange(len(reports), dtype=np.uint64) << np.uint64(32), lengths)
    own &= owner[: len(runs)] == owner[size - 1 :]
    packed = distinct(owner[: len(runs)][own] | runs[own])
    bounds = np.searchsorted(packed, np.arange(len(reports) + 1, dtype=np.uint64) << np.uint64(32)).tolist()
    each = packed.astype(np.uint32)
    return [each[begin:end] for begin, end in pairwise(bounds)]


def resemblance(a: Profile, b: Profile) -> Resemblance | None:
    """None where neither text can have been made from the other."""
    return resemblances([(a, b)])[0]


def resemblances(pairs: Sequence[tuple[Profile, Profile]]) -> list[Resemblance | None]:
    """The same for many, several times as fast."""
    made: list[Resemblance | None] = [None] * len(pairs)
    closer: list[tuple[int, tuple[float, float]]] = []
    for place, (a, b) in enumerate(pairs):
        fewer, more = sorted((a.runs, b.runs), key=len)
        if len(fewer) < LEAST_SHINGLES:
            continue
        same = int(np.count_nonzero(among(fewer, more)[0]))
        repeated = (same / len(a.runs), same / len(b.runs))
        if same >= PLAIN_WORDING * len(fewer):
            made[place] = Resemblance(repeated, 1.0, repeated, repeated)
        else:
            closer.append((place, repeated))
    fill(each for place, _ in closer for each in pairs[place])
    alike = similarities([(pairs[place][0].own, pairs[place][1].own) for place, _ in closer])
    telling = [n for n, matrix in enumerate(alike) if max(closer[n][1]) >= LEAST_WORDING or _may_tell(matrix)]
    for n, ordered in zip(telling, in_order([alike[n] for n in telling]), strict=True):
        place, repeated = closer[n]
        made[place] = _judged(*pairs[place], repeated, alike[n], ordered)
    return made


def _may_tell(alike: F32) -> bool:
    """Their order, at best, could be enough."""
    if not alike.size:
        return False
    best = alike.max(axis=int(alike.shape[0] <= alike.shape[1]))
    reachable = float(np.minimum(best, AT_MOST).sum()) / (len(best) + 2)
    return reachable >= max(LEAST_ORDER, FIRM_ORDER / AT_MOST_WORDS / len(best))


def _judged(
    a: Profile, b: Profile, repeated: tuple[float, float], alike: F32, pairs: NDArray[np.int64]
) -> Resemblance | None:
    """Given the likeness of their sentences, and which of them are pairs in order."""
    if not alike.size:
        return None
    order = _order(alike, pairs, a.own.total, b.own.total)
    firm = order * len(pairs)
    ordered = order >= LEAST_ORDER and (
        firm >= PLAIN_ORDER or (firm >= FIRM_ORDER and firm * _words_in_order(a, b, pairs) >= FIRM_ORDER)
    )
    if not ordered and (max(repeated) < LEAST_WORDING or _stretches(a.report, b.report) < LEAST_STRETCHES):
        return None
    nearest = alike.max(axis=1), alike.max(axis=0)
    near = (
        (repeated[0] + float(nearest[0].mean())) / 2,
        (repeated[1] + float(nearest[1].mean())) / 2,
    )
    if not ordered:
        return Resemblance(repeated, order, repeated, near)
    covered = _covered(nearest[0], a.own, pairs[:, 0]), _covered(nearest[1], b.own, pairs[:, 1])
    return Resemblance(repeated, order, covered, near)


def _stretches(a: Fingerprint, b: Fingerprint) -> float:
    """The share (0-1) of the long runs of stems of the text with fewer that the other has too."""
    fewer, more = sorted(_runs([a, b], STRETCH), key=len)
    return float(np.count_nonzero(among(fewer, more)[0])) / max(1, len(fewer))


def _order(alike: F32, pairs: NDArray[np.int64], a: F32, b: F32) -> float:
    """``a`` and ``b``: the weight of each sentence."""
    if not len(pairs):
        return 0.0
    similar, first, second = alike[pairs[:, 0], pairs[:, 1]], a[pairs[:, 0]], b[pairs[:, 1]]
    of_like_length = np.minimum(similar, AT_MOST) * np.minimum(first, second) / np.maximum(first, second)
    best = alike.max(axis=int(alike.shape[0] <= alike.shape[1]))  # in any order
    shorter = len(best) + 2  # two more, so that a few sentences alone prove little
    return float(of_like_length.sum()) / shorter * (float(similar.sum()) / float(best.sum())) ** 2


def _words_in_order(a: Profile, b: Profile, pairs: NDArray[np.int64]) -> float:
    """The share (0-1) of the words of each pair's shorter sentence that the longer has in the same order."""
    first, second = _sentences(a.report), _sentences(b.report)
    same, words = 0.0, 0
    for i, j in zip(a.own.number[pairs[:, 0]].tolist(), b.own.number[pairs[:, 1]].tolist(), strict=True):
        shorter = min(len(first[i]), len(second[j]))
        same += min(LCSseq.similarity(first[i], second[j]), AT_MOST_WORDS * shorter)
        words += shorter
    return same / max(1, words)


def _sentences(report: Fingerprint) -> list[str]:
    """Each sentence spelled out, without quoted words."""
    own = (report.kinds & QUOTED) == 0
    before = np.cumsum(own) - own
    bounds = [*before[(report.kinds & SENTENCE) > 0].tolist(), int(own.sum())]
    text = spelled(report.stems[own])
    return [text[begin:end] for begin, end in pairwise(bounds)]


def _covered(nearest: F32, side: Sentences, ordered: NDArray[np.int64]) -> float:
    taken = nearest >= ALIKE
    taken[ordered] = True
    return float(side.total[taken].sum() / side.total.sum())
