"""Rules for days by their names: "Oct. 4, 2022", "4/10/2022", "May 3-7", "Friday the 13th"."""

from __future__ import annotations

from sayso.grounding.dates.lexer import CODES
from sayso.grounding.dates.months import fixed, whole_year
from sayso.grounding.dates.nodes import Context, Node
from sayso.grounding.dates.periods import (
    Period,
    civil,
    day_period,
    ordinal,
    weekday,
    year_period,
)
from sayso.grounding.dates.rules import Hit, Rule, rule
from sayso.grounding.dates.yearless import yearless

_NAMED = "<month|maymonth>"
_TWO = "(?P<a><num|ord>) (?:<dash|to>|(?P<and><and>)) <the>? (?P<b><num|ord>)"
_YEAR = "(?:<comma>? <of>? (?P<y><year>))?"


_DAYS = frozenset(CODES[name] for name in ("weekday", "shortday"))


#: In so many months there is always a Friday the 13th.
_FAR = 14
_DATED_BEFORE = frozenset([
    "on", "by", "since", "until", "till", "to", "from", "between", "and", "before", "after", "-", "–", ",",
    "through", "in", "at", "around",
])  # fmt: skip


def month_day(name: str, month: int, day: int) -> Node | None:
    """A day of a month without its year; None where no year has it."""
    try:
        ordinal(2000, month, day)
    except ValueError:
        return None

    def inside(period: Period) -> Period | None:
        for year in range(civil(period.start)[0], min(civil(period.end)[0], civil(period.start)[0] + 1) + 1):
            try:
                found = ordinal(year, month, day)
            except ValueError:
                continue
            if period.start <= found <= period.end:
                return day_period(found)
        return None

    return Node("DAY", name, yearless(inside), inside, month_day=(month, day))


def full_day(name: str, year: int, month: int, day: int) -> Node | None:
    try:
        period = day_period(ordinal(year, month, day))
    except ValueError:
        return None
    return fixed("DAY", name, period)


@rule("(?P<y><year>) <dash|slash|dot> (?P<m><num|month|maymonth>) <dash|slash|dot> (?P<d><num>)")
def iso_date(hit: Hit) -> Node | None:
    return full_day("iso_date", hit.value("y"), hit.value("m"), hit.value("d"))


@rule("(?P<a><num>) (?P<sep><dash|slash|dot>) (?P<b><num>) <dash|slash|dot> (?P<y><year|num>)")
def numeric_date(hit: Hit) -> Node | None:
    """Month first, as in American reports, unless the numbers or the rest of the text tell otherwise."""
    first, second, short = hit.value("a"), hit.value("b"), hit.is_a("y", "num")
    if short and hit.word("sep") != "/":
        return None
    year = whole_year(hit.value("y"), two_digits=short)
    monthly = full_day("numeric_date", year, first, second)
    daily = full_day("numeric_date", year, second, first)
    if monthly is None or daily is None:
        return monthly or daily
    if hit.word("sep") == ".":
        return daily

    def resolve(ctx: Context) -> Period | None:
        return (daily if ctx.day_first else monthly).resolve(ctx)

    return Node("DAY", "numeric_date", resolve, full=True)


@rule("(?P<m><num>) <slash> (?P<d><num>) (?!<slash|num|num3|year>)")
def numeric_month_day(hit: Hit) -> Node | None:
    """ "on 5/15": after words that dates take, or where the second number is too high for an ordinary fraction."""
    month, day = hit.value("m"), hit.value("d")
    if hit.word("m") == "9" and hit.word("d") == "11":
        return full_day("attacks_of_2001", 2001, month, day)  # a name, whatever the report's year
    if (month, day) == (24, 7):  # round the clock
        return None
    lead = hit.before in _DATED_BEFORE or (hit.match.start() and hit.tokens.codes[hit.match.start() - 1] in _DAYS)
    if not lead and not (month <= 12 < day and hit.before != "/"):
        return None
    return month_day("numeric_month_day", month, day) or month_day("numeric_month_day", day, month)


@rule(
    f"(?:(?P<w><weekday|shortday>) <comma>?)? <the>? (?P<d><num|ord>) <of|dash|slash>? (?P<m>{_NAMED})"
    "(?:<dash|comma|slash|of>? (?P<y><year>))?"
)
def day_month(hit: Hit) -> Node | None:
    return _named_day(hit, "day_month")


@rule(
    f"(?:(?P<w><weekday|shortday>) <comma>?)? (?P<m>{_NAMED}) <dash|dot|slash|the>? (?P<d><num|ord|card>)"
    f"(?!<slash>) {_YEAR}"
)
def month_day_year(hit: Hit) -> Node | None:
    return _named_day(hit, "month_day_year")


def _named_day(hit: Hit, name: str) -> Node | None:
    if hit.is_a("d", "card") and hit.value("d") < 20:
        return None  # "in March two men": days in words only where they cannot count anything else
    if hit.is_a("d", "ord") and hit.tokens.text[hit.tokens.begins[hit.match.start("d")]].isupper():
        return None  # "March First", "by the end of May the Second"
    node = month_day(name, hit.value("m"), hit.value("d"))
    if node is not None and hit.has("y"):
        node = full_day(name, hit.value("y"), hit.value("m"), hit.value("d"))
    if node is None:  # "Feb. 30" is written as a day and is none
        return Node("WORDS", "no_such_day", lambda ctx: None) if 29 <= hit.value("d") <= 31 else None
    if hit.has("w"):
        node.weekday = hit.value("w")
    return node


@rule(f"<from|between>? (?P<m>{_NAMED}) <the>? {_TWO} (?! <unit|dash|num|slash> | <of>? {_NAMED}) {_YEAR}")
def month_days(hit: Hit) -> Node | None:
    return _days_of_month(hit, "month_days")


@rule(f"<from|between>? <the>? {_TWO} <of>? (?P<m>{_NAMED}) (?! <num|ord> (?!<dash>)) {_YEAR}")
def days_month(hit: Hit) -> Node | None:
    return _days_of_month(hit, "days_month")


def _days_of_month(hit: Hit, name: str) -> Node | None:
    month, first, last = hit.value("m"), hit.value("a"), hit.value("b")
    if not 1 <= first < last <= 31:
        return None
    if hit.has("and") and last != first + 1 and hit.tokens.word(hit.match.start()) != "between":
        return None
    begin, end = month_day(name, month, first), month_day(name, month, last)
    if begin is None or end is None or begin.inside is None or end.inside is None:
        return None
    starts, ends = begin.inside, end.inside

    def inside(period: Period) -> Period | None:
        one, two = starts(period), ends(period)
        return Period("range", one.start, two.end, f"{one.value}/{two.value}") if one and two else None

    if hit.has("y"):
        period = inside(year_period(hit.value("y")))
        return fixed("RANGE", name, period) if period else None
    return Node("RANGE", name, yearless(inside), inside)


@rule(
    "(?P<w><weekday|shortday>) (?: <the> (?P<o><ord>) | (?:<the>|<comma>)? (?P<d><num|ord>)) "
    "(?! <month|maymonth> | (?<!<ord>) <unit|clock|subunit|word|dash|slash|dot|num|year>)"
)
def weekday_day(hit: Hit) -> Node | None:
    """ "Friday the 13th": the nearest such day, before where both are near."""
    week_day, number = hit.value("w"), hit.value("o" if hit.has("o") else "d")
    if not 1 <= number <= 31:
        return None

    def resolve(ctx: Context) -> Period | None:
        now = ctx.now()
        if now is None:
            return None
        year, month, _ = civil(now)
        days = []
        for away in range(-_FAR, _FAR + 1):
            years, index = divmod(month - 1 + away, 12)
            try:
                day = ordinal(year + years, index + 1, number)
            except ValueError:
                continue
            if weekday(day) == week_day:
                days.append(day)
        return day_period(min(days, key=lambda day: (abs(day - now), day))) if days else None

    return Node("DAY", "weekday_day", resolve)


@rule("(?:<on> <the> | <the>) (?P<d><ord|num>) (?=<dot|comma|break|of|prep|in> (?!<month|maymonth|the>) | $)")
def day_of_month(hit: Hit) -> Node | None:
    """ "on the 15th": of the month that the text is in."""
    number = hit.value("d")
    if hit.is_a("d", "num") and not (hit.word("d") and hit.tokens.word(hit.match.start()) == "on"):
        return None
    if hit.word("d")[0].isalpha() or not 1 <= number <= 31:
        return None

    def inside(period: Period) -> Period | None:
        year, month, _ = civil(period.start)
        try:
            return day_period(ordinal(year, month, number))
        except ValueError:
            return None

    def resolve(ctx: Context) -> Period | None:
        now = ctx.now()
        return inside(day_period(now)) if now is not None else None

    return Node("DAY", "day_of_month", resolve, inside)


RULES: tuple[Rule, ...] = (
    iso_date, numeric_date, numeric_month_day, day_month, month_day_year, month_days, days_month, weekday_day,
    day_of_month,
)  # fmt: skip
