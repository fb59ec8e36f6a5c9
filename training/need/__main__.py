"""Train the estimate: ``python -m training.need --data ../shared/data --out work/need``. Resumable: run it again.

Reads ``--reports`` reports twice (with the tagger that is shipped: a third of a second each on one core), fits the
words on the other reports of the training publishers (three minutes) and the networks on what was read (ten), chooses
the calibration on other publishers, the threshold on more reports of the first ones as they were published, prints how
it does on a third group of publishers, and writes
``src/sayso/check/ownvoice/need/need.npz``. Needs scikit-learn and PyTorch.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from training.need import corpus, examples, words
from training.need.fitted import Fitted, write

ANNOTATIONS = Path(__file__).parents[1] / "annotations"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--out", type=Path, default=Path("work/need"))
    options.add_argument("--reports", type=int, default=2600)
    options.add_argument(
        "--without", type=Path, nargs="*", default=[], help="folders of JSON Lines whose ids are left out"
    )
    options.add_argument("--epochs", type=int, default=4)
    options.add_argument("--seeds", type=int, default=2)
    options.add_argument("--rate", type=float, default=0.1, help="sentences asked about in a report as published")
    chosen = options.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    news = chosen.data / "news" / "allsides.jsonl.xz"
    without = corpus.annotated([chosen.data / "sourcing", ANNOTATIONS, *chosen.without])
    for part, number in (("train", chosen.reports), ("dev", 300), ("test", 300)):
        rows = corpus.reports(news, part, without)
        table = chosen.out / "words.npz"
        if part == "train" and not table.exists():
            weights, scale = words.table(
                row["text"] for row in rows[number + 300 :]
            )  # of these, the networks are to see words anew
            np.savez(table, weights=weights, scale=scale)
        examples.make(rows[:number], chosen.out, part, plain=part != "train")
        if part == "train":
            examples.make(corpus.cut_by_hand(), chosen.out, "train_annotated", plain=False)
            examples.make(rows[number : number + 300], chosen.out, "published", plain=True, cut=False)
    with np.load(chosen.out / "words.npz") as table_:
        fitted = Fitted(table_["weights"], float(table_["scale"]), chosen.epochs, chosen.seeds)
    fitted.learn(examples.load(chosen.out, "train"))
    fitted.settle(examples.load(chosen.out, "dev"))
    fitted.limit(examples.load(chosen.out, "published"), chosen.rate)
    fitted.show("publishers held out", examples.load(chosen.out, "test"))
    write(fitted)


if __name__ == "__main__":
    main()
