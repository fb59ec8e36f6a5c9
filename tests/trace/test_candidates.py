"""The index against a plain one, and kept as bytes."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.trace.candidates import Index, Postings
from sayso.trace.fingerprints import fingerprint
from tests.trace import desk

UP, LOW = 32, 0xFFFFFFFF


@given(st.lists(st.lists(st.integers(0, 12), unique=True, max_size=8), max_size=30), st.booleans(), st.integers(1, 4))
def test_postings_are_those_of_a_plain_index(reports: list[list[int]], drop: bool, keep: int) -> None:
    postings, plain = Postings(keep, drop), defaultdict(list)
    for number, keys in enumerate(reports):
        postings.extend(np.array([key << UP | number for key in keys], np.uint64))
        for key in keys:
            plain[key].append(number)
    asked = np.array(sorted(key << UP | 99 for key in range(13)), np.uint64)
    found = defaultdict(list)
    for key in asked:
        for pair in postings.lookup(np.array([key], np.uint64)).tolist():
            assert pair >> UP == 99
            found[int(key) >> UP].append(pair & LOW)
    for key, numbers in plain.items():
        expected = [] if drop and len(numbers) > keep else numbers[:keep]
        assert sorted(found[key]) == expected


def filled() -> Index:
    index = Index()
    prints = [fingerprint(desk.report(text, name)) for name, text in (("wire", desk.WIRE), ("other", desk.UNRELATED))]
    index.wording(prints)
    index.matter(prints, [False, False])
    return index


COPY = fingerprint(desk.report(desk.WIRE, "copy"))
BACK = fingerprint(desk.report(desk.BACK_TRANSLATED, "back"))


def test_an_index_finds_copies_by_wording_and_by_matter() -> None:
    index = filled()
    assert index.wording([COPY, BACK]) == [["wire"], []]
    assert [found[:1] for found in index.matter([COPY, BACK], [True, False])] == [[], ["wire"]]


def test_a_copy_that_adds_no_keys_leaves_its_source_to_be_found() -> None:
    index = filled()
    index.wording([COPY])
    index.matter([COPY], [True])
    index.wording([BACK])
    (found,) = index.matter([BACK], [False])
    assert found[0] == "wire"
