"""One quantity over time."""

from __future__ import annotations

import pytest

from sayso.trace.figures import disagreeing
from sayso.trace.whole import trace
from sayso.types import Reading
from tests.trace.told import BESIDES, Said, reading


def told(number: str, value: float, hour: int, source: str) -> Reading:
    words = f"{number} dockers were killed when the northern crane collapsed onto the grain carrier"
    return reading(
        f"{source} said {words}.\n\n{BESIDES[hour % len(BESIDES)]}",
        [Said(words, source, amounts=((number, value, "people"),))],
        outlet=f"Outlet {hour}",
        published=f"2026-03-01T{hour:02}:00:00Z",
    )


def test_a_number_that_rises_is_one_figure_with_its_values_in_order() -> None:
    readings = [told("eleven", 11, 12, "Jonas Ekdal"), told("nine", 9, 8, "Milda Krantz")]
    (figure,) = trace(readings, together=True).figures
    assert figure.what.startswith("people: nine dockers")
    assert [(value.value, value.at) for value in figure.values] == [
        (9, "2026-03-01T08:00:00Z"),
        (11, "2026-03-01T12:00:00Z"),
    ]
    by_id = {each.report.id: each.report.text for each in readings}
    assert [value.span.of(by_id[value.report]) for value in figure.values] == ["nine", "eleven"]


def test_another_value_is_no_other_claim_and_no_other_origin_of_one_source() -> None:
    made = trace([told("nine", 9, 8, "Milda Krantz"), told("eleven", 11, 12, "Krantz")], together=True)
    (claim,) = made.claims
    assert len(claim.statements) == 2
    assert claim.independent_origins.value == 1


def test_one_report_alone_makes_no_figure() -> None:
    assert trace([told("nine", 9, 8, "Milda Krantz")]).figures == ()


@pytest.mark.parametrize(
    ("values", "told_apart"),
    [((9, 11), [{9, 11}]), ((9, 9), [])],
    ids=["another value", "the same value"],
)
def test_a_claim_knows_the_figures_on_which_its_tellers_disagree(
    values: tuple[int, int], told_apart: list[set[int]]
) -> None:
    words = {9: "nine", 11: "eleven"}
    one, other = values
    made = trace([told(words[one], one, 8, "Milda Krantz"), told(words[other], other, 12, "Krantz")], together=True)
    (claim,) = made.claims
    assert [{value.value for value in group} for group in disagreeing(made.figures, claim)] == told_apart
