"""Every date expression of a text, in text order, resolved from the report's day and from one another."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache

from sayso.grounding.dates.grammar import nodes, parse
from sayso.grounding.dates.lexer import Tokens
from sayso.grounding.dates.mention import Counted, DateMention
from sayso.grounding.dates.nodes import Context, Node
from sayso.grounding.dates.periods import Period, civil
from sayso.grounding.dates.tense import side_of
from sayso.types import Span

_BARE = Context(None)
#: A text is a history where at least this many full dates, and most of them, lie two years or more from the report's
#: own, and far fewer of its words count from the days around it.
_HISTORY = 7


def find_dates(
    text: str, anchor: datetime.date | None, *, spans: Iterable[Span] | None = None
) -> tuple[DateMention, ...]:
    """Date expressions of ``text``, disjoint and in text order.

    ``anchor`` is the day that the report is of; without it only what the words alone (or earlier dates of the text)
    give is resolved. ``spans`` keeps the mentions that lie within one of them: the whole text is read all the same,
    since dates are counted from earlier ones. Never raises on any text; time is linear in its length.
    """
    mentions = _all(text, anchor)
    if spans is None:
        return mentions
    wanted = tuple(spans)
    return tuple(mention for mention in mentions if any(span.contains(mention.span) for span in wanted))


@lru_cache(maxsize=2)
def _all(text: str, anchor: datetime.date | None) -> tuple[DateMention, ...]:
    """The last texts are remembered: a report's conflicts and its dates are asked for one after another."""
    tokens = parse(text)
    places = nodes(tokens)
    day = anchor.toordinal() if anchor else None
    context = Context(day, narrative=_is_history(tokens, places, day), day_first=_day_first(text))
    return tuple(mention for place in places if (mention := _mention(tokens, place, context)))


def _mention(tokens: Tokens, place: int, context: Context) -> DateMention | None:
    node: Node = tokens.values[place]
    context.side = side_of(tokens, place)
    context.used.clear()
    try:
        period = node.resolve(context)
    except (ValueError, OverflowError):  # beyond the years that the calendar here knows
        period = None
    if period is None and node.optional:
        return None
    if period is not None:
        context.last = period
        if period.grain == "day":
            context.day = period.start
    counted: Counted = "text" if "text" in context.used else "anchor" if context.used else "words"
    start, end = period.iso if period else (None, None)
    return DateMention(
        span=Span(tokens.begins[place], tokens.ends[place]),
        kind="words" if node.kind == "WORDS" else period.grain if period else _KIND.get(node.kind, "range"),
        value=period.value if period else None,
        start=start,
        end=end,
        rule=node.rule,
        counted=counted,
        weekday=node.weekday if node.kind != "WDAY" else None,
        month_day=node.month_day,
        yearless=not node.full,
    )


_KIND = {
    "DAY": "day", "WDAY": "day", "WEEK": "week", "WEEKEND": "weekend", "MONTH": "month", "SEASON": "season",
    "QUARTER": "quarter", "HALF": "half", "YEAR": "year", "DECADE": "decade", "CENTURY": "century",
}  # fmt: skip


def _is_history(tokens: Tokens, places: list[int], anchor: int | None) -> bool:
    """Whether the text tells of other years than the report's own, and not of the days around it, as news does."""
    years: list[int] = []
    current = 0
    for place in places:
        node: Node = tokens.values[place]
        if node.full and node.kind in ("DAY", "MONTH", "YEAR") and (period := _alone(node)):
            years.append(civil(period.start)[0])
        current += node.kind == "WDAY" or node.rule in _NEWSY
    if len(years) < _HISTORY:
        return False
    own = civil(anchor)[0] if anchor is not None else max(years)
    far = sum(abs(year - own) > 1 for year in years)
    return far >= _HISTORY and far > len(years) * 0.6 and far > 3 * current


_NEWSY = frozenset(("today", "tonight", "this_morning", "last_weekday"))


def _alone(node: Node) -> Period | None:
    try:
        return node.resolve(_BARE)
    except (ValueError, OverflowError):
        return None


def _day_first(text: str) -> bool:
    """Whether numeric dates of this text put the day first: one of them tells, by a number above 12."""
    import re

    for first, second in re.findall(r"(\d(?<!\w.)\d?)[/-](\d{1,2})[/-](?:\d{4}|\d\d)\b", text):
        if int(first) > 12 >= int(second):
            return True
    return False
