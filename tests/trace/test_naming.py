"""What was changed between two versions of one utterance, case by case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.trace.types import Change
from sayso.trace.utterances.naming import Terms, differences, weightiest
from sayso.trace.utterances.wording import Wording, wording
from sayso.types import Span


def _of(text: str) -> Wording:
    return wording(text, [Span(0, len(text))])


def change(a: str, b: str, terms: Terms | None = None) -> Change:
    return weightiest([each.kind for each in differences(_of(a), _of(b), terms or Terms())])


WIRE = "We told them twice that the ring would not hold, and twice we were told to go back to work"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (WIRE, WIRE, "same"),
        ("We can’t wait", '"We can\'t wait"', "same"),
        ("We cannot wait", "We can't wait", "same"),
        ("The harbour is closed", "The harbor is closed", "same"),
        ("Seventy-one are missing", "71 are missing", "same"),
        ("It is 40 per cent", "It is 40 percent", "same"),
        ("We have organised it", "we have organized it,", "same"),
        (WIRE, "We told them twice … and twice we were told to go back to work", "harmless"),
        (WIRE, "We told [the port] twice that the ring would not hold, and twice we were told to go back to work",
         "harmless"),
        ("We met President Orlovsky", "We met President Orlovskiy", "harmless"),
        (WIRE, "We told them twice that the ring would not hold", "cut-off"),
        (WIRE, "twice we were told to go back to work", "omission"),
        (WIRE, "We told them that the ring would not hold, and twice we were told to go back to work", "omission"),
        (WIRE, "We told them twice that the old ring would not hold, and twice we were told to go back to work",
         "insertion"),
        ("No warning reached me", "No warning reached me in time", "insertion"),
        (WIRE, "We told them twice that the belt would not hold, and twice we were told to go back to work",
         "substitution"),
        ("unbroken and unbending", "unbroken and unbroken", "substitution"),
        ("a real thing for us", "a reality for us", "substitution"),
        (WIRE, "We told them twice that the ring would hold, and twice we were told to go back to work", "reversal"),
        ("I will not give a number", "I will give a number", "reversal"),
        ("Nobody counted the boats", "Somebody counted the boats", "reversal"),
        ("Prices will rise in spring", "Prices will fall in spring", "reversal"),
        ("It was legal to sail", "It was illegal to sail", "reversal"),
        ("The guards attacked the sailors", "The sailors attacked the guards", "reversal"),
        ("No warning ever came to my desk", "A warning has never come to my desk", "substitution"),
    ],
)  # fmt: skip
def test_kinds(a: str, b: str, expected: Change) -> None:
    assert change(a, b) == expected


def test_two_translations_are_no_alteration_but_a_reversal_is() -> None:
    a = "We are still looking for the living, and I will not give the families a number"
    b = "We are still searching for living people, and I won't hand families a figure"
    assert change(a, b) == "substitution"
    assert change(a, b, Terms(translated=True, heard=True)) == "harmless"
    turned = "We are still searching for living people, and I will hand families a figure"
    assert change(a, turned, Terms(translated=True, heard=True)) == "reversal"


def test_grammar_fitted_to_the_sentence_is_harmless_only_there() -> None:
    assert change("I will keep my word", "he would keep his word", Terms(fitted=True)) == "harmless"
    assert change("I will keep my word", "he would keep his word") == "substitution"


def test_who_heard_it_may_quote_more_of_it_but_not_half_a_sentence() -> None:
    more = "We told them twice. The ring would not hold"
    assert change(more, "We told them twice", Terms(heard=True)) == "harmless"
    assert change(more, "We told them twice") == "cut-off"
    assert change("We told them twice, and in writing", "We told them twice", Terms(heard=True)) == "cut-off"
    assert change("We told them twice", "told them", Terms(heard=True, fragment=True)) == "harmless"


WORDS = st.lists(st.sampled_from("we will not never open the gate , before dawn … [sic] 12 twelve don’t".split()))


@given(WORDS, WORDS)
def test_differences_are_disjoint_in_order_and_in_bounds(a: list[str], b: list[str]) -> None:
    one, other = _of(" ".join(a)), _of(" ".join(b))
    at_a = at_b = 0
    for each in differences(one, other, Terms()):
        assert at_a <= each.a[0] <= each.a[1] <= len(one.words)
        assert at_b <= each.b[0] <= each.b[1] <= len(other.words)
        assert each.a[0] < each.a[1] or each.b[0] < each.b[1]
        at_a, at_b = each.a[1], each.b[1]


@given(WORDS)
def test_a_version_differs_from_itself_in_nothing(words: list[str]) -> None:
    assert differences(_of(" ".join(words)), _of(" ".join(words)), Terms()) == []


@given(st.text(max_size=60))
def test_words_slice_back(text: str) -> None:
    end = 0
    for word in _of(text).words:
        assert 0 <= word.span.begin < word.span.end <= len(text)
        assert word.span.begin >= end or word.span.end >= end
        assert word.span.of(text).strip() == word.span.of(text)
        end = word.span.begin
