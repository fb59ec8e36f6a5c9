"""Fit the estimate of what statements of unnamed sources are: ``python -m training.nature --out work/nature``.

Reads the judged reports with the tagger that is shipped (a third of a second each on one core; what is read is kept in
``--out``, so that it can be run again), fits a linear model over the vectors of each statement's parts, prints how it
does on reports held out in sixths, and writes ``src/sayso/check/unnamed/nature/nature.npz``. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score

import sayso.check.unnamed.nature
from evaluation.corpora import DATA
from sayso.check.context import Context
from sayso.check.unnamed.nature.estimate import NATURES
from sayso.check.unnamed.nature.features import marks, vectors
from sayso.pipeline import Options, read
from sayso.settings import MODEL
from sayso.types import Reading, Statement
from training.data import nature_rows

ANNOTATIONS = Path(__file__).with_name("annotations") / "unnamed"
#: Contents that overlap so much, by characters, are one statement's.
_SAME = 0.8
_PARTS = 6
Matrix = npt.NDArray[np.float32]


def examples(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The judged statements of a report that the reading finds."""
    made = next(iter(read(row["text"].encode(), options=Options(published=row["published"]))))
    if not isinstance(made, Reading):
        return
    context = Context(made)
    pairs = [(each, found) for each in row["statements"] if (found := _found(context, each))]
    seen = vectors(context, [found for _, found in pairs], MODEL) if pairs else None
    for (each, found), vector in zip(pairs, seen or [], strict=True):
        yield {
            "report": row["id"],
            "nature": NATURES.index(each["nature"]),
            "asked": each["asked"],
            "marks": sorted(marks(found)),
            "vector": vector,
        }


def _found(context: Context, judged: dict[str, Any]) -> Statement | None:
    wanted = {place for span in judged["content"] for place in range(*span)}
    best, score = None, _SAME
    for each in context.statements:
        own = {place for span in each.content for place in range(span.begin, span.end)}
        share = len(wanted & own) / len(wanted | own)
        if share >= score:
            best, score = each, share
    return best


def gathered(folder: Path, rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], Matrix]:
    """What :func:`examples` gives for all rows, a hundred reports a file; those that are there are not made again."""
    folder.mkdir(parents=True, exist_ok=True)
    told: list[dict[str, Any]] = []
    seen: list[Matrix] = []
    for number in range(0, len(rows), 100):
        path = folder / f"{number}.npz"
        if not path.exists():
            found = [each for row in rows[number : number + 100] for each in examples(row)]
            vectors_ = np.array([each.pop("vector") for each in found], np.float16)
            np.savez(path, told=json.dumps(found), vectors=vectors_)
            print(f"{number + 100} reports: {len(found)} statements more", flush=True)
        with np.load(path) as parts:
            told += json.loads(str(parts["told"]))
            seen.append(parts["vectors"].astype(np.float32))
    return told, np.concatenate(seen)


def fit(given: Matrix, right: npt.NDArray[np.int64], strength: float) -> tuple[Matrix, Matrix]:
    """Weights (natures, features) and bias (natures,) for features as they come, fitted on features of one scale."""
    mean, deviation = given.mean(0), given.std(0) + 1e-2
    model = LogisticRegression(C=strength, max_iter=400).fit((given - mean) / deviation, right)
    weights = model.coef_ / deviation
    return weights, model.intercept_ - weights @ mean


def show(told: list[dict[str, Any]], odds: Matrix) -> None:
    """Of each nature the area under the curve and the average precision; and of the likeliest what editors said."""
    right, asked = np.array([each["nature"] for each in told]), np.array([each["asked"] for each in told])
    for number, name in enumerate(NATURES):
        own, score = right == number, odds[:, number]
        line = f"{name}: {own.sum()}, area {roc_auc_score(own, score):.3f}, average precision "
        print(line + f"{average_precision_score(own, score):.3f}")
        for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            over = score >= least
            if over.any():
                print(f"   from {least}: {over.sum()}, {own[over].mean():.2f} right, asked {asked[over].mean():.2f}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA)
    options.add_argument("--out", type=Path, default=Path("work/nature"))
    options.add_argument("--strength", type=float, default=5e-4, help="the inverse of the penalty")
    chosen = options.parse_args()
    told, seen = gathered(chosen.out, nature_rows(ANNOTATIONS, chosen.data / "news" / "allsides.jsonl.xz"))
    names = sorted({name for each in told for name in each["marks"]})
    beside = np.array([[float(name in each["marks"]) for name in names] for each in told], np.float32)
    given, right = np.concatenate([seen, beside], 1), np.array([each["nature"] for each in told])
    reports = {name: number % _PARTS for number, name in enumerate(sorted({each["report"] for each in told}))}
    part = np.array([reports[each["report"]] for each in told])
    odds = np.zeros((len(told), len(NATURES)), np.float32)
    for held in range(_PARTS):
        weights, bias = fit(given[part != held], right[part != held], chosen.strength)
        scores = given[part == held] @ weights.T + bias
        raised = np.exp(scores - scores.max(1, keepdims=True))
        odds[part == held] = raised / raised.sum(1, keepdims=True)
    show(told, odds)
    weights, bias = fit(given, right, chosen.strength)
    path = Path(sayso.check.unnamed.nature.__file__).with_name("nature.npz")
    np.savez_compressed(
        path, tagger=MODEL, marks="\n".join(names), weights=weights.astype(np.float16), bias=bias.astype(np.float32)
    )
    print(f"{path}: {path.stat().st_size:,} bytes, of {len(told)} statements of {len(reports)} reports")


if __name__ == "__main__":
    main()
