"""What a notice of a correction takes back: no witness of it, another claim than what it puts in place, and whose."""

from __future__ import annotations

import pytest

from sayso.trace import whole
from sayso.trace.types import Trace
from sayso.types import Reading
from tests.trace.told import BESIDES, Said, reading

NINE = "Fire at the Orrin mill killed nine workers"
SEVEN = "Fire at the Orrin mill killed seven workers"
EARLIER = "An earlier version of this report said that nine workers were killed."


def first(outlet: str = "The Lantern") -> Reading:
    return reading(
        f"{NINE}, police chief Nora Vik said on Monday.\n\n{BESIDES[0]}",
        [Said(NINE, "Nora Vik", amounts=(("nine workers", 9, "workers"),))],
        outlet=outlet,
        published="2031-05-05T08:00:00Z",
        headline="Mill fire kills workers",
    )


def carrier() -> Reading:
    return reading(
        f"{NINE}, police chief Nora Vik told The Lantern, the newspaper reported.\n\n{BESIDES[1]}",
        [Said(NINE, "Nora Vik", via=("The Lantern",))],
        outlet="Kestrel",
        published="2031-05-05T12:00:00Z",
    )


def corrected(notice: str, *said: Said, now: str = SEVEN, outlet: str = "The Lantern") -> Reading:
    """The first report on the next day, with another value and a notice at its foot."""
    return reading(
        f"{now}, police chief Nora Vik said on Tuesday.\n\n{BESIDES[0]}\n\nCorrection: {notice}",
        [Said(now, "Nora Vik", amounts=(("seven workers", 7, "workers"),)), *said],
        outlet=outlet,
        published="2031-05-06T08:00:00Z",
        headline="Mill fire kills workers",
    )


def retold(words: str = "nine workers were killed") -> Said:
    return Said(words, "earlier version of this report", "document", amounts=((words, 9, "workers"),))


def traced(*readings: Reading) -> Trace:
    return whole.trace(readings, together=True)


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        (f"{EARLIER} Police now say that seven were killed.", [retold()]),
        (f"{EARLIER} Seven were killed.", []),
        ("An earlier version of this report misstated how many workers the fire killed. It was seven, not nine.", []),
        ("This story wrongly said that the fire killed 9 workers. It killed 7.", []),
        ("We reported on May 5 that nine workers were killed, but it was seven.", [retold()]),
    ],
)
def test_a_notice_without_a_headline_corrects_the_outlet_s_own_earlier_version(notice: str, said: list[Said]) -> None:
    wrong, right = first(), corrected(notice, *said)
    made = traced(wrong, carrier(), right)
    (correction,) = made.corrections
    assert correction.notice.report == right.report.id
    assert correction.corrects is not None
    assert (correction.corrects.report, correction.corrects.span.of(wrong.report.text)) == (wrong.report.id, NINE)
    assert correction.still_carried_by == (carrier().report.id,)
    claims = {claim.gist: claim for claim in made.claims}
    nine, seven = claims[NINE], claims[SEVEN]
    assert nine.stands == "denied"
    assert {at.report for at in nine.denied_by} == {right.report.id}
    assert (nine.originators, nine.independent_origins.high) == (("Nora Vik",), 1)
    assert (right.report.id, "s1") not in {(at.report, at.statement) for at in nine.statements}
    assert [(at.report, at.statement) for at in seven.statements] == [(right.report.id, "s1")]
    assert seven.stands == "asserted"


def test_a_figure_that_is_only_taken_back_is_no_value_over_time() -> None:
    right = corrected(f"{EARLIER} Seven were killed.", retold())
    (figure,) = traced(first(), carrier(), right).figures
    assert [(value.report, value.value) for value in figure.values] == [
        (first().report.id, 9.0), (right.report.id, 7.0)
    ]  # fmt: skip


def test_what_is_only_taken_back_is_no_claim() -> None:
    alone = corrected(f"{EARLIER} Seven were killed.", retold())
    made = traced(alone)
    assert [claim.gist for claim in made.claims] == [SEVEN]
    assert [(c.corrects, c.still_carried_by) for c in made.corrections] == [(None, ())]


@pytest.mark.parametrize(
    ("notice", "outlet"),
    [
        (f"{EARLIER} Seven were killed.", "Veldt"),  # no earlier report of its own is here
        ("An earlier version of this report said that the mill had nine gates. It has seven.", "The Lantern"),
        ("An earlier version of this report misspelled the name of the chief of police.", "The Lantern"),
    ],
)
def test_what_is_not_here_is_not_corrected(notice: str, outlet: str) -> None:
    (correction,) = traced(first(), corrected(notice, outlet=outlet)).corrections
    assert correction.corrects is None
    assert correction.still_carried_by == ()


def test_who_gives_the_value_put_in_place_carries_nothing_that_was_taken_back() -> None:
    other = reading(
        f"{SEVEN}, police chief Nora Vik told The Lantern, the newspaper reported.\n\n{BESIDES[3]}",
        [Said(SEVEN, "Nora Vik", via=("The Lantern",))],
        outlet="The Quay",
        published="2031-05-06T12:00:00Z",
    )
    right = corrected(f"{EARLIER} Police now say that seven were killed.", retold())
    made = traced(first(), carrier(), right, other)
    assert made.corrections[0].still_carried_by == (carrier().report.id,)
    seven = next(claim for claim in made.claims if claim.gist == SEVEN)
    assert {at.report for at in seven.statements} == {right.report.id, other.report.id}


def test_a_figure_in_the_reporter_s_own_words_is_corrected_where_it_stands() -> None:
    plain = reading(f"{NINE}.\n\n{BESIDES[0]}", outlet="The Lantern", published="2031-05-05T08:00:00Z")
    (correction,) = traced(plain, corrected(f"{EARLIER} Seven were killed.", retold())).corrections
    assert correction.corrects is not None
    assert correction.corrects.span.of(plain.report.text) == f"{NINE}."
