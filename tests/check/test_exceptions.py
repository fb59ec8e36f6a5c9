from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.check import Config, check
from sayso.check.exceptions import comments_in
from sayso.check.inputs import check_bytes

FIRST = "He went to the the market. It ends on Feb. 30."
SECOND = "She went to the the fair."


def asked(text: str, without_model=None) -> list[str]:
    result = check_bytes(text.encode(), "draft.txt", Config(select=("FORM502", "DATE403")))
    return [finding.code for finding in result.findings]


@pytest.mark.usefixtures("without_model")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Head\n\n{FIRST}\n\n{SECOND}", ["FORM502", "DATE403", "FORM502"]),
        (f"Head\n\n{FIRST} <!-- sayso: ok FORM502 -->\n\n{SECOND}", ["DATE403", "FORM502"]),
        (f"Head\n\n{FIRST}\n<!-- sayso: ok FORM502, DATE4 -->\n\n{SECOND}", ["FORM502"]),
        (f"Head\n\n{FIRST} <!-- sayso: ok -->\n\n{SECOND}", ["FORM502"]),
        (f"Head\n\n{FIRST}\n\n<!-- sayso: ok FORM502 -->\n\n{SECOND}", ["DATE403", "FORM502"]),
        (f"Head\r\n\r\n{FIRST} <!-- sayso: ok FORM502 -->\r\n\r\n{SECOND}", ["DATE403", "FORM502"]),
        (f"Head\n\nÉtude naïve 💥.\n\n{FIRST}\n\n{SECOND} <!--sayso: ok-->", ["FORM502", "DATE403"]),
    ],
)
def test_a_comment_holds_for_its_paragraph(text, expected):
    assert asked(text) == expected


@pytest.mark.usefixtures("without_model")
def test_offsets_are_those_of_the_file():
    text = f"Head\n\nFine. <!-- sayso: ok FORM501 --> Fine too.\n\n{SECOND}"
    (finding,) = check_bytes(text.encode(), "draft.txt", Config(select=("FORM502",))).findings
    assert text[finding.span.begin : finding.span.end] == "the the"


@given(st.text(alphabet="a “\n\r<!->soky:é", max_size=60), st.text(alphabet="b\n\r ", max_size=20))
def test_blanking_keeps_every_byte_in_its_place(before, after):
    data = f"{before}<!-- sayso: ok FORM502 -->{after}".encode()
    blanked, exceptions = comments_in(data)
    assert len(blanked) == len(data)
    assert b"sayso: ok" not in blanked
    assert len(exceptions) == 1
    assert 0 <= exceptions[0].begin <= exceptions[0].end


def test_in_html_a_comment_holds_for_the_whole_page():
    _, (exception,) = comments_in(b"<!doctype html><p>a</p>\n\n<!-- sayso: ok ANON -->\n\n<p>b</p>")
    assert exception.begin == 0
    assert exception.codes == ("ANON",)


def test_check_without_configuration_asks():
    from sayso.check.example import reading_of

    assert [each.code for each in check(reading_of(SECOND))] == ["FORM502"]
