"""Fractions beside the percentage or the rank that says the same: "two thirds (66 percent)", "fifth out of seven"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.gated import Gated
from sayso.check.numbers import NUMERAL, numbers, say
from sayso.types import Span

#: In percent.
_FRACTIONS = {
    "half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "sixth": 100 / 6, "eighth": 12.5, "tenth": 10.0,
}  # fmt: skip
_TIMES = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "": 1, "five": 5}
_WORDS = (
    rf"(?P<many>an?|one|two|three|four)?[ -]?\b(?P<part>{'|'.join(_FRACTIONS)})s?|(?P<most>majority|(?<!the )most)|"
    + (
        r"(?P<a>one|two|three|four|five|six|seven|eight|nine|\d) (?:in|out of)(?: every)? "
        r"(?P<b>three|four|five|six|seven|eight|nine|10|ten|20|100)"
    )
)
_ROUGH = (
    r"(?P<rough>(?:just |slightly |a little |well )?(?:more|less|fewer|greater) than|over|above|under|below|nearly|"
    r"almost)?"
)
_PERCENT = r"(?: ?%| percent\b| per cent\b)(?! (?:increase|rise|drop|decline|points?|of (?:the|those|all|its)))"
_APPOSED = Gated(
    rf"\b{_ROUGH} ?(?:about |around |roughly )?(?:{_WORDS})(?: of [^.;:,()\d“”\"]{{3,60}}?| [A-Za-z]+(?: [a-z]+)?)?"
    rf" ?(?:\(|(?:, or|,|,? [–—]) )(?:about |around |roughly )?(?P<p>{NUMERAL}){_PERCENT}(?=[),;.]| [–—]|"
    rf"(?:,? (?:said|say|were|are|have)))",
    ("percent", "per cent", "%"),
    re.IGNORECASE,
)
_RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_RANK = Gated(
    rf"\b(?P<rank>{'|'.join(_RANKS)}|\d+(?:st|nd|rd|th))(?:[ -](?:place|best|worst|highest|lowest|largest))? (?:out )?"
    rf"(?:of|among) (?:the |all |its )?(?P<n>{NUMERAL}) [a-z]+",
    (" of ", " among "),
)


def misfitting_fractions(context: Context) -> Iterator[tuple[Span, str]]:
    """Each fraction whose percentage is another."""
    for span, words in told(context):
        for match in _APPOSED.finditer(words):
            given, stated = _bounds(match), numbers(match["p"])
            if given and stated and not given[0] <= stated[0].value <= given[1]:
                yield (
                    part(span, *match.span()),
                    f"a percentage that is the fraction, {say(round(given[0], 1))} to {say(round(given[1], 1))}; "
                    f"found {say(stated[0].value)}",
                )


def beyond_the_last(context: Context) -> Iterator[tuple[Span, str]]:
    """Each rank below the last: "ninth out of the seven presidents"."""
    for span, words in told(context):
        for match in _RANK.finditer(words):
            rank = match["rank"].lower()
            place = _RANKS.index(rank) + 1 if rank in _RANKS else int(rank[:-2])
            many = numbers(match["n"])[0].value
            if place > many > 1 and not re.match(r"percent|per|years?|months?", match.group().split()[-1]):
                yield part(span, *match.span()), f"a rank among {say(many)}; found {match['rank']}"


def _bounds(match: re.Match[str]) -> tuple[float, float] | None:
    """The percentages that the words may stand for."""
    rough = (match["rough"] or "").lower().split()[-2:]
    if match["most"]:
        return 50.0, 100.0
    if match["a"]:
        value = numbers(match["a"])[0].value / numbers(match["b"])[0].value * 100
    else:
        value = _TIMES[(match["many"] or "").lower()] * _FRACTIONS[match["part"].lower()]
    if value > 100:
        return None
    if not rough:
        return value - 6.5, value + 6.5
    if rough[0] in ("more", "greater", "over", "above") or rough[-1] in ("over", "above"):
        return value - 1, min(100.0, value + 20)
    return max(0.0, value - 15), value + 1
