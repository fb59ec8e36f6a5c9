from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest

from sayso.check import Config
from sayso.check.example import reading_of
from sayso.check.inputs import check_bytes, check_reading
from sayso.check.output.machine import as_json, github, sarif
from sayso.check.output.text import Lines, report_lines, summary

from .conftest import DRAFT


@pytest.fixture
def result(without_model):
    return check_bytes(DRAFT.encode(), "draft.txt", Config(select=("FORM502", "FORM501", "DATE403", "FIG412")))


def test_text_shows_the_words_with_carets_under_them(result):
    assert "\n".join(report_lines(result, colour=False)) == (
        "draft.txt  Old bridge to reopen\n"
        "\n"
        "  draft.txt:3:1  error  FORM502 doubled-word\n"
        "    Was this word meant to stand twice?\n"
        "    3 | The the old bridge over the Lorn was closed on Feb. 30. It is 80 km (30 miles) away.\n"
        "      | ^^^^^^^\n"
        "    Looked for a second, different word; found 'The' twice.\n"
        "\n"
        "  draft.txt:3:48  error  DATE403 no-such-day\n"
        "    There is no such day: which is meant?\n"
        "    3 | The the old bridge over the Lorn was closed on Feb. 30. It is 80 km (30 miles) away.\n"
        "      |                                                ^^^^^^^\n"
        "    Looked for this day in the calendar; found none.\n"
        "\n"
        "  draft.txt:3:63  error  FIG412 conversion-off\n"
        "    Is the conversion right?\n"
        "    3 | The the old bridge over the Lorn was closed on Feb. 30. It is 80 km (30 miles) away.\n"
        "      |                                                               ^^^^^^^^^^^^^^^\n"
        "    Looked for 80 km as 49.71 of the other unit; found 30 miles.\n"
        "\n"
        "  draft.txt:5:1  error  FORM501 unclosed-quotation\n"
        "    Where does this quotation end?\n"
        "    5 | “We will not pay for it, the mayor said.\n"
        "      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "    Looked for a closing mark before the paragraph's end, or a mark at the head of the next\n"
        "    paragraph; found neither.\n"
    )


def test_summary_ends_with_what_to_do(result):
    words = summary([result], 0, colour=False)
    assert words.startswith("4 questions about 1 report: 4 errors.")
    assert words.splitlines()[-1].endswith("<!-- sayso: ok FORM502 -->")
    assert "What next" in words


def test_summary_without_findings_and_with_failures():
    assert summary([], 1, colour=False) == "Nothing was checked.\n1 input could not be read (see above)."


def test_carets_stand_under_words_far_into_a_long_line():
    head = "Ein wörd. " * 40
    result = check_reading(reading_of(f"{head}It ends on Feb. 30 at noon. {head}"), Config(select=("DATE403",)))
    lines = list(report_lines(result, colour=False))
    shown, carets = next((a, b) for a, b in pairwise(lines) if "^" in b)
    begin = carets.index("^")
    assert shown[begin : begin + carets.count("^")] == "Feb. 30"
    assert len(shown) < 120


def test_colour_only_where_asked(result):
    assert "\x1b[" in "\n".join(report_lines(result, colour=True))
    assert "\x1b[" not in "\n".join(report_lines(result, colour=False))


def test_json_has_the_keys_of_the_contract(result):
    value = as_json(result)
    assert {"schema", "input", "report", "findings"} <= set(value)
    assert value["schema"] == "sayso.check/1"
    for finding in value["findings"]:
        assert {"code", "name", "severity", "span", "words", "question", "statements", "looked_for"} <= set(finding)
        begin, end = finding["span"]
        assert result.text[begin:end] == finding["words"]


def test_sarif_places_slice_back(result):
    log = json.loads(sarif([result]))
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    lines = result.text.split("\n")
    for each in run["results"]:
        region = each["locations"][0]["physicalLocation"]["region"]
        assert each["ruleId"] in known
        assert each["level"] in {"error", "warning", "note"}
        line = lines[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


def test_github_commands_escape_what_they_must(result):
    commands = list(github(result))
    assert len(commands) == 4
    assert all(
        re.fullmatch(r"::error file=draft\.txt,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=[^:,]+::.+", each)
        for each in commands
    )


@pytest.mark.parametrize(("place", "expected"), [(0, (1, 1)), (3, (1, 4)), (4, (2, 1)), (6, (2, 3))])
def test_lines_count_from_one(place, expected):
    assert Lines("abc\nde\n").position(place) == expected


GERMAN = (
    "Brücke bleibt geschlossen\n\nLORN - Die alte Brücke über den Fluss bleibt nach Angaben der Stadt bis zum Sommer "
    "geschlossen. Der Bürgermeister sagte, er wisse nicht, wer die die Arbeiten bezahlen solle.\n\n"
    "Ein Sprecher des Ministeriums wollte sich am Montag nicht äußern. Die Anwohner warten seit Jahren darauf.\n"
)


def test_of_a_foreign_text_only_rules_of_any_language_are_asked_and_all_outputs_say_so(without_model):
    result = check_bytes(GERMAN.encode(), "entwurf.txt", Config())
    assert [finding.code for finding in result.findings] == ["FORM502"]
    assert [note["code"] for note in as_json(result)["notes"]] == ["not-english"]
    (told,) = json.loads(sarif([result]))["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert "not English" in told["message"]["text"]
    assert "any language" in told["message"]["text"]
    assert next(github(result)).startswith("::warning file=entwurf.txt,title=not-english::")
    assert "not-english" in "\n".join(report_lines(result, colour=False))


def test_an_english_text_has_no_notifications(result):
    assert "invocations" not in json.loads(sarif([result]))["runs"][0]
