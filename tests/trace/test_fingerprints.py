"""What is stored of a report comes back as it was, and is the same made alone or with others."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.trace.fingerprints import Fingerprint, fingerprint, fingerprints, from_bytes, to_bytes
from sayso.types import Note
from tests.trace import desk

ARRAYS = ("stems", "kinds", "sentences")
FIELDS = ("report", "outlet", "url", "headline", "published", "credits", "agency", "damage")


def same(a: Fingerprint, b: Fingerprint) -> bool:
    return all(np.array_equal(getattr(a, name), getattr(b, name)) for name in ARRAYS) and all(
        getattr(a, name) == getattr(b, name) for name in FIELDS
    )


TEXTS = [desk.WIRE, desk.INDEPENDENT, "", "…", "“Unclosed", desk.UNRELATED, "One.\n\nTwo “three”\n\n"]


@pytest.mark.parametrize("text", TEXTS)
def test_there_and_back(text: str) -> None:
    made = fingerprint(desk.report(text, "r", "Orrin", "2031-06-10", headline="Crane falls"))
    assert same(from_bytes(to_bytes(made)), made)


@settings(deadline=None)
@given(st.lists(st.sampled_from(TEXTS) | st.text(max_size=80), max_size=8))
def test_alone_or_with_others(texts: list[str]) -> None:
    reports = [desk.report(text, str(n)) for n, text in enumerate(texts)]
    assert all(same(fingerprint(each), made) for each, made in zip(reports, fingerprints(reports), strict=True))


def test_sentences_slice_back_with_their_marks() -> None:
    report = desk.report(desk.WIRE)
    spans = [report.text[begin:end] for begin, end in fingerprint(report).sentences.tolist()]
    assert spans[0].startswith("A crane toppled")
    assert spans[0].endswith("the harbour authority said.")
    assert any(span.startswith("“We told them") for span in spans)


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x00\x00\x00", b"\x05\x00\x00\x00hello", to_bytes(fingerprint(desk.report("Ab")))[:-1]]
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="fingerprint"):
        from_bytes(data)


@pytest.mark.parametrize(
    ("text", "damage"),
    [
        ("The boat turned into the breeze. breeze.", 1),
        ("It was twice as high as high.", 1),
        ("He said that that was all, and they had had enough.", 0),
        ("Nothing is wrong here.", 0),
    ],
)
def test_damage(text: str, damage: int) -> None:
    assert fingerprint(desk.report(text)).damage == damage


def test_broken_sentences_count_as_damage() -> None:
    assert fingerprint(desk.report("Left. and right", notes=(Note("broken-sentence", None, ""),))).damage == 1
