"""Paragraphs and sentences of a report, by offset; enough for looking around a cue, not a treebank."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.types import Report, Span

_BREAK = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")
#: A full stop after these, or after a single capital, ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sen|Rep|Reps|Sens|Gov|Lt|Col|Gen|Maj|Capt|Cmdr|Sgt|Adm|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|No"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)|\b(?:[A-Za-z]\.)*[A-Z])$"
)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")


@dataclass(frozen=True, slots=True)
class Passages:
    """``paragraphs`` and ``sentences`` are disjoint spans in text order; every sentence lies in one paragraph."""

    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]

    def paragraph(self, offset: int) -> int:
        """Index of the paragraph that holds ``offset``, or of the last one before it; 0 before the first."""
        return _at(self.paragraphs, offset)

    def sentence(self, offset: int) -> Span:
        """The sentence around ``offset``; an empty span where the text has none."""
        return self.sentences[_at(self.sentences, offset)] if self.sentences else Span(0, 0)


def _at(spans: Sequence[Span], offset: int) -> int:
    return max(0, bisect_right(spans, offset, key=lambda span: span.begin) - 1)


def sentences(text: str, within: Span) -> list[Span]:
    """Sentences of ``text[within]``, in order, with the closing quotation mark and without the space between."""
    out, begin = [], within.begin
    for match in _BREAK.finditer(text, within.begin, within.end):
        if text[match.start()] == "." and _ABBREVIATION.search(text, max(begin, match.start() - 12), match.start()):
            continue
        end = match.start() + len(match.group().rstrip())
        out.append(Span(begin, end))
        begin = match.end()
    if begin < within.end:
        out.append(Span(begin, within.end))
    return out


def passages(report: Report) -> Passages:
    """The report's blocks as paragraphs where the layout found some, else its stretches between blank lines."""
    paragraphs = tuple(block.span for block in report.blocks) or tuple(
        Span(match.start(), match.end()) for match in _PARAGRAPH.finditer(report.text)
    )
    found = [sentence for paragraph in paragraphs for sentence in sentences(report.text, paragraph)]
    return Passages(paragraphs, tuple(found))
