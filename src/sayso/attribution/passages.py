"""Paragraphs and sentences of a report, by offset; enough for looking around a cue, not a treebank."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from sayso.patterns import kept
from sayso.sentences import sentences
from sayso.types import Report, Span

_PARAGRAPH = kept(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")


@dataclass(frozen=True, slots=True)
class Passages:
    """``paragraphs`` and ``sentences`` are disjoint spans in text order; every sentence lies in one paragraph."""

    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    _begins: tuple[tuple[int, ...], tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        begins = tuple(tuple(span.begin for span in spans) for spans in (self.paragraphs, self.sentences))
        object.__setattr__(self, "_begins", begins)

    def paragraph(self, offset: int) -> int:
        """Index of the paragraph that holds ``offset``, or of the last one before it; 0 before the first."""
        return max(0, bisect_right(self._begins[0], offset) - 1)

    def sentence(self, offset: int) -> Span:
        """The sentence around ``offset``; an empty span where the text has none."""
        if not self.sentences:
            return Span(0, 0)
        return self.sentences[max(0, bisect_right(self._begins[1], offset) - 1)]


def passages(report: Report) -> Passages:
    """The report's blocks as paragraphs where the layout found some, else its stretches between blank lines."""
    paragraphs = tuple(block.span for block in report.blocks) or tuple(
        Span(match.start(), match.end()) for match in _PARAGRAPH.finditer(report.text)
    )
    found = [sentence for paragraph in paragraphs for sentence in sentences(report.text, paragraph)]
    return Passages(paragraphs, tuple(found))
