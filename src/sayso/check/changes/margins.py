"""Leads, margins and moves beside the two figures that give them: "by five points, 48 percent to 43 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.check.gated import Gated
from sayso.patterns import compiled
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
_SIZE = r"(?:lead|edge|gap|margin|advantage|difference|spread|disparity|divide|drop|rise|increase|decline|swing|fall)"
#: "a 2.5-point gap", "a lead of seven points", "by 2.5 percentage points".
_APART = Gated(
    rf"(?:\b(?P<n>{NUMERAL})[ -](?:percentage[ -])?points?(?: [a-z]+)? {_SIZE}\b(?! (?:of|for) error)|"
    rf"\b{_SIZE} of (?:about |just |only |nearly )?(?P<m>{NUMERAL})(?: percentage)? points?\b|"
    rf"\b(?P<by>by) (?:about |just |only |nearly )?(?P<k>{NUMERAL})(?: percentage)? points?\b)",
    ("point",),
    re.IGNORECASE,
)
#: The two figures, the second without its unit or not: "49.9 percent …, compared with Dorn's 48.4".
_LEVELS = compiled(
    rf"(?<![\w.,$£€-])(?P<a>\d{{1,2}}(?:\.\d+)?){_PERCENT}(?P<gap>[^.;:“”\"\d]{{0,90}}?)"
    rf"(?P<b>\d{{1,2}}(?:\.\d+)?)(?P<unit>{_PERCENT})?(?![\w.,]\d|-)",
    re.IGNORECASE,
)
_AGAINST = compiled(
    r"\b(?:to|versus|vs\.?|against|while|compared (?:to|with)|and|from|with|for|leads|trails|ahead of|behind)\b|"
    r"[-–]|, [A-Z][a-z]+ $",
)
_SHARES = compiled(rf"\d{_PERCENT}", re.IGNORECASE)
#: Words of another time or another pair than the two figures.
_OTHER = compiled(
    r"\b(?:last|previous\w*|earlier|ago|since|up from|down from|in (?:19|20)\d\d|(?:19|20)\d\d|once|had been|was once|"
    r"average|margin of error|combined|another|than the|respectively|among|which|who|where)\b",
    re.IGNORECASE,
)
_UP = compiled(r"rose|climbed|gained|added|jumped|surged|advanced|rallied|up|increased", re.IGNORECASE)


def misfitting_margins(context: Context) -> Iterator[tuple[Span, str]]:
    """Each lead that its two sides do not give, and each move whose share of the level is another."""
    for span, words in told(context):
        for pattern in _MARGINS:
            for match in pattern.finditer(words):
                a, b, given = (value_of(match[name]) for name in ("a", "b", "n"))
                shares = bool(match["unit"]) or max(a, b) <= 100
                if "percent" in match["what"].lower() and max(a, b) > 100:
                    continue  # "rose by 44 percent, with 157 compared to 109"
                slack = _slack(match["a"], match["b"], match["n"]) if shares else 0.01
                if abs(a - b) > 0 and abs(abs(a - b) - given) > slack and given < max(a, b):
                    yield part(span, *match.span()), f"the difference of {say(a)} and {say(b)}; found {say(given)}"
        yield from _between(span, words)
        for match in _MOVE.finditer(words):
            step, percent, level = (value_of(match[name]) for name in ("n", "p", "level"))
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


def _between(span: Span, words: str) -> Iterator[tuple[Span, str]]:
    """The one gap in points of a sentence that has two percentages, and only these, set against each other."""
    gaps = list(_APART.finditer(words))
    levels = list(_LEVELS.finditer(words)) if len(gaps) == 1 else []
    if len(levels) != 1 or len(_SHARES.findall(words)) != 1 + bool(levels[0]["unit"]):
        return
    gap, two = gaps[0], levels[0]
    if gap.start() < two.end() and gap.end() > two.start():
        return
    between = words[two.end() : gap.start()] if two.end() <= gap.start() else words[gap.end() : two.start()]
    if re.search(r"\bto an? $", between) or (gap["by"] and between.startswith(" to ") and " from " not in two["gap"]):
        return  # "fell by 6 points to 39 percent, and the balance by 16 percent"
    if len(between) > 60 or _OTHER.search(between + two["gap"]):
        return
    if not _AGAINST.search(two["gap"]) or (
        not two["unit"] and not re.search(r"\b(?:to|versus|against|vs\.?)\b", two["gap"])
    ):
        return
    as_given = gap["n"] or gap["m"] or gap["k"]
    a, b, given = float(two["a"]), float(two["b"]), value_of(as_given)
    if a != b and abs(abs(a - b) - given) > _slack(two["a"], two["b"], as_given):
        begin, end = min(gap.start(), two.start()), max(gap.end(), two.end())
        yield part(span, begin, end), f"the difference of {say(a)} and {say(b)}; found {as_given}"


def _slack(a: str, b: str, given: str) -> float:
    """How far rounding may put a difference off."""
    exact = "." in a and "." in b
    return 0.11 if exact and "." in given else 0.76 if exact else 1.01
