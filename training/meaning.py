"""Train the linear classifiers that decide acts, firmness and links where no table does.

    python -m training.meaning ../shared/data/sourcing/train.jsonl

writes ``src/sayso/attribution/{acts,firmness,…}.npz``. Needs scikit-learn; takes a minute or two on one core.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

import sayso.attribution
from evaluation.gold import GoldReading, load
from sayso.attribution import acts, chains, firmness, linear, links
from sayso.attribution.cues import cues
from sayso.attribution.passages import passages
from sayso.attribution.views import View, view

HERE = Path(sayso.attribution.__file__).parent


def views(gold: GoldReading) -> list[View]:
    """The views of a gold report's statements."""
    where = passages(gold.report)
    return [view(gold.report, a, ref, where) for a, ref in zip(gold.attributions, gold.refs, strict=True)]


def matrix(rows: Iterable[Iterable[str]], buckets: int) -> sp.csr_matrix:
    """One row of ones and zeros for each example, hashed as at run time."""
    indices, ends = [], [0]
    for row in rows:
        indices += sorted(linear.buckets(row, buckets))
        ends.append(len(indices))
    return sp.csr_matrix((np.ones(len(indices), np.float32), indices, ends), shape=(len(ends) - 1, buckets))


def fit(rows: list[list[str]], labels: list[str], buckets: int, strength: float) -> linear.Linear:
    """Multinomial logistic regression, weights rounded to 8 bits; ``strength`` is the inverse of the penalty."""
    model = LogisticRegression(C=strength, max_iter=400).fit(matrix(rows, buckets), labels)
    weights, bias, names = model.coef_.T, model.intercept_, list(model.classes_)
    if len(names) == 2:
        weights, bias = np.hstack([np.zeros_like(weights), weights]), np.array([0.0, bias[0]])
    scale = float(np.abs(weights).max() / 127)
    return linear.Linear(tuple(names), np.round(weights / scale).astype(np.int8), scale, bias.astype(np.float32))


def save(name: str, model: linear.Linear) -> None:
    np.savez_compressed(
        HERE / f"{name}.npz", labels=np.array(model.labels), weights=model.weights, scale=model.scale, bias=model.bias
    )


def act_rows(golds: Iterable[GoldReading]) -> tuple[list[list[str]], list[str]]:
    rows, labels = [], []
    for gold in golds:
        items = views(gold)
        for i, (item, statement) in enumerate(zip(items, gold.statements, strict=True)):
            rows.append(list(acts.features(item, items[i - 1] if i else None, cues())))
            labels.append(statement["act"])
    return rows, labels


def firmness_rows(golds: Iterable[GoldReading]) -> tuple[list[list[str]], list[str]]:
    rows, labels = [], []
    for gold in golds:
        text = gold.report.text
        for item, statement in zip(views(gold), gold.statements, strict=True):
            a = item.attribution
            found = firmness.hedges(text, a.content, "content") + firmness.hedges(text, a.cue, "cue")
            if found:
                rows.append(list(firmness.features(gold.report, item, found)))
                labels.append(statement["firmness"])
    return rows, labels


def link_rows(golds: Iterable[GoldReading]) -> tuple[list[list[str]], list[str]]:
    rows, labels = [], []
    for gold in golds:
        items = views(gold)
        decided = [acts.Act(s["act"], False, "gold") for s in gold.statements]
        at = {s["id"]: i for i, s in enumerate(gold.statements)}
        above, stems = chains.parents(items), [links.content_stems(item) for item in items]
        for i, statement in enumerate(gold.statements):
            if statement["act"] in links.ANSWERS:
                for j in links.candidates(items, i):
                    rows.append(list(links.features(items, decided, stems, above, i, j)))
                    labels.append("yes" if at.get(statement["about"] or "") == j else "no")
    return rows, labels


def main(path: Path) -> None:
    golds = load(path)
    save("acts", fit(*act_rows(golds), buckets=1 << 16, strength=0.1))
    save("firmness", fit(*firmness_rows(golds), buckets=1 << 12, strength=0.3))
    save("links", fit(*link_rows(golds), buckets=1 << 12, strength=0.3))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
