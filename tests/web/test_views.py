"""What the pages are made of: parts of a report, differences of quotations, timelines, words typed by hand."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import Ledger, Query
from sayso.trace.whole import compare
from sayso.types import Span, Timestamp
from sayso.web import feeds, reading
from sayso.web.charts import bars
from sayso.web.comparing import sides
from sayso.web.differing import pieces
from sayso.web.graph import graph
from sayso.web.render import web_address
from sayso.web.searched import lit
from sayso.web.timeline import timeline
from tests.ledger.story import FERRY, STORY

from . import reports

TEXT = "“We stay,” Orlo told Kestrel on Friday, of 20 ships off Tarn."
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda p: Span(min(p), max(p)))


@given(SPANS, st.lists(SPANS, max_size=5))
def test_pieces_hold_every_word_once(span: Span, edits: list[Span]) -> None:
    made = pieces(TEXT, span, [(edit, "substitution") for edit in edits])
    assert "".join(piece.text for piece in made) == span.of(TEXT)


@pytest.mark.parametrize(("statements", "characters"), [(1, 2_000), (400, 20_000), (50, 400_000), (1000, 100_000)])
def test_parts_hold_every_word_and_statement_once(tmp_path, statements: int, characters: int) -> None:  # type: ignore[no-untyped-def]
    made = reports.long(statements, characters)
    with Ledger(str(tmp_path / "ledger.sqlite3")) as ledger:
        with ledger.write() as session:
            session.add(made)
        with ledger.read() as view:
            found = reading.Parts().of(view.report(made.report.id), [])
    segments = [x for part in found for passage in part.passages for x in passage.segments]
    assert "".join(x.text for x in segments) == made.report.text
    assert [card.place for part in found for card in part.cards] == [s.id for s in made.statements]
    assert max(len(part.cards) for part in found) <= reading.STATEMENTS
    for part in found:
        inside = {place for passage in part.passages for x in passage.segments for place in x.opens}
        assert inside == {card.place for card in part.cards}


def test_both_sides_hold_every_paragraph_word() -> None:
    copy = dataclasses.replace(FERRY, report=dataclasses.replace(FERRY.report, id="sha256:" + "1" * 64))
    left, right, found = sides(compare(FERRY, copy), FERRY.report, copy.report)
    assert found is not None
    for side in (left, right):
        blocks = [block.span.of(side.report.text) for block in side.report.blocks]
        assert ["".join(x.text for x in stretches) for _, stretches in side.paragraphs] == blocks
    assert {x.shared for _, s in left.paragraphs for x in s} == {x.shared for _, s in right.paragraphs for x in s}


def test_a_timeline_tells_publication_from_utterance() -> None:
    made = timeline(STORY)
    lanes = {(m.lane, m.first) for m in made.moments}
    assert ("publication", "2031-05-04") in lanes
    assert ("utterance", "2031-05-03") in lanes
    assert sum(mark.number for mark in made.marks) == len(made.moments)
    assert all(mark.x >= 0 and mark.x + mark.width <= 905 for mark in made.marks)
    assert timeline([]).marks == ()


def test_the_graph_has_every_hop_in_its_table() -> None:
    edges = {(edge.one, edge.other) for edge in graph(STORY).edges}
    assert ("The Lantern", "police") in edges
    assert ("Harbour Courier", "The Lantern") in edges


def test_bars_are_to_scale() -> None:
    chart = bars([("2031-05", 4), ("2031-06", 1)])
    assert [bar.height for bar in chart.bars] == [90, 22.5]
    assert bars([]).bars == ()


@pytest.mark.parametrize(
    ("url", "kept"),
    [("https://x.example/a", True), ("javascript:alert(1)", False), ("JaVaScRiPt:alert(1)", False),
     ("data:text/html,x", False),
     ("//x.example", False), (None, False), ("http://[bad", False)],
)  # fmt: skip
def test_only_web_addresses_are_linked(url: str | None, kept: bool) -> None:
    assert web_address(url) == (url if kept else None)


@pytest.mark.parametrize(
    ("words", "lights"),
    [
        ("stay", ["stay"]),
        ("ships telling", ["ships"]),
        ('"told Kestrel"', ["told Kestrel"]),
        ("-ships stays", ["stay"]),
        ("of OR on", ["on", "of"]),
        ("", []),
        ("((", []),
    ],
)
def test_the_words_of_a_search_are_lit(words: str, lights: list[str]) -> None:
    made = list(lit(TEXT, words))
    assert "".join(text for text, _ in made) == TEXT
    assert [text for text, on in made if on] == lights


def test_a_feed_begins_with_what_was_added_last(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(feeds, "_ENTRIES", 3)
    old = dataclasses.replace(FERRY.report, published=Timestamp("1999-01-01", "day"))
    with Ledger(str(tmp_path / "ledger.sqlite3")) as ledger:
        for made in (*(each for each in STORY if each != FERRY), dataclasses.replace(FERRY, report=old)):
            with ledger.write() as session:
                session.add(made)
        with ledger.read() as view:
            found = feeds.newest(view, Query())
            assert view.find(Query(limit=3)).items[0].report != FERRY.report.id
    assert found[0][0].report == FERRY.report.id
    assert [added for _, added in found] == sorted((added for _, added in found), reverse=True)
