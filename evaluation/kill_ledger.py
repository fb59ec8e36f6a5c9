"""Kills `sayso add` at random moments and checks what is left, on SQLite and on PostgreSQL.

    python -m evaluation.kill_ledger [--times 50] [--reports 4000]

The command reads one file of JSON Lines, with processes of its own, and is killed (SIGKILL) between its start and a few
seconds after its first success, then started again on the same file. After each kill: what it had reported as added is
in the ledger, no report is there twice, its processes are gone; every tenth time also that each report is whole (text,
reading, bytes, rows) and that the indexes agree with their tables. At last the command runs to the end.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import func, select, text

from evaluation.corpora import ROOT
from sayso.ledger import Ledger
from sayso.ledger.fulltext import integrity
from sayso.ledger.schema import fetches, readings, reports, statements

sys.path.insert(0, str(ROOT / "tests"))
from ledger import postgres

_NAMES = ("Ada Quill", "Bo Lund", "Vasyl Horobenko", "Wassily Horobenko", "Mira Castellan")


def write_reports(path: Path, number: int) -> None:
    """Reports of our own, each with a statement or two."""
    with path.open("w", encoding="utf-8") as out:
        for n in range(number):
            name = _NAMES[n % len(_NAMES)]
            body = (
                f"PORT LORNE — Ferry {n} left the harbour late on Monday, {name}, the harbour master, said.\n\n"
                f'"We waited for {n % 7} more boats," {name} said. The company denied that ferry {n} was full.'
            )
            record = {"text": body, "headline": f"Ferry {n} leaves late", "url": f"https://courier.example/{n}",
                      "outlet": "Harbour Courier", "published": f"2031-05-{1 + n % 28:02d}"}  # fmt: skip
            out.write(json.dumps(record) + "\n")


def children(process: int) -> set[int]:
    """Processes that ``process`` started."""
    try:
        return {int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()}
    except OSError:
        return set()


def start(file: Path, address: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "sayso", "add", str(file), "--ledger", address, "--json", "--quiet", "--jobs", "2"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def told(lines: list[str]) -> tuple[set[str], set[str]]:
    """Ids of reports that were told as new, and of those told as known; a last line that was cut off tells nothing."""
    new, known = set(), set()
    for line in lines:
        if line.endswith("\n"):
            value = json.loads(line)
            assert value["schema"] == "sayso.added/1", value
            (new if value["status"] == "new" else known).add(value["report"])
    return new, known


def kill_once(file: Path, address: str, dice: random.Random) -> tuple[set[str], set[str]]:
    """Starts the command, kills it, and gives what it told until then."""
    process = start(file, address)
    assert process.stdout is not None
    assert process.stderr is not None
    lines = []
    if dice.random() < 0.8:  # else while it starts
        while (line := process.stdout.readline()) and '"new"' not in line:
            lines.append(line)
        lines.append(line)
    time.sleep(dice.uniform(0, 4))
    started = children(process.pid)
    process.send_signal(signal.SIGKILL)
    with process.stdout, process.stderr:
        lines += process.stdout.readlines()
        problems = process.stderr.read()
    assert process.wait() in (-signal.SIGKILL, 0), problems
    assert "Traceback" not in problems, problems
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{one}/cmdline").exists() for one in started):
        assert time.monotonic() < deadline, f"processes are left: {started}"
        time.sleep(0.05)
    return told(lines)


def check(address: str, added: set[str], *, whole: bool) -> int:
    """Raises AssertionError where something is lost, doubled or half there; gives the number of reports."""
    with Ledger(address) as ledger, ledger.write() as session:
        connection = session.connection
        ids = [id_ for (id_,) in connection.execute(select(reports.c.id))]
        assert len(ids) == len(set(ids))
        assert added <= set(ids), f"lost: {added - set(ids)}"
        if whole:
            integrity(connection)
            if connection.dialect.name == "sqlite":
                assert connection.execute(text("PRAGMA integrity_check")).all() == [("ok",)]
                assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
            for table in (readings, fetches):
                number = connection.execute(select(func.count()).select_from(table)).scalar_one()
                assert number == len(ids), (table.name, number, len(ids))
            drawn = 0
            for id_ in ids:
                view = session.report(id_)
                drawn += len(view.statements)
                assert len(view.statements) == len(view.reading.statements)
                assert json.loads(session.original(id_))["url"] == view.reading.report.url
            assert drawn == connection.execute(select(func.count()).select_from(statements)).scalar_one()
    return len(ids)


def kill_often(file: Path, address: str, times: int, seed: int) -> None:
    dice = random.Random(seed)
    added: set[str] = set()
    for turn in range(1, times + 1):
        new, known = kill_once(file, address, dice)
        assert not new & added, f"told as new twice: {new & added}"
        # What was written but not told before the kill is told as known now.
        added |= new | known
        number = 0
        whole = turn % 10 == 0 or turn == times
        if added:
            number = check(address, added, whole=whole)
        if whole:
            print(f"{turn} kills, {number} reports, nothing lost, nothing doubled", flush=True)


def finish(file: Path, address: str, number: int) -> None:
    """Runs the command to its end and checks that all is there once."""
    process = start(file, address)
    out, problems = process.communicate()
    assert process.returncode == 0, problems
    new, known = told(out.splitlines(keepends=True))
    assert len(new | known) == number
    assert check(address, new | known, whole=True) == number
    print(f"run to the end: {number} reports, each once", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--reports", type=int, default=4000)
    parser.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="both")
    given = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as folder:
        reports_file = Path(folder) / "reports.jsonl"
        write_reports(reports_file, given.reports)
        if given.database != "postgresql":
            print("SQLite", flush=True)
            ledger_file = str(Path(folder) / "ledger.sqlite3")
            kill_often(reports_file, ledger_file, given.times, 1)
            finish(reports_file, ledger_file, given.reports)
        if given.database != "sqlite":
            with postgres.server() as server:
                print("PostgreSQL", flush=True)
                kill_often(reports_file, server, given.times, 2)
                finish(reports_file, server, given.reports)
