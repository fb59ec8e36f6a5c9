"""Refusals to comment and failures to verify, told by their forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.passages import Passages, sentences
from sayso.attribution.refusals import refusals
from sayso.report.marks import quotations
from sayso.tagger.spans import Attribution
from sayso.types import Block, Span


def read(text: str, found: tuple[Attribution, ...] = ()) -> list[tuple[str, str | None, str, str]]:
    whole = Span(0, len(text))
    where = Passages((whole,), tuple(sentences(text, whole)))
    marks = quotations(text, [Block("paragraph", whole)])
    return [
        (next(iter(a.act)), a.source and a.source.of(text), a.cue[0].of(text), a.content[0].of(text))
        for a in refusals(text, found, where, marks)
    ]


CASES = [
    ("The port authority declined to comment.", "no-comment", "The port authority", "comment"),
    ("Venn’s office declined to comment on the letter, signed in May.", "no-comment", "Venn’s office", "the letter"),
    ("Northline did not immediately respond to a request for comment.", "no-comment", "Northline",
     "a request for comment"),
    ("Two lawyers for the firm didn’t return calls.", "no-comment", "Two lawyers for the firm", "calls"),
    ("The ministry had no immediate comment on the accuracy of the report.", "no-comment", "The ministry",
     "the accuracy of the report"),
    ("She spoke for an hour, but Mayor Venn also refused to say whether he would stay.", "no-comment", "Mayor Venn",
     "whether he would stay"),
    ("Ekholm could not be reached for comment.", "no-comment", "Ekholm", "comment"),
    ("The accounts could not be independently verified.", "cannot-verify", None, "The accounts"),
    ("The claim could not immediately be confirmed by Meridian.", "cannot-verify", "Meridian", "The claim"),
    ("Kestrel could not independently verify the video.", "cannot-verify", "Kestrel", "the video"),
    ("Aid officials were unable to confirm the number of dead.", "cannot-verify", "Aid officials",
     "the number of dead"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "source", "content"), CASES)
def test_form(text: str, act: str, source: str | None, content: str) -> None:
    ((got, who, cue, matter),) = read(text)
    assert (got, who, matter) == (act, source, content)
    assert cue in text


@pytest.mark.parametrize(
    "text",
    [
        "“I declined to comment,” he said.",
        "Prices declined to a low of two crowns.",
        "The ship did not return to port.",
        "He could not confirm it.",  # nothing is named that was to be confirmed
        "The pump did not respond to the switch.",
    ],
)
def test_no_form(text: str) -> None:
    assert read(text) == []


def test_what_the_tagger_found_is_left_alone() -> None:
    text = "The port authority declined to comment."
    cue = Span(text.index("declined"), text.index(" comment"))
    assert read(text, (Attribution(Span(0, 18), (cue,), (Span(31, 38),)),)) == []


@given(st.text(alphabet=st.sampled_from([*"Aab .,“”\n"]), max_size=40))
def test_never_raises_and_spans_lie_in_the_text(filler: str) -> None:
    text = f"{filler} declined to comment{filler} on {filler} could not be verified by {filler}"
    whole = Span(0, len(text))
    for a in refusals(text, (), Passages((whole,), tuple(sentences(text, whole))), ()):
        assert all(0 <= s.begin < s.end <= len(text) for s in a.spans)
