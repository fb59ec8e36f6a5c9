"""Words in common, for many pairs at once, beside the same worked out pair by pair."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.trace.claims.overlap import Bags, Lists, distinct, in_common, sharing, words_alike

WORDS = ["police", "officer", "river", "stream", "flood", "council", "said", "zzyx", "Orrin", "seven"]
STEMS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]  # the last is of the first one's stem
MARKED = np.array([word in ("Orrin", "seven") for word in WORDS])
LEVELS = (1.0, 0.7, 0.2)

Bag = list[tuple[int, int]]  # word and level
bags = st.lists(
    st.lists(st.tuples(st.integers(0, len(WORDS) - 1), st.integers(0, 2)), max_size=6, unique_by=lambda each: each[0]),
    min_size=1,
    max_size=8,
)


def _table() -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    made = words_alike(np.array(STEMS), WORDS, MARKED, 0.3)
    table = np.zeros((len(WORDS), len(WORDS)), np.float32)
    for word, (begin, count) in enumerate(zip(made.words.starts, made.words.counts, strict=True)):
        for at in range(begin, begin + count):
            table[word, made.words.numbers[at]] = max(table[word, made.words.numbers[at]], made.values[at])
    return table


def test_words_are_like_themselves_and_those_of_like_meaning() -> None:
    table = _table()
    assert (table == table.T).all()
    assert (np.diag(table) == 1).all()
    assert table[0, 9] == 1, "one stem"
    assert 0.3 <= table[0, 1] < 1, "police, officer"
    assert table[8].sum() == 1, "a name is like nothing but itself"


@given(bags, st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=80))
def test_many_pairs_at_once_are_as_one_by_one(texts: list[Bag], pairs: list[tuple[int, int]]) -> None:
    weights = np.arange(1, len(WORDS) + 1, dtype=np.float64)
    words = Lists.of([[word for word, _ in text] for text in texts])
    level = np.array([level for text in texts for _, level in text], np.intp)
    kept = [(a % len(texts), b % len(texts)) for a, b in pairs]
    ones, others = np.array(kept, np.intp).reshape(-1, 2).T
    held = Bags(words, level, (weights[words.numbers],), LEVELS)
    (found,) = in_common(held, words_alike(np.array(STEMS), WORDS, MARKED, 0.3), ones, others)
    table = _table()
    expected = [(_part(table, texts[a], texts[b]) + _part(table, texts[b], texts[a])) / 2 for a, b in kept]
    np.testing.assert_allclose(found, expected, rtol=1e-6)


def _part(table: np.ndarray[tuple[int, int], np.dtype[np.float32]], mine: Bag, yours: Bag) -> float:
    """The weight of my words as far as you have them."""
    return sum(
        (word + 1) * max((table[word, other] * min(LEVELS[n], LEVELS[m]) for other, m in yours), default=0.0)
        for word, n in mine
    )


@given(st.lists(st.sets(st.integers(0, 9)), max_size=70), st.lists(st.sets(st.integers(0, 9)), max_size=5))
def test_who_shares_two_numbers(lists: Sequence[set[int]], holders: Sequence[set[int]]) -> None:
    by_number = Lists.of([[n for n, own in enumerate(holders) if number in own] for number in range(10)])
    own, holder = sharing(Lists.of([sorted(each) for each in lists]), by_number, len(holders))
    expected = {(n, m) for n, one in enumerate(lists) for m, other in enumerate(holders) if len(one & other) >= 2}
    assert sorted(zip(own.tolist(), holder.tolist(), strict=True)) == sorted(expected)


@given(st.lists(st.integers(-5, 5)))
def test_each_number_once_in_order(numbers: list[int]) -> None:
    assert distinct(np.array(numbers, np.intp)).tolist() == sorted(set(numbers))
