"""Words around a number that make it a bound or an approximation: "more than", "some", "or more", "nearly"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.patterns import kept

_DEGREE = r"(?:(?:well|just|slightly|far|much|significantly) )?"
_LOW = (
    rf"{_DEGREE}(?:(?:more|greater|larger|higher|bigger) than|over|above|in excess of|upwards? of|north of|"
    r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|at least|(?:no|not) (?:fewer|less) than|a minimum of|minimum of|"
    r"at a minimum)(?: or equal to)?(?: of)?|(?:>=?|≥|⩾)"
)
_HIGH = (
    rf"{_DEGREE}(?:(?:less|fewer|lower|smaller) than|under|below|up to|as (?:many|much|high) as|at most|"
    r"(?:no|not) (?:more|greater) than|not exceeding|a maximum of|maximum of|south of)(?: or equal to)?|(?:<=?|≤|⩽)"
)
_NEAR = (
    r"about|around|some|roughly|approximately|approx\.?|an estimated|estimated|nearly|almost|close to|nearing|"
    r"approaching|circa|ca?\.|~|≈|more or less|something like|in the region of|on the order of|virtually|just about|"
    r"not quite"
)
_BEFORE = kept(
    rf"(?:(?<![\w])(?P<low>{_LOW})|(?<![\w])(?P<high>{_HIGH})|(?<![\w])(?P<near>{_NEAR}))\s*(?:the |a |an )?$",
    re.IGNORECASE,
)
_AFTER = kept(
    r"(?:(?P<low>\s+(?:or|and) (?:more|greater|above|higher|over|up|older)\b(?!\s+[\d$£€])"
    r"|\s?\+(?!\w)|-plus\b|\s+plus\b(?=[\s,.;)]))"
    r"|(?P<high>\s+(?:or|and) (?:less|fewer|below|under|lower|younger)\b(?!\s+[\d$£€]))"
    r"|(?P<near>\s+or so\b|-odd\b|\s+or thereabouts\b|-ish\b))",
    re.IGNORECASE,
)
#: Longest phrase looked for before a number, in characters.
_REACH = 40


@dataclass(frozen=True, slots=True)
class Bound:
    """``side``: "low" (at least), "high" (at most) or None; with the offsets that its words push the amount's to."""

    begin: int
    end: int
    side: str | None
    approximate: bool


def behind(text: str, end: int) -> int:
    """Offset behind the bounding words that follow ``end`` ("50 or more"); ``end`` itself where there are none."""
    match = _AFTER.match(text, end)
    return match.end() if match else end


def bound_around(text: str, begin: int, end: int, inner: int | None = None) -> Bound:
    """What the words right before ``begin`` and right behind ``end`` say.

    ``inner``: look there too, behind the number and before what is counted ("200 or more soldiers").
    """
    side, approximate = None, False
    for _ in range(2):  # "at least about 50"
        match = _BEFORE.search(text, max(0, begin - _REACH), begin)
        if match is None or "\n" in match[0]:
            break
        side = side or ("low" if match["low"] else "high" if match["high"] else None)
        approximate = approximate or bool(match["near"])
        begin = match.start()
    for at in dict.fromkeys((inner if inner is not None else end, end)):
        if match := _AFTER.match(text, at):
            side = side or ("low" if match["low"] else "high" if match["high"] else None)
            approximate = approximate or bool(match["near"])
            end = max(end, match.end())
            break
    return Bound(begin, end, side, approximate)
