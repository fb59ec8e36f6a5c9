"""Sentences and the amounts in them; the sentences are made up."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.grounding.amounts import conversions, find_amounts
from sayso.grounding.amounts.numerals import LARGEST
from sayso.types import Span

# text | words of the amount | value, low, high, approximate, unit
CASES = [
    ("The loan is worth $400 million.", "$400 million", (4e8, None, None, False, "USD")),
    ("a deal of $4.5 bln was signed", "$4.5 bln", (4.5e9, None, None, False, "USD")),
    ("It cost €3m to mend.", "€3m", (3e6, None, None, False, "EUR")),
    ("They asked for A$2.5 million more.", "A$2.5 million", (2.5e6, None, None, False, "AUD")),
    ("Outlay rose to Rs 20 lakh crore.", "Rs 20 lakh crore", (2e13, None, None, False, "INR")),
    ("The loan is worth $\n400 million.", "$\n400 million", (4e8, None, None, False, "USD")),
    ("A stamp costs 50p.", "50p", (0.5, None, None, False, "GBP")),
    ("He paid three dollars and 50 cents.", "three dollars and 50 cents", (3.5, None, None, False, "USD")),
    ("It sold 30 billion roubles of bonds.", "30 billion roubles", (3e10, None, None, False, "RUB")),
    ("Aid of more than $18.2 billion came.", "more than $18.2 billion", (None, 1.82e10, None, False, "USD")),
    ("The plan costs $3-4 million.", "$3-4 million", (None, 3e6, 4e6, False, "USD")),
    ("It killed 14 people.", "14 people", (14, None, None, False, "people")),
    ("It wounded at least 200 soldiers.", "at least 200 soldiers", (None, 200, None, False, "soldiers")),
    ("He met two police officers.", "two police officers", (2, None, None, False, "police officers")),
    ("They want 50 or more tents.", "50 or more tents", (None, 50, None, False, "tents")),
    ("Up to 700 homes burned.", "Up to 700 homes", (None, None, 700, False, "homes")),
    ("Some 400 villagers left.", "Some 400 villagers", (400, None, None, True, "villagers")),
    ("Nearly 2,000 homes burned.", "Nearly 2,000 homes", (2000, None, None, True, "homes")),
    ("Dozens of people queued.", "Dozens of people", (None, 24, None, True, "people")),
    ("Tens of thousands marched.", "Tens of thousands", (None, 20_000, None, True, None)),
    ("Several hundred men waited.", "Several hundred men", (None, 200, None, True, "men")),
    ("A dozen ferries sank.", "A dozen ferries", (12, None, None, False, "ferries")),
    ("Half a million refugees came.", "Half a million refugees", (5e5, None, None, False, "refugees")),
    ("Turnout fell 3.5 percentage points.", "3.5 percentage points", (3.5, None, None, False, "percentage point")),
    ("Between 5 and 7 percent agreed.", "Between 5 and 7 percent", (None, 5, 7, False, "percent")),
    ("10 to 15 people were hurt", "10 to 15 people", (None, 10, 15, False, "people")),
    ("We lost 3-4 million.", "3-4 million", (None, 3e6, 4e6, False, None)),
    ("more than 10 but fewer than 20 tanks", "more than 10 but fewer than 20 tanks", (None, 10, 20, False, "tanks")),
    ("Two or three days passed.", "Two or three days", (None, 2, 3, True, "day")),
    ("Roughly a third of voters stayed home.", "Roughly a third", (pytest.approx(1 / 3), None, None, True, "share")),
    ("Two-thirds agreed.", "Two-thirds", (pytest.approx(2 / 3), None, None, False, "share")),
    ("One in five adults smokes.", "One in five", (0.2, None, None, False, "share")),
    ("It lies 15 km away.", "15 km", (15, None, None, False, "km")),
    ("It was 40 degrees Celsius.", "40 degrees Celsius", (40, None, None, False, "°C")),
    ("a 45-acre farm", "45-acre", (45, None, None, False, "acre")),
    ("Winds hit 100km/h.", "100km/h", (100, None, None, False, "km/h")),
    ("Ina Wells, 43, said so.", "43", (43, None, None, False, "year")),
    ("the 43-year-old baker", "43-year-old", (43, None, None, False, "year")),
    ("twenty-three ships left", "twenty-three ships", (23, None, None, False, "ships")),
    ("He is 5 feet 2 inches tall.", "5 feet 2 inches", (pytest.approx(5 + 2 / 12), None, None, False, "ft")),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES, ids=[c[1] for c in CASES])
def test_the_one_amount(text: str, words: str, expected: tuple[object, ...]) -> None:
    (mention,) = find_amounts(text)
    a = mention.amount
    assert mention.span.of(text) == words
    assert (a.value, a.low, a.high, a.approximate, a.unit) == expected


NO_AMOUNTS = [
    "The war began in 2019 and ended in 2021.",
    "It happened on Oct. 4 and again on 5 November 2022.",
    "The train left at 10:30 and arrived at 4 p.m.",
    "Harbor United lost 3-2 at home.",
    "They drove a T-72 past a Boeing 737 under Article 5 of the pact.",
    "Covid-19 was on the agenda of the G-7.",
    "Call 555-0199 or see version 3.0.1 of the manual.",
    "He came 5th, she came second.",
    "The two said that one of them had left.",
    "She lives at 1935 Orchard Street.",
    "Read chapter 3 at https://example.org/a/2000?b=30%25",
    "Three days ago nobody knew.",
    "a two-faced answer",
]


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_no_amount(text: str) -> None:
    assert [m.span.of(text) for m in find_amounts(text)] == []


def test_a_change_is_two_amounts() -> None:
    text = "Support rose from 10 percent to 12 percent."
    assert [m.amount.value for m in find_amounts(text)] == [10, 12]


def test_skipped_spans_hold_no_amounts() -> None:
    text = "In 12 days, 14 people died."
    assert [m.span.of(text) for m in find_amounts(text, skip=[Span(0, 10)])] == ["14 people"]


CONVERSIONS = [
    ("about 15 km (10 mile) off", True),
    ("15 km (25 miles) off", False),
    ("100 miles (160 km) off", True),
    ("100 miles (60 km) off", False),
    ("30 degrees Celsius (86 degrees Fahrenheit)", True),
    ("30 degrees Celsius (68 degrees Fahrenheit)", False),
    ("20 kg (44 pounds) of rice", True),
]


@pytest.mark.parametrize(("text", "consistent"), CONVERSIONS)
def test_conversion(text: str, consistent: bool) -> None:
    (conversion,) = conversions(find_amounts(text), text)
    assert conversion.consistent is consistent


def test_a_list_is_no_conversion() -> None:
    text = "15 km of road and 10 miles of track"
    assert conversions(find_amounts(text), text) == ()


_PIECES = st.sampled_from(
    [
        "$",
        "€",
        "US$",
        "5",
        "2019",
        "1,000",
        "3.5",
        "half",
        "a",
        "million",
        "m",
        "bn",
        "dozen",
        "dozens",
        "of",
        "people",
        "and",
        "to",
        "-",
        "–",
        "percent",
        "%",
        "between",
        "some",
        "km",
        "(",
        ")",
        "one",
        "in",
        "two",
        "thirds",
        "²",
        "٣",
        ".",
        ",",
        "Oct.",
        "th",
        "½",
        "1/4",
        "degrees",
        "C",
        "hundred",
        "minus",
        "point",
        "/",
        "'",
        "more+than",
        "or+more",
        "+",
        "\n",
    ]
).map(lambda piece: piece.replace("+", " "))


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=14).map(" ".join), st.lists(_PIECES).map("".join)))
def test_spans_slice_back_in_order(text: str) -> None:
    end = 0
    for mention in find_amounts(text):
        assert end <= mention.span.begin < mention.span.end <= len(text)
        end = mention.span.end
        a = mention.amount
        assert any(v is not None for v in (a.value, a.low, a.high))
        assert a.low is None or a.high is None or a.low < a.high
    conversions(find_amounts(text), text)


#: What no float, or no integer read from text, can hold; and words that would go on for ever.
_HUGE = [
    f"{'9' * 400} people", f"{'999,' * 200}999 people", f"{'9' * 305} billion people", f"${'9' * 400}",
    f"minus {'9' * 400} degrees", f"1/{'9' * 5000}", f"{'9' * 5000}/4", f"3 of {'9' * 400} people",
    f"one in {'9' * 400}", f"{'9' * 400} to {'9' * 401} tonnes", "one " + "billion " * 60,
    "dozens " + "of millions " * 60,
    "1" * 31 + " people", "minus " * 3000 + "and",
]  # fmt: skip


@pytest.mark.parametrize("words", _HUGE, ids=[words[:12] for words in _HUGE])
def test_a_number_that_nothing_counts_is_no_amount(words: str) -> None:
    assert all(abs(value) <= LARGEST for value in _values(f"He said {words} died."))
    assert 14 in _values(f"He said {words} died. It killed 14 people.")


def _values(text: str) -> list[float]:
    amounts = [mention.amount for mention in find_amounts(text)]
    return [value for a in amounts for value in (a.value, a.low, a.high) if value is not None]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("４００ people", [400]),
        ("٤٠٠ people", [400]),
        ("4²³ people", [4]),
        ("²³ people", []),
        ("①② people", []),
        (f"0.{'0' * 5000}1 percent", [0]),
        (f"{'1' * 30} people", [pytest.approx(1.11111111111e29)]),
        ("minus minus 5 degrees", [-5]),
    ],
)
def test_digits_of_other_scripts_and_sizes(words: str, values: list[float]) -> None:
    assert _values(f"He said {words}.") == values


def test_a_conversion_with_a_thousand_zeros_is_compared() -> None:
    text = f"It lies {'0' * 1000} km (0 miles) away."
    assert [c.consistent for c in conversions(find_amounts(text), text)] == [True]


_LONG_DIGITS = st.tuples(st.sampled_from("19０٣²½"), st.integers(1, 6000)).map(lambda drawn: drawn[0] * drawn[1])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(_LONG_DIGITS, _PIECES), max_size=8).map(" ".join))
def test_values_are_finite_whatever_the_digits(text: str) -> None:
    assert all(math.isfinite(value) for value in _values(text))
