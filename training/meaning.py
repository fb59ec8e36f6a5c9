"""Train what decides acts, firmness and links where no table does.

    python -m training.meaning ../shared/data/sourcing/train.jsonl

writes ``src/sayso/attribution/{acts,firmness,…}.npz`` from the reports with their annotated spans and, again, with
those that the tagger finds. Needs scikit-learn and, for acts (``training/acts.py``), PyTorch; takes three or four
minutes on one core.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

import sayso.attribution
from evaluation.gold import GoldReading
from sayso.attribution import acts, chains, firmness, linear, links
from sayso.attribution.cues import cues
from sayso.attribution.outlets import outlets, people
from sayso.attribution.passages import passages
from sayso.attribution.views import View, view
from training import tagged

Rows = Callable[[Iterable[GoldReading]], tuple[list[list[str]], list[str]]]
HERE = Path(sayso.attribution.__file__).parent
#: Annotations made by mending what was read: they leave out most links, so nothing is to be learned of them there.
MENDED = frozenset(("fifth", "sixth", "seventh"))
#: A feature seen in fewer examples has no weight.
LEAST = 2


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


def fit(
    rows: list[list[str]],
    labels: list[str],
    buckets: int,
    strength: float,
    worth: Mapping[str, float] | None = None,
) -> linear.Linear:
    """Multinomial logistic regression, weights rounded to 8 bits.

    ``strength`` is the inverse of the penalty; ``worth`` multiplies the odds of a label afterwards.
    """
    examples = matrix(rows, buckets)
    often = np.flatnonzero(examples.getnnz(axis=0) >= LEAST)
    model = LogisticRegression(C=strength, max_iter=200, tol=1e-3).fit(examples[:, often], labels)
    bias, names = model.intercept_, list(model.classes_)
    weights = np.zeros((examples.shape[1], len(model.coef_)))
    weights[often] = model.coef_.T
    if len(names) == 2:
        weights, bias = np.hstack([np.zeros_like(weights), weights]), np.array([0.0, bias[0]])
    bias = bias + np.log([(worth or {}).get(name, 1.0) for name in names])
    return rounded(tuple(names), weights, bias)


def save(name: str, model: linear.Linear) -> None:
    np.savez_compressed(
        HERE / f"{name}.npz",
        labels=np.array(model.labels),
        weights=model.weights,
        scale=model.scale,
        bias=model.bias,
    )


def firmness_rows(golds: Iterable[GoldReading]) -> tuple[list[list[str]], list[str]]:
    rows, labels = [], []
    for gold in golds:
        text = gold.report.text
        for item, statement in zip(views(gold), gold.statements, strict=True):
            if not statement:
                continue
            a = item.attribution
            found = firmness.hedges(text, a.content, "content") + firmness.hedges(text, a.cue, "cue")
            if found:
                rows.append(list(firmness.features(gold.report, item, found)))
                labels.append(statement["firmness"])
    return rows, labels


def link_groups(golds: Iterable[GoldReading]) -> list[tuple[list[list[str]], int]]:
    """For each answer its options (the last: none) and which is right."""
    groups = []
    for gold in golds:
        if any(s.get("hand") in MENDED for s in gold.statements):
            continue
        items = views(gold)
        own = acts.decide_all(items, cues())
        decided = [acts.Act(s["act"], False, "gold") if s else act for s, act in zip(gold.statements, own, strict=True)]
        at = {s["id"]: i for i, s in enumerate(gold.statements) if s}
        held = chains.parents(items, outlets(gold.report.text, people(gold.refs)))
        about = links.topics(items)
        for i, statement in enumerate(gold.statements):
            if statement and statement["act"] in links.ANSWERS:
                near, options = links.choices(items, decided, about, held, i)
                meant = at.get(statement["about"] or "")
                groups.append(
                    (
                        [list(linear.names(option)) for option in options],
                        near.index(meant) if meant in near else len(near),
                    )
                )
    return groups


def fit_choice(groups: Sequence[tuple[list[list[str]], int]], buckets: int, strength: float) -> linear.Linear:
    """Logistic choice of one option in each group, one weight for each hashed feature."""
    examples = matrix((option for options, _ in groups for option in options), buckets)
    weights = choice_weights(
        examples, [len(options) for options, _ in groups], [right for _, right in groups], strength
    )
    return rounded(("right",), weights[:, None], np.zeros(1))


def choice_weights(examples: sp.csr_matrix, sizes: Sequence[int], right: Sequence[int], strength: float) -> np.ndarray:
    """One weight for each column: ``examples`` has the options of all groups below one another, ``right`` tells which
    of its group's; ``strength`` is the inverse of the penalty."""
    begins = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)
    chosen = begins + np.array(right)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = examples @ weights
        top = np.maximum.reduceat(scores, begins)
        grown = np.exp(scores - top[group])
        total = np.add.reduceat(grown, begins)
        error = grown / total[group]
        error[chosen] -= 1
        value = float((np.log(total) + top - scores[chosen]).sum() + weights @ weights / (2 * strength))
        return value, examples.T @ error + weights / strength

    begin = np.zeros(examples.shape[1])
    weights: np.ndarray = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return weights


def rounded(labels: tuple[str, ...], weights: np.ndarray, bias: np.ndarray) -> linear.Linear:
    scale = float(np.abs(weights).max() / 127)
    return linear.Linear(labels, np.round(weights / scale).astype(np.int8), scale, bias.astype(np.float32))


#: Name of each classifier -> its examples, table size, inverse penalty and how much more its rare labels count.
PARTS: dict[str, tuple[Rows, int, float, dict[str, float]]] = {
    "firmness": (firmness_rows, 1 << 13, 1.0, {"possible": 1.5, "probable": 2.0}),
}


def main(path: Path, *names: str) -> None:
    golds = tagged.both(path.stem)
    if not names or "links" in names:
        save("links", fit_choice(link_groups(golds), 1 << 14, 0.05))
    if not names or "acts" in names:
        from training import acts as network  # it needs torch

        network.save(network.fit(golds + tagged.acts_only()))
    for name in set(names or PARTS) & set(PARTS):
        rows, buckets, strength, worth = PARTS[name]
        save(name, fit(*rows(golds), buckets, strength, worth))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
