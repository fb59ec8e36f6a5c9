"""Joint totals beside parts in other sentences: "1,400 times …. Nearly 1,200 …. Together they had 2,100 mentions"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.figures.mentions import Mention
from sayso.check.figures.numbers import SMALL, say, value_of
from sayso.check.sums.totalled import Found, apart, like
from sayso.patterns import compiled

_JOINT = r"together|combined|between them|in all|all told|in total|altogether|taken together|jointly"
#: What makes the first figure behind it a total: "Together they", "In all, it gave", "a combined", "combined to raise".
_BEHIND = compiled(
    rf"(?:(?:^|[,;–—] (?:and |but |so )?)[“\"]?(?:{_JOINT}|added up|put together)\b(?!,? with)|"
    r"\b(?:they|two|three|four|both|which|pair|trio|duo|men|women) (?:have |had |are |were )?"
    r"(?:together|combined|jointly)\b|\ba combined\b|\bcombined to\b|"
    r"\b(?:combined|joint) (?:total|workforce|sum|toll|staff|take|haul|worth|value|debt|audience|membership)\b)"
    r"(?P<gap>[^.;:\d“”\"]{0,70})$",
    re.IGNORECASE,
)
#: What makes the figure before it one: "4,200 passengers combined".
_AFTER = compiled(rf"^(?: [a-z-]+){{0,3}}?,? (?:{_JOINT})\b(?! with)", re.IGNORECASE)
_MANY = compiled(rf"\b(?P<n>{SMALL}) (?!(?:years?|months?|weeks?|days?|hours?|times)\b)[a-z]", re.IGNORECASE)
_LOW = 0.97
#: Parts of another time, of each other, or only compared.
_ASIDE = compiled(
    r"\b(?:of (?:them|whom|those|these|which)|last|previous\w*|earlier|ago|compared|"
    r"(?<!more )(?<!fewer )(?<!less )than|versus|against|average|per|each|every|rose|fell|up|down|another|additional|"
    r"between|(?:19|20)\d\d|out of|aged?)\b"
)


def less_than_both(context: Context) -> Iterator[Found]:
    """The total's place, those of its parts, and what was looked for."""
    by_place = context.figures_by_place
    for place, here in by_place.items():
        for total in here if place else ():
            if total.value < 3 or total.kind not in ("things", "money") or total.rough == "more":
                continue
            if _BEHIND.search(total.before) or _AFTER.match(total.after):
                yield from _before(total, here, by_place)
            if re.search(r"\b(?:a combined|a (?:joint|combined) total of|together) (?:[a-z]+ )?$", total.before):
                yield from _one_by_one(total, here, by_place)


def _before(total: Mention, here: list[Mention], by_place: dict[int, list[Mention]]) -> Iterator[Found]:
    """The two parts of which the total is told last."""
    parts = [each for each in here if each.span < total.span and _part(each, total)]
    if parts and (len(parts) != 2 or total.span.begin - parts[0].span.begin > 160):
        return
    if not parts:
        for place in (total.place - 1, total.place - 2):
            if place > 0 and len(parts) < 2:
                parts = [*(each for each in by_place.get(place, []) if _part(each, total)), *parts]
    if len(parts) != 2 or any(apart(each, _ASIDE) for each in parts):
        return
    added = sum(each.value for each in parts)
    if max(each.value for each in parts) <= total.value < _LOW * added:
        yield _found(total, parts, added)


def _part(each: Mention, total: Mention) -> bool:
    """Whether one may be counted into the total; large counts may be named anew: "1,400 times", "2,100 mentions"."""
    if each.kind == "things" and each.value <= 12:
        return False  # "the two lines": who has the parts
    named_anew = min(each.value, total.value) >= 100 and {each.kind, total.kind} <= {"things", "times"}
    return like(each, total) or named_anew


def _one_by_one(total: Mention, here: list[Mention], by_place: dict[int, list[Mention]]) -> Iterator[Found]:
    """ "Three guilds pour a combined $40 million …. One gives $20 million. Another has $25 million. The third …"."""
    many = [match for match in _MANY.finditer(total.before) if match]
    if len(many) != 1 or here[-1] is not total:
        return
    parts: list[Mention] = []
    count = int(value_of(many[0]["n"]))
    for place in range(total.place + 1, total.place + count + 1):
        found = [each for each in by_place.get(place, []) if like(each, total)]
        if len(found) != 1 or apart(found[0]):
            return
        parts += found
    added = sum(each.value for each in parts)
    if max(each.value for each in parts) < total.value < _LOW * added:
        yield _found(total, parts, added)


def _found(total: Mention, parts: list[Mention], added: float) -> Found:
    told = f"a total that fits its parts; {' + '.join(say(each.value) for each in parts)} = {say(added)}"
    return total.span, tuple(each.span for each in parts), f"{told} is more than {say(total.value)}"
