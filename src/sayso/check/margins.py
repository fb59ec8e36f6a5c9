"""Leads, margins and moves beside the two figures that give them: "by five points, 48 percent to 43 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.gated import Gated
from sayso.check.numbers import NUMERAL, numbers, say
from sayso.types import Span

_PERCENT = r"(?: ?%| percent\b| per cent\b)"
_VERSUS = r"(?:,? (?:to|versus|vs\.?|against|compared (?:to|with))|-|–)"
_TWO = (
    rf"(?P<a>{NUMERAL}){_PERCENT}?(?: [^.;,\d]{{2,40}}?)?{_VERSUS} ?"
    rf"(?:[A-Z][\w’'. -]{{2,30}} )?(?P<b>{NUMERAL})(?P<unit>{_PERCENT})?"
)
_LEAD = r"(?:point|percentage[- ]point|percent|vote|seat|goal)s?"
_MARGINS = (
    # "leads her by five points, 48 percent to 41 percent"
    Gated(
        rf"\bby (?P<n>{NUMERAL})[ -](?P<what>{_LEAD})\b(?: margin)?(?:,| ?[–—:(]) ?(?:with |at )?{_TWO}",
        ("point", "percent", "per cent", "%", "vote", "seat", "goal"),
        re.IGNORECASE,
    ),
    # "his lead narrowed to three points, 47 percent to 44 percent"
    Gated(
        rf"\b(?:lead|edge|gap|margin|advantage)\b[^.;:\d]{{0,40}}? (?P<n>{NUMERAL})[ -](?P<what>{_LEAD})(?:,|"
        rf" ?[–—:(]) ?{_TWO}",
        ("point", "percent", "per cent", "%", "vote", "seat", "goal"),
        re.IGNORECASE,
    ),
    # "46 percent to 42 percent, a two-point edge"
    Gated(
        rf"{_TWO},? (?:an?|giving (?:him|her|it|them) an?|for an?) (?P<n>{NUMERAL})[ -](?P<what>{_LEAD}) "
        r"(?:lead|edge|gap|margin|advantage|difference|majority|win|victory|spread)\b",
        ("point", "percent", "per cent", "%", "vote", "seat", "goal"),
        re.IGNORECASE,
    ),
    # "a five-point lead, 48 percent to 41 percent"
    Gated(
        rf"\b(?P<n>{NUMERAL})[ -](?P<what>{_LEAD}) (?:[A-Z][a-z]+ )?"
        rf"(?:lead|edge|gap|margin|advantage|majority|win|victory)\b"
        rf"[^.;\d]{{0,40}}?(?:,| ?[–—:(]) ?(?:with |at )?{_TWO}",
        ("point", "percent", "per cent", "%", "vote", "seat", "goal"),
        re.IGNORECASE,
    ),
)
#: "rose 150 points, or 5 percent, to 17,000".
_MOVE = Gated(
    rf"\b(?P<way>rose|climbed|gained|added|jumped|surged|advanced|rallied|up|increased|fell|dropped|lost|slid|"
    rf"slipped|shed|"
    rf"declined|sank|tumbled|plunged|down|decreased)(?: by)? (?:about |nearly |"
    rf"more than )?(?P<sign>[$£€])?(?P<n>{NUMERAL})"
    rf"(?: points?| cents?| pence| [a-z]+)?,? (?:or|\() ?(?:about |nearly |more than |"
    rf"roughly )?(?P<p>{NUMERAL}){_PERCENT}\)?"
    rf"(?:,| higher| lower)? (?:to|at|to close at|to end at) (?:about )?[$£€]?(?P<level>{NUMERAL})",
    ("percent", "per cent", "%"),
    re.IGNORECASE,
)
_UP = re.compile(r"rose|climbed|gained|added|jumped|surged|advanced|rallied|up|increased", re.IGNORECASE)


def misfitting_margins(context: Context) -> Iterator[tuple[Span, str]]:
    """Each lead that its two sides do not give, and each move whose share of the level is another."""
    for span, words in told(context):
        for pattern in _MARGINS:
            for match in pattern.finditer(words):
                a, b, given = (numbers(match[name])[0].value for name in ("a", "b", "n"))
                shares = bool(match["unit"]) or max(a, b) <= 100
                if "percent" in match["what"].lower() and max(a, b) > 100:
                    continue  # "rose by 44 percent, with 157 compared to 109"
                if abs(a - b) > 0 and abs(abs(a - b) - given) > (1.01 if shares else 0.01) and given < max(a, b):
                    yield part(span, *match.span()), f"the difference of {say(a)} and {say(b)}; found {say(given)}"
        for match in _MOVE.finditer(words):
            step, percent, level = (numbers(match[name])[0].value for name in ("n", "p", "level"))
            step = (
                step / 100
                if "cent" in match.group()[: match.start("p") - match.start()] and not match["sign"]
                else step
            )
            before = level - step if _UP.fullmatch(match["way"]) else level + step
            if before > 0 and step < level and abs(step / before * 100 - percent) > max(0.15 * percent, 0.12):
                yield (
                    part(span, *match.span()),
                    f"{say(step)} as {step / before * 100:.2g} percent of {say(before)}; found {say(percent)}",
                )
