"""Finding a judged statement or source again in another reading of the same text."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.ledger.judgement import Anchor
from sayso.types import Reading, Source, Statement

#: Share of common code points (intersection over union) from which two contents are the same statement.
SAME = 0.5

_Spans = Sequence[tuple[int, int]]


def anchor_statement(statement: Statement) -> Anchor:
    mention = statement.source.mention
    return Anchor(
        "statement",
        spans=tuple((s.begin, s.end) for s in statement.content),
        source=statement.source.name,
        mention=(mention.begin, mention.end) if mention else None,
    )


def anchor_source(source: Source) -> Anchor:
    return Anchor("source", spans=tuple((s.begin, s.end) for s in source.mentions), source=source.name, role="source")


def overlap(a: _Spans, b: _Spans) -> float:
    """Intersection over union of two sets of spans, in code points; 0 where both are empty."""
    common = sum(max(0, min(a_end, b_end) - max(a_begin, b_begin)) for a_begin, a_end in a for b_begin, b_end in b)
    union = sum(e - b for b, e in a) + sum(e - b for b, e in b) - common
    return common / union if union else 0.0


def find_statement(anchor: Anchor, reading: Reading) -> Statement | None:
    """The statement of ``reading`` that the anchor means; None where none overlaps enough.

    Among several of the same content the one with the same source words wins, then the same source name.
    """
    best: tuple[float, bool, bool] | None = None
    found: Statement | None = None
    for statement in reading.statements:
        share = overlap(anchor.spans, statement.content)
        if share < SAME:
            continue
        mention = statement.source.mention
        rank = (round(share, 3), anchor.mention == mention, anchor.source == statement.source.name)
        if best is None or rank > best:
            best, found = rank, statement
    return found


def find_source(anchor: Anchor, reading: Reading) -> Source | None:
    """The source of ``reading`` whose mentions share most with the anchor's; by name where it has no mentions."""
    best, found = 0.0, None
    for source in reading.sources:
        share = overlap(anchor.spans, source.mentions)
        if not anchor.spans and source.name == anchor.source:
            share = 1.0
        if share > best:
            best, found = share, source
    return found
