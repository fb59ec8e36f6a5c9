"""Totals, by the words that make them one, set against all figures of their kind in the sentences that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from sayso.check.context import Context
from sayso.check.figures.mentions import Mention
from sayso.check.figures.numbers import SMALL, say, value_of
from sayso.check.sums.totalled import Found, in_a_row, like
from sayso.patterns import compiled
from sayso.types import Span

_ABOUT = r"(?:about |some |nearly |roughly |almost |around |at least |more than |over |up to |an estimated |just )?"
#: "bringing his total for the state to", "a total of", "adding up to", "which puts the two at", "making".
_BEFORE = compiled(
    rf"\b(?:(?:bring(?:s|ing)?|brought|rais(?:es|ing|ed)|push(?:es|ing|ed)|tak(?:es|ing)|took|lift(?:s|ing|ed)) "
    rf"(?:(?:the|its|his|her|their|[a-z]+[’']s?|[A-Z][\w’'-]+) )?(?:[a-z-]+ ){{0,2}}"
    rf"(?:total|tally|toll|count|number|sum|haul|figure|tab|bill)s?\b[^.;:,\d]{{0,40}}? to|"
    rf"(?:an?|the) (?:combined |overall |grand )?total (?:of|to)|totall?ing|total(?:s|ed|led)?|"
    rf"(?:add(?:s|ed|ing)? up|amount(?:s|ed|ing)?) to|"
    rf"put(?:s|ting)? (?:the (?:two|three|four|pair|total|toll|tally|count|sum)|them|both) (?:together )?at|"
    rf"a combined|combined for) {_ABOUT}[$£€]?$",
    re.IGNORECASE,
)
_AFTER = compiled(
    r"^(?: (?!more\b|other)[a-z-]+){0,3}?,? (?:in (?:all|total)|altogether|all told|combined|between them|together)\b"
    r"(?! with)",
    re.IGNORECASE,
)
_BEHIND = compiled(
    r"(?:^|[.;–—] |, )[“\"]?(?:In all|All told|Altogether|In total|Together|Combined|Between them)\b,?"
    r"[^.;:\d“”\"]{0,60}$",
    re.IGNORECASE,
)
#: A figure of another time, or one that another has taken the place of.
_ASIDE = compiled(
    r"\b(?:last|previous\w*|earlier|ago|compared|(?<!more )(?<!less )(?<!fewer )(?<!other )than|versus|against|average|"
    r"per|each|every|from|peak|high|low|record|"
    r"would|could|goal|target|limit|between|(?:19|20)\d\d|out of|aged?|worth|up to)\b",
    re.IGNORECASE,
)
_EACH = compiled(r"^(?: [a-z-]+){0,3}? (?:each|apiece)\b|^(?: [a-z-]+){0,2} (?:per|by each) ", re.IGNORECASE)
_GROUP = compiled(rf"\b(?P<both>both|the two|the pair|the couple)\b|\b(?P<n>{SMALL})\b", re.IGNORECASE)
_BACK = 2  # sentences
_MOST = 7  # figures, of which all sums are tried


def ill_summed(context: Context) -> Iterator[Found]:
    """The total's place, those of its parts, and what was looked for."""
    by_place = context.figures_by_place
    for place, here in by_place.items():
        if not 0 < place <= len(context.sentences):
            continue
        before = [each for back in range(_BACK, 0, -1) for each in by_place.get(place - back, []) if place - back > 0]
        yield from _shared_out(context.text, before, here)
        for total in here:
            if total.value >= 3 and total.kind in ("things", "money") and _is_total(total):
                yield from _against(context, total, before, here)


def _is_total(total: Mention) -> bool:
    if re.search(r"\b(?:since|so far this)\b", total.before[-60:]) or re.match(
        r" an? (?:day|week|month|year)\b| (?:times|percent)| [a-z]+ over the next", total.after
    ):
        return False
    return bool(_BEFORE.search(total.before) or _AFTER.match(total.after) or _BEHIND.search(total.before))


def _against(context: Context, total: Mention, before: list[Mention], here: list[Mention]) -> Iterator[Found]:
    earlier = [each for each in here if each.span < total.span]
    each = next((one for one in reversed(earlier) if like(one, total) and _EACH.match(one.after)), None)
    if each is not None:
        yield from _so_many_each(total, each)
        return
    around = [one for one in (*before, *here) if one is not total and one.kind in ("things", "money", "times")]
    if any(abs(one.value - total.value) <= 0.005 * total.value for one in context.figures if one is not total):
        return
    if _adds_up(total, around):
        return
    parts = [one for one in (*before, *earlier) if _part(one, total)]
    later = [one for one in here if one.span > total.span and _part(one, total)]
    if not earlier and len(later) == 2 and later == in_a_row(context.text, later):
        yield from _unlike(total, later, slack=0.06)
        return
    for many in (2, 3):
        last = parts[-many:]
        close = len(last) == many and last[-1].place >= total.place - 1 and last[-1].place - last[0].place <= 1
        if close and len({one.value for one in last}) == many:
            found = list(_unlike(total, last, slack=0.01))
            yield from found
            if found:
                return


def _unlike(total: Mention, parts: list[Mention], *, slack: float) -> Iterator[Found]:
    """Parts that come near the total and not to it: figures that are farther from it are of something else."""
    added = sum(one.value for one in parts)
    fates = {one.fate for one in (total, *parts)} - {0}
    near = 0.6 * total.value < added < (2.3 if max(one.value for one in parts) > total.value else 1.6) * total.value
    if len(fates) < 2 and near and abs(added - total.value) > slack * total.value:
        told = f"{' + '.join(say(one.value) for one in parts)} as {say(added)}; found {say(total.value)}"
        yield total.span, tuple(one.span for one in parts), told


def _so_many_each(total: Mention, each: Mention) -> Iterator[Found]:
    """ "Both fired six shots each, a total of 10"."""
    before = each.sentence[: each.sentence.find(each.after[:40]) - 1]
    groups = {2 if found["both"] else int(value_of(found["n"])) for found in _GROUP.finditer(before)}
    groups -= {int(each.value)}
    if len(groups) == 1 and (many := next(iter(groups))) * each.value != total.value:
        product = many * each.value
        yield total.span, (each.span,), f"{many} times {say(each.value)} as {say(product)}; found {say(total.value)}"


def _part(one: Mention, total: Mention) -> bool:
    if not like(one, total) or one.elsewhen or one.value < 0.02 * total.value:
        return False
    after = re.split(r"[,;:.]", one.after)[0]
    return not _ASIDE.search(f"{' '.join(one.before.split()[-4:])} | {' '.join(after.split()[:4])}")


def _adds_up(total: Mention, around: list[Mention]) -> bool:
    """Whether some of the figures, two to four, come to the total, as far as they are rounded."""
    values = sorted({one.value for one in around if one.value < total.value}, reverse=True)[: _MOST + 2]
    rounded = min([total.digits, *(one.digits for one in around)], default=1) < 3
    slack = max(0.5, (0.04 if rounded else 0.01) * total.value) if total.value > 60 else 0.01
    return any(abs(sum(some) - total.value) <= slack for many in (2, 3, 4, 5) for some in combinations(values, many))


_TWO_FATES = compiled(r"\b(?:wounded|injured|hurt|missing|second|other|another)\b")
_BELONGS = compiled(r"^ of (?:the|its|their|these|those) (?:[a-z]+[’']s )?(?P<what>[a-z-]+(?: [a-z-]+)?)")


def _shared_out(text: str, before: list[Mention], here: list[Mention]) -> Iterator[Found]:
    """ "15 of the trailers …. Nine trailers will go to families, and eight of the trailers to the young"."""
    parts = [each for each in here if each.kind == "things" and each.value >= 2]
    if len(parts) != 2 or len(here) != 2 or in_a_row(text, parts) != parts or not _part(parts[0], parts[0]):
        return
    names = [each.head or _belonging(each) for each in parts]
    wholes = [each for each in before if each.kind == "things" and names[0] in (each.head, _belonging(each))]
    if not names[0] or names[1] not in ("", names[0]) or not wholes:
        return
    whole, added = wholes[-1], parts[0].value + parts[1].value
    if len({each.fate for each in (whole, *parts)}) > 1 or _TWO_FATES.search(parts[0].sentence):
        return
    fits = any(abs(each.value - added) <= 0.02 * added or each.value > added for each in wholes)
    if not fits and max(each.value for each in parts) < whole.value and not whole.elsewhen and not parts[1].elsewhen:
        told = f"a total that fits its parts; {say(parts[0].value)} + {say(parts[1].value)} = {say(added)}"
        yield Span(parts[0].span.begin, parts[1].span.end), (whole.span,), f"{told} is more than {say(whole.value)}"


def _belonging(each: Mention) -> str:
    match = _BELONGS.match(each.after)
    return re.sub(r"s$", "", match["what"].split()[-1]) if match and match["what"].endswith("s") else ""
