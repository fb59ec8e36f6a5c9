"""A report's text cut where its statements begin and end, so that overlapping and nested ones can be told apart.

Used by every page that shows a report: the self-contained one and the web app's reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.types import Reading, Span, Statement


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch with the same statements throughout.

    ``content``, ``cue``, ``source``: ids of the statements to which it is that, outermost first; ``opens``: ids of
    those whose content begins here, ``closes``: ids of those whose content ends here.
    """

    span: Span
    text: str
    content: tuple[str, ...]
    cue: tuple[str, ...]
    source: tuple[str, ...]
    opens: tuple[str, ...]
    closes: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Every statement that this stretch has to do with."""
        return tuple(dict.fromkeys((*self.content, *self.cue, *self.source)))


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the report: its role and its segments, in text order."""

    role: str
    span: Span
    segments: tuple[Segment, ...]


def passages(reading: Reading) -> tuple[Passage, ...]:
    """The blocks of a reading's report in text order; together they hold everything but the space between lines.

    A dateline is shown with the paragraph that it opens.
    """
    report = reading.report
    ordered = sorted(reading.statements, key=lambda s: (s.content[0].begin, -s.content[-1].end))
    out: list[Passage] = []
    for block in report.blocks:
        role, span = block.role, block.span
        if out and out[-1].role == "dateline" and "\n" not in report.text[out[-1].span.end : span.begin]:
            span = Span(out.pop().span.begin, span.end)
        near = [s for s in ordered if any(x.overlaps(span) for x in _all(s))]
        out.append(Passage(role, span, tuple(_segments(report.text, span, near))))
    return tuple(out)


def _all(s: Statement) -> Sequence[Span]:
    return (*s.content, *s.cue, *((s.source.mention,) if s.source.mention else ()))


def _segments(text: str, block: Span, near: Sequence[Statement]) -> Iterable[Segment]:
    cuts = {block.begin, block.end}
    for s in near:
        for span in _all(s):
            cuts |= {x for x in span if block.begin < x < block.end}
    edges = sorted(cuts)
    for begin, end in pairwise(edges):
        here = Span(begin, end)
        yield Segment(
            here,
            here.of(text),
            content=tuple(s.id for s in near if any(c.contains(here) for c in s.content)),
            cue=tuple(s.id for s in near if any(c.contains(here) for c in s.cue)),
            source=tuple(s.id for s in near if s.source.mention and s.source.mention.contains(here)),
            opens=tuple(s.id for s in near if s.content[0].begin == begin),
            closes=tuple(s.id for s in reversed(near) if s.content[-1].end == end),
        )
