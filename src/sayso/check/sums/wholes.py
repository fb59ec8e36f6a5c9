"""Wholes and parts among all figures of a report, by the words that make a figure a part, an addition or a total.

Each figure of the report's table has its value, what it counts and whether those counted died, were hurt or held; the
words beside it say whether it is all of something ("in all", "for a total of"), one more ("an additional"), or a part
("of which", "a chunk of the"). Nothing is asked where another figure of the report makes the reckoning right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.context import Context
from sayso.check.figures.mentions import PERSONS, Mention
from sayso.check.figures.numbers import say
from sayso.patterns import compiled
from sayso.types import Span


@dataclass(frozen=True, slots=True)
class Misfit:
    """``larger``: a part is more than its whole; else parts and their sum disagree."""

    span: Span
    related: tuple[Span, ...]
    looked_for: str
    larger: bool


_TOTAL_BEFORE = compiled(
    r"\b(?:(?:a|an overall|a combined|the combined) total of|(?:the )?total (?:to|at|of)|totall?ing|"
    r"altogether|in all,?)"
    r" (?:about |some |at least |nearly |more than |over |around )?[$£€]?$",
    re.IGNORECASE,
)
_TOTAL_AFTER = compiled(r"^[^.;,:]{0,40}?\b(?:in all|in total|altogether|all told|combined)\b", re.IGNORECASE)
MORE = compiled(
    r"\b(?:an additional|an extra|another|a further|additional|plus) (?:about |some |nearly )?[$£€]?$", re.IGNORECASE
)
_MORE_AFTER = compiled(r"^ (?:[a-z]+ )?(?:more|others)\b")
_OF_WHICH = compiled(
    r"\b(?:of which|of that|of those|of whom|of them|including) (?:about |some |nearly |only |just )?[$£€]?$",
    re.IGNORECASE,
)
#: "$40 million – a notable chunk of the more than $34 million raised".
_CHUNK_OF = compiled(
    r"\b(?:a|the) (?:[a-z]+ )?(?:chunk|part|portion|share|fraction|slice|bulk|piece|majority|subset|"
    r"percentage) of (?:the|its|"
    r"his|her|their|a) (?:[a-z]+ )?(?:more than |over |nearly |about |roughly |estimated |at least |some |"
    r"almost )?[$£€]?$"
)
_APART = compiled(
    r"\b(?:last|previous\w*|earlier|ago|compared|than|versus|against|average|per|each|every|"
    r"in (?:19|20)\d\d|since|worth|up to|rose|fell|up|down|from|increase\w*|more than (?:doubl|tripl)\w*)\b"
)


def misfits(context: Context) -> Iterator[Misfit]:
    """Every whole that its parts do not fit, once."""
    by_place = context.figures_by_place
    for place, here in by_place.items():
        before = by_place.get(place - 1, [])
        yield from _totals(here, before)
        yield from _additions(here, before)
        yield from _chunks(here)
        yield from _broken_down(here, before)


def _alike(one: Mention, other: Mention) -> bool:
    """Whether one may be a part of the other: of one kind, and of one thing, or persons both, or one left bare."""
    if one.kind != other.kind or one.kind in ("age", "point", "%"):
        return False
    if one.kind != "things":
        return True
    same = one.head == other.head or {one.head, other.head} <= PERSONS
    return (same and one.head != "") or (one.head == "" and one.fate == other.fate > 0)


def _totals(here: list[Mention], before: list[Mention]) -> Iterator[Misfit]:
    """ "an additional 37 months, for a total of 29"; "killed 22 people. … three shootings that killed 14 in all"."""
    for total in here:
        ahead = _TOTAL_BEFORE.search(total.before)
        if not ahead and not _TOTAL_AFTER.match(total.after):
            continue
        if _APART.search(f"{total.before[-25:]} {total.after[:25]}") or re.match(
            r" an? (?:day|week|month|year)\b", total.after
        ):
            continue
        parts = [each for each in here if each.span.end < total.span.begin and _alike(each, total)]
        if total.kind == "things":
            parts += [
                each for each in before
                if _alike(each, total) and each.fate == total.fate > 0 and not each.rough and not each.elsewhen
            ]  # fmt: skip
        for each in parts:
            if each.value > total.value >= 2 and not _APART.search(f"{each.before[-25:]} {each.after[:25]}"):
                yield _larger(each, total)
                break
        else:
            yield from _exact(parts, total, ahead is not None)


def _exact(parts: list[Mention], total: Mention, ahead: bool) -> Iterator[Misfit]:
    """ "Paid a $1bn penalty and placed $400m in an account, a total of $1.4bn"."""
    added = sum(each.value for each in parts)
    if ahead and total.kind == "money" and len(parts) in (2, 3) and abs(added - total.value) > 0.03 * total.value:
        span = Span(parts[0].span.begin, total.span.end)
        yield Misfit(span, (), f"a total that fits its parts; {_plus(parts)} is not {say(total.value)}", False)


def _additions(here: list[Mention], before: list[Mention]) -> Iterator[Misfit]:
    """ "would take $7 billion, of which $5 billion …. An additional $3 billion would …": more than all of it."""
    for more in here:
        if not (MORE.search(more.before) or _MORE_AFTER.match(more.after)):
            continue
        kin = [
            each for each in (*before, *here) if each is not more and each.kind == more.kind and each.span < more.span
        ]
        some = next((each for each in reversed(kin) if _OF_WHICH.search(each.before)), None)
        wholes = [each for each in kin if some and each.span < some.span and each.value > some.value]
        if some is None or not wholes or _APART.search(more.before[-30:]):
            continue
        whole, added = wholes[-1], some.value + more.value
        if added > 1.02 * whole.value and not whole.rough:
            looked_for = f"parts within {say(whole.value)}; {_plus([some, more])}"
            yield Misfit(more.span, (whole.span, some.span), looked_for, False)


def _chunks(here: list[Mention]) -> Iterator[Misfit]:
    for whole in here:
        chunk = _CHUNK_OF.search(whole.before)
        parts = [each for each in here if each.span.end < whole.span.begin and each.kind == whole.kind != "%"]
        if chunk and parts and parts[-1].value > whole.value and _alike(parts[-1], whole):
            apposed = re.search(r"[,–—(-] ?$", whole.before[: chunk.start()])
            begin = whole.span.begin - len(whole.before) + chunk.start()
            if apposed and begin - parts[-1].span.end < 50:
                yield _larger(parts[-1], whole)


#: "The bill also includes $208 billion for industries. That breaks down to $35 billion for … and $150 billion for …".
_DOWN_TO = compiled(
    r"^[“\"]?(?:That|It|This|They|These|Those|The (?:total|money|sum|amount|figure|package|group|number|deal|"
    r"plan|bill))"
    r"(?: [a-z]+){0,3}? (?:breaks? down (?:in)?to|broke down into|consists? of|consisted of|(?:is|"
    r"was) made up of|comprises?|"
    r"(?:is|was|are|were) (?:split|divided) (?:into|between|among)) (?:about )?[$£€]?$"
)


def _broken_down(here: list[Mention], before: list[Mention]) -> Iterator[Misfit]:
    first = next((each for each in here if _DOWN_TO.match(each.before)), None)
    parts = [each for each in here if first and each.kind == first.kind and each.span >= first.span]
    wholes = [each for each in before if first and each.kind == first.kind]
    if (
        first is None
        or not 2 <= len(parts) <= 5
        or not wholes
        or any(each.rough or _APART.search(each.after[:20]) for each in parts)
    ):
        return
    added = sum(each.value for each in parts)
    if max(each.value for each in parts) < wholes[-1].value and not any(
        abs(each.value - added) <= 0.03 * added for each in wholes
    ):
        whole = wholes[-1]
        looked_for = f"parts that come to {say(whole.value)}; {_plus(parts)}"
        yield Misfit(Span(first.span.begin, parts[-1].span.end), (whole.span,), looked_for, False)


def _larger(part: Mention, whole: Mention) -> Misfit:
    looked_for = f"a part no larger than the whole; found {say(part.value)} of {say(whole.value)}"
    return Misfit(whole.span, (part.span,), looked_for, True)


def _plus(parts: list[Mention]) -> str:
    return f"{' + '.join(say(each.value) for each in parts)} = {say(sum(each.value for each in parts))}"


def gap(text: str, one: Mention, other: Mention) -> str:
    """The words between two figures of one sentence, each with its noun or unit."""
    return text[one.span.end : other.span.begin]
