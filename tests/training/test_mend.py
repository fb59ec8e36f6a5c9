"""The reader's own statements mended by an annotator's lines."""

from __future__ import annotations

from typing import Any

import pytest

from training.annotations.mend import Sheet, mended, shown
from training.annotations.place import DraftError

TEXT = """Mayor warns of floods

Ada Brehm, the mayor of Sillmark, said “the dam will hold” on Monday. It was built in 1951.

“We checked,” she added. A builder, Norrick Marine, denied that."""


def place(words: str) -> list[int]:
    begin = TEXT.index(words)
    return [begin, begin + len(words)]


def statement(name: str, content: str, cue: str, mention: str) -> dict[str, Any]:
    source = {"mention": place(mention), "name": place("Ada Brehm"), "type": "person", "title": None, "why": None}
    rest = {"kind": "direct", "how": "explicit", "via": [], "act": "say", "firmness": "certain"}
    spans = {"content": [place(content)], "cue": [place(cue)]}
    return {"id": name, **spans, "source": source, "about": None, "when": None, **rest}


SHEET = Sheet(
    "q1",
    TEXT,
    "The Sillmark Bell, 2031-05-05",
    [
        statement("a1", "“the dam will hold”", "said", "Ada Brehm"),
        statement("a2", "It was built in 1951", "added", "she"),
        statement("a3", "“We checked,”", "added", "she"),
    ],
)
BLOCK = """
a1 promise; t=the mayor of Sillmark; w=2031-05-05
a2 x
a3 confirm; a=a1; c="We checked,"
+a9 2 | that | A builder | denied | Norrick Marine | organization | deny; a=a3
"""


def test_lines_change_drop_and_add_statements() -> None:
    found = mended(SHEET, BLOCK)["statements"]
    assert [(s["id"], s["act"], s["about"]) for s in found] == [
        ("1", "promise", None),
        ("2", "confirm", "1"),
        ("3", "deny", "2"),
    ]
    words = [
        [TEXT[b:e] for b, e in (*s["content"], *s["cue"], s["source"]["mention"], s["source"]["name"])] for s in found
    ]
    assert words == [
        ["“the dam will hold”", "said", "Ada Brehm", "Ada Brehm"],
        ["“We checked,”", "added", "she", "Ada Brehm"],
        ["that", "denied", "A builder", "Norrick Marine"],
    ]
    assert [s["kind"] for s in found] == ["direct", "direct", "indirect"]
    assert TEXT[slice(*found[0]["source"]["title"])] == "the mayor of Sillmark"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a1 insist", "act 'insist' is none of"),
        ("a1 say; c=the dam broke", "not in the report"),
        ("a7 say", "a7"),
        ("the dam will hold", "neither a statement of the sheet nor an added one"),
    ],
)
def test_a_line_that_does_not_fit_is_named(line: str, told: str) -> None:
    with pytest.raises(DraftError, match=told):
        mended(SHEET, f"{line}\na2 x\na3 say")


def test_every_statement_needs_its_line() -> None:
    with pytest.raises(DraftError, match="a3: no line"):
        mended(SHEET, "a1 say\na2 x")


def test_a_sheet_shows_each_statement_under_its_paragraph() -> None:
    lines = shown(4, SHEET).split("\n")
    assert lines[0] == "=== 4 The Sillmark Bell, 2031-05-05"
    first = next(n for n, line in enumerate(lines) if line.startswith("[1]"))
    assert lines[first + 1].split(" | ") == [
        "    a1 “the dam will hold”",
        "Ada Brehm",
        "said",
        "Ada Brehm",
        "person",
        "say",
    ]
