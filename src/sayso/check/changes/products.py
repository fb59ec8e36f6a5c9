"""So many at so much each, and the sum that is given for them; ranges whose lower end stands last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, numbers, say, value_of
from sayso.check.figures.quantities import quantities
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

_EACH = compiled(
    r"\b(?:each|apiece|a head|per (?:person|head|family|household|unit|ticket|pupil|patient|home|house|bus|piece|"
    r"child|member|worker|employee))\b|\beach of\b",
    re.I,
)
_SUM = compiled(
    r"\b(?:in all|in total|altogether|total(?:l?ing)?|total of|all told|combined|sum of|overall|cost|costs|or)\b",
    re.IGNORECASE,
)
_PER = {"day": 365, "week": 52, "month": 12, "year": 1}
_A_MONTH = Gated(
    rf"(?P<m>[$£€]?{NUMERAL}(?: [a-z]+)?) (?:a|per|each|every) (?P<per>day|week|month|year) for (?P<n>{NUMERAL}|a) "
    rf"(?P<unit>days?|weeks?|months?|years?)"
    rf"[^.;\d]{{0,25}}?(?:,|or|,? a total of|in all) (?:or )?(?:about |some |a total of "
    rf")?(?P<t>[$£€]?{NUMERAL})",
        (' a day', ' a week', ' a month', ' a year', ' per ', ' each ', ' every '), re.IGNORECASE,
)  # fmt: skip


#: "the $1 million loan …, in five installments of $250,000".
_INSTALMENTS = Gated(
    rf"\b(?:in|of|over|through|via|by|into|as|made) (?P<n>{NUMERAL}) (?:[a-z]+ )?(?:instal?lments|payments|"
    rf"tranches|parts|grants|donations|"
    rf"checks|cheques|transfers|loans|wires|deposits|prizes|bills|contracts) of (?P<m>[$£€]?{NUMERAL})(?! to\b)",
    ("instalments", "installments", "payments", "tranches", "parts", "grants", "donations", "checks", "cheques",
     "transfers", "loans", "wires", "deposits", "prizes", "bills", "contracts"),
)  # fmt: skip


def misproducts(context: Context) -> Iterator[tuple[Span, str]]:
    """Each product that its factors do not give, with what they give."""
    for span, words in told(context):
        each = _EACH.search(words)
        found = [q for q in quantities(words) if q.kind in ("money", "things") or q.unit == ""]
        if each and len(found) == 3 and _SUM.search(words):
            values = sorted((q.value for q in found), reverse=True)
            total = values[0]
            product = values[1] * values[2]
            ratio = product / total if total else 0.0
            tenfold = any(abs(ratio / power - 1) < 0.06 for power in (0.001, 0.01, 0.1, 10, 100, 1000))
            near = 0.3 < ratio < 3.3 or tenfold
            if any(q.unit == "money" for q in found) and near and abs(product - total) > max(0.06 * total, 0.5):
                yield (
                    part(span, found[0].span.begin, found[-1].whole.end),
                    f"{say(values[2])} times {say(values[1])} as {say(product)}; found {say(total)}",
                )
        for match in _INSTALMENTS.finditer(words):
            paid = value_of(match["n"]) * _amount(match["m"])
            sums = [each for each in found if each.unit == "money" and each.whole.end <= match.start()]
            if len(sums) == 1 and 0.3 < paid / sums[0].value < 3 and abs(paid - sums[0].value) > 0.04 * paid:
                yield (
                    part(span, sums[0].whole.begin, match.end()),
                    f"{match['n']} times {match['m']} as {say(paid)}; found {say(sums[0].value)}",
                )
        for match in _A_MONTH.finditer(words):
            rate, count, total = (_amount(match[name]) for name in ("m", "n", "t"))
            per, unit = match["per"].lower(), match["unit"].lower().rstrip("s")
            product = rate * count * _PER[per] / _PER[unit]
            if total and 0.2 < product / total < 5 and abs(product - total) > 0.08 * total:
                yield (
                    part(span, *match.span()),
                    f"{say(rate)} a {per} for {match['n']} {match['unit']} as {say(product)}; found {say(total)}",
                )


def _amount(words: str) -> float:
    found = numbers(words.lstrip("$£€"))
    return found[0].value if found else 1.0


_UNITS = (
    r"(?:%|percent\b|per cent\b|million\b|billion\b|crowns\b|euros\b|dollars\b|pounds\b|people\b|degrees\b|km\b|"
    r"miles\b|met(?:re|er)s\b|years\b|hours\b|minutes\b|days\b|weeks\b|months\b|[a-z]+s came\b)"
)
_RANGE = (
    compiled(rf"\b[Bb]etween (?:about )?[$£€]?(?P<a>{NUMERAL})(?: [a-z]+)? and [$£€]?(?P<b>{NUMERAL})(?= [a-z%]|"
        rf"%)(?! ?[ap]\.?m)"),
    compiled(rf"\b(?:aged?|ages) (?P<a>{NUMERAL}) (?:to|and) (?P<b>{NUMERAL})\b"),
    compiled(rf"(?<!from )(?<!From )(?:\b(?:cost|is|of|by|takes?|last|rise by|grow by|at|forecast is|for|some|"
        rf"about|about|need|expects?) )[$£€]?(?P<a>{NUMERAL})(?: [a-z]+)? to [$£€]?(?P<b>{NUMERAL})(?= {_UNITS}|%)"),
)  # fmt: skip
_DATES = compiled(
    r"\b(?:from|between) (?P<m>(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)) "
    r"(?P<a>\d{1,2}) (?:to|until|through|and|till) (?:(?P=m) )?(?P<b>\d{1,2})\b(?! ?(?:a\.m|p\.m|percent|[A-Z]))"
)


def backward_ranges(context: Context) -> Iterator[tuple[Span, str]]:
    """Ranges of figures or days of one month that run from the greater to the lesser."""
    for span, words in told(context):
        for pattern in _RANGE:
            for match in pattern.finditer(words):
                a, b = _scaled(match["a"], match["b"])
                if re.search(r"(?:percent|per cent|%) to ", match.group()):
                    continue  # "by 43 percent to 33 percent": two camps
                near = words[max(0, match.start() - 45) : match.end() + 25]
                score = re.search(r"\b(?:score\w*|votes?|voted|won|lost|beat|leads?|leading|led|ahead|behind|"
                    r"trail\w*|polls?|survey\w*|margin|favou?r\w*|oppos\w*|approv\w*|defeat\w*|prefer\w*|odds|ratio|outnumber\w*|game|match|"
                    r"cut|fell|reduc\w+|drop\w*|from|down|shr[aiu]nk|"
                                  r"lower\w*|between \w+ (?:and|or) \d+ (?:a|p)\.?m)\b", near)  # fmt: skip
                if a > b > 0 and not score and b > a / 20:
                    yield part(span, *match.span()), f"an end above the beginning; found {say(a)} before {say(b)}"
        for match in _DATES.finditer(words):
            if int(match["a"]) > int(match["b"]):
                yield part(span, *match.span()), "an end after the beginning; found one before it"


def _scaled(one: str, other: str) -> tuple[float, float]:
    """Both values; the scale of the second holds for a first without one ("3 to 5 million")."""
    a, b = value_of(one), value_of(other)
    scale = re.search(r"(million|billion|thousand)$", other)
    if scale and not re.search(r"[a-z]{4}$", one):
        a *= {"thousand": 1e3, "million": 1e6, "billion": 1e9}[scale[1]]
    return a, b
