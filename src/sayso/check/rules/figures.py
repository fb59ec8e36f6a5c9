"""Figures that do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence
from sayso.check.model import Hit
from sayso.check.numbers import NUMBER, Number, numbers
from sayso.check.registry import rule
from sayso.types import Span

_N = re.sub(r"\(\?P<\w+>", "(?:", NUMBER.pattern)
_PEOPLE = (
    r"people|persons|men|women|children|boys|girls|civilians|soldiers|troops|officers|"
    r"policemen|students|pupils|teachers|workers|passengers|residents|members|"
    r"protesters|prisoners|migrants|refugees|patients|victims|employees|adults|minors|"
    r"crew|miners|firefighters|others|foreigners|nationals|fighters|militants|"
    r"votes|seats|homes|houses|buildings|schools|cars|vehicles|ships|boats|planes|"
    r"tanks|cases|deaths|jobs|countries|states|companies|villages|towns|tonnes|tons|"
    r"buses|"
    r"lawmakers|senators|delegates|guests|inmates|guards|drivers|sailors|dead|injured|"
    r"wounded|killed|farms|farmers|shops|flats|apartments|volunteers|witnesses|"
    r"councillors|councilors|complaints|wells|trees|animals|sheep|cattle|cows|barges|"
    r"trucks|lorries|wagons|rooms|beds|nurses|doctors|sites|stations|trains"
)


def _say(value: float) -> str:
    return f"{value:,.10g}"


def _pieces(context: Context) -> Iterator[tuple[Span, str]]:
    """Headline and body sentences, each with its words."""
    if context.headline:
        yield context.headline.span, context.headline.span.of(context.text)
    for sentence in context.sentences:
        yield sentence.span, sentence.span.of(context.text)


def _at(span: Span, begin: int, end: int) -> Span:
    return Span(span.begin + begin, span.begin + end)


@rule("FIG411")
def parts_and_total(context: Context) -> Iterator[Hit]:
    for span, words in _pieces(context):
        for total, parts, exact, where in _sums(words):
            added = sum(part.value for part in parts)
            if added > total.value or (exact and added != total.value):
                sign = "more than" if added > total.value else "not"
                yield Hit(
                    _at(span, *where),
                    f"a total that fits its parts; {' + '.join(_say(part.value) for part in parts)} "
                    f"= {_say(added)} is {sign} {_say(total.value)}",
                )
                break


_INCLUDING = re.compile(
    rf"(?P<total>{_N})\s+(?:[\w’'-]+\s+){{0,3}}?(?P<what>{_PEOPLE})\b(?P<gap>[^.;:()"
    rf"]{{0,60}}?)(?:,\s*(?:including|among them|of them|of whom)|\s+including|\s+\(including)"
    rf"\b(?P<rest>[^.;)]*)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"(?P<total>{_N})\s+(?:[\w’'-]+\s+){{0,3}}?(?P<what>{_PEOPLE})\b[^.;:()\d]{{0,"
    rf"40}}?(?::\s*|\s*[–—]\s*|\s+\(|,\s+)(?P<rest>{_N}\s+[\w’' -]+?(?:,\s+{_N}\s+[\w’' "
    rf"-]+?)*,?\s+and\s+{_N}\s+[^.;,)–—]+)",
    re.IGNORECASE,
)
_TOTALLING = re.compile(
    rf"(?P<rest>{_N}\s+[\w’' -]+?(?:,\s+{_N}\s+[\w’' -]+?)*,?\s+and\s+{_N}\s+[^.;,"
    rf")]{{2,50}}?),?\s*(?:\(|[–—]\s*|,\s*|\s+)(?:for\s+|making\s+|bringing\s+the\s+total\s+to\s+|"
    rf"which\s+makes\s+|or\s+)?"
    rf"(?:a\s+(?:combined\s+)?total\s+of\s+)(?P<total>{_N})",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?P<part>(?i:{_N}))\s+(?!percent|per cent|years?|months?|days?|weeks?|hours?|"
    rf"minutes?|miles?|km|kilomet|%|degrees|feet|met(?:er|re)s|times|of\b|in\b|from "
    rf"the|million|billion|:)(?P<noun>[a-z][\w’'-]*)"
)


def _sums(words: str) -> Iterator[tuple[Number, list[Number], bool, tuple[int, int]]]:
    """Totals with their parts; whether the parts are all of it; the place in ``words``."""
    for match in _INCLUDING.finditer(words):
        parts = _parts(words, match.start("rest"), match.end("rest"))
        total = numbers(words, match.start("total"), match.end("total"))
        if (
            total
            and parts
            and not re.search(r"\b(?:wounded|injured|hurt|another|others|and|or|more than|least)\b", match["gap"])
        ):
            yield total[0], parts, False, match.span()
    for pattern in (_LISTED, _TOTALLING):
        for match in pattern.finditer(words):
            parts = _parts(words, match.start("rest"), match.end("rest"))
            total = numbers(words, match.start("total"), match.end("total"))
            before = words[max(0, match.start() - 24) : match.start()].lower()
            rough = re.search(
                r"(?:about|around|nearly|almost|some|least|over|than|roughly|approximately|up "
                r"to|between|of the|in the|among)\s*$",
                before,
            )
            same = pattern is _TOTALLING or words[match.end("what") :].lstrip()[:1] in ":–—("
            if total and len(parts) > 1 and not rough and same:
                yield total[0], parts, True, match.span()


def _parts(words: str, begin: int, end: int) -> list[Number]:
    """The numbers of a list "nine children, two women and a guard"; empty where an element cannot be counted."""
    rest = words[begin:end]
    if re.search(
        r"\b(?:some|several|many|dozens|hundreds|about|around|nearly|at least|aged?|year-old|"
        r"who (?:was|were)|under|over|injur\w+|wound\w+|of them|of whom|thousands|later)"
        r"\b",
        rest,
    ):
        return []
    found: list[Number] = []
    for match in _PART.finditer(words, begin, end):
        found += numbers(words, match.start("part"), match.end("part"))
    singles = len(re.findall(r"(?:^|,|\band)\s+an?\s+[a-z]", rest))
    return found + [Number(1, Span(begin, begin), 1)] * (singles if found else 0)


_UNITS = {
    "km": ("length", 1000.0),
    "kilometre": ("length", 1000.0),
    "kilometer": ("length", 1000.0),
    "mile": ("length", 1609.344),
    "mi": ("length", 1609.344),
    "metre": ("length", 1.0),
    "meter": ("length", 1.0),
    "m": ("length", 1.0),
    "foot": ("length", 0.3048),
    "feet": ("length", 0.3048),
    "ft": ("length", 0.3048),
    "yard": ("length", 0.9144),
    "inch": ("length", 0.0254),
    "inche": ("length", 0.0254),
    "cm": ("length", 0.01),
    "centimetre": ("length", 0.01),
    "centimeter": ("length", 0.01),
    "mm": ("length", 0.001),
    "kg": ("mass", 1.0),
    "kilogram": ("mass", 1.0),
    "kilo": ("mass", 1.0),
    "pound": ("mass", 0.45359237),
    "lb": ("mass", 0.45359237),
    "tonne": ("mass", 1000.0),
    "metric ton": ("mass", 1000.0),
    "ton": ("mass", 907.18474),
    "ounce": ("mass", 0.028349523),
    "gram": ("mass", 0.001),
    "g": ("mass", 0.001),
    "acre": ("area", 4046.8564),
    "hectare": ("area", 10000.0),
    "ha": ("area", 10000.0),
    "square mile": ("area", 2589988.11),
    "square km": ("area", 1e6),
    "sq mile": ("area", 2589988.11),
    "sq km": ("area", 1e6),
    "square kilometre": ("area", 1e6),
    "square kilometer": ("area", 1e6),
    "square metre": ("area", 1.0),
    "square meter": ("area", 1.0),
    "square foot": ("area", 0.09290304),
    "square feet": ("area", 0.09290304),
    "litre": ("volume", 1.0),
    "liter": ("volume", 1.0),
    "gallon": ("volume", 3.785411784),
    "barrel": ("volume", 158.987295),
    "mph": ("speed", 1.609344),
    "mile per hour": ("speed", 1.609344),
    "kph": ("speed", 1.0),
    "km/h": ("speed", 1.0),
    "kmh": ("speed", 1.0),
    "kilometer per hour": ("speed", 1.0),
    "kilometre per hour": ("speed", 1.0),
    "c": ("temperature", 1.0),
    "celsius": ("temperature", 1.0),
    "f": ("temperature", 2.0),
    "fahrenheit": ("temperature", 2.0),
}
_UNIT = "|".join(sorted((re.escape(unit) for unit in _UNITS), key=len, reverse=True)).replace(r"\ ", r"[\s-]")
_PER_HOUR = r"(?:(?:kilomet(?:er|re)|mile)s\s+(?:per|an)\s+hour)"
_CONVERSION = re.compile(
    rf"(?P<a>{_N})[\s-]*(?P<ua>{_PER_HOUR}|(?:degrees\s+)?(?:{_UNIT})s?)\.?\s*\((?:about "
    rf"|around |roughly |nearly |some |more than |over |almost |approximately )?"
    rf"(?P<b>{_N})[\s-]*(?P<ub>{_PER_HOUR}|(?:degrees\s+)?(?:{_UNIT})s?)\.?\)",
    re.IGNORECASE,
)


@rule("FIG412")
def conversion_off(context: Context) -> Iterator[Hit]:
    for span, words in _pieces(context):
        for match in _CONVERSION.finditer(words):
            one, other = (
                numbers(words, match.start("a"), match.end("a")),
                numbers(words, match.start("b"), match.end("b")),
            )
            first, second = _unit(match["ua"]), _unit(match["ub"])
            if not one or not other or first is None or second is None or first[0] != second[0] or first == second:
                continue
            converted = _convert(one[0].value, first[1], second[1], first[0])
            if not _agree(one[0], other[0], converted, lambda value: _convert(value, first[1], second[1], first[0])):
                yield Hit(
                    _at(span, *match.span()),
                    f"{_say(one[0].value)} {match['ua']} in {match['ub']}; found {_say(other[0].value)} "
                    f"where {converted:,.4g} is due",
                )


def _unit(words: str) -> tuple[str, float] | None:
    plain = re.sub(r"^degrees\s+", "", re.sub(r"[\s-]+", " ", words.lower()))
    plain = re.sub(r"s (?:per|an) hour$", " per hour", plain)
    return _UNITS.get(plain) or _UNITS.get(plain.removesuffix("s"))


def _convert(value: float, factor: float, into: float, kind: str) -> float:
    if kind == "temperature":
        return value * 9 / 5 + 32 if factor == 1.0 else (value - 32) * 5 / 9
    return value * factor / into


def _agree(one: Number, other: Number, converted: float, convert) -> bool:  # type: ignore[no-untyped-def]
    """Whether ``other`` is ``converted`` within half a unit of the last digit given on either side, or a tenth."""

    def slack(number: Number) -> float:
        if number.value != int(number.value):
            return 0.05
        step = 1.0
        while number.value and number.value % (step * 10) == 0:
            step *= 10
        return max(0.5, min(step / 2, 0.05 * number.value))

    spread = abs(convert(one.value + slack(one)) - convert(one.value))
    allowed = max(spread + slack(other), abs(converted) * 0.1)
    return abs(other.value - converted) <= allowed * 1.001


_CHANGE = re.compile(
    rf"\b(?P<verb>rose|risen|climbed|increased|grew|grown|jumped|soared|went up|up|"
    rf"fell|fallen|dropped|declined|decreased|shrank|sank|went down|down|cut|raised|"
    rf"reduced|slashed)\b(?P<mid>[^.;()]{{0,60}}?)"
    rf"\bfrom\s+(?:[$£€]\s?)?(?P<a>{_N})(?P<ua>[^.;()\d$£€]{{0,30}}?)\s+to\s+(?:[$£€]\s?)?(?P<b>{_N})",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"(?:fell|fallen|dropped|declined|decreased|shrank|sank|went down|down|cut|reduced|slashed)\b", re.IGNORECASE
)


@rule("FIG413")
def change_and_direction(context: Context) -> Iterator[Hit]:
    for span, words in _pieces(context):
        for match in _CHANGE.finditer(words):
            one, other = (
                numbers(words, match.start("a"), match.end("a")),
                numbers(words, match.start("b"), match.end("b")),
            )
            if not one or not other or one[0].value in range(1900, 2100) or one[0].value == other[0].value:
                continue
            a, b = one[0].value, other[0].value
            scale = words[match.end() : match.end() + 12].split()
            if (
                other[0].value < one[0].value
                and not match["ua"].strip()
                and scale
                and re.match(r"(?:million|billion|percent)", scale[0])
            ):
                pass  # "from 9 to 12 percent": the unit stands only once, and numbers() has read any scale
            down = _DOWN.match(match["verb"]) is not None
            if down != (b < a) and not re.search(r"\b(?:cost|time|rank\w*|place|position)\b", words):
                yield Hit(
                    _at(span, *match.span()),
                    f"a second figure that is {'lower' if down else 'higher'}; found {_say(a)} and {_say(b)}",
                )
                continue
            percent = _percent(words, match)
            if (
                percent is not None
                and a
                and abs(abs(b - a) / a * 100 - percent) > max(1.5, percent * 0.1)
                and not re.match(r"\s*(?:percent|per cent|%)", match["ua"] or words[match.end("b") :])
            ):
                yield Hit(
                    _at(span, *match.span()),
                    f"a change of {_say(percent)} percent from {_say(a)} to {_say(b)}; that is {abs(b - a) / a * 100:.3g} "
                    f"percent",
                )


def _percent(words: str, match: re.Match[str]) -> float | None:
    """A percentage of change stated with the verb: "rose 20 percent, from", "rose by 20%", or after "to B, a 20 percent rise"."""
    for place, piece in enumerate((match["mid"], words[match.end() : match.end() + 70])):
        found = re.search(
            rf"(?:^|\bby|,\s+an?|,\s+up|,\s+down|\s)\s*(?P<p>{_N})\s*(?:percent(?!age)|per cent|%)", piece
        )
        if found and (
            place == 0 or re.search(r"\b(?:rise|increase|drop|fall|decline|jump|cut|up|down|reduction|growth)\b", piece)
        ):
            value = numbers(found["p"])
            return value[0].value if value else None
    return None


@rule("FIG414")
def part_larger_than_whole(context: Context) -> Iterator[Hit]:
    pattern = re.compile(
        rf"(?P<a>{_N})\s+(?:out\s+)?of\s+(?:the|its|their|his|her|our|some)?\s*(?P<b>{_N})"
        rf"\s+(?:[\w’'-]+\s+){{0,2}}?(?:{_PEOPLE})\b",
        re.IGNORECASE,
    )
    for span, words in _pieces(context):
        for match in pattern.finditer(words):
            one, other = (
                numbers(words, match.start("a"), match.end("a")),
                numbers(words, match.start("b"), match.end("b")),
            )
            percent = re.match(r"\s*(?:percent|per cent|%)", words[match.end("a") :])
            if (
                one
                and other
                and one[0].value > other[0].value
                and not percent
                and one[0].value not in range(1900, 2100)
            ):
                yield Hit(
                    _at(span, *match.span()),
                    f"a part no larger than the whole; found {_say(one[0].value)} of {_say(other[0].value)}",
                )


@rule("FIG415")
def shares_over_hundred(context: Context) -> Iterator[Hit]:
    for span, words in _pieces(context):
        if not re.search(
            r"\b(?:voted?|votes|poll|survey|respondents|backed|opposed|favou?r\w*|support\w*|"
            r"undecided|approv\w+|disapprov\w+|believe[sd]?|against)\b",
            words,
        ):
            continue
        found = list(re.finditer(rf"(?P<n>{_N})(?:\s+percent\b|\s+per cent\b|\s?%)(?!\s*(?:points?|of))", words))
        values = [numbers(words, match.start("n"), match.end("n"))[0].value for match in found]
        opposed = re.search(
            r"\b(?:opposed?|against|disapprov\w+|undecided|no opinion|did not know|didn[’']t know)\b", words
        )
        compared = re.search(
            r"\b(?:from|up|down|compared|last (?:year|month)|earlier|previous\w*|also|both|among|while)\b", words
        )
        if 3 <= len(values) <= 6 and opposed and not compared and 102 < sum(values) < 200:
            yield Hit(
                _at(span, found[0].start(), found[-1].end()),
                f"shares of at most 100 percent; found {_say(sum(values))}",
            )


@rule("FIG416")
def headline_figure(context: Context) -> Iterator[Hit]:
    if context.headline is None or len(context.body) == 0:
        return
    words = context.headline.span.of(context.text)
    told = [number for block in context.body for number in numbers(context.text, *block.span)]
    values = {number.value for number in told}
    for match in _COUNTED.finditer(words):
        number = numbers(words, match.start("n"), match.end("n"))
        if not number or number[0].value < 2 or number[0].value in range(1900, 2100) or number[0].value in values:
            continue
        key = match["what"].lower()
        kin = next((group for group in _KIN if key in group), {key})
        rivals = [each for each in told if _near(context.text, each, kin)]
        rivals = [each for each in rivals if each.value != number[0].value]
        rounded = any(abs(each.value - number[0].value) <= 0.05 * each.value for each in rivals if each.value >= 1000)
        summed = number[0].value in {a.value + b.value for n, a in enumerate(told) for b in told[n + 1 : n + 4]}
        if (
            rivals
            and not rounded
            and not summed
            and not re.search(r"\b(?:over|more than|at least|nearly|dozens)\b", words)
        ):
            yield Hit(
                _at(context.headline.span, *match.span()),
                f"{_say(number[0].value)} in the body; found {context.text[rivals[0].span.begin : rivals[0].span.end]} "
                f"there",
                related=(rivals[0].span,),
            )
            return


_KIN = (
    {"killed", "dead", "die", "dies", "died", "deaths", "kills", "kill", "killing", "fatalities"},
    {"injured", "wounded", "hurt", "wounds", "injures", "injuries"},
    {"arrested", "detained", "arrests", "held", "arrest"},
    {"missing"},
    {"jobs", "layoffs", "workers"},
    {"hostages"},
    {"charged", "indicted"},
    {"rescued", "saved"},
    {"homes", "houses"},
)
_KEYWORDS = "|".join(sorted({word for group in _KIN for word in group}))
_COUNTED = re.compile(rf"(?P<n>{_N})\s+(?:[\w’'-]+\s+){{0,2}}?(?P<what>{_KEYWORDS})\b", re.IGNORECASE)


def _near(text: str, number: Number, kin: set[str]) -> bool:
    """Whether a word of the same matter stands with the number: "14 people were killed", "killed 14"."""
    after = re.split(r"[.;,]", text[number.span.end : number.span.end + 40])[0]
    before = re.split(r"[.;,]", text[max(0, number.span.begin - 25) : number.span.begin])[-1]
    if re.match(r"\s*(?:percent|per cent|%|years?|months?|days?|hours?|weeks?|miles|km|am|pm|others?|more)\b", after):
        return False
    words = {word.lower() for word in re.findall(r"[A-Za-z]+", f"{before} {after}")}
    return bool(words & kin)


@rule("FIG417")
def figure_changes(context: Context) -> Iterator[Hit]:
    if len(context.body) < 2:
        return
    opening = _count_of(context, context.sentences[:2])
    if opening is None:
        return
    for sentence in context.sentences[2:]:
        words = sentence.span.of(context.text)
        match = _ALL_OF.search(words)
        number = numbers(words, match.start("n"), match.end("n")) if match else []
        if (
            match
            and number
            and number[0].value != opening[0].value
            and (match["what"] or match["after"]).lower() in opening[1]
        ):
            yield Hit(
                _at(sentence.span, *match.span()),
                f"the opening's {_say(opening[0].value)}; found {_say(number[0].value)} here",
                related=(opening[0].span,),
            )
            return


def _count_of(context: Context, sentences: tuple[Sentence, ...]) -> tuple[Number, set[str]] | None:
    for sentence in sentences:
        for kin in _KIN[:3]:
            near = [
                each
                for each in numbers(context.text, *sentence.span)
                if each.value >= 2 and _near(context.text, each, kin)
            ]
            if len(near) == 1:
                return near[0], kin
    return None


_ALL_OF = re.compile(
    rf"\b(?:all (?:of )?(?:the )?|the )(?P<n>{_N})\s+(?:people |passengers |civilians "
    rf"|men |women |persons |victims )?(?:who (?:were |was )?)?(?P<what>{_KEYWORDS})"
    rf"\b(?P<after>)",
    re.IGNORECASE,
)
