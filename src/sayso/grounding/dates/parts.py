"""Rules for a part of a period: "late March", "the end of the year", "the first week of 2019"."""

from __future__ import annotations

from sayso.grounding.dates.nodes import Context, Node
from sayso.grounding.dates.periods import (
    Grain,
    Period,
    civil,
    day_period,
    half_period,
    narrowed,
    shift,
    span_period,
    unit_period,
    week_period,
    weekend_period,
    year_period,
)
from sayso.grounding.dates.rules import Hit, Rule, rule

_DAY = "<DAY|WDAY>"


_ANY = "<DAY|WDAY|WEEK|WEEKEND|MONTH|SEASON|QUARTER|HALF|YEAR|DECADE|CENTURY>"


def node_of(hit: Hit, group: str) -> Node:
    node = hit.value(group)
    assert isinstance(node, Node)
    return node


def period_of(hit: Hit, group: str, ctx: Context) -> Period | None:
    """What a group gives, be it a node or the bare number of a year."""
    value = hit.value(group)
    return value.resolve(ctx) if isinstance(value, Node) else year_period(value)


@rule(f"<the>? (?P<e><early>) <dash|in|on>? <the>? (?P<x>{_ANY}|<year>)")
def early_period(hit: Hit) -> Node | None:
    return _narrow(hit, hit.value("e"), "early_period")


@rule(f"<the>? (?P<e><edge|latter|rest|early>) (?P<w><word>)? (?:<of>|<dash>)? <the>? (?P<x>{_ANY}|<year>)")
def end_of_period(hit: Hit) -> Node | None:
    """ "the end of March", "the latter part of 2019", "year-end 2020"."""
    if hit.has("w") and hit.word("w") not in ("part", "parts", "days", "weeks", "months", "years"):
        return None
    part = {"latter": "end", "rest": "rest", "early": "early", "late": "late"}.get(hit.word("e"), hit.value("e"))
    return _narrow(hit, str(part), "end_of_period")


def _narrow(hit: Hit, part: str, name: str) -> Node | None:
    value = hit.value("x")

    def resolve(ctx: Context) -> Period | None:
        whole = period_of(hit, "x", ctx)
        if whole is None:
            return None
        if part == "rest":
            now = ctx.now()
            inside = now is not None and whole.start <= now <= whole.end
            return Period(whole.grain, now if inside and now is not None else whole.start, whole.end, whole.value)
        return narrowed(whole, part)

    if not isinstance(value, Node):
        return Node("YEAR", name, resolve, full=True)
    place = value.inside

    def inside(period: Period) -> Period | None:
        whole = place(period) if place else None
        return narrowed(whole, part) if whole and part != "rest" else None

    kind = "DAY" if value.kind == "WDAY" else value.kind
    return Node(kind, name, resolve, inside if place else None, value.full)


@rule("<the>? (?P<e><edge|latter|rest>) (?P<w><word>)? <of> <the>? (?P<u><unit>)")
def end_of_unit(hit: Hit) -> Node | None:
    """ "the end of the month": of the month told of in a history, of the report's own otherwise."""
    unit = hit.value("u")
    if (
        unit in ("fortnight", "half")
        or (hit.has("w") and hit.word("w") not in ("part", "half"))
        or hit.word("u").endswith("s")
    ):
        return None
    part = "end" if hit.is_a("e", "latter") else hit.value("e")

    def resolve(ctx: Context) -> Period | None:
        now = ctx.now()
        if now is None:
            return None
        whole = unit_period(unit, now)
        return Period(whole.grain, now, whole.end, whole.value) if part == 0 else narrowed(whole, str(part))

    kind = {"day": "DAY", "week": "WEEK", "month": "MONTH", "year": "YEAR"}.get(unit, "DECADE")
    return Node(kind, "end_of_unit", resolve)


@rule("<the>? (?P<o><ord|latter>) <halfword> <of> <the>? (?:(?P<x><MONTH|YEAR|DECADE|CENTURY>|<year>)|(?P<u><unit>))")
def half_of(hit: Hit) -> Node | None:
    number = 2 if hit.is_a("o", "latter") else hit.value("o")
    if number not in (1, 2) or (hit.has("u") and hit.value("u") not in ("year", "month")):
        return None

    def resolve(ctx: Context) -> Period | None:
        if hit.has("u"):
            now = ctx.now()
            whole = unit_period(hit.value("u"), now) if now is not None else None
        else:
            whole = period_of(hit, "x", ctx)
        if whole is None:
            return None
        if whole.grain == "year":
            return half_period(civil(whole.start)[0], number)
        middle = (whole.start + whole.end) // 2
        bounds = (whole.start, middle) if number == 1 else (middle + 1, whole.end)
        return Period(whole.grain, *bounds, whole.value)

    return Node("HALF", "half_of", resolve)


@rule(
    "<the>? (?:(?P<o><ord>)|(?P<l><last>)) (?P<c><num|card>)? (?P<u><unit|WDAY>) (?:<of|in> <the>?)?"
    "(?:(?P<x><MONTH|YEAR|QUARTER|SEASON|WEEK>|<year>)|(?P<v><unit>))"
)
def nth_of(hit: Hit) -> Node | None:
    """ "the first week of 2019", "the third Wednesday of next month", "the last day of July"."""
    number = hit.value("o") if hit.has("o") else -1
    count = hit.value("c") if hit.has("c") else 1
    inner = hit.value("u")
    if hit.has("v") and hit.value("v") not in ("week", "month", "quarter", "year"):
        return None
    if inner in ("fortnight", "half", "century", "decade", "weekend"):
        return None

    def resolve(ctx: Context) -> Period | None:
        if hit.has("v"):
            now = ctx.now()
            whole = unit_period(hit.value("v"), now) if now is not None else None
        else:
            whole = period_of(hit, "x", ctx)
        return nth_within(whole, inner, number, count) if whole else None

    kind = (
        "DAY" if isinstance(inner, Node) or inner == "day" else {"week": "WEEK", "month": "MONTH"}.get(inner, "QUARTER")
    )
    return Node(kind if count == 1 else "RANGE", "nth_of", resolve)


def nth_within(whole: Period, inner: Node | Grain, number: int, count: int) -> Period | None:
    """The ``number``-th (-1: last) ``inner`` of ``whole``, or ``count`` of them together. A week belongs to the
    month or year that holds its Thursday."""
    if isinstance(inner, Node):
        first = inner.inside(whole) if inner.inside else None
        if first is None:
            return None
        day = first.start + 7 * (number - 1) if number > 0 else whole.end - (whole.end - first.start) % 7
        return day_period(day) if day <= whole.end else None
    if inner == "week":
        first_week = week_period(whole.start)
        start = first_week.start if first_week.start + 3 >= whole.start else first_week.start + 7
        last_week = week_period(whole.end).start
        last_week = last_week if last_week + 3 <= whole.end else last_week - 7
        begin = start + 7 * (number - 1) if number > 0 else last_week - 7 * (count - 1)
        one, two = week_period(begin), week_period(begin + 7 * (count - 1))
    else:
        try:
            begin = (
                shift(whole.start, inner, number - 1)
                if number > 0
                else shift(unit_period(inner, whole.end).start, inner, 1 - count)
            )
            one, two = unit_period(inner, begin), unit_period(inner, shift(begin, inner, count - 1))
        except ValueError:
            return None
    if two.start > whole.end:
        return None
    return one if count == 1 else span_period(one, two)


@rule("<the>? (?P<o><ord>) (?P<u><unit>)? <of> <the>? (?:(?P<x><MONTH>)|(?P<v><unit>))")
def day_of(hit: Hit) -> Node | None:
    """ "the 20th of next month", "the twenty-sixth day of the month"."""
    number = hit.value("o")
    if (
        not 1 <= number <= 31
        or (hit.has("u") and hit.value("u") != "day")
        or (hit.has("v") and hit.value("v") != "month")
    ):
        return None

    def resolve(ctx: Context) -> Period | None:
        now = ctx.now() if hit.has("v") else None
        whole = period_of(hit, "x", ctx) if hit.has("x") else unit_period("month", now) if now is not None else None
        return day_period(whole.start + number - 1) if whole and whole.start + number - 1 <= whole.end else None

    return Node("DAY", "day_of", resolve)


@rule("<from|between>? (?P<a><num|ord>) (?:<to|dash|and>) (?P<b><num|ord>) <of|in>? (?P<x><MONTH>)")
def days_of(hit: Hit) -> Node | None:
    """ "from the 4th to the 22nd of this month"."""
    first, last = hit.value("a"), hit.value("b")
    if not 1 <= first < last <= 31:
        return None

    def resolve(ctx: Context) -> Period | None:
        whole = period_of(hit, "x", ctx)
        if whole is None or whole.start + last - 1 > whole.end:
            return None
        return span_period(day_period(whole.start + first - 1), day_period(whole.start + last - 1))

    return Node("RANGE", "days_of", resolve)


@rule(f"<the>? (?P<u><unit>) (?:<word> <on>? | <of> <the>? | <edge> <on>?) (?P<d>{_DAY})")
def week_of(hit: Hit) -> Node | None:
    """ "the week of April 10", "the weekend of Nov. 5", "the week beginning Monday"."""
    node, unit = node_of(hit, "d"), hit.value("u")
    if unit not in ("week", "weekend") or hit.tokens.word(hit.match.start("u") + 1) not in (
        "of",
        "beginning",
        "starting",
        "ending",
    ):
        return None

    def resolve(ctx: Context) -> Period | None:
        day = node.resolve(ctx)
        return (week_period if unit == "week" else weekend_period)(day.start) if day else None

    return Node("WEEK" if unit == "week" else "WEEKEND", "week_of", resolve)


RULES: tuple[Rule, ...] = (
    early_period, end_of_period, end_of_unit, half_of, nth_of, day_of, days_of, week_of,
)  # fmt: skip
