"""Rules that put dates together: "late March", "the end of the year", "two days before Friday", "Tuesday of last week"."""

from __future__ import annotations

from sayso.grounding.dates.english import COUNTED
from sayso.grounding.dates.nodes import Context, Node
from sayso.grounding.dates.periods import (
    Grain,
    Period,
    civil,
    day_period,
    half_period,
    narrowed,
    season_period,
    shift,
    span_period,
    unit_period,
    week_period,
    weekend_period,
    weekday,
    year_period,
)
from sayso.grounding.dates.relative import count_of, moved
from sayso.grounding.dates.rules import Hit, Rule, rule

_DAY = "<DAY|WDAY>"
_BIG = "<WEEK|WEEKEND|MONTH|SEASON|QUARTER|HALF|YEAR|DECADE|CENTURY>"
_ANY = "<DAY|WDAY|WEEK|WEEKEND|MONTH|SEASON|QUARTER|HALF|YEAR|DECADE|CENTURY>"


def _node(hit: Hit, group: str) -> Node:
    node = hit.value(group)
    assert isinstance(node, Node)
    return node


def period_of(hit: Hit, group: str, ctx: Context) -> Period | None:
    """What a group gives, be it a node or the bare number of a year."""
    value = hit.value(group)
    return value.resolve(ctx) if isinstance(value, Node) else year_period(value)


@rule("(?P<d><DAY|RANGE|MONTH|SEASON|QUARTER|HALF>) <comma|dash>? <of|in>? (?:(?P<y><YEAR>)|(?P<n><year>))")
def with_year(hit: Hit) -> Node | None:
    """"November of the same year", "the third quarter of 2021", "Thanksgiving 2016"."""
    return _placed(hit, "d", "y" if hit.has("y") else "n", "with_year")


@rule("(?P<t><MONTH|DAY|SEASON>) (?=<and|or|slash|comma> (?P<b><MONTH|DAY|SEASON>))")
def shared_year(hit: Hit) -> Node | None:
    """"in April and June 1955": the year stands for both."""
    node, other = _node(hit, "t"), _node(hit, "b")
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
    """"week 27 of 2018", by ISO 8601; a capital is a round of some league."""
    number = hit.value("n")
    if hit.value("u") != "week" or hit.tokens.text[hit.tokens.begins[hit.match.start()]] != "w" or not 1 <= number <= 53:
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
    node = _node(hit, inner)
    place = node.inside
    if node.full or place is None:
        return None

    def resolve(ctx: Context) -> Period | None:
        whole = period_of(hit, outer, ctx)
        return place(whole) if whole else None

    full = not isinstance(hit.value(outer), Node) or hit.value(outer).full
    kind = "DAY" if node.kind == "WDAY" else node.kind
    return Node(kind, name, resolve, full=full, weekday=node.weekday, month_day=node.month_day)


@rule(f"(?P<w><WDAY>) (?:<comma>|<the>)? (?P<d><DAY>)")
def weekday_date(hit: Hit) -> Node | None:
    """"Friday, 4 November": the date counts, the weekday is a claim about it."""
    day, named = _node(hit, "d"), _node(hit, "w")
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
    node, part = _node(hit, "d"), hit.value("p")
    if node.part:
        return None

    def resolve(ctx: Context) -> Period | None:
        day = node.resolve(ctx)
        return day_period(day.start, part) if day else None

    return Node("DAY", node.rule, resolve, full=node.full, weekday=node.weekday, month_day=node.month_day, part=part)


@rule(f"<the>? (?P<e><early>) <dash|in|on>? <the>? (?P<x>{_ANY}|<year>)")
def early_period(hit: Hit) -> Node | None:
    return _narrow(hit, hit.value("e"), "early_period")


@rule(f"<the>? (?P<e><edge|latter|rest|early>) (?P<w><word>)? (?:<of>|<dash>)? <the>? (?P<x>{_ANY}|<year>)")
def end_of_period(hit: Hit) -> Node | None:
    """"the end of March", "the latter part of 2019", "year-end 2020"."""
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
    """"the end of the month": of the month told of in a history, of the report's own otherwise."""
    unit = hit.value("u")
    if unit in ("fortnight", "half") or (hit.has("w") and hit.word("w") not in ("part", "half")) or hit.word("u").endswith("s"):
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


@rule("<the>? (?:(?P<o><ord>)|(?P<l><last>)) (?P<c><num|card>)? (?P<u><unit|WDAY>) (?:<of|in> <the>? | ) (?:(?P<x><MONTH|YEAR|QUARTER|SEASON|WEEK>|<year>)|(?P<v><unit>))")
def nth_of(hit: Hit) -> Node | None:
    """"the first week of 2019", "the third Wednesday of next month", "the last day of July"."""
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

    kind = "DAY" if isinstance(inner, Node) or inner == "day" else {"week": "WEEK", "month": "MONTH"}.get(inner, "QUARTER")
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
            begin = shift(whole.start, inner, number - 1) if number > 0 else shift(unit_period(inner, whole.end).start, inner, 1 - count)
            one, two = unit_period(inner, begin), unit_period(inner, shift(begin, inner, count - 1))
        except ValueError:
            return None
    if two.start > whole.end:
        return None
    return one if count == 1 else span_period(one, two)


@rule("<the>? (?P<o><ord>) (?P<u><unit>)? <of> <the>? (?:(?P<x><MONTH>)|(?P<v><unit>))")
def day_of(hit: Hit) -> Node | None:
    """"the 20th of next month", "the twenty-sixth day of the month"."""
    number = hit.value("o")
    if not 1 <= number <= 31 or (hit.has("u") and hit.value("u") != "day") or (hit.has("v") and hit.value("v") != "month"):
        return None

    def resolve(ctx: Context) -> Period | None:
        now = ctx.now() if hit.has("v") else None
        whole = period_of(hit, "x", ctx) if hit.has("x") else unit_period("month", now) if now is not None else None
        return day_period(whole.start + number - 1) if whole and whole.start + number - 1 <= whole.end else None

    return Node("DAY", "day_of", resolve)


@rule("<from|between>? (?P<a><num|ord>) (?:<to|dash|and>) (?P<b><num|ord>) <of|in>? (?P<x><MONTH>)")
def days_of(hit: Hit) -> Node | None:
    """"from the 4th to the 22nd of this month"."""
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
    """"the week of April 10", "the weekend of Nov. 5", "the week beginning Monday"."""
    node, unit = _node(hit, "d"), hit.value("u")
    if unit not in ("week", "weekend") or hit.tokens.word(hit.match.start("u") + 1) not in ("of", "beginning", "starting", "ending"):
        return None

    def resolve(ctx: Context) -> Period | None:
        day = node.resolve(ctx)
        return (week_period if unit == "week" else weekend_period)(day.start) if day else None

    return Node("WEEK" if unit == "week" else "WEEKEND", "week_of", resolve)


@rule(f"<about>? (?P<n><num|num3|card|a|the>)? (?P<u><unit>) (?P<g><before|after|from>) <the>? (?P<d>{_ANY}|<year|now>)")
def units_from(hit: Hit) -> Node | None:
    """"two days before Friday", "the day after tomorrow", "three weeks from now", "the week after next week"."""
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
    node = _node(hit, "d")

    def resolve(ctx: Context) -> Period | None:
        day = node.resolve(ctx)
        return day_period(day.start - 1) if day else None

    return Node("DAY", "eve_of", resolve)


@rule("(?:<since> | <on> <the> <eve> <of>) (?:<the|their> | <word> <apos> <s>) <word>? <word>? <event>")
def since_event(hit: Hit) -> Node | None:
    """A date by a happening whose own date is not in the words: kept, without a value."""
    return Node("WORDS", "since_event", lambda ctx: None)


@rule("(?<=<DAY> <and|or>) (?P<d><num|ord>) (?=<comma|dot|close|break> | $)")
def and_day(hit: Hit) -> Node | None:
    """"May 3 and 7": the second day is of the same month."""
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


@rule("<the>? (?P<s><season>) <of> (?P<x><YEAR>)")
def season_of(hit: Hit) -> Node | None:
    name = hit.value("s")

    def resolve(ctx: Context) -> Period | None:
        whole = period_of(hit, "x", ctx)
        return season_period(civil(whole.start)[0], name) if whole else None

    return Node("SEASON", "season_of", resolve)


@rule("(?P<a><year>) (?:<dash|slash> (?P<b><num>)) (?!<dash|slash|num>)")
def years_short(hit: Hit) -> Node | None:
    """"1957-60"."""
    first = hit.value("a")
    last = first - first % 100 + hit.value("b")
    if last <= first or len(hit.word("b")) != 2:
        return None
    return Node("RANGE", "years_short", lambda ctx: span_period(year_period(first), year_period(last)), full=True)


_END = "<DAY|WDAY|WEEK|MONTH|SEASON|QUARTER|YEAR|DECADE|year>"


@rule(f"<between> (?P<a>{_END}) <and> (?P<b>{_END})")
def between(hit: Hit) -> Node | None:
    return _range(hit, "between")


@rule(f"(?P<f><from|between>)? (?P<a>{_END}) (?P<c><to|dash>) (?P<b>{_END})")
def from_to(hit: Hit) -> Node | None:
    """"from Monday to Thursday", "May 30 to June 2", "2014-2016"."""
    if not hit.has("f") and hit.word("c") in ("to", "until", "till") and (hit.is_a("a", "WDAY") != hit.is_a("b", "WDAY")):
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
    if after in ("\n", "") or hit.tokens.text[max(0, hit.tokens.begins[hit.match.start()] - 2):][:2] == "\n\n":
        return Node("YEAR", "bare_year", lambda ctx: year_period(number), full=True)  # the end or all of a heading
    if after in COUNTED or after in ("%", "-") and before not in ("in", "("):
        return None
    leads = before in ("in", "since", "by", "until", "till", "from", "during", "of", "before", "after", "through", "(", "between")
    if not leads and not 1900 <= number <= 2059:
        return None
    if before in ("about", "some", "than", "nearly", "almost", "over", "under", "no", "number", "room", "route", "flight", ".", "-") and not leads:
        return None
    return Node("YEAR", "bare_year", lambda ctx: year_period(number), full=True)


PLACE: tuple[Rule, ...] = (
    with_year, shared_year, year_with, weekday_of_week, week_weekday, weekday_date, season_of, years_short,
    numbered_week,
)
PARTS: tuple[Rule, ...] = (
    day_with_part, part_of_day, early_period, end_of_period, end_of_unit, half_of, nth_of, day_of, days_of, week_of, unit_after_next,
    eve_of, since_event, and_day,
)  # fmt: skip
COUNTS: tuple[Rule, ...] = (units_from,)
RANGES: tuple[Rule, ...] = (between, from_to)
YEARS: tuple[Rule, ...] = (bare_year,)
