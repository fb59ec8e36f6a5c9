"""Numbers and months as one word each, however they are written: "eighty-six" as 86, "Feb." as February."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.grounding.amounts.number_words import SCALES
from sayso.grounding.amounts.numerals import Tokens as Numbers
from sayso.grounding.amounts.numerals import beginnings, read_numeral
from sayso.trace.tokens import FUNCTION, NUMBER, Tokens, tokenize
from sayso.types import Span

_MONTHS = "january february march april june july august september october november december".split()
_SHORT = {month[:3]: month for month in _MONTHS} | {"sept": "september"}
_LARGEST = 10**12
_KEPT = 1000  # scale from which on its word counts besides the number


def as_values(tokens: Tokens, text: str) -> Tokens:
    """The same words; of a number in several words the first has the stem of its digits, the others tell nothing, but
    for "million" and the like."""
    stems, kinds = tokens.stems.copy(), tokens.kinds.copy()
    found = Numbers(text)
    for token in found:
        if token.low in _SHORT and token.text[0].isupper():
            stems[_at(tokens, token.begin)] = _stem(_SHORT[token.low])
    after = 0
    for at in beginnings(found):
        number = _whole(found, at) if at >= after else None
        words = _at(tokens, found[at].begin)
        if number is None or not len(words):
            continue
        value, after = number
        first = int(words[0])
        last = int(tokens.begin.searchsorted(found[after - 1].end))
        stems[first] = _stem(str(value))
        kinds[first] = (int(kinds[first]) | FUNCTION) - FUNCTION | NUMBER
        rest = [n for n in range(first + 1, last) if SCALES.get(_low(tokens, text, n), 0) < _KEPT]
        kinds[rest] |= FUNCTION
    return replace(tokens, stems=stems, kinds=kinds)


def _at(tokens: Tokens, begin: int) -> NDArray[np.intp]:
    """The word that begins here, if one does."""
    n = int(tokens.begin.searchsorted(begin))
    return np.array([n] if n < len(tokens) and tokens.begin[n] == begin else [], np.intp)


def _whole(tokens: Numbers, at: int) -> tuple[int, int] | None:
    """The whole number of several words, or groups of digits, that begins here, and the token behind it."""
    read = read_numeral(tokens, at)
    if read is None or read.vague or read.share or not 0 <= read.value < _LARGEST or read.value != int(read.value):
        return None
    if read.after - at < 2 and "," not in tokens[at].text:
        return None
    return int(read.value), read.after


def _low(tokens: Tokens, text: str, n: int) -> str:
    return text[tokens.begin[n] : tokens.end[n]].lower()


@cache
def _stem(word: str) -> int:
    return int(tokenize(word, [Span(0, len(word))]).stems[0])
