"""A change in percent beside two rates: "from 1.2 percent to 1.8 percent, an increase of 75 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.check.gated import Gated
from sayso.types import Span

_PERCENT = r"(?: ?%| percent\b| per cent\b)"
_RATES = Gated(
    rf"\bfrom (?:about |around |nearly )?(?P<a>{NUMERAL}){_PERCENT}?(?: (?:in|a|at|on|of|last|the) [^;,%]{{2,40}}?)? "
    rf"to (?:about |around |nearly )?(?P<b>{NUMERAL}){_PERCENT}(?! points?)[^;.%\d]{{0,50}}?"
    rf"(?: (?:in|by|since) (?:19|20)\d\d)?(?:,| [–—-]+| \()\s?(?:an? |the |or )?(?:[a-z]+ )?"
    rf"(?:increase|rise|jump|gain|growth|surge|fall|drop|decline|decrease|cut|reduction) of "
    rf"(?P<about>about |around |nearly |some |roughly |almost |more than |over )?"
    rf"(?P<p>{NUMERAL}){_PERCENT}(?! points?)",
    ("percent", "per cent", "%"),
    re.IGNORECASE,
)


def misfitting_rates(context: Context) -> Iterator[tuple[Span, str]]:
    """Changes that are neither the share by which the rate changed nor the points between the two."""
    for span, words in told(context):
        for match in _RATES.finditer(words):
            a, b, given = (value_of(match[name]) for name in ("a", "b", "p"))
            if not a or a == b:
                continue
            share, points = abs(b - a) / a * 100, abs(b - a)
            slack = max(2.0, 0.1 * given) * (1.5 if match["about"] else 1)
            # a rate of one digit may be anything within half of its last place
            digits = 0.6 * share * (_half_place(match["a"]) / a + _half_place(match["b"]) / max(points, 0.01))
            if abs(share - given) > slack + digits and abs(points - given) > 0.6:
                yield (
                    part(span, *match.span()),
                    f"a change of {say(given)} percent from {say(a)} to {say(b)}; found one of {share:.3g} percent",
                )


def _half_place(words: str) -> float:
    decimals = re.search(r"\.(\d+)", words)
    return float(0.5 * 10.0 ** -(len(decimals[1]) if decimals else 0))
