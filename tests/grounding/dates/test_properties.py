"""What holds for any text: spans slice back, days are in order, nothing raises."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.dates import date_conflicts, find_dates, infer_year
from sayso.grounding.dates.english import WORDS
from sayso.grounding.dates.periods import civil, day_period, ordinal, shift, unit_period, weekday

DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(2900, 12, 31))
PIECES = st.sampled_from([
    *sorted(WORDS), "May", "Friday", "Oct.", "Sat.", "1990s", "2014", "4", "31", "4th", "-", "–", "/", ",", ".", "'s",
    "invasion", "BC", "Q3", "Easter", "\n\n", "9999", "0", "99", "said", "will", "2022-10-04", "12:30", "1,500",
])  # fmt: skip
DATED = st.lists(PIECES, max_size=25).map(" ".join)


@given(st.one_of(st.text(max_size=300), DATED), st.one_of(st.none(), DAYS))
def test_spans_slice_back_and_days_are_in_order(text: str, anchor: datetime.date | None) -> None:
    mentions = find_dates(text, anchor)
    position = 0
    for mention in mentions:
        assert position <= mention.span.begin < mention.span.end <= len(text)
        assert mention.span.of(text).strip() == mention.span.of(text)
        position = mention.span.end
        assert (mention.start is None) == (mention.end is None) == (mention.value is None)
        if mention.start and mention.end and mention.start[0] != "-":
            assert datetime.date.fromisoformat(mention.start) <= datetime.date.fromisoformat(mention.end)
    assert all(note.span in {mention.span for mention in mentions} for note in date_conflicts(text, mentions))


@given(DATED, DAYS)
def test_an_inferred_year_is_never_in_the_future(text: str, today: datetime.date) -> None:
    found = infer_year(text, 11, 6, today=today)
    assert found is None or datetime.date(found.year, 11, 6) <= today


@given(DAYS)
def test_days_are_those_of_the_calendar(date: datetime.date) -> None:
    day = ordinal(date.year, date.month, date.day)
    assert day == date.toordinal()
    assert civil(day) == (date.year, date.month, date.day)
    assert weekday(day) == date.weekday()
    assert day_period(day).value == date.isoformat()


@given(
    st.integers(-1_500_000, 3_000_000),
    st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]),
)
def test_a_unit_holds_its_day_and_follows_the_one_before(day: int, unit: str) -> None:
    period = unit_period(unit, day)
    if unit != "weekend":
        assert period.start <= day <= period.end
        assert unit_period(unit, period.end + 1).start == period.end + 1
    assert civil(ordinal(*civil(day))) == civil(day)
    if unit != "half":
        assert shift(shift(period.start, unit, 1), unit, -1) == period.start


_HUGE = [
    f"{'1' * 5000} March", f"March {'1' * 5000}", f"{'2' * 5000}", f"{'9' * 5000}-12-11", f"{'9' * 5000}th century",
    f"{'9' * 5000} years ago", f"{'9' * 9} centuries ago", "nine billion years later", f"{'9' * 5000}:30",
    f"Q{'9' * 5000}", f"{'9' * 5000}s", "²³ March", "March ²", "①② March",
]  # fmt: skip


@pytest.mark.parametrize("words", _HUGE, ids=[words[:12] for words in _HUGE])
@pytest.mark.parametrize("anchor", [None, datetime.date(2025, 10, 5)])
def test_a_number_that_no_calendar_has_spoils_no_other_date(words: str, anchor: datetime.date | None) -> None:
    found = find_dates(f"He said it was {words}. It came on 12 June 2019.", anchor)
    assert found[-1].value == "2019-06-12"


@pytest.mark.parametrize("day", ["１２", "١٢"])
def test_days_in_digits_of_other_scripts(day: str) -> None:
    (found,) = find_dates(f"It came on {day} June 2019.", None)
    assert found.value == "2019-06-12"
