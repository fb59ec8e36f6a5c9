"""Who is credited, in which words, and which report that is."""

from __future__ import annotations

import pytest

from sayso.trace.types import Trace
from sayso.trace.whole import trace
from sayso.types import Reading
from tests.trace.told import BESIDES, Said, reading


def first() -> Reading:
    return reading(
        f"Milda Krantz said the ring had cracked on Friday.\n\n{BESIDES[0]}",
        [Said("the ring had cracked on Friday", "Milda Krantz")],
        outlet="Orrin News",
        published="2026-03-01T08:00:00Z",
    )


def second(sentence: str, *, outlet: str = "The Quay", published: str = "2026-03-02T08:00:00Z") -> Reading:
    return reading(f"{BESIDES[1]}\n\n{sentence}", outlet=outlet, published=published)


def credited(made: Trace, by: Reading) -> list[tuple[str | None, str]]:
    return [(c.cites.report or c.cites.name, c.span.of(by.report.text)) for c in made.cites if c.report == by.report.id]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ring had cracked days before, Orrin News reported.",
        "The ring had cracked days before, according to Orrin News.",
        "“It cracked on Friday,” Krantz told Orrin.",
        "Orrin, which broke the story, says the ring had cracked.",
        "Orrin has not seen the ring itself.",
        "The ring had cracked days before. – Orrin News",
        "Orrin's report of the crack was read out in parliament.",
    ],
)
def test_a_credit_is_matched_to_the_report_meant(sentence: str) -> None:
    by = second(sentence)
    ((target, words),) = credited(trace([first(), by], together=True), by)
    assert target == first().report.id
    assert words.startswith("Orrin")


@pytest.mark.parametrize(
    "sentence",
    [
        "The ring had cracked on Friday, Krantz told APA.",
        "APA",
        "(With reporting by APA)",
        "Krantz told the Anselm agency.",
    ],
)
def test_an_agency_goes_by_its_initials_and_by_the_word_that_tells_it(sentence: str) -> None:
    agency = reading(first().report.text, outlet="Anselm Press Agency", published="2026-03-01T08:00:00Z")
    by = second(sentence)
    ((target, _),) = credited(trace([agency, by], together=True), by)
    assert target == agency.report.id


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Krantz said the ring had cracked on Friday, according to state media.", "state media"),
        ("A claim that the ring cracked on Friday, circulated by a foreign agency, is idle.", "foreign agency"),
    ],
)
def test_a_medium_that_is_only_described_is_known_by_what_it_had(sentence: str, words: str) -> None:
    here = reading(first().report.text, outlet="State News Bureau", published="2026-03-01T08:00:00Z")
    by = second(sentence)
    assert credited(trace([here, by], together=True), by) == [(here.report.id, words)]


def test_a_described_medium_that_is_not_here_stays_a_description() -> None:
    by = second("Rumours of a shipwreck were spread by foreign media.")
    assert credited(trace([first(), by], together=True), by) == [("foreign media", "foreign media")]


def test_the_state_agency_that_was_named_before_is_no_other() -> None:
    by = second("Orrin News reported the crack. The state agency was first.")
    assert [target for target, _ in credited(trace([first(), by], together=True), by)] == [first().report.id]


def test_an_altered_copy_credits_its_source_under_another_name() -> None:
    told = "The ring of the crane had cracked on Friday, Milda Krantz told Orrin by phone."
    own = f"{BESIDES[0]}\n\n{BESIDES[2]}\n\n{told}"
    wire = reading(own, outlet="Orrin", published="2026-03-01T08:00:00Z")
    copy = reading(own.replace("Orrin", "Origin"), outlet="Spinning Times", published="2026-03-02T08:00:00Z")
    assert credited(trace([wire, copy], together=True), copy) == [(wire.report.id, "Origin")]


@pytest.mark.parametrize(
    "sentence", ["A wind blew from the Orrin hills all day.", "Orrin, the patron of dockers, has a chapel on the pier."]
)
def test_a_name_alone_is_no_credit(sentence: str) -> None:
    by = second(sentence)
    assert credited(trace([first(), by], together=True), by) == []


def test_a_medium_that_is_not_here_is_known_by_how_it_is_introduced() -> None:
    by = second("The trade website CraneLedger reported on Monday that the ring had cracked.")
    later = second("The ring had cracked, CraneLedger reported.", outlet="Veldt", published="2026-03-03T08:00:00Z")
    made = trace([by, later], together=True)
    assert credited(made, by) == [("CraneLedger", "CraneLedger")]
    assert credited(made, later) == [("CraneLedger", "CraneLedger")]


def test_an_outlet_does_not_credit_itself_but_a_correction_its_earlier_report() -> None:
    own = second("The ring had cracked, Orrin News reported.", outlet="Orrin News")
    assert credited(trace([first(), own], together=True), own) == []
    notice = reading(
        "In a story published March 1 about the crane, Orrin News reported that the ring had cracked on Friday.",
        outlet="Orrin News",
        published="2026-03-02",
        headline="CORRECTION: Crane story",
    )
    ((target, _),) = credited(trace([first(), notice], together=True), notice)
    assert target == first().report.id


def test_of_two_reports_the_one_that_was_out_is_meant() -> None:
    update = reading(
        f"Milda Krantz said the ring had cracked in winter.\n\n{BESIDES[2]}",
        outlet="Orrin News",
        published="2026-03-05T08:00:00Z",
    )
    by = second("The ring had cracked days before, Orrin News reported.")
    ((target, _),) = credited(trace([first(), update, by], together=True), by)
    assert target == first().report.id


def test_chains_and_loops_end() -> None:
    a = second("The ring had cracked, Veldt reported.", outlet="Orrin News", published="2026-03-01")
    b = second("The ring had cracked, Orrin News reported.", outlet="Veldt", published="2026-03-01")
    made = trace([a, b], together=True)
    assert {(c.report, c.cites.report) for c in made.cites} == {(a.report.id, b.report.id), (b.report.id, a.report.id)}


def signed(outlet: str | None = None, agency: str = "Highland Wire") -> Reading:
    """A report under an agency's dateline, where nothing else need say whose it is."""
    return reading(
        f"Milda Krantz said the ring had cracked on Friday.\n\n{BESIDES[0]}\n\nKrantz told {agency} so.",
        [Said("the ring had cracked on Friday", "Milda Krantz")],
        outlet=outlet,
        published="2026-03-01",
        signed=agency,
    )


def test_a_report_without_an_outlet_is_that_of_the_agency_of_its_dateline() -> None:
    by = second("The ring had cracked days before, Highland Wire reported.")
    made = trace([signed(), by], together=True)
    assert credited(made, by) == [(signed().report.id, "Highland Wire")]
    assert credited(made, signed()) == []


def test_a_paper_credits_the_agency_under_whose_name_it_carries_a_report() -> None:
    paper, other = signed("The Quay"), signed("Veldt")
    made = trace([paper, other], together=True)
    for each in (paper, other):
        assert {target for target, _ in credited(made, each)} == {"Highland Wire"}


@pytest.mark.parametrize(("here", "meant"), [((), "The Quay"), (("Highland Wire",), "Highland Wire")])
def test_an_agency_s_own_report_is_meant_before_one_that_a_paper_carries(here: tuple[str, ...], meant: str) -> None:
    by = second("The ring had cracked days before, Highland Wire reported.", outlet="Orrin News")
    carried = [signed("The Quay"), *(signed(outlet) for outlet in here)]
    ((target, _),) = credited(trace([*carried, by], together=True), by)
    assert target == next(each.report.id for each in carried if each.report.outlet == meant)
