"""Rules for the days around the report: "Friday", "last Tuesday", "yesterday", "overnight", "over the weekend"."""

from __future__ import annotations

from sayso.grounding.dates.nodes import Context, Node
from sayso.grounding.dates.periods import (
    Grain,
    Period,
    day_period,
    days_period,
    shift,
    unit_period,
    weekday,
)
from sayso.grounding.dates.rules import Hit, Rule, rule

_NAMED_DAYS = frozenset(["news", "super", "bloody", "black", "ash", "holy", "casual", "manic"])


#: Words that make "Today" a medium's name: "USA TODAY".
_MASTHEADS = frozenset(["usa", "russia", "india", "pakistan", "psychology", "christianity", "veterans", "business"])
_SHORT_LEAD = frozenset(["on", "by", "until", "and", "or", "week", "next", "last", "this"])


def safe_shift(unit: Grain, day: int, count: int) -> int | None:
    try:
        return shift(day, unit, count)
    except ValueError:
        return None


@rule("<early>? (?P<t1><today>) (?:<early>? (?P<p><part>))?")
def today(hit: Hit) -> Node | None:
    if hit.before in _MASTHEADS and hit.tokens.text[hit.tokens.begins[hit.match.start("t1")]] == "T":
        return None
    return _from_anchor("today", hit.value("t1"), hit.value("p") if hit.has("p") else "")


@rule("<early>? <tonight>")
def tonight(_hit: Hit) -> Node | None:
    return _from_anchor("tonight", 0, "NI")


@rule("<early|latter>? (?P<l><last|this>) <early>? (?P<p><part>)")
def this_morning(hit: Hit) -> Node | None:
    return _from_anchor("this_morning", -1 if hit.is_a("l", "last") else 0, hit.value("p"))


def _from_anchor(name: str, days: int, part: str) -> Node:
    def resolve(ctx: Context) -> Period | None:
        if ctx.anchor is None:
            return None
        ctx.used.add("anchor")
        there = safe_shift("day", ctx.anchor, days)
        return day_period(there, part) if there is not None else None

    return Node("DAY", name, resolve)


@rule("(?P<on><on>)? (?P<t>(?P<the><the>)? (?P<u><unit>))")
def the_weekend(hit: Hit) -> Node | None:
    """ "over the weekend": the latest that has begun, or where the words look ahead the one to come."""
    if hit.value("u") != "weekend" or hit.word("u").endswith("s") or not (hit.has("the") or hit.has("on")):
        return None

    def resolve(ctx: Context) -> Period | None:
        now = ctx.now()
        if now is None:
            return None
        here = unit_period("weekend", now)
        return here if here.start <= now or ctx.side > 0 else unit_period("weekend", now - 7)

    return Node("WEEKEND", "the_weekend", resolve)


@rule("<overnight>")
def overnight(_hit: Hit) -> Node | None:
    """The night that ended on the report's day, or began on the day told of."""

    def resolve(ctx: Context) -> Period | None:
        if ctx.anchor is None:
            return None
        ctx.used.add("anchor")
        return days_period(ctx.anchor - 1, ctx.anchor)

    return Node("RANGE", "overnight", resolve)


@rule("<the>? (?:(?P<l><next>)|(?P<b><last>)|<that> <same>?|<same>) (?P<p><part>)")
def that_night(hit: Hit) -> Node | None:
    step = 1 if hit.has("l") else -1 if hit.has("b") else 0
    if step and hit.tokens.word(hit.match.start()) != "the":
        return None

    def resolve(ctx: Context) -> Period | None:
        told = ctx.told()
        there = safe_shift("day", told, step) if told is not None else None
        return day_period(there, hit.value("p")) if there is not None else None

    return Node("DAY", "that_night", resolve)


@rule("(?P<w><weekday|shortday>)")
def weekday_name(hit: Hit) -> Node | None:
    """The latest such day up to the report's own, that included; the next one where the words look ahead."""
    number = hit.value("w")
    if hit.is_a("w", "shortday") and hit.word("w")[-1] != "." and hit.before not in _SHORT_LEAD:
        return None  # "Sun Yat-sen"
    if hit.before in _NAMED_DAYS or hit.before in ("every", "each"):
        return None

    def inside(period: Period) -> Period | None:
        day = period.start + (number - weekday(period.start)) % 7
        return day_period(day) if day <= period.end else None

    def resolve(ctx: Context) -> Period | None:
        now = ctx.day if ctx.narrative and ctx.day is not None else ctx.now()
        if now is None:
            return None
        back = (weekday(now) - number) % 7
        if ctx.narrative:
            return day_period(now - back if back <= 3 else now + 7 - back)
        if ctx.side > 0 and back:
            return day_period(now + 7 - back)
        return day_period(now - back)

    return Node("WDAY", "weekday_name", resolve, inside)


@rule("<the|this>? (?P<l><last|next|this>) (?P<w><weekday|shortday>)")
def last_weekday(hit: Hit) -> Node | None:
    """ "last" and "next": of the week before and after; "past" and "coming": the nearest; "this": of this week."""
    number, which = hit.value("w"), hit.value("l")

    def resolve(ctx: Context) -> Period | None:
        now = ctx.now()
        if now is None:
            return None
        monday = now - weekday(now)
        if which in ("past", "coming"):
            away = (number - weekday(now)) % 7
            return day_period(now + (away or 7) if which == "coming" else now - ((7 - away) % 7 or 7))
        if which in ("previous", "following"):
            told = ctx.told()
            monday = told - weekday(told) if told is not None else monday
        step = -7 if hit.is_a("l", "last") else 7 if hit.is_a("l", "next") else 0
        return day_period(monday + step + number)

    return Node("DAY", "last_weekday", resolve)


RULES: tuple[Rule, ...] = (
    today, tonight, this_morning, the_weekend, overnight, that_night, weekday_name, last_weekday,
)  # fmt: skip
