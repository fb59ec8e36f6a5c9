"""Short quotations of one speaker's in which the one telling word differs."""

from __future__ import annotations

import pytest

from sayso.trace.whole import compare
from tests.trace.told import Said, reading

TAIL = "“And it is not over.”"


def _changes(one: str, other: str, quote: str, theirs: str, speakers: tuple[str, str]) -> list[str]:
    first = reading(one, [Said(quote, speakers[0])], outlet="Orrin")
    second = reading(other, [Said(theirs, speakers[1])], outlet="The Quay")
    return [change.change for quotation in compare(first, second).quotations for change in quotation.changes]


FRAMES = [
    pytest.param("{} said Petra Malkovic on Tuesday.", "{} Petra Malkovic said on Tuesday.", True, id="the day"),
    pytest.param(f"{{}} Petra Malkovic said. {TAIL}", f"{{}} Malkovic told reporters. {TAIL}", True, id="what follows"),
    pytest.param(
        "{} shouted Petra Malkovic from the gallery.", "{} Malkovic shouted from the gallery.", True, id="sentence"
    ),
    pytest.param("{} Petra Malkovic said.", "{} Malkovic told reporters.", False, id="nothing else"),
    pytest.param("{} Petra Malkovic said on Tuesday.", "{} Malkovic said on Friday.", False, id="another day"),
]


@pytest.mark.parametrize(("one", "other", "told"), FRAMES)
def test_one_word_of_a_short_quotation_differs(one: str, other: str, told: bool) -> None:
    a, b = "“It is a scandal,”", "“It’s a disgrace,”"
    speakers = ("Petra Malkovic", "Malkovic" if "Petra" not in other else "Petra Malkovic")
    assert _changes(one.format(a), other.format(b), a, b, speakers) == (["substitution"] if told else [])


@pytest.mark.parametrize(
    ("a", "b", "speaker", "more"),
    [
        ("“It is a scandal,”", "“We will be there,”", "Petra Malkovic", ""),
        ("“It is a scandal,”", "“It is a disgrace,”", "Jonas Ekdal", ""),
        ("“It is a scandal,”", "“It is a disgrace,”", "Petra Malkovic", " “It is a scandal,” she added."),
    ],
    ids=["other words", "another speaker", "both are quoted"],
)
def test_two_utterances_stay_two(a: str, b: str, speaker: str, more: str) -> None:
    one, other = f"{a} said Petra Malkovic on Tuesday.", f"{b} {speaker} said on Tuesday.{more}"
    assert "substitution" not in _changes(one, other, a, b, ("Petra Malkovic", speaker))
