"""Fractions beside the percentage or the rank that says the same: "two thirds (66 percent)", "fifth out of seven"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, numbers, say, value_of
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

#: In percent.
_FRACTIONS = {
    "half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "sixth": 100 / 6, "eighth": 12.5, "tenth": 10.0,
}  # fmt: skip
_TIMES = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "": 1, "five": 5}
_WORDS = (
    rf"(?P<many>an?|one|two|three|four)?[ -]?\b(?P<part>{'|'.join(_FRACTIONS)})s?|(?P<most>majority|(?<!the )most)|"
    + (
        r"(?P<a>one|two|three|four|five|six|seven|eight|nine|\d)(?: [A-Za-z]+){0,2} (?:in|out of|of)(?: every)? "
        r"(?P<b>three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|[3-9]|[1-9]\d|100)\b"
    )
)
_ROUGH = (
    r"(?P<rough>(?:just |slightly |a little |well )?(?:(?:more|less|fewer|greater) than|over|above|under|below)|nearly|"
    r"almost)?"
)
_PERCENT = r"(?: ?%| percent\b| per cent\b)(?! (?:increase|rise|drop|decline|points?|of (?:the|those|all|its)))"
_APPOSED = Gated(
    rf"\b{_ROUGH} ?(?:about |around |roughly )?(?:{_WORDS})(?: of [^.;:,()\d“”\"]{{3,60}}?| [A-Za-z]+(?: [a-z]+)?)?"
    rf" ?(?:\(|(?:, or|,|,? [–—]) )(?:about |around |roughly |some )?(?P<p>{NUMERAL}){_PERCENT}(?=[),;.]| [–—]|"
    rf"(?:,? (?:said|say|were|are|have)))",
    ("percent", "per cent", "%"),
    re.IGNORECASE,
)
#: The same the other way round: "10 percent, or about one townsman in five"; never a part of something else.
_TURNED = Gated(
    rf"\b(?P<p>{NUMERAL})(?: ?%| percent\b| per cent\b)(?: of [^.;:,()\d“”\"]{{3,60}}?)?"
    rf"(?: ?\(| [–—] |—|,? (?:or|meaning|that is,?|i\.e\.,?|equal to|which is|that’s|that's) |"
    r", (?=(?:[a-z]+ ){0,3}(?:one|two|three) (?:in|out of) ))"
    rf"(?:only |about |around |roughly |some |that )*{_ROUGH} ?(?:about |around |roughly )?(?:{_WORDS})"
    r"(?! (?:of )?(?:what|its|the|that|his|her|their|those|last|as|more|less|than|again|times)\b)"
    r"(?=(?P<tail>[^.,;]{0,40}))",
    ("percent", "per cent", "%"),
    re.IGNORECASE,
)
#: "A near majority (47 percent)", "the top 1 percent — most of whom".
_NEARLY = compiled(r"\b(?:near|almost|close to|short of|shy of)(?: an?| the)? $|(?:percent|per cent|%)[ ,]*[–—] ?$")
_CLOSED = compiled(r" ?(?:$|[)”\"–—]|of (?!the\b|what\b|its\b)[a-z]|(?:said|say|were|was|are|have|has)\b)")
#: From so many on "one in six" is told from its neighbours.
_FINE = 4
_RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_RANK = Gated(
    rf"\b(?P<rank>{'|'.join(_RANKS)}|\d+(?:st|nd|rd|th))(?:[ -](?:place|best|worst|highest|lowest|largest))? (?:out )?"
    rf"(?:of|among) (?:the |all |its )?(?P<n>{NUMERAL}) [a-z]+",
    (" of ", " among "),
)


def misfitting_fractions(context: Context) -> Iterator[tuple[Span, str]]:
    """Each fraction whose percentage is another."""
    for span, words in told(context):
        for match in (*_APPOSED.finditer(words), *_TURNED.finditer(words)):
            if match.re.groupindex.get("tail") and not match["a"] and not _CLOSED.match(match["tail"]):
                continue
            if match["most"] and (" being " in match.group() or _NEARLY.search(words[: match.start("most")])):
                continue
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
            many = value_of(match["n"])
            if place > many > 1 and not re.match(r"percent|per|years?|months?", match.group().split()[-1]):
                yield part(span, *match.span()), f"a rank among {say(many)}; found {match['rank']}"


def _bounds(match: re.Match[str]) -> tuple[float, float] | None:
    """The percentages that the words may stand for."""
    rough = (match["rough"] or "").lower().removesuffix(" than").split()[-2:]
    if match["most"]:
        return 50.0, 100.0
    if match["a"]:
        value = value_of(match["a"]) / value_of(match["b"]) * 100
    else:
        value = _TIMES[(match["many"] or "").lower()] * _FRACTIONS[match["part"].lower()]
    if value > 100 or (match["part"] and not match["many"] and match["part"].lower() != "half"):
        return None  # "third party, 6 percent"
    if not rough:
        slack = min(6.5, 0.35 * value)
        of = value_of(match["b"]) if match["a"] and value_of(match["a"]) == 1 else 0
        if of >= _FINE:  # nobody says "one in six" of what is one in seven, or in five
            return 100 / (of + 1), 100 / (of - 1)
        return value - slack, value + slack
    if rough[0] in ("just", "slightly", "little"):
        return (value - 8, value + 1) if rough[-1] in ("under", "below", "less", "fewer") else (value - 1, value + 8)
    if rough[-1] in ("more", "greater", "over", "above"):
        return value - 1, min(100.0, value + 20)
    return max(0.0, value - 15), value + 1
