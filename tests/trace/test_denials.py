"""Who denies a claim: what follows and shares its matter, what only points at it, and what a correction takes back."""

from __future__ import annotations

import pytest

from sayso.trace import whole
from sayso.trace.types import Claim
from sayso.types import Reading
from tests.trace.told import BESIDES, Said, reading

CLAIM = "the mill had poured dye into the canal for a month"


def claim_of(*readings: Reading) -> Claim:
    made = whole.trace(readings, together=True)
    at = (readings[0].report.id, "s1")
    return next(c for c in made.claims if at in {(s.report, s.statement) for s in c.statements})


def answered(words: str, between: str = "") -> Claim:
    """The claim where another source denies ``words`` in the next paragraph, or one further on."""
    text = f"Milda Krantz said {CLAIM}.{between}\n\nThe owner, Jonas Ekdal, denied {words}.\n\n{BESIDES[0]}"
    said = [Said(CLAIM, "Milda Krantz"), Said(words, "Jonas Ekdal", act="deny")]
    return claim_of(reading(text, said, outlet="Orrin", published="2026-05-01"))


@pytest.mark.parametrize(
    ("words", "between", "stands"),
    [
        ("the allegations", "", "denied"),
        ("that", "", "denied"),
        ("the allegations", "\n\nIt rained all day.", "asserted"),
        ("that dye had run into the canal", "\n\nIt rained all day.", "denied"),
        ("having asked for lower wages", "", "asserted"),
    ],
)
def test_what_a_denial_answers(words: str, between: str, stands: str) -> None:
    claim = answered(words, between)
    assert claim.stands == stands
    assert bool(claim.denied_by) == (stands == "denied")


@pytest.mark.parametrize("on", ["the statement", "the relay"])
def test_a_denial_of_the_statement_that_hands_one_on_counts_for_it(on: str) -> None:
    text = f"{CLAIM}, Milda Krantz said, Orrin News reported.\n\nThe owner, Jonas Ekdal, denied that this was so."
    said = [
        Said(CLAIM, "Milda Krantz", within=2, denied_by=3 if on == "the statement" else None),
        Said(f"{CLAIM}, Milda Krantz said", "Orrin News", denied_by=3 if on == "the relay" else None),
        Said("that this was so", "Jonas Ekdal", act="deny"),
    ]
    claim = claim_of(reading(f"{text}\n\n{BESIDES[0]}", said, outlet="Veldt", published="2026-05-01"))
    assert [at.statement for at in claim.denied_by] == ["s3"]
    assert claim.stands == "denied"


def test_what_a_correction_takes_back_is_denied() -> None:
    first = reading(
        f"Milda Krantz said {CLAIM}.\n\n{BESIDES[0]}",
        [Said(CLAIM, "Milda Krantz")],
        outlet="Orrin",
        published="2026-05-01T08:00:00Z",
    )
    words = "the mill had poured dye into the canal for a month"
    notice = reading(
        f"In a story published May 1, Orrin reported erroneously that {words}. Orrin withdraws that statement.",
        [Said(words, "Orrin", "organization")],
        outlet="Orrin",
        published="2026-05-02T08:00:00Z",
        headline="CORRECTION: Dye story",
    )
    claim = claim_of(first, notice)
    assert claim.stands == "denied"
    assert [at.report for at in claim.denied_by] == [notice.report.id]
