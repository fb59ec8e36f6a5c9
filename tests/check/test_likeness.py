"""Sentences like those that hand on what nobody is given for, in wordings that no pattern has."""

from __future__ import annotations

import pytest

from sayso.check import Config, check
from sayso.check.context import Context
from sayso.check.example import reading_of
from sayso.check.likeness.estimate import KINDS, load
from sayso.pipeline import read
from sayso.settings import MODEL
from sayso.types import Reading

OPENING = (
    "Harbour wall fails in Lorn\n\n"
    "The harbour wall in Lorn gave way on Tuesday evening, and 40 boats were lost, the coast guard said.\n\n"
    "Mayor Ida Brandt told the council that the wall had been due for repair in June.\n\n"
)


def codes(passage: str) -> set[str]:
    made = next(iter(read((OPENING + passage).encode())))
    assert isinstance(made, Reading)
    return {each.code for each in check(made, Config())}


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("code", "passage"),
    [
        ("FAIR307", "Tongues are wagging in every bar of the port about who paid for the engineer's new boat."),
        ("FAIR307", "Nobody in the port doubts, or so one hears, that the engineer had been drinking."),
        ("FAIR304", "None of the figures on the wall's last inspection stood up to independent verification."),
        ("FAIR304", "Nor has the account of a second breach ever been corroborated."),
        ("ATTR207", "“Forty boats and not one life jacket,” ran a comment under the pictures that drew 3,000 likes."),
    ],
)
def test_asked_about_without_a_pattern(code, passage):
    assert code in codes(passage)


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("code", "passage"),
    [
        ("FAIR307", "Harbour master Per Dahl said that he had heard along the quays that the engineer was drunk."),
        ("FAIR304", "The Lorn Gazette could not independently verify the account of a second breach."),
        ("ATTR207", "“Forty boats and not one life jacket,” wrote Tove Lind, who lost hers, on her Facebook page."),
        ("ATTR208", "“Build it again, and build it higher,” Mayor Brandt told the crowd on the quay on Wednesday."),
        (
            "ATTR206",
            "The wall's engineer told the Lorn Gazette in an interview on Sunday that he had warned the council.",
        ),
    ],
)
def test_not_asked_about_where_somebody_is_given(code, passage):
    assert code not in codes(passage)


def test_a_reading_of_another_tagger_is_like_nothing():
    assert Context(reading_of("Word on the quay was that the engineer drank.")).likenesses == ()


def test_the_file_is_of_the_shipped_tagger():
    estimate = load()
    assert estimate.tagger == MODEL
    assert estimate.weights.shape == (len(KINDS), 768)
    assert len(estimate.bars) == len(estimate.bias) == len(KINDS)
