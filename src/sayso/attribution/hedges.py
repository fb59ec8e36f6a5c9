"""The reporter's own hedges: words of doubt that stand outside everything that is attributed."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.firmness import is_month, pattern
from sayso.attribution.passages import Passages
from sayso.attribution.views import View
from sayso.patterns import kept
from sayso.tokens import lowered
from sayso.types import Note, Report, Span

#: Roles of blocks that the reporter does not speak in.
_SILENT = frozenset({"furniture", "credit", "correction"})


def reporter_hedges(report: Report, items: Sequence[View], where: Passages) -> list[Note]:
    """A note ``reporter-hedge`` for each hedge outside contents and cues, with its sentence as text."""
    taken = sorted(span for item in items for span in (*item.attribution.content, *item.attribution.cue))
    notes, lower = [], lowered(report.text)
    for block in _spoken(report):
        for match in pattern("english", "reporter").finditer(lower, block.begin, block.end):
            span = Span(*match.span())
            denied = match.group() == "could" and lower.startswith(" not", match.end())
            if match.group() in ("likely", "unlikely") and not _predicted(lower, span):
                continue  # "an unlikely bestseller"
            if denied or is_month(report.text, match):  # "could not be reached" is no doubt
                continue
            if not any(other.overlaps(span) for other in taken):
                notes.append(Note("reporter-hedge", span, where.sentence(span.begin).of(report.text)))
    return notes


#: What stands before and after "likely" where something is said to be so.
_PREDICTED = kept(
    r"(?:\b(?:is|are|was|were|be|been|seems?|looks?|very|most|more|less|as|than|not)|['’](?:s|re))\s(?:\w+ly\s)?\Z"
)
_FOLLOWED = kept(r"\s(?:to|that|because|if|by|in|from|due)\b|[.,;:]|\Z")


def _predicted(lower: str, span: Span) -> bool:
    """Whether "likely" is told of what may be, not of what is: "is likely to", "likely because"."""
    before = _PREDICTED.search(lower, max(0, span.begin - 20), span.begin)
    return before is not None or _FOLLOWED.match(lower, span.end) is not None


def _spoken(report: Report) -> list[Span]:
    if not report.blocks:
        return [Span(0, len(report.text))]
    return [block.span for block in report.blocks if block.role not in _SILENT]
