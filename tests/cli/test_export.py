"""``sayso export`` and ``sayso import`` as their users run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_read import REPORT, run


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(REPORT.replace("Venn", "Marsh"), encoding="utf-8")
    address = str(tmp_path / "ledger.sqlite3")
    done = run("add", "--ledger", address, str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert done.returncode == 0, done.stderr
    return address


def test_a_whole_ledger_goes_out_and_comes_back_identical(ledger: str, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    assert run("export", "--all", "-l", ledger, "-o", str(first)).returncode == 0
    copy = str(tmp_path / "copy.sqlite3")
    done = run("import", str(first), "-l", copy)
    assert (done.returncode, done.stderr.decode()) == (0, "sayso: 2 reports imported\n")
    assert run("export", "--all", "-l", copy, "-o", str(second)).returncode == 0
    assert first.read_bytes() == second.read_bytes()
    again = run("import", str(first), "-l", copy)
    assert again.returncode == 3
    assert b"empty ledger" in again.stderr


def test_filters_choose_and_the_file_is_whole(ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert run("export", "-l", ledger, "--source", "Marsh", "--words", "mine", "-o", str(out)).returncode == 0
    header, *lines = out.read_text(encoding="utf-8").splitlines()
    assert header.startswith("report_id,statement,")
    assert lines
    assert all("Marsh" in line for line in lines)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_readings_move_to_another_ledger(ledger: str, tmp_path: Path) -> None:
    made = run("export", "-l", ledger, "-f", "jsonl")
    assert made.returncode == 0
    copy = str(tmp_path / "copy.sqlite3")
    lines = [*made.stdout.splitlines(), made.stdout.splitlines()[0].replace(b"Venn", b"Vern"), b"{}"]
    done = run("import", "-", "-l", copy, stdin=b"\n".join(lines))
    assert done.returncode == 3  # two lines hold no sound reading
    assert b"2 readings added; 0 known already; 2 failed" in done.stderr
    assert run("export", "-l", copy, "-f", "jsonl").stdout == made.stdout


def test_reports_are_exported_without_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    done = run("export", "-f", "annotations", "missing.txt", "a.txt", cwd=tmp_path)
    assert done.returncode == 3
    assert b"missing.txt" in done.stderr
    exact = [a["target"]["selector"][0]["exact"] for a in json.loads(done.stdout)["items"] if "selector" in a["target"]]
    assert any("until the last mine is found" in words for words in exact)


@pytest.mark.parametrize(
    "args",
    [
        ["-f", "papyrus"],
        ["-f", "parquet"],
        ["--table", "chairs"],
        ["--all", "--source", "Venn"],
        ["--source", "Venn", "a.txt"],
        ["--published-from", "soon"],
        ["-o", "/nowhere/at/all", "a.txt"],
    ],
)
def test_wrong_usage_is_status_2_with_words(args: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    done = run("export", *args, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(b"sayso: ")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(("name", "data"), [("missing", None), ("empty", b""), ("noise", b"\x00\xff\n")])
def test_what_is_no_dump_is_told(name: str, data: bytes | None, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = run("import", name, "-l", "new.sqlite3", cwd=tmp_path)
    assert done.returncode in (2, 3)
    assert name.encode() in done.stderr
    assert b"Traceback" not in done.stderr
