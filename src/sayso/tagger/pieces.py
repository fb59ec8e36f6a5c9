"""Text to words and their word pieces.

Most paragraphs hold nothing but letters, digits and marks of which it is known how the tokenizer takes them (each mark
by itself, runs of the rest as one word). They are split here and each word's pieces are remembered, which takes a
fifth of the time; every other paragraph goes through the tokenizer as a whole. The result is the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import add

from tokenizers import Tokenizer

from sayso.patterns import kept
from sayso.types import Span

#: Characters of words: of each the tokenizer makes one or more letters, symbols or digits, never a mark or nothing.
LETTERS = "0-9A-Za-zÀ-ſ£¥€°½¼¾™©®"
#: Characters that are words by themselves. The opening bracket is left out: it may begin "[SEP]" and its like.
MARKS = r"""!-/:-@\\\]^_`{-~¡§«¶·»¿‐-‧‹›′″"""
SPACES = " \t\n\r\u00a0\u2002\u2003\u2009\u202f"
_WORD = kept(f"[{LETTERS}]+|[{MARKS}]")
_PLAIN = kept(f"[{LETTERS}{MARKS}{SPACES}]*")

#: Words whose pieces are remembered (about 6 MB).
_KNOWN = 20_000


@dataclass(frozen=True, slots=True)
class Words:
    """Words: where each begins and ends in the text, in code points, its pieces, and its case (0 to 5)."""

    begin: list[int]
    end: list[int]
    pieces: list[tuple[int, ...]]
    case: list[int]


def case_of(word: str) -> int:
    if not any(map(str.isalpha, word)):
        return 5 if any(map(str.isdigit, word)) else 0
    if word.islower():
        return 1
    if len(word) > 1 and word.isupper():
        return 3
    return 2 if len(word) == 1 or (word[0].isupper() and word[1:].islower()) else 4


class Pieces:
    """One tokenizer and what it made of the words met lately. May be used from several threads."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
        assert cls is not None  # a tokenizer without them is no tokenizer of ours: its file is checksummed
        assert sep is not None
        self.cls, self.sep = cls, sep
        self._tokenizer = tokenizer
        self._known = lru_cache(maxsize=_KNOWN)(self._new)

    def words(self, text: str, span: Span) -> Words:
        """The words of one paragraph."""
        return (self.split if _PLAIN.fullmatch(text, *span) else self.tokenized)(text, span)

    def split(self, text: str, span: Span) -> Words:
        """The words of a paragraph that holds known characters alone."""
        words = _WORD.findall(text, *span)
        begin = [found.start() for found in _WORD.finditer(text, *span)]
        known = list(map(self._known, words))
        end = list(map(add, begin, map(len, words)))
        return Words(begin, end, [pieces for pieces, _ in known], [case for _, case in known])

    def _new(self, word: str) -> tuple[tuple[int, ...], int]:
        piece = self._tokenizer.token_to_id(word.lower()) if word.isascii() else None
        if piece is not None:
            return (piece,), case_of(word)
        return tuple(self._tokenizer.encode(word, add_special_tokens=False).ids), case_of(word)

    def tokenized(self, text: str, span: Span) -> Words:
        """The words of any paragraph."""
        encoding = self._tokenizer.encode(span.of(text), add_special_tokens=False)
        words = Words([], [], [], [])
        last: int | None = -1
        for piece, number, (begin, end) in zip(encoding.ids, encoding.word_ids, encoding.offsets, strict=True):
            if number != last:
                words.begin.append(span.begin + begin)
                words.end.append(span.begin + end)
                words.pieces.append((piece,))
                last = number
            else:
                words.end[-1] = span.begin + end
                words.pieces[-1] += (piece,)
        words.case.extend(case_of(text[begin:end]) for begin, end in zip(words.begin, words.end, strict=True))
        return words
