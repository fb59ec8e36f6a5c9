"""Fewer things than the places that they are spread over: "21 cases have been reported by 25 states"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.check.context import Context
from sayso.check.figures.mentions import Mention
from sayso.check.figures.numbers import say
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

_PLACES = frozenset(
    "state province country county city town nation village region district prefecture department island territory "
    "continent municipality borough parish".split()
)
#: Things of which a place has one at least where it has any.
_ONE_EACH = frozenset(
    "case death person patient victim infection illness fatality casualty store shop office branch factory plant mill "
    "school hospital clinic outlet restaurant hotel worker employee student volunteer survivor injury arrest lawsuit "
    "complaint incident fire attack shooting robbery burglary theft site location chapter warehouse casino mine farm "
    "member delegate resident voter vote respondent".split()
)
_BETWEEN = Gated(
    r"[^.;:“”\"\d]{0,110}?\b(?:(?:reported|found|confirmed|seen|recorded|identified|diagnosed|spread|scattered|"
    r"located|held|"
    r"made|filed|counted|killed|injured|arrested|sickened|operates?|operating|dead|ill)\b[^.;:,“”\"\d]{0,30}? )?"
    r"(?:in|by|across|from|throughout|among) (?:at least |about |more than |nearly |some |over |as many as |a total "
    r"of )?",
    ("in ", "by ", "across ", "from ", "throughout ", "among "),
)
_COMPOUND = compiled(r"-[a-z]")
_LOCAL = compiled(
    r"^ (?:[a-z-]+ ){0,3}?(?:[a-z-]+)(?: (?:who|that|of|with|were|was|have|has|had|been|being|treated|reported|found|"
    r"confirmed|recorded|people)\b[^.;:,]{0,20}?)? in (?P<place>[A-Z][\w’'-]+)(?: alone)?\b"
)
_NATIONAL = compiled(
    r"\b(?:nationwide|nationally|worldwide|globally|(?:across|around|throughout) the (?:country|nation|world|globe|"
    r"U\.S\.|"
    r"United States|EU)|in all|across [A-Z][a-z]+)\b"
)
_A_TOTAL = compiled(r"\b(?:a|the) (?:[a-z]+ )?total of (?:about |some |at least |nearly )?$", re.IGNORECASE)
_SICK = frozenset("case patient illness infection person victim".split())


def spread(context: Context) -> Iterator[tuple[Span, tuple[Span, ...], str]]:
    """The smaller figure's place, that of the larger, and what was looked for."""
    found = list(context.figures)
    for one, other in pairwise(found):
        if one.place != other.place or one.head not in _ONE_EACH or other.head not in _PLACES:
            continue
        gap = context.text[one.span.end : other.span.begin]
        between = _BETWEEN.search(gap)
        if (
            between
            and between.span() == (0, len(gap))
            and 2 <= one.value < other.value < 200
            and one.rough != "more"
            and not _COMPOUND.match(one.after)
            and not re.search(r"\b(?:top|only|other)\b|\bof the $", gap)
            and one.value not in range(1900, 2101)
        ):
            told = f"as many at least as places; found {say(one.value)} {one.head} in {say(other.value)}"
            yield one.span, (other.span,), told
    yield from _more_in_one_place(found)


def _more_in_one_place(found: list[Mention]) -> Iterator[tuple[Span, tuple[Span, ...], str]]:
    """A total for the whole country beside more of the same in one of its parts."""
    for total in found:
        if total.kind != "things" or total.head not in _ONE_EACH or total.value < 3:
            continue
        whole = _NATIONAL.search(total.after[:70]) or _A_TOTAL.search(total.before)
        if not whole or _place(total) or total.rough == "more":
            continue
        here = set(re.findall(r"[A-Z][a-z]{3,}", total.after[:60]))
        for each in found:
            place = _place(each)
            alike = each.head == total.head or {each.head, total.head} <= _SICK
            if (
                place
                and place not in here
                and alike
                and each.kind == "things"
                and total.value < each.value <= 20 * total.value
                and (each.fate == total.fate or (each.head in _SICK and 1 not in (each.fate, total.fate)))
                and not (each.elsewhen or total.elsewhen)
                and abs(each.place - total.place) < 15
                and each.words & total.words - {each.head, total.head}
            ):
                told = f"a part no larger than the whole; found {say(each.value)} in {place} of {say(total.value)}"
                yield total.span, (each.span,), told
                return


def _place(each: Mention) -> str:
    match = _LOCAL.match(each.after)
    return match["place"] if match else ""
