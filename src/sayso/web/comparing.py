"""Two reports side by side: the passages that they share joined by number, altered quotations word by word,
figures that differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.trace.types import Copy, Trace
from sayso.types import Report, Span

#: Code points of a report that are shown side by side.
_MOST = 150_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """``shared`` is the number of the passage, ``first`` whether it begins here; ``edit`` names an alteration."""

    text: str
    shared: int | None
    first: bool
    edit: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """``cut``: the report is longer than is shown."""

    report: Report
    cut: bool
    paragraphs: tuple[tuple[str, tuple[Stretch, ...]], ...]


def sides(made: Trace, a: Report, b: Report) -> tuple[Side, Side, Copy | None]:
    copy = max(made.copies, key=lambda c: c.coverage, default=None)
    passages = sorted(copy.passages, key=lambda p: p.of.begin) if copy else []
    out = []
    for report in (a, b):
        shared = [p.report if copy and copy.report == report.id else p.of for p in passages]
        out.append(
            Side(report, len(report.text) > _MOST, tuple(_paragraphs(report, shared, list(_edits(made, report.id)))))
        )
    return out[0], out[1], copy


def _edits(made: Trace, report: str) -> Iterable[tuple[Span, str]]:
    for quotation in made.quotations:
        for change in quotation.changes:
            for edit in change.edits:
                for place, span in ((change.a, edit.a), (change.b, edit.b)):
                    if place.report == report and edit.kind not in ("same", "harmless") and span.begin < span.end:
                        yield span, edit.kind
    for figure in made.figures:
        if figure.differs:
            yield from ((value.span, "figure differs") for value in figure.values if value.report == report)


def _paragraphs(
    report: Report, shared: Sequence[Span], edits: Sequence[tuple[Span, str]]
) -> Iterable[tuple[str, tuple[Stretch, ...]]]:
    for block in report.blocks:
        if block.span.begin >= _MOST:
            return
        near = [(n, span) for n, span in enumerate(shared, 1) if span.overlaps(block.span)]
        close = [(span, kind) for span, kind in edits if span.overlaps(block.span)]
        inner = [x for _, span in near for x in span] + [x for span, _ in close for x in span]
        end = min(block.span.end, _MOST)
        cuts = {block.span.begin, end, *(x for x in inner if block.span.begin < x < end)}
        out = []
        for begin, until in pairwise(sorted(cuts)):
            number, first = next(((n, s.begin == begin) for n, s in near if s.begin <= begin < s.end), (None, False))
            edit = next((kind for s, kind in close if s.begin <= begin < s.end), None)
            out.append(Stretch(report.text[begin:until], number, first, edit))
        yield block.role, tuple(out)
