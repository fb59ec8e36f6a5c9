"""The year that a dateline leaves out, concluded from what the text calls its days; and days that do not agree."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.grounding.dates.english import MONTHS, WEEKDAYS
from sayso.grounding.dates.finder import find_dates
from sayso.grounding.dates.grammar import nodes, parse
from sayso.grounding.dates.mention import DateMention
from sayso.grounding.dates.nodes import Context, Node
from sayso.grounding.dates.offices import Holder, holders
from sayso.grounding.dates.periods import week_period, weekday
from sayso.grounding.dates.tense import side_of
from sayso.types import Note

#: Years before this have no reports with datelines that this software is made for.
_EARLIEST = 1950
#: Days from the beginning of what a report tells of to its own, where it is news of these months.
_RECENT = 120
#: A day that is named in full for itself, years after.
_SEPTEMBER_11 = datetime.date(2001, 9, 11)
#: Characters in which a report says on what day it happened.
_LEAD = 700


@dataclass(frozen=True, slots=True)
class InferredYear:
    """``because`` says in words what the year was concluded from."""

    year: int
    because: str


@dataclass(frozen=True, slots=True)
class Told:
    """``start`` is an ordinal of :mod:`datetime`; ``words`` are those of the text, ``exact`` a day or month."""

    start: int
    exact: bool
    words: str


def infer_year(text: str, month: int, day: int, *, today: datetime.date) -> InferredYear | None:
    """The year of a report dated ``month`` and ``day``, None where the text does not decide.

    A full date of the text shortly before the day decides. Else years must fit the weekday of a date of the text
    ("Friday, Nov. 4") or the one that the text uses for its own day; since weekdays come round every five or six
    years, a year is only taken where those whom the text names in office, or the years that it looks back on, leave a
    single one. ``today`` only bounds it: no report is of the future.
    """
    told = last_told(text)
    years = [year for year in range(today.year, _EARLIEST - 1, -1) if _is_past(year, month, day, today)]
    if told:
        years = [year for year in years if datetime.date(year, month, day).toordinal() >= told.start]
    mentions = find_dates(text, None)
    near = _near_full_date(mentions, month, day, years)
    if near is not None:
        return near
    paired = [m for m in mentions if m.weekday is not None and m.month_day is not None and m.start is None]
    own = own_weekday(text)
    if paired:
        years = [year for year in years if all(_weekday(_before(year, month, day, m)) == m.weekday for m in paired)]
        because = f"the text has “{paired[0].span.of(text)}”"
    elif own is not None:
        years = [year for year in years if _weekday(_date(year, month, day)) == own]
        because = f"the text calls {MONTHS[month - 1][:3].title()} {day} a {WEEKDAYS[own].title()}"
    else:
        return None
    return _decided(years, holders(text), told, because, month, day)


def last_told(text: str) -> Told | None:
    """The latest day, month or year that the text names in full and looks back on: no report is older."""
    tokens = parse(text)
    latest: Told | None = None
    for place in nodes(tokens):
        node: Node = tokens.values[place]
        if node.full and side_of(tokens, place) < 0:
            try:
                period = node.resolve(Context(None))
            except (ValueError, OverflowError):  # beyond the years that the calendar here knows
                continue
            if period is not None and (latest is None or period.start > latest.start):
                latest = Told(
                    period.start, period.grain in ("day", "month"), text[tokens.begins[place] : tokens.ends[place]]
                )
    return latest


def own_weekday(text: str) -> int | None:
    """The weekday (Monday 0) on which a text was written, by the days that it names; None where it names none.

    News names the days of the week around its own: of the days told in the past, its own is the last of the shortest
    run of days that holds them all. One day, named once and not at the beginning, is as often another.
    """
    tokens = parse(text)
    past: list[int] = []
    leads: list[int] = []
    for place in nodes(tokens):
        node: Node = tokens.values[place]
        if node.kind == "WDAY" and node.inside is not None and side_of(tokens, place) <= 0:
            found = node.inside(week_period(1))
            if found is not None:
                past.append(weekday(found.start))
                if tokens.begins[place] < _LEAD:
                    leads.append(past[-1])
    run = _last_of_run(past)
    if run is not None and (run == _last_of_run(leads) or (len(set(past)) > 1 and past.count(run) > 1)):
        return run
    return None


def _last_of_run(days: Sequence[int]) -> int | None:
    """The last of the shortest run of weekdays that holds them all, where there is one shortest."""
    runs = sorted((max((last - day) % 7 for day in days), last) for last in set(days))
    return None if not runs or (len(runs) > 1 and runs[0][0] == runs[1][0]) else runs[0][1]


def date_conflicts(text: str, mentions: Sequence[DateMention]) -> tuple[Note, ...]:
    """A note for every date of which the text names a weekday that it is not."""
    found = []
    for mention in mentions:
        if mention.weekday is None or mention.start is None or not mention.single_day or mention.start[0] == "-":
            continue
        actual = datetime.date.fromisoformat(mention.start).weekday()
        if actual != mention.weekday:
            says = f"“{mention.span.of(text)}”: {mention.start} is a {WEEKDAYS[actual].title()}"
            found.append(Note("date-conflict", mention.span, says))
    return tuple(found)


def _decided(
    fitting: Sequence[int], named: Sequence[Holder], told: Told | None, because: str, month: int, day: int
) -> InferredYear | None:
    """The one year of those that fit (by the weekday and what is told) which the text's office holders leave.

    What is told decides by itself only where it is of the months before: else the year is only not earlier.
    """
    held = [year for year in fitting if all(one.holds_on(datetime.date(year, month, day)) for one in named)]
    words = [one.words for one in named[:2]]
    if not named and told and told.exact:
        held = [year for year in held if datetime.date(year, month, day).toordinal() - told.start <= _RECENT]
        words = [told.words]
    if words and len(held) == 1:
        return InferredYear(held[0], f"{because} and names {' and '.join(f'“{each}”' for each in words)}")
    return None


def _near_full_date(mentions: Sequence[DateMention], month: int, day: int, years: Sequence[int]) -> InferredYear | None:
    """A full date of the text at most a month before the day in one of ``years``."""
    for mention in mentions:
        if mention.counted != "words" or not mention.single_day or mention.start is None or mention.start[0] == "-":
            continue
        stated = datetime.date.fromisoformat(mention.start)
        if stated == _SEPTEMBER_11:
            continue
        for year in (stated.year, stated.year + 1):
            away = _date(year, month, day)
            if year in years and away is not None and 0 <= (away - stated).days <= 31:
                return InferredYear(year, f"the text names {mention.start}")
    return None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _is_past(year: int, month: int, day: int, today: datetime.date) -> bool:
    date = _date(year, month, day)
    return date is not None and date <= today


def _before(year: int, month: int, day: int, mention: DateMention) -> datetime.date | None:
    """The mention's day nearest to the report's in that year."""
    own = _date(year, month, day)
    if own is None or mention.month_day is None:
        return None
    near = [d for y in (year - 1, year, year + 1) if (d := _date(y, *mention.month_day))]
    return min(near, key=lambda d: abs((d - own).days), default=None)


def _weekday(date: datetime.date | None) -> int | None:
    return date.weekday() if date else None
