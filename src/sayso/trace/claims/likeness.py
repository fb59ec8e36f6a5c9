"""How alike two assertions are in what they say: the same words, and words of like meaning, the rarer the more.

How rare a word is, is told from the story's own texts (each family of copies once) and from English at large, so that
what everybody in the story writes brings nothing together. Likeness of meaning comes from the shipped word vectors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.trace.claims.assertions import Assertion
from sayso.trace.claims.overlap import Bags, Floats, Ints, Lists, in_common, words_alike
from sayso.trace.material import Scene
from sayso.trace.meaning import AKIN
from sayso.trace.sketches import UNKNOWN, common_stems
from sayso.trace.tokens import F32

MARKED = 1.3  # weight of names and numbers

EVENTS = 0.1  # of what is in common, the share of words that are no names or numbers: those tell what happened
LEAST = 3.0  # weight in common below which two assertions share too little to tell


class Likeness:
    """Likeness, 0 to 1, between the assertions ``made`` of a scene, among them the parts of its denials.

    ``words`` are those of each assertion, by number; assertions too go by their ``number`` here.
    """

    def __init__(self, scene: Scene, made: Sequence[Assertion]) -> None:
        words: dict[int, str] = {}
        held: dict[int, set[int]] = defaultdict(set)
        marked_stems: set[int] = set()
        for assertion in made:
            marked_stems |= assertion.marked
            for stem, word in assertion.words:
                words.setdefault(stem, word)
                held[stem].add(scene.family.get(assertion.page.id, -1))
        self._row = {stem: n for n, stem in enumerate(words)}
        stems, marked = np.array(list(words), np.intp), np.array([stem in marked_stems for stem in words], bool)
        families = np.array([len(held[stem]) for stem in words])
        weights = weigh(stems, families, max(4, len(scene.families)), marked)
        self._number = {assertion: n for n, assertion in enumerate(made)}
        self.words = Lists.of([sorted(self._row[stem] for stem in assertion.stems) for assertion in made])
        own = weights[self.words.numbers]
        events = np.where(marked[self.words.numbers], 0, own)
        self._bags = Bags(self.words, np.zeros(len(own), np.intp), (own, events))
        self._total = np.bincount(np.repeat(np.arange(len(made)), self.words.counts), own, len(made))
        self._alike = words_alike(stems, list(words.values()), marked, AKIN)

    @property
    def vocabulary(self) -> int:
        """How many words there are."""
        return len(self._row)

    def number(self, assertion: Assertion) -> int:
        return self._number[assertion]

    def neighbours(self, words: Ints) -> tuple[Ints, Ints]:
        """All that these words are like, they themselves among them, and for each the place of its word in these."""
        at, which = self._alike.words.at(words)
        return self._alike.words.numbers[at], which

    def of(self, a: Assertion, b: Assertion) -> float:
        """See :meth:`each`."""
        return float(self.each(np.array([self._number[a]]), np.array([self._number[b]]))[0])

    def each(self, ones: Ints, others: Ints, least: float = LEAST) -> Floats:
        """For each pair the share of their weight that they have in common; half by the shorter, half by both. 0 below
        ``least``."""
        shared, events = in_common(self._bags, self._alike, ones, others)
        x, y = self._total[ones], self._total[others]
        whole = 0.5 * np.minimum(x, y) + 0.5 * np.sqrt(x * y)
        tells = (shared >= least) & (events >= EVENTS * shared) & (whole > 0)
        return np.where(tells, shared / np.where(whole > 0, whole, 1), 0.0)

    def spread(self, stems: Sequence[int]) -> F32:
        """(words,): how much a passage with these stems has of each word."""
        made = np.zeros(self.vocabulary, np.float32)
        words = np.array(sorted({self._row[stem] for stem in stems if stem in self._row}), np.intp)
        at, _ = self._alike.words.at(words)
        np.maximum.at(made, self._alike.words.numbers[at], self._alike.values[at])
        return made

    def covered(self, a: Assertion, passage: F32) -> tuple[float, float]:
        """The share of ``a``'s weight that stands in a passage, and that weight."""
        n = self._number[a]
        at, _ = self.words.at(np.array([n]))
        total = float(self._total[n])
        if not total:
            return 0.0, total
        return float((self._bags.weights[0][at] * passage[self.words.numbers[at]]).sum()) / total, total


def weigh(stems: Ints, families: NDArray[np.int_], texts: int, marked: NDArray[np.bool_]) -> Floats:
    """How much words tell that ``families`` of ``texts`` texts have; names and numbers tell more."""
    known, chances = common_stems()
    at = np.minimum(known.searchsorted(stems), len(known) - 1)
    chance = np.where(known[at] == stems, chances[at], UNKNOWN)
    told: Floats = np.log(2 * texts / (families + texts * chance) + 1) * np.where(marked, MARKED, 1.0)
    return told
