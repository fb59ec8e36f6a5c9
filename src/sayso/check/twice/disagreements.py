"""Two places where a report tells one figure with two values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.figures.mentions import Mention
from sayso.check.figures.numbers import say
from sayso.check.language import content_words
from sayso.check.twice.alike import likeness
from sayso.check.twice.samefigure import MOST, Setting, bound_kept, candidates, sameness
from sayso.patterns import compiled
from sayso.types import Span

#: Pairs of things likelier than this to be one figure are asked about where their values differ; of sums and shares,
#: and of lengths of time, a report has many that are much alike.
_LEAST = {"things": 0.7, "age": 0.7, "times": 0.7, "money": 0.78, "%": 0.78}
_LEAST_TIME = 0.88
#: Of people under two names there are often two groups: "three Americans", "four attackers".
_LEAST_OTHERS = 0.8


#: Where the two sentences name different people and places.
_LEAST_APART = 0.82


def disagreeing(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """Two places where a report tells one figure with two values, the likelier slip first, and what was looked for."""
    found = list(context.figures)
    if len(found) > MOST:
        return
    setting = Setting(found)
    asked: set[float] = set()
    for one, other in _slips(found):
        if not {one.value, other.value} & asked:
            asked |= {one.value, other.value}
            stray, usual = (one, other) if setting.often(other) > setting.often(one) else (other, one)
            yield stray.span, usual.span, f"{say(usual.value)}, as elsewhere; found {say(stray.value)}"
    pairs = [
        (sameness(one, other, setting), one, other)
        for one, other in candidates(found)
        if one.value != other.value
        and setting.stray(one, other)
        and one.elsewhen == other.elsewhen
        and not (bound_kept(one, other) or _narrower(one, other) or _narrower(other, one))
        and _added(one) == _added(other)
        and not _of_two(one, other)
        and not (one.kind == "%" and one.value + other.value == 100)
    ]
    for likely, one, other in sorted(pairs, key=lambda pair: -pair[0]):
        if likely < _least(one, other) or {one.value, other.value} & asked:
            continue
        asked |= {one.value, other.value}
        stray, usual = (one, other) if setting.often(other) > setting.often(one) else (other, one)
        what = usual.head or stray.head or "those counted"
        yield stray.span, usual.span, f"{say(usual.value)} ({what}), as elsewhere; found {say(stray.value)}"


def _slips(found: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Figures that are one, whatever the trees say: a million for a billion, and how often somebody did the same."""
    for n, other in enumerate(found):
        for one in found[:n]:
            if one.kind != other.kind or one.place == other.place or one.value == other.value:
                continue
            apart = max(one.value, other.value) / min(one.value, other.value) if min(one.value, other.value) > 0 else 0
            about = len(one.near & other.near) - (one.head == other.head and one.head in one.near & other.near)
            if one.kind == "money" and abs(apart - 1000) < 1e-6 and min(one.value, other.value) >= 1e6:
                if one.digits > 2 or (one.digits == 2 and about > 0):
                    yield one, other
            elif one.kind == "times" and _verbs(one) & _verbs(other) and not (one.elsewhen or other.elsewhen):
                yield one, other


def _of_two(one: Mention, other: Mention) -> bool:
    """Whether they are plainly two: of different years or days, one of each of several, one more than is there."""
    if one.dates and other.dates and not one.dates & other.dates:
        return True
    return any(
        re.search(r"\b(?:each|per|every|apiece)\b", f"{each.before[-20:]} | {each.after[:30]}")
        or re.match(r"[^.;,]{0,20} more than\b", each.after)
        for each in (one, other)
    )


def _narrower(each: Mention, than: Mention) -> bool:
    """Whether the figure counts fewer by a word of its own: "two of the four older judges" beside "the nine judges"."""
    kind = re.match(rf" ([a-z-]+) {each.head}", each.after)
    return kind is not None and _OF_THE.search(each.before) is not None and kind[1] not in than.after.split()[:2]


def _added(each: Mention) -> bool:
    """Whether those counted come on top of others: "another $5.4 million", "three other Americans"."""
    return (
        _ON_TOP.search(each.before) is not None
        or re.match(r" (?:other|more|additional|further)\b", each.after) is not None
    )


_ON_TOP = compiled(r"\b(?:another|additional|extra|further|on top of|other)(?: the)? [$£€]?$", re.IGNORECASE)
_OF_THE = compiled(r"\bof (?:the|its|their|his|her|those|these) $")


def _verbs(each: Mention) -> frozenset[str]:
    """The stem of the verb before "twice" or "three times", with an object of a word or two between."""
    return content_words(" ".join(each.before.split()[-3:]))


def _least(one: Mention, other: Mention) -> float:
    """How likely a pair must be one figure to be asked about: less where both have the same words."""
    clause = one.head == other.head and one.before.split()[-1:] == other.before.split()[-1:] != []
    least = _LEAST.get(one.kind, _LEAST_TIME)
    if one.names and other.names and not one.names & other.names and one.place > 0:
        return max(least, _LEAST_APART)
    if one.kind == "things" and one.head and other.head and likeness(one.head, other.head) < 0.45:
        least = _LEAST_OTHERS
    return least - (0.08 if clause else 0.0)
