"""Text as the network of seams sees it: words, numbers and marks one by one, each a number and a shape."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.patterns import compiled
from sayso.types import Span

#: Words before and behind a place that are looked at.
REACH = 7
#: Numbers of what is no word: nothing, and the edge of a paragraph.
PAD, EDGE = 0, 1
#: Words that the list does not have, told apart by their last letters.
ENDINGS = 1500
SHAPES = 5
_TOKEN = compiled(r"[A-Za-z]+(?:[’'][A-Za-z]+)*|\d+(?:[.,]\d+)*|\S")


@dataclass(frozen=True, slots=True)
class Tokens:
    """``begin``, ``end``: code points in the text, the same twice for the edge of a paragraph; ``number``, ``shape``:
    (n,) each."""

    begin: Sequence[int]
    end: Sequence[int]
    number: npt.NDArray[np.int32]
    shape: npt.NDArray[np.int8]


def tokens(text: str, paragraphs: Iterable[Span], known: Mapping[str, int]) -> Tokens:
    """The paragraphs one after the other, an edge before and behind each. ``known``: words in lower case → number."""
    begin, end, number, shape = [], [], [], []

    def edge(at: int) -> None:
        begin.append(at)
        end.append(at)
        number.append(EDGE)
        shape.append(0)

    for span in paragraphs:
        edge(span.begin)
        for match in _TOKEN.finditer(text, *span):
            word = match.group().replace("’", "'")
            begin.append(match.start())
            end.append(match.end())
            number.append(_number(word, known))
            shape.append(_shape(word))
        edge(span.end)
    return Tokens(begin, end, np.array(number, np.int32), np.array(shape, np.int8))


def _number(word: str, known: Mapping[str, int]) -> int:
    small = word.lower()
    if small in known:
        return known[small]
    ending = "0" * min(len(small), 6) if small[0].isdigit() else small[-3:]
    return len(known) + zlib.crc32(ending.encode()) % ENDINGS


def _shape(word: str) -> int:
    if word[0].isdigit():
        return 3
    if not word[0].isalpha():
        return 0
    if len(word) > 1 and word.isupper():
        return 4
    return 2 if word[0].isupper() else 1
