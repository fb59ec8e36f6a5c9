"""Kills processes that add to a ledger at random moments and checks what is left, on SQLite and on PostgreSQL.

python evaluation/kill_ledger.py [--times 50]

After each kill the ledger is opened and searched, and every tenth time checked in full: all that was reported as
added is there, whole and once, and the indexes agree with their tables.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from ledger import postgres
from ledger.test_processes import check_whole, kill_while_adding
from sayso.ledger import Ledger, Query


def kill_often(address: str, times: int, seed: int) -> int:
    """Gives the number of reports that were added in the end; raises AssertionError where something was lost."""
    dice = random.Random(seed)
    reported: set[int] = set()
    for turn in range(1, times + 1):
        first = len(reported)
        got = kill_while_adding(address, first, first + 100_000, dice.uniform(0.0, 1.5))
        assert not reported & set(got)
        reported |= set(got)
        assert reported == set(range(len(reported))), sorted(reported ^ set(range(len(reported))))
        with Ledger(address) as ledger, ledger.read() as view:
            found = view.count(Query()).value
        assert min(len(reported), 10_000) <= found, (len(reported), found)
        if turn % 10 == 0 or turn == times:
            check_whole(address, reported)
            print(f"{turn} kills, {len(reported)} reports, nothing lost, nothing doubled", flush=True)
    return len(reported)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=50)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print("SQLite")
        kill_often(str(Path(folder) / "ledger.sqlite3"), given.times, 1)
    with postgres.server() as server:
        print("PostgreSQL")
        kill_often(server, given.times, 2)
