"""A figure and the forecast or the limit that it beat, missed or stayed under, across two sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.figures.numbers import NUMERAL, say
from sayso.check.figures.quantities import Quantity, quantities
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

_ABOVE = (
    r"beat|beats|beating|exceed(?:ed|s|ing)|topp(?:ed|ing)|"
    r"surpass(?:ed|es|ing)|above|higher than|more than|better than|ahead of|over"
)
_BELOW = (
    r"miss(?:ed|es|ing)|fell short of|falling short of|below|lower than|less than|fewer than|worse than|under|short of"
)
_SET_AGAINST = compiled(
    rf"(?:^|\b)(?:While |Although |Though |And |But )?(?:[Tt]hat|[Tt]his|[Tt]he (?:figure|total|number|reading|"
    rf"rate|result)|[Ii]t|[Tt]hat figure)"
    rf"(?: was| is| came in| stood| were)?(?: (?:slightly|just|well|far|still|much|easily|narrowly|a little|"
    rf"comfortably|a bit))* "
    rf"(?:(?P<above>{_ABOVE})|(?:{_BELOW}))\b(?:[^.;:“”\"]{{0,90}}?)(?P<n>[$£€]?{NUMERAL})"
)
_WHICH = Gated(
    rf"(?:,|\band\b)(?: which)?(?: (?:slightly|just|easily|narrowly|well|far))*(?: was| is| came in)? "
    rf"(?:(?P<above>{_ABOVE})|(?:{_BELOW}))\b"
    rf"(?: [^.;:“”\"\d]{{0,60}}?\b(?:estimates?|forecasts?|expectations?|predict\w+|expected|target|goal|limit|"
    rf"record|consensus)"
    rf"\b[^.;:“”\"\d]{{0,40}}?)(?P<n>[$£€]?{NUMERAL})",
    ("estimate", "forecast", "expect", "predict", "target", "goal", "limit", "record", "consensus"),
)
#: "65 senators backed it – short of the 60 votes needed".
_NEEDED = Gated(
    rf"(?:,| [–—-]{{1,2}}|\band\b|\bbut\b|\bwhich (?:is|was)\b) ?(?:just |well |still |far |one |"
    rf"a few )?(?:(?P<above>above|over|more than|beyond|"
    rf"exceeding|past)|(?:short of|shy of|below|under|fewer than|less than|"
    rf"not enough to reach))(?: the (?:[a-z]+ )?)"
    rf"(?P<n>[$£€]?{NUMERAL})(?: [a-z]+){{0,3}}? (?:needed|required|necessary|threshold|minimum|limit|it needs|"
    rf"they need|it needed|"
    rf"they needed)\b",
    ("needed", "required", "necessary", "threshold", "minimum", "limit", "need"),
)
_BENCHMARK = compiled(
    r"\b(?:estimate|forecast|expect|predict|target|goal|limit|record|consensus|polled|survey|quota|budget|need)"
)


def unlike_expected(context: Context) -> Iterator[tuple[Span, str]]:
    """Each figure on the wrong side of what it is said to have beaten or missed."""
    for n, sentence in enumerate(context.sentences):
        words = sentence.span.of(context.text)
        match = _SET_AGAINST.match(words)
        before = context.sentences[n - 1] if n and context.sentences[n - 1].block == sentence.block else None
        if match and before and _BENCHMARK.search(words):
            other = _of(words, match)
            earlier = [each for each in quantities(before.span.of(context.text)) if other and _like(each, other)]
            if other and earlier:
                hit = _judged(earlier[-1], other, match)
                if hit:
                    yield part(sentence.span, match.start(), other.whole.end), hit
        for match in (*_WHICH.finditer(words), *_NEEDED.finditer(words)):
            other = _of(words, match)
            earlier = [each for each in quantities(words[: match.start()]) if other and _like(each, other)]
            if other and len(earlier) == 1:
                hit = _judged(earlier[0], other, match)
                if hit:
                    yield part(sentence.span, match.start(), other.whole.end), hit


def _of(words: str, match: re.Match[str]) -> Quantity | None:
    found = [
        each for each in quantities(words) if each.span.begin >= match.start("n") and each.span.begin <= match.end("n")
    ]
    return found[0] if found else None


def _like(one: Quantity, other: Quantity) -> bool:
    """Whether both may be levels of one thing: one kind, and of one order of size."""
    same = one.unit == other.unit or (one.kind == other.kind == "things")
    return same and 0.2 < one.value / max(other.value, 1e-9) < 5


def _judged(one: Quantity, other: Quantity, match: re.Match[str]) -> str | None:
    if one.value == other.value or not 0.2 < one.value / max(other.value, 1e-9) < 5:
        return None
    if (match["above"] is not None) != (one.value > other.value):
        sign = "higher" if match["above"] else "lower"
        return f"a figure that is {sign} than {say(other.value)}; found {say(one.value)}"
    return None
