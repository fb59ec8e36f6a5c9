"""Witnesses whom a report sets side by side are of one claim, however little their words have in common."""

from __future__ import annotations

import pytest

from sayso.trace import whole
from sayso.trace.claims.assertions import parts
from sayso.trace.claims.side_by_side import compatible
from sayso.trace.types import Claim, Trace
from sayso.types import Reading
from tests.trace.told import BESIDES, Said, reading

GUARD = "the night watchman had opened the sluice of the salt works"
CLERK = "the ledger of the weir keeper shows an order in pencil"
FOOT = "Nobody at the salt works of Lomme could be reached about the sluice."


def wire() -> Reading:
    text = f"LOMME (Orrin) - Milda Krantz said {GUARD}. {FOOT}\n\n{BESIDES[0]}"
    return reading(text, [Said(GUARD, "Milda Krantz")], outlet="Orrin", published="2026-05-01T08:00:00Z")


def paper() -> Reading:
    text = f"Jonas Ekdal said {CLERK}. {FOOT}\n\n{BESIDES[1]}"
    return reading(text, [Said(CLERK, "Jonas Ekdal")], outlet="Kestrel", published="2026-05-02T08:00:00Z")


def round_up(second: str, said: str = "the weir keeper has an order in pencil in his ledger") -> Reading:
    first = "the night watchman opened the sluice"
    text = (
        f"Who let the brine into the river Lomme? A neighbour, Milda Krantz, told Orrin that {first}. "
        f"{second.format(said)}\n\n{FOOT}\n\n{BESIDES[2]}"
    )
    quoted = [Said(first, "Milda Krantz", via=("Orrin",)), Said(said, "Jonas Ekdal", via=("Kestrel",))]
    return reading(text, quoted, outlet="The Sunday Reed", published="2026-05-03T08:00:00Z")


def trace(*readings: Reading) -> Trace:
    return whole.trace(readings, together=True)


def claim_of(made: Trace, read: Reading, statement: str = "s1") -> Claim:
    return next(
        c for c in made.claims if (read.report.id, statement) in {(s.report, s.statement) for s in c.statements}
    )


def test_two_witnesses_side_by_side_are_one_claim_of_two_origins() -> None:
    one, other, both = wire(), paper(), round_up("A clerk, Jonas Ekdal, told Kestrel that {}.")
    made = trace(one, other, both)
    assert claim_of(made, one) is claim_of(made, other)
    assert claim_of(made, one).independent_origins.value == 2
    # The evidence is the round-up: without it they are two claims again.
    made = trace(one, other)
    assert claim_of(made, one) is not claim_of(made, other)


@pytest.mark.parametrize(
    "second",
    [
        "But a clerk, Jonas Ekdal, told Kestrel that {}.",
        "A clerk, Jonas Ekdal, contradicted her and told Kestrel that {}.",
        "Nothing else is known of that night.\n\nA clerk, Jonas Ekdal, told Kestrel that {}.",
        "The mayor has gone on holiday, and the office is shut. A clerk, Jonas Ekdal, told Kestrel that {}.",
    ],
)
def test_what_is_set_against_or_stands_apart_is_another_claim(second: str) -> None:
    one, other = wire(), paper()
    made = trace(one, other, round_up(second))
    assert claim_of(made, one) is not claim_of(made, other)


def test_two_through_one_medium_are_not_set_side_by_side() -> None:
    one, other = wire(), paper()
    made = trace(one, other, round_up("A clerk, Jonas Ekdal, told Orrin that {}."))
    assert claim_of(made, one) is not claim_of(made, other)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        (("84 people", 84.0, "people"), ("86 patients", 86.0, "patients"), True),
        (("84 people", 84.0, "people"), ("12 patients", 12.0, "patients"), False),
        (("84 people", 84.0, "people"), ("12 boats", 12.0, "boats"), True),
    ],
)
def test_figures_far_apart_are_not_of_one_claim(
    ours: tuple[str, float, str], theirs: tuple[str, float, str], same: bool
) -> None:
    made = []
    for number, amount in enumerate((ours, theirs)):
        words = f"they had counted {amount[0]} on the quay by noon"
        text = f"Milda Krantz said {words}.\n\n{BESIDES[number]}"
        read = reading(text, [Said(words, "Milda Krantz", amounts=(amount,))], outlet="Orrin")
        (page,) = whole.pages_of([read])
        made.append(next(parts(page, page.reading.statements[0])))
    assert compatible(*made) is same


def test_a_slip_in_who_said_it_joins_no_two_witnesses() -> None:
    """The round-up gives the clerk's words to the neighbour; the report that it credits shows that they are his."""
    one, other = wire(), paper()
    text = (
        "Who let the brine into the river Lomme? Milda Krantz told Orrin that the night watchman opened the sluice. "
        f"Milda Krantz told Kestrel that the ledger of the weir keeper shows an order in pencil.\n\n{BESIDES[2]}"
    )
    quoted = [
        Said("the night watchman opened the sluice", "Milda Krantz", via=("Orrin",)),
        Said("the ledger of the weir keeper shows an order in pencil", "Milda Krantz", via=("Kestrel",)),
    ]
    slip = reading(text, quoted, outlet="The Sunday Reed", published="2026-05-03T08:00:00Z")
    made = trace(one, other, slip)
    assert claim_of(made, one) is claim_of(made, other)
    assert claim_of(made, one).independent_origins.value == 2


def test_what_the_round_up_was_told_itself_stands_beside_what_others_were_told() -> None:
    """No relay of the sentence before is that of what the report heard for itself."""
    one = wire()
    text = (
        "Who let the brine into the river Lomme? A neighbour, Milda Krantz, told Orrin that the night watchman "
        "opened the sluice. A clerk, Jonas Ekdal, told the Reed that he had read such an order in pencil.\n\n"
        f"The works are shut, Kestrel reported.\n\n{FOOT}\n\n{BESIDES[2]}"
    )
    heard = "he had read such an order in pencil"
    quoted = [
        Said("the night watchman opened the sluice", "Milda Krantz", via=("Orrin",)),
        Said(heard, "Jonas Ekdal", via=("Orrin",)),
    ]
    both = reading(text, quoted, outlet="The Sunday Reed", published="2026-05-03T08:00:00Z")
    made = trace(one, paper(), both)
    claim = claim_of(made, both, "s2")
    assert claim is claim_of(made, one)
    assert claim.independent_origins.value == 2


@pytest.mark.parametrize(
    ("second", "same"),
    [
        ("A clerk, Jonas Ekdal, says much the same as the neighbour: {}, Kestrel reported.", True),
        ("A clerk, Jonas Ekdal, told Kestrel a similar story as the neighbour: {}.", True),
        ("A clerk, Jonas Ekdal, told Kestrel the same as the neighbour: {}.", True),
        ("A clerk, Jonas Ekdal, told Kestrel that on the same day {}.", False),
    ],
)
def test_a_witness_said_to_tell_the_same_is_of_that_claim_farther_down(second: str, same: bool) -> None:
    one, other = wire(), paper()
    said = "the weir keeper has an order in pencil in his ledger"
    text = (
        f"A neighbour, Milda Krantz, told Orrin that the night watchman opened the sluice.\n\nThe mayor has gone.\n\n"
        f"{second.format(said)}\n\n{FOOT}\n\n{BESIDES[2]}"
    )
    quoted = [Said("the night watchman opened the sluice", "Milda Krantz", via=("Orrin",))]
    both = reading(text, quoted, outlet="The Sunday Reed", published="2026-05-03T08:00:00Z")
    made = trace(one, other, both)
    assert (claim_of(made, one) is claim_of(made, other)) is same
    assert claim_of(made, one).independent_origins.value == 1 + same
