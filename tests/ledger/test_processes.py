"""What several processes may do to one ledger, and what the death of one may not."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from sayso.ledger import Ledger, Original, Query
from sayso.ledger.fulltext import integrity
from sayso.ledger.references import report_row
from sayso.ledger.schema import originals, reports, statements

from .adder import numbered

ADDER = Path(__file__).parent / "adder.py"


def start(address: str, first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(ADDER), address, str(first), str(last)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n", finish(process)[1]
    return process


def finish(process: subprocess.Popen[str]) -> tuple[str, str]:
    """What is left of both streams, and waits; ``communicate`` would forget what ``readline`` has read ahead."""
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stdout, process.stderr:
        streams = process.stdout.read(), process.stderr.read()
    process.wait()
    return streams


def kill_while_adding(address: str, first: int, last: int, delay: float) -> list[int]:
    """Kills an adder after ``delay`` seconds and gives the numbers that it had reported as added."""
    process = start(address, first, last)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    out, _ = finish(process)
    return [int(line) for line in out.splitlines()]


def check_whole(address: str, reported: set[int]) -> None:
    """Everything reported is there, each report is whole and there once, and the indexes agree."""
    with Ledger(address) as ledger:
        with ledger.write() as session:
            integrity(session.connection)
            if session.connection.dialect.name == "sqlite":
                assert session.connection.execute(text("PRAGMA integrity_check")).all() == [("ok",)]
                assert session.connection.execute(text("PRAGMA foreign_key_check")).all() == []
        with ledger.read() as view:
            for number in reported:
                assert view.report(numbered(number).report.id).reading == numbered(number)
            each = {
                table.name: view.connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (reports, statements, originals)
            }
            assert len(set(each.values())) == 1, each
            assert each["reports"] >= len(reported)
            assert view.count(Query(words="many")).value == min(each["statements"], 10_000)


def test_killing_an_adder_loses_nothing_that_was_reported(ledger_address: str) -> None:
    dice = random.Random(11)
    reported: set[int] = set()
    for _ in range(4):
        first = len(reported)
        got = kill_while_adding(ledger_address, first, first + 5000, dice.uniform(0.02, 0.4))
        assert not reported & set(got)
        reported |= set(got)
        check_whole(ledger_address, reported)
    with Ledger(ledger_address) as ledger, ledger.write() as session:
        for number in range(len(reported) + 10):
            session.add(numbered(number), Original(numbered(number).report.text.encode()))
    check_whole(ledger_address, set(range(len(reported) + 10)))


def test_two_add_while_five_read(ledger_address: str) -> None:
    adders = [start(ledger_address, 0, 60), start(ledger_address, 40, 100)]
    wrong: list[str] = []
    done = threading.Event()

    def read() -> None:
        try:
            with Ledger(ledger_address) as ledger:
                before = 0
                while not done.is_set():
                    with ledger.read() as view:
                        count = view.count(Query()).value
                        again = view.count(Query(words="report")).value
                        listed = len(view.find(Query(limit=1000)).items)
                    if not count == again == listed >= before:
                        wrong.append(f"{count}, {again}, {listed} after {before}")
                    before = count
        except Exception as error:
            wrong.append(repr(error))

    readers = [threading.Thread(target=read) for _ in range(5)]
    for reader in readers:
        reader.start()
    failures = [finish(process)[1] for process in adders]
    done.set()
    for reader in readers:
        reader.join()
    assert [process.returncode for process in adders] == [0, 0], failures
    assert wrong == []
    with Ledger(ledger_address) as ledger, ledger.read() as view:
        assert view.count(Query()).value == 100
        assert report_row(view.connection, numbered(99).report.id).version == 1


@pytest.mark.parametrize("times", [3])
def test_processes_may_create_one_ledger_at_the_same_moment(address: str, times: int) -> None:
    command = [sys.executable, str(ADDER), address]
    processes = [
        subprocess.Popen(
            [*command, str(n * 5), str(n * 5 + 5)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for n in range(times)
    ]
    failures = [finish(process)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * times, failures
    with Ledger(address) as ledger, ledger.read() as view:
        assert view.count(Query()).value == 5 * times
