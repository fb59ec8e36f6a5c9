"""A report's words as arrays: hashed stems, what kind of word each is, and where it stands.

Everything that compares reports works on these arrays. A stem is the first six letters of a word, lower-cased, without
accents and plural s; a number word counts as its digits. Stems are compared by 32-bit hashes that never change between
versions of Python or machines, because fingerprints are stored.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

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
QUOTED, SENTENCE, NAME, NUMBER, FUNCTION, PARAGRAPH = 1, 2, 4, 8, 16, 32

STEM_LETTERS = 6
_TABLE_SIZE = 0x2C00  # Latin, Greek, Cyrillic, Arabic and so on, and the general punctuation; beyond it all is a letter
_WORD_LETTERS = 16  # words that differ only beyond these and have one length count as the same
PRIME = 0x9E3779B97F4A7C15
_POWERS = np.array([pow(PRIME, n, 1 << 64) for n in range(1, _WORD_LETTERS + 2)], dtype=np.uint64)

_MARKS = re.compile(r"[“”„\"‘’«»]|\n\s*\n")
_SENTENCE_ENDS = re.compile(r"(?:[.!?…:][\"”’')\]»]*\s+|[.!?…][\"”’')\]»]+)(?=[\"“‘(«]*[A-Z0-9])|\n\s*\n")
_CLOSING = {"“": '”"', '"': '"”', "„": "“”", "«": "»", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel arrays, one entry a word: ``stems`` and ``words`` (hashes), ``kinds`` (bits), offsets into the text."""

    stems: U32
    words: U32
    kinds: U8
    begin: I32
    end: I32

    def __len__(self) -> int:
        return len(self.stems)


@cache
def _tables() -> tuple[U64, U8]:
    """For each character: what it is compared as, and its class (0 none, 1 letter, 2 capital, 3 digit)."""
    fold = np.arange(_TABLE_SIZE, dtype=np.uint64)
    kind = np.zeros(_TABLE_SIZE, dtype=np.uint8)
    for code in range(_TABLE_SIZE):
        char = chr(code)
        if char.isdigit():
            kind[code] = 3
        elif char.isalpha() or unicodedata.category(char).startswith("M"):
            kind[code] = 2 if char.isupper() or char.istitle() else 1
        fold[code] = ord(unicodedata.normalize("NFKD", char)[0].lower()[0])
    return fold, kind


def mix(value: U64) -> U32:
    """Spread a 64-bit number over 32 bits (the finalizer of SplitMix64)."""
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (value >> np.uint64(32)).astype(np.uint32)


def shingles(stems: U32, size: int) -> U32:
    """Hashes of every run of ``size`` stems, one for each place where such a run begins."""
    count = len(stems) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint32)
    total = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        total = total * np.uint64(PRIME) + stems[offset : offset + count]
    return mix(total)


def tokenize(text: str, parts: Iterable[Span], *, quoted: bool = False) -> Tokens:
    """The words of the ``parts`` of ``text`` (paragraphs, in order); ``quoted`` marks them all as quoted."""
    parts = [part for part in parts if part.begin < part.end]
    if not parts:
        none = np.empty(0, dtype=np.int32)
        return Tokens(none.astype(np.uint32), none.astype(np.uint32), none.astype(np.uint8), none, none)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    fold, kind_of = _tables()
    small = np.minimum(codes, _TABLE_SIZE - 1)
    kind = np.where(codes < _TABLE_SIZE, kind_of[small], np.uint8(1))
    letters = np.where(codes < _TABLE_SIZE, fold[small], codes)

    allowed = np.zeros(len(codes) + 2, dtype=bool)
    for part in parts:
        allowed[part.begin + 1 : part.end + 1] = True
    allowed[1:-1] &= kind > 0
    steps = np.diff(allowed.astype(np.int8))
    begin = np.flatnonzero(steps == 1).astype(np.int32)
    end = np.flatnonzero(steps == -1).astype(np.int32)

    stems, words = _hashes(letters, begin, end)
    first = kind[begin] if len(begin) else np.empty(0, dtype=np.uint8)
    kinds = np.zeros(len(begin), dtype=np.uint8)
    kinds[first == 3] |= NUMBER
    number_keys, number_values, function_keys = _lists()
    at = np.minimum(np.searchsorted(number_keys, words), len(number_keys) - 1)
    spelled = number_keys[at] == words
    stems = np.where(spelled, number_values[at], stems)
    kinds[spelled] |= NUMBER
    kinds[np.isin(words, function_keys)] |= FUNCTION

    sentences = [part.begin for part in parts] + _sentence_starts(text, parts)
    starts = np.searchsorted(begin, np.array(sentences, dtype=np.int32))
    kinds[starts[starts < len(begin)]] |= SENTENCE
    starts = np.searchsorted(begin, np.array([part.begin for part in parts], dtype=np.int32))
    kinds[starts[starts < len(begin)]] |= PARAGRAPH
    kinds[(first == 2) & (kinds & (SENTENCE | FUNCTION) == 0)] |= NAME
    for span in _quotations(text, parts):
        low, high = np.searchsorted(begin, span)
        kinds[low:high] |= QUOTED
    if quoted:
        kinds |= QUOTED
    return Tokens(stems, words, kinds, begin, end)


def _hashes(letters: NDArray[np.uint64], begin: I32, end: I32) -> tuple[U32, U32]:
    places = np.arange(_WORD_LETTERS, dtype=np.int32)
    length = end - begin
    at = np.minimum(begin[:, None] + places, len(letters) - 1)
    chars = letters[at] * (places < length[:, None])
    words = mix(chars @ _POWERS[:_WORD_LETTERS] + length.astype(np.uint64) * _POWERS[_WORD_LETTERS])
    plural = (length > 3) & (letters[end - 1] == ord("s")) & (letters[end - 2] != ord("s"))
    kept = np.minimum(length - plural, STEM_LETTERS)
    chars = chars[:, :STEM_LETTERS] * (places[:STEM_LETTERS] < kept[:, None])
    return mix(chars @ _POWERS[:STEM_LETTERS]), words


@cache
def _lists() -> tuple[U32, U32, U32]:
    """Word hashes of the number words, in order, the stem hash of each one's digits, and function words' hashes."""

    def hashed(words: list[str]) -> tuple[U32, U32]:
        text = " ".join(words)
        codes = np.array([ord(char) for char in text], dtype=np.uint64)
        end = np.cumsum([len(word) + 1 for word in words]).astype(np.int32) - 1
        begin = end - np.array([len(word) for word in words], dtype=np.int32)
        return _hashes(codes, begin, end)

    keys = hashed(list(NUMBER_WORDS))[1]
    order = np.argsort(keys)
    return keys[order], hashed(list(NUMBER_WORDS.values()))[0][order], hashed(FUNCTION_WORDS)[1]


def _sentence_starts(text: str, parts: list[Span]) -> list[int]:
    starts = []
    for part in parts:
        for match in _SENTENCE_ENDS.finditer(text, part.begin, part.end):
            if match[0][0] == ".":
                word = text[max(part.begin, match.start() - 5) : match.start()].rpartition(" ")[2]
                if len(word) == 1 or word.lower() in ABBREVIATIONS:
                    continue
            starts.append(match.end())
    return starts


def _quotations(text: str, parts: list[Span]) -> list[tuple[int, int]]:
    """Stretches inside quotation marks; an unclosed quotation ends with its paragraph."""
    found = []
    for part in parts:
        opened: int | None = None
        closing = ""
        for match in _MARKS.finditer(text, part.begin, part.end):
            mark, at = match[0], match.start()
            if opened is not None and (mark in closing or mark[0] == "\n"):
                if mark == "’" and text[at + 1 : at + 2].isalpha():
                    continue  # an apostrophe
                found.append((opened, at))
                opened = None
            elif opened is None and mark in _CLOSING:
                if mark == "‘" and (not text[at + 1 : at + 2].strip() or text[max(0, at - 1) : at].isalnum()):
                    continue
                opened, closing = match.end(), _CLOSING[mark]
        if opened is not None:
            found.append((opened, part.end))
    return found
