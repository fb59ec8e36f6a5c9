"""Text to windows of word pieces: what the encoder sees.

A window holds whole units (paragraphs) one after the other, ``[CLS] unit [SEP] unit [SEP]``, up to a fixed number of
pieces; only a unit longer than that is cut, at a sentence end where there is one. Labels and roles are per word (the
tokenizer's pre-tokens: runs of letters or digits, and single marks), never per piece, so that no span can begin
inside a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

from sayso.types import Span

IntArray = npt.NDArray[np.int64]

#: Sizes of the added input embeddings; the model is trained with these, so they change only with a new model.
CASES, PLACES, QUOTES = 6, 4, 2

_OPENING, _CLOSING, _TOGGLE = "“„«", "”»", '"'
_SENTENCE_END = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Window:
    """``pieces``, ``case``, ``place``, ``quote``: one value per piece; ``first``: index of each word's first piece;
    ``words``: (w, 2) code points in the text; ``unit``: number of the unit each word belongs to."""

    pieces: IntArray
    case: IntArray
    place: IntArray
    quote: IntArray
    first: IntArray
    words: IntArray
    unit: IntArray


def _case(word: str) -> int:
    if not any(map(str.isalpha, word)):
        return 5 if any(map(str.isdigit, word)) else 0
    if word.islower():
        return 1
    if len(word) > 1 and word.isupper():
        return 3
    return 2 if len(word) == 1 or (word[0].isupper() and word[1:].islower()) else 4


def _quoted(text: str) -> list[int]:
    """For each character of one unit: 1 inside double quotation marks (marks included), else 0."""
    inside, out = 0, []
    for char in text:
        if char in _OPENING:
            inside = 1
            out.append(1)
        elif char in _CLOSING:
            out.append(1)
            inside = 0
        elif char == _TOGGLE:
            out.append(1)
            inside = 1 - inside
        else:
            out.append(inside)
    return out


@dataclass(frozen=True, slots=True)
class _Unit:
    pieces: list[int]
    piece_word: list[int]  # word number of each piece
    words: list[tuple[int, int]]
    case: list[int]
    place: list[int]
    quote: list[int]


def _unit(text: str, span: Span, encoding: Encoding, headline: bool) -> _Unit:
    body = span.of(text)
    quoted = _quoted(body)
    words: list[tuple[int, int]] = []
    piece_word: list[int] = []
    last: int | None = -1
    for number, (begin, end) in zip(encoding.word_ids, encoding.offsets, strict=True):
        if number != last:
            words.append((begin, end))
            last = number
        else:
            words[-1] = (words[-1][0], end)
        piece_word.append(len(words) - 1)
    return _Unit(
        encoding.ids,
        piece_word,
        [(span.begin + b, span.begin + e) for b, e in words],
        [_case(body[b:e]) for b, e in words],
        [(2 if headline else 0) + (i == 0) for i in range(len(words))],
        [quoted[b] for b, _ in words],
    )


def _cut(unit: _Unit, text: str, room: int) -> Iterator[tuple[int, int]]:
    """Piece ranges of at most ``room``, ending after a sentence end in the second half where there is one."""
    begin, total = 0, len(unit.pieces)
    while begin < total:
        end = min(begin + room, total)
        if end < total:
            while end > begin + 1 and unit.piece_word[end] == unit.piece_word[end - 1]:
                end -= 1
            if unit.piece_word[end] == unit.piece_word[end - 1]:  # a word longer than a window: its first pieces do
                yield begin, begin + room
                begin += room
                while begin < total and unit.piece_word[begin] == unit.piece_word[begin - 1]:
                    begin += 1
                continue
            for i in range(end, begin + room // 2, -1):
                word = unit.words[unit.piece_word[i - 1]]
                if text[word[1] - 1] in _SENTENCE_END and unit.piece_word[i] != unit.piece_word[i - 1]:
                    end = i
                    break
        yield begin, end
        begin = end


class _Builder:
    def __init__(self, cls: int, sep: int) -> None:
        self.cls, self.sep = cls, sep
        self.clear()

    def clear(self) -> None:
        self.pieces = [self.cls]
        self.features: list[tuple[int, int, int]] = [(0, 0, 0)]
        self.first: list[int] = []
        self.words: list[tuple[int, int]] = []
        self.unit: list[int] = []

    def add(self, unit: _Unit, number: int, begin: int, end: int) -> None:
        last = -1
        for i in range(begin, end):
            word = unit.piece_word[i]
            if word != last:
                self.first.append(len(self.pieces))
                self.words.append(unit.words[word])
                self.unit.append(number)
                last = word
            self.pieces.append(unit.pieces[i])
            self.features.append((unit.case[word], unit.place[word], unit.quote[word]))
        self.pieces.append(self.sep)
        self.features.append((0, 0, 0))

    def window(self) -> Window:
        case, place, quote = np.array(self.features, dtype=np.int64).T
        return Window(
            np.array(self.pieces, dtype=np.int64),
            case,
            place,
            quote,
            np.array(self.first, dtype=np.int64),
            np.array(self.words, dtype=np.int64).reshape(-1, 2),
            np.array(self.unit, dtype=np.int64),
        )


def windows(
    tokenizer: Tokenizer, text: str, units: Sequence[Span], *, size: int, headline: int | None = 0
) -> Iterator[Window]:
    """Windows of at most ``size`` pieces over ``units`` (paragraph spans in text order); empty units are skipped.

    ``headline`` is the number of the unit that is the headline, None where there is none.
    """
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    assert cls is not None  # a tokenizer without them is no tokenizer of ours: its file is checksummed
    assert sep is not None
    encodings = tokenizer.encode_batch([span.of(text) for span in units], add_special_tokens=False)
    builder = _Builder(cls, sep)
    for number, (span, encoding) in enumerate(zip(units, encodings, strict=True)):
        if not encoding.ids:
            continue
        unit = _unit(text, span, encoding, number == headline)
        for begin, end in _cut(unit, text, size - 2):
            if builder.words and len(builder.pieces) + end - begin + 1 > size:
                yield builder.window()
                builder.clear()
            builder.add(unit, number, begin, end)
    if builder.words:
        yield builder.window()
