"""Subjects of which the tagger saw only the tail."""

from __future__ import annotations

import pytest

from sayso.attribution.passages import Passages
from sayso.attribution.subjects import subjects
from sayso.tagger.spans import Attribution
from sayso.types import Span
from tests.attribution.said import find


@pytest.mark.parametrize(
    ("text", "seen", "cue", "whole"),
    [
        ("Witnesses reached by phone described the blast.", "phone", "described", "Witnesses reached by phone"),
        ("The fire spread, and two farmers contacted by the Kestrel said it was quick.", "Kestrel", "said",
         "two farmers contacted by the Kestrel"),
        # the tail is all there is
        ("The fire was started by boys, Kestrel said.", "Kestrel", "said", "Kestrel"),
        ("The mill was bought by Oster said Kestrel.", "Kestrel", "said", "Kestrel"),
        ("He was told by police said nobody.", "police", "said", "police"),
    ],
)  # fmt: skip
def test_source_begins_where_its_clause_does(text: str, seen: str, cue: str, whole: str) -> None:
    a = Attribution(find(text, seen), (find(text, cue),), (Span(0, 3),))
    [found] = subjects(text, [a], Passages((Span(0, len(text)),), (Span(0, len(text)),)))
    assert found.source == find(text, whole)


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Oster, 61, denies the charges.", "denies", "Oster"),
        ("Ann Oster, 61, has denied the charges.", "denied", "Ann Oster"),
        ("The mill closed, Oster, 61, denies.", "denies", None),
        ("On May 4, 61, denies the charges.", "denies", None),
    ],
)
def test_a_name_with_an_age_before_the_cue(text: str, cue: str, source: str | None) -> None:
    a = Attribution(None, (find(text, cue),), (Span(0, 3),))
    [found] = subjects(text, [a], Passages((Span(0, len(text)),), (Span(0, len(text)),)))
    assert found.source == (find(text, source) if source else None)
