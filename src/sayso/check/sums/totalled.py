"""Totals that their parts exceed, whatever words stand between: "a total of 13 million, raising … by 9 and … by 7"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.check.context import Context
from sayso.check.figures.mentions import PERSONS, Mention
from sayso.check.figures.numbers import say
from sayso.patterns import compiled
from sayso.types import Span

Found = tuple[Span, tuple[Span, ...], str]

_ROUGHLY = r"(?:about |some |roughly |nearly |almost |around |up to |more than |over |at least |an estimated )?"
_TOTAL = compiled(
    rf"\b(?:(?:an?|the) (?:combined |overall |grand |whopping |record )?total of|a combined|totall?ing|(?:the|its|"
    rf"their) "
    rf"(?:total|overall|combined) (?:[a-z]+ ){{0,2}}(?:of|to|at|is|was)) {_ROUGHLY}[$£€]?$",
    re.IGNORECASE,
)
_TOTAL_AFTER = compiled(r"^(?: [a-z-]+){0,3}? (?:in (?:all|total)|altogether|all told|combined|overall|together)\b")
#: Parts that overlap, belong to another time, or are only compared with the total.
OVERLAPPING = compiled(
    r"\b(?:of (?:them|whom|those|these|which)|last|previous\w*|earlier|ago|compared|than|versus|against|average|per|"
    r"each|"
    r"every|since|rose|fell|up|down|another|additional|between|more|(?:19|20)\d\d|out of|aged?|a (?:day|week|month|"
    r"year))\b"
)
_OF_THAT = compiled(
    r"^[“\"]?(?:Of|From|Out of) (?:that|those|these|this|the total|the (?:money|amount|sum|group|funds?)|them|which)"
    r"\b(?! \d)"
)
_AMONG = compiled(
    r"^[“\"]?(?:Among|Of|Out of) (?:the|its|their|those|all)? ?(?:total |combined )?(?:of )?"
    rf"{_ROUGHLY}[$£€]?$"
)
_MORE = compiled(r"\b(?:another|an additional|additional|a further|an extra) (?:about |some )?[$£€]?$", re.IGNORECASE)
_MORE_AFTER = compiled(r"^ (?:more|additional|further|new|other)\b")
_RAISED = compiled(
    rf"\b(?:bring\w*|brought|rais\w+|tak(?:es|ing)|took|push\w*|lift\w*)\b[^.;:]{{0,90}}? "
    rf"to {_ROUGHLY}[$£€]?$",
    re.IGNORECASE,
)
_UP_FROM = compiled(r"\b(?:up )?from (?:about |the )?[$£€]?$")
_MOST = 1.7  # times the total: parts that are more by far are of something else


def mistotalled(context: Context) -> Iterator[Found]:
    """The total's place, those of its parts, and what was looked for."""
    by_place = context.figures_by_place
    for place, here in by_place.items():
        before = by_place.get(place - 1, []) if place > 1 else []
        yield from _said_so(context.text, here)
        yield from _among(context.text, here)
        yield from _of_that(context.text, here, before)
        yield from _raised(context.text, here, before)


def like(one: Mention, other: Mention) -> bool:
    """Whether one may be a part of the other: money both, or counts of which neither tells another noun."""
    if one.kind != other.kind or one.kind not in ("things", "money"):
        return False
    if one.kind == "money":
        return True
    return one.head == other.head or "" in (one.head, other.head) or {one.head, other.head} <= PERSONS


def apart(each: Mention, words: re.Pattern[str] = OVERLAPPING) -> bool:
    """Whether such words stand close to a figure, before it or behind it in its clause: it is no part of a sum."""
    after = re.split(r"[,;:.]", each.after)[0]
    return words.search(f"{' '.join(each.before.split()[-3:])} | {' '.join(after.split()[:4])}") is not None


def too_much(total: Mention, parts: list[Mention]) -> Iterator[Found]:
    if len(parts) < 2:
        return
    added = sum(each.value for each in parts)
    slack = 0.03 if min(each.digits for each in (total, *parts)) < 2 and added > 100 else 0.012 if added > 100 else 0
    if max(each.value for each in parts) < total.value and (1 + slack) * total.value < added <= _MOST * total.value:
        told = f"a total that fits its parts; {' + '.join(say(each.value) for each in parts)} = {say(added)}"
        yield total.span, tuple(each.span for each in parts), f"{told} is more than {say(total.value)}"


def in_a_row(text: str, found: list[Mention]) -> list[Mention]:
    """The run of figures from the first that "and" ends, with nothing between them that begins something else."""
    for n, (one, other) in enumerate(pairwise(found)):
        gap = text[one.span.end : other.span.begin]
        if len(gap) > 110 or re.search(
            r"[.:“”\"]|\b(?:compared|or|than|after|before|which|of (?:them|whom|those))"
            r"\b",
            gap,
        ):
            return []
        if re.search(r"\b(?:and|while)\b", gap):
            return found[: n + 2]
    return []


def _said_so(text: str, here: list[Mention]) -> Iterator[Found]:
    """ "A total of 13 million people, increasing the number in one plan by 9 million and in the other by 7 million"."""
    for total in here:
        if total.value < 3 or not (_TOTAL.search(total.before) or _TOTAL_AFTER.match(total.after)):
            continue
        later = [each for each in here if each.span > total.span and like(each, total)]
        if later and later[0].value > total.value and later[0].value <= _MOST * total.value and not apart(later[0]):
            gap = text[total.span.end : later[0].span.begin]
            if later[0].head in ("", total.head) and re.search(r"[;:–—]", gap) and len(gap) < 60:
                told = f"a part no larger than the whole; found {say(later[0].value)} of {say(total.value)}"
                yield total.span, (later[0].span,), told
                continue
        parts = in_a_row(text, later)
        if parts and not any(apart(each) for each in parts):
            yield from too_much(total, parts)


def _among(text: str, here: list[Mention]) -> Iterator[Found]:
    """ "Among the roughly 19,000 cases, Vesta has the most with 9,000, followed by Korland at 8,000 and …"."""
    if len(here) > 2 and _AMONG.match(here[0].before):
        parts = [each for each in here[1:] if each.kind == here[0].kind in ("things", "money")]
        if len(parts) == len(here) - 1 and not any(apart(each) for each in parts):
            yield from too_much(here[0], in_a_row(text, parts))


def _of_that(text: str, here: list[Mention], before: list[Mention]) -> Iterator[Found]:
    """ "$12 million in help …. Of that, $5 million will go to Korland, and $10 million to farms"."""
    if not before or not here or not _OF_THAT.match(here[0].sentence):
        return
    wholes = [each for each in before if like(each, here[0])]
    parts = [each for each in here if wholes and like(each, wholes[-1])]
    if len(wholes) == 1 and parts and not any(apart(each) for each in parts):
        if len(parts) > 1:
            yield from too_much(wholes[0], in_a_row(text, parts))
        if parts[0].value > wholes[0].value and parts[0].rough != "less":
            told = f"a part no larger than the whole; found {say(parts[0].value)} of {say(wholes[0].value)}"
            yield parts[0].span, (wholes[0].span,), told


def _raised(text: str, here: list[Mention], before: list[Mention]) -> Iterator[Found]:
    """ "Three more soldiers had died, raising the toll to 27 from 20"."""
    total = next((each for each in here if _RAISED.search(each.before) and each.kind == "things"), None)
    dead = [each for each in before if each.fate == 1 and each.kind == "things" and not each.elsewhen]
    if total is None and len(dead) == 1 and not dead[0].rough:
        total = dead[0] if any(_UP_FROM.search(each.before) for each in here) else None
    if total is None:
        return
    rest = [each for each in (*before, *here) if each is not total and like(each, total)]
    more = [each for each in rest if _MORE.search(each.before) or _MORE_AFTER.match(each.after)]
    base = [each for each in rest if _UP_FROM.search(each.before) and (each in here or "up from" in each.before[-12:])]
    if len(more) == len(base) == 1 and more[0] is not base[0] and (more[0].span < total.span or total in before):
        added = more[0].value + base[0].value
        if abs(added - total.value) > 0.012 * added:
            told = f"{say(base[0].value)} + {say(more[0].value)} as {say(added)}; found {say(total.value)}"
            yield total.span, (more[0].span, base[0].span), told
    elif not base and len(more) == 1 and more[0].value > total.value:
        yield total.span, (more[0].span,), f"no fewer than the {say(more[0].value)} added; found {say(total.value)}"
    elif not base and not more:
        parts = in_a_row(text, [each for each in here if each.span < total.span and like(each, total)])
        if parts and not any(apart(each) for each in parts) and parts[0].fate == parts[-1].fate:
            yield from too_much(total, parts)
