"""Train what tells a list that a number counts from one that it does not.

    python -m training.counted ../shared/data/news/allsides.jsonl.xz [file of ids to leave out]

writes ``src/sayso/check/learned/counted.npz``. Published reports are the examples: lists as long as the number before
them says against longer and shorter ones. Prints, for the reports held out by turns (a fifth each), how many of the
former are taken for the number's list, which are those of which a changed number would be asked about, and how many
of the latter.
"""

from __future__ import annotations

import sys
from multiprocessing import Pool
from pathlib import Path

import numpy as np

from evaluation.check_altered import reading_of
from sayso.check.context import Context
from sayso.check.sums.counted import FEATURES, pairs
from training import trees
from training.data import each_once, ids

ROUNDS, LEAVES, FOLDS = 120, 8, 5


def examples(row: dict[str, str]) -> list[tuple[tuple[float, ...], bool]]:
    """The pairs of one report: features, and whether the list is as long as its number says."""
    context = Context(reading_of(row, model=False))
    return [(each.features, each.value in each.sizes) for each in pairs(context) if each.plain]


def main() -> None:
    without = ids(sys.argv[2]) if len(sys.argv) > 2 else set()
    reports = [row for row in each_once(Path(sys.argv[1])) if row["id"] not in without]
    with Pool(2) as pool:
        found = [each for some in pool.imap(examples, reports, 50) for each in some]
    given, right = np.array([each[0] for each in found], np.float32), np.array([int(each[1]) for each in found])
    part = np.random.default_rng(0).integers(0, FOLDS, len(found))
    likely = np.zeros(len(found))
    for fold in range(FOLDS):
        model = trees.fit(given[part != fold], right[part != fold], ROUNDS, LEAVES)
        likely[part == fold] = model.predict_proba(given[part == fold])[:, 1]
    for least in (0.6, 0.7, 0.8, 0.85, 0.9):
        taken = likely > least
        print(f"{least:.2f}  {(taken & (right == 1)).sum()} of {right.sum()}, others {(taken & (right == 0)).sum()}")
    print(f"{len(reports)} reports")
    trees.save(trees.fit(given, right, ROUNDS, LEAVES), FEATURES, "counted")


if __name__ == "__main__":
    main()
