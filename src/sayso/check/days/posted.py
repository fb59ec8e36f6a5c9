"""Posts shown in a report, by their date and by what it says: "One day later, the mayor wrote" of one dated before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sayso.check.context import Context, part
from sayso.check.days.calendar import month_named
from sayso.check.days.timeline import MONTH, OFFSET, YEAR, stretch, times
from sayso.check.figures.numbers import numbers
from sayso.grounding.dates.english import WEEKDAYS
from sayso.patterns import compiled
from sayso.types import Span

#: The foot of a post that is shown in a report: "— Anna Holm (@holm) June 15, 2017".
_POST = compiled(rf"\(@\w+\),? (?P<m>{MONTH}) (?P<d>\d{{1,2}}), (?P<y>{YEAR})\b")
_WROTE = compiled(r"\b(?:said|says|wrote|tweet\w*|post\w*|added|retweeted|asked|Twitter|complained|blasted)\b")
_HANDLE = compiled(r"@\w+")
_NEAR = 700  # characters from a sentence to its post


def misdated_posts(context: Context) -> Iterator[tuple[Span, str]]:
    """Each "one day later" that the date of the post under it does not bear out."""
    posts = [(each, day) for each in _POST.finditer(context.text) if (day := _day(each))]
    for sentence in context.sentences if posts else ():
        words = sentence.span.of(context.text)
        yield from _posted(context.text, sentence.span, words, posts)
        yield from _on_another_day(context, sentence.span, words, posts)


_WEEKDAY = rf"(?P<day>{'|'.join(name.capitalize() for name in WEEKDAYS)})"
#: "On Sunday, the mayor took to Twitter", "tweeted Sunday", "said on Twitter late Sunday".
_POSTED_ON = compiled(
    rf"^(?:Early |Late |Later )?[Oo]n {_WEEKDAY}\b(?! (?:that|of)\b)[^.;“\"]{{0,60}}\b(?:tweeted|"
    rf"Twitter|in a tweet|posted)\b"
)
_POSTED_THEN = compiled(
    r"\b(?:tweeted|(?:wrote|said|posted) (?:on Twitter|in a tweet)|took to Twitter)(?: (?:late|early|again))?(?: on)? "
    rf"{_WEEKDAY}\b(?![’'])"
)


def _on_another_day(
    context: Context, span: Span, words: str, posts: list[tuple[re.Match[str], int]]
) -> Iterator[tuple[Span, str]]:
    """ "Tweeted on Sunday", where every post under it is of another day; a clock elsewhere may show the day after."""
    match = _POSTED_ON.search(words) or _POSTED_THEN.search(words)
    below = [day for foot, day in posts if span.begin < foot.start() < span.end + _NEAR]
    if match is None or not below or context.quoted(span.begin + match.start("day")):
        return
    told = WEEKDAYS.index(match["day"].lower())
    if all(told not in {date.fromordinal(day - back).weekday() for back in (0, 1)} for day in below):
        shown = date.fromordinal(below[0])
        yield part(span, *match.span("day")), f"the day of the post shown below, {shown.isoformat()}, a {shown:%A}"


def _count(words: str | None) -> float:
    found = numbers(words or "a")
    return found[0].value if found else 1.0


def _day(post: re.Match[str]) -> int | None:
    found = stretch(int(post["y"]), month_named(post["m"]), int(post["d"]))
    return found[0] if found else None


def _posted(text: str, span: Span, words: str, posts: list[tuple[re.Match[str], int]]) -> Iterator[tuple[Span, str]]:
    """ "One day later, the mayor wrote", where the post shown under it is dated before the post or day above it."""
    match = OFFSET.match(words)
    if match is None or match["rough"] or not _WROTE.search(words) or (match["unit"] or "day").lower() != "day":
        return
    way = (match["way"] or "").lower() or ("later" if match["next"] else "earlier")
    below = next((each for each in posts if span.begin < each[0].start() < span.end + _NEAR), None)
    last = [each for each in posts if span.begin - 2 * _NEAR < each[0].end() <= span.begin]
    above = text[last[-1][0].end() if last else max(0, span.begin - _NEAR) : span.begin]
    if below is None or way not in ("later", "earlier"):
        return
    stated = [each for each in times(above, date(int(below[0]["y"]), 6, 30)) if each.weekday is None]
    known = [first for each in stated for first, end in each.days if first == end and abs(first - below[1]) < 100]
    if not known and not last:
        return
    base = known[-1] if known else last[-1][1]
    count = 2.0 if "couple" in (match["n"] or "") else _count(match["n"])
    moved = (below[1] - base) * (1 if way == "later" else -1)
    if moved == 0 and last and _HANDLE.findall(last[-1][0][0]) != _HANDLE.findall(below[0][0]):
        return  # what another did
    if moved <= 0 or abs(moved - count) > 1:
        told = f"{match.group()!r} of the post dated {below[0]['m']} {below[0]['d']}, counted from "
        yield (
            part(span, *match.span()),
            f"{told}{date.fromordinal(base):%B} {date.fromordinal(base).day}; found that it is not",
        )
