"""Train what tells two mentions of one figure from two figures.

    python -m training.figures ../shared/data/news/allsides.jsonl.xz [file of ids to leave out]

writes ``src/sayso/check/learned/samefigure.npz``. Published reports are the examples: two mentions with one value are
one figure, and one of them is given another value, as by a slip of the pen; two with different values are two. Prints
how many of the changed figures are found and how many pairs of published figures would be asked about, for the
reports held out (one in ten).
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from evaluation.check_altered import reading_of
from evaluation.check_precision import NEWSROOMS
from sayso.check.context import Context
from sayso.check.figures.mentions import Mention, mentions
from sayso.check.twice.samefigure import FEATURES, MOST, Setting, candidates, features
from training import trees
from training.data import each_once, held, ids

ROUNDS, LEAVES = 160, 12
FACTORS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.3, 1.4, 1.5, 1.7, 2, 2.5, 3)


def slip(value: float, dice: random.Random) -> float:
    """Another value, as a hand that plants a fault or mistypes would give it."""
    if value < 20:
        return value + dice.choice([-3, -2, -1, 1, 2, 3, 4])
    digits = str(int(value))
    turns = [n for n in range(len(digits) - 1) if digits[n] != digits[n + 1] and (n or digits[1] != "0")]
    if turns and value == int(value) and dice.random() < 0.35:
        n = dice.choice(turns)
        return float(digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :])
    if value >= 1e6 and dice.random() < 0.15:
        return value * dice.choice([1000, 1 / 1000, 10, 0.1])
    return value * dice.choice(FACTORS)


def examples(found: list[Mention], dice: random.Random) -> Iterator[tuple[list[float], int]]:
    """The pairs of one report: features, and whether they were one figure before one was changed."""
    setting = Setting(found)
    for one, other in candidates(found):
        if one.value != other.value:
            if setting.stray(one, other):
                yield features(one, other, setting), 0
            continue
        stray = dice.choice([one, other])
        value = slip(stray.value, dice)
        copied = len(one.words & other.words) > 0.8 * max(len(one.words), len(other.words))
        if value < 1 or value == stray.value or setting.values[stray.kind, value] or copied:
            continue
        changed = replace(stray, value=value)
        now = Setting([changed if each is stray else each for each in found])
        pair = (changed, other) if stray is one else (one, changed)
        yield features(*pair, now), 1


def main() -> None:
    without = ids(sys.argv[2]) if len(sys.argv) > 2 else set()
    dice = random.Random(5)
    sets: tuple[list[tuple[list[float], int]], ...] = ([], [])
    for row in each_once(Path(sys.argv[1]), lambda row: row["publisher"] in NEWSROOMS and row["id"] not in without):
        found = mentions(Context(reading_of(row, model=False)))
        if len(found) <= MOST:
            sets[held(row)].extend(examples(found, dice))
    trees.make(*sets, ROUNDS, LEAVES, FEATURES, "samefigure")


if __name__ == "__main__":
    main()
