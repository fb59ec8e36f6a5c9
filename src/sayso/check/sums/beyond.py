"""Parts that are more than their whole, by the words between: "all but 98 of its 87", "74 times with one alone"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.check.context import Context, part, told
from sayso.check.figures.mentions import Mention
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

_MORE = r"(?:about |some |nearly |roughly |more than |over |almost |approximately |an estimated |around )?"
_DET = r"(?:the |its |their |his |her |our |these |those )?"
#: "all but 98,000 of its more than 87,000 documents".
_ALL_BUT = Gated(
    rf"\ball but {_MORE}(?P<a>{NUMERAL}) of {_DET}{_MORE}(?P<b>{NUMERAL})(?! ?(?:%|percent|per cent))",
    ("all but ",),
    re.IGNORECASE,
)
_PERCENT = r" ?(?:%|percent|per cent)"
#: "63% of members (or 41% of all adults)": the same people, of some and of all.
_OF_SOME_AND_ALL = Gated(
    rf"(?P<a>{NUMERAL}){_PERCENT} of (?!all\b|the (?:public|population|country))[^.;:()\d%]{{3,60}}?,? \(?(?:or|–|—|,) "
    rf"(?:about |nearly |roughly |some )?(?P<b>{NUMERAL}){_PERCENT} of (?:all|the (?:total|entire|general|whole))\b",
    ("percent", "per cent", "%"),
)
#: "Of the 75 agencies it asked, a staggering 85 kept no records".
_OF_THE = Gated(
    rf"\b[Oo]f {_DET}{_MORE}(?P<b>{NUMERAL}) (?:[a-z’'-]+ ){{0,2}}?[a-z]{{3,}}(?:s|men|people|children)\b"
    rf"[^.;:\d]{{0,60}}?, (?:an? (?:[a-z]+ )?|just |fully |as many as |no fewer than |roughly |nearly )"
    rf"(?P<a>{NUMERAL}) (?!percent|per cent|%|years?|days?|months?|of )[a-z]",
    ("of ", "Of "),
)
_ALONE = compiled(r"[^.;:,\d]{0,60}?\balone\b")
_ALONE_BEFORE = compiled(r"\balone\b[^.;:,\d]{0,40}$")
_NO_PART = compiled(r"\b(?:compared|against|versus|more than|than|another|other|further|also|a year|per|each)\b")


def beyond_the_whole(context: Context) -> Iterator[tuple[Span, str]]:
    """Each part with its whole, where the whole stands in its sentence or, of a part "alone", in the one before."""
    for span, words in told(context):
        for pattern in (_ALL_BUT, _OF_SOME_AND_ALL, _OF_THE):
            for match in pattern.finditer(words):
                a, b = (value_of(match[name]) for name in ("a", "b"))
                part_, whole = (b, a) if pattern is _OF_SOME_AND_ALL else (a, b)
                if part_ > whole and not {a, b} & set(range(1900, 2101)):
                    yield part(span, *match.span()), _found(part_, whole)
    places = sorted(context.figures_by_place.items())
    for (before, wholes), (here, parts) in pairwise([(-1, []), *places]):
        for n, each in enumerate(parts):
            if not (_ALONE.match(each.after) or _ALONE_BEFORE.search(each.before)) or _NO_PART.search(
                each.before[-25:]
            ):
                continue
            same = [one for one in (*(wholes if here - before == 1 else []), *parts[:n]) if _alike(one, each)]
            if same and each.value > max(one.value for one in same):
                yield each.span, _found(each.value, max(one.value for one in same))


def _alike(one: Mention, other: Mention) -> bool:
    dead = one.fate == other.fate == 1 and one.kind == "things"
    same = one.head == other.head != "" and one.kind not in ("%", "money")
    return one.kind == other.kind and (same or dead) and not one.elsewhen


def _found(share: float, whole: float) -> str:
    return f"a part no larger than the whole; found {say(share)} of {say(whole)}"
