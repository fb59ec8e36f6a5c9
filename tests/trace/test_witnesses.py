"""Claims brought together where the clauses themselves have little in common, and claims kept apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from sayso.trace import whole
from sayso.trace.claims import joining
from sayso.trace.claims.assertions import Assertion, parts
from sayso.trace.claims.senses import WIDTH, Senses
from sayso.trace.types import Claim, Trace
from sayso.types import Reading
from tests.trace.told import BESIDES, Said, reading

WIRE = "the night watchman had opened the sluice and let the brine run into the river"
NEIGHBOUR = "the sluice stood open that night and the guard watched the brine go"
CLERK = "the books of the salt works had not been audited for six years"


def told(number: int, outlet: str, said: Said, before: str = "", after: str = "") -> Reading:
    text = f"{before}{said.source} said {said.words}.{after}\n\n{BESIDES[number]}"
    return reading(text, [said], outlet=outlet, published=f"2026-05-0{number + 1}T08:00:00Z")


def trace(*readings: Reading) -> Trace:
    return whole.trace(readings, together=True)


def claim_with(made: Trace, read: Reading, statement: str = "s1") -> Claim:
    at = (read.report.id, statement)
    return next(c for c in made.claims if at in {(s.report, s.statement) for s in c.statements})


def test_two_witnesses_in_other_words_are_one_claim_of_two_origins() -> None:
    wire = told(0, "Orrin", Said(WIRE, "Milda Krantz"), "The river Lomme stank of brine on Monday. ")
    other = told(1, "Kestrel", Said(NEIGHBOUR, "Jonas Ekdal"), "Dead eels lay on the banks of the Lomme river. ")
    claim = claim_with(trace(wire, other), wire)
    assert {s.report for s in claim.statements} == {wire.report.id, other.report.id}
    assert (claim.independent_origins.low, claim.independent_origins.value) == (2, 2)
    assert claim.witness_families == 2


@pytest.mark.parametrize(
    "apart",
    [
        CLERK,
        "the night watchman had asked for a rise in his wages",
        "the sluice never stood open that night and no brine went through it",
    ],
)
def test_another_matter_of_the_same_people_is_another_claim(apart: str) -> None:
    wire = told(0, "Orrin", Said(WIRE, "Milda Krantz"), "The river Lomme stank of brine on Monday. ")
    other = told(1, "Kestrel", Said(apart, "Jonas Ekdal"), "Dead eels lay on the banks of the Lomme river. ")
    made = trace(wire, other)
    assert claim_with(made, wire) is not claim_with(made, other)


@pytest.mark.parametrize(("near", "same"), [(True, True), (False, False)])
def test_two_sources_words_are_one_claim_only_where_they_mean_alike(
    near: bool, same: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vectors(made: Sequence[Assertion]) -> Senses:
        found = np.zeros((len(made), WIDTH), np.int8)
        found[range(len(made)), [0 if near else n for n in range(len(made))]] = 125
        found[:, WIDTH - 1] = 125  # two that differ are near by a half of what two alike are
        return found

    monkeypatch.setattr(joining, "senses", vectors)
    wire = told(0, "Orrin", Said(WIRE, "Milda Krantz"))
    other = told(1, "Kestrel", Said("the night watchman let the brine into the river by the sluice", "Jonas Ekdal"))
    made = trace(wire, other)
    assert (claim_with(made, wire) is claim_with(made, other)) is same


def test_what_is_credited_to_a_report_is_what_that_report_says() -> None:
    wire = told(0, "Orrin", Said(WIRE, "Milda Krantz"), "The river Lomme stank of brine on Monday. ")
    words = "the sluice was open and brine reached the Lomme"
    text = f"According to Orrin, {words}.\n\n{BESIDES[1]}"
    said = Said(words, "Orrin", "organization", via=())
    other = reading(text, [said], outlet="Kestrel", published="2026-05-02T08:00:00Z")
    claim = claim_with(trace(wire, other), wire)
    assert {s.report for s in claim.statements} == {wire.report.id, other.report.id}
    assert claim.independent_origins.value == 1
    assert claim.because[-1].reason == "Kestrel has it from Orrin"


def test_a_headline_and_the_report_below_it_are_one_origin() -> None:
    lead = "the night watchman had opened the sluice of the salt works"
    said = [
        Said("night watchman opened sluice of salt works", "Officials", "unnamed-group"),
        Said(lead, "Milda Krantz"),
    ]
    one = reading(
        f"Milda Krantz, the mayor, said {lead}.\n\n{BESIDES[0]}",
        said,
        outlet="Orrin",
        published="2026-05-01",
        headline="Officials: night watchman opened sluice of salt works",
    )
    claim = claim_with(trace(one), one, "s2")
    assert len(claim.statements) == 2
    assert claim.independent_origins.value == 1
    assert "a headline and the report below it" in {join.reason for join in claim.because}


@pytest.mark.parametrize(("title", "origins"), [("board director", 1), ("former board director", 2)])
def test_the_head_of_the_only_board_speaks_for_it(title: str, origins: int) -> None:
    body = Said(WIRE, "River Safety Board", "organization")
    person = Said("No fish is left", "Petra Lind", title=title)
    text = f"River Safety Board said {WIRE}. No fish is left, {title} Petra Lind said.\n\n{BESIDES[0]}"
    one = reading(text, [body, person], outlet="Orrin", published="2026-05-01")
    other = told(
        1, "Kestrel", Said("the watchman had opened the sluice and let the brine run into the river", "Petra Lind")
    )
    assert claim_with(trace(one, other), other).independent_origins.value == origins


@pytest.mark.parametrize(
    ("words", "negative"),
    [
        ("the sluice was open that night", False),
        ("nobody opened it and nobody closed it", True),
        ("the sluice was not opened without a warning", False),
        ("the tale of the open sluice is an invention", True),
        ("the story about the sluice is not a lie", True),
        ("the guard denies that the sluice was open", True),
        ("nobody denies that the sluice was open", False),
        ("the sluice opened when a pump failed", False),
        ("the guard failed to close the sluice", True),
        ("the guard did not fail to close the sluice", False),
        ("no fewer than 45 fish traps were lost", False),
        ("it took five minutes and no more", False),
        ("the gate was not of oak but of a painted iron", False),
        ("the men of lock No. 2 had opened the sluice", False),
        ("not only the sluice was open", False),
        ("the sluice was not open, and no more brine came", True),
        ("no traps were lost", True),
    ],
)
def test_whether_it_says_that_something_is_not_so(words: str, negative: bool) -> None:
    one = told(0, "Orrin", Said(words, "Milda Krantz"))
    (page,) = whole.pages_of([one])
    (part,) = parts(page, one.statements[0])
    assert part.negative is negative


def test_an_ordinal_is_its_number() -> None:
    one = told(0, "Orrin", Said("the letter reached us on the sixth of May", "Milda Krantz"))
    other = told(1, "Kestrel", Said("a letter came on May 6 from the salt works", "Jonas Ekdal"))
    a, b = (next(parts(page, page.reading.statements[0])) for page in whole.pages_of([one, other]))
    assert "6" in {word for _, word in a.words}
    assert a.marked & b.marked


def quoting(quotation: str) -> Reading:
    words = "the siren had begun to howl an hour after the smell of brine had woken her"
    text = f"Milda Krantz said {words}. {quotation} Krantz told neighbours.\n\n{BESIDES[0]}"
    said = [Said(words, "Milda Krantz"), Said(quotation, "Milda Krantz")]
    return reading(text, said, outlet="Orrin", published="2026-05-01T08:00:00Z")


@pytest.mark.parametrize(
    ("quotation", "one"),
    [
        ("“The smell of brine woke me first and the siren began a whole hour later,”", True),
        ("“My husband has worked at the mill since he was a boy of fourteen,”", False),
    ],
)
def test_a_quotation_that_says_it_again_is_of_one_claim(quotation: str, one: bool) -> None:
    read = quoting(quotation)
    made = trace(read)
    assert (claim_with(made, read) is claim_with(made, read, "s2")) is one
    assert claim_with(made, read).independent_origins.value == 1


def test_a_headline_alone_is_not_joined_to_another_witness() -> None:
    """What stands around a clause tells what it is about; around a headline stands nothing."""
    wire = told(0, "Orrin", Said(WIRE, "Milda Krantz"), "The river Lomme stank of brine on Monday. ")
    text = f"Jonas Ekdal spoke in the market hall on Tuesday, and many came.\n\n{BESIDES[1]}"
    top = reading(text, [Said(NEIGHBOUR, "Jonas Ekdal")], outlet="Kestrel", published="2026-05-02", headline=NEIGHBOUR)
    made = trace(wire, top)
    assert claim_with(made, wire) is not claim_with(made, top)
