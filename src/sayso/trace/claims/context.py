"""How alike two assertions are with what stands around them: the rest of the statement, its sentence, the one before.

Independent witnesses share few words in the clause itself; what they speak of was often named a sentence earlier.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

import numpy as np

from sayso.trace.claims.assertions import Assertion
from sayso.trace.claims.likeness import MARKED, weight
from sayso.trace.material import Page, Scene, whole
from sayso.trace.meaning import unit
from sayso.trace.tokens import F32, FUNCTION, NAME, NUMBER
from sayso.types import Span

# How much a word counts by where it stands.
STATEMENT, SENTENCE, BEFORE = 0.7, 0.5, 0.2
AKIN = 0.6  # cosine from which on two words count as alike: among so many some are alike by chance


@dataclass(frozen=True, slots=True, eq=False)
class _Bag:
    """Parallel: each word's stem, how near it stands (0 to 1), its weight, its vector (zero for names and numbers)."""

    stems: np.ndarray[tuple[int], np.dtype[np.int64]]
    near: F32
    weights: F32
    vectors: F32

    @property
    def total(self) -> float:
        return float((self.near * self.weights).sum())


class Contexts:
    """Likeness in context between the assertions of a scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._bags: dict[Assertion, _Bag] = {}

    @cached_property
    def _held(self) -> dict[int, set[int]]:
        """The families in which a stem is found."""
        found: dict[int, set[int]] = defaultdict(set)
        for page in self._scene.pages:
            family = self._scene.family.get(page.id, -1)
            for stem in np.unique(page.tokens.stems).tolist():
                found[stem].add(family)
        return found

    def of(self, a: Assertion, b: Assertion) -> float:
        """Share of their weight that they have in common, 0 to 1."""
        x, y = self._bag(a), self._bag(b)
        alike = x.vectors @ y.vectors.T
        alike[alike < AKIN] = 0
        alike[x.stems[:, None] == y.stems[None, :]] = 1
        alike *= np.minimum.outer(x.near, y.near)
        shared = float((x.weights * alike.max(axis=1)).sum() + (y.weights * alike.max(axis=0)).sum()) / 2
        one, other = x.total, y.total
        return shared / sqrt(one * other) if one and other else 0.0

    def _bag(self, assertion: Assertion) -> _Bag:
        made = self._bags.get(assertion)
        if made is None:
            made = self._bags[assertion] = self._made(assertion)
        return made

    def _made(self, assertion: Assertion) -> _Bag:
        page = assertion.page
        places = [(assertion.span, 1.0), (whole(assertion.statement), STATEMENT)]
        at = page.sentence(assertion.span.begin)
        if at is not None:
            places.append((page.sentences[at], SENTENCE))
            here = page.paragraph(assertion.span.begin)
            if at and page.paragraph(page.sentences[at - 1].begin) >= here - 1:
                places.append((page.sentences[at - 1], BEFORE))
        near: dict[int, float] = {}
        words: dict[int, tuple[str, bool]] = {}
        for span, counts in places:
            for stem, word, marked in _content(page, span):
                near.setdefault(stem, counts)
                words.setdefault(stem, (word, marked))
        texts = max(4, len(self._scene.families))
        vectors = unit([word for word, _ in words.values()])
        vectors[[n for n, (_, marked) in enumerate(words.values()) if marked]] = 0
        return _Bag(
            np.array(list(near), np.int64),
            np.array(list(near.values()), np.float32),
            np.array(
                [
                    weight(stem, len(self._held[stem]), texts) * (MARKED if marked else 1.0)
                    for stem, (_, marked) in words.items()
                ],
                np.float32,
            ),
            vectors,
        )


def _content(page: Page, span: Span) -> list[tuple[int, str, bool]]:
    """Stem, lower-case word and whether it is a name or number, of each content word."""
    tokens = page.tokens
    return [
        (
            int(tokens.stems[n]),
            page.text[tokens.begin[n] : tokens.end[n]].lower(),
            bool(tokens.kinds[n] & (NAME | NUMBER)),
        )
        for n in page.words(span)
        if not tokens.kinds[n] & FUNCTION
    ]
