"""One matter counted or measured twice, in nearly the same words, with two figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.context import Context, part, told
from sayso.check.language import content_words
from sayso.check.numbers import say
from sayso.check.quantities import Quantity, quantities
from sayso.types import Span

#: Words that set one figure apart from another of the same matter: another time, another part, a bound.
_APART = re.compile(
    r"\b(?:(?:19|20)\d\d|last|previous\w*|earlier|former\w*|first|second|third|next|another|others?|more|less|fewer|"
    r"than|least|most|"
    r"about|around|nearly|almost|over|up|from|compared|each|every|per|average|since|ago|former|initial\w*|"
    r"original\w*|estimate\w*|"
    r"projected|expected|would|could|will|may|might|if|some|half|part|including|among|only|just|January|February|"
    r"March|April|May|"
    r"June|July|August|September|October|November|December|Republicans?|Democrats?|women|men|older|younger|under|"
    r"between|to|in contrast|but)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,’'] )[A-Z][\w’-]+")
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
            enough = (2, 2) if opening else (4, 3)
            if (
                len(shared) >= enough[0]
                and len(one.near & other.near) >= enough[1]
                and not one.marks ^ other.marks
                and not (one.names - other.names and other.names - one.names)
            ):
                yield (
                    part(other.span, b.whole.begin, b.whole.end),
                    part(one.span, a.whole.begin, a.whole.end),
                    f"one figure for {' '.join(sorted(shared)[:3])}; found {say(a.value)} and {say(b.value)}",
                )
                return


def _figures(context: Context) -> Iterator[_Figure]:
    for place, (span, words) in enumerate(told(context)):
        for each in quantities(words):
            if each.value < 2 or each.value in range(1900, 2101):
                continue
            before = re.split(r"[.;:]", words[max(0, each.whole.begin - _WINDOW) : each.span.begin])[-1]
            after = re.split(r"[.;:]", words[each.span.end : each.whole.end + _WINDOW])[0]
            near = f"{before[-35:]} {after[:45]}"
            marks = frozenset(word.lower() for word in _APART.findall(near))
            names = frozenset(re.sub(r"[’']s?$", "", name) for name in _NAME.findall(near))
            yield _Figure(each, place, span, content_words(f"{before} {after}"), content_words(near), marks, names)
