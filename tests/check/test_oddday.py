"""A weekday that the rest of its report speaks against."""

from __future__ import annotations

import pytest

from sayso.check.context import Context
from sayso.check.days.daystold import FEATURES
from sayso.check.days.oddday import odd_days
from sayso.check.example import reading_of
from sayso.check.learned.trees import load

RULING = (
    '<r published="2022-11-12"><h>Court in Lorn upholds ferry ban</h>\n\n'
    "The highest court in Lorn sided on Friday with the harbour board and upheld the ban on old ferries.\n\n"
    "“This is a good day for the bay,” said Ann Oster, the head of the board.\n\n"
    "{day}’s ruling upholds the ban that a lower court had put in place in spring.\n\n"
    "Piet Dorn, who owns two ferries, said Friday’s ruling was a blow to the islands.</r>"
)
LEAK = (
    '<r published="2022-11-07"><h>Ministry disputes leak on dam</h>\n\n'
    "Officials of the ministry of roads pushed back on Monday against a published report on the Vesta dam.\n\n"
    "The Sentinel, citing engineers, published a report {day} afternoon that said the wall had cracked in spring.\n\n"
    "The minister, Tomas Hale, said late Monday that the story was wrong.\n\n"
    "In a statement on Monday night the owners of the dam said that it was sound.</r>"
)
DEBATE = (
    '<r published="2022-11-08"><h>House of Vesta nears vote on ferry bill</h>\n\n'
    "Leaders of the house in Vesta are planning to call a vote on the ferry bill as early as Tuesday night.\n\n"
    "The house began its debate on the bill {day} evening.\n\n"
    "Leaders of the other party said Tuesday that the time for talk was over.\n\n"
    "Tomas Hale had voted against the bill in the senate on Monday night.</r>"
)
TWICE = ((RULING, "Thursday", "Friday"), (LEAK, "Tuesday", "Monday"), (DEBATE, "Wednesday", "Tuesday"))


@pytest.mark.parametrize(("text", "wrong", "right"), TWICE, ids=["ruling", "report", "debate"])
def test_a_moved_day_is_asked_about_and_the_right_one_is_not(text, wrong, right):
    assert list(odd_days(Context(reading_of(text.format(day=wrong)))))
    assert not list(odd_days(Context(reading_of(text.format(day=right)))))


def test_trees_know_the_features():
    assert load("oddday").names == FEATURES


@pytest.mark.parametrize(
    "last",
    [
        "The board will meet again on Thursday to draw up a new list of ferries.",
        "The interview aired on Sunday; it was recorded on Saturday.",
        "The decision follows a Tuesday ruling in Carrow that let two ferries sail.",
        "A second ruling, on Thursday, had left the fines in place.",
    ],
)
def test_days_of_other_things_are_left(last):
    assert not list(odd_days(Context(reading_of(RULING.format(day="Friday").replace("</r>", f"\n\n{last}</r>")))))
