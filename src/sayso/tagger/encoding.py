"""Text to windows of word pieces: what the encoder sees.

A window holds whole units (paragraphs) one after the other, ``[CLS] unit [SEP] unit [SEP]``, up to a fixed number of
pieces; only a unit longer than that is cut, at a sentence end where there is one. Labels and roles are per word (the
tokenizer's pre-tokens: runs of letters or digits, and single marks), never per piece, so that no span can begin
inside a word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

import numpy as np
import numpy.typing as npt

from sayso.patterns import kept
from sayso.tagger.pieces import Pieces
from sayso.types import Span

IntArray = npt.NDArray[np.int64]

#: Sizes of the added input embeddings; the model is trained with these, so they change only with a new model.
CASES, PLACES, QUOTES = 6, 4, 2

_OPENING, _CLOSING, _TOGGLE = "“„«", "”»", '"'
_MARK = kept(f"[{_OPENING}{_CLOSING}{_TOGGLE}]")
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


def _quoted(text: str) -> bytes:
    """For each character of one unit: 1 inside double quotation marks (marks included), else 0."""
    out, inside, last = bytearray(len(text)), 0, 0
    for mark in _MARK.finditer(text):
        at = mark.start()
        if inside:
            out[last:at] = b"\1" * (at - last)
        out[at], last = 1, at + 1
        inside = 1 - inside if mark[0] == _TOGGLE else int(mark[0] in _OPENING)
    if inside:
        out[last:] = b"\1" * (len(text) - last)
    return bytes(out)


@dataclass(frozen=True, slots=True)
class _Row:
    """What there is of words one after the other: pieces, case, place and quote; begin and end in the text; the number
    of the unit, which is -1 for ``[CLS]`` and ``[SEP]``."""

    pieces: list[tuple[int, ...]]
    case: list[int]
    place: list[int]
    quote: list[int]
    begin: list[int]
    end: list[int]
    unit: list[int]

    def add(self, other: _Row, begin: int, end: int) -> None:
        self.pieces.extend(other.pieces[begin:end])
        self.case.extend(other.case[begin:end])
        self.place.extend(other.place[begin:end])
        self.quote.extend(other.quote[begin:end])
        self.begin.extend(other.begin[begin:end])
        self.end.extend(other.end[begin:end])
        self.unit.extend(other.unit[begin:end])

    def windows(self, starts: Sequence[int]) -> Iterator[Window]:
        """The row in parts, of which each begins at one of ``starts``."""
        counts = map(len, self.pieces)
        columns = chain(counts, self.case, self.place, self.quote, self.begin, self.end, self.unit)
        table = np.fromiter(columns, np.int64, 7 * len(self.pieces)).reshape(7, -1)
        count, unit = table[0], table[6]
        pieces = np.fromiter(chain.from_iterable(self.pieces), np.int64, count.sum())
        case, place, quote = np.repeat(table[1:4], count, axis=1)
        at, real = count.cumsum() - count, unit >= 0
        first, words, unit = at[real], table[4:6, real].T, unit[real]
        begins = [*at[starts].tolist(), len(pieces)]
        for (begin, end), some in zip(pairwise(begins), pairwise(first.searchsorted(begins).tolist()), strict=True):
            here, mine = slice(begin, end), slice(*some)
            yield Window(
                pieces[here], case[here], place[here], quote[here], first[mine] - begin, words[mine], unit[mine]
            )


def _mark(piece: int) -> _Row:
    return _Row([(piece,)], [0], [0], [0], [0], [0], [-1])


def _unit(pieces: Pieces, text: str, span: Span, number: int, headline: bool) -> _Row:
    words = pieces.words(text, span)
    count, place = len(words.begin), 2 if headline else 0
    quote = [0] * count
    if _MARK.search(text, *span):
        quoted = _quoted(span.of(text))
        quote = [quoted[begin - span.begin] for begin in words.begin]
    places = [place + 1, *[place] * (count - 1)] if count else []
    return _Row(words.pieces, words.case, places, quote, words.begin, words.end, [number] * count)


def _cut(unit: _Row, text: str, room: int) -> Iterator[tuple[int, int]]:
    """Ranges of words of at most ``room`` pieces, ending after a sentence end in the second half where there is one.

    A word longer than that is a range by itself.
    """
    at = [0, *accumulate(map(len, unit.pieces))]
    begin = 0
    while at[-1] - at[begin] > room:
        end = max(bisect_right(at, at[begin] + room) - 1, begin + 1)
        for i in range(end, begin, -1):
            if at[i] <= at[begin] + room // 2:
                break
            if text[unit.end[i - 1] - 1] in _SENTENCE_END:
                end = i
                break
        yield begin, end
        begin = end
    if begin < len(unit.pieces):
        yield begin, len(unit.pieces)


def windows(
    pieces: Pieces, text: str, units: Sequence[Span], *, size: int, headline: int | None = 0
) -> Iterator[Window]:
    """Windows of at most ``size`` pieces over ``units`` (paragraph spans in text order); empty units are skipped.

    ``headline`` is the number of the unit that is the headline, None where there is none.
    """
    cls, sep = _mark(pieces.cls), _mark(pieces.sep)
    row, starts, length = _Row([], [], [], [], [], [], []), [], size
    for number, span in enumerate(units):
        unit = _unit(pieces, text, span, number, number == headline)
        for begin, end in _cut(unit, text, size - 2):
            unit.pieces[begin] = unit.pieces[begin][: size - 2]  # of a word longer than a window its first pieces do
            more = sum(map(len, unit.pieces[begin:end])) + 1
            if length + more > size:
                starts.append(len(row.pieces))
                row.add(cls, 0, 1)
                length = 1
            row.add(unit, begin, end)
            row.add(sep, 0, 1)
            length += more
    yield from row.windows(starts)
