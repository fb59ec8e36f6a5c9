"""Rules that place a date in the year, week or day that the words beside it give: "November of the same year"."""

from __future__ import annotations

from sayso.grounding.dates.nodes import Context, Node
from sayso.grounding.dates.parts import node_of, nth_within, period_of
from sayso.grounding.dates.periods import (
    Period,
    civil,
    day_period,
    season_period,
    span_period,
    unit_period,
    week_period,
    weekday,
    year_period,
)
from sayso.grounding.dates.rules import Hit, Rule, rule

_DAY = "<DAY|WDAY>"


@rule("(?P<d><DAY|RANGE|MONTH|SEASON|QUARTER|HALF>) <comma|dash>? <of|in>? (?:(?P<y><YEAR>)|(?P<n><year>))")
def with_year(hit: Hit) -> Node | None:
    """ "November of the same year", "the third quarter of 2021", "Thanksgiving 2016"."""
    return _placed(hit, "d", "y" if hit.has("y") else "n", "with_year")


@rule("(?P<t><MONTH|DAY|SEASON>) (?=<and|or|slash|comma> (?P<b><MONTH|DAY|SEASON>))")
def shared_year(hit: Hit) -> Node | None:
    """ "in April and June 1955": the year stands for both."""
    node, other = node_of(hit, "t"), node_of(hit, "b")
    place = node.inside
    if node.full or not other.full or place is None or node.kind != other.kind:
        return None

    def resolve(ctx: Context) -> Period | None:
        whole = other.resolve(ctx)
        return place(year_period(civil(whole.start)[0])) if whole else None

    return Node(node.kind, "shared_year", resolve, full=True, weekday=node.weekday, month_day=node.month_day)


@rule("(?P<n><year|YEAR>) (?:<apos> <s>)? <dash|comma>? <the>? (?P<d><QUARTER|HALF|MONTH|SEASON|DAY>)")
def year_with(hit: Hit) -> Node | None:
    return _placed(hit, "d", "n", "with_year")


@rule("(?P<u><unit>) (?P<n><num>) (?: <of|comma>? (?P<y><year|YEAR>))?")
def numbered_week(hit: Hit) -> Node | None:
    """ "week 27 of 2018", by ISO 8601; a capital is a round of some league."""
    number = hit.value("n")
    if (
        hit.value("u") != "week"
        or hit.tokens.text[hit.tokens.begins[hit.match.start()]] != "w"
        or not 1 <= number <= 53
    ):
        return None

    def resolve(ctx: Context) -> Period | None:
        now = ctx.now()
        whole = period_of(hit, "y", ctx) if hit.has("y") else unit_period("year", now) if now is not None else None
        return nth_within(whole, "week", number, 1) if whole else None

    return Node("WEEK", "numbered_week", resolve)


@rule("(?P<d><WDAY>) <comma|dash>? <of|in>? (?P<n><WEEK>)")
def weekday_of_week(hit: Hit) -> Node | None:
    return _placed(hit, "d", "n", "weekday_of_week")


@rule("(?P<n><WEEK>) <comma|dash>? <on>? (?P<d><WDAY>)")
def week_weekday(hit: Hit) -> Node | None:
    return _placed(hit, "d", "n", "weekday_of_week")


def _placed(hit: Hit, inner: str, outer: str, name: str) -> Node | None:
    node = node_of(hit, inner)
    place = node.inside
    if node.full or place is None:
        return None

    def resolve(ctx: Context) -> Period | None:
        whole = period_of(hit, outer, ctx)
        return place(whole) if whole else None

    full = not isinstance(hit.value(outer), Node) or hit.value(outer).full
    kind = "DAY" if node.kind == "WDAY" else node.kind
    return Node(kind, name, resolve, full=full, weekday=node.weekday, month_day=node.month_day)


@rule("(?P<w><WDAY>) (?:<comma>|<the>)? (?P<d><DAY>)")
def weekday_date(hit: Hit) -> Node | None:
    """ "Friday, 4 November": the date counts, the weekday is a claim about it."""
    day, named = node_of(hit, "d"), node_of(hit, "w")
    if day.month_day is None and not day.full:
        return None
    claimed = named.inside(week_period(1)) if named.inside else None
    return Node(
        "DAY", day.rule, day.resolve, day.inside, day.full,
        weekday=weekday(claimed.start) if claimed else None, month_day=day.month_day,
    )  # fmt: skip


@rule(f"(?P<d>{_DAY}) <comma>? <in>? <the>? <early>? <dash>? (?P<p><part>)")
def day_with_part(hit: Hit) -> Node | None:
    return _with_part(hit)


@rule(f"<early>? <in>? <the>? <early>? <dash>? (?P<p><part>) <of|on>? (?P<d>{_DAY})")
def part_of_day(hit: Hit) -> Node | None:
    return _with_part(hit)


def _with_part(hit: Hit) -> Node | None:
    node, part = node_of(hit, "d"), hit.value("p")
    if node.part:
        return None

    def resolve(ctx: Context) -> Period | None:
        day = node.resolve(ctx)
        return day_period(day.start, part) if day else None

    return Node("DAY", node.rule, resolve, full=node.full, weekday=node.weekday, month_day=node.month_day, part=part)


@rule("<the>? (?P<s><season>) <of> (?P<x><YEAR>)")
def season_of(hit: Hit) -> Node | None:
    name = hit.value("s")

    def resolve(ctx: Context) -> Period | None:
        whole = period_of(hit, "x", ctx)
        return season_period(civil(whole.start)[0], name) if whole else None

    return Node("SEASON", "season_of", resolve)


@rule("(?P<a><year>) (?:<dash|slash> (?P<b><num>)) (?!<dash|slash|num>)")
def years_short(hit: Hit) -> Node | None:
    """ "1957-60"."""
    first = hit.value("a")
    last = first - first % 100 + hit.value("b")
    if last <= first or len(hit.word("b")) != 2:
        return None
    return Node("RANGE", "years_short", lambda ctx: span_period(year_period(first), year_period(last)), full=True)


PLACES: tuple[Rule, ...] = (
    with_year, shared_year, year_with, weekday_of_week, week_weekday, weekday_date, season_of,
    years_short, numbered_week,
)  # fmt: skip
DAY_PARTS: tuple[Rule, ...] = (day_with_part, part_of_day)
