"""Time that is left between two dates: "back on July 20 …. They have four weeks before the recess on Aug. 3"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.check.context import Context, part
from sayso.check.days.calendar import ANY_DAY, candidates, published_on
from sayso.check.figures.numbers import NUMERAL, value_of
from sayso.patterns import compiled
from sayso.types import Span

_LEFT = compiled(
    rf"\b(?:have|has|had|ha(?:s|ve) only|with|giv(?:es?|ing)(?: \w+)?|leav(?:es?|ing)(?: \w+)?|gets?|got) "
    rf"(?:just |only |"
    rf"about |less than |under |nearly |almost )?(?P<n>{NUMERAL}|a) (?P<unit>day|week|month)s? (?:left |remaining )?"
    r"(?:to|before|until|till)\b"
)
_BACK = compiled(r"\b(?:return(?:s|ed|ing)?|back|reconven\w+|resum\w+|begins?|starts?|reopens?|convenes?|meets?)\b")
_LONG = {"day": 1, "week": 7, "month": 30.4}


def left_until(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The length, the place of the day from which it runs, and what was looked for."""
    published = published_on(context)
    if published is None:
        return
    for place, sentence in enumerate(context.sentences):
        words = sentence.span.of(context.text)
        match = _LEFT.search(words)
        if match is None or context.quoted(sentence.span.begin + match.start()):
            continue
        ends = _days(words, match.end(), published)
        starts = [each for each in _days(words, 0, published) if each[1].end <= match.start()]
        start, last = (part(sentence.span, *starts[-1][1]), starts[-1][0]) if starts else (None, None)
        for before in context.sentences[max(0, place - 12) : place] if start is None else ():
            told = before.span.of(context.text)
            earlier = _days(told, 0, published)
            if len(earlier) == 1 and _BACK.search(told[: earlier[0][1].begin]):
                start, last = part(before.span, *earlier[0][1]), earlier[0][0]
        if len(ends) != 1 or start is None or last is None:
            continue
        apart = (ends[0][0] - last).days
        count = 1.0 if match["n"] == "a" else value_of(match["n"])
        given = count * _LONG[match["unit"]]
        if 0 < apart < 200 and abs(apart - given) > max(4.0 if match["unit"] == "week" else 2.0, 0.3 * given):
            yield (
                part(sentence.span, *match.span()), start,
                f"the time from {last.isoformat()} to {ends[0][0].isoformat()}, {apart} days; found "
                f"{match['n']} {match['unit']}s",
            )  # fmt: skip
            return


def _days(words: str, begin: int, published: date) -> list[tuple[date, Span]]:
    found = []
    for pattern in ANY_DAY:
        for match in pattern.finditer(words, begin):
            days = candidates(match, published, [])
            if days:
                found.append((days[0], Span(*match.span())))
    return sorted(found, key=lambda each: each[1])
