"""Amounts of a text: money, percentages, measures, durations, ages, shares and counts, with bounds and ranges.

Conventions. "more than 400": low 400, no value; "up to 50": high 50; "10 to 15": low and high; "some 400": value 400,
approximate; "nearly 400" too. A bare plural or "several hundred" says at least two of them: "dozens" low 24, "hundreds"
low 200, "tens of thousands" low 20,000, approximate. A share ("two-thirds", "one in five") has the unit "share" and
a value
between 0 and 1. Hundredths of money are given in the whole unit ("50 cents": 0.5 USD). The unit of a count is what is
counted, in the report's words. Spans take in the words that bound and what is counted.

No amounts: ordinals, years and dates, times of day, scores, telephone and version numbers, and numbers that belong to a
name (T-72, Boeing 737, Article 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.grounding.amounts import names
from sayso.grounding.amounts.bounds import bound_around
from sayso.grounding.amounts.numerals import Token, Tokens, beginnings, read_numeral
from sayso.grounding.amounts.quantities import Quantity, quantity_at
from sayso.patterns import kept
from sayso.types import Amount, Span

#: Web and mail addresses hold digits that mean nothing here.
_ADDRESS = kept(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\w+")
_IN_ADDRESS = ("http", "www.", "@")
_DASHES = frozenset("-–—−")
_CHANGE = frozenset(
    """
    rose rise rises risen rising fell fall falls fallen falling grew grow grown increase increased increases decrease
    decreased dropped drop declined decline cut raised raise lowered lower climbed climb jumped jump went gone slipped
    slid moved shrank up down doubled tripled changed expanded reduced
    """.split()
)


@dataclass(frozen=True, slots=True)
class AmountMention:
    """``rule``: what kind of amount and how it is bounded, such as "money", "count at least", "measure range"."""

    amount: Amount
    rule: str
    kind: str

    @property
    def span(self) -> Span:
        return self.amount.span


def find_amounts(text: str, *, skip: Iterable[Span] = ()) -> tuple[AmountMention, ...]:
    """Amounts in text order, disjoint, none inside a span of ``skip`` (dates); linear in the text, never raises."""
    tokens = Tokens(text)
    taken = _Taken((*skip, *_addresses(text)))
    found: list[AmountMention] = []
    at = 0
    for first in beginnings(tokens):
        if first < at or (numeral := read_numeral(tokens, first)) is None:
            continue
        at = first
        if taken.overlaps(numeral.begin, numeral.end):
            at = max(numeral.after, at + 1)
            continue
        left = quantity_at(text, tokens, at, numeral)
        both = _range(text, tokens, left)
        mention, after = both if both else (_single(text, tokens, at, left), left.after)
        if mention is not None and not (found and mention.span.begin < found[-1].span.end):
            joined = _joined(found[-1], mention, text) if found else None
            if joined:
                found[-1] = joined
            else:
                found.append(mention)
        at = max(after, at + 1)
    return tuple(found)


def _addresses(text: str) -> Iterator[Span]:
    if any(sign in text for sign in _IN_ADDRESS):
        yield from (Span(*match.span()) for match in _ADDRESS.finditer(text))


class _Taken:
    """Spans in text order, asked for in text order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._next = 0

    def overlaps(self, begin: int, end: int) -> bool:
        while self._next < len(self._spans) and self._spans[self._next].end <= begin:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next].begin < end


def _single(text: str, tokens: Sequence[Token], at: int, q: Quantity) -> AmountMention | None:
    bound = bound_around(text, q.begin, q.end, q.number_end)
    bounded = bound.side is not None or bound.approximate
    if names.is_no_amount(text, tokens, at, q, bounded=bounded):
        return None
    if q.vague:
        amount = Amount(None, q.value, None, True, q.unit, Span(bound.begin, bound.end))
        return AmountMention(amount, f"{q.kind} vague", q.kind)
    low = q.value if bound.side == "low" else None
    high = q.value if bound.side == "high" else None
    value = None if bound.side else q.value
    amount = Amount(value, low, high, bound.approximate, q.unit, Span(bound.begin, bound.end))
    suffix = {"low": " at least", "high": " at most"}.get(bound.side or "", " about" if bound.approximate else "")
    return AmountMention(amount, q.kind + suffix, q.kind)


def _range(text: str, tokens: Sequence[Token], left: Quantity) -> tuple[AmountMention | None, int] | None:
    """ "10 to 15", "between 5 and 7 percent", "$3-4 million", "two or three": one amount, and the token behind it.

    (None, token behind) for two numbers that belong together without being a range: a score, a telephone number.
    """
    link = left.after
    if link >= len(tokens) or left.vague or tokens[link].begin - left.end > 1:
        return None
    word = tokens[link].low
    opening = text[max(0, left.begin - 9) : left.begin].lower()
    between, from_ = opening.endswith("between "), opening.endswith("from ")
    dash = word in _DASHES
    if not (dash or word in ("to", "or") or (word in ("and", "to") and between)):
        return None
    start = link + 1
    while (
        start < len(tokens)
        and start <= link + 3
        and (tokens[start].text in "$£€¥₹" or tokens[start].text in ("US", "A", "C", "Rs"))
    ):
        start += 1
    numeral = read_numeral(tokens, start) if start < len(tokens) else None
    if numeral is None or numeral.vague or numeral.begin - tokens[link].end > 5:
        return None
    right = quantity_at(text, tokens, start, numeral)
    low, high = left.value, right.value
    if (
        left.scale == 1
        and right.scale > 1
        and low <= high / right.scale
        and (left.unit in (None, right.unit) or right.unit is None)
    ):
        low *= right.scale
    same = left.unit is None or left.unit == right.unit or right.unit is None
    if (
        dash
        and left.kind == right.kind == "number"
        and right.scale == 1
        and not (1000 <= low < high and not names.is_year(right))
        and not (low < high and names.is_bounded(text, left.begin))
    ):
        return None, right.after
    if from_ and any(t.low in _CHANGE for t in tokens[max(0, link - 8) : link]):
        return None
    if not same or low >= high or left.share != right.share or (word == "or" and high > 2 * low + 2):
        return None
    if names.is_year(left) and names.is_year(right) and right.kind in ("number", "count"):
        return None, right.after
    unit, kind = (right.unit, right.kind) if right.unit is not None else (left.unit, left.kind)
    begin = left.begin - (8 if between else 5 if from_ else 0)
    bound = bound_around(text, begin, right.end)
    amount = Amount(None, low, high, bound.approximate or word == "or", unit, Span(bound.begin, right.end))
    return AmountMention(amount, f"{kind} range", kind), right.after


def _joined(first: AmountMention, second: AmountMention, text: str) -> AmountMention | None:
    """One amount of two neighbours: "5 feet 2 inches", "3 dollars and 50 cents", "more than 10 but fewer than 20"."""
    a, b, between = first.amount, second.amount, text[first.span.end : second.span.begin]
    span = Span(a.span.begin, b.span.end)
    if (
        a.low is not None
        and b.high is not None
        and a.high is None
        and b.low is None
        and between in (" and ", " but ", ", but ")
    ):
        if a.low < b.high and a.unit in (None, b.unit):
            return AmountMention(Amount(None, a.low, b.high, False, b.unit, span), f"{second.kind} range", second.kind)
        return None
    if a.high is not None and b.low is not None and a.low is None and b.high is None and between in (" and ", " but "):
        if b.low < a.high and a.unit in (None, b.unit):
            return AmountMention(Amount(None, b.low, a.high, False, b.unit, span), f"{second.kind} range", second.kind)
        return None
    if between not in (" ", " and ") or a.value is None or b.value is None or first.kind != second.kind:
        return None
    if (
        first.kind == "money"
        and a.unit == b.unit
        and 0 < b.value < 1
        and a.value == int(a.value)
        and _ends_in_hundredths(b, text)
    ):
        return AmountMention(replace(a, value=round(a.value + b.value, 2), span=span), first.rule, first.kind)
    if (a.unit, b.unit) == ("ft", "in") and b.value < 12:
        return AmountMention(replace(a, value=a.value + b.value / 12, span=span), first.rule, first.kind)
    return None


def _ends_in_hundredths(amount: Amount, text: str) -> bool:
    return amount.span.of(text).lower().rstrip("s").endswith(("cent", "pence", "p", "¢", "paise", "kopeck"))
