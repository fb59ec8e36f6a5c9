"""Statements that people add, and notes on statements: kept beside the machine's, found, exported, undone."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from sayso.errors import LedgerError
from sayso.export.annotations import annotation
from sayso.export.items import from_ledger
from sayso.export.tables import csv_lines
from sayso.ledger import Ledger, Query
from sayso.ledger.added import addition, with_added

from .factory import reading, said

TEXT = "Dam leaks\n\nThe gate is shut, Ada Holt said. “Nobody slept,” a guard at the dam told Bo Lind. It rained."
MADE = reading(TEXT, [said("The gate is shut", "Ada Holt")], headline="Dam leaks")


def at(words: str) -> list[int]:
    begin = TEXT.index(words)
    return [begin, begin + len(words)]


GUARD: dict[str, Any] = {
    "content": [at("“Nobody slept,”")],
    "cue": [at("told")],
    "source": {"type": "unnamed-person", "title": "guard", "mention": at("a guard at the dam")},
}


@pytest.fixture
def dam(ledger: Ledger) -> Ledger:
    with ledger.write() as session:
        session.add(MADE)
    return ledger


def test_a_statement_added_by_hand_is_one_of_the_reports(dam: Ledger) -> None:
    with dam.write() as session:
        made = session.add_statement(MADE.report.id, GUARD, by="anna", why="missed")
    with dam.read() as view:
        (found,) = view.find(Query(judgement=("added",))).items
        assert (found.words, found.kind, found.title, found.disclosure) == (
            "“Nobody slept,”",
            "direct",
            "guard",
            "unnamed",
        )
        shown = view.report(MADE.report.id)
        statement = shown.reading.statements[1]
        assert statement.id == found.place == "s2"
        assert statement.extent.of(TEXT) == "“Nobody slept,” a guard at the dam told Bo Lind."
        assert view.find(Query(words="slept")).items == (found,)
        assert view.reading(MADE.reading.id) == MADE, "what the machine said stays as it was"
        evidence = view.statement(found.id)
        assert evidence.judgements == (made,)
        assert evidence.statement == evidence.machine == statement
    with dam.write() as session:
        session.undo(made.id, by="anna")
    with dam.read() as view:
        assert view.find(Query(words="slept")).items == ()
        assert view.report(MADE.report.id).reading == MADE


def test_what_was_added_is_judged_like_any_other(dam: Ledger) -> None:
    with dam.write() as session:
        session.add_statement(MADE.report.id, GUARD, by="anna")
        session.correct(f"{MADE.report.id}#s2", "act", "claim", by="bo")
    with dam.read() as view:
        (found,) = view.find(Query(act=("claim",))).items
        assert (found.words, found.judgement) == ("“Nobody slept,”", "added")
        assert view.statement(found.id).machine.act == "say"
    with dam.write() as session:
        session.reject(found.id, by="bo")
    with dam.read() as view:
        assert view.find(Query(words="slept")).items == ()


def test_undoing_one_renumbers_no_other_and_a_newer_reading_keeps_them(dam: Ledger) -> None:
    other = {"content": [at("It rained")], "source": {"name": "Ada Holt", "type": "person"}}
    with dam.write() as session:
        first = session.add_statement(MADE.report.id, GUARD, by="anna")
        session.add_statement(MADE.report.id, other, by="anna")
        session.undo(first.id, by="anna")
    with dam.read() as view:
        shown = view.report(MADE.report.id).reading
        assert [(s.id, s.source.id) for s in shown.statements] == [("s1", "p1"), ("s3", "p1")], "the source is known"
        (before,) = view.find(Query(words="rained")).items
    info = dataclasses.replace(MADE.reading, id="sha256:" + "9" * 64, model="v9")
    newer = dataclasses.replace(MADE, statements=(), sources=(), reading=info)
    with dam.write() as session:
        session.add(newer)
    with dam.read() as view:
        (found,) = view.find(Query(words="rained")).items
        assert (found.id, found.source) == (before.id, "Ada Holt")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"content": []}, "no words of the text"),
        ({"content": [[5, 5]]}, "no words of the text"),
        ({"content": [[0, 10_000]]}, "no words of the text"),
        ({"cue": [[-3, 4]]}, "no words of the text"),
        ({"via": [{"name": "x", "mention": [0, 10_000], "cue": []}]}, "no words of the text"),
        ({"act": " "}, "has no act"),
        ({"source": {"type": "ghost"}}, "not described"),
        ({"made_up": 1}, "not described"),
        ({"content": "words"}, "not described"),
        ({"content": [[0, 1]] * 101}, "not described"),
        ({"source": {"name": "x" * 1001}}, "not described"),
    ],
)
def test_what_is_no_statement_is_not_added(dam: Ledger, change: dict[str, Any], message: str) -> None:
    with dam.write() as session, pytest.raises(LedgerError, match=message):
        session.add_statement(MADE.report.id, GUARD | change, by="anna")


def test_nothing_is_added_twice(dam: Ledger) -> None:
    with dam.write() as session:
        session.add_statement(MADE.report.id, GUARD, by="anna")
        with pytest.raises(LedgerError, match="has this statement already: s2"):
            session.add_statement(MADE.report.id, GUARD, by="bo")
    with dam.read() as view:
        assert len(view.log()) == 1


@pytest.mark.parametrize(
    ("words", "kind"),
    [("“Nobody slept,”", "direct"), ("The gate is shut", "indirect"), ("“Nobody slept,” a guard", "mixed")],
)
def test_the_kind_follows_from_the_words(words: str, kind: str) -> None:
    assert addition(GUARD | {"content": [at(words)]}, MADE.report).kind == kind


def test_without_additions_a_reading_stays_the_very_same() -> None:
    assert with_added(MADE, [])[0] is MADE


def test_notes_are_kept_found_exported_and_undone(dam: Ledger) -> None:
    target = f"{MADE.report.id}#s1"
    with dam.write() as session:
        made = session.note(target, " Ask the <b>lockkeeper</b> ", by="anna")
        session.note(target, "done", by="bo")
    with dam.read() as view:
        (found,) = view.find(Query(words="lockkeeper")).items
        assert [(note.by, note.text) for note in found.notes] == [
            ("anna", "Ask the <b>lockkeeper</b>"), ("bo", "done")]  # fmt: skip
        assert (found.notes[0].id, found.judgement) == (made.id, "none")
        items = list(from_ledger(view, Query()))
        (header, line) = (next(iter(csv_lines(items))), list(csv_lines(items))[1])
        assert "notes" in header
        assert "lockkeeper" in line
        bodies = annotation(items[0], items[0].wanted[0])["body"]
        comments = [body for body in bodies if body["purpose"] == "commenting"]
        assert [body["creator"]["name"] for body in comments] == ["anna", "bo"]
        assert "lockkeeper" in b"".join(view.dump()).decode()
    with dam.write() as session:
        session.undo(made.id, by="anna")
    with dam.read() as view:
        assert view.find(Query(words="lockkeeper")).items == ()
        assert [note.text for note in view.statement(target).found.notes] == ["done"]


@pytest.mark.parametrize("text", ["", "  ", None, 7, "x" * 5001])
def test_a_note_needs_a_text_of_bearable_length(dam: Ledger, text: Any) -> None:
    with dam.write() as session, pytest.raises(LedgerError, match="a note"):
        session.note(f"{MADE.report.id}#s1", text, by="anna")


def test_notes_are_on_statements_only(dam: Ledger) -> None:
    with dam.write() as session, pytest.raises(LedgerError, match="is no statement"):
        session.note(MADE.report.id, "a note", by="anna")


def test_what_was_added_by_hand_comes_back_from_a_dump(dam: Ledger, tmp_path: Any) -> None:
    with dam.write() as session:
        session.add_statement(MADE.report.id, GUARD, by="anna")
        session.note(f"{MADE.report.id}#s2", "by telephone", by="anna")
    with dam.read() as view:
        lines = list(view.dump())
    with Ledger(str(tmp_path / "other.sqlite3")) as other:
        with other.write() as session:
            session.restore(lines, "dump")
        with other.read() as view:
            (found,) = view.find(Query(words="telephone")).items
            assert (found.words, found.judgement) == ("“Nobody slept,”", "added")
            assert list(view.dump()) == lines


def test_a_purge_takes_notes_and_additions_with_it(dam: Ledger) -> None:
    with dam.write() as session:
        session.add_statement(MADE.report.id, GUARD, by="anna")
        session.note(f"{MADE.report.id}#s2", "secret", by="anna")
    dam.purge(MADE.report.id, by="anna")
    with dam.read() as view:
        assert view.log() == []
        assert "secret" not in json.dumps([line.decode() for line in view.dump()])
