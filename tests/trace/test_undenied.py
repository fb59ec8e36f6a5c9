"""Denials that a copy left out."""

from __future__ import annotations

import pytest

from sayso.trace.whole import trace
from sayso.types import Reading
from tests.trace.told import BESIDES, Said, reading

CLAIM = "the master had been told to wait for the fog to lift but had sailed anyway"
DENIAL = "Bluewater Lines denied this."
WIRE = f"A source at the port said {CLAIM}. {DENIAL}\n\n{BESIDES[0]}\n\n{BESIDES[3]}"


def page(text: str, outlet: str, hour: int) -> Reading:
    said = []
    if CLAIM in text:
        said.append(Said(CLAIM, "A source at the port", "unnamed-person", denied_by=2 if DENIAL in text else None))
    if DENIAL in text:
        said.append(Said("this", "Bluewater Lines", "organization", act="deny"))
    return reading(text, said, outlet=outlet, published=f"2026-03-01T{hour:02}:00:00Z")


@pytest.mark.parametrize(
    ("copy", "dropped"),
    [
        (WIRE.replace(f" {DENIAL}", ""), [DENIAL]),
        (WIRE, []),
        (WIRE.replace(DENIAL, "The operator, Bluewater Lines, rejects the claim."), []),
        (WIRE.replace(f"A source at the port said {CLAIM}. {DENIAL}\n\n", ""), []),
    ],
    ids=["cut", "kept", "in other words", "cut with the claim"],
)
def test_a_denial_that_a_copy_cuts(copy: str, dropped: list[str]) -> None:
    wire, later = page(WIRE, "Orrin", 8), page(copy, "The Quay", 9)
    made = trace([wire, later])
    assert [caveat.earlier.span.of(wire.report.text) for caveat in made.dropped_caveats] == dropped
    assert {caveat.later for caveat in made.dropped_caveats} <= {later.report.id}
