"""Units behind or before a number: currencies, percentages, measures and time.

Money is given by ISO 4217 code where the words tell which (a bare "$" or "dollars" is USD, "£" GBP), by the plain noun
("peso", "krona") where several countries share it and the words do not. Measures have short SI-like names ("km", "mi").
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso import tables
from sayso.grounding.amounts.numerals import Token
from sayso.patterns import kept

_TABLE = Path(__file__).with_name("currencies.json")
_MEASURES = Path(__file__).with_name("measures.toml")

#: Currency marks before a number, longest first when matched.
SYMBOLS = {
    "US$": "USD", "USD$": "USD", "AU$": "AUD", "A$": "AUD", "AUD$": "AUD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "Z$": "ZWL", "J$": "JMD",
    "$": "USD",
    "£": "GBP", "€": "EUR", "¥": "JPY", "CN¥": "CNY", "RMB": "CNY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₺": "TRY",
    "₩": "KRW",
    "₪": "ILS", "₦": "NGN", "₱": "PHP", "₫": "VND", "฿": "THB", "₿": "BTC", "¢": "cent", "₡": "CRC", "₾": "GEL",
    "₭": "LAK", "元": "CNY", "₸": "KZT", "₼": "AZN", "₮": "MNT",
    "Rs.": "INR", "Rs": "INR", "Ksh": "KES", "KSh": "KES", "Sh": "KES", "Rp": "IDR", "RM": "MYR", "Tk": "BDT",
    "N": "NGN",
}  # fmt: skip
#: Names that newspapers use without the country. Where several have one, the noun itself is the unit.
_PLAIN = {
    "dollar": "USD", "buck": "USD", "greenback": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "rouble": "RUB", "ruble": "RUB", "hryvnia": "UAH", "hryvna": "UAH", "shekel": "ILS", "rand": "ZAR",
    "zloty": "PLN", "baht": "THB",
    "ringgit": "MYR", "rupiah": "IDR", "naira": "NGN", "cedi": "GHS", "forint": "HUF", "lira": "TRY", "real": "BRL",
    "reais": "BRL",
    "tenge": "KZT", "taka": "BDT", "dong": "VND", "won": "KRW", "lari": "GEL", "dram": "AMD", "leu": "RON",
    "lei": "RON",
    "bitcoin": "BTC", "sterling": "GBP", "quid": "GBP", "peso": "peso", "rupee": "INR", "franc": "franc",
    "dinar": "dinar",
    "dirham": "dirham", "riyal": "SAR", "rial": "IRR", "shilling": "shilling", "krona": "SEK", "kronor": "SEK",
    "krone": "krone",
    "kroner": "krone", "koruna": "CZK", "birr": "ETB", "kyat": "MMK", "riel": "KHR", "kip": "LAK", "afghani": "AFN",
    "guilder": "guilder",
    "peseta": "peseta", "markka": "FIM", "drachma": "drachma", "escudo": "escudo",
}  # fmt: skip
#: Hundredths: the amount is given in the whole unit.
_HUNDREDTHS = {"cent": "USD", "pence": "GBP", "penny": "GBP", "pennies": "GBP", "p": "GBP", "kopeck": "RUB",
"paise": "INR",
               "eurocent": "EUR"}  # fmt: skip
_MADE = frozenset("usd eur gbp jpy cny rmb btc".split())
#: Codes that are words or common abbreviations in capitals: never before a number, only behind one.
WORDLIKE = frozenset("ALL TOP CUP TRY AMD MAD PEN SOS GEL LAK MOP CHE BAM MOP NOK".split())


@dataclass(frozen=True, slots=True)
class Unit:
    """``kind``: money, percentage, length, …; ``factor``: to the kind's base unit (metre, kilogram, second, …)."""

    name: str
    kind: str
    factor: float = 1.0
    offset: float = 0.0  # of temperatures: base = value * factor + offset, in kelvin


def _measures() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for kind, entries in tables.read(_MEASURES).items():
        for name, (factor, *words) in entries.items():
            unit = Unit(name, kind, float(factor))
            for word in (name, *words):
                table[word] = unit
                if len(word) > 3 and word.isascii() and not word.endswith(("s", "feet", "foot", "hour", "inch")):
                    table.setdefault(word + "s", unit)
    return table


#: Words of a unit, lower case (SI symbols as written), a space between them → the unit.
MEASURES = _measures()
PERCENT, POINTS = Unit("percent", "percentage", 1.0), Unit("percentage point", "percentage")
_RATES = {
    "%": PERCENT, "percent": PERCENT, "per cent": PERCENT, "pct": PERCENT, "percents": PERCENT, "percentage": PERCENT,
    "percentage point": POINTS, "percentage points": POINTS, "% points": POINTS, "percent points": POINTS,
    "per cent points": POINTS, "basis point": Unit("basis point", "percentage", 0.01),
    "basis points": Unit("basis point", "percentage", 0.01), "pc": PERCENT,
}  # fmt: skip
CELSIUS, FAHRENHEIT = Unit("°C", "temperature", 1.0, 273.15), Unit("°F", "temperature", 5 / 9, 255.3722222)
DEGREE = Unit("degree", "degree")
_DEGREES = kept(
    r"\s?-?(?:°\s?(?P<a>[CF]\b|celsius\b|fahrenheit\b)|°|º\s?(?P<d>[CF])\b"
    r"|deg(?:ree)?s?\b\.?\s?-?(?P<b>celsius|celcius|centigrade|fahrenheit|farenheit|[cf]\b)?)"
    r"|\s(?P<c>celsius|celcius|centigrade|fahrenheit)\b|(?-i:(?P<e>[CF])\b(?![/-])|\s(?P<f>[CF])(?=[),.;]|$))",
    re.IGNORECASE,
)  # fmt: skip
#: Symbols that are words or letters too: only where they touch the number or stand for themselves as written.
_CASED = frozenset(
    "W MW GW kW MWh GWh TWh kWh B KB MB GB TB Mb L t g m in ft mi st pt pm nm h hp kn dm oz yd gal cm mm".split()
)


@cache
def currencies() -> tuple[frozenset[str], dict[str, str]]:
    """ISO codes in use, and English names of currencies with their country ("mexican pesos") → code."""
    table = json.loads(_TABLE.read_text(encoding="utf-8"))
    return frozenset(table["codes"]), table["names"]


def currency_at(tokens: Sequence[Token], at: int) -> tuple[int, Unit] | None:
    """A currency's name or code at token ``at``: (token behind it, unit); a hundredth has factor 0.01."""
    if at >= len(tokens):
        return None
    codes, names = currencies()
    words = [t.low for t in tokens[at : at + 4]]
    if words[0] in ("u", "us") and words[:4] == ["u", ".", "s", "."] and at + 4 < len(tokens):
        plain = _plain(tokens[at + 4].low)
        return (at + 5, Unit("USD", "money")) if plain == "USD" else None
    for count in range(min(4, len(words)), 0, -1):
        name = " ".join(words[:count])
        if code := names.get(name):
            return at + count, Unit(code, "money")
    sign = SYMBOLS.get(tokens[at].text) if not tokens[at].text[0].isalpha() else None
    if sign:
        begins_next = (
            at + 1 < len(tokens) and tokens[at + 1].text[0].isdecimal() and tokens[at].end == tokens[at + 1].begin
        )
        return None if begins_next else (at + 1, Unit("USD", "money", 0.01) if sign == "cent" else Unit(sign, "money"))
    here = tokens[at]
    if here.text in codes or here.text == "BTC" or (here.text.upper() in codes and here.low in _MADE):
        return at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text == "$"), Unit(here.text.upper(), "money")
    if here.low == "rmb":
        return at + 1, Unit("CNY", "money")
    if (plain := _plain(words[0])) is not None:
        return at + 1, Unit(plain, "money")
    if (
        len(words) > 1
        and words[0].endswith(("an", "sh", "ch", "se", "ss", "i"))
        and (plain := _plain(words[1])) is not None
    ):
        return at + 2, Unit(plain, "money")  # "dutch guilders"
    singular = words[0].removesuffix("s") if words[0] != "p" else "p"
    if words[0] in ("p", "¢") and tokens[at - 1].end != tokens[at].begin:
        return None
    if singular == "¢" or singular in _HUNDREDTHS or words[0] in _HUNDREDTHS:
        code = "USD" if singular == "¢" else _HUNDREDTHS.get(singular) or _HUNDREDTHS[words[0]]
        return at + 1, Unit(code, "money", 0.01)
    if (
        words[0] in ("us", "canadian", "australian", "american")
        and len(words) > 1
        and words[1].startswith(("cent", "dollar"))
    ):
        code = {"canadian": "CAD", "australian": "AUD"}.get(words[0], "USD")
        return at + 2, Unit(code, "money", 0.01 if words[1].startswith("cent") else 1.0)
    return None


def _plain(word: str) -> str | None:
    return _PLAIN.get(word) or (_PLAIN.get(word[:-1]) if word.endswith("s") else None)


def rate_at(tokens: Sequence[Token], at: int) -> tuple[int, Unit] | None:
    """ "%", "per cent", "percentage points" at token ``at``; a hyphen may come first ("5-percent")."""
    at += at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at + 1].low.startswith("per")
    words = [t.low for t in tokens[at : at + 3]]
    for count in range(len(words), 0, -1):
        if rate := _RATES.get(" ".join(words[:count])):
            return at + count, rate
    return None


def measure_at(tokens: Sequence[Token], at: int) -> tuple[int, Unit] | None:
    """A measure's or time's name at token ``at``; a hyphen may come first ("45-acre")."""
    hyphen = at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at].begin == tokens[at - 1].end
    at += hyphen
    if at < len(tokens) and tokens[at].low in ("km", "m") and at + 1 < len(tokens) and tokens[at + 1].text == "2" and (
        tokens[at].end == tokens[at + 1].begin
    ):  # fmt: skip
        return at + 2, MEASURES["km2" if tokens[at].low == "km" else "m2"]
    if at < len(tokens) and tokens[at].low in ("km", "kilometers", "kilometres", "m", "meters", "metres") and (
        [t.low for t in tokens[at + 1 : at + 3]] in (["/", "h"], ["/", "hr"], ["/", "s"])
    ):  # fmt: skip
        return at + 3, MEASURES["km/h" if tokens[at].low.startswith("k") else "m/s"]
    following = tokens[at : at + 3]
    for count in range(len(following), 0, -1):
        part = following[:count]
        as_written, low = " ".join([t.text for t in part]), " ".join([t.low for t in part])
        for form in (as_written, low.replace(" - ", " ")):
            unit = MEASURES.get(form)
            if unit and (form not in _CASED or as_written == form) and _stands(tokens, at, form, hyphen):
                return at + count, unit
    return None


def _stands(tokens: Sequence[Token], at: int, form: str, hyphen: bool) -> bool:
    """Is a one- or two-letter symbol meant: "20 in" is not twenty inches, "5 m" may be metres?"""
    if form not in ("in", "t", "B", "L", "st", "pt", "pm", "h", "W", "min", "sec", "g"):
        return True
    if form == "in" and tokens[at - 2].low in ("ft", "feet", "foot"):
        return True
    return tokens[at - 1].end == tokens[at].begin and form not in ("in", "st", "pt", "pm") and not hyphen


def degrees_at(text: str, end: int) -> tuple[int, Unit] | None:
    """Degrees right behind offset ``end``: (offset behind, unit)."""
    match = _DEGREES.match(text, end)
    if match is None:
        return None
    letter = next((g for g in match.groups() if g), "").lower()[:1]
    return match.end(), FAHRENHEIT if letter == "f" else CELSIUS if letter == "c" else DEGREE
