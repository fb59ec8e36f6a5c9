from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from sayso.errors import LedgerError
from sayso.ledger import Ledger, Query
from sayso.ledger.drawing import redraw
from sayso.ledger.effective import effective
from sayso.ledger.judgement import Anchor, Judgement, active
from sayso.ledger.references import report_row
from sayso.ledger.schema import reports, sources, standings, statements

from .factory import reading, said
from .story import FERRY, INQUIRY, STORY


@pytest.fixture
def story(ledger: Ledger) -> Ledger:
    with ledger.write() as session:
        for each in STORY:
            session.add(each)
    return ledger


def one(ledger: Ledger, query: str) -> Any:
    with ledger.read() as view:
        items = view.find(Query.of(query)).items
    assert len(items) == 1, query
    return items[0]


def words(ledger: Ledger, query: str) -> list[str]:
    with ledger.read() as view:
        return [item.words for item in view.find(Query.of(query)).items]


def test_a_rejected_statement_is_hidden_but_not_lost(story: Ledger) -> None:
    target = one(story, "act=deny")
    with story.write() as session:
        judgement = session.reject(target.id, by="ann", why="that is the crew's")
    assert words(story, "act=deny") == []
    assert one(story, "judgement=rejected").id == target.id
    with story.read() as view:
        shown = view.statement(target.id)
        assert shown.judgements == (judgement,)
        assert (judgement.by, judgement.why, judgement.at) == ("ann", "that is the crew's", judgement.at)
        assert shown.machine == shown.statement
    with story.write() as session:
        session.undo(judgement.id, by="ben")
    assert one(story, "act=deny").judgement == "none"
    with story.read() as view:
        assert [(entry.action, entry.by) for entry in view.log()] == [("undo", "ben"), ("reject", "ann")]


CORRECTIONS: list[tuple[str, Any, str]] = [
    ("act", "accuse", "act=accuse"),
    ("firmness", "possible", "firmness=possible"),
    ("kind", "mixed", "kind=mixed&source=quill"),
    ("negated", True, "words=overloaded&published_to=2031-05-04"),
    ("source.name", "Bo Lund", "source=Bo+Lund"),
    ("source.type", "anonymous", "type=anonymous"),
    ("source.title", "cook", "words=cook"),
    ("when", {"start": "2031-01-02", "end": "2031-01-02", "span": [0, 1]}, "said_to=2031-01-31"),
    ("content", [[68, 91]], "words=been+-ferry"),
    ("via", [{"name": "Radio Lorne", "mention": None, "cue": []}], "via=Radio+Lorne"),
]


@pytest.mark.parametrize(("field", "value", "query"), CORRECTIONS)
def test_a_correction_is_searched_and_the_machine_s_value_kept(
    story: Ledger, field: str, value: Any, query: str
) -> None:
    target = one(story, f"report={FERRY.report.id}&words=overloaded")
    before = words(story, query)
    with story.write() as session:
        session.correct(target.id, field, value, by="ann")
    found = one(story, query + "&judgement=corrected")
    assert found.place == target.place
    with story.read() as view:
        shown = view.statement(found.id)
        assert shown.machine == FERRY.statements[0]
        assert shown.statement != shown.machine
        [judgement] = shown.judgements
        log = view.log(FERRY.report.id)
    assert log == [judgement]
    with story.write() as session:
        session.undo(judgement.id, by="ann")
    assert words(story, query) == before


BAD = [
    ("act", None), ("firmness", "surely"), ("negated", "perhaps"), ("content", [[1]]), ("content", [[0, 99999]]),
    ("content", [[9, 3]]), ("content", []), ("confidence", 1.0), ("colour", 1),
    ("source.type", "robot"), ("when", "today"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value"), BAD)
def test_a_value_that_does_not_fit_is_refused(story: Ledger, field: str, value: Any) -> None:
    target = one(story, "act=deny")
    with story.write() as session, pytest.raises(LedgerError) as caught:
        session.correct(target.id, field, value, by="ann")
    assert caught.value.remedy
    with story.read() as view:
        assert view.log() == []


def test_what_cannot_be_judged_is_said_clearly(story: Ledger) -> None:
    target = one(story, "act=deny")
    with story.write() as session:
        for call in (
            lambda: session.reject(target.id, by="ann", field="act"),
            lambda: session.accept(FERRY.report.id, by="ann"),
            lambda: session.accept("123456789abc@1-2", by="ann"),
            lambda: session.accept(f"{FERRY.report.id}@1-2", by="ann"),
            lambda: session.correct(f"{FERRY.report.id}#p99", "name", "x", by="ann"),
            lambda: session.undo("j0", by="ann"),
            lambda: session.merge("e000000000000", "e000000000001", by="ann"),
        ):
            with pytest.raises(LedgerError):
                call()
        judgement = session.accept(target.id, by="ann")
        undone = session.undo(judgement.id, by="ann")
        with pytest.raises(LedgerError, match="undone already"):
            session.undo(judgement.id, by="ann")
        session.undo(undone.id, by="ann")
    assert one(story, "judgement=accepted").id == target.id


def test_sources_and_reports_can_be_corrected_too(story: Ledger) -> None:
    with story.write() as session:
        session.correct(f"{FERRY.report.id}#p1", "name", "Ada Quillfeather", by="ann")
        session.correct(FERRY.report.id, "published", "2031-05-09", by="ann")
        session.correct(INQUIRY.report.id, "outlet", "Evening Lamp", by="ann")
    assert words(story, "source=quillfeather") == ['"Not one warning reached us,"', "the ferry had not been overloaded"]
    assert words(story, "outlet=Evening+Lamp") == ["an inquiry", "the ferry was overloaded"]
    assert words(story, "published_from=2031-05-08&source=police") == ["attacks on the crew"]
    with story.write() as session:
        session.reject(FERRY.report.id, by="ann", field="published")
    assert words(story, "published_from=2031-05-08") == []


NEWER = reading(
    FERRY.report.text,
    [
        said("attacks on the crew", "police", type="organization", disclosure="unnamed", act="say"),
        said("not been overloaded", "Ada Quill", title="Harbour master"),
    ],
    url=FERRY.report.url, headline=FERRY.report.headline, model="attribution_v2",
)  # fmt: skip


def test_judgements_survive_a_newer_reading(story: Ledger) -> None:
    denial = one(story, "act=deny")
    overloaded = one(story, f"words=overloaded&report={FERRY.report.id}")
    missing = one(story, "firmness=probable")
    with story.write() as session:
        session.correct(denial.id, "act", "accuse", by="ann")
        session.accept(overloaded.id, by="ann")
        lost = session.reject(missing.id, by="ann")
        added = session.add(NEWER)
    assert (added.status, added.unanchored) == ("reread", (lost.id,))
    assert one(story, "act=accuse").judgement == "corrected"
    assert one(story, "judgement=accepted").words == "not been overloaded"
    with story.read() as view:
        assert [j.id for j in view.report(FERRY.report.id).unanchored] == [lost.id]
        assert len(view.log()) == 3


def rows(ledger: Ledger) -> list[Any]:
    with ledger.read() as view:
        return [
            view.connection.execute(select(table).order_by(*table.primary_key.columns)).all()
            for table in (reports, sources, statements, standings)
        ]


def test_drawing_anew_draws_the_same(story: Ledger) -> None:
    denial = one(story, "act=deny")
    with story.write() as session:
        session.correct(denial.id, "source.name", "Port police", by="ann")
        session.merge(session.source("Ada Quill").id, session.source("Björn Åsgård").id, by="ann")
        session.split(f"{INQUIRY.report.id}#p1", by="ann")
    before = rows(story)
    with story.write() as session:
        for each in STORY:
            redraw(session.connection, report_row(session.connection, each.report.id).pk)
    assert rows(story) == before


def test_the_effective_view_is_a_pure_function(story: Ledger) -> None:
    span = FERRY.statements[0].content[0]
    anchor = Anchor("statement", ((span.begin, span.end),), "Ada Quill")
    judgements = [
        Judgement("j1", "t", "ann", None, "correct", field="act", value="deny", anchor=anchor),
        Judgement("j2", "t", "ann", None, "reject", anchor=anchor),
        Judgement("j3", "t", "ben", None, "undo", target="j2"),
        Judgement("j4", "t", "ben", None, "correct", field="act", value="warn", anchor=anchor),
        Judgement("j5", "t", "ben", None, "accept", anchor=Anchor("statement", ((0, 3),))),
    ]
    view = effective(FERRY, judgements)
    assert view == effective(FERRY, judgements)
    assert view.reading.statements[0].act == "warn"
    assert view.state("s1") == "corrected"
    assert view.judged["s1"].machine == FERRY.statements[0]
    assert [j.id for j in view.unanchored] == ["j5"]
    assert [j.id for j in active(judgements)] == ["j1", "j4", "j5"]
    assert effective(FERRY, ()).reading is FERRY
