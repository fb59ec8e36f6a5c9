"""Parties who say it of each other: a statement of each."""

from __future__ import annotations

import pytest

from sayso.attribution.mutual import mutual
from sayso.attribution.passages import Passages
from sayso.tagger.spans import Attribution
from sayso.types import Span
from tests.attribution.said import find


def parties(text: str, source: str, cue: str, content: str) -> list[str | None]:
    a = Attribution(find(text, source), (find(text, cue),), (find(text, content),))
    whole = (Span(0, len(text)),)
    return [each.source.of(text) if each.source else None for each in mutual(text, [a], Passages(whole, whole))]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        ("Arla and Brom accused each other of firing first.", "Arla and Brom", "accused each other of", "firing first",
         ["Arla", "Brom"]),
        ("The army and the rebels have blamed each other for the fire.", "The army and the rebels",
         "blamed each other for", "the fire", ["The army", "the rebels"]),
        ("The union and the company traded accusations over who broke the deal.", "The union and the company",
         "traded accusations over", "who broke the deal", ["The union", "the company"]),
        ("Arla and Brom accused each of planning the raid.", "Arla and Brom", "accused each of", "planning the raid",
         ["Arla", "Brom"]),
        ("Arla, the Brom front and Cald accused one another of theft.", "Arla, the Brom front and Cald",
         "accused one another of", "theft", ["Arla", "the Brom front", "Cald"]),
        # together, not of each other
        ("Arla and Brom accused Cald of firing first.", "Arla and Brom", "accused", "Cald of firing first",
         ["Arla and Brom"]),
        ("Arla and Brom said they trusted each other.", "Arla and Brom", "said", "they trusted each other",
         ["Arla and Brom"]),
        # nobody is named by himself
        ("Both sides accused each other of firing first.", "Both sides", "accused each other of", "firing first",
         ["Both sides"]),
        ("Doctors and nurses accused each other of theft.", "Doctors and nurses", "accused each other of", "theft",
         ["Doctors and nurses"]),
    ],
)  # fmt: skip
def test_each_party_has_a_statement(text: str, source: str, cue: str, content: str, expected: list[str]) -> None:
    assert parties(text, source, cue, content) == expected
