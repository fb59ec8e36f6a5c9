from __future__ import annotations

import pytest

from sayso.check import Config
from sayso.check.baseline import difference, load_baseline, without_known, write_baseline
from sayso.check.inputs import check_bytes
from sayso.errors import InputError

OLD = "Head\n\nHe went to the the market.\n\nIt ends on Feb. 30.\n"

pytestmark = pytest.mark.usefixtures("without_model")


def result(text: str):
    return check_bytes(text.encode(), "draft.txt", Config(select=("FORM502", "DATE403")))


def test_known_findings_stay_known_when_the_text_around_them_moves(tmp_path):
    path = tmp_path / "baseline.json"
    assert write_baseline(path, [result(OLD)]) == 2
    moved = "Another head\n\nA new paragraph.\n\n" + OLD.partition("\n\n")[2]
    assert without_known(result(moved), load_baseline(path)).findings == ()


def test_a_second_finding_of_the_same_words_is_new(tmp_path):
    path = tmp_path / "baseline.json"
    write_baseline(path, [result(OLD)])
    twice = OLD + "\nHe went to the the market.\n"
    assert [each.code for each in without_known(result(twice), load_baseline(path)).findings] == ["FORM502"]


def test_an_edit_of_the_sentence_itself_asks_again(tmp_path):
    path = tmp_path / "baseline.json"
    write_baseline(path, [result(OLD)])
    edited = OLD.replace("He went", "She went")
    assert [each.code for each in without_known(result(edited), load_baseline(path)).findings] == ["FORM502"]


def test_difference_shows_what_is_added_and_what_is_mended():
    new = OLD.replace("the the market", "the market") + "\nIt began on June 31.\n"
    changed = difference(result(OLD), result(new))
    assert [each.words for each in changed.findings] == ["June 31"]
    assert [each.words for each in changed.mended] == ["the the"]


@pytest.mark.parametrize("content", [None, "no json", "[]", '{"schema": "other"}'])
def test_a_file_that_is_no_baseline_is_refused(tmp_path, content):
    path = tmp_path / "baseline.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(InputError, match="--write-baseline"):
        load_baseline(path)
