"""Numbers and months count as one word each, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.trace.tokens import FUNCTION, tokenize
from sayso.trace.values import as_values
from sayso.types import Span


def content(text: str) -> list[int]:
    """The stems of the words that tell something."""
    words = as_values(tokenize(text, [Span(0, len(text))]), text)
    return [int(stem) for stem, kind in zip(words.stems, words.kinds, strict=True) if not kind & FUNCTION]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("eighty-six patients", "86 patients"),
        ("four hundred and eighteen samples", "418 samples"),
        ("a hundred and twenty people", "120 people"),
        ("six million florins", "6 million florins"),
        ("2,400 homes", "2400 homes"),
        ("on Feb. 9", "on February 9"),
        ("in Sept", "in September"),
    ],
)
def test_one_value_is_one_word(a: str, b: str) -> None:
    assert content(a) == content(b)


@pytest.mark.parametrize(("a", "b"), [("eighty-six patients", "86.5 patients"), ("two dozen men", "12 men")])
def test_another_value_is_another_word(a: str, b: str) -> None:
    assert content(a) != content(b)


_PIECES = (
    "six two hundred and a an half million 2,400 12 3.5 ½ Feb. Dec may - , “ ’s x ９ twenty-three minus point 𝟚".split()
)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40) | st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join))
def test_offsets_stay(text: str) -> None:
    plain = tokenize(text, [Span(0, len(text))])
    made = as_values(plain, text)
    assert made.begin.tolist() == plain.begin.tolist()
    assert made.end.tolist() == plain.end.tolist()
