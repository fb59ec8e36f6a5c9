"""Segments: the report's words, none lost or doubled, with the statements that cover them."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.segments import passages
from sayso.types import Block, Reading, Span
from tests.readings import TEXT, reading

SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda p: Span(min(p), max(p)))
FULL = SPANS.filter(lambda span: span.begin < span.end)


def _with(contents: list[list[Span]], cut: int) -> Reading:
    made = reading()
    blocks = (Block("headline", Span(0, cut)), Block("paragraph", Span(cut, len(TEXT))))
    statements = tuple(
        dataclasses.replace(made.statements[0], id=f"s{i}", content=tuple(sorted(content)))
        for i, content in enumerate(contents)
    )
    report = dataclasses.replace(made.report, blocks=blocks)
    return dataclasses.replace(made, report=report, statements=statements)


@given(st.lists(st.lists(FULL, min_size=1, max_size=3), max_size=5), st.integers(1, len(TEXT) - 1))
def test_segments_hold_every_word_once_and_know_their_statements(contents: list[list[Span]], cut: int) -> None:
    made = _with(contents, cut)
    segments = [x for passage in passages(made) for x in passage.segments]
    assert "".join(x.text for x in segments) == TEXT
    covered = {(s.id, i) for s in made.statements for span in s.content for i in range(*span)}
    shown = {(id_, i) for x in segments for id_ in x.content for i in range(*x.span)}
    assert shown == covered
    assert sorted(id_ for x in segments for id_ in x.opens) == sorted(s.id for s in made.statements)
