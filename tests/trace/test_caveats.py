"""Caveats that were left out by those who carry the matter."""

from __future__ import annotations

import pytest

from sayso.trace.types import Trace
from sayso.trace.whole import trace
from sayso.types import Reading
from tests.trace.told import BESIDES, reading

MATTER = "A letter of March 4 warned the port that the slewing ring of the northern crane had cracked."
CAVEAT = "Orrin could not independently verify the letter."
WIRE = f"{MATTER} {CAVEAT}\n\n{BESIDES[0]}\n\n{BESIDES[3]}"


def page(text: str, outlet: str, hour: int) -> Reading:
    return reading(text, outlet=outlet, published=f"2026-03-01T{hour:02}:00:00Z")


def dropped(made: Trace, *readings: Reading) -> list[tuple[str, str]]:
    by_id = {each.report.id: each.report for each in readings}
    return [
        (by_id[c.earlier.report].text[c.earlier.span.begin : c.earlier.span.end], by_id[c.later].outlet or "")
        for c in made.dropped_caveats
    ]


def test_a_copy_that_drops_the_sentence() -> None:
    wire, copy = page(WIRE, "Orrin", 8), page(WIRE.replace(f" {CAVEAT}", ""), "The Quay", 9)
    assert dropped(trace([wire, copy]), wire, copy) == [(CAVEAT, "The Quay")]


def test_a_whole_copy_drops_nothing() -> None:
    wire, copy = page(WIRE, "Orrin", 8), page(WIRE, "The Quay", 9)
    assert trace([wire, copy]).dropped_caveats == ()


def test_a_copy_that_has_the_caveat_in_other_words_drops_nothing() -> None:
    kept = WIRE.replace(CAVEAT, "It was not possible to verify the letter independently.")
    wire, copy = page(WIRE, "Orrin", 8), page(kept, "The Quay", 9)
    assert trace([wire, copy]).dropped_caveats == ()


def test_a_cut_that_leaves_the_matter_out_as_well_drops_nothing() -> None:
    wire, copy = page(WIRE, "Orrin", 8), page(f"{BESIDES[0]}\n\n{BESIDES[3]}", "The Quay", 9)
    assert trace([wire, copy]).dropped_caveats == ()


def test_a_hedge_taken_out_of_a_sentence() -> None:
    hedged = WIRE.replace("had cracked.", "had possibly cracked.").replace(f" {CAVEAT}", "")
    wire, copy = page(hedged, "Orrin", 8), page(hedged.replace("possibly ", ""), "The Quay", 9)
    assert dropped(trace([wire, copy]), wire, copy) == [("possibly", "The Quay")]


@pytest.mark.parametrize(
    ("rewrite", "expected"),
    [
        ("The port was warned by letter on March 4 of a cracked slewing ring, Orrin reported.", [(CAVEAT, "The Quay")]),
        ("The port was warned by letter on March 4 of a cracked slewing ring, Orrin reported, though the letter could "
         "not be verified.", []),
        ("Nine helmets stood before the hall, Orrin reported.", []),
    ],
)  # fmt: skip
def test_a_rewrite_that_credits(rewrite: str, expected: list[tuple[str, str]]) -> None:
    wire, later = page(WIRE, "Orrin", 8), page(f"{rewrite}\n\n{BESIDES[1]}", "The Quay", 9)
    assert dropped(trace([wire, later]), wire, later) == expected


@pytest.mark.parametrize(
    "caveat",
    [
        "Orrin had no way of checking the letter.",
        "The writer did not produce the letter.",
        "The date of the letter has not been established.",
        "The numbers in the letter are only preliminary.",
        "Reporters were kept away from the crane.",
    ],
)
def test_doubt_in_other_words(caveat: str) -> None:
    wire = page(WIRE.replace(CAVEAT, caveat), "Orrin", 8)
    copy = page(WIRE.replace(f" {CAVEAT}", ""), "The Quay", 9)
    assert dropped(trace([wire, copy]), wire, copy) == [(caveat, "The Quay")]
