"""One matter counted or measured twice, in nearly the same words, with two figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.context import Context, part, told
from sayso.check.language import content_words
from sayso.check.numbers import numbers, say
from sayso.check.quantities import Quantity, quantities
from sayso.types import Span

#: Words that set one figure apart from another of the same matter: another time, another part, a bound.
_APART = re.compile(
    r"\b(?:(?:19|20)\d\d|last|previous\w*|earlier|former\w*|first|second|third|next|another|others?|more|less|fewer|"
    r"than|least|most|"
    r"about|around|nearly|almost|over|up|compared|each|every|per|average|since|ago|former|initial\w*|"
    r"original\w*|estimate\w*|"
    r"projected|expected|would|could|will|may|might|if|some|half|part|only|just|January|February|"
    r"March|April|May|"
    r"June|July|August|September|October|November|December|Republicans?|Democrats?|women|men|older|younger|under|"
    r"between|in contrast|but|smaller|larger|bigger|margin|error)\b",
    re.IGNORECASE,
)
#: What may have happened to those who are counted.
_FATES = (
    re.compile(r"\b(?:kill\w*|dead|died?|dies|deaths?|fatal\w*)\b"),
    re.compile(r"\b(?:injur\w*|wound\w*|hurt|hospital\w*|treated)\b"),
    re.compile(r"\b(?:arrest\w*|detain\w*|charged|held)\b"),
    re.compile(r"\b(?:missing|rescued|saved)\b"),
)
_AMONG = re.compile(r"\b(?:including|among|of them|of whom|with|from|to|and|or) *$")
_NAME = re.compile(r"(?<=[\w,’'] )[A-Z][\w’-]+")
_SHARE = re.compile(r"%|\bper ?cent\b")
_WINDOW = 75


@dataclass(frozen=True, slots=True)
class _Figure:
    quantity: Quantity
    place: int
    span: Span
    words: frozenset[str]
    near: frozenset[str]
    marks: frozenset[str]
    names: frozenset[str]


def restated(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """Where a figure stands, where the earlier one of the same matter stands, and what was looked for."""
    found = list(_figures(context))
    yield from _unlike_the_opening(context, found)
    values: dict[float, int] = {}
    for each in found:
        values[each.quantity.value] = values.get(each.quantity.value, 0) + 1
    for n, other in enumerate(found):
        for one in found[:n]:
            a, b = one.quantity, other.quantity
            if a.unit != b.unit or a.value == b.value or not a.unit or not 0.2 < a.value / max(b.value, 1e-9) < 5:
                continue
            if other.place - one.place < 2 or min(values[a.value], values[b.value]) > 1:
                continue
            shared = one.words & other.words
            opening = one.place < 4 and a.kind in ("things", "money")
            if a.kind == "%" and not _one_digit(a.value, b.value):
                continue
            if not opening and one.names != other.names:
                continue
            enough = (2, 2) if opening else (4, 3)
            if (
                len(shared) >= enough[0]
                and len(one.near & other.near) >= enough[1]
                and not _set_apart(one, other, opening)
                and not (one.names - other.names and other.names - one.names)
            ):
                yield (
                    part(other.span, b.whole.begin, b.whole.end),
                    part(one.span, a.whole.begin, a.whole.end),
                    f"one figure for {' '.join(sorted(shared)[:3])}; found {say(a.value)} and {say(b.value)}",
                )
                return


def _one_digit(one: float, other: float) -> bool:
    """Whether two figures are of one length and differ in one digit, or in two that have changed places."""
    a, b = say(one), say(other)
    return len(a) == len(b) and (sum(x != y for x, y in zip(a, b, strict=True)) == 1 or sorted(a) == sorted(b))


def _set_apart(one: _Figure, other: _Figure, opening: bool) -> bool:
    """Whether only one of the two has a word for another time or part; the opening may name the year."""
    apart = one.marks ^ other.marks
    return bool(apart - {each for each in one.marks if each.isdigit()} if opening else apart)


def _unlike_the_opening(context: Context, found: list[_Figure]) -> Iterator[tuple[Span, Span, str]]:
    """The one figure that headline and opening share, and a later one of the same things that nothing sets apart."""
    if context.headline is None:
        return
    head = {each.value for each in numbers(context.headline.span.of(context.text))}
    main = [
        each
        for each in found
        if each.place in (1, 2) and each.quantity.value in head and each.quantity.kind == "things"
    ]
    for one in main:
        for other in found:
            a, b = one.quantity, other.quantity
            alone = other.place > 2 and a.unit == b.unit and a.unit and not other.marks - one.marks
            if alone and a.value != b.value and max(a.value, b.value) < 13:
                yield (
                    part(other.span, b.whole.begin, b.whole.end),
                    part(one.span, a.whole.begin, a.whole.end),
                    f"the {say(a.value)} of headline and opening; found {say(b.value)}",
                )
                return


def _figures(context: Context) -> Iterator[_Figure]:
    for place, (span, words) in enumerate(told(context)):
        for each in quantities(words):
            if each.unit == "point" or (each.unit == "%" and len(_SHARE.findall(words)) > 2):
                continue  # a poll's many answers
            if each.value < 2 or each.value in range(1900, 2101):
                continue
            before = re.split(r"[.;:]", words[max(0, each.whole.begin - _WINDOW) : each.span.begin])[-1]
            after = re.split(r"[.;:]", words[each.span.end : each.whole.end + _WINDOW])[0]
            near = f"{before[-35:]} {after[:45]}"
            marks = frozenset(word.lower() for word in _APART.findall(near))
            marks |= {str(n) for n, kin in enumerate(_FATES) if kin.search(near)}
            marks |= frozenset(_AMONG.findall(before[-20:]))
            names = frozenset(re.sub(r"[’']s?$", "", name) for name in _NAME.findall(near))
            yield _Figure(each, place, span, content_words(f"{before} {after}"), content_words(near), marks, names)
