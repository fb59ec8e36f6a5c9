"""Rules for what is counted off in units: "last week", "the past two years", "two days later", "within 48 hours"."""

from __future__ import annotations

from sayso.grounding.dates.nearby import safe_shift
from sayso.grounding.dates.nodes import Context, Node
from sayso.grounding.dates.periods import (
    Grain,
    Period,
    civil,
    day_period,
    days_period,
    month_period,
    season_period,
    shift,
    span_period,
    unit_period,
)
from sayso.grounding.dates.rules import Hit, Rule, rule

_KINDS: dict[str, str] = {
    "day": "DAY", "week": "WEEK", "weekend": "WEEKEND", "month": "MONTH", "quarter": "QUARTER", "half": "HALF",
    "year": "YEAR", "decade": "DECADE", "century": "CENTURY",
}  # fmt: skip


_SOME = "<about>? (?: <a>? (?P<v><vague>) <of>? | <a>? (?P<n><num|num3|card|a>))"


def count_of(hit: Hit, group: str = "n") -> int | None:
    """The number of units that a hit's group ``n`` gives; None for "a few"."""
    if not hit.has(group):
        return None
    value = hit.value(group)
    return int(value) if value else None


def _unit(hit: Hit, group: str = "u") -> tuple[Grain, int]:
    """The unit named, and how many of it the word stands for: a fortnight is two weeks; hours are told in days."""
    name = hit.value(group)
    if hit.is_a(group, "subunit"):
        return "day", 1
    return ("week", 2) if name == "fortnight" else (name, 1)


def moved(unit: Grain, day: int, count: int, *, exact: bool = False) -> Period | None:
    """``day`` moved by ``count`` units, told as precisely as such words are meant: months and years as wholes."""
    there = safe_shift(unit, day, count)
    if there is None:
        return None
    return day_period(there) if exact or unit in ("day", "week") else unit_period(unit, there)


@rule("(?P<the><the>)? <that>? (?P<l><last|next|this|same|that>) (?P<s><same>)? (?P<u><unit>) (?! <of>)")
def last_unit(hit: Hit) -> Node | None:
    """ "last week", "the following day", "that same month", "this year"."""
    unit, many = _unit(hit)
    plural = hit.word("u").endswith("s")
    which = hit.value("l")
    if plural or unit == "half" or (unit == "day" and hit.is_a("l", "this") and hit.before == "to"):
        return None
    step = many * (-1 if hit.is_a("l", "last") else 1 if hit.is_a("l", "next") else 0)
    text_bound = hit.is_a("l", "same") or hit.is_a("l", "that") or which in ("previous", "following")
    text_bound = text_bound or (which == "next" and (hit.has("the") or unit == "day"))

    def resolve(ctx: Context) -> Period | None:
        now = ctx.told() if text_bound else ctx.now()
        if now is None:
            return None
        if which == "past" and unit not in ("day", "quarter"):
            begin = safe_shift(unit, now, step)
            return days_period(begin, now) if begin is not None else None
        there = safe_shift(unit, now, step)
        if many > 1 and there is not None:
            return days_period(min(there, now), max(there, now))
        return unit_period(unit, there) if there is not None else None

    return Node(_KINDS[unit], "last_unit", resolve)


@rule(
    "<the>? (?:(?P<l><last|next>) <about>? (?P<n><num|num3|card|vague>)"
    "| (?P<n2><num|num3|card>) (?P<l2><last|next>)) <dash>? (?P<u><unit|subunit>)"
)
def last_units(hit: Hit) -> Node | None:
    """ "the past two weeks": whole units up to the day, or on from it."""
    group = "l" if hit.has("l") else "l2"
    count = count_of(hit, "n" if hit.has("n") else "n2")
    if hit.is_a("u", "subunit"):  # "the past 48 hours": the days that they touch
        count = -(-(count or 0) // 24) if hit.value("u") == "hour" else 0
        if not count:
            return None
    unit, many = _unit(hit)
    back = hit.is_a(group, "last")
    following = hit.value(group) in ("following", "previous")
    if hit.has("n") and hit.is_a("n", "vague"):
        return Node("WORDS", "last_units", lambda ctx: None)

    def resolve(ctx: Context) -> Period | None:
        now = ctx.told() if following else ctx.now()
        there = safe_shift(unit, now, (-1 if back else 1) * many * (count or 1)) if now is not None else None
        if there is None or now is None:
            return None
        if unit in ("quarter", "decade"):
            first, last = (there, shift(now, unit, -1)) if back else (shift(now, unit, 1), there)
            return span_period(unit_period(unit, first), unit_period(unit, last))
        return days_period(there, now) if back else days_period(now + 1, there)

    return Node("RANGE", "last_units", resolve)


@rule(f"{_SOME} <dash>? (?P<u><unit>) (?:<and> <a|num|card> <halfword>)? (?P<g><ago|shift>)")
def units_ago(hit: Hit) -> Node | None:
    return _units_away(hit, "units_ago")


@rule(f"{_SOME} (?P<u><unit>) (?P<g><before|after>) (?=<dot|comma|close|break|mark|and|in|on|prep> | $)")
def units_before(hit: Hit) -> Node | None:
    return _units_away(hit, "units_before")


def _units_away(hit: Hit, name: str) -> Node | None:
    unit, many = _unit(hit)
    sign = hit.value("g")
    count = 0 if hit.has("v") and hit.word("v") != "couple" else 2 if hit.has("v") else count_of(hit)
    if not count:
        return Node("WORDS", name, lambda ctx: None)
    from_text = not hit.is_a("g", "ago")

    def resolve(ctx: Context) -> Period | None:
        now = ctx.told() if from_text else ctx.now()
        return moved(unit, now, sign * many * count) if now is not None else None

    return Node("DAY" if unit in ("day", "week") else _KINDS[unit], name, resolve)


@rule("<the> (?P<u><unit>) (?P<g><before|after|last|next>) (?=<dot|comma|close|break|mark|and|in|on|prep|the> | $)")
def day_before(hit: Hit) -> Node | None:
    """ "the day before." without an object: counted from the day told of. "the year previous", "the day following"."""
    unit, many = _unit(hit)
    if hit.is_a("g", "last") or hit.is_a("g", "next"):
        if hit.value("g") not in ("previous", "following"):
            return None
        sign = -1 if hit.is_a("g", "last") else 1
    else:
        if hit.after == "the" or hit.word("u").endswith("s"):
            return None
        sign = hit.value("g")

    def resolve(ctx: Context) -> Period | None:
        told = ctx.told()
        there = safe_shift(unit, told, sign * many) if told is not None else None
        return unit_period(unit, there) if there is not None else None

    return Node(_KINDS[unit], "day_before", resolve)


@rule(
    "(?:<within> <the>? <next>? | <in>) (?P<n><num|num3|card|a>) (?P<u><unit|subunit>)"
    "(?!<of|ago|shift|before|after|from|apos>)"
)
def within_units(hit: Hit) -> Node | None:
    """ "within 48 hours": from the day on; "in two weeks": that day, where the words look ahead."""
    count = count_of(hit) or 1
    inside = hit.tokens.word(hit.match.start()) == "within"
    if hit.is_a("u", "subunit"):
        unit: Grain = "day"
        hours = count if hit.value("u") == "hour" else 0
        if not inside or hours < 24:
            return None
        count, many = -(-hours // 24), 1
    else:
        unit, many = _unit(hit)

    def resolve(ctx: Context) -> Period | None:
        now = ctx.now()
        if now is None or (ctx.side < 0 and not inside):
            return None
        there = safe_shift(unit, now, many * count)
        if there is None:
            return None
        return days_period(now, there) if inside else moved(unit, now, many * count)

    return Node("RANGE" if inside else "DAY", "within_units", resolve, optional=True)


@rule("(?P<s><shift>) (?:<in|of>? <the|this|that|last|next> (?P<same><same>)? (?P<u><unit>) | <that> <unit>)")
def earlier_this(hit: Hit) -> Node | None:
    """ "earlier this month": up to the report's day; "later that year": the unit told of."""
    if not hit.has("u"):
        return None
    unit, _ = _unit(hit)
    word = hit.tokens.word(hit.match.start("u") - 1)
    told_of = word in ("that", "same") or (word == "the")
    sign = hit.value("s")

    def resolve(ctx: Context) -> Period | None:
        now = ctx.told() if told_of else ctx.now()
        if now is None:
            return None
        step = {"last": -1, "next": 1}.get(word, 0)
        there = safe_shift(unit, now, step)
        if there is None:
            return None
        whole = unit_period(unit, there)
        if step or (told_of and ctx.day is not None):
            return whole
        begin, end = (whole.start, now) if sign < 0 else (now, whole.end)
        return Period(whole.grain, begin, end, whole.value)

    return Node(_KINDS[unit], "earlier_this", resolve)


@rule("<the>? (?P<l><last|next|this|that|same>) <same>? (?P<s><season>)")
def last_season(hit: Hit) -> Node | None:
    name, which = hit.value("s"), hit.value("l")

    def resolve(ctx: Context) -> Period | None:
        text_bound = hit.is_a("l", "that") or hit.is_a("l", "same") or which in ("following", "previous")
        now = ctx.told() if text_bound else ctx.now()
        if now is None:
            return None
        year = civil(now)[0]
        here = season_period(year, name)
        if hit.is_a("l", "last"):
            return here if here.end < now else season_period(year - 1, name)
        if hit.is_a("l", "next"):
            return here if here.start > now else season_period(year + 1, name)
        return here

    return Node("SEASON", "last_season", resolve)


@rule("<the>? (?P<l><last|next|this>) (?P<m><month|maymonth>) (?!<num|ord|year>)")
def last_month_name(hit: Hit) -> Node | None:
    """ "last October": the latest that is over; "next May": the first that has not begun; "this June": this year's."""
    month = hit.value("m")

    def resolve(ctx: Context) -> Period | None:
        now = ctx.now()
        if now is None:
            return None
        year = civil(now)[0]
        here = month_period(year, month)
        if hit.is_a("l", "last"):
            return here if here.end < now else month_period(year - 1, month)
        if hit.is_a("l", "next"):
            return here if here.start > now else month_period(year + 1, month)
        return here

    return Node("MONTH", "last_month_name", resolve)


RULES: tuple[Rule, ...] = (
    last_unit, last_units, units_ago, units_before, day_before, within_units, earlier_this, last_season,
    last_month_name,
)  # fmt: skip
