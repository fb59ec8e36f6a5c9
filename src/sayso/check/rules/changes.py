"""Conversions and changes whose figures disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.model import Hit
from sayso.check.numbers import NUMERAL, numbers, say
from sayso.check.registry import rule
from sayso.grounding.amounts import conversions, find_amounts


@rule("FIG412")
def conversion_off(context: Context) -> Iterator[Hit]:
    for span, lines in told(context):
        words = lines.replace("\n", " ")  # a line end is a space to a reader
        for conversion in conversions(find_amounts(words), words):
            if not conversion.consistent:
                first, second = conversion.first.span, conversion.second.span
                yield Hit(
                    part(span, first.begin, second.end),
                    f"{first.of(words)} as {conversion.expected:,.4g} of the other unit; found {second.of(words)}",
                )


_CHANGE = re.compile(
    rf"\b(?P<verb>rose|risen|climbed|increased|grew|grown|jumped|soared|went up|up|"
    rf"fell|fallen|dropped|declined|decreased|shrank|sank|went down|down|cut|raised|"
    rf"reduced|slashed)\b(?P<mid>[^.;()]{{0,60}}?)"
    rf"\bfrom\s+(?:[$£€]\s?)?(?P<a>{NUMERAL})(?P<ua>[^.;()\d$£€]{{0,30}}?(?:(?:in|for) (?:19|"
    rf"20)\d\d)?)\s+to\s+(?:[$£€]\s?)?(?P<b>{NUMERAL})",
    re.IGNORECASE,
)


_DOWN = re.compile(
    r"(?:fell|fallen|dropped|declined|decreased|shrank|sank|went down|down|cut|reduced|slashed)\b", re.IGNORECASE
)


@rule("FIG413")
def change_and_direction(context: Context) -> Iterator[Hit]:
    for span, words in told(context):
        for match in _CHANGE.finditer(words):
            one, other = (
                numbers(words, match.start("a"), match.end("a")),
                numbers(words, match.start("b"), match.end("b")),
            )
            if re.match(r"\s*(?:months?|years?|weeks?|days?|hours?)\b", match["ua"]):
                continue  # "rose 14 percent from 12 months earlier to 1.3 million"
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
                    part(span, *match.span()),
                    f"a second figure that is {'lower' if down else 'higher'}; found {say(a)} and {say(b)}",
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
                    part(span, *match.span()),
                    f"a change of {say(percent)} percent from {say(a)} to {say(b)}; "
                    f"found one of {abs(b - a) / a * 100:.3g} percent",
                )

    yield from _steps(context)


_MONEY = r"[£$€]?\d[\d.,]*(?:\s?(?:million|billion|bn|mln|m|k)\b)?"
_STEP = re.compile(
    rf"(?P<a>{_MONEY})[^.;\d]{{0,30}}?\s(?:in|for) \d{{4}} and (?P<b>{_MONEY})[^.;\d]{{0,30}}?\s(?:in|for) \d{{4}},? "
    rf"(?:an?|up|down) (?:\w+ )?(?:of |by )?(?:about |around |nearly |some |"
    rf"roughly )?(?P<p>\d[\d.]*) ?(?:percent|per cent|%)"
    rf"|(?P<b2>{_MONEY})[^.;\d]{{0,60}}? from (?P<a2>{_MONEY})[^.;\d]{{0,30}}?(?: (?:in|"
    rf"for) \d{{4}})?[^.;\d]{{0,30}}?, "
    rf"(?:an?|or|by) (?:\w+ )?(?:of )?(?:about |around |nearly |some |roughly )?(?P<p2>\d[\d.]*) ?(?:percent|"
    rf"per cent|%)"
)


def _steps(context: Context) -> Iterator[Hit]:
    """ "3 million in 2019 and 4.5 million in 2020, an increase of 80 percent"; "£4m, up from £3.2m, a rise of 40%"."""
    for span, words in told(context):
        for match in _STEP.finditer(words):
            a, b = (_money(match[name] or match[f"{name}2"]) for name in ("a", "b"))
            percent = float((match["p"] or match["p2"]).rstrip("."))
            if a and b and abs(abs(b - a) / a * 100 - percent) > max(1.5, percent * 0.1):
                yield Hit(
                    part(span, *match.span()),
                    f"a change of {say(percent)} percent from {say(a)} to {say(b)}; "
                    f"found one of {abs(b - a) / a * 100:.3g} percent",
                )


def _money(words: str) -> float:
    """The bare number; its scale where it has one ("£3.2m", "4.5 million")."""
    value = float(re.sub(r"[^\d.]", "", words).rstrip("."))
    scale = re.search(r"[a-z]+$", words.lower())
    return value * {"k": 1e3, "m": 1e6, "mln": 1e6, "million": 1e6}.get(scale[0], 1e9) if scale else value


def _percent(words: str, match: re.Match[str]) -> float | None:
    """A percentage of change: "rose 20 percent, from", "rose by 20%", or after the figures: "a 20 percent rise"."""
    for place, piece in enumerate((match["mid"], words[match.end() : match.end() + 70])):
        found = re.search(
            rf"(?:^|\bby|,\s+an?|,\s+up|,\s+down|\s)\s*(?P<p>{NUMERAL})\s*(?:percent(?!age)|per cent|%)", piece
        )
        if found and (
            place == 0 or re.search(r"\b(?:rise|increase|drop|fall|decline|jump|cut|up|down|reduction|growth)\b", piece)
        ):
            value = numbers(found["p"])
            return value[0].value if value else None
    return None
