"""The rules across reports, on traces written by hand in the form of ``sayso.trace/1``."""

from __future__ import annotations

import json

import pytest

from sayso.check import Across, Config, check
from sayso.check.across import across_file
from sayso.check.example import reading_of
from sayso.check.inputs import check_reading
from sayso.errors import InputError

MARKED = (
    '<a id="s1"><s>Ida Moen</s> <c>said</c> <q>“we will suspend the curtailment”</q></a>.\n\n'
    '<a id="s2"><s>Auditors</s> <c>said</c> <q>14 people were hurt</q></a>. The Gazette reported it first.'
)
TEXT = reading_of(MARKED).report.text
QUOTE = [TEXT.index("“"), TEXT.index("”") + 1]
FIGURE = [TEXT.index("14"), TEXT.index("14") + 19]
CREDIT = [TEXT.index("The Gazette"), len(TEXT)]
HERE = {"report": "example", "statement": "s2", "span": FIGURE}
REPORTS = [
    {"id": "example", "outlet": "Ours"},
    {"id": "b", "outlet": "The Gazette"},
    {"id": "c", "outlet": "Radio Lorn"},
]


def there(report: str = "b", **more: object) -> dict[str, object]:
    return {"report": report, "statement": "s9", "span": [0, 5], **more}


def claim(high: int = 1, denied_by: tuple[object, ...] = ()) -> dict[str, object]:
    return {
        "id": "c1",
        "gist": "hurt",
        "statements": [HERE, there("b"), there("c")],
        "originators": ["Auditors"],
        "independent_origins": {"value": 1, "low": 1, "high": high},
        "denied_by": list(denied_by),
    }


def quotation(change: str) -> dict[str, object]:
    mine = {"report": "example", "statement": "s1", "span": QUOTE}
    ends = {"a": {"report": "example", "span": QUOTE}, "b": {"report": "b", "span": [0, 5]}}
    return {"id": "q1", "versions": [mine, there()], "changes": [{**ends, "change": change, "edits": []}]}


def dropped(by: str) -> dict[str, object]:
    other = "b" if by == "example" else "example"
    return {"earlier": {"report": other, "span": [3, 9]}, "later": by}


def corrected(carrier: str) -> dict[str, object]:
    return {"notice": {"report": "b", "span": [0, 4]}, "corrects": None, "still_carried_by": [carrier]}


def figure(value: int) -> dict[str, object]:
    values = [{**HERE, "value": 14, "unit": None, "at": None}, there(value=value, unit=None, at="2026-03-18")]
    return {"what": "people hurt", "values": values}


CASES = [
    ("CROSS601", {"quotations": [quotation("reversal")]}, QUOTE, "reversal"),
    (
        "CROSS602",
        {"dropped_caveats": [dropped("example")]},
        None,
        "Gazette",
    ),
    ("CROSS603", {"claims": [claim()]}, FIGURE, "Gazette, Radio Lorn"),
    (
        "CROSS604",
        {
            "cites": [
                {"report": "example", "cites": {"report": "b"}, "span": CREDIT},
                {"report": "b", "cites": {"report": "example"}, "span": [0, 4]},
            ]
        },
        CREDIT,
        "Gazette",
    ),
    ("CROSS605", {"claims": [claim(3, (there("c"),))]}, FIGURE, "Radio Lorn"),
    ("CROSS606", {"figures": [figure(17)]}, FIGURE, "17"),
    (
        "CROSS607",
        {
            "corrections": [
                {"notice": {"report": "b", "span": [0, 4]}, "corrects": None, "still_carried_by": ["example"]}
            ]
        },
        None,
        "Gazette",
    ),
]
SILENT = [
    ("CROSS601", {"quotations": [quotation("harmless")]}),
    ("CROSS602", {"dropped_caveats": [dropped("b")]}),
    ("CROSS603", {"claims": [claim(2)]}),
    ("CROSS604", {"cites": [{"report": "example", "cites": {"name": "The Gazette"}, "span": CREDIT}]}),
    ("CROSS605", {"claims": [claim(3, (HERE,))]}),
    ("CROSS606", {"figures": [figure(14)]}),
    (
        "CROSS607",
        {"corrections": [corrected("c")]},
    ),
]


def findings(code: str, trace: dict[str, object]):
    across = Across("example", {"schema": "sayso.trace/1", "reports": REPORTS, **trace})
    return check(reading_of(MARKED), Config(select=(code,)), across)


@pytest.mark.parametrize(("code", "trace", "span", "part"), CASES, ids=[case[0] for case in CASES])
def test_fires_with_its_evidence(code, trace, span, part):
    (finding,) = findings(code, trace)
    assert finding.code == code
    assert part in finding.looked_for
    assert finding.span.of(TEXT) == finding.words
    assert span is None or list(finding.span) == span


@pytest.mark.parametrize(("code", "trace"), SILENT, ids=[case[0] for case in SILENT])
def test_is_silent_where_others_agree(code, trace):
    assert findings(code, trace) == []


def test_without_other_reports_nothing_is_asked():
    assert check(reading_of(MARKED), Config(select=("CROSS",))) == []


def test_a_trace_file_is_used_for_the_reports_in_it(tmp_path):
    path = tmp_path / "trace.json"
    path.write_text(json.dumps({"schema": "sayso.trace/1", "reports": REPORTS}))
    assert across_file(path)(reading_of(MARKED)).name("b") == "The Gazette"
    path.write_text(json.dumps({"schema": "sayso.trace/1", "reports": []}))
    other = across_file(path)(reading_of(MARKED))
    assert (other.listed, other.of("claims")) == (False, ())
    checked = check_reading(reading_of(MARKED), Config(select=("CROSS",)), across=across_file(path))
    assert (checked.findings, [note.code for note in checked.notes]) == ((), ["not-in-trace"])


@pytest.mark.parametrize("content", [None, "{", "[]", '{"schema": "sayso.reading/1"}'])
def test_what_is_no_trace_is_refused(tmp_path, content):
    path = tmp_path / "trace.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(InputError, match="sayso trace --json"):
        across_file(path)


THEIRS = (
    "Ida Moen said “we will prevent the curtailment”. Auditors said 17 people were hurt. The board denied this. "
    "The Gazette could not verify the number."
)


def _there(words: str, statement: str = "s9") -> dict[str, object]:
    begin = THEIRS.index(words)
    return {"report": "b", "statement": statement, "span": [begin, begin + len(words)]}


def _told(code: str, **trace: object) -> tuple[str, str]:
    reports = [
        {"id": "example", "outlet": "Ours"},
        {"id": "b", "outlet": None, "headline": "Curtailment off, says Moen"},
    ]
    across = Across("example", {"schema": "sayso.trace/1", "reports": reports, **trace}, {"b": THEIRS, "example": TEXT})
    (finding,) = check(reading_of(MARKED), Config(select=(code,)), across)
    return finding.words, finding.looked_for


def test_the_other_report_is_named_by_its_headline_and_quoted() -> None:
    hurt = {**claim(), "statements": [HERE, _there("17 people were hurt")]}
    wording = quotation("reversal")
    wording["changes"][0]["b"] = _there("“we will prevent the curtailment”")  # type: ignore[index]
    _, sought = _told("CROSS601", quotations=[wording])
    assert "“Curtailment off, says Moen”" in sought
    assert "“we will prevent the curtailment”" in sought
    caveat = {"earlier": _there("The Gazette could not verify the number."), "later": "example"}
    words, sought = _told("CROSS602", dropped_caveats=[caveat], claims=[hurt])
    assert words == "14 people were hurt", "at what the caveat stands on"
    assert "“The Gazette could not verify the number.”" in sought
    _, sought = _told("CROSS605", claims=[{**hurt, "denied_by": [_there("this")]}])
    assert "“The board denied this.”" in sought
    values = [{**HERE, "value": 14, "unit": None, "at": None}, {**_there("17 people"), "value": 17, "unit": None}]
    _, sought = _told("CROSS606", figures=[{"what": "people hurt", "values": values}])
    assert "“17 people”" in sought


def test_a_denial_that_was_cut_is_asked_about_once() -> None:
    hurt = {**claim(), "statements": [HERE, _there("17 people were hurt")], "denied_by": [_there("this")]}
    caveat = {"earlier": _there("The board denied this."), "later": "example"}
    reports = [{"id": "example"}, {"id": "b"}]
    trace = {"schema": "sayso.trace/1", "reports": reports, "dropped_caveats": [caveat], "claims": [hurt]}
    found = check(reading_of(MARKED), Config(select=("CROSS602", "CROSS605")), Across("example", trace))
    assert [finding.code for finding in found] == ["CROSS605"]
