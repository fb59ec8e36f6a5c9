"""Windows: every word once, in order, with the text's own words at its offsets."""

from __future__ import annotations

from functools import cache

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.settings import MODEL
from sayso.tagger import files
from sayso.tagger.encoding import windows
from sayso.tagger.pieces import Pieces
from sayso.types import Span

SIZE = 24


@cache
def pieces() -> Pieces:
    return Pieces(Tokenizer.from_file(str(files.folder(MODEL) / "tokenizer.json")))


@settings(deadline=None)
@given(st.lists(st.text(max_size=200), max_size=6))
@example(["0000676767676767676767671"])  # one word, more pieces than a window holds
@example(["a dam", "x " + "6767" * 40 + " held"])
def test_windows_hold_every_word_once(paragraphs: list[str]) -> None:
    text, units = "", []
    for paragraph in paragraphs:
        units.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    made = list(windows(pieces(), text, units, size=SIZE))
    words = [tuple(word) for window in made for word in window.words]
    assert words == sorted(set(words))
    for window in made:
        assert len(window.pieces) <= SIZE
        assert len(window.first) == len(window.words) == len(window.unit)
        for (begin, end), unit in zip(window.words, window.unit, strict=True):
            assert units[unit].begin <= begin < end <= units[unit].end
        assert set(window.quote) <= {0, 1}


def test_a_long_paragraph_is_cut_at_a_sentence_end() -> None:
    text = "The council met on Monday at noon in the old town hall. "
    text += "It heard both sides of the long case before it rose for the day."
    first, *rest = windows(pieces(), text, [Span(0, len(text))], size=SIZE)
    assert text[: first.words[-1][1]].endswith("hall.")
    assert rest
    assert rest[-1].words[-1][1] == len(text)


def test_words_inside_double_marks_are_marked() -> None:
    text = 'He said "we go now" and left.'
    (window,) = windows(pieces(), text, [Span(0, len(text))], size=64)
    inside = [text[b:e] for (b, e), f in zip(window.words, window.first, strict=True) if window.quote[f]]
    assert inside == ['"', "we", "go", "now", '"']
