"""Does "15 km (10 mile)" hold? A measure and its conversion in brackets, compared within the digits given."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.grounding.amounts.finding import AmountMention
from sayso.grounding.amounts.units import CELSIUS, FAHRENHEIT, MEASURES, Unit
from sayso.patterns import kept

_ROUGHLY = (
    r"(?:about |around |some |roughly |approximately |nearly |almost |just over |just under |slightly over |a "
    r"little over |"
    r"over |more than |less than |under |close to |an? )?"
)
_OPENING = kept(
    rf"\s?[(\[/]\s?(?:or |i\.e\. |that is )?{_ROUGHLY}$|,? or {_ROUGHLY}$|,? [–—-]{{1,2}} (?:or )?{_ROUGHLY}$|"
    r", (?:about|around|roughly|approximately|nearly|almost|some) $"
)
_BOUND = kept(rf"{_ROUGHLY}")  # a mention may begin with its bound
_LOOSE = kept(r"\b(?:nearly|almost|over|under|more than|less than|close to) $")
_BY_NAME = {unit.name: unit for unit in (*MEASURES.values(), CELSIUS, FAHRENHEIT)}
_DIGITS = kept(r"\d[\d,]*(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class Conversion:
    """``second`` restates ``first`` in another unit; ``expected``: what the second's number would be, unrounded."""

    first: AmountMention
    second: AmountMention
    expected: float
    consistent: bool


def conversions(mentions: Sequence[AmountMention], text: str) -> tuple[Conversion, ...]:
    """Neighbouring measures of one kind in different units, the second in brackets or after "or"."""
    found = []
    for first, second in itertools.pairwise(mentions):
        a, b = _BY_NAME.get(first.amount.unit or ""), _BY_NAME.get(second.amount.unit or "")
        between = text[first.span.end : second.span.begin] + _bound(text[second.span.begin :])
        if a is None or b is None or a.kind != b.kind or a.name == b.name or not _OPENING.fullmatch(between):
            continue
        left, right = _number(first), _number(second)
        if left is None or right is None:
            continue
        expected = _converted(left, a, b)
        slack_left, slack_right = _slack(first.span.of(text), left), _slack(second.span.of(text), right)
        if _LOOSE.search(between):
            slack_right = max(slack_right, 0.12 * abs(right))
        low, high = sorted((_converted(left - slack_left, a, b), _converted(left + slack_left, a, b)))
        consistent = low <= right + slack_right and right - slack_right <= high
        found.append(Conversion(first, second, expected, consistent))
    return tuple(found)


def _bound(words: str) -> str:
    match = _BOUND.match(words)
    return match[0] if match else ""


def _number(mention: AmountMention) -> float | None:
    amount = mention.amount
    return next((v for v in (amount.value, amount.low, amount.high) if v is not None), None)


def _converted(value: float, a: Unit, b: Unit) -> float:
    return (value * a.factor + a.offset - b.offset) / b.factor


def _slack(words: str, value: float) -> float:
    """Half a unit of the last digit given; trailing zeros may be rounding, but of no more than a tenth of the value."""
    match = _DIGITS.search(words)
    if match is None:
        return 0.5
    scaled = re.search(r"\b(?:thousand|million|billion|trillion)\b", words, re.IGNORECASE)
    scale = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}[scaled[0].lower()] if scaled else 1.0
    if match[1]:
        return float(0.5 * 10.0 ** -len(match[1])) * scale
    whole = match[0].replace(",", "")
    zeros = min(len(whole) - len(whole.rstrip("0")), 30)
    return max(0.5 * scale, min(0.5 * 10.0**zeros * scale, abs(value) / 10))
