"""Rules for dates by their names in the calendar: days, months, years, decades, centuries, seasons, feast days."""

from __future__ import annotations

import re

from sayso.grounding.dates import english
from sayso.grounding.dates.lexer import CODES
from sayso.grounding.dates.nodes import Context, Node
from sayso.grounding.dates.periods import (
    Period,
    century_period,
    civil,
    day_period,
    decade_period,
    month_period,
    ordinal,
    quarter_period,
    half_period,
    season_period,
    weekday,
    year_period,
)
from sayso.grounding.dates.rules import Hit, Number, Rule, rule
from sayso.grounding.dates.yearless import yearless

_NAMED = "<month|maymonth>"
_BARE_MONTH = frozenset("in since until till through during early late mid last next this of from before after by".split())
_BARE_MAY = _BARE_MONTH - frozenset("of from before after by".split())
_MS_MAY = re.compile(r"\b(?:Theresa|Brian|Elaine|M(?:r|rs|s)\.?|Minister|Secretary) May\b")
_LINKS = frozenset(CODES[name] for name in ("to", "and", "or", "dash", "slash", "comma"))
_RELATIVE = frozenset(CODES[name] for name in ("next", "last", "this"))
_DAYS = frozenset(CODES[name] for name in ("weekday", "shortday"))
_MONTHS = frozenset(CODES[name] for name in ("month", "maymonth"))


def fixed(kind: str, name: str, period: Period) -> Node:
    return Node(kind, name, lambda ctx: period, full=True)


def whole_year(number: int, *, two_digits: bool = False) -> int:
    """17 → 2017, 87 → 1987 for years written with two digits."""
    if not two_digits:
        return number
    return number + (2000 if number < 50 else 1900)


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
        return Node("DAY", name, lambda ctx, p=day_period(ordinal(year, month, day)): p, full=True)  # type: ignore[misc]
    except ValueError:
        return None


@rule("(?P<a><card|tens>) (?: (?P<k><thousand>) <and>? (?P<b><card|tens>)? | <dash>? (?P<c><tens|card>) (?P<d><card>)?)")
def spelled_year(hit: Hit) -> Number | None:
    """"two thousand and eighteen", "nineteen seventy eight"."""
    first = hit.value("a")
    if hit.has("k"):
        if first not in (1, 2) or (first == 1 and not hit.has("b")):
            return None
        return Number("year", 1000 * first + (hit.value("b") if hit.has("b") else 0))
    second = hit.value("c") + (hit.value("d") if hit.has("d") else 0)
    if not 10 <= first <= 20 or hit.value("c") < 10 or (hit.has("d") and (hit.value("c") < 20 or hit.value("d") > 9)):
        return None
    return Number("year", 100 * first + second)


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


_DATED_BEFORE = frozenset("on by since until till to from between and before after - – , through in at around".split())


@rule("(?P<m><num>) <slash> (?P<d><num>) (?!<slash|num|num3|year>)")
def numeric_month_day(hit: Hit) -> Node | None:
    """"on 5/15": after words that dates take, or where the second number is too high for an ordinary fraction."""
    month, day = hit.value("m"), hit.value("d")
    lead = hit.before in _DATED_BEFORE or (hit.match.start() and hit.tokens.codes[hit.match.start() - 1] in _DAYS)
    if not lead and not (month <= 12 < day and hit.before != "/"):
        return None
    return month_day("numeric_month_day", month, day) or month_day("numeric_month_day", day, month)


@rule(f"(?:(?P<w><weekday|shortday>) <comma>?)? <the>? (?P<d><num|ord>) (?:<of>|<dash>|<slash>)? (?P<m>{_NAMED}) (?:(?:<dash|comma|slash>|<of>)? (?P<y><year>))?")
def day_month(hit: Hit) -> Node | None:
    return _named_day(hit, "day_month")


@rule(f"(?:(?P<w><weekday|shortday>) <comma>?)? (?P<m>{_NAMED}) <dash|dot|slash|the>? (?P<d><num|ord|card>) (?!<slash>) (?:<comma>? <of>? (?P<y><year>))?")
def month_day_year(hit: Hit) -> Node | None:
    return _named_day(hit, "month_day_year")


def _named_day(hit: Hit, name: str) -> Node | None:
    if hit.is_a("d", "card") and hit.value("d") < 20:
        return None  # "in March two men": days in words only where they cannot count anything else
    if hit.is_a("d", "ord") and hit.tokens.text[hit.tokens.begins[hit.match.start("d")]].isupper():
        return None  # "March First", "by the end of May the Second"
    node = month_day(name, hit.value("m"), hit.value("d"))
    if node is None:
        return None
    if hit.has("y"):
        node = full_day(name, hit.value("y"), hit.value("m"), hit.value("d"))
    if node is not None and hit.has("w"):
        node.weekday = hit.value("w")
    return node


@rule(f"<from|between>? (?P<m>{_NAMED}) <the>? (?P<a><num|ord>) (?:<dash>|<to>|(?P<and><and>)) <the>? (?P<b><num|ord>) (?! <unit|dash|num|slash> | <of>? {_NAMED}) (?:<comma>? <of>? (?P<y><year>))?")
def month_days(hit: Hit) -> Node | None:
    return _days_of_month(hit, "month_days")


@rule(f"<from|between>? <the>? (?P<a><num|ord>) (?:<dash>|<to>|(?P<and><and>)) <the>? (?P<b><num|ord>) <of>? (?P<m>{_NAMED}) (?! <num|ord> (?!<dash>)) (?:<comma>? <of>? (?P<y><year>))?")
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


@rule("(?P<w><weekday|shortday>) (?: <the> (?P<o><ord>) | (?:<the>|<comma>)? (?P<d><num|ord>)) (?!<month|maymonth> | (?<!<ord>)<unit|clock|subunit|word|dash|slash|dot|num|year|month|maymonth>)")
def weekday_day(hit: Hit) -> Node | None:
    """"Friday the 13th": the nearest such day, before where both are near."""
    week_day, number = hit.value("w"), hit.value("o" if hit.has("o") else "d")
    if not 1 <= number <= 31:
        return None

    def resolve(ctx: Context) -> Period | None:
        now = ctx.now()
        for away in range(0, 400) if now is not None else ():
            for day in (now - away, now + away):  # type: ignore[operator]
                if civil(day)[2] == number and weekday(day) == week_day:
                    return day_period(day)
        return None

    return Node("DAY", "weekday_day", resolve)


@rule("(?:<on> <the> | <the>) (?P<d><ord|num>) (?=<dot|comma|break|of|prep|in> (?!<month|maymonth|the>) | $)")
def day_of_month(hit: Hit) -> Node | None:
    """"on the 15th": of the month that the text is in."""
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


@rule(f"(?P<m>{_NAMED}) (?:(?:<comma|dash|of|slash>)? (?P<y><year>) | <apos> (?P<s><num>))?")
def month_name(hit: Hit) -> Node | None:
    month = hit.value("m")
    if hit.has("y"):
        return fixed("MONTH", "month_year", month_period(hit.value("y"), month))
    if hit.has("s"):
        return fixed("MONTH", "month_year", month_period(whole_year(hit.value("s"), two_digits=True), month))
    if hit.is_a("m", "maymonth") and not _month_here(hit):
        return None

    def inside(period: Period) -> Period | None:
        for year in range(civil(period.start)[0], min(civil(period.end)[0], civil(period.start)[0] + 1) + 1):
            found = month_period(year, month)
            if period.start <= found.start and found.end <= period.end:
                return found
        return None

    return Node("MONTH", "month_name", yearless(inside), inside)


@rule(f"(?P<y><year>) <comma|dash|slash>? (?P<m>{_NAMED}) (?!<num|ord>)")
def year_month(hit: Hit) -> Node | None:
    return fixed("MONTH", "month_year", month_period(hit.value("y"), hit.value("m")))


@rule("(?P<y><year>) <dash|slash|dot> (?P<m><num>) (?!<dash|slash|dot> <num>)")
def year_month_number(hit: Hit) -> Node | None:
    """"2016-11", but not "2010-11", two years."""
    year, month = hit.value("y"), hit.value("m")
    if not 1 <= month <= 12 or hit.before in ("-", "/") or (month > year % 100 and len(hit.word("m")) == 2):
        return None
    return fixed("MONTH", "month_year", month_period(year, month))


@rule("(?P<m><num>) <dash|slash> (?P<y><year>) (?!<dash|slash>)")
def month_number_year(hit: Hit) -> Node | None:
    if not 1 <= hit.value("m") <= 12 or hit.before in ("-", "/"):
        return None
    return fixed("MONTH", "month_year", month_period(hit.value("y"), hit.value("m")))


@rule("(?P<n><year|num3|num>) (?P<e><era>)")
def year_of_era(hit: Hit) -> Node | None:
    number = hit.value("n")
    return fixed("YEAR", "year_of_era", year_period(1 - number if hit.value("e") == "B" else number)) if number else None


@rule("<the>? <apos>? (?P<d><decade>) (?P<e><era>)?")
def decade(hit: Hit) -> Node | None:
    first = hit.value("d")
    if hit.has("e") and hit.value("e") == "B":
        return fixed("DECADE", "decade", decade_period(1 - first))
    if first < 100:
        if not (hit.word("d").isalpha() and hit.before in ("the", "early", "late", "-")) and hit.match.group()[0] == hit.match.group("d"):
            return None
        first += 1900 if first >= 20 else 2000
    return fixed("DECADE", "decade", decade_period(first))


@rule("<the>? (?P<c><card|tens>) <dash>? (?P<d><decade>)")
def spelled_decade(hit: Hit) -> Node | None:
    """"the nineteen seventies"."""
    if hit.value("c") not in (17, 18, 19, 20) or hit.value("d") > 99:
        return None
    return fixed("DECADE", "decade", decade_period(100 * hit.value("c") + hit.value("d")))


@rule("<the>? (?P<o><ord>) (?:<dash>)? (?P<u><unit>) (?P<e><era>)?")
def century(hit: Hit) -> Node | None:
    number = hit.value("o")
    if hit.value("u") != "century" or not 1 <= number <= 30:
        return None
    return fixed("CENTURY", "century", century_period(number, before_christ=hit.has("e") and hit.value("e") == "B"))


@rule("<the>? (?P<o><ord>) (?P<u><unit>)")
def quarter_words(hit: Hit) -> Node | None:
    if hit.value("u") != "quarter" or not 1 <= hit.value("o") <= 4:
        return None
    return _part_of_year("QUARTER", "quarter", lambda year, n=hit.value("o"): quarter_period(year, n))


@rule("(?P<q><quarter|halfyear>)")
def quarter_short(hit: Hit) -> Node | None:
    number = hit.value("q")
    if hit.is_a("q", "quarter"):
        return _part_of_year("QUARTER", "quarter", lambda year: quarter_period(year, number))
    return _part_of_year("HALF", "half", lambda year: half_period(year, number)) if number < 3 else None


def _month_here(hit: Hit) -> bool:
    """Whether "May", "March" or "April" is the month here: by the word before it, or another month beside it."""
    tokens, place = hit.tokens, hit.match.start()
    codes, before = tokens.codes, hit.before
    if before == "-":
        return place > 1 and tokens.word(place - 2) == "mid"
    ahead = "".join(codes[place + 1 : place + 3])
    if len(ahead) == 2 and ahead[0] in _RELATIVE and ahead[1] == CODES["unit"]:
        return True
    if len(ahead) == 2 and ahead[0] in _LINKS and ahead[1] in _MONTHS:
        return True
    if place > 1 and codes[place - 1] in _LINKS and codes[place - 2] in _MONTHS:
        return True
    if before == "of" and place > 1 and codes[place - 2] == CODES["edge"]:
        return True
    strict = hit.value("m") == 5 and _MS_MAY.search(tokens.text)
    return before in (_BARE_MAY if strict else _BARE_MONTH)


def _part_of_year(kind, name, of_year) -> Node:
    def inside(period: Period) -> Period | None:
        return of_year(civil(period.start)[0])

    return Node(kind, name, yearless(inside), inside)


_SEASON_LEAD = frozenset("the in last this next that early late mid of since by during - every each".split())


@rule("(?P<s><season>) (?: (?:<of>|<comma>)? (?P<y><year>))?")
def season(hit: Hit) -> Node | None:
    name = hit.value("s")
    if hit.has("y"):
        return fixed("SEASON", "season", season_period(hit.value("y"), name))
    if hit.before not in _SEASON_LEAD or (hit.word("s") == "fall" and hit.after in ("of", "in", "to", "from", "by")):
        return None
    return _part_of_year("SEASON", "season", lambda year: season_period(year, name))


def feast_day(name: str, year: int) -> int:
    """The ordinal of a feast day in ``year``; raises ValueError beyond the years that are supported."""
    when = english.HOLIDAYS[name]
    if when[0] == "easter":
        return easter(year) + int(when[1])
    if when[0] == "nth":
        _, month, week_day, count = when  # type: ignore[misc]
        if count > 0:
            first = ordinal(year, month, 1)
            return first + (week_day - weekday(first)) % 7 + 7 * (count - 1)
        last = month_period(year, month).end
        return last - (weekday(last) - week_day) % 7
    return ordinal(year, int(when[0]), int(when[1]))


def easter(year: int) -> int:
    """Easter Sunday by the Gregorian computus (Butcher's algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * j) // 433
    month, day = divmod(h + j - 7 * m + 114, 31)
    return ordinal(year, month, day + 1)


@rule("(?P<h><holiday>)")
def holiday(hit: Hit) -> Node | None:
    name = hit.value("h")

    def inside(period: Period) -> Period | None:
        for year in range(civil(period.start)[0], min(civil(period.end)[0], civil(period.start)[0] + 1) + 1):
            day = feast_day(name, year)
            if period.start <= day <= period.end:
                return day_period(day)
        return None

    return Node("DAY", "holiday", yearless(inside), inside)


NUMBERS: tuple[Rule, ...] = (spelled_year,)
RULES: tuple[Rule, ...] = (
    iso_date, numeric_date, numeric_month_day, day_month, month_day_year, month_days, days_month, weekday_day,
    day_of_month, month_name, year_month, year_month_number,
    month_number_year, year_of_era, decade, spelled_decade, century, quarter_words, quarter_short, season, holiday,
)  # fmt: skip
