"""The commands on a ledger as a user runs them: the real program, a real ledger, exit status and both streams."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.ledger import Ledger, Original

from .story import FERRY, INQUIRY, STORY

RUN = "import sys; sys.argv[0] = 'sayso'; from sayso.cli import main; main()"


def run(ledger: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SAYSO_LEDGER": str(ledger), "SAYSO_USER": "ann", "COLUMNS": "100"}
    return subprocess.run(
        [sys.executable, "-c", RUN, *arguments], capture_output=True, text=True, check=False, env=environment
    )


def ok(ledger: Path, *arguments: str) -> str:
    done = run(ledger, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def story(tmp_path: Path, sqlite_template: Path) -> Path:
    path = tmp_path / "ledger.sqlite3"
    with Ledger(str(path)) as ledger, ledger.write() as session:
        for each in STORY:
            session.add(each, Original(b"<p>" + each.report.text.encode(), "text/html"))
    return path


def test_a_filter_value_that_does_not_exist_is_an_error(story: Path) -> None:
    for filter_, allowed in (("act", "deny"), ("standing", "denied")):
        done = run(story, "find", f"--{filter_}", "denial")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("sayso: ")
        assert allowed in done.stderr.partition("Give one of")[2]


def test_what_is_shown_has_no_empty_parts_and_no_brackets_of_python(story: Path) -> None:
    for line in ok(story, "find", "--versions", "all").splitlines():
        assert "·  ·" not in line
    [denial] = [json.loads(line) for line in ok(story, "find", "--act", "deny", "--json").splitlines()]
    shown = ok(story, "show", denial["id"])
    assert "((" not in shown
    assert "{'" not in shown
    assert "['" not in shown


def test_find_judge_and_show(story: Path) -> None:
    [denial] = [json.loads(line) for line in ok(story, "find", "--act", "deny", "--json").splitlines()]
    assert denial["words"] == "attacks on the crew"
    told = ok(story, "judge", "correct", denial["id"], "act", "accuse", "--why", "see the tape")
    judgement = told.split()[0]
    assert "ann: correct" in told
    assert "deny → accuse (see the tape)" in told
    assert "(machine: deny)" in ok(story, "show", denial["id"])
    assert ok(story, "find", "--act", "deny") == ""
    assert judgement in ok(story, "judge", "log")
    assert "machine: deny" in ok(story, "show", judgement)
    ok(story, "judge", "undo", judgement)
    assert "attacks on the crew" in ok(story, "find", "--act", "deny")
    assert [json.loads(line)["action"] for line in ok(story, "judge", "log", "--json").splitlines()] == [
        "undo",
        "correct",
    ]


def test_find_gives_tables_for_programs(story: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(ok(story, "find", "ferry", "--csv"))))
    assert [row["words"] for row in rows] == ["the ferry was overloaded", "the ferry had not been overloaded"]
    assert "type\tperson\t4" in ok(story, "find", "--facets")
    assert "Inquiry opens" in ok(story, "find", "--reports", "minister")
    first = run(story, "find", "--limit", "3", "--json")
    cursor = first.stderr.split("--cursor ")[1].split()[0]
    rest = ok(story, "find", "--limit", "50", "--json", "--cursor", cursor)
    assert len(first.stdout.splitlines()) + len(rest.splitlines()) == 8
    phrase = ok(story, "find", "been overloaded", "not", "--csv").splitlines()
    assert len(phrase) == 2


def test_show_explains_sources_and_gives_the_original(story: Path) -> None:
    shown = ok(story, "show", "Ada Quill")
    assert "same-name" in shown or "first-met" in shown
    as_json = json.loads(ok(story, "show", "Ada Quill", "--json"))
    assert as_json["schema"] == "sayso.source/1"
    assert ok(story, "show", FERRY.report.id, "--original") == "<p>" + FERRY.report.text
    assert json.loads(ok(story, "show", FERRY.report.id[7:20], "--json"))["report"] == FERRY.report.id
    assert "version 1 of 1" in ok(story, "show", "https://lantern.example/inquiry")


def test_merging_and_splitting(story: Path) -> None:
    ids = {name: json.loads(ok(story, "show", name, "--json"))["id"] for name in ("Ada Quill", "Björn Åsgård")}
    ok(story, "judge", "merge", ids["Ada Quill"], ids["Björn Åsgård"])
    assert len(ok(story, "find", "--source", ids["Björn Åsgård"], "--json").splitlines()) == 4
    ok(story, "judge", "split", f"{FERRY.report.id[7:19]}#p1", "--why", "no")
    assert len(ok(story, "find", "--source", ids["Björn Åsgård"], "--json").splitlines()) == 2


def test_purge_asks_first(story: Path) -> None:
    done = run(story, "purge", INQUIRY.report.id)
    assert done.returncode == 2
    assert "for good?" in done.stderr
    assert "Give --yes" in done.stderr
    assert "Inquiry" in ok(story, "find", "--reports")
    assert "purged" in run(story, "purge", INQUIRY.report.id, "--yes", "--why", "takedown").stderr
    assert "Inquiry" not in ok(story, "find", "--reports")
    assert "was taken out of the ledger on" in run(story, "show", INQUIRY.report.id).stderr


FAILURES = [
    (("find", "--type", "robot"), 2, "type=robot: is unknown"),
    (("find", "--published-from", "soon"), 2, "is no day"),
    (("show", "123456789abc"), 3, "no such report"),
    (("show", "s3"), 3, "within one reading. `sayso find` gives ids"),
    (("show", "Nobody At All"), 3, "no source of this name"),
    (("judge", "accept", "123456789abc@1-2"), 3, "no such report"),
    (("judge", "undo", "j1"), 3, "no such judgement"),
    (("purge", "123456789abc", "--yes"), 3, "no such report"),
]


@pytest.mark.parametrize(("arguments", "status", "message"), FAILURES)
def test_failures_are_told_without_a_traceback(
    story: Path, arguments: tuple[str, ...], status: int, message: str
) -> None:
    done = run(story, *arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_ledger_that_is_not_there(tmp_path: Path) -> None:
    done = run(tmp_path / "none", "find", "word")
    assert done.returncode == 3
    assert "there is no ledger here" in done.stderr
    assert not (tmp_path / "none").exists()


FERRY_TEXT = (
    "Ferry sinks off Port Lorne\n\nHarbour master Ada Quill said on Tuesday that the {0} had not been overloaded. "
    '"Not one warning reached us," she said.\n'
)


def test_add_reads_folders_goes_on_after_failures_and_adds_nothing_twice(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / ".hidden").write_text("not read")
    for number, ship in enumerate(["ferry", "tug", "barge", "raft", "yacht"]):
        (folder / ("deep" if number % 2 else "") / f"{ship}.txt").write_text(FERRY_TEXT.format(ship))
    (folder / "empty.txt").write_text("")
    records = [{"text": FERRY_TEXT.format(ship), "url": f"https://x.example/{ship}"} for ship in ("sloop", "skiff")]
    (tmp_path / "more.jsonl").write_text("\n".join(map(json.dumps, records)))
    ledger = tmp_path / "ledger.sqlite3"
    arguments = ("add", str(folder), str(tmp_path / "*.jsonl"), str(tmp_path / "missing.txt"), "--jobs", "2")
    first = run(ledger, *arguments)
    assert first.returncode == 3
    assert "7 added" in first.stderr
    assert "2 failed" in first.stderr
    assert "missing.txt" in first.stderr
    second = run(ledger, *arguments, "--json")
    assert "0 added, 0 statements; 7 known already; 2 failed" in second.stderr
    lines = [json.loads(line) for line in second.stdout.splitlines()]
    assert [line.get("status") for line in lines].count("known") == 7
    assert all(line["report"] for line in lines if line.get("status") == "known")
    reports = [json.loads(line) for line in ok(ledger, "find", "--reports", "--json", "overloaded").splitlines()]
    assert len(reports) == 7
    assert ok(ledger, "show", reports[-1]["id"], "--original").startswith("Ferry sinks")
