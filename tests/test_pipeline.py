"""The whole way on damaged and hostile input: a reading that holds together, or an error that says what to do."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sayso
from sayso import pipeline
from sayso.errors import InputError, SaysoError
from sayso.types import Reading
from tests.report.damage import damaged

#: Through the tagger each takes some ten milliseconds; the layout alone is tried on all of them in tests/report.
THROUGH = 120


def assert_sound(reading: Reading) -> None:
    text = reading.report.text
    ids = {s.id for s in reading.statements}
    assert len(ids) == len(reading.statements)
    for s in reading.statements:
        assert s.content
        for span in (*s.content, *s.cue, s.extent, *((s.source.mention,) if s.source.mention else ())):
            assert 0 <= span.begin < span.end <= len(text)
        assert {s.parent, *s.about} - {None} <= ids
        assert all(x.by is None or x.by in ids for x in s.standing)
    for source in reading.sources:
        assert all(0 <= m.begin < m.end <= len(text) for m in source.mentions)
    sayso.to_json(reading, explain=True).encode("utf-8")


CASES = [case for case in damaged() if len(case[1]) < 200_000][:: 500 // THROUGH]


@pytest.mark.parametrize("data", [data for _, data in CASES], ids=[name for name, _ in CASES])
def test_damaged_input_gives_a_sound_reading_or_a_clear_error(data: bytes) -> None:
    for result in sayso.read_all(data):
        if isinstance(result, SaysoError):
            assert result.code != "internal", result
            assert result.message
            assert result.remedy
        else:
            assert_sound(result)


WORDS = ["he said", "“", "”", '"', "'", "according to", "Mayor Orlo Venn", "denied", "that", ".", ",", "\n", "\n\n",
         "TARN (Meridian) –", "on Friday", "$4.5 bln", "quoted", "as saying", "citing officials,", "—", "😀", "\u202e",
         "\u00a0", "Vera", "the", "not", "comment", "declined to", "reported", "(", ")", "É", "مرحبا"]  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60))
def test_any_jumble_of_words_gives_a_sound_reading(words: list[str]) -> None:
    text = " ".join(words) + "\n"
    for result in sayso.read_all(text):
        if isinstance(result, SaysoError):
            assert isinstance(result, InputError), result
        else:
            assert result.report.text == text
            assert_sound(result)


def test_reading_twice_gives_the_same() -> None:
    text = "Harbour closed\n\n“We stay,” Mayor Orlo Venn said on Friday.\n"
    first, second = sayso.read(text, published="2025-10-05"), sayso.read(text, published="2025-10-05")
    assert first.statements == second.statements
    assert first.reading.id == second.reading.id
    assert first.report.id == second.report.id


def test_outlets_of_one_text_are_two_reports_and_one_page_is_one() -> None:
    text = "Harbour closed\n\n“We stay,” Mayor Orlo Venn said on Friday.\n"
    ids = [sayso.read(text, outlet=outlet).report.id for outlet in ("Meridian", "Kestrel", "Meridian")]
    assert ids[0] == ids[2] != ids[1]


def test_a_text_longer_than_any_report_is_refused_with_a_remedy() -> None:
    (error,) = pipeline.read(("word " * (pipeline.LONGEST // 5 + 1) + "\n").encode())
    assert isinstance(error, InputError)
    assert error.code == "too-long"


def test_a_single_report_is_wanted() -> None:
    two = b'{"text": "One stays, Orlo said."}\n{"text": "Two stay, Orlo said."}\n'
    with pytest.raises(InputError, match="more than one report"):
        sayso.read(two)
    assert len(list(sayso.read_all(two))) == 2


#: Of these every character is a token, an open quotation or both.
MARKS = ['"', "“", "“”", "'", "(", "'“", "—", "? "]


@pytest.mark.parametrize("marks", MARKS)
def test_marks_alone_are_not_read_and_said_to_be_unread(marks: str) -> None:
    hollow = (marks * 1000).strip()
    (alone,) = sayso.read_all((hollow + "\n").encode())
    assert isinstance(alone, Reading)
    (note,) = alone.report.notes
    assert note.code == "unread"
    assert note.span is not None
    assert note.span.of(alone.report.text) == hollow
    assert "without letters" in note.text
    assert not alone.statements
    text = f"{hollow}\n\n“We stay,” Mayor Orlo Venn said on Friday.\n"
    assert [s.content[0].of(text) for s in sayso.read(text).statements] == ["“We stay,”"]


def test_a_block_longer_than_any_paragraph_is_read_to_a_point() -> None:
    text = "“We stay,” Mayor Orlo Venn said on Friday. " + "1 " * 30_000 + "“We go,” she said.\n"
    reading = sayso.read(text)
    (note,) = (note for note in reading.report.notes if note.code == "unread")
    assert note.span is not None
    assert note.span.begin == 60_000
    assert note.span.end == len(text) - 1
    assert "longer" in note.text
    assert "“We stay,”" in {s.content[0].of(text) for s in reading.statements}
    assert all(c.end <= note.span.begin for s in reading.statements for c in s.content)


@pytest.mark.parametrize("mark", ["“", "(", "-"])
def test_short_rows_of_marks_are_nothing_to_tell(mark: str) -> None:
    reading = sayso.read(f"{mark * 300}\n\n“We stay,” Mayor Orlo Venn said on Friday.\n")
    assert not [note for note in reading.report.notes if note.code == "unread"]


@pytest.mark.parametrize(
    "said",
    [
        f"{'9' * 400} people died", f"it began on {'1' * 5000} March", f"1/{'9' * 5000} of them left",
        f"{'999,' * 200}999 people died", f"one {'billion ' * 60}people died", f"it is {'minus ' * 3000}cold",
        f"{'9' * 5000} years ago it was better", "1² people died on ²³ March",
    ],
    ids=lambda said: said[:16],
)  # fmt: skip
def test_a_number_without_a_value_takes_no_statement_away(said: str) -> None:
    reading = sayso.read(f"“We stay,” Mayor Orlo Venn said on Friday. The mayor said {said}.\n", published="2025-10-05")
    assert_sound(reading)
    assert "“We stay,”" in {s.content[0].of(reading.report.text) for s in reading.statements}
