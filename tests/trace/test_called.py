"""What reports are called where several are told of."""

from __future__ import annotations

from dataclasses import replace

from sayso.trace.called import file_of, files_of, names
from sayso.types import Reading
from tests.trace.told import reading

LONG = "A crane that the port had bought second-hand topples onto a grain carrier and kills three dockers"


def _from(input: str, text: str, outlet: str = "", headline: str | None = None, day: str | None = None) -> Reading:
    made = reading(text, outlet=outlet, published=day, headline=headline)
    report = replace(made.report, outlet=outlet or None, external_id=None)
    return replace(made, input=input, report=report)


def _named(*readings: Reading, dated: bool = False) -> list[str]:
    return list(names([each.report for each in readings], files_of(readings), dated=dated).values())


def test_a_report_goes_by_outlet_then_file_then_headline() -> None:
    assert _named(
        _from("in/a.txt", "One fell.", "Orrin"),
        _from("in/b.txt", "Two fell."),
        _from("-", "Three fell.", headline="A crane falls"),
        _from("https://quay.example/a.html", "Four fell.", headline=LONG),
    ) == ["Orrin", "b.txt", "A crane falls", "A crane that the port had bought second-hand topples onto a …"]


def test_those_of_one_name_are_told_apart() -> None:
    dated = _from("a.txt", "One.", "Orrin", day="2026-03-01"), _from("b.txt", "Two.", "Orrin", day="2026-03-02")
    assert _named(*dated) == ["Orrin 2026-03-01", "Orrin 2026-03-02"]
    assert _named(*dated, dated=True) == ["Orrin", "Orrin"], "the days stand beside"
    undated = _from("a.txt", "One.", "Orrin"), _from("b.txt", "Two.", "Orrin")
    assert _named(*undated) == ["Orrin (a.txt)", "Orrin (b.txt)"]
    assert len(set(_named(_from("old/a.txt", "One."), _from("new/a.txt", "Two.")))) == 2


def test_what_is_no_file() -> None:
    assert [file_of(_from(given, "One.")) for given in ("-", "text", "pasted text", "https://quay.example/a.html")] == [
        None
    ] * 4
    assert file_of(_from("in/a.jsonl:3", "One.")) == "a.jsonl:3"
