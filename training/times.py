"""Train what tells two times of one event from the times of two events.

    python -m training.times ../shared/data/news/allsides.jsonl.xz

writes ``src/sayso/check/learned/sametime.npz``. Published reports, of whatever outlet, are the examples: two events
told with one time are taken for one, two with different times for two. Prints how many of the former would be taken
for one and how many of the latter, for the reports held out (one in ten of newsrooms, the same as in
``training/figures.py``).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from evaluation.check_altered import reading_of
from evaluation.check_precision import NEWSROOMS
from sayso.check.context import Context
from sayso.check.days.happenings import happenings
from sayso.check.days.sametime import FEATURES, Scene, candidates, features
from sayso.check.days.twodays import MOST
from training import trees
from training.data import each_once, held

ROUNDS, LEAVES = 90, 8


def examples(context: Context) -> Iterator[tuple[list[float], int]]:
    """The pairs of one report: features, and whether they were told with one time."""
    found = happenings(context)
    if len(found) > MOST:
        return
    scene = Scene(context, found)
    for one, other in candidates(found):
        if one.when.same(other.when) or one.when.apart(other.when):
            yield features(one, other, scene), int(one.when.same(other.when))


def main() -> None:
    sets: tuple[list[tuple[list[float], int]], ...] = ([], [])
    for row in each_once(Path(sys.argv[1])):
        if not held(row) or row["publisher"] in NEWSROOMS:
            sets[held(row)].extend(examples(Context(reading_of(row, model=False))))
    trees.make(*sets, ROUNDS, LEAVES, FEATURES, "sametime")


if __name__ == "__main__":
    main()
