"""A number with its unit: currency before or behind it, percentage, measure, age, share, or what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.grounding.amounts import bounds
from sayso.grounding.amounts.nouns import PEOPLE, counted_at
from sayso.grounding.amounts.number_words import LETTER_SCALES, SCALES
from sayso.grounding.amounts.numerals import Numeral, Token, read_numeral
from sayso.grounding.amounts.units import (
    MEASURES,
    SYMBOLS,
    WORDLIKE,
    Unit,
    currencies,
    currency_at,
    degrees_at,
    measure_at,
    rate_at,
)
from sayso.patterns import kept

_SYMBOL_BEFORE = kept(
    "(?:"
    + "|".join(
        ("(?<![A-Za-z])" if s[0].isalpha() else "") + re.escape(s) for s in sorted(SYMBOLS, key=len, reverse=True)
    )
    + r")\s?[-−]?$"
)
_LOWER_CODE = kept(r"(?<![A-Za-z])(us|au|aud|a|c|ca|cad|nz|nzd|hk|s|mxn|mex|r)\s?\$\s?$", re.IGNORECASE)
_DOLLARS = {"us": "USD", "au": "AUD", "aud": "AUD", "a": "AUD", "c": "CAD", "ca": "CAD", "cad": "CAD", "nz": "NZD",
"nzd": "NZD",
            "hk": "HKD", "s": "SGD", "mxn": "MXN", "mex": "MXN", "r": "BRL"}  # fmt: skip
_CODE_BEFORE = kept(r"(?<![A-Za-z])([A-Z]{3})\s?\$?\s?$")
_MONTH_NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December", "Sept"]  # fmt: skip
#: Names of months as written, short and in capitals too.
MONTHS = frozenset(form for m in _MONTH_NAMES for short in (m, m[:3]) for form in (short, short.upper()))
_OLD = kept(r"(?:[-\s](?:old|of age)s?\b)")
_WHOLES_LARGE = frozenset([5, 10, 15, 20, 25, 50, 100, 1000])


@dataclass(frozen=True, slots=True)
class Quantity:
    """``number_end``: offset behind the number itself; ``after``: token behind it all; ``factor``: see units."""

    begin: int
    end: int
    number_end: int
    after: int
    value: float
    scale: float
    unit: str | None
    kind: str
    vague: bool = False
    share: bool = False
    digits: bool = False
    measure: Unit | None = None


def quantity_at(text: str, tokens: Sequence[Token], at: int, numeral: Numeral) -> Quantity:
    """The quantity whose number is ``numeral``, which begins at token ``at``."""
    begin, end, after, value, scale = numeral.begin, numeral.end, numeral.after, numeral.value, numeral.scale
    money, begin = _money_before(text, begin)
    if (
        text[begin - 1 : begin] in ("-", "−")
        and begin != numeral.begin - 1
        and not text[begin - 2 : begin - 1].strip("( ")
    ):
        begin, value = begin - 1, -value
    letter = tokens[after].text if after < len(tokens) and tokens[after].begin == end else ""
    if letter.lower() in LETTER_SCALES and numeral.digits and (money or _means_scale(tokens, after, letter)):
        scale = LETTER_SCALES[letter.lower()]
        value, end, after = float(f"{value * scale:.12g}"), tokens[after].end, after + 1

    stop_of_bound = bounds.behind(text, end)  # "50 or more soldiers"
    while stop_of_bound > end and after < len(tokens) and tokens[after].begin < stop_of_bound:
        after += 1

    def made(
        unit: str | None, kind: str, ahead: int, stop: int, measure: Unit | None = None, v: float = value
    ) -> Quantity:
        return Quantity(
            begin, stop, end, ahead, v, scale, unit, kind, numeral.vague, numeral.share, numeral.digits, measure
        )

    if money is not None:
        cents = money == "cent"
        named = None if cents or after >= len(tokens) or tokens[after].text in SYMBOLS else currency_at(tokens, after)
        if named and named[1].name == money:
            after, end = named[0], tokens[named[0] - 1].end
        return made("USD" if cents else money, "money", after, end, v=value / 100 if cents else value)
    if odds := _odds(tokens, numeral):
        return odds
    if rate := rate_at(tokens, after):
        return made(rate[1].name, "percentage", rate[0], tokens[rate[0] - 1].end, rate[1])
    degrees = degrees_at(text, end)
    if degrees and (abs(value) <= 150 or degrees[0] - end > 2) and text[degrees[0] - 1 : degrees[0] + 1] != "C.":
        ahead = after
        while ahead < len(tokens) and tokens[ahead].begin < degrees[0]:
            ahead += 1
        return made(degrees[1].name, "measure", ahead, degrees[0], degrees[1])
    hyphen = after < len(tokens) and tokens[after].text == "-" and tokens[after].begin == end
    if named := currency_at(tokens, after + hyphen):
        ahead, unit = named
        if ahead < len(tokens) and (big := SCALES.get(tokens[ahead].low, 0)) >= 1e6 and scale == 1:  # "75 USD million"
            return made(unit.name, "money", ahead + 1, tokens[ahead].end, v=value * big)
        kind_value = float(f"{value * unit.factor:.12g}")
        return made(unit.name, "money", ahead, tokens[ahead - 1].end, v=kind_value)
    of = after + 1 if numeral.scale > 1 and after < len(tokens) and tokens[after].low == "of" else after
    if measured := measure_at(tokens, of):
        return _measured(text, tokens, measured, made)
    if numeral.vague or numeral.scale > 1:  # "dozens of people", "millions of dollars"
        if of > after and (named := currency_at(tokens, of)):
            return made(named[1].name, "money", named[0], tokens[named[0] - 1].end)
        if counted := counted_at(tokens, of):
            return made(counted[1], "count", counted[0], tokens[counted[0] - 1].end)
    if numeral.share:
        return made("share", "share", after, end)
    if counted := counted_at(tokens, after, one=value == 1):
        return made(counted[1], "count", counted[0], tokens[counted[0] - 1].end)
    if after == numeral.after and _is_age(tokens, at, after, value):
        return made("year", "age", after, end, MEASURES["year"])
    return made(None, "number", after, end)


def _is_age(tokens: Sequence[Token], at: int, after: int, value: float) -> bool:
    """The number in "Mara Ellin, 43, said" and "Mara Ellin (43)"."""
    if at < 2 or not 0 < value < 115 or value != int(value) or not tokens[at].text.isdecimal() or after >= len(tokens):
        return False
    around = (tokens[at - 1].text, tokens[after].text)
    name = tokens[at - 2].text
    return around in ((",", ","), ("(", ")")) and name[0].isupper() and name[-1:].islower() and name not in MONTHS


def _money_before(text: str, begin: int) -> tuple[str | None, int]:
    before = text[max(0, begin - 7) : begin]
    if (match := _LOWER_CODE.search(before)) and (match[1].isupper() or len(match[1]) > 1 or match[1] == "c"):
        return _DOLLARS[match[1].lower()], begin - len(match[0])
    if match := _SYMBOL_BEFORE.search(before):
        return SYMBOLS[match[0].rstrip("-−").rstrip()], begin - len(match[0])
    if (match := _CODE_BEFORE.search(before)) and match[1] in currencies()[0] - WORDLIKE:
        return match[1], begin - len(match[0])
    return None, begin


def _means_scale(tokens: Sequence[Token], at: int, letter: str) -> bool:
    """ "10M", "5K" by themselves; "20m people"; but "20m" and "100m race" are metres."""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if letter in ("M", "K", "k") or (letter == "B" and following in PEOPLE):
        return True
    return letter == "m" and (following in PEOPLE or currency_at(tokens, at + 1) is not None)


def _odds(tokens: Sequence[Token], numeral: Numeral) -> Quantity | None:
    """ "one in five", "nine out of 10": a share."""
    at = numeral.after
    low = [t.low for t in tokens[at : at + 2]]
    if not low or low[0] not in ("in", "out") or (low[0] == "out" and low[1:] != ["of"]):
        return None
    start = at + (2 if low[0] == "out" else 1)
    whole = read_numeral(tokens, start) if start < len(tokens) else None
    if whole is None or whole.vague or whole.value != int(whole.value) or not 0 < numeral.value < whole.value:
        return None
    small = whole.value <= 10 or whole.value in _WHOLES_LARGE
    if numeral.vague or numeral.value > 10 or numeral.value != int(numeral.value) or (low[0] == "in" and not small):
        return None
    value = float(f"{numeral.value / whole.value:.12g}")
    return Quantity(numeral.begin, whole.end, whole.end, whole.after, value, 1.0, "share", "share", share=True)


def _measured(text: str, tokens: Sequence[Token], measured: tuple[int, Unit], made: object) -> Quantity:
    ahead, unit = measured
    end = tokens[ahead - 1].end
    assert callable(made)
    if unit.kind == "time":
        old = _OLD.match(text, end)
        if old:
            while ahead < len(tokens) and tokens[ahead].begin < old.end():
                ahead += 1
            return made(unit.name, "age", ahead, old.end(), unit)  # type: ignore[no-any-return]
        return made(unit.name, "duration", ahead, end, unit)  # type: ignore[no-any-return]
    following = tokens[ahead].low if ahead < len(tokens) else ""
    quantity: Quantity = made(unit.name, "measure", ahead, end, unit)
    if unit is MEASURES["pound"] and (following == "sterling" or quantity.scale >= 1e6 or "£" in text):
        stop = ahead + (following == "sterling")
        return made("GBP", "money", stop, tokens[stop - 1].end)  # type: ignore[no-any-return]
    return quantity
