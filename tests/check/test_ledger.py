"""A draft against a ledger: the example story in a SQLite file, and one of its reports or another as the draft."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from sayso.check import Config, check
from sayso.check.neighbours import across_ledger, neighbours
from sayso.cli import check as command
from sayso.ledger import Ledger
from sayso.pipeline import read
from sayso.types import Reading

STORY = Path(__file__).parents[2] / "examples" / "story.jsonl"
ELSEWHERE = "Mill to close\n\nLORN (Vesta) - The mill will close, its director, Eva Strand, said on Monday.\n"


@pytest.fixture(scope="module")
def readings(model: None) -> dict[str, Reading]:
    found = [each for each in read(STORY) if isinstance(each, Reading)]
    return {each.report.external_id or "": each for each in found}


@pytest.fixture(scope="module")
def address(readings: dict[str, Reading], tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("ledger") / "ledger.sqlite3")
    with Ledger(path) as ledger, ledger.write() as session:
        for reading in readings.values():
            session.add(reading)
    return path


def asked(reading: Reading, address: str) -> dict[str, list[str]]:
    """Codes of the findings across reports, with what was looked for."""
    with Ledger(address) as ledger:
        found: dict[str, list[str]] = {}
        for finding in check(reading, Config(select=("CROSS",)), across_ledger(ledger)(reading)):
            assert finding.span.of(reading.report.text) == finding.words
            found.setdefault(finding.code, []).append(finding.looked_for)
        return found


def test_a_spun_copy_is_asked_about_its_quotations_more_than_the_original(readings, address):
    spun, original = (asked(readings[each], address).get("CROSS601", []) for each in ("globewire-1", "calder-1"))
    assert any("substitution" in each for each in spun)
    assert len(original) < len(spun)


@pytest.mark.parametrize(
    ("draft", "code", "words"),
    [
        ("meridian-1", "CROSS602", "The Calder Post"),
        ("meridian-1", "CROSS603", "second independent originator"),
        ("norvast-1", "CROSS605", "the denial"),
    ],
)
def test_what_the_others_say_is_asked_about(readings, address, draft, code, words):
    assert any(words in each for each in asked(readings[draft], address)[code])


def test_a_report_on_other_matters_has_no_neighbours(address):
    reading = next(read(ELSEWHERE.encode()))
    with Ledger(address) as ledger, ledger.read() as view:
        assert neighbours(view, reading.report) == []
        assert across_ledger(ledger)(reading) is None


def run(*arguments: str):
    app = typer.Typer()
    app.callback()(lambda: None)
    command.register(app)
    return CliRunner().invoke(app, ["check", *arguments])


def test_the_command_reads_a_ledger(address, tmp_path):
    draft = tmp_path / "draft.jsonl"
    line = next(each for each in STORY.read_text("utf-8").splitlines() if json.loads(each)["id"] == "globewire-1")
    draft.write_text(line + "\n", "utf-8")
    result = run("--ledger", address, "--select", "CROSS", "--format", "json", str(draft))
    assert result.exit_code == 1
    assert {each["code"] for each in json.loads(result.stdout)["findings"]} >= {"CROSS601", "CROSS603"}


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [(["--ledger", "nowhere.sqlite3"], 3, "no ledger"), (["--ledger", "l", "--trace", "t.json"], 2, "one of the two")],
)
def test_what_cannot_be_is_said(tmp_path, monkeypatch, arguments, status, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.txt").write_text(ELSEWHERE, "utf-8")
    result = run(*arguments, "draft.txt")
    assert result.exit_code == status
    assert words in result.output
