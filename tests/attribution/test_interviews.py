"""Interviews printed as questions and answers, written for these tests."""

from __future__ import annotations

import json

import pytest

from sayso.attribution.statements import Attributed, attribute
from sayso.report import Draft, compose, open_drafts

INTRO = "Lena Ostrow has run the harbour for nine years. Ms Ostrow spoke to us about dredging."
TALK = """{q} Why did the dredging stop?

{a} We ran out of money in June. Nobody told the council.

{q} Will it start again?

{a} I hope so.

{q} Do you regret it?

{a} No. The men were right."""


def read(body: str) -> Attributed:
    row = json.dumps({"id": "x", "headline": "Questions for the harbour master", "text": body})
    (draft,) = open_drafts(row.encode())
    assert isinstance(draft, Draft)
    return attribute(compose(draft)[0], [], None)


def said(found: Attributed) -> list[tuple[str | None, str, str]]:
    text = found.report.text
    return [(one.source.name, one.kind, " … ".join(span.of(text) for span in one.content)) for one in found.statements]


@pytest.mark.parametrize(("q", "a"), [("Q:", "A:"), ("Q.", "A."), ("QUESTION:", "ANSWER:")])
def test_answers_are_said_by_whoever_was_asked(q: str, a: str) -> None:
    assert said(read(f"{INTRO}\n\n{TALK.format(q=q, a=a)}")) == [
        ("Lena Ostrow", "direct", "We ran out of money in June. Nobody told the council."),
        ("Lena Ostrow", "direct", "I hope so."),
        ("Lena Ostrow", "direct", "No. The men were right."),
    ]


def test_of_two_named_alike_nobody_is_taken_to_answer() -> None:
    found = read(f"Lena Ostrow and Paul Varga run the harbour.\n\n{TALK.format(q='Q:', a='A:')}")
    assert [name for name, *_ in said(found)] == [None, None, None]


@pytest.mark.parametrize("body", ["A: one letter.\n\nIt stood on a wall.", "A. Ostrow left."])
def test_a_letter_is_no_answer(body: str) -> None:
    assert read(body).statements == ()
