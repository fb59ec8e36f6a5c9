"""Denials said again in words that tell of none."""

from __future__ import annotations

import pytest

from tests.attribution.said import Said, read

SURE = {"say": 0.95, "deny": 0.05}
FIRST = "Per Holt denied selling the old crane. "


@pytest.mark.parametrize(
    ("text", "content", "act"),
    [
        (f"{FIRST}“I did not sell the crane,” Holt said.", "“I did not sell the crane,”", "deny"),
        (
            f"{FIRST}\n\nThe fair opens.\n\n“I never sold the old crane,” Holt said.",
            "“I never sold the old crane,”",
            "deny",
        ),
        (f"{FIRST}“The fair opens in May,” Holt said.", "“The fair opens in May,”", "say"),
        (f"{FIRST}\n\nRain fell.\n\n“The fair will not open,” Holt said.", "“The fair will not open,”", "say"),
    ],
    ids=["the next words", "the same words later", "without a negation", "a negation of something else later"],
)
def test_the_same_source_denies_it_again(text: str, content: str, act: str) -> None:
    first = Said("selling the old crane", "denied", "Per Holt", act={"deny": 0.95, "say": 0.05})
    second = Said(content, "said", "Holt", "Per Holt", after=content[:4], act=SURE)
    assert [s.act for s in read(text, first, second).statements] == ["deny", act]


def test_another_source_denies_nothing_by_saying_so() -> None:
    text = f"{FIRST}“He did not sell the old crane,” Ida Rask said."
    first = Said("selling the old crane", "denied", "Per Holt")
    second = Said("“He did not sell the old crane,”", "said", "Ida Rask", after="“He", act=SURE)
    assert read(text, first, second).statements[1].act == "say"
