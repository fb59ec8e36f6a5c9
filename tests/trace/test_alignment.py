"""Many at a time against one by one, and against plain versions that are slow to run and easy to believe."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.trace.alignment import NOISE, Sentences, in_order, sentences, similarities
from sayso.trace.fingerprints import Fingerprint, fingerprint
from sayso.trace.passages import align, alignments, sides
from sayso.trace.tokens import F32, FUNCTION, NAME, NUMBER, QUOTED, SENTENCE
from tests.trace import desk

TEXTS = [desk.WIRE, desk.INDEPENDENT, desk.BACK_TRANSLATED, "", desk.spun(desk.WIRE), "Yes. No.", desk.UNRELATED]
PRINTS = [fingerprint(desk.report(text, str(n), f"Paper {n}")) for n, text in enumerate(TEXTS)]


def weights(print_: Fingerprint, *, quoted: bool, least: float) -> dict[int, dict[int, float]]:
    """By sentence, for each of its stems whether it is a name or number anywhere in the text; light ones left out."""
    rows: dict[int, list[tuple[int, int]]] = {}
    number = -1
    for stem, kind in zip(print_.stems.tolist(), print_.kinds.tolist(), strict=True):
        number += bool(kind & SENTENCE)
        if not kind & (FUNCTION if quoted else FUNCTION | QUOTED):
            rows.setdefault(number, []).append((stem, kind))
    heavy = {
        number: words
        for number, words in rows.items()
        if sum(1.5 if kind & (NAME | NUMBER) else 1 for _, kind in words) >= least
    }
    named = {stem for words in heavy.values() for stem, kind in words if kind & (NAME | NUMBER)}
    return {n: {stem: 1.5 if stem in named else 1.0 for stem, _ in words} for n, words in heavy.items()}


@pytest.mark.parametrize("quoted", [False, True])
@pytest.mark.parametrize("least", [1.0, 3.0])
def test_sentences_hold_the_words_that_weigh(quoted: bool, least: float) -> None:
    for print_, made in zip(PRINTS, sentences(PRINTS, quoted=quoted, least=least), strict=True):
        found: dict[int, dict[int, float]] = {number: {} for number in made.number.tolist()}
        for at, stem in zip(made.at.tolist(), made.stem.tolist(), strict=True):
            found[int(made.number[at])][int(made.stems[stem])] = float(made.weight[stem])
        assert found == weights(print_, quoted=quoted, least=least)
        assert made.total.tolist() == [sum(row.values()) for row in found.values()]
        assert made.held.tolist() == [sum(int(stem) in row for row in found.values()) for stem in made.stems]


def plain_similarity(a: Sentences, b: Sentences) -> F32:
    alike = np.zeros((len(a), len(b)), np.float32)
    for i, j in np.ndindex(alike.shape):
        for x in a.stem[a.at == i]:
            for y in b.stem[b.at == j]:
                if a.stems[x] == b.stems[y]:
                    alike[i, j] += max(a.weight[x], b.weight[y]) / np.sqrt(max(a.held[x], b.held[y]))
        alike[i, j] /= np.sqrt(a.total[i] * b.total[j])
    alike[alike < NOISE] = 0
    return alike


def test_similarities_are_those_of_pairs_worked_out_word_by_word() -> None:
    pairs = list(combinations(sentences(PRINTS, quoted=True), 2))
    for (a, b), found in zip(pairs, similarities(pairs), strict=True):
        np.testing.assert_allclose(found, plain_similarity(a, b), atol=1e-5)


MATRICES = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).flatmap(
        lambda shape: st.lists(
            st.lists(st.sampled_from([0.0, 0.0, 0.25, 0.5, 1.0]), min_size=shape[1], max_size=shape[1]),
            min_size=shape[0],
            max_size=shape[0],
        ).map(lambda rows: np.array(rows, np.float32).reshape(shape))
    ),
    max_size=5,
)


def most(alike: F32) -> float:
    best = np.zeros((alike.shape[0] + 1, alike.shape[1] + 1))
    for i, j in np.ndindex(alike.shape):
        best[i + 1, j + 1] = max(best[i, j + 1], best[i + 1, j], best[i, j] + alike[i, j])
    return float(best[-1, -1])


@settings(deadline=None)
@given(MATRICES)
def test_the_order_keeps_as_much_as_any(matrices: list[F32]) -> None:
    for alike, pairs in zip(matrices, in_order(matrices), strict=True):
        assert float(alike[pairs[:, 0], pairs[:, 1]].sum()) == most(alike)
        assert (np.diff(pairs, axis=0) > 0).all()


def test_many_passages_at_once_are_those_of_each() -> None:
    side = sides(PRINTS)
    wanted = [(a, b, whole) for a, b in combinations(range(len(side)), 2) for whole in (True, False)]
    found = alignments([(side[a], side[b], whole) for a, b, whole in wanted])
    assert found == [align(PRINTS[a], PRINTS[b], whole=whole) for a, b, whole in wanted]
