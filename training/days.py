"""Train what finds a weekday that the rest of its report speaks against.

    python -m training.days ../shared/data/news/allsides.jsonl.xz [reports]

writes ``src/sayso/check/learned/oddday.npz``. Published reports are the examples: every weekday as it stands, and three
weekdays of each report, each moved by one or two days. Prints how many moved ones are found and how many published
ones would be asked about, for the reports held out.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path

from evaluation.check_altered import reading_of
from sayso.check.context import Context
from sayso.check.days.daystold import FEATURES, Days, features
from sayso.check.days.oddday import MOST
from training import trees
from training.data import each_once, held

ROUNDS, LEAVES, MOVES = 200, 8, (-2, -1, -1, -1, 1, 1, 1, 2)


def examples(row: dict[str, str]) -> list[tuple[list[float], int]]:
    """The weekdays of one report: as they stand, and some of them moved."""
    days = Days(Context(reading_of(row, model=False)))
    own = [each for each in days.told if each.bare and not each.quoted]
    if not own or not 3 <= len(days.told) <= MOST:
        return []
    draw = random.Random(row["text"])
    found = [(features(days, each, each.weekday), 0) for each in own]
    moved = [(each, (each.weekday + draw.choice(MOVES)) % 7) for each in draw.sample(own, min(3, len(own)))]
    return found + [(features(days, each, weekday), 1) for each, weekday in moved]


def drawn(path: Path, number: int) -> Iterator[dict[str, str]]:
    """``number`` reports, drawn once for all."""
    every = list(each_once(path))
    random.Random(7).shuffle(every)
    yield from every[:number]


def main() -> None:
    sets: tuple[list[tuple[list[float], int]], ...] = ([], [])
    reports = list(drawn(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 14000))
    with Pool(3) as pool:
        for row, found in zip(reports, pool.imap(examples, reports, 20), strict=True):
            sets[held(row)].extend(found)
    trees.make(*sets, ROUNDS, LEAVES, FEATURES, "oddday")


if __name__ == "__main__":
    main()
