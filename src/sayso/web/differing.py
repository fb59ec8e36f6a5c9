"""Quotations that differ between reports: which pairs of versions tell where the words changed, and the words cut so
that every difference stands out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.trace.types import Location, Quotation, QuotationChange
from sayso.types import Span

HARMLESS = ("same", "harmless")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation; ``edit`` names the difference that it is part of."""

    text: str
    edit: str | None


def telling(quotation: Quotation, original: Mapping[str, str]) -> list[QuotationChange]:
    """Of the pairs that differ, those that show where the words changed: every version beside the report that it was
    copied from, or else beside the version nearest the origin. ``original``: of a copy, the report it was made from.
    A version that agrees with an earlier one did not change the words, though it differs from one that did.
    """
    place = {at.report: n for n, at in reversed(list(enumerate(quotation.versions)))}
    pairs = [c for c in quotation.changes if c.change not in HARMLESS]
    faithful = {c.b for c in quotation.changes if c.change in HARMLESS}
    changed = {c.b for c in pairs} - faithful
    best: dict[Location, QuotationChange] = {}
    for pair in pairs:
        if pair.b in faithful and pair.a in changed:
            continue
        rank = (original.get(pair.b.report) != pair.a.report, place.get(pair.a.report, len(place)))
        known = best.get(pair.b)
        if known is None or rank < (
            original.get(known.b.report) != known.a.report, place.get(known.a.report, len(place))
        ):  # fmt: skip
            best[pair.b] = pair
    return list(best.values())


def pieces(text: str, span: Span, edits: Sequence[tuple[Span, str]]) -> tuple[Piece, ...]:
    """The words of ``span`` cut where edits begin and end; an edit without words on this side shows as a gap."""
    out: list[Piece] = []
    at = span.begin
    for edit, kind in sorted(edits):
        begin = min(max(edit.begin, at), span.end)
        end = min(edit.end, span.end)
        if begin > at:
            out.append(Piece(text[at:begin], None))
        if end >= begin:
            out.append(Piece(text[begin:end], kind))
            at = end
    if at < span.end:
        out.append(Piece(text[at : span.end], None))
    return tuple(out)
