"""Rules for dates from one to another, or counted from one another, and for bare years."""

from __future__ import annotations

from sayso.grounding.dates.counted import count_of, moved
from sayso.grounding.dates.english import COUNT_LEADS, COUNTED, NUMBER_LEADS, YEAR_LEADS
from sayso.grounding.dates.nodes import Context, Node
from sayso.grounding.dates.parts import node_of, period_of
from sayso.grounding.dates.periods import (
    Period,
    civil,
    day_period,
    shift,
    span_period,
    unit_period,
    year_period,
)
from sayso.grounding.dates.rules import Hit, Rule, rule

_DAY = "<DAY|WDAY>"


_ANY = "<DAY|WDAY|WEEK|WEEKEND|MONTH|SEASON|QUARTER|HALF|YEAR|DECADE|CENTURY>"


@rule(
    f"<about>? (?P<n><num|num3|card|a|the>)? (?P<u><unit>) (?P<g><before|after|from>) <the>? (?P<d>{_ANY}|<year|now>)"
)
def units_from(hit: Hit) -> Node | None:
    """ "two days before Friday", "the day after tomorrow", "three weeks from now", "the week after next week"."""
    unit, sign = hit.value("u"), hit.value("g") or 1
    alone = not hit.has("n") or hit.is_a("n", "the")
    count = 1 if alone else count_of(hit) or 1
    if not hit.has("n") and hit.word("u").endswith("s"):
        return None
    if unit == "fortnight":
        unit, count = "week", 2 * count

    def resolve(ctx: Context) -> Period | None:
        if hit.is_a("d", "now"):
            now = ctx.now()
            return moved(unit, now, count) if now is not None else None
        whole = period_of(hit, "d", ctx)
        if whole is None:
            return None
        exact = whole.grain == "day" and not alone
        return moved(unit, whole.start if sign < 0 else whole.end, sign * count, exact=exact)

    return Node("DAY" if unit in ("day", "week") else "MONTH", "units_from", resolve)


@rule("<the>? (?P<u><unit>) (?P<g><after|before>) <the>? (?P<n><next|last>) (?!<unit>)")
def unit_after_next(hit: Hit) -> Node | None:
    unit, sign = hit.value("u"), hit.value("g")
    if unit == "fortnight" or hit.value("n") not in ("next", "last") or (sign > 0) != hit.is_a("n", "next"):
        return None

    def resolve(ctx: Context) -> Period | None:
        now = ctx.now()
        return unit_period(unit, shift(now, unit, 2 * sign)) if now is not None else None

    return Node("WEEK", "unit_after_next", resolve)


@rule(f"<on>? <the>? <eve> <of> (?P<d>{_DAY})")
def eve_of(hit: Hit) -> Node | None:
    node = node_of(hit, "d")

    def resolve(ctx: Context) -> Period | None:
        day = node.resolve(ctx)
        return day_period(day.start - 1) if day else None

    return Node("DAY", "eve_of", resolve)


@rule(
    "(?:<since> | <on> <the> <eve> <of> | <a|num|card|vague> <unit> <before|after>)"
    "(?:<the|their> | <word> <apos> <s>) <word>? <word>? <event>"
)
def since_event(_hit: Hit) -> Node | None:
    """A date by a happening whose own date is not in the words: kept, without a value."""
    return Node("WORDS", "since_event", lambda ctx: None)


@rule("(?<=<DAY> <and|or>) (?P<d><num|ord>) (?=<comma|dot|close|break> | $)")
def and_day(hit: Hit) -> Node | None:
    """ "May 3 and 7": the second day is of the same month."""
    before = hit.tokens.values[hit.match.start() - 2]
    number = hit.value("d")
    if not isinstance(before, Node) or before.month_day is None or not 1 <= number <= 31:
        return None

    def resolve(ctx: Context) -> Period | None:
        first = before.resolve(ctx)
        if first is None or number <= civil(first.start)[2]:
            return None
        day = first.start + number - civil(first.start)[2]
        return day_period(day) if civil(day)[1] == civil(first.start)[1] else None

    return Node("DAY", "and_day", resolve)


_END = "<DAY|WDAY|WEEK|MONTH|SEASON|QUARTER|YEAR|DECADE|year>"


@rule(f"<between> (?P<a>{_END}) <and> (?P<b>{_END})")
def between(hit: Hit) -> Node | None:
    return _range(hit, "between")


@rule(f"(?P<f><from|between>)? (?P<a>{_END}) (?P<c><to|dash>) (?P<b>{_END})")
def from_to(hit: Hit) -> Node | None:
    """ "from Monday to Thursday", "May 30 to June 2", "2014-2016"."""
    if (
        not hit.has("f")
        and hit.word("c") in ("to", "until", "till")
        and (hit.is_a("a", "WDAY") != hit.is_a("b", "WDAY"))
    ):
        return None
    return _range(hit, "from_to")


def _range(hit: Hit, name: str) -> Node | None:
    def resolve(ctx: Context) -> Period | None:
        one, two = hit.value("a"), hit.value("b")
        last = period_of(hit, "b", ctx)
        if last is None:
            return None
        first: Period | None
        if isinstance(one, Node) and one.inside and isinstance(two, Node) and two.full:
            year = civil(last.start)[0]
            first = one.inside(year_period(year))
            if first is None or first.start > last.start:
                first = one.inside(year_period(year - 1))
        else:
            first = period_of(hit, "a", ctx)
            if first is not None and isinstance(two, Node) and two.inside and not two.full:
                last = _following(two, first) or last
        return span_period(first, last) if first else None

    return Node("RANGE", name, resolve, full=not isinstance(hit.value("b"), Node) or hit.value("b").full)


def _following(node: Node, first: Period) -> Period | None:
    """The first occurrence of a recurring date after the beginning of ``first``."""
    if node.inside is None:
        return None
    if node.kind == "WDAY":
        return node.inside(Period("range", first.start + 1, first.start + 7, ""))
    year = civil(first.start)[0]
    for near in (year, year + 1):
        found = node.inside(year_period(near))
        if found and found.end > first.start:
            return found
    return None


@rule("(?P<y><year>)")
def bare_year(hit: Hit) -> Node | None:
    """A four-digit number where only a year can stand, or one of our time that nothing makes a count."""
    number, before, after = hit.value("y"), hit.before, hit.after
    if after in COUNTED or (after in ("%", "-") and before not in ("in", "(")):
        return None
    if before not in YEAR_LEADS:
        heading = not after or after.startswith("\n") or before.startswith("\n")
        recent = 1900 <= number <= 2059 and before not in COUNT_LEADS
        if before in NUMBER_LEADS or not (heading or recent):
            return None
    return Node("YEAR", "bare_year", lambda ctx: year_period(number), full=True)


NEXT_TO: tuple[Rule, ...] = (unit_after_next, eve_of, since_event, and_day)
COUNTS: tuple[Rule, ...] = (units_from,)
RANGES: tuple[Rule, ...] = (between, from_to)
YEARS: tuple[Rule, ...] = (bare_year,)
