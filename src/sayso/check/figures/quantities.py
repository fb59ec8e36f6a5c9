"""What a text counts and measures: values with their units, for reckoning with them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.check.figures.numbers import NUMBER, numbers
from sayso.patterns import compiled
from sayso.types import Span

_CURRENCY = (
    r"crowns?|kronor|kroner|krona|krone|euros?|dollars?|pounds?|sterling|cents?|francs?|marks?|rubles|roubles|yen|yuan|"
    r"rupees?|pesos?|reais|real|rand|lira|liras|zloty|zlotys|forints?|lei|dinars?|dirhams?|shillings?|won|baht|ringgit|"
    r"shekels?|hryvnias?|florins?|guilders?|ducats?|talers?"
)
_MEASURES = (
    r"km|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|foot|inch(?:es)?|yards?|tonnes?|tons?|kg|kilos?|kilograms?|"
    r"grams?|"
    r"lit(?:re|er)s?|gallons?|barrels?|hectares?|acres?|degrees?|megawatts?|kilowatts?|mph|km/h|"
    r"hours?|minutes?|seconds?|days?|weeks?|months?|years?|percentage points?|points?"
)
_UNIT = compiled(
    rf"\s?(?P<percent>%|percent\b|per cent\b)|\s(?P<point>(?:percentage |basis )points?)\b|[\s-](?:(?:million|"
    rf"billion|bn|m)[\s-])?"
    rf"(?:[A-Z][a-z]+ )?(?P<money>{_CURRENCY})\b|[\s-]?(?P<measure>{_MEASURES})\b|"
    rf"\s(?P<noun>(?:(?:[A-Z]?[a-z][\w’'-]*|[A-Z]{{2,4}}|U\.S\.) "
    rf"){{0,2}}?(?:people|men|women|"
    r"children|[a-z]{3,}(?:wo)?men|[a-z]{4,}people|police(?! officers)|staff|crew|cattle|sheep|(?![a-z]+(?:us|"
    r"ss|is) [a-z]+s\b)(?!percent|was|is|has|does|its|this|as|less|plus|thus|"
    r"across|versus|us|"
    r"yes|towards|"
    r"besides|perhaps|others|always|times)[a-z][\w’'-]{1,}s|[A-Z][a-z]{3,}s(?! [a-z]+(?:s|men|people)\b)))\b",
)
_STOP = compiled(r"\b(?:of|in|on|at|for|to|from|by|with|and|or|but|than|as|were|was|are|is|had|have|has|who|that|"
    r"which|after|"
                   r"before|over|under|when|while|against|the|a|an|said|its|their|his|her)\b")  # fmt: skip
_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "t": 1e12, "million": 1e6, "billion": 1e9}
#: "£3.2m", "$47B".
_TIGHT = compiled(r"[$£€](?P<n>\d[\d,]*(?:\.\d+)?)(?P<scale>k|mn?|bn?|tn?)\b", re.IGNORECASE)
_SIGN = compiled(r"(?P<sign>[$£€]) ?$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """``unit``: "%", "point", "money", the measure, or the noun counted; empty where nothing follows the number."""

    value: float
    span: Span
    unit: str
    digits: int
    whole: Span  # with its unit

    @property
    def kind(self) -> str:
        """What can be set against what: shares, points, money, one measure, or things."""
        return self.unit if self.unit in ("%", "point", "money") or self.unit in _LENGTHS else "things"


_LENGTHS = frozenset(
    "km kilometre metre mile foot inch yard tonne ton kg kilo kilogram gram litre gallon barrel hectare acre degree "
    "megawatt kilowatt mph hour minute second day week month year points".split()
)


def quantities(words: str) -> list[Quantity]:
    """All numbers of ``words`` with their units; years, days of the month, ages and times of day are left out."""
    found = []
    for match in _TIGHT.finditer(words):
        span = Span(match.start("n"), match.end())
        value = round(float(match["n"].replace(",", "")) * _SCALES[match["scale"].lower()], 2)
        found.append(Quantity(value, span, "money", len(match["n"].strip("0.")), Span(*match.span())))
    for match in NUMBER.finditer(words):
        span = Span(*match.span())
        if _no_quantity(words, span):
            continue
        number = numbers(words, *span)
        if not number:
            continue
        unit, end = _unit(words, span)
        scale = re.match(r"-(million|billion)-", words[span.end :])
        value = number[0].value * (_SCALES[scale[1]] if scale else 1.0)
        sign = _SIGN.search(words[: span.begin])
        if sign:
            unit = "money"
            span_all = Span(sign.start(), end if unit == "money" else span.end)
        else:
            span_all = Span(span.begin, end)
        found.append(Quantity(value, span, unit, number[0].digits, span_all))
    return _scaled(sorted(found, key=lambda each: each.span), words)


def _unit(words: str, span: Span) -> tuple[str, int]:
    match = _UNIT.match(words, span.end)
    if match is None:
        return "", span.end
    if match["percent"]:
        return "%", match.end()
    if match["point"]:
        return "point", match.end()
    if match["money"]:
        return "money", match.end()
    if match["measure"]:
        unit = re.sub(r"^feet$", "foot", re.sub(r"(?<!inche)s$", "", match["measure"].lower()))
        return unit.replace("meter", "metre").replace("liter", "litre").replace("inche", "inch"), match.end()
    if _STOP.search(match["noun"]):
        return "", span.end
    return match["noun"].split()[-1], match.end()


_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|"
    r"Sept?|Oct|Nov|Dec)\.?"
)
_DATED = compiled(rf"\b{_MONTHS} $")
_AGE = compiled(r"\b(?:aged|age|age of|[A-Z][\w’'-]+,) $")


def _no_quantity(words: str, span: Span) -> bool:
    plain, before, after = span.of(words), words[: span.begin], words[span.end : span.end + 14]
    year = re.fullmatch(r"(?:1[5-9]|20)\d\d", plain) is not None and not re.match(
        r" ?(?:%|percent|crowns|people|euros)", after
    )
    return (
        year
        or _DATED.search(before) is not None
        or re.match(r"-(?:third|half|quarter|fifth|tenth)s?\b", after) is not None
        or re.match(rf"(?:st|nd|rd|th)\b| {_MONTHS}\b|[ ]?[ap]\.?m\b| o[’']clock|-year-old|:\d| years? "
            rf"old", after) is not None
        or (_AGE.search(before) is not None and re.match(r"[,.;)]| (?![a-z])", after) is not None and len(plain) == 2)
        or re.search(r"(?:No\.?|Article|Section|Chapter|Tiers?|Phase|Category|"
            r"Type|page|Route|Flight|Highway|Room|[A-Z]-|Unit|Line|Platform|"
            r"Class) ?$", before) is not None
    )  # fmt: skip


def _scaled(found: list[Quantity], words: str) -> list[Quantity]:
    """ "from 3.2 to 4.1 million": the first is in millions as well."""
    out = []
    for n, each in enumerate(found):
        nearest = found[n + 1] if n + 1 < len(found) else None
        joined = nearest and re.fullmatch(
            r" (?:to|and|or|-|–) (?:about |nearly )?[$£€]?", words[each.span.end : nearest.span.begin]
        )
        scale = re.search(r"(million|billion|trillion|thousand)$", nearest.span.of(words)) if nearest else None
        if nearest and joined and scale and each.value < 1000 <= nearest.value and each.unit == "":
            factor = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}[scale[1]]
            out.append(Quantity(each.value * factor, each.span, nearest.unit, each.digits, each.whole))
        else:
            out.append(each)
    return out


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities measure the same: both money, both shares, the same noun, or one of them left bare."""
    return one.unit == other.unit or (one.unit == "" and other.kind in ("things", "%", "money")) or (
        other.unit == "" and one.kind in ("things", "%", "money")
    )  # fmt: skip
