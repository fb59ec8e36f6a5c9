"""Grouping into stories."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.trace.fingerprints import fingerprint
from sayso.trace.stories import stories
from tests.trace import desk

CRANE = [
    desk.report(desk.INDEPENDENT, "families", "Tern Echo", "2031-06-11", headline="At the gate of quay 9"),
    desk.report(desk.WIRE, "wire", "Orrin", "2031-06-10", headline="Crane kills three"),
    desk.report(desk.BACK_TRANSLATED, "back", "Buzzer", "2031-06-10T12:00:00Z", headline="Three labourers dead"),
]
POOL = desk.report(desk.UNRELATED, "pool", "Tern Echo", "2031-06-10", headline="Council closes pool")


def test_one_event_is_one_story_in_order_of_time() -> None:
    found = stories([fingerprint(report) for report in (POOL, *CRANE)])
    assert [story.reports for story in found] == [("pool",), ("wire", "back", "families")]
    assert found[0].title == "Council closes pool"
    assert found[1].title in {report.headline for report in CRANE}


def test_the_same_again_months_later_is_another_story() -> None:
    later = desk.report(desk.INDEPENDENT, "later", "Tern Echo", "2031-10-01")
    found = stories([fingerprint(report) for report in (*CRANE, later)])
    assert [story.reports for story in found] == [("wire", "back", "families"), ("later",)]


def test_without_dates_content_decides() -> None:
    made = [desk.report(text, str(n)) for n, text in enumerate((desk.WIRE, desk.UNRELATED, desk.BACK_TRANSLATED))]
    assert [story.reports for story in stories([fingerprint(report) for report in made])] == [("0", "2"), ("1",)]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([desk.WIRE, desk.UNRELATED, "", "One word"]), max_size=6))
def test_every_report_in_one_story_whatever_the_order(texts: list[str]) -> None:
    prints = [fingerprint(desk.report(text, str(n), published="2031-06-10")) for n, text in enumerate(texts)]
    found = stories(prints)
    assert sorted(report for story in found for report in story.reports) == sorted(each.report for each in prints)
    assert stories(prints[::-1]) == found
