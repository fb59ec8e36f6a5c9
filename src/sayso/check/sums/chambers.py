"""Votes of more than a chamber has seats, for chambers whose seats everybody knows: "The Senate voted 58-52"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.patterns import compiled
from sayso.types import Span

#: The chamber's name, its seats, and words of which the report must have one for the name to mean this chamber. Left
#: out are chambers whose number of seats changed lately.
_CHAMBERS = (
    (r"\bSenate\b", 100, r"\b(?:Republicans?|Democrats?|GOP|U\.S\.|Congress|filibuster|Capitol)\b"),
    (r"\b(?:House of Representatives|(?:U\.S\. )?House)\b(?! of (?:Commons|Lords))", 435,
     r"\b(?:Republicans?|Democrats?|GOP|U\.S\.|Congress|Capitol)\b"),
    (r"\b(?:House of Commons|Commons|MPs)\b", 650, r"\b(?:Westminster|Downing Street|Labour|Tory|Tories|Britain|UK)\b"),
    (r"\bKnesset\b", 120, r"."), (r"\b(?:State )?Duma\b", 450, r"."), (r"\bSecurity Council\b", 15, r"."),
    (r"\bSupreme Court\b", 9, r"\b(?:U\.S\.|United States|Washington|Roberts|Republicans?|Democrats?)\b"),
    (r"\b(?:Electoral College|electoral votes?)\b", 538, r"."), (r"\bScottish Parliament\b", 129, r"."),
)  # fmt: skip
_TALLY = compiled(
    r"(?<![\d$£€.,-])(?<!from )(?P<a>\d{1,3})(?:-|–|-to-| to | votes to )(?P<b>\d{1,3})"
    r"(?![\d-]|\.\d|,\d| ?(?:%|percent|per cent|"
    r"million|billion|years?|points?|days?|weeks?|months?|minutes?))"
)
_VOTED = compiled(
    r"\b(?:vot(?:e[sd]?|ing)|pass(?:ed|es|age)|approv\w+|reject\w+|confirm\w+|rul(?:ed|ing)|decision|majority|margin|"
    r"defeat\w*|back(?:ed|s)|cleared|won|electoral)\b"
)
_ELSEWHERE = compiled(
    r"\b(?:[Ss]tate (?:Senate|House|Supreme Court)|Italian|French|Australian|Canadian|Argentin\w+|Brazilian|Nigerian|"
    r"Philippine|Polish|Romanian|Spanish|Mexican|Iranian|both (?:chambers|houses)|combined|joint session)\b"
)
_MOST = 1.3  # times the seats: what is more is no slip of a vote, but something else


def beyond_the_chamber(context: Context) -> Iterator[tuple[Span, str]]:
    """Each tally with more votes than the chamber that its sentence names has seats."""
    if _ELSEWHERE.search(context.story):
        return
    for span, words in told(context):
        for match in _TALLY.finditer(words):
            known = [each for each in _CHAMBERS if re.search(each[0], words) and re.search(each[2], context.story)]
            if not known or not _VOTED.search(words):
                continue
            name, seats, _ = min(known, key=lambda each: _away(words, each[0], match))
            a, b = int(match["a"]), int(match["b"])
            if seats < a + b <= _MOST * seats and max(a, b) <= seats and min(a, b) > 0:
                chamber = re.search(name, words)
                yield (
                    part(span, *match.span()),
                    f"no more votes than the {chamber.group() if chamber else 'chamber'} has seats; "
                    f"{a} + {b} is more than {seats}",
                )


def _away(words: str, name: str, tally: re.Match[str]) -> int:
    """Characters between the tally and the nearest place of the chamber's name."""
    return min(abs(each.start() - tally.start()) for each in re.finditer(name, words))
