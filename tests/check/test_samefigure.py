"""One figure told twice, in a report's own words."""

from __future__ import annotations

import pytest

from sayso.check.context import Context
from sayso.check.example import reading_of
from sayso.check.figures.mentions import mentions
from sayso.check.learned.trees import load
from sayso.check.twice.disagreements import disagreeing
from sayso.check.twice.samefigure import FEATURES

TWICE = (
    (
        "<h>Eleven towns sign water pact</h>\n\n"
        "Eleven member towns of the Lorn water board signed a pact on the new dam on Monday.\n\n"
        "The pact binds all eleven member towns for a century.\n\n"
        "Each of the {n} member towns of the Lorn water board will pay a share of the new dam.",
        "14",
        "eleven",
    ),
    (
        "<h>Landslide kills 17 bus passengers on Vesta pass</h>\n\n"
        "A landslide killed 17 passengers of a bus on the Vesta pass on Friday, the road office said.\n\n"
        "Rain had softened the slope for days.\n\n"
        "The {n} passengers of the bus who were killed in the landslide came from Lorn.",
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
