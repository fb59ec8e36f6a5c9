"""Reports of one event, each in its own words, are no copies of one another; the same facts translated are.

Every file in ``same_event`` has three reports of one event, short, straight, with the same names, numbers and one
quotation, each written by itself, and a fourth that is the first as if translated there and back.
"""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.trace.copies import compare
from sayso.trace.families import trace_copies
from sayso.trace.fingerprints import Fingerprint, fingerprint
from tests.trace import desk

EVENTS = {
    path.stem: [text.strip() for text in re.split(r"^# .*\n", path.read_text("utf8"), flags=re.MULTILINE)[1:]]
    for path in sorted(Path(__file__).with_name("same_event").glob("*.txt"))
}
OWN = {
    f"{name}: {a + 1} and {b + 1}": (texts[a], texts[b])
    for name, texts in EVENTS.items()
    for a, b in combinations(range(4), 2)
    if (a, b) != (0, 3)
}
#: Six sentences in the same order as it is; with the statement they are taken for a copy.
MISSED = {"flood: 1 and 3", "plant: 1 and 3"}
STATEMENT = "The injured were taken to the district hospital, where two of them were in a serious condition on arrival."


def printed(text: str, name: str) -> Fingerprint:
    return fingerprint(desk.report(text, name, f"Paper {name}", "2031-06-10T05:00:00Z"))


@pytest.mark.parametrize("pair", OWN)
def test_own_words_are_no_copy(pair: str) -> None:
    a, b = OWN[pair]
    assert compare(printed(a, "a"), printed(b, "b")) is None


@pytest.mark.parametrize("pair", [pytest.param(p, marks=[pytest.mark.xfail] if p in MISSED else []) for p in OWN])
def test_one_sentence_of_a_statement_makes_no_copy_of_the_whole(pair: str) -> None:
    a, b = OWN[pair]
    found = compare(printed(f"{a}\n\n{STATEMENT}", "a"), printed(f"{b}\n\n{STATEMENT}", "b"))
    assert found is None or found.partial


@pytest.mark.parametrize("name", EVENTS)
def test_only_the_translated_one_is_of_its_source_s_family(name: str) -> None:
    prints = {str(n): printed(text, str(n)) for n, text in enumerate(EVENTS[name], 1)}
    copies, families = trace_copies(prints)
    assert [(copy.report, copy.of, copy.alteration) for copy in copies] == [("4", "1", "spun")]
    assert sorted(family.reports for family in families) == [("1", "4"), ("2",), ("3",)]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([(texts[a], texts[b]) for texts in EVENTS.values() for a, b in combinations(range(3), 2)]),
    st.lists(st.sampled_from(desk.paragraphs(desk.WIRE)), max_size=6),
)
def test_whatever_both_quote_makes_no_copy(pair: tuple[str, str], quoted: list[str]) -> None:
    said = "\n\n".join(f"“{re.sub('[“”]', '', paragraph)}”" for paragraph in quoted)
    a, b = (f"{text}\n\n{said}" for text in pair)
    assert compare(printed(a, "a"), printed(b, "b")) is None
