"""One reckoning told twice: two groups of dead beside their number, two levels beside the step between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.check.context import Context
from sayso.check.figures.mentions import PERSONS, Mention
from sayso.check.figures.numbers import say
from sayso.check.sums.wholes import MORE, Misfit, gap
from sayso.patterns import compiled
from sayso.types import Span

_JOINED = compiled(r"[^.;:,\d]{0,30}?,? and ")
_SOME = compiled(r"\b(?:includ|among)\w*[^.;]{0,30}$")


def retold(context: Context) -> Iterator[Misfit]:
    """Every figure that another telling of the same reckoning has otherwise."""
    found = list(context.figures)
    people = [each for each in found if each.kind == "things" and each.head in PERSONS]
    pairs = [(one, other) for one, other in pairwise(people) if one.place == other.place and one.head != other.head]
    yield from _conjoined(context, found, pairs)
    yield from _paired(context, pairs)
    yield from _steps(found)


def _conjoined(context: Context, found: list[Mention], pairs: list[tuple[Mention, Mention]]) -> Iterator[Misfit]:
    """ "Shot dead eight students and four teachers" beside "accused of murdering 10 people", the only count of them."""
    wholes: dict[int, dict[float, Mention]] = {}
    for each in found:
        everybody = each.kind == "things" and each.head in ("person", "victim", "") and each.value > 2
        if everybody and each.fate in (1, 2) and not each.rough and not each.elsewhen:
            wholes.setdefault(each.fate, {}).setdefault(each.value, each)
    for one, other in pairs:
        told = wholes.get(one.fate, {})
        persons = not {one.head, other.head} & {"person", "victim", "other"}
        marked = any(each.rough or each.elsewhen or MORE.search(each.before) for each in (one, other))
        if not persons or marked or len(told) != 1 or one.fate != other.fate:
            continue
        whole, added = next(iter(told.values())), one.value + other.value
        others = any(each.place == one.place and each not in (one, other) and each.head in PERSONS for each in found)
        if whole.place == one.place or others or not _JOINED.fullmatch(gap(context.text, one, other)):
            continue
        near = 0 < abs(added - whole.value) <= max(4, 0.3 * whole.value) and whole.value > 4
        if near and (added > whole.value or not _SOME.search(one.before)):
            looked_for = f"{say(whole.value)}, as elsewhere; {say(one.value)} + {say(other.value)} = {say(added)}"
            yield Misfit(Span(one.span.begin, other.span.end), (whole.span,), looked_for, False)


_BESIDE = compiled(r"[^.;:,\d]{0,25}(?:[–—-][^.;]{0,50}[–—-])?,? and ")


def _paired(context: Context, pairs: list[tuple[Mention, Mention]]) -> Iterator[Misfit]:
    """ "20 children and six adults", told again as "20 children and eight staff members"."""
    joined = [
        (one, other) for one, other in pairs if one.value > 2 and _BESIDE.fullmatch(gap(context.text, one, other))
    ]
    for n, (one, other) in enumerate(joined):
        for first, second in joined[:n]:
            fates = {one.fate | other.fate, first.fate | second.fate}
            same = (one.value, one.head) == (first.value, first.head) and len(fates) == 1 and 0 not in fates
            if same and 0 < abs(second.value - other.value) < 3 * other.value:
                looked_for = f"{say(second.value)}, as with the {say(one.value)} before; found {say(other.value)}"
                yield Misfit(other.span, (second.span,), looked_for, False)
                return


_LEVEL_BEFORE = compiled(
    r"\b(?:from|instead of|rather than) (?:(?:his|her|its|their|the|an?) (?:[a-z]+ ){0,2}(?:[a-z]+ of )?)?[$£€]?$"
)
_STEP = compiled(
    r"\b(?:reduc|cut|lower|slash|trimm|rais|increas|boost|shrank|shrunk|grew|grown|rose|risen|fell|fallen|dropp|climb|"
    r"swell|swoll|shav)[a-z]*\b[^.;:\d]{0,70}?\bby (?:about |nearly |almost |some |roughly )?[$£€]?$"
)
_ON_TO = compiled(r"[^.;]{0,30}?\bto [$£€]?\d")


def _steps(found: list[Mention]) -> Iterator[Misfit]:
    """ "$465 million, down from his original award of $572 million" and, further on, "reduced it by $117 million"."""
    levels = [
        (new, old)
        for new, old in pairwise(found)
        if new.place == old.place
        and (new.kind, new.head) == (old.kind, old.head)
        and new.kind in ("money", "things")
        and _LEVEL_BEFORE.search(old.before)
        and not _STEP.search(new.before)
    ]
    for step in found:
        if not _STEP.search(step.before) or _ON_TO.match(step.after):
            continue
        kin = [
            (new, old)
            for new, old in levels
            if (new.kind, new.head) == (step.kind, step.head) and new.place != step.place
        ]
        apart = {abs(new.value - old.value) for new, old in kin}
        if len(apart) != 1 or any(each.value == step.value for each in found if each is not step):
            continue
        change, (new, old) = apart.pop(), kin[0]
        if 0.03 * step.value < abs(change - step.value) <= 0.35 * max(change, step.value):
            looked_for = f"{say(change)}, from {say(old.value)} to {say(new.value)}; found {say(step.value)}"
            yield Misfit(step.span, (new.span, old.span), looked_for, False)
