"""How alike two assertions are in what they say: the same words, and words of like meaning, the rarer the more.

How rare a word is, is told from the story's own texts (each family of copies once) and from English at large, so that
what everybody in the story writes brings nothing together. Likeness of meaning comes from the shipped word vectors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from sayso.trace.claims.assertions import Assertion
from sayso.trace.material import Scene
from sayso.trace.meaning import AKIN, unit
from sayso.trace.stories import UNKNOWN, common_stems
from sayso.trace.tokens import F32

MARKED = 1.3  # weight of names and numbers

EVENTS = 0.1  # of what is in common, the share of words that are no names or numbers: those tell what happened
LEAST = 3.0  # weight in common below which two assertions share too little to tell


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """The words of an assertion by number, also as a column, with their weights; ``plain``: no names or numbers."""

    words: NDArray[np.intp]
    down: NDArray[np.intp]
    weights: F32
    total: float
    plain: NDArray[np.bool_]


class Likeness:
    """Likeness, 0 to 1, between the assertions of a scene and the parts of its denials."""

    def __init__(self, scene: Scene, made: Sequence[Assertion]) -> None:
        words: dict[int, str] = {}
        held: dict[int, set[int]] = defaultdict(set)
        marked: set[int] = set()
        for assertion in made:
            marked |= assertion.marked
            for stem, word in assertion.words:
                words.setdefault(stem, word)
                held[stem].add(scene.family.get(assertion.page.id, -1))
        self._row = {stem: n for n, stem in enumerate(words)}
        texts = max(4, len(scene.families))
        self._weights = np.array(
            [weight(stem, len(held[stem]), texts) * (MARKED if stem in marked else 1.0) for stem in words], np.float32
        )
        self._marked = np.array([stem in marked for stem in words], bool)
        self._akin = _akin(list(words.values()), self._marked)
        self._rows: dict[Assertion, _Held] = {}

    def neighbours(self, assertion: Assertion) -> set[int]:
        """Numbers of the words that it has and of those that are like them."""
        return set(np.flatnonzero(self._akin[self._of(assertion).words].any(axis=0)).tolist())

    def own(self, assertion: Assertion) -> list[int]:
        """Numbers of its words."""
        own: list[int] = self._of(assertion).words.tolist()
        return own

    def _of(self, assertion: Assertion) -> _Held:
        held = self._rows.get(assertion)
        if held is None:
            words = np.array(sorted(self._row[stem] for stem in assertion.stems if stem in self._row), np.intp)
            weights = self._weights[words]
            held = _Held(words, words[:, None], weights, float(weights.sum()), ~self._marked[words])
            self._rows[assertion] = held
        return held

    def of(self, a: Assertion, b: Assertion, least: float = LEAST) -> float:
        """Share of their weight that they have in common; half by the shorter, half by both. 0 below ``least``."""
        x, y = self._of(a), self._of(b)
        if not len(x.words) or not len(y.words):
            return 0.0
        akin = self._akin[x.down, y.words]
        mine, yours = x.weights * akin.max(axis=1), y.weights * akin.max(axis=0)
        shared = float(mine.sum() + yours.sum()) / 2
        if shared < least:
            return 0.0
        events = float(mine[x.plain].sum() + yours[y.plain].sum()) / 2
        if events < EVENTS * shared:
            return 0.0
        return shared / (0.5 * min(x.total, y.total) + 0.5 * sqrt(x.total * y.total))

    def covered(self, a: Assertion, stems: Sequence[int]) -> tuple[float, float]:
        """The share of ``a``'s weight that stands in a passage with these stems, and that weight."""
        x, y = self._of(a), sorted({self._row[stem] for stem in stems if stem in self._row})
        if not len(x.words) or not y:
            return 0.0, x.total
        return float((x.weights * self._akin[x.down, y].max(axis=1)).sum()) / x.total, x.total


def weight(stem: int, families: int, texts: int) -> float:
    """How much a word tells that ``families`` of ``texts`` texts have."""
    stems, chances = common_stems()
    at = int(stems.searchsorted(stem))
    chance = float(chances[at]) if at < len(stems) and int(stems[at]) == stem else UNKNOWN
    return log(2 * texts / (families + texts * chance) + 1)


def _akin(words: Sequence[str], marked: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> F32:
    """Matrix (words, words): 1 for a word and itself, less for words of like meaning, 0 for the rest.

    Names and numbers are like nothing but themselves.
    """
    table = unit(words)
    table[marked] = 0
    between = table @ table.T
    between[between < AKIN] = 0
    np.fill_diagonal(between, 1)
    return between.astype(np.float32)
