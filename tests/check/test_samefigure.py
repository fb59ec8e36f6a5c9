"""One figure told twice, in a report's own words."""

from __future__ import annotations

import pytest

from sayso.check.context import Context
from sayso.check.example import reading_of
from sayso.check.mentions import mentions
from sayso.check.samefigure import FEATURES, disagreeing
from sayso.check.trees import load

TWICE = (
    (
        "The council's eleven member towns signed the water pact in Lorn on Monday.\n\n"
        "Under the pact, each of the {n} member towns will pay a share of the new dam.\n\n"
        "The dam was planned for years.",
        "14",
        "eleven",
    ),
    (
        "A landslide buried a bus on the Vesta pass on Friday and killed 17 passengers, the road office said.\n\n"
        "Rain had softened the slope for days.\n\nThe {n} passengers who were killed in the landslide came from Lorn.",
        "23",
        "17",
    ),
)


@pytest.mark.parametrize(("text", "wrong", "right"), TWICE, ids=["members", "dead"])
def test_a_changed_figure_is_asked_about_and_the_same_is_not(text, wrong, right):
    assert list(disagreeing(Context(reading_of(text.format(n=wrong)))))
    assert not list(disagreeing(Context(reading_of(text.format(n=right)))))


def test_trees_know_the_features():
    assert load("samefigure").names == FEATURES


@pytest.mark.parametrize(
    ("words", "kind", "head", "value"),
    [
        ("Two Dallas police officers were hurt.", "things", "officer", 2),
        ("It was an 11-nation pact.", "things", "nation", 11),
        ("They waited 40 hours.", "hour", "hour", 40),
        ("It cost $4.5 million.", "money", "money", 4.5e6),
        ("A 17-year-old boy was found.", "age", "boy", 17),
    ],
)
def test_what_a_figure_counts(words, kind, head, value):
    (found,) = mentions(Context(reading_of(words)))
    assert (found.kind, found.head, found.value) == (kind, head, value)
