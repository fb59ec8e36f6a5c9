"""Sums given in two currencies: against the other such pairs of the report, and against what a rate can be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, value_of
from sayso.patterns import compiled
from sayso.types import Span

_NAMES = (
    r"crowns?|kronor|kroner|krone|krona|euros?|dollars?|pounds?|sterling|francs?|rubles|roubles|yen|yuan|rupees?|"
    r"pesos?|"
    r"zlotys?|forints?|lei|dinars?|dirhams?|rand|reais|lira|won|marks"
)
_PAIR = compiled(
    rf"(?P<s1>[$£€])?(?P<a>{NUMERAL})(?:(?<=\d)(?P<k1>m|bn|k))?(?: (?:[A-Z][a-z]+ )?(?P<c1>{_NAMES}))? ?\((?:about |"
    rf"around |some |or )?"
    rf"(?P<s2>[$£€])?(?P<b>{NUMERAL})(?:(?<=\d)(?P<k2>m|bn|k))?(?: (?:U\.S\. |US )?(?P<c2>{_NAMES}))?\)"
)
_SIGNS = {"$": "dollar", "£": "pound", "€": "euro"}
#: What one has been worth in the other within living memory; a wide margin around it.
_KNOWN = {("pound", "dollar"): (1.0, 2.15), ("euro", "dollar"): (0.8, 1.65), ("pound", "euro"): (1.0, 1.8)}
_APART = 0.08


def misconverted(context: Context) -> Iterator[tuple[Span, str]]:
    """Each pair whose rate is not that of the first pair of the same currencies, or no rate that there was."""
    rates = dict(_stated(context))
    for span, words in told(context):
        for match in _PAIR.finditer(words):
            one, other = _currency(match["s1"], match["c1"]), _currency(match["s2"], match["c2"])
            a, b = _amount(match["a"], match["k1"]), _amount(match["b"], match["k2"])
            if not one or not other or one == other or not a or not b:
                continue
            place = part(span, *match.span())
            low, high = _KNOWN.get((one, other)) or _turned(_KNOWN.get((other, one))) or (0.0, float("inf"))
            if not low <= b / a <= high:
                found = f"{b / a:.3g} {other}s to the {one}"
                yield place, f"a rate that there has been, {low:.2g} to {high:.2g}; found {found}"
                continue
            first, shown = rates.setdefault((one, other), (b / a, match.group()))
            rounding = 0.5 / min(_digits(match["a"]), _digits(match["b"]))
            if abs(b / a - first) > (_APART + rounding) * first:
                yield place, f"one rate of exchange; {shown} gives {first:.3g}, {match.group()} gives {b / a:.3g}"


#: "($1 = 10.2 crowns)", "1 euro = 7.45 crowns".
_RATE = compiled(
    rf"(?P<s1>[$£€])?(?P<a>{NUMERAL})(?: (?:U\.S\. |US )?(?P<c1>{_NAMES}))? ?= ?(?P<s2>[$£€])?(?P<b>{NUMERAL})"
    rf"(?: (?:[A-Z][a-z]+ )?(?P<c2>{_NAMES}))?",
    re.IGNORECASE,
)


def _stated(context: Context) -> Iterator[tuple[tuple[str, str], tuple[float, str]]]:
    """The rates that the report gives in so many words, each in both directions; the last line of a report may."""
    for match in _RATE.finditer(context.text):
        one, other = _currency(match["s1"], match["c1"]), _currency(match["s2"], match["c2"])
        a, b = _amount(match["a"], None), _amount(match["b"], None)
        if one and other and one != other and a and b:
            yield (one, other), (b / a, match.group())
            yield (other, one), (a / b, match.group())


def _turned(limits: tuple[float, float] | None) -> tuple[float, float] | None:
    return (1 / limits[1], 1 / limits[0]) if limits else None


def _currency(sign: str | None, name: str | None) -> str:
    return _SIGNS.get(sign or "") or re.sub(r"s$", "", name or "").replace("sterling", "pound")


def _amount(words: str, scale: str | None) -> float:
    return value_of(words) * {"k": 1e3, "m": 1e6, "bn": 1e9}.get(scale or "", 1.0)


def _digits(words: str) -> float:
    """The leading digits as a number: how fine the figure is."""
    plain = re.sub(r"\D", "", words).rstrip("0") or "1"
    return float(plain) if len(plain) < 4 else 1000.0
