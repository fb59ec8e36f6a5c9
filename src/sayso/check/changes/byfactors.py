"""Factors beside the two figures that they join: "to 25 percent from 10, more than quadrupling it".

Likewise "which spent $600 billion, or about ten times as much", so much for each of those that are counted, products
that are off by a power of ten, and "a mile (2.6 km)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.patterns import compiled
from sayso.types import Span

Found = tuple[Span, tuple[Span, ...], str]

_FACTORS = {"doubl": 2.0, "trebl": 3.0, "tripl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}
_LEVEL = rf"[$£€]?{NUMERAL}(?: ?(?:percent|per cent|%))?"
_FACTOR = compiled(
    r"\b(?P<bound>more than |nearly |almost |about |roughly |at least |over |just over |just under |close to |"
    r"less than |not quite )?(?P<f>doubl|trebl|tripl|quadrupl|quintupl|halv)(?:e|es|ed|ing)\b(?! (?:that|the|what)\b)",
    re.IGNORECASE,
)
_FROM_TO = compiled(
    rf"\bfrom (?:\w+ ){{0,2}}?(?P<a>{_LEVEL})(?: [a-z]+){{0,4}}?"
    rf"(?: in (?:19|20)\d\d)?,? to (?:\w+ "
    rf"){{0,2}}?(?P<b>{_LEVEL})"
    rf"|\bto (?:\w+ )?(?P<b2>{_LEVEL})(?: [a-z]+){{0,4}}?,? (?:up )?from (?:\w+ )?(?P<a2>{_LEVEL})"
)
_TIMES = compiled(
    rf"(?:,|–|—|\() (?:or )?(?P<bound>more than |nearly |almost |about |roughly |at least |over |some )?"
    rf"(?P<n>{NUMERAL}) times (?:as much|as many|as high|as large|that|more)\b"
)
_AMOUNT = r"[$£€]\d[\d,.]*(?: (?:million|billion|trillion))?"
_SUM = compiled(rf"(?<![\w-])(?P<t>{_AMOUNT})(?! (?:a|per|each|an) |-)")
#: "$200,000, or about $60,000 a state, on radio ads in six other states".
_PLACES = "state|city|country|county|school|household|family|person|student|worker|member|voter|town|district|home|seat"
_EACH = compiled(
    rf"(?P<t>{_AMOUNT})(?: [a-z-]+){{0,4}}?(?:,? or|,| \(| –| —) (?:about |roughly |nearly |some |close to |almost )?"
    rf"(?P<u>{_AMOUNT}) (?:a|per|for each|for every|each) (?P<x>{_PLACES})\b(?P<gap>[^.;]{{0,80}}?)\b"
    rf"(?P<n>{NUMERAL}) (?:[a-z-]+ ){{0,2}}?(?P<y>states|cities|countries|counties|schools|households|families|people|"
    r"students|workers|members|voters|towns|districts|homes|seats)\b"
)
_ONE_UNIT = compiled(
    r"\b(?:an?|one|(?P<half>half an?)) (?P<u>mile|kilomet(?:er|re)|km|acre|hectare|pound|foot|inch|gallon)\b,? "
    r"\((?:about |around |some |or )?(?P<n>\d[\d,.]*) ?(?P<v>km|kilomet(?:er|re)s?|miles?|hectares?|"
    r"acres?|kg|kilos?|cm|"
    r"met(?:er|re)s?|m|lit(?:er|re)s?)\)"
)
_IN = {
    ("mile", "k"): 1.609, ("kilomet", "mi"): 0.621, ("km", "mi"): 0.621, ("acre", "h"): 0.405, ("hectare", "a"): 2.471,
    ("pound", "k"): 0.454, ("foot", "cm"): 30.48, ("foot", "m"): 0.305, ("inch", "cm"): 2.54, ("gallon", "l"): 3.785,
    ("mile", "m"): 1609.0,
}  # fmt: skip
_PAYEES = compiled(
    rf"\b(?P<n>{NUMERAL}) (?:[a-z-]+ )?(?:people|workers|adults|households|families|taxpayers|students|residents|"
    r"Americans|voters|employees|members|farmers|children|homes|customers|subscribers|users|retirees|veterans)\b"
)
_APIECE = compiled(
    rf"(?P<u>{_AMOUNT}) (?:checks?|cheques?|payments?|each|apiece|a (?:head|person)|per person|grants?|"
    rf"bonus(?:es)?|fee|"
    r"stipends?|rebates?|vouchers?)\b"
)
_COST = compiled(rf"\b(?:costs?|bill|total|price tag|expense|sum)\b[^.;]{{0,30}}?(?P<t>{_AMOUNT})")


def unlike_their_factor(context: Context) -> Iterator[Found]:
    """The factor or the product, the places beside it, and what was looked for."""
    for span, words in told(context):
        yield from _multiplied(span, words)
        yield from _as_much(span, words)
        yield from _each(span, words)
    yield from _tenfold(context)


def unlike_one_unit(context: Context) -> Iterator[tuple[Span, str]]:
    """ "A mile (2.6 km)": one of something, which the search for amounts leaves."""
    for span, words in told(context):
        yield from _one_unit(span, words)


def _multiplied(span: Span, words: str) -> Iterator[Found]:
    factors, levels = list(_FACTOR.finditer(words)), list(_FROM_TO.finditer(words))
    if len(factors) != 1 or len(levels) != 1:
        return
    factor, level = factors[0], levels[0]
    begin, end = sorted((factor.span(), level.span()))
    if end[0] - begin[1] > 60 or re.search(r"[;:]|\b(?:while|but|whereas)\b", words[begin[1] : end[0]]):
        return
    a, b = (level[name] or level[f"{name}2"] for name in "ab")
    if (a[0] in "$£€") != (b[0] in "$£€") or value_of(a) <= 0 or "times" in words:
        return
    first, last = value_of(a), value_of(b)
    if {first, last} & set(range(1900, 2101)):
        return
    real, given = last / first, _FACTORS[factor["f"].lower()]
    bound = (factor["bound"] or "").lower().strip()
    low, high = 0.87, 1.25
    if bound in ("more than", "over", "at least", "just over"):
        low, high = 0.97, 1.9
    elif bound in ("nearly", "almost", "close to", "just under", "not quite", "less than", "about", "roughly"):
        low = 0.75
    if not low * given <= real <= high * given:
        looked_for = f"the factor from {a} to {b}, {real:.3g}; found {factor.group()!r}"
        yield part(span, *factor.span()), (part(span, *level.span()),), looked_for


def _as_much(span: Span, words: str) -> Iterator[Found]:
    for match in _TIMES.finditer(words):
        sums = [each for each in _SUM.finditer(words) if not match.start() <= each.start() < match.end()]
        if len(sums) != 2 or sums[1].end() > match.start() or match.start() - sums[1].end() > 40:
            continue
        a, b = (value_of(each["t"][1:]) for each in sums)
        real, given = max(a, b) / min(a, b), value_of(match["n"])
        if not 0.7 * given <= real <= 1.6 * given:
            looked_for = f"the factor between {sums[0]['t']} and {sums[1]['t']}, {real:.3g}; found {match['n']} times"
            yield part(span, *match.span()), (part(span, *sums[0].span()),), looked_for


def _each(span: Span, words: str) -> Iterator[Found]:
    for match in _EACH.finditer(words):
        if match["x"][:4] != match["y"][:4] and not (match["x"] == "person" and match["y"] == "people"):
            continue
        total, unit, count = value_of(match["t"][1:]), value_of(match["u"][1:]), value_of(match["n"])
        if not 0.8 * total <= unit * count <= 1.25 * total:
            looked_for = f"{say(unit)} times {say(count)}, {say(unit * count)}; found {say(total)}"
            yield part(span, *match.span("u")), (part(span, *match.span("t")),), looked_for


def _one_unit(span: Span, words: str) -> Iterator[tuple[Span, str]]:
    for match in _ONE_UNIT.finditer(words):
        one, other = match["u"].lower(), match["v"].lower()
        known = [each for (a, b), each in _IN.items() if one.startswith(a) and other.startswith(b)]
        if other in ("m", "meter", "meters", "metre", "metres"):
            known = [each for (a, b), each in _IN.items() if one.startswith(a) and b == "m"]
        real = (known[0] if known else 0.0) * (0.5 if match["half"] else 1)
        if real and not 0.75 * real <= value_of(match["n"]) <= 1.3 * real:
            yield part(span, *match.span()), f"{real:.3g} of the other unit; found {match['n']}"


def _tenfold(context: Context) -> Iterator[Found]:
    """So many people, so much for each, and a cost that has the product's digits and another size."""
    apiece = [
        (value_of(match["u"][1:]), part(span, *match.span()))
        for span, words in told(context)
        for match in _APIECE.finditer(words)
    ]
    for sentence in context.sentences if apiece else ():
        words = sentence.span.of(context.text)
        cost, payees = _COST.search(words), _PAYEES.search(words)
        if cost is None or payees is None:
            continue
        total, count = value_of(cost["t"][1:]), value_of(payees["n"])
        for unit, place in apiece:
            ratio = unit * count / total if total else 0.0
            if any(abs(ratio / power - 1) < 0.02 for power in (0.001, 0.01, 0.1, 10, 100, 1000)):
                looked_for = f"{say(unit)} for each of {say(count)}, {say(unit * count)}; found {say(total)}"
                yield part(sentence.span, *cost.span("t")), (place,), looked_for
                return
