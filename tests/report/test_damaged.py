import pytest
from damage import PAGE, REPORT, damaged
from test_layout import assert_sound

from sayso.errors import InputError
from sayso.report import compose, open_drafts
from sayso.report.marks import scan
from sayso.types import Block, Span


def assert_read(data):
    """Every input gives drafts or errors; every draft a sound report."""
    for draft in open_drafts(data):
        if isinstance(draft, InputError):
            assert draft.message
            assert draft.remedy
            assert draft.input
            continue
        report, _ = compose(draft)
        assert_sound(report)
        report.text.encode("utf-8")  # nothing that JSON could not hold
        assert "\r" not in report.text


@pytest.mark.parametrize("part", range(10))
def test_five_hundred_damaged_inputs(part):
    for number, (_, data) in enumerate(damaged()):
        if number % 10 == part:
            assert_read(data)


def test_sound_inputs_are_no_errors():
    for data in (REPORT.encode(), PAGE.encode()):
        assert not any(isinstance(draft, InputError) for draft in open_drafts(data))


@pytest.mark.parametrize(
    "piece", ["a", "word ", "“", "\"' ", "A. ", "the the ", "( ", "\n", "A.B-C'", "AB, CD/", "By A B, ", "â€™", "é"]
)
def test_two_megabytes_in_one_piece(piece):
    assert_read((piece * (2_000_000 // len(piece.encode()))).encode())


def test_fifty_megabytes_are_refused_at_once():
    (error,) = open_drafts(b"word " * 10_000_000)
    assert error.code == "too-large"


def test_a_megabyte_of_marks_in_one_block():
    text = "“\"‘'" * 250_000
    assert scan(text, (Block("paragraph", Span(0, len(text))),)).quotations
