"""One slip is asked about once, whichever of a rule's modules found it, and of the rules of figures whichever rule."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.check.context import Context
from sayso.check.figures.numbers import numbers
from sayso.check.model import SEVERITIES, Finding


def once(found: Sequence[Finding], context: Context) -> list[Finding]:
    """The findings, in their order, without those whose slip a plainer one shows.

    Two findings of a rule are of one slip where their words overlap in one sentence. Rules of figures reckon the same
    numbers in several ways: theirs are one slip too where one marks numbers that the other only points at.
    """
    kept: list[int] = []
    for place in sorted(range(len(found)), key=lambda each: _plainness(found[each], context)):
        if not any(_same(found[place], found[other], context) for other in kept):
            kept.append(place)
    return [found[place] for place in sorted(kept)]


def _plainness(finding: Finding, context: Context) -> tuple[int, int, int, int]:
    """Graver first; then with most of its figures in its own words, and with least beside them."""
    outside = sum(not finding.span.contains(place) for place in finding.related)
    figures = len(numbers(finding.span.of(context.text)))
    return SEVERITIES.index(finding.severity), outside, -figures, finding.span.end - finding.span.begin


def _same(one: Finding, other: Finding, context: Context) -> bool:
    figures = all(each.code.startswith("FIG") for each in (one, other))
    if one.code != other.code and not figures:
        return False
    if context.enclosing(one.span) != context.enclosing(other.span):
        return False
    if not figures:
        return one.span.overlaps(other.span)
    places = (other.span, *other.related)
    return any(mine.overlaps(its) for mine in (one.span, *one.related) for its in places)
