import pytest

from sayso.errors import InputError
from sayso.report import compose, open_drafts
from tests.report.damage import PAGE, REPORT, damaged
from tests.report.test_layout import assert_sound


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
def test_one_endless_paragraph(piece):
    assert_read((piece * (200_000 // len(piece.encode()))).encode())


def test_fifty_megabytes_are_refused_at_once():
    (error,) = open_drafts(b"word " * 10_000_000)
    assert error.code == "too-large"
