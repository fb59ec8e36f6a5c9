"""Word vectors by span, over whatever windows the words lie in."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.settings import MODEL
from sayso.tagger import load
from sayso.tagger.encoding import Window
from sayso.tagger.words import Words, words_of
from sayso.types import Span

WORDS = [(0, 3), (4, 9), (9, 10), (12, 15), (16, 20), (20, 21)]
VECTORS = np.arange(12, dtype=np.float32).reshape(6, 2)


def words(*cuts: int) -> Words:
    """The words in windows that end before the words given."""
    windows, read = [], []
    for begin, end in pairwise((0, *cuts, len(WORDS))):
        none = np.zeros(end - begin, np.int64)
        windows.append(Window(none, none, none, none, none, np.array(WORDS[begin:end]), none))
        read.append([VECTORS[begin:end]])
    return words_of("some", windows, read)


@given(
    st.lists(st.integers(1, 5), unique=True).map(sorted),
    st.lists(st.tuples(st.integers(0, 24), st.integers(1, 9)), min_size=1, max_size=3),
)
def test_the_mean_is_that_of_the_words_touched(cuts: list[int], spans: list[tuple[int, int]]) -> None:
    wanted = [k for at, size in spans for k, (b, e) in enumerate(WORDS) if b < at + size and at < e]
    mean = words(*cuts).mean([Span(at, at + size) for at, size in spans])
    if wanted:
        assert mean is not None
        assert np.allclose(mean, VECTORS[wanted].mean(0))
    else:
        assert mean is None


def test_a_text_without_words_has_none() -> None:
    assert words_of("some", [], []).mean([Span(0, 5)]) is None


def test_what_is_read_is_what_is_tagged() -> None:
    text = "Lock reopens\n\n“The dam will hold,” Tove Lind said. Officials denied it, the Harbour Gazette reported."
    units, tagger = [Span(0, 12), Span(14, len(text))], load(MODEL, 1)
    found, vectors = tagger.read(text, units)
    assert found == tagger.tag(text, units)
    assert vectors.model == MODEL
    (cue,) = vectors.of(found[0].cue[0])
    assert cue.shape[0] == 1
