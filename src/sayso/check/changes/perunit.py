"""So much a year or each, and what it comes to: "$120 million over six years, or $30 million a year"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.check.gated import Gated
from sayso.types import Span

_MONEY = (
    rf"[$£€]\d[\d,.]*\d(?: (?:million|billion|trillion|thousand))?|[$£€]\d(?: (?:million|billion|trillion|thousand)"
    rf")?|{NUMERAL}(?: crowns)?"
)
_ROUGH = (
    r"(?:about |some |nearly |roughly |just |more than |over |around |at least |almost |only |a total of |"
    r"approximately |an average of )?"
)
_PER = r"(?:an?|per|each|every)"
_UNITS = "hour|day|week|month|year"
#: How many of one there are in the other, from the fewest that anybody reckons with to the most.
_IN = {
    ("hour", "day"): (7, 24), ("hour", "week"): (30, 168), ("day", "week"): (5, 7), ("day", "month"): (20, 31),
    ("day", "year"): (200, 366), ("week", "month"): (4, 4.5), ("week", "year"): (46, 53), ("month", "year"): (9, 13),
    ("hour", "month"): (120, 744), ("hour", "year"): (1500, 8784),
}  # fmt: skip
#: "$48,000 a year, or $6,000 a month".
_TWO_RATES = Gated(
    rf"(?P<a>{_MONEY})(?: (?!for\b)[a-z]+)? {_PER} (?P<x>{_UNITS})(?: [a-z]+)?(?:,? or|,? [–—-]+(?: or)?|,| \((?:or "
    rf")?) {_ROUGH}(?P<b>{_MONEY})"
    rf"(?: [a-z]+)? {_PER} (?P<y>{_UNITS})\b",
    (" a year", " a month", " a week", " a day", " an hour", " per ", " each ", " every "),
)
#: "$120 million over six years, or $30 million a year".
_OVER = Gated(
    rf"(?P<t>{_MONEY})(?: [a-z-]+){{0,3}}? (?:over|in|for|during|across)(?: the)?(?: next| past| last| "
    rf"coming)? {_ROUGH}(?P<n>{NUMERAL})[ -]"
    rf"(?P<x>{_UNITS})s?(?: period)?(?:,? or|,? [–—-]+(?: or)?| \((?:or )?) {_ROUGH}(?P<r>{_MONEY})(?: [a-z]+)? "
    rf"(?:{_PER} (?P=x)|annually)\b",
    ("over", "in ", "for ", "during", "across"),
)
#: "$15 an hour, or $900 for a 40-hour week".
_FOR_A = Gated(
    rf"(?P<r>{_MONEY})(?: [a-z]+)? {_PER} (?P<x>{_UNITS})(?:,? or|,? [–—-]+(?: or)?|,| \((?:or )?)"
    rf" {_ROUGH}(?P<t>{_MONEY}) (?:for|in) (?:an?|"
    rf"the) (?P<n>{NUMERAL})-(?P=x)\b",
    (" an hour", " a day", " a week", " a month", " a year", " per "),
)
#: "raised $18 million …, from about 1 million donors giving an average of $18".
_AVERAGE = Gated(
    rf"(?P<t>[$£€]\d[\d,.]*(?: (?:million|billion))?)(?P<gap>[^.;\d$£€]{{0,80}}?) (?:from|by|to|among|for|with)"
    rf" {_ROUGH}(?P<n>{NUMERAL})"
    rf" (?P<what>(?:[a-z-]+ ){{0,2}}?(?:donors|people|donations|contributions|contributors|supporters|workers|"
    rf"families|households|employees|"
    rf"customers|members|patients|residents|grants|loans|farmers|students|pupils|homes|payments))"
    rf"\b[^.;\d$£€]{{0,70}}?\b(?:averag(?:e|ing)"
    rf"(?: (?:donation|contribution|gift|payment|grant|loan|amount|award|sum|check|cheque|pay|bonus))?(?: size)?(?: "
    rf"of|:| was| being)?|each) "
    rf"{_ROUGH}(?P<a>[$£€]\d[\d,.]*(?: (?:million|billion))?)",
    ("averag", "each"),
)
#: "He gave $95,000 …, in three $25,000 donations".
_GIFTS = Gated(
    rf"(?P<t>[$£€]\d[\d,.]*(?: (?:million|billion))?)(?P<gap>[^.;\d$£€]{{0,80}}?),? (?:in|through|by|via|as|with|"
    rf"over|of) (?P<n>{NUMERAL}) (?:[a-z]+ )?"
    rf"(?P<a>[$£€]\d[\d,.]*(?: (?:million|billion))?) (?:donations|payments|instal?lments|checks|cheques|grants|"
    rf"gifts|loans|contributions|"
    rf"transfers|tranches|deposits|fines|prizes|tickets)\b",
    ("donations", "payments", "instalments", "installments", "checks", "cheques", "grants", "gifts", "loans",
     "contributions", "transfers", "tranches", "deposits", "fines", "prizes", "tickets"),
)  # fmt: skip
#: "The levy of $2 on each of the 40,000 tickets brought in $120,000".
_ON_EACH = Gated(
    rf"(?P<a>[$£€]\d[\d,.]*)(?: [a-z]+){{0,3}} (?:on|for|from|to|by) (?:each|every one) of (?:the |its |their "
    rf")?(?P<n>{NUMERAL}) (?P<gap>[^.;\d$£€]"
    rf"{{2,60}}?) (?:brought in|raised|cost|yielded|came to|made|earned|generated|totall?ed|added up to|would cost|"
    rf"would raise) {_ROUGH}"
    rf"(?P<t>[$£€]\d[\d,.]*(?: (?:million|billion))?)",
    (" each ", "every one"),
)


#: "$6,000 monthly, which comes to $72,000 annually", "$500 a week, or $26,000 yearly".
_ADVERBS = Gated(
    rf"(?P<a>{_MONEY})(?: (?:{_PER} (?P<x>{_UNITS})|(?P<xs>hourly|daily|weekly|monthly|yearly|annual(?:ly)?)))\b"
    rf"[^.;\d$£€]{{0,30}}?(?:,? (?:which|that|this) (?:comes|works out|amounts|adds up|is|means|totals)(?: to| at)?"
    rf"|, or|,? (?:totalling|totaling|amounting to)|,?) {_ROUGH}(?P<b>{_MONEY}) "
    rf"(?:{_PER} (?P<y>{_UNITS})|(?P<ys>hourly|daily|weekly|monthly|yearly|annual(?:ly)?))\b",
    ("annual", "monthly", "weekly", "yearly", "daily", "hourly"),
)
_ADVERB = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annual": "year",
           "annually": "year"}  # fmt: skip


def misfitting_units(context: Context) -> Iterator[tuple[Span, str]]:
    """Each rate or average that its sum does not give."""
    for span, words in told(context):
        for match in _TWO_RATES.finditer(words):
            told_of = _rates(match, match["x"], match["y"])
            if told_of:
                yield part(span, *match.span()), told_of
        for match in _ADVERBS.finditer(words):
            told_of = _rates(match, match["x"] or _ADVERB[match["xs"]], match["y"] or _ADVERB[match["ys"]])
            if told_of and match["a"][0] in "$£€" and match["b"][0] in "$£€":
                yield part(span, *match.span()), told_of
        for pattern, slack in ((_OVER, 0.1), (_FOR_A, 0.06)):
            for match in pattern.finditer(words):
                total, count, rate = (_amount(match[name]) for name in ("t", "n", "r"))
                product = count * rate
                if count > 1 and abs(product - total) > slack * total and 0.05 < product / total < 20:
                    yield (
                        part(span, *match.span()),
                        f"{say(count)} times {say(rate)} as {say(product)}; found {say(total)}",
                    )
        for pattern in (_AVERAGE, _GIFTS, _ON_EACH):
            for match in pattern.finditer(words):
                total, count, each = (_amount(match[name]) for name in ("t", "n", "a"))
                product = count * each
                apart = re.search(
                    r"\b(?:each|per|a|including|more|another|additional) (?:year|month|week|day|"
                    r"quarter)?$",
                    match["gap"],
                )
                if (
                    count > 1
                    and each < total
                    and not apart
                    and abs(product - total) > 0.15 * total
                    and 0.1 < product / total < 10
                ):
                    yield (
                        part(span, *match.span()),
                        f"{say(count)} times {say(each)} as {say(product)}; found {say(total)}",
                    )


def _rates(match: re.Match[str], x: str, y: str) -> str | None:
    a, b = _amount(match["a"]), _amount(match["b"])
    if (match["a"][:1] not in "$£€" and not re.search(r"\bor\b", match.group())) or re.search(
        r"\b(?:hours?|days?)\b "
        r"a|\bhours? ",
        match.group()[:14],
    ):
        return None  # "24 hours a day, seven days a week"
    if (match["a"][:1] in "$£€") != (match["b"][:1] in "$£€") or x == y or min(a, b) <= 0:
        return None
    few, many, ratio = (x, y, b / a) if (x, y) in _IN else (y, x, a / b)
    low, high = _IN.get((few, many), (0.0, 1e9))
    if 0.93 * low <= ratio <= 1.07 * high:
        return None
    return f"{low:g} to {high:g} times as much a {many} as a {few}; found {ratio:.3g} times"


def _amount(words: str) -> float:
    return value_of(words.lstrip("$£€"))
