"""The report's own day, the year that a dateline leaves out, and weekdays that do not agree."""

from __future__ import annotations

import datetime

import pytest

from sayso.grounding.dates import anchor_of, date_conflicts, find_dates, infer_year
from sayso.grounding.dates.years import own_weekday
from sayso.types import Credits, Dateline, Report, Span, Timestamp

TODAY = datetime.date(2026, 11, 22)

WIRE = """VARN, Nov 6 (Fenwick Press) – Shelling damaged a dam near Varn, emergency services said on Sunday.

President Volodymyr Zelenskiy said on Friday that talks were possible. Officials will meet after Tuesday's vote."""


def report(text: str, *, published: str | None = None, dateline: bool = True) -> Report:
    end = text.index("–") + 1 if dateline else 0
    return Report(
        id="r", text_sha256="", external_id=None, text=text, url=None, outlet=None, agency=None, language="en",
        genre="news", headline=None, deck=(), byline=(),
        published=Timestamp(published, "day") if published else None, updated=None,
        dateline=Dateline(("VARN",), "Fenwick Press", None, Span(0, end)) if dateline else None,
        credits=Credits(), blocks=(), notes=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke on Sunday after remarks on Friday.", 6),
        ("He spoke on Friday, on Thursday and on Saturday; they will meet on Monday.", 5),
        ("The dam broke." + " It rained." * 80 + " He had left on Monday.", None),
        ("The dam broke." + " It rained." * 80 + " He left on Friday. They met on Sunday. On Sunday he spoke.", 6),
        ("He will speak on Monday.", None),
        ("He spoke on Monday and on Wednesday.", 2),
        ("Nothing is dated here.", None),
    ],
)
def test_own_weekday_is_the_last_of_the_shortest_run(text: str, expected: int | None) -> None:
    assert own_weekday(text) == expected


def test_year_by_weekday_and_office_holder() -> None:
    found = infer_year(WIRE, 11, 6, today=TODAY)
    assert found is not None
    assert found.year == 2022
    assert "Nov 6 a Sunday" in found.because
    assert "President Volodymyr Zelenskiy" in found.because


def test_a_former_president_tells_nothing() -> None:
    text = "Former President Obama spoke on Sunday."
    assert infer_year(text, 11, 6, today=TODAY) is None


def test_year_by_a_weekday_beside_a_date_and_the_office() -> None:
    text = "President Barack Obama spoke on Friday, Nov. 4, at the dam near Varn. Mayor Brandt listened."
    found = infer_year(text, 11, 6, today=TODAY)  # Nov. 4 was a Friday in 2011 and in 2016: two years of one presidency
    assert found is None
    found = infer_year(text + " Prime Minister Theresa May spoke too.", 11, 6, today=TODAY)
    assert found is not None
    assert found.year == 2016


def test_year_by_a_full_date_shortly_before() -> None:
    found = infer_year("The dam broke on October 28, 2019, officials said.", 11, 6, today=TODAY)
    assert found is not None
    assert found.year == 2019


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("He spoke on Wednesday. The court ruled in February 2026 that the mill must close.", 2026),
        ("He spoke on Wednesday. The court ruled in February 2020 that the mill must close.", 2020),
        ("He spoke on Tuesday. The court ruled in February 2026 that the mill must close.", None),
        ("He spoke on Wednesday. The mill was founded in 2021.", None),  # it may be of any Wednesday since
        ("The vote on Wednesday followed a ballot held on 14 March 2026.", 2026),
        ("The vote followed a ballot held on 14 March 2024. The law was passed in 2025.", None),
        ("President Joe Biden spoke on Wednesday. The law was passed in June 2022.", None),
    ],
)
def test_year_by_what_the_text_looks_back_on(text: str, year: int | None) -> None:
    found = infer_year(text, 3, 18, today=TODAY)
    assert (found.year if found else None) == year


def test_what_is_told_rules_out_the_years_before() -> None:
    text = "President Barack Obama spoke on Wednesday, Nov. 16."  # a Wednesday in 2011 and in 2016
    assert infer_year(text, 11, 17, today=TODAY) is None
    found = infer_year(text + " The mill burned in 2014.", 11, 17, today=TODAY)
    assert found is not None
    assert found.year == 2016
    assert infer_year("It recalled the attacks of September 11, 2001, he said.", 9, 20, today=TODAY) is None


def test_undecided_evidence_gives_no_year() -> None:
    assert infer_year("He spoke on Sunday.", 11, 6, today=TODAY) is None
    assert infer_year("He spoke.", 11, 6, today=TODAY) is None


def test_anchor_from_the_dateline_with_an_inferred_year() -> None:
    day, inferred, notes = anchor_of(report(WIRE), today=TODAY)
    assert day == datetime.date(2022, 11, 6)
    assert inferred is not None
    assert "a Sunday" in inferred
    assert notes == ()


def test_anchor_from_the_dateline_with_the_year_of_the_page() -> None:
    day, inferred, _ = anchor_of(report(WIRE, published="2022-11-07"), today=TODAY)
    assert day == datetime.date(2022, 11, 6)
    assert inferred == "the page is dated 2022-11-07"


def test_anchor_from_the_page_alone() -> None:
    assert anchor_of(report("The dam broke.", published="2021-03-04", dateline=False), today=TODAY) == (
        datetime.date(2021, 3, 4), None, (),
    )  # fmt: skip


def test_no_anchor_where_nothing_tells() -> None:
    assert anchor_of(report("The dam broke on Friday.", dateline=False), today=TODAY) == (None, None, ())


def test_a_broken_page_date_is_no_anchor() -> None:
    assert anchor_of(report("The dam broke.", published="soon", dateline=False), today=TODAY)[0] is None


@pytest.mark.parametrize(
    ("text", "anchor", "conflicts"),
    [
        ("It broke on Sunday, Nov 7, 2022.", None, ["Sunday, Nov 7, 2022"]),
        ("It broke on Monday, Nov 7, 2022.", None, []),
        ("It broke on Sunday, Nov. 7.", datetime.date(2022, 11, 10), ["Sunday, Nov. 7"]),
        ("It broke on Sunday, Nov. 6.", datetime.date(2022, 11, 10), []),
        ("It broke on Friday, 5 November 2022.", None, ["Friday, 5 November 2022"]),
    ],
)
def test_conflicts(text: str, anchor: datetime.date | None, conflicts: list[str]) -> None:
    notes = date_conflicts(text, find_dates(text, anchor))
    assert [note.span.of(text) for note in notes if note.span] == conflicts
    assert all(note.code == "date-conflict" and " is a " in note.text for note in notes)
