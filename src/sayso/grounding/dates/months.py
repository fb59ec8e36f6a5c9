"""Rules for months, quarters, seasons, years of an era, decades and centuries by their names."""

from __future__ import annotations

from collections.abc import Callable

from sayso.grounding.dates.lexer import CODES
from sayso.grounding.dates.nodes import Node
from sayso.grounding.dates.periods import (
    Period,
    century_period,
    civil,
    decade_period,
    half_period,
    month_period,
    quarter_period,
    season_period,
    year_period,
)
from sayso.grounding.dates.rules import Hit, Number, Rule, rule
from sayso.grounding.dates.yearless import yearless

_NAMED = "<month|maymonth>"


_BARE_MONTH = frozenset((
    "in", "since", "until", "till", "through", "during", "early", "late", "mid", "last", "next", "this", "of",
    "from", "before", "after", "by",
))  # fmt: skip


_BARE_MAY = _BARE_MONTH - frozenset(["of", "from", "before", "after", "by"])


_LINKS = frozenset(CODES[name] for name in ("to", "and", "or", "dash", "slash", "comma"))


_RELATIVE = frozenset(CODES[name] for name in ("next", "last", "this"))


_MONTHS = frozenset(CODES[name] for name in ("month", "maymonth"))


def whole_year(number: int, *, two_digits: bool = False) -> int:
    """17 → 2017, 87 → 1987 for years written with two digits."""
    if not two_digits:
        return number
    return number + (2000 if number < 50 else 1900)


def fixed(kind: str, name: str, period: Period) -> Node:
    return Node(kind, name, lambda ctx: period, full=True)


@rule(
    "(?P<a><card|tens>) (?: (?P<k><thousand>) <and>? (?P<b><card|tens>)? | <dash>? (?P<c><tens|card>) (?P<d><card>)?)"
)
def spelled_year(hit: Hit) -> Number | None:
    """ "two thousand and eighteen", "nineteen seventy eight"."""
    first = hit.value("a")
    if hit.has("k"):
        if first not in (1, 2) or (first == 1 and not hit.has("b")):
            return None
        return Number("year", 1000 * first + (hit.value("b") if hit.has("b") else 0))
    second = hit.value("c") + (hit.value("d") if hit.has("d") else 0)
    if not 10 <= first <= 20 or hit.value("c") < 10 or (hit.has("d") and (hit.value("c") < 20 or hit.value("d") > 9)):
        return None
    return Number("year", 100 * first + second)


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
    strict = hit.value("m") == 5 and tokens.surname_may
    return before in (_BARE_MAY if strict else _BARE_MONTH)


@rule(f"(?P<y><year>) <comma|dash|slash>? (?P<m>{_NAMED}) (?!<num|ord>)")
def year_month(hit: Hit) -> Node | None:
    return fixed("MONTH", "month_year", month_period(hit.value("y"), hit.value("m")))


@rule("(?P<y><year>) <dash|slash|dot> (?P<m><num>) (?!<dash|slash|dot> <num>)")
def year_month_number(hit: Hit) -> Node | None:
    """ "2016-11", but not "2010-11", two years."""
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
    return (
        fixed("YEAR", "year_of_era", year_period(1 - number if hit.value("e") == "B" else number)) if number else None
    )


@rule("<the>? <apos>? (?P<d><decade>) (?P<e><era>)?")
def decade(hit: Hit) -> Node | None:
    first = hit.value("d")
    if hit.has("e") and hit.value("e") == "B":
        return fixed("DECADE", "decade", decade_period(first, before_christ=True))
    if first < 100:
        if not (hit.word("d").isalpha() and hit.before in ("the", "early", "late", "-")) and hit.match.group()[
            0
        ] == hit.match.group("d"):
            return None
        first += 1900 if first >= 20 else 2000
    return fixed("DECADE", "decade", decade_period(first))


@rule("<the>? (?P<c><card|tens>) <dash>? (?P<d><decade>)")
def spelled_decade(hit: Hit) -> Node | None:
    """ "the nineteen seventies"."""
    if hit.value("c") not in (17, 18, 19, 20) or hit.value("d") > 99:
        return None
    return fixed("DECADE", "decade", decade_period(100 * hit.value("c") + hit.value("d")))


@rule("<the>? (?P<o><ord>) (?:<dash>)? (?P<u><unit>) (?P<e><era>)?")
def century(hit: Hit) -> Node | None:
    number = hit.value("o")
    if hit.value("u") != "century" or not 1 <= number <= 30:
        return None
    return fixed("CENTURY", "century", century_period(number, before_christ=hit.has("e") and hit.value("e") == "B"))


@rule("<the>? (?P<o><ord>) <dash>? (?P<u><unit>)")
def quarter_words(hit: Hit) -> Node | None:
    number = hit.value("o")
    if hit.value("u") != "quarter" or not 1 <= number <= 4:
        return None
    return _part_of_year("QUARTER", "quarter", lambda year: quarter_period(year, number))


@rule("(?P<q><quarter|halfyear>)")
def quarter_short(hit: Hit) -> Node | None:
    number = hit.value("q")
    if hit.is_a("q", "quarter"):
        return _part_of_year("QUARTER", "quarter", lambda year: quarter_period(year, number))
    return _part_of_year("HALF", "half", lambda year: half_period(year, number)) if number < 3 else None


_SEASON_LEAD = frozenset([
    "the", "in", "last", "this", "next", "that", "early", "late", "mid", "of", "since", "by", "during", "-",
    "every", "each",
])  # fmt: skip


@rule("(?P<s><season>) (?: (?:<of>|<comma>)? (?P<y><year>))?")
def season(hit: Hit) -> Node | None:
    name = hit.value("s")
    if hit.has("y"):
        return fixed("SEASON", "season", season_period(hit.value("y"), name))
    if hit.before not in _SEASON_LEAD or (hit.word("s") == "fall" and hit.after in ("of", "in", "to", "from", "by")):
        return None
    return _part_of_year("SEASON", "season", lambda year: season_period(year, name))


def _part_of_year(kind: str, name: str, of_year: Callable[[int], Period]) -> Node:
    def inside(period: Period) -> Period | None:
        return of_year(civil(period.start)[0])

    return Node(kind, name, yearless(inside), inside)


NUMBERS: tuple[Rule, ...] = (spelled_year,)
RULES: tuple[Rule, ...] = (
    month_name, year_month, year_month_number, month_number_year, year_of_era, decade, spelled_decade, century,
    quarter_words, quarter_short, season,
)  # fmt: skip
