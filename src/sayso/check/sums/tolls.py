"""Parts of a toll that close with the rest, against the toll: "Eighteen died in …. The remaining four …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from sayso.check.context import Context
from sayso.check.days.calendar import WEEKDAY
from sayso.check.figures.mentions import PERSONS, Mention
from sayso.check.figures.numbers import say
from sayso.check.sums.wholes import MORE, Misfit
from sayso.patterns import compiled

_REST = compiled(r"\b[Tt]he (?:other|remaining|last|final|rest of the) $")
_OF_THEM = compiled(r" (?:of (?:the|them|those|these|its|his|her)\b|were\b|was\b|died\b|[a-z]+ed\b|came\b|had\b)")
_BACK = 3  # sentences from the first part to the rest


def unlike_the_toll(context: Context) -> Iterator[Misfit]:
    """Every rest that with the parts before it makes neither the toll nor another figure of the same things."""
    found = list(context.figures)
    for rest in found:
        if not _REST.search(rest.before) or rest.value < 2 or rest.kind != "things":
            continue
        near = [each for each in found if 0 <= rest.place - each.place <= _BACK and each.span < rest.span]
        parts = [each for each in near if each.kind == "things" and _part(each)]
        wholes = [
            each for each in found
            if each.kind == "things" and each.span < rest.span and each not in parts and each.value > rest.value
            and (each.fate == rest.fate or not rest.fate or not each.fate) and (_alike(each, rest) or each.fate > 0)
        ]  # fmt: skip
        parts = [each for each in parts if not wholes or each.value < max(whole.value for whole in wholes)]
        if len(parts) < 2 or not wholes or any(each.rough or MORE.search(each.before) for each in (*parts, rest)):
            continue
        values = {whole.value for whole in wholes}
        sums = {
            rest.value + sum(each.value for each in some)
            for size in range(1, len(parts) + 1) for some in combinations(parts, size)
        }  # fmt: skip
        added = rest.value + sum(each.value for each in parts)
        whole = wholes[0]
        if not sums & values and not sums & {each.value for each in found} and added <= 2 * whole.value:
            told = " + ".join(say(each.value) for each in (*parts, rest))
            looked_for = f"parts that come to {say(whole.value)}; {told} = {say(added)}"
            yield Misfit(rest.span, (whole.span, parts[0].span), looked_for, False)
            return


#: Parts of other days or other deeds.
_OTHER = compiled(
    r"\b(?:(?:19|20)\d\d|last|ago|earlier|previous\w*|since|another attack|separate\w*|also|more|bringing|year|"
    r"month|week|"
    rf"{WEEKDAY}|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|average|compared|than|in other)\b"
)


def beyond_the_toll(context: Context) -> Iterator[Misfit]:
    """ "29 people were killed …. Eleven died at the airport, and 20 at a station": more dead than all of them."""
    dead = [each for each in context.figures if each.fate == 1 and each.kind == "things" and each.head in _DEAD]
    tolls = [each for each in dead if each.place < 3 and not each.elsewhen and not _OTHER.search(each.after[:30])]
    for place in sorted({each.place for each in dead}):
        parts = [each for each in dead if each.place == place]
        if not tolls or not 1 < len(parts) < 4 or place <= max(each.place for each in tolls) or place > 12:
            continue
        whole, added = max(tolls, key=lambda each: each.value), sum(each.value for each in parts)
        if _OTHER.search(parts[0].sentence) or any(each.elsewhen for each in parts):
            continue
        if max(each.value for each in parts) < whole.value < added <= 1.8 * whole.value and whole.rough != "more":
            told = f"{' + '.join(say(each.value) for each in parts)} = {say(added)} is more than {say(whole.value)}"
            yield Misfit(parts[0].span, (whole.span,), f"a total that fits its parts; {told}", False)
            return


_DEAD = PERSONS | {"", "dead", "death", "fatality"}


def _part(each: Mention) -> bool:
    """Whether the figure counts some of those before: it opens its clause, and a verb or "of the" follows."""
    opens = re.search(r"(?:^|[.;,] (?:and )?|\b(?:and|while|but) )$", each.before) is not None
    return opens and (_OF_THEM.match(each.after) is not None or (each.head in PERSONS and each.fate > 0))


def _alike(one: Mention, other: Mention) -> bool:
    return one.head == other.head != "" or {one.head, other.head} <= PERSONS | {""}
