"""Run as a program: adds made-up reports FROM..TO to a ledger in small batches and says which are in, until killed.

``python adder.py ADDRESS FROM TO``. A line with the number of a report is printed only
once its session has ended.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from ledger.factory import reading, said
from sayso.ledger import Ledger, Original
from sayso.types import Reading

BATCH = 5


def numbered(number: int) -> Reading:
    name = ["Ada Quill", "Bo Lund", "Vasyl Horobenko", "Wassily Horobenko"][number % 4]
    text = f"{name} said report {number} was one of many. " + "It went on and on. " * 40
    return reading(text, [said(f"report {number} was one of many", name)], url=f"https://x.example/{number}",
                   published=f"2031-05-{1 + number % 28:02d}")  # fmt: skip


def main(address: str, first: int, last: int) -> None:
    with Ledger(address) as ledger:
        print("open", flush=True)
        for start in range(first, last, BATCH):
            numbers = range(start, min(start + BATCH, last))
            with ledger.write() as session:
                for number in numbers:
                    made = numbered(number)
                    session.add(made, Original(made.report.text.encode()))
            print("\n".join(map(str, numbers)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
