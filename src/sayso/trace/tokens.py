"""A report's words as arrays: hashed stems, what kind of word each is, and where it stands.

Everything that compares reports works on these arrays. A stem is the first six letters of a word, lower-cased, without
accents and plural s; a number word counts as its digits. Stems are compared by 32-bit hashes that never change between
versions of Python or machines, because fingerprints are stored.

Hundreds of thousands of reports pass through here: all steps are array operations but the pairing of quotation marks,
which is plainer than that of :mod:`sayso.report.marks` and a hundred times as fast.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.trace.words import ABBREVIATIONS, FUNCTION_WORDS, NUMBER_WORDS
from sayso.types import Span

U8: TypeAlias = NDArray[np.uint8]
U32: TypeAlias = NDArray[np.uint32]
U64: TypeAlias = NDArray[np.uint64]
I32: TypeAlias = NDArray[np.int32]
F32: TypeAlias = NDArray[np.float32]

# What kind of word a token is, one bit each.
QUOTED, SENTENCE, NAME, NUMBER, FUNCTION, PARAGRAPH, ABBREVIATION = 1, 2, 4, 8, 16, 32, 64

PRIME = 0x9E3779B97F4A7C15
_LETTERS = 8  # words of one length that differ only beyond these count as the same
_MASKS = np.array([(1 << 8 * n) - 1 for n in range(_LETTERS + 1)], np.uint64)
_STEM = np.uint64((1 << 8 * 6) - 1)  # of these the first six make the stem
_TABLE_SIZE = 0x2C00  # Latin, Greek, Cyrillic, Arabic and so on, and the general punctuation; beyond it all is a letter
_LETTER, _CAPITAL, _DIGIT, _STOP, _MARK = 1, 2, 3, 4, 5  # the first three are parts of words
_SLOTS = np.uint32((1 << 18) - 1)
_CLOSING = {"“": '”"', '"': '"”', "„": "“”", "«": "»", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel arrays, one entry a word: ``stems`` and ``words`` (hashes), ``kinds`` (bits), offsets into the text.

    ``codes`` are the text's characters.
    """

    stems: U32
    words: U32
    kinds: U8
    begin: I32
    end: I32
    codes: U32

    def __len__(self) -> int:
        return len(self.stems)


class _Tables(NamedTuple):
    fold: U8  # by character: what its letter is compared as
    kind: U8  # by character: one of the classes above, 0 for the rest
    special: U32  # hashes of the words in :mod:`sayso.trace.words`
    slot: NDArray[np.int16]  # by the last bits of a hash: which of them it may be
    bits: U8  # what kind of word each is
    stems: U32  # and its stem: of a number word that of its digits


@cache
def _tables() -> _Tables:
    fold, kind = np.zeros(_TABLE_SIZE + 1, np.uint8), np.zeros(_TABLE_SIZE + 1, np.uint8)
    kind[_TABLE_SIZE] = _LETTER
    for code in range(_TABLE_SIZE):
        char = chr(code)
        fold[code] = ord(unicodedata.normalize("NFKD", char)[0].lower()[0]) & 0xFF
        if char.isdigit():
            kind[code] = _DIGIT
        elif char.isalpha() or unicodedata.category(char).startswith("M"):
            kind[code] = _CAPITAL if char.isupper() or char.istitle() else _LETTER
        elif char in ".!?…:":
            kind[code] = _STOP
        elif char in '“”„"‘’«»':
            kind[code] = _MARK

    def hashed(words: Sequence[str]) -> tuple[U32, U32]:
        codes = np.frombuffer(" ".join(words).encode("latin-1"), np.uint8)
        end = np.cumsum([len(word) + 1 for word in words]).astype(np.int32) - 1
        return _hashes(codes, end - np.array([len(word) for word in words], np.int32), end)

    bits: dict[str, int] = defaultdict(int)
    lists: tuple[tuple[Iterable[str], int], ...] = (
        (NUMBER_WORDS, NUMBER),
        (FUNCTION_WORDS, FUNCTION),
        (sorted(ABBREVIATIONS), ABBREVIATION),
    )
    for words, bit in lists:
        for word in words:
            bits[word] |= bit
    special = hashed(list(bits))[1]
    slot = np.zeros(int(_SLOTS) + 1, np.int16)
    slot[special & _SLOTS] = np.arange(len(special))
    assert len(set((special & _SLOTS).tolist())) == len(special), "two words in one slot"
    stems = hashed([NUMBER_WORDS.get(word, word) for word in bits])[0]
    return _Tables(fold, kind, special, slot, np.array(list(bits.values()), np.uint8), stems)


def mix(value: U64) -> U32:
    """Spread a 64-bit number over 32 bits (the finalizer of SplitMix64)."""
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (value >> np.uint64(32)).astype(np.uint32)


def shingles(stems: U32 | U64, size: int) -> U32:
    """Hashes of every run of ``size`` stems, one for each place where such a run begins."""
    count = len(stems) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint32)
    total = stems[:count].astype(np.uint64)
    for offset in range(1, size):
        total = total * np.uint64(PRIME) + stems[offset : offset + count]
    return mix(total)


def spelled(stems: U32) -> str:
    """One character a word, equal for equal words (and one other pair in a million), as string matching wants it."""
    return ((stems & np.uint32(0xFFFFF)) + np.uint32(0x10000)).astype("<u4").tobytes().decode("utf-32-le")


_Number = TypeVar("_Number", np.uint32, np.uint64, np.int64)


def distinct(values: NDArray[_Number]) -> NDArray[_Number]:
    """Sorted, each once; numpy's own ``unique`` hashes, which takes several times as long."""
    values = np.sort(values)
    return values[np.append(True, values[1:] != values[:-1])] if len(values) else values


def among(values: U32 | U64, known: U32 | U64) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """Which ``values`` are in the sorted array ``known``, and where there."""
    at = np.searchsorted(known, values)
    at[at == len(known)] = 0
    return (known[at] == values if len(known) else np.zeros(len(values), np.bool_)), at


def tokenize(text: str, parts: Sequence[Span], quoted: Sequence[Span] = ()) -> Tokens:
    """The words of the ``parts`` of ``text`` (paragraphs, in order); all within ``quoted`` count as quoted."""
    tables = _tables()
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kind, letters = tables.kind.take(codes, mode="clip"), tables.fold.take(codes, mode="clip")
    if len(codes) and int(codes.max()) >= _TABLE_SIZE:
        letters = np.where(codes < _TABLE_SIZE, letters, codes.astype(np.uint8))

    word = np.zeros(len(codes) + 2, np.bool_)
    word[1:-1] = kind - np.uint8(_LETTER) <= _DIGIT - _LETTER
    at = 0
    for part in [*parts, Span(len(codes), len(codes))]:
        if part.begin > at and not text[at : part.begin].isspace():
            word[at + 1 : part.begin + 1] = False
        at = part.end
    edges = np.flatnonzero(word[1:] != word[:-1]).astype(np.int32)
    begin, end = edges[::2], edges[1::2]
    kinds = np.zeros(len(begin), np.uint8)
    if not len(begin):
        return Tokens(kinds.astype(np.uint32), kinds.astype(np.uint32), kinds, begin, end, codes)

    stems, words = _hashes(letters, begin, end)
    first = kind[begin]
    kinds[first == _DIGIT] |= NUMBER
    at = tables.slot[words & _SLOTS]
    special = np.flatnonzero(tables.special[at] == words)
    kinds[special] |= tables.bits[at[special]]
    stems[special] = tables.stems[at[special]]

    starts = np.searchsorted(begin, [part.begin for part in parts if part.begin < part.end])
    kinds[starts[starts < len(begin)]] |= SENTENCE | PARAGRAPH
    kinds[1:][_sentence_follows(kind, kinds, begin, end)] |= SENTENCE
    kinds[(first == _CAPITAL) & (kinds & (SENTENCE | FUNCTION) == 0)] |= NAME
    spans = [*_quotations(text, np.flatnonzero(kind == _MARK).tolist(), parts), *quoted]
    for low, high in np.searchsorted(begin, spans).tolist() if spans else ():
        kinds[low:high] |= QUOTED
    return Tokens(stems, words, kinds, begin, end, codes)


def _hashes(letters: U8, begin: I32, end: I32) -> tuple[U32, U32]:
    """Stems and words; ``letters`` are folded characters."""
    length = end - begin
    padded = np.append(letters, np.zeros(_LETTERS, np.uint8))
    eight = np.ndarray(len(letters) + 1, "<u8", padded, strides=(1,))  # at each place the eight letters from there on
    packed = eight[begin].astype(np.uint64) & _MASKS[np.minimum(length, _LETTERS)]
    plural = (length > 3) & (letters[end - 1] == ord("s")) & (letters[end - 2] != ord("s"))
    cut = np.uint64(8) * np.minimum(length - 1, 7).astype(np.uint64)
    stem = np.where(plural & (length <= 6), packed & ~(np.uint64(0xFF) << cut), packed) & _STEM
    return mix(stem), mix(packed + length.astype(np.uint64) * np.uint64(PRIME))


def _sentence_follows(kind: U8, kinds: U8, begin: I32, end: I32) -> NDArray[np.bool_]:
    """For each word but the last: a full stop and a space or mark stand between it and a capital or a digit."""
    stopped = np.zeros(len(begin) + 1, np.bool_)
    stopped[np.searchsorted(begin, np.flatnonzero(kind == _STOP))] = True
    between = stopped[1:-1] & (begin[1:] - end[:-1] > 1)
    upper = (kind[begin[1:]] == _CAPITAL) | (kind[begin[1:]] == _DIGIT)
    short = (end[:-1] - begin[:-1] == 1) | (kinds[:-1] & ABBREVIATION > 0)
    letter = (kind[begin[:-1]] == _LETTER) | (kind[begin[:-1]] == _CAPITAL)
    follows: NDArray[np.bool_] = between & upper & ~(short & letter)
    return follows


def _quotations(text: str, marks: list[int], parts: Sequence[Span]) -> list[tuple[int, int]]:
    """Stretches inside quotation marks; an unclosed quotation ends with its paragraph."""
    found: list[tuple[int, int]] = []
    paragraph, opened, closing = 0, -1, ""
    for at in marks:
        while paragraph < len(parts) and at >= parts[paragraph].end:
            if opened >= 0:
                found.append((opened, parts[paragraph].end))
            paragraph, opened = paragraph + 1, -1
        if paragraph == len(parts):
            break
        mark = text[at]
        if opened >= 0:
            if mark in closing and not (mark == "’" and text[at + 1 : at + 2].isalpha()):  # not an apostrophe
                found.append((opened, at))
                opened = -1
        elif at >= parts[paragraph].begin and mark in _CLOSING:
            if mark == "‘" and (not text[at + 1 : at + 2].strip() or text[at - 1 : at].isalnum()):
                continue
            opened, closing = at + 1, _CLOSING[mark]
    if opened >= 0:
        found.append((opened, parts[paragraph].end))
    return found
