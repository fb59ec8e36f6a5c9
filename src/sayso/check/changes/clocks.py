"""Hours given twice: local times and their GMT that lie differently far apart, parts longer than the whole."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.figures.numbers import NUMERAL, value_of
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

#: "3:30 p.m. (2030 GMT)".
_TWICE = compiled(
    r"\b(?P<h>1[0-2]|[1-9])(?:[:.](?P<m>[0-5]\d))? ?(?P<half>[ap])\.?m\.?"
    r"(?: (?:local time|[A-Z][a-z]+ time|[A-Z]{2,4}))?"
    r" ?[(/,] ?(?P<gh>[01]\d|2[0-3]):?(?P<gm>[0-5]\d) ?(?:GMT|UTC)\b"
)
_DAY = 24 * 60
#: "two hours of the 80-minute class".
_OF = Gated(
    rf"(?P<a>{NUMERAL})[ -](?P<x>minute|hour|day|week|month|year)s? (?:of|out of|into) "
    rf"(?:the|an?|his|her|its|their|that) (?:[a-z]+ )?(?P<b>{NUMERAL})-(?P<y>minute|hour|day|week|month|year)\b",
    ("-minute", "-hour", "-day", "-week", "-month", "-year"),
)
_MINUTES = {"minute": 1, "hour": 60, "day": _DAY, "week": 7 * _DAY, "month": 30 * _DAY, "year": 365 * _DAY}


def unlike_clocks(context: Context) -> Iterator[tuple[Span, str]]:
    """The first time of a report that is another distance from GMT than its first one."""
    first: tuple[int, str] | None = None
    for match in _TWICE.finditer(context.text):
        local = int(match["h"]) % 12 * 60 + int(match["m"] or 0) + (12 * 60 if match["half"] == "p" else 0)
        apart = (int(match["gh"]) * 60 + int(match["gm"]) - local) % _DAY
        if first is None:
            first = apart, match.group()
        elif (apart - first[0]) % 60 == 0 and apart != first[0] and first[1] != match.group():
            yield Span(*match.span()), f"the same hours between the two as in {first[1]!r}; found {_hours(apart)}"
            return


def _hours(minutes: int) -> str:
    return f"{minutes / 60:g}" if minutes <= _DAY // 2 else f"{(minutes - _DAY) / 60:g}"


def longer_than_whole(context: Context) -> Iterator[tuple[Span, str]]:
    """Times that are parts of a shorter one."""
    for match in _OF.finditer(context.text):
        a, b = (value_of(match[n]) * _MINUTES[match[u]] for n, u in (("a", "x"), ("b", "y")))
        if a > b:
            yield Span(*match.span()), f"a whole as long as its part; {match['a']} {match['x']}s are longer"
