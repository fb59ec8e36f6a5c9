"""Figures in an order that the words tell: "the most, 700, followed by … with 900"; averages outside their range."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.check.figures.quantities import Quantity, quantities
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

_AMOUNT = rf"[$£€]?{NUMERAL}"
_ROUGH = r"(?:about |some |nearly |roughly |just |more than |over |around |at least |almost )?"
_FOLLOWED = Gated(r"(?:,| and| [–—-])? ?(?:which is |is |was |were )?\bfollowed by\b", ("followed by",))
_MOST = compiled(
    r"\b(?:most|highest|largest|biggest|greatest|top(?:s|ped)?|led|leads?|leading|first|ahead|front-?runner|winner|"
    r"won)\b"
)
_LEAST = compiled(
    r"\b(?:least|lowest|smallest|fewest|youngest|shortest|cheapest|fastest|last|dropped|fell|"
    r"earliest)\b"
)
_AHEAD = Gated(
    rf"\b(?:leads?|led|leading|on top|first|ahead)\b[^.;:\d]{{0,60}}?\b(?:with|at) {_ROUGH}(?P<a>{_AMOUNT})"
    rf"(?P<unit> ?%| percent\b| "
    rf"per cent\b| votes\b| seats\b| points\b)?[^.;:\d]{{0,25}}?,? (?:(?:just |well |far )?ahead of|followed by|"
    rf"compared (?:to|with)|versus|"
    rf"to|while|against) (?:[^.;:\d]{{2,45}}? )?(?:with|at|[’']s?) {_ROUGH}(?P<b>{_AMOUNT})",
    ("lead", "led ", "on top", "first", "ahead"),
)
_RANGE = Gated(
    rf"\b(?:rang(?:e[sd]?|ing) (?:from|between)|between|from) {_ROUGH}(?P<a>{_AMOUNT})(?P<unit>[^.;:,\d]{{0,25}}?) "
    rf"(?:to|and) {_ROUGH}"
    rf"(?P<b>{_AMOUNT})(?P<gap>[^.;:\d]{{0,60}}?)\b(?:(?:an? |the )?(?:average|mean|median)(?: [a-z]+)?(?: (?:of|"
    rf"was|is|at|being))?|"
    rf"averag(?:ing|ed|es)) {_ROUGH}(?P<c>{_AMOUNT})(?! ?(?:years?|months?|days?|hours?|minutes?) (?:old|ago))",
    ("averag", "mean ", "median"),
    re.IGNORECASE,
)
_LEAST_MOST = Gated(
    rf"\b(?:at least|no fewer than|a minimum of) (?P<a>{_AMOUNT})(?: [a-z]+)?,? (?:and|but|or|to) (?:(?:possibly|"
    rf"perhaps|maybe) )?"
    rf"(?:as many as|up to|at most|no more than|a maximum of) (?P<b>{_AMOUNT})(?! ?(?:%|percent)(?<!%))",
    ("at least", "no fewer", "minimum"),
    re.IGNORECASE,
)
#: "Holm beat Dorn, 48 percent to 51 percent": the winner's share stands first.
_BEAT = Gated(
    r"\b(?P<verb>beat|beats|defeated|edged(?: out)?|leads|led|topped|bested|won|trails|trailed|trailing|lost to)"
    r"\b(?P<gap>[^.;:\d]{0,70}?)"
    r"(?:,| by| with)? (?:a margin of )?(?P<a>\d{1,2}(?:\.\d+)?)(?: ?%| percent| per cent)?(?: to |-|–|-to-)"
    r"(?:[A-Z][a-z]+[’']s? )?"
    r"(?P<b>\d{1,2}(?:\.\d+)?) ?(?:%|percent|per cent)(?! ?points?)",
    ("percent", "per cent", "%"),
)


def misranked(context: Context) -> Iterator[tuple[Span, str]]:
    """Each pair of figures in another order than the words tell, and each average outside its range."""
    for span, words in told(context):
        for match in _FOLLOWED.finditer(words):
            found = quantities(words)
            first = [each for each in found if each.whole.end <= match.start() and match.start() - each.whole.end < 45]
            second = [each for each in found if match.end() <= each.span.begin < match.end() + 60]
            if first and second and _alike(first[-1], second[0]) and first[-1].value < second[0].value:
                before = words[max(0, first[-1].span.begin - 130) : match.start()]
                dated = re.search(r"\b(?:in|on|by|of) $", words[: first[-1].span.begin])
                if _MOST.search(before) and not _LEAST.search(before) and not dated:
                    told_of = f"the larger figure first; found {say(first[-1].value)} before {say(second[0].value)}"
                    yield part(span, first[-1].span.begin, second[0].whole.end), told_of
        for match in _AHEAD.finditer(words):
            a, b = _values(match, "ab")
            if a < b and not re.search(r"\b(?:behind|trail\w*|last)\b", match.group()) and b < 10 * a:
                yield part(span, *match.span()), f"the larger figure for the one ahead; found {say(a)} and {say(b)}"
        for match in _RANGE.finditer(words):
            low, high, mean = _values(match, "abc")
            scaled = low < 1000 <= high and re.search(r"(?:million|billion|thousand)$", match["b"])
            low *= (high / value_of(match["b"].lstrip("$£€"))) if scaled else 1
            years = {low, high} & set(range(1900, 2101))
            alike = (match["b"][:1] in "$£€") == (match["c"][:1] in "$£€")
            apart = re.search(r"\b(?:national|compared|while|but|years?|aged?|ages)\b", match["unit"] + match["gap"])
            if low < high and not years and not low <= mean <= high and alike and not apart and 0.1 < mean / high < 10:
                yield part(span, *match.span()), f"an average between {say(low)} and {say(high)}; found {say(mean)}"
        for match in _LEAST_MOST.finditer(words):
            a, b = _values(match, "ab")
            if b < a and a < 10 * b:
                yield part(span, *match.span()), f"a most that is above the least; found {say(a)} and {say(b)}"
        yield from _beaten(span, words)


def _beaten(span: Span, words: str) -> Iterator[tuple[Span, str]]:
    for match in _BEAT.finditer(words):
        a, b = float(match["a"]), float(match["b"])
        loses = match["verb"].startswith(("trail", "lost"))
        if match["verb"] == "won" and not re.search(r"(?:,| by| with)$", words[: match.start("a")].rstrip()):
            continue  # "won 29 to 32 percent"
        whose = re.search(r"\b(?:by|from|among|with|while|but|over|despite|when|because|if|the)\b", match["gap"][-12:])
        if (
            a != b
            and (a > b) == loses
            and a + b <= 101
            and not whose
            and not re.search(
                r"\b(?:not|never|lost|lose)"
                r"\b",
                match["gap"],
            )
        ):
            yield (
                part(span, *match.span()),
                f"the {'smaller' if loses else 'larger'} share first; found {say(a)} and {say(b)}",
            )


def _values(match: re.Match[str], names: str) -> list[float]:
    return [value_of(match[name].lstrip("$£€")) for name in names]


def _alike(one: Quantity, other: Quantity) -> bool:
    """Shares, sums or counts both; an ordinal, a year or a time is none of them."""
    return one.unit == other.unit or (one.kind == other.kind == "things") or "" in (one.unit, other.unit)
