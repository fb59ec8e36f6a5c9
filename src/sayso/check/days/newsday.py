"""Days told as past that lie behind the day of the news: "returned on Thursday …. On Friday evening, the guests sat".

A report appears on the day of its news or soon after. The weekday that follows the day of publication, or where that is
unknown the day of the news, would be six days back, for which a report says "last Friday"; bare it is likelier a slip.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.days.daystold import Told
from sayso.check.days.pastdays import PAST
from sayso.patterns import compiled
from sayso.types import Span

_PAST = compiled(rf"\b{PAST}\b")
_HOUR = r"(?: (?:morning|afternoon|evening|night))?"
#: What makes a day another than the one just past, or the verb's time another than the day's.
_NOT_PAST = compiled(
    r"\b(?:will|would|to|until|by|before|next|last|scheduled|expected|due|set|planned|plans?|if|could|may|might|should|"
    r"must|had|since|through|from|ahead|previous|prior|every|each|for|deadline|is|are|upcoming|postponed|moved|delayed|"
    r"called|invited|after|when|following|earlier|weeks?|months?|ago|years?|again)\b|-"
)
_GOES_ON = compiled(
    rf"[’']s|{_HOUR},? (?:to|will|would|for|through|until|before|after|next|last|the \d|[A-Z][a-z]+\.? \d|"
    r"and [A-Z][a-z]+day)\b"
)
_THEN_DID = compiled(rf"{_HOUR},? (?:[\w’'.-]+,? ){{0,6}}?{PAST}\b(?! (?:to|by)\b)")
_TO_COME = compiled(r"\b(?:will|next|until|by|before|due|after|since|last)\b")
_SAME_DAY = compiled(r"\b(?:[Ee]arlier|[Ll]ater) (?:on )?$")
_OPENING, _FIRST = (
    3,
    14,
)  # sentences: in these the first day is that of the news; so far in where there is none before


def behind_the_news(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The place, the day of the news that speaks against it, and what was looked for."""
    days = context.days
    told = [each for each in days.told if each.bare and not each.quoted]
    news = _news(told)
    if news is None:
        return
    times = Counter(each.weekday for each in days.told)
    published = days.published.weekday() if days.published and days.stated else None
    for each in told:
        away = (each.weekday - news.weekday) % 7
        if times[each.weekday] > 1 or each.place == news.place or not _told_as_past(each):
            continue
        known = published is not None and (each.weekday - published) % 7 == 1
        if (away in (1, 2, 3) and known) or (away == 1 and published is None):
            yield each.span, news.span, _looked_for(context, each, news)
            return
    for each in told:
        if times[each.weekday] > 1 or not _same_day(context, each):
            continue
        later = [
            other
            for other in told
            if other.place != each.place
            and (other.weekday - each.weekday) % 7 in (1, 2)
            and _PAST.search(f"{other.before[-60:]} | {other.after[:30]}")
        ]
        if later:
            yield each.span, later[0].span, _looked_for(context, each, later[0])
            return


def _looked_for(context: Context, each: Told, other: Told) -> str:
    first, second = (told.span.of(context.text) for told in (each, other))
    return f"a day that does not lie behind {second!r}, which is told as past; found {first!r}"


def _news(told: list[Told]) -> Told | None:
    """The first day of the opening on which something happened; else the first day of all, if something happened."""
    opening = [each for each in told if each.place < _OPENING and _happened(each)]
    first = [each for each in told[:1] if each.place < _FIRST and _happened(each)]
    return next(iter(opening or first), None)


def _happened(each: Told) -> bool:
    beside = f"{each.before[-80:]} {each.after[:40]}"
    return _PAST.search(beside) is not None and _TO_COME.search(each.before[-30:]) is None


def _told_as_past(each: Told) -> bool:
    """Whether the clause tells of something done on that day, with no word of another time."""
    before = each.before[-60:]
    if _NOT_PAST.search(before) or _GOES_ON.match(each.after):
        return False
    done = _THEN_DID.match(each.after)
    return _PAST.search(before) is not None or (done is not None and not _NOT_PAST.search(done.group()))


def _same_day(context: Context, each: Told) -> bool:
    """Whether the words are "later on Friday" or "earlier Friday": the day on which the report is written."""
    return (
        _SAME_DAY.search(context.text[: each.span.begin]) is not None
        or re.match(r"(?:[Ee]arlier|[Ll]ater) ", each.span.of(context.text)) is not None
    )
