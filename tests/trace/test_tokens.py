"""Words as arrays: what is compared as equal, what kind each word is, and that offsets slice back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.trace import tokens as t
from sayso.types import Span


def tokenized(text: str) -> t.Tokens:
    return t.tokenize(text, [Span(0, len(text))])


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("inspectors", "inspection", True),
        ("Solène", "solene", True),
        ("ships", "ship", True),
        ("nineteen", "19", True),
        ("press", "pres", False),
        ("harbours", "harboured", True),
        ("barley", "barrel", False),
        ("цена", "цены", False),
    ],
)
def test_stems(a: str, b: str, same: bool) -> None:
    assert (tokenized(a).stems[0] == tokenized(b).stems[0]) is np.bool_(same)


def test_stems_never_change() -> None:
    """They are stored in ledgers: other values here need another fingerprint version."""
    assert tokenized("The harbour, 1994: Varnholm").stems.tolist() == HASHES


HASHES = [3278179595, 3775502084, 3405512383, 2969392938]


def kinds(text: str, bit: int) -> list[str]:
    found = tokenized(text)
    return [text[b:e] for b, e, kind in zip(found.begin, found.end, found.kinds, strict=True) if kind & bit]


@pytest.mark.parametrize(
    ("text", "bit", "words"),
    [
        ("She said “not now” and left.", t.QUOTED, ["not", "now"]),
        ('He said "no" twice.', t.QUOTED, ["no"]),
        ("The men’s ‘last word’ was theirs.", t.QUOTED, ["last", "word"]),
        ("An “open one", t.QUOTED, ["open", "one"]),
        ("It fell at 7:40 p.m. on Monday. Dr. Wallin ran. “Go,” he said.", t.SENTENCE, ["It", "Dr", "Go"]),
        ("About $3.4 billion was lost. Nobody knew", t.SENTENCE, ["About", "Nobody"]),
        ("Yesterday Milda Krantz wrote to Ostrava.", t.NAME, ["Milda", "Krantz", "Ostrava"]),
        ("Some 14 of two hundred", t.NUMBER, ["14", "two"]),
    ],
)
def test_kinds(text: str, bit: int, words: list[str]) -> None:
    assert kinds(text, bit) == words


@given(st.text(max_size=200), st.lists(st.integers(0, 200), max_size=6))
def test_words_lie_in_their_parts(text: str, cuts: list[int]) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    parts = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    found = t.tokenize(text, parts)
    for begin, end in zip(found.begin.tolist(), found.end.tolist(), strict=True):
        assert begin < end
        assert any(part.begin <= begin and end <= part.end for part in parts)
    assert np.all(found.end[:-1] <= found.begin[1:])


@given(st.lists(st.integers(0, 50), max_size=40))
def test_distinct_is_the_sorted_set(values: list[int]) -> None:
    assert t.distinct(np.array(values, np.uint32)).tolist() == sorted(set(values))
