"""A report's text cut where its statements begin and end, so that overlapping and nested ones can be told apart.

Used by every page that shows a report: the self-contained one and the web app's reader.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
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
    shown: list[tuple[str, Span]] = []
    for block in report.blocks:
        role, span = block.role, block.span
        if shown and shown[-1][0] == "dateline" and "\n" not in report.text[shown[-1][1].end : span.begin]:
            span = Span(shown.pop()[1].begin, span.end)
        shown.append((role, span))
    near = _near([span for _, span in shown], reading.statements)
    return tuple(
        Passage(role, span, tuple(_segments(report.text, span, touching)))
        for (role, span), touching in zip(shown, near, strict=True)
    )


def _near(blocks: Sequence[Span], statements: Iterable[Statement]) -> list[list[Statement]]:
    """For each block the statements that touch it, outermost first; a report can have thousands of either."""
    ends = [block.end for block in blocks]
    out: list[list[Statement]] = [[] for _ in blocks]
    for s in sorted(statements, key=lambda s: (s.content[0].begin, -s.content[-1].end)):
        touched = set()
        for span in _all(s):
            at = bisect_right(ends, span.begin)
            while at < len(blocks) and blocks[at].overlaps(span):
                touched.add(at)
                at += 1
        for at in touched:
            out[at].append(s)
    return out


def _all(s: Statement) -> Sequence[Span]:
    return (*s.content, *s.cue, *((s.source.mention,) if s.source.mention else ()))


def _segments(text: str, block: Span, near: Sequence[Statement]) -> Iterable[Segment]:
    cuts = {block.begin, block.end}
    for s in near:
        for span in _all(s):
            cuts |= {x for x in span if block.begin < x < block.end}
    content, cue, source = (
        _Within([spans(s) for s in near])
        for spans in (lambda s: s.content, lambda s: s.cue, lambda s: (s.source.mention,) if s.source.mention else ())
    )
    opens: dict[int, list[str]] = defaultdict(list)
    closes: dict[int, list[str]] = defaultdict(list)
    for s in near:
        opens[s.content[0].begin].append(s.id)
        closes[s.content[-1].end].insert(0, s.id)
    for begin, end in pairwise(sorted(cuts)):
        here = Span(begin, end)
        yield Segment(
            here,
            here.of(text),
            content=tuple(near[n].id for n in content.at(begin)),
            cue=tuple(near[n].id for n in cue.at(begin)),
            source=tuple(near[n].id for n in source.at(begin)),
            opens=tuple(opens.get(begin, ())),
            closes=tuple(closes.get(end, ())),
        )


class _Within:
    """Which of several lists of spans cover a place; asked for places that only go up, between the spans' ends."""

    def __init__(self, lists: Sequence[Sequence[Span]]) -> None:
        self._begins = sorted((span.begin, n, span.end) for n, spans in enumerate(lists) for span in spans)
        self._next = 0
        self._open: list[tuple[int, int]] = []

    def at(self, place: int) -> list[int]:
        while self._next < len(self._begins) and self._begins[self._next][0] <= place:
            _, number, end = self._begins[self._next]
            self._open.append((end, number))
            self._next += 1
        self._open = [(end, number) for end, number in self._open if end > place]
        return sorted({number for _, number in self._open})
