"""Sums that are told with all that they consist of: "$15 billion includes $9 billion for …; $450 million for …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.check.context import Context
from sayso.check.figures.mentions import PERSONS, Mention
from sayso.check.figures.numbers import say
from sayso.check.sums.totalled import OVERLAPPING, Found, apart, in_a_row, too_much
from sayso.patterns import compiled

_FROM_FOR = compiled(r"[^.;:]{0,40}?\b(?P<how>from|for|in|at|on|through|by)\b")
_OF_WHICH = compiled(r"[^.;:]{0,40},? (?:of which|including) (?:about |some |at least )?")
_COLON = compiled(r"[^.;:–—]{0,45}(?::| [–—-]{1,2}) (?:about |some |presumably |roughly |including )?")
_INCLUDES = compiled(
    r"[^.;:]{0,60}\b(?:includ(?:es?|ed|ing)|consist(?:s|ed) of|compris(?:es?|ed)|(?:is|was|were|are|would be) (?:made "
    r"up of|"
    r"(?:split|divided) (?:into|between|among))|br(?:eaks?|oke) down (?:in)?to|covers?) (?:about |some |roughly )?"
)


def broken_down(context: Context) -> Iterator[Found]:
    """The sum's place, those of its parts, and what was looked for."""
    by_place = context.figures_by_place
    for place, here in by_place.items():
        before = by_place.get(place - 1, []) if place > 1 else []
        yield from _after_mark(context.text, here)
        yield from _from_and_from(context.text, here, before)


def _after_mark(text: str, here: list[Mention]) -> Iterator[Found]:
    """ "Owes $2 million: $3 million in wages and $1 million in taxes"; "$8 million, of which $9 million is fees"."""
    for n, (total, first) in enumerate(pairwise(here)):
        gap = text[total.span.end : first.span.begin]
        if not _of_one_kind(total, first) or apart(total) or OVERLAPPING.search(first.after[:25]):
            continue
        if total.kind == "money" and _OF_WHICH.fullmatch(gap):
            if first.value > total.value:
                told = f"a part no larger than the whole; found {say(first.value)} of {say(total.value)}"
                yield first.span, (total.span,), told
            continue
        colon, includes = _COLON.fullmatch(gap), _INCLUDES.fullmatch(gap)
        parts = in_a_row(text, [each for each in here[n + 1 :] if each.kind == total.kind]) if colon or includes else []
        if len(parts) < 2 or (total.rough == "more" and not includes) or any(apart(each) for each in parts):
            continue
        added, most = sum(each.value for each in parts), max(each.value for each in parts)
        few = colon and total.kind == "money" and len(parts) > 2 and added < 0.97 * total.value
        within = 0.5 * total.value < added <= (2.5 if colon else 1.4) * total.value and most < 2 * total.value
        if within and (few or added > (1.15 if total.rough else 1.02) * total.value):
            told = f"a total that fits its parts; {' + '.join(say(each.value) for each in parts)} = {say(added)}"
            yield total.span, tuple(each.span for each in parts), f"{told} is not {say(total.value)}"


_PARTY = frozenset("republican democrat conservative liberal independent green senator justice judge vote seat".split())


def _of_one_kind(total: Mention, part: Mention) -> bool:
    if total.kind == part.kind == "money":
        return True
    people = PERSONS | _PARTY | {""}
    many = min(total.value, part.value) >= 1000 and part.head == ""
    return total.kind == part.kind == "things" and (total.head in people - {""} or many) and part.head in people


def _from_and_from(text: str, here: list[Mention], before: list[Mention]) -> Iterator[Found]:
    """ "Is moving $3.3 billion. It is shifting $2.2 billion from its budget and $1.6 billion from a fund"."""
    money = [each for each in here if each.kind == "money"]
    parts = money[-2:]
    if len(parts) < 2 or any(apart(each) for each in parts):
        return
    gap = text[parts[0].span.end : parts[1].span.begin]
    hows = [_FROM_FOR.match(gap), _FROM_FOR.match(parts[1].after)]
    if not re.fullmatch(r"[^.;:,“”\"]{3,70},? and (?:about |another )?", gap) or not all(hows):
        return
    wholes = money[:-2] or [each for each in before if each.kind == "money"]
    how = {each["how"] for each in hows if each}
    if len(wholes) == 1 and len(how) == 1 and not apart(wholes[0]) and not _in_row(wholes[0], *how):
        yield from too_much(wholes[0], parts)


def _in_row(whole: Mention, how: str) -> bool:
    """Whether the first is but a member of the list: "$75 billion for clinics, $25 billion for tests and …"."""
    match = _FROM_FOR.match(whole.after)
    return match is not None and match["how"] == how
