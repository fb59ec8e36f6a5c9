"""Figures over time: one quantity as several statements of a story give it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

from sayso.trace.claims.assertions import Assertion
from sayso.trace.claims.likeness import Likeness
from sayso.trace.types import Claim, Figure, FigureValue
from sayso.types import Amount, Span

ALIKE = 0.5  # likeness, numbers aside, of two assertions that give one quantity
_WHAT = 120
_UNIT = {"persons": "people", "person": "people", "individuals": "people", "bodies": "people", "dead": "people"}


def figures(groups: Sequence[Sequence[Assertion]], likeness: Likeness) -> tuple[Figure, ...]:
    """Quantities that two reports or more give, each with its values over time.

    Two amounts are of one quantity where they have one unit and stand in one claim, or in two claims of which one says
    what the other says with another number.
    """
    found: dict[tuple[str | None, int], list[tuple[Assertion, Amount]]] = defaultdict(list)
    heads: list[Assertion] = []
    numbers: list[int] = []  # of the heads
    for group in groups:
        amounts = [(assertion, amount) for assertion in group for amount in _amounts(assertion)]
        if not amounts:
            continue
        own = likeness.number(group[0])
        alike = likeness.each(np.array(numbers, np.intp), np.full(len(heads), own)) >= ALIKE
        number = int(alike.argmax()) if alike.any() else len(heads)
        if number == len(heads):
            heads.append(group[0])
            numbers.append(own)
        for assertion, amount in amounts:
            found[_unit(amount), number].append((assertion, amount))
    made = []
    for (unit, number), amounts in found.items():
        values = _values(amounts)
        if len({value.report for value in values}) > 1:
            gist = " ".join(heads[number].text.split())[:_WHAT]
            made.append(Figure(f"{unit or 'number'}: {gist}", values))
    return tuple(made)


def disagreeing(made: Iterable[Figure], claim: Claim) -> tuple[tuple[FigureValue, ...], ...]:
    """The values on which the claim's own statements disagree from one report to another: each report has one that the
    other has not. A value told twice is given once a report."""
    told = {(at.report, at.statement) for at in claim.statements}
    found = []
    for figure in made:
        own = {(v.report, v.value): v for v in reversed(figure.values) if (v.report, v.statement) in told}
        by_report: dict[str, set[float]] = defaultdict(set)
        for report, value in own:
            by_report[report].add(value)
        if any(a - b and b - a for a, b in combinations(by_report.values(), 2)):
            found.append(tuple(reversed(own.values())))
    return tuple(found)


def _amounts(assertion: Assertion) -> Iterator[Amount]:
    for amount in assertion.statement.amounts:
        if assertion.span.contains(amount.span) and _number(amount) is not None:
            yield amount


def _number(amount: Amount) -> float | None:
    return next((value for value in (amount.value, amount.low, amount.high) if value is not None), None)


def _unit(amount: Amount) -> str | None:
    return _UNIT.get(amount.unit or "", amount.unit)


def _values(amounts: Sequence[tuple[Assertion, Amount]]) -> tuple[FigureValue, ...]:
    made: dict[tuple[str, Span], FigureValue] = {}
    for assertion, amount in amounts:
        value, when = _number(amount), assertion.statement.when
        if value is not None:
            at = (when.start if when else None) or assertion.page.published
            made[assertion.page.id, amount.span] = FigureValue(
                assertion.page.id, assertion.statement.id, value, amount.unit, amount.span, at
            )
    return tuple(sorted(made.values(), key=lambda value: (value.at or "", value.report, value.span)))
