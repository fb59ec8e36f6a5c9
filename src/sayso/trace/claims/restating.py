"""What a source says in a report's words and, in the next sentence, in its own: a quotation that says it again."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from sayso.trace.claims.assertions import Assertion
from sayso.trace.claims.likeness import Likeness
from sayso.trace.speakers import Cast

RESTATED = 0.3  # likeness from which on a quotation says again what stands beside it


def restated(groups: Sequence[list[Assertion]], likeness: Likeness, cast: Cast) -> list[list[Assertion]]:
    """The groups, each with at most one other that says it again, the likest first; in the order of first members."""
    holding = {assertion: n for n, group in enumerate(groups) for assertion in group}
    pairs = [(a, b) for a, b in _beside(holding, cast) if holding[a] != holding[b]]
    if not pairs:
        return list(groups)
    ones, others = (np.array([likeness.number(each) for each in side], np.intp) for side in zip(*pairs, strict=True))
    alike = likeness.each(ones, others).tolist()
    found = sorted(
        (-value, *sorted((holding[a], holding[b])))
        for (a, b), value in zip(pairs, alike, strict=True)
        if value >= RESTATED
    )
    goes: dict[int, int] = {}
    for _, first, second in found:
        if first not in goes and second not in goes:
            goes[first], goes[second] = second, first
    return [[*group, *groups[goes[n]]] if n in goes else group for n, group in enumerate(groups) if goes.get(n, n) >= n]


def _beside(made: Iterable[Assertion], cast: Cast) -> Iterator[tuple[Assertion, Assertion]]:
    """A quotation and another statement of its source, in one sentence or two that follow one another."""
    there: dict[tuple[str, tuple[str, str]], list[tuple[int, Assertion]]] = defaultdict(list)
    for assertion in made:
        at = assertion.page.sentence(assertion.span.begin)
        if at is not None:
            who = cast.of(assertion.page.id, assertion.statement.source.id)
            there[assertion.page.id, who].append((at, assertion))
    for own in there.values():
        own.sort(key=lambda placed: placed[0])
        for n, (at, a) in enumerate(own):
            for _, b in own[n + 1 : bisect_right(own, at + 1, key=lambda placed: placed[0])]:
                told_and_quoted = (a.statement.kind == "direct") != (b.statement.kind == "direct")
                if told_and_quoted and a.statement is not b.statement and a.negative == b.negative:
                    yield a, b
