"""Numbers in words and digits: "twenty-three", "4.5 bln", "20 lakh crore", "two and a half million", "half a dozen"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, count
from typing import NamedTuple, overload

from sayso.grounding.amounts.number_words import (
    FRACTIONS,
    GLYPHS,
    LETTER_SCALES,
    SCALES,
    SHORT_SCALES,
    TENS,
    UNITS,
    VAGUE,
)
from sayso.patterns import kept
from sayso.tokens import Remembered, pieces

_MINUS = ("minus", "negative")
_ARTICLES = ("a", "an", "half", "quarter", "several", "couple")
#: Words and signs that a number begins with when it is not in digits.
_STARTS = frozenset((*GLYPHS, *VAGUE, *UNITS, *TENS, *_ARTICLES, *_MINUS))
#: Before these "one" is a pronoun.
_BEFORE_PRONOUN = frozenset("the this that which each every any no another last next".split())
#: Denominators of fractions in digits; 9/11 and 24/7 are none.
_PARTS = frozenset([2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 64, 100])
_TOKEN = kept(
    r"([A-Za-z]++(?![\w'’])|"  # plain words, which are most, come first
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?(?!\d)|\d{1,3}(?:[\u202f\xa0]\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d{1,3}(?: \d{3}){2,}(?!\d)|\d+(?:\.\d+)?|(?<!\d)\.\d+|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\s\w]|_)"
)
_GROUPING = str.maketrans("", "", ", \u202f\xa0")
#: No report counts so far; beyond it are keys, references and noise, and floats that end in infinity.
LARGEST = 1e30


class Token(NamedTuple):
    begin: int
    end: int
    text: str
    low: str  # lower case


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number of a text; ``after``: index of the token behind it. ``scale``: the magnitude that its words end in
    (1 where none), which the left side of "3-4 million" shares. ``vague``: a bare plural; ``share``: a part of one."""

    begin: int
    end: int
    after: int
    value: float
    scale: float = 1.0
    vague: bool = False
    share: bool = False
    digits: bool = False


class Tokens(Sequence[Token]):
    """The tokens of a text, each made when it is asked for: most never are, as most words stand by no number."""

    def __init__(self, text: str) -> None:
        self.words, self._begins, self._ends = pieces(_TOKEN, text)
        self._made: dict[int, Token] = {}

    def __len__(self) -> int:
        return len(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self.words)))]
        if at not in self._made:  # those by a number are asked for again and again
            word = self.words[at]
            self._made[at] = Token(self._begins[at], self._ends[at], word, word.lower())
        return self._made[at]


def beginnings(tokens: Tokens) -> list[int]:
    """The tokens that a number may begin with: nearly all others are passed over at once."""
    return list(compress(count(), map(_BEGINS.__getitem__, tokens.words)))


def _begins(word: str) -> bool:
    """Whether a number may begin with a word."""
    low = word.lower()
    return low in _STARTS or low[0] == "." or low[0].isdecimal()


_BEGINS = Remembered(_begins)


def read_numeral(tokens: Sequence[Token], at: int) -> Numeral | None:
    """The longest number that begins with the token ``at``; None where none does, or none up to ``LARGEST``."""
    found = _read(tokens, at)
    return found if found is not None and abs(found.value) <= LARGEST and found.scale <= LARGEST else None


def _read(tokens: Sequence[Token], at: int) -> Numeral | None:
    token = tokens[at]
    first = token.low
    if first[0].isdecimal() or (first[0] == "." and len(first) > 1):
        return _digits(tokens, at)
    if first not in _STARTS:
        return None
    if first in GLYPHS:
        return _scaled(tokens, at, at + 1, GLYPHS[first], share=True)
    if first in VAGUE:
        return _vague(tokens, at)
    if first in UNITS or first in TENS:
        return _spelled(tokens, at)
    if first in _ARTICLES:
        return _with_article(tokens, at)
    if first in _MINUS and _low(tokens, at + 1) not in (*_MINUS, ""):
        inner = read_numeral(tokens, at + 1)
        if inner is not None and not inner.vague:
            return Numeral(
                token.begin, inner.end, inner.after, -inner.value, inner.scale, share=inner.share, digits=True
            )
    return None


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _touch(tokens: Sequence[Token], at: int) -> bool:
    """Does token ``at`` follow its predecessor without a space?"""
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].begin


def _digits(tokens: Sequence[Token], at: int) -> Numeral | None:
    if _touch(tokens, at + 1) and _low(tokens, at + 1) in ("st", "nd", "rd", "th"):
        return None
    value = float(tokens[at].text.translate(_GROUPING))
    after, share = at + 1, False
    nxt = _low(tokens, after)
    if nxt in GLYPHS and tokens[after].begin - tokens[at].end <= 1:
        value, after = value + GLYPHS[nxt], after + 1
    elif fraction := _slash(tokens, after):  # 10 1/2
        value, after = value + fraction[1], fraction[0]
    elif whole := _slash(tokens, at):  # 1/4
        value, after, share = whole[1], whole[0], True
    elif (
        nxt in FRACTIONS and nxt not in ("second", "half") and value < 100 and value == int(value) and nxt.endswith("s")
    ):
        value, after, share = value * FRACTIONS[nxt], after + 1, True
    elif nxt == "and":
        value, after, _ = _and_part(tokens, after, value, 1.0)
    nxt = _low(tokens, after)
    if nxt in LETTER_SCALES and _touch(tokens, after) and not share:
        if tokens[after].text in ("k", "K", "M", "B"):
            value, scale = _tidy(value * LETTER_SCALES[nxt]), LETTER_SCALES[nxt]
            return Numeral(tokens[at].begin, tokens[after].end, after + 1, value, scale, digits=True)
        return Numeral(tokens[at].begin, tokens[at].end, at + 1, value, digits=True)  # units decide: 20m
    return _scaled(tokens, at, after, value, digits=True, share=share)


def _slash(tokens: Sequence[Token], at: int) -> tuple[int, float] | None:
    """A fraction in digits, as in 1/4, from token ``at``: the token behind it and its value."""
    if at + 2 < len(tokens) and tokens[at + 1].text in ("/", "⁄") and _touch(tokens, at + 1) and _touch(tokens, at + 2):
        over, under = tokens[at].text, tokens[at + 2].text
        if (
            max(len(over), len(under)) < 5
            and over.isdecimal()
            and under.isdecimal()
            and 0 < int(over) < int(under)
            and int(under) in _PARTS
            and _low(tokens, at + 3) != "/"
        ):
            return at + 3, int(over) / int(under)
    return None


def _scaled(
    tokens: Sequence[Token],
    at: int,
    after: int,
    value: float,
    *,
    digits: bool = False,
    share: bool = False,
    scale: float = 1.0,
) -> Numeral:  # fmt: skip
    """Take the magnitudes behind a number: million, bn, lakh crore; also "quarter of a million"."""
    if share and _low(tokens, after) in ("of", "a") and not digits:
        skip = after + (_low(tokens, after) == "of")
        if _low(tokens, skip) in ("a", "an") and _low(tokens, skip + 1) in SCALES:
            after = skip + 1
    while after < len(tokens) and tokens[after].begin - tokens[after - 1].end <= 2 and scale <= LARGEST:
        word = tokens[after].low
        known = SCALES.get(word) or (SHORT_SCALES.get(word) if digits else None)
        if known is None and word.endswith("s"):
            known = SCALES.get(word[:-1])  # "20 crores", "two dozens"
        if known is None and word == "-" and _low(tokens, after + 1) in SCALES and _touch(tokens, after + 1):
            after += 1
            continue
        if known is None:
            break
        value, scale, share, after = value * known, scale * known, False, after + 1
    if tokens[after - 1].text == "-":
        after -= 1
    if scale >= 1000 and not share and _low(tokens, after) == "and":
        value, after, _ = _and_part(tokens, after, value, scale)
    return Numeral(tokens[at].begin, tokens[after - 1].end, after, _tidy(value), scale, share=share, digits=digits)


def _tidy(value: float) -> float:
    """4.35 * 1e6 is 4350000, not 4349999.9999999995."""
    return float(f"{value:.12g}")


def _spelled(tokens: Sequence[Token], at: int) -> Numeral | None:
    total, current, after, last, scale = 0.0, 0.0, at, "", 1.0
    while after < len(tokens) and total <= LARGEST:
        word = tokens[after].low
        if word in UNITS and last not in ("unit", "teen") and not (last == "tens" and UNITS[word] >= 10):
            current += UNITS[word]
            last, scale = ("unit" if UNITS[word] < 10 else "teen"), 1.0
        elif word in TENS and last not in ("unit", "teen", "tens"):
            current += TENS[word]
            last, scale = "tens", 1.0
        elif (known := SCALES.get(word) or SCALES.get(word.removesuffix("s"))) and last:
            if known == 100 and current < 100:
                current, last = current * 100, "hundred"
            elif total and known >= 1000 and current:
                total, current, last = total + current * known, 0.0, "scale"
            else:
                total, current, last = (total + current) * known, 0.0, "scale"
            scale = known
        elif word in ("and", "-") and last and _goes_on(tokens, after, last):
            pass
        else:
            break
        after += 1
    value = total + current
    return _with_fraction(tokens, at, after, value, scale)


def _goes_on(tokens: Sequence[Token], at: int, last: str) -> bool:
    """Is the "and" or hyphen at ``at`` inside a number: "hundred and six", "twenty-three"?"""
    word, following = tokens[at].low, _low(tokens, at + 1)
    if word == "-":
        close = _touch(tokens, at) and _touch(tokens, at + 1)
        return close and ((last == "tens" and UNITS.get(following, 10) < 10) or following in SCALES)
    part = _low(tokens, at + 2)
    if following in UNITS and part in FRACTIONS and part.endswith("s"):
        return False  # "one hundred and three quarters"
    return last in ("hundred", "scale") and (following in UNITS or following in TENS)


def _with_fraction(tokens: Sequence[Token], at: int, after: int, value: float, scale: float) -> Numeral | None:
    word = _low(tokens, after)
    dash = word == "-" and _touch(tokens, after) and _low(tokens, after + 1) in FRACTIONS
    under = _low(tokens, after + dash)
    if under in FRACTIONS and under != "half" and (value == 1) != (under.endswith("s") or under == "halves"):
        if value == 1 or value < 100:
            return _scaled(tokens, at, after + 1 + dash, value * FRACTIONS[under], share=True)
    elif word == "point" and (_low(tokens, after + 1) in UNITS or _low(tokens, after + 1) in TENS):
        decimals, after = "", after + 1
        while (low := _low(tokens, after)) in UNITS or low in TENS:
            unit = UNITS.get(_low(tokens, after + 2), 10) if _low(tokens, after + 1) == "-" else 10
            if low in TENS and unit < 10:  # "point seventy-one"
                decimals, after = decimals + str(TENS[low] + unit), after + 3
            else:
                decimals, after = decimals + str({**UNITS, **TENS}[low]), after + 1
        return _scaled(tokens, at, after, value + float("0." + decimals))
    elif word == "and":
        value, after, _ = _and_part(tokens, after, value, scale if scale >= 1000 else 1.0)
    if after == at + 1 and value == 1 and _low(tokens, at - 1) in _BEFORE_PRONOUN:
        return None
    return _scaled(tokens, at, after, value, scale=scale)


def _and_part(tokens: Sequence[Token], at: int, value: float, scale: float) -> tuple[float, int, float]:
    """ "and a half", "and three quarters" behind a number: the sum, the token behind, the part."""
    word, following = _low(tokens, at + 1), _low(tokens, at + 2)
    if word in ("a", "one") and following in FRACTIONS and not following.endswith("s"):
        part = FRACTIONS[following]
        return value + part * scale, at + 3, part
    if word in UNITS and following in FRACTIONS and following.endswith("s") and scale != 100:
        part = UNITS[word] * FRACTIONS[following]
        return value + part * scale, at + 3, part
    return value, at, 0.0


def _with_article(tokens: Sequence[Token], at: int) -> Numeral | None:
    """ "a dozen", "a hundred and fifty", "half a million", "a third", "a few hundred", "several thousand"."""
    word, following = tokens[at].low, _low(tokens, at + 1)
    if word in ("a", "an"):
        if following in ("few", "couple", "good", "full"):
            skip = at + 2 + (_low(tokens, at + 2) == "of")
            return _few(tokens, at, skip) if following in ("few", "couple") else None
        if following in SCALES:
            return _spelled_from_scale(tokens, at, at + 1)
        if following in FRACTIONS and not following.endswith("s") and following not in ("fourth", "fifth", "half"):
            behind = _low(tokens, at + 2)
            if behind == "of" or behind in SCALES:
                return _scaled(tokens, at, at + 2, FRACTIONS[following], share=True)
        if following == "half" and _low(tokens, at + 2) in SCALES:
            return _scaled(tokens, at, at + 2, 0.5, share=True)
        return None
    if word == "several":
        return _few(tokens, at, at + 1)
    if word == "couple":
        return _few(tokens, at, at + 1 + (following == "of"))
    if (
        following in ("a", "an", "of")
        or following in SCALES
        or (word == "half" and following in ("the", "its", "their"))
    ):
        if following in ("a", "an") and _low(tokens, at + 2) not in SCALES:
            return None
        return _scaled(tokens, at, at + 1, FRACTIONS[word], share=True)
    return None


def _spelled_from_scale(tokens: Sequence[Token], at: int, scale_at: int) -> Numeral | None:
    """ "a million and a half", "a hundred and fifty thousand": the article counts as one."""
    one = Token(tokens[at].begin, tokens[at].end, "one", "one")
    found = _spelled([one, *tokens[scale_at : scale_at + 16]], 0)
    if found is None:
        return None
    return Numeral(found.begin, found.end, found.after + scale_at - 1, found.value, found.scale, share=found.share)


def _few(tokens: Sequence[Token], at: int, scale_at: int) -> Numeral | None:
    if _low(tokens, scale_at) not in SCALES:
        return None
    inner = _scaled(tokens, at, scale_at, 2.0)
    return Numeral(inner.begin, inner.end, inner.after, inner.value, inner.scale, vague=True)


def _vague(tokens: Sequence[Token], at: int) -> Numeral | None:
    """ "dozens", "hundreds of thousands": twice the product; "tens" only before "of thousands" and the like."""
    value, after = VAGUE[tokens[at].low], at + 1
    while _low(tokens, after) == "of" and _low(tokens, after + 1) in VAGUE and value <= LARGEST:
        value, after = value * VAGUE[tokens[after + 1].low], after + 2
    if (
        tokens[at].low in ("tens", "scores")
        and after == at + 1
        and (tokens[at].low == "tens" or _low(tokens, after) != "of")
    ):
        return None
    return Numeral(tokens[at].begin, tokens[after - 1].end, after, 2 * value, value, vague=True)
