"""Numbers and months as one word each, however they are written: "eighty-six" as 86, "Feb." as February."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sayso.grounding.amounts.numerals import SCALES, Token, read_numeral, tokens_of
from sayso.trace.tokens import FUNCTION, NUMBER, Tokens, tokenize
from sayso.types import Span

_MONTHS = "january february march april june july august september october november december".split()
_SHORT = {month[:3]: month for month in _MONTHS} | {"sept": "september"}
_LARGEST = 10**12


def as_values(tokens: Tokens, text: str) -> Tokens:
    """The same words; of a number in several words the first has the stem of its digits, the others tell nothing, but
    for "million" and the like."""
    stems, kinds = tokens.stems.copy(), tokens.kinds.copy()
    found = tokens_of(text)
    after = 0
    for at, token in enumerate(found):
        if at < after or not token.text[0].isalnum():
            continue
        first = int(tokens.begin.searchsorted(token.begin))
        if first == len(tokens) or tokens.begin[first] != token.begin:
            continue
        if token.low in _SHORT and token.text[0].isupper():
            stems[first] = _stem(_SHORT[token.low])
        elif (number := _whole(found, at)) is not None:
            value, after = number
            last = int(tokens.begin.searchsorted(found[after - 1].end))
            stems[first] = _stem(str(value))
            kinds[first] = (int(kinds[first]) | FUNCTION) - FUNCTION | NUMBER
            rest = [n for n in range(first + 1, last) if text[tokens.begin[n] : tokens.end[n]].lower() not in SCALES]
            kinds[rest] |= FUNCTION
    return replace(tokens, stems=stems, kinds=kinds)


def _whole(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The whole number of several words, or groups of digits, that begins here, and the token behind it."""
    read = read_numeral(tokens, at)
    if read is None or read.vague or read.share or not 0 <= read.value < _LARGEST or read.value != int(read.value):
        return None
    if read.after - at < 2 and "," not in tokens[at].text:
        return None
    return int(read.value), read.after


@cache
def _stem(word: str) -> int:
    return int(tokenize(word, [Span(0, len(word))]).stems[0])
