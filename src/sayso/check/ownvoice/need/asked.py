"""Questions about sentences that reports mostly give a source for, and this one does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso.check.context import Context
from sayso.check.model import Hit
from sayso.check.ownvoice.need.estimate import Need
from sayso.types import Span

#: More would be a change of the desk's habits, not a slip.
_MOST = 2


#: Below this a sentence that looks like a claim is mostly told by the reporter: what all could see, what is on record.
_LIKELY = 0.5


def likely(context: Context, span: Span, least: float = _LIKELY) -> bool:
    """Whether reports give a source for such a sentence at least so often, or nothing is known of it."""
    return all(each.probability >= least for each in context.needs if each.span == span and each.full)


def owed(context: Context, fits: Callable[[Need], bool]) -> Iterator[Hit]:
    """The likeliest of the sentences that fit, in text order."""
    asked = sorted((each for each in context.needs if each.asked and fits(each)), key=lambda each: -each.probability)
    for need in sorted(asked[:_MOST], key=lambda each: each.span):
        yield Hit(
            need.span,
            f"whoever says so, in this sentence and around it; found nobody. Of sentences like it, published reports "
            f"give {need.probability:.0%} a source",
        )
