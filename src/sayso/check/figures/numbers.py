"""Plain numbers in running text: digits and number words, as values with their spans."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.patterns import compiled
from sayso.types import Span

_ONES = dict(
    zip(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(20),
        strict=True,
    )
)
_TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "mln": 1e6,
    "bln": 1e9,
    "m": 1e6,
}
# Built into some ninety patterns, and so spelled as briefly as it can be: every letter takes its time to compile.
_WORD = "|".join(
    ["(?:thir|four|fif|six|seven|eigh|nine)teen", "(?:twen|thir|for|fif|six|seven|eigh|nine)ty", *list(_ONES)[:13]]
)
NUMBER = compiled(
    rf"(?<![\w.,])(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s+(?P<scale>hundred|"
    rf"thousand|million|billion|trillion|bn|mln|bln)\b)?(?!\w|:\d|,\d|\.\d)"
    rf"|(?P<words>\b(?:{_WORD})(?:-(?:{_WORD}))?(?:\s+(?P<wordscale>hundred|thousand|million|billion))?)\b)",
    re.IGNORECASE,
)


#: The same without named groups, to be built into larger patterns.
NUMERAL = re.sub(r"\(\?P<\w+>", "(?:", NUMBER.pattern)


#: The numbers that news writes out, as a part of larger patterns.
SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
#: Fractions as words, as shares of one.
FRACTIONS = {
    "half": 1 / 2, "a half": 1 / 2, "a third": 1 / 3, "one third": 1 / 3, "a quarter": 1 / 4, "one quarter": 1 / 4,
    "a fifth": 1 / 5, "a sixth": 1 / 6, "an eighth": 1 / 8, "a tenth": 1 / 10, "two thirds": 2 / 3, "two-thirds": 2 / 3,
    "three quarters": 3 / 4, "three-quarters": 3 / 4, "two fifths": 2 / 5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """``value`` as written; ``digits`` is the count of significant digits, for judging how far it was rounded."""

    value: float
    span: Span
    digits: int


def numbers(text: str, begin: int = 0, end: int | None = None) -> list[Number]:
    """The numbers between ``begin`` and ``end``, in text order."""
    return [_number(match) for match in NUMBER.finditer(text, begin, len(text) if end is None else end)]


def value_of(words: str) -> float:
    """The first number that ``words`` give; raises IndexError where they give none."""
    return numbers(words)[0].value


def _number(match: re.Match[str]) -> Number:
    if match["digits"]:
        plain = match["digits"].replace(",", "")
        scale = _SCALES.get((match["scale"] or "").lower())
        value = round(float(plain) * scale, 2) if scale else float(plain)
        significant = len(plain.replace(".", "").strip("0")) or 1
        return Number(value, Span(*match.span()), significant)
    words = re.split(r"[-\s]+", match["words"].lower())
    value = float(sum(_ONES.get(word, 0) + _TENS.get(word, 0) for word in words))
    return Number(
        value * _SCALES.get((match["wordscale"] or "").lower(), 1),
        Span(*match.span()),
        len(str(int(value)).rstrip("0")) or 1,
    )


def say(value: float) -> str:
    """A value for a message: 1,200 rather than 1200.0."""
    return f"{value:,.10g}"
