"""Words split here come out as from the tokenizer itself."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.tagger.pieces import LETTERS, MARKS, SPACES
from sayso.types import Span
from tests.tagger.test_encoding import pieces

#: Every character that is split here.
KNOWN = "".join(re.findall(f"[{LETTERS}{MARKS}{SPACES}]", "".join(map(chr, range(sys.maxunicode)))))


def _same(text: str) -> None:
    span = Span(0, len(text))
    assert pieces().split(text, span) == pieces().tokenized(text, span)


@pytest.mark.parametrize("around", ["{0}", "a{0}b {0} {0}{0}", "Ab{0}.", "é{0}9", "{0}\u2014x"])
def test_every_known_character(around: str) -> None:
    for char in KNOWN:
        _same(around.format(char))


@settings(deadline=None)
@given(st.text(alphabet=KNOWN, max_size=300))
def test_any_paragraph_of_known_characters(text: str) -> None:
    _same(text)


@pytest.mark.parametrize(
    "text",
    [
        "“We’ll go,” said Ådne Öztürk-Łopuška; the £5m (or 3½%) wasn't there…",
        "x" * 101,  # longer than any word the tokenizer cuts
        "İstanbul ŉ ſ ŀ",
        "##ing UNK [SEP".replace("[", ""),
    ],
)
def test_words_that_differ_from_their_pieces(text: str) -> None:
    _same(text)


@pytest.mark.parametrize("text", ["[SEP]", "a\u00adb", "e\u0301", "東京", "a\u200bb", "\u0130\u0307"])
def test_what_is_not_known_goes_through_the_tokenizer(text: str) -> None:
    span = Span(0, len(text))
    assert pieces().words(text, span) == pieces().tokenized(text, span)


def test_a_paragraph_is_read_where_it_stands() -> None:
    text = "The dam held.\n\nIt rained on."
    words = pieces().words(text, Span(15, 28))
    assert [text[b:e] for b, e in zip(words.begin, words.end, strict=True)] == ["It", "rained", "on", "."]
