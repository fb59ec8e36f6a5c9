"""Fit the two logistic models of ``sayso.grounding.dates.utterance`` on annotated reports.

    python -m training.utterance_dates

writes ``src/sayso/grounding/dates/utterance.json`` from all annotated reports but those of development. Both are fitted
by L2-regularised Newton steps; the thresholds are those that give the most right dates of all statements where either
side has one, on the training reports themselves, by five-fold cross-validation.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
from evaluation.utterances import Case, case_of, share_right

import sayso.grounding.dates
from sayso.grounding.dates.utterance import Weights, carried_candidates, own_date
from training import tagged

OUT = Path(sayso.grounding.dates.__file__).with_name("utterance.json")

STRENGTH = 4.0  # of the pull to zero
RARE = 25  # features seen in fewer examples are left out

Example = tuple[list[str], bool]


def fit(examples: list[Example]) -> dict[str, float]:
    """Weight per feature and ``bias``."""
    counts = Counter(feature for features, _ in examples for feature in features)
    names = ["bias", *sorted(name for name, count in counts.items() if count >= RARE)]
    column = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    matrix[:, 0] = 1
    for row, (features, _) in enumerate(examples):
        for feature in features:
            if feature in column:
                matrix[row, column[feature]] = 1
    target = np.array([right for _, right in examples], dtype=float)
    pull = np.full(len(names), STRENGTH)
    pull[0] = 1e-3
    beta = np.zeros(len(names))
    for _ in range(12):
        chance = 1 / (1 + np.exp(-matrix @ beta))
        gradient = matrix.T @ (target - chance) - pull * beta
        hessian = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + np.diag(pull)
        beta = beta + np.linalg.solve(hessian, gradient)
    return {name: round(float(value), 3) for name, value in zip(names, beta, strict=True)}


def own_examples(cases: list[Case]) -> list[Example]:
    return [
        (case.scene.own_features(index, day), day.start == case.gold[index])
        for case in cases
        for index in range(len(case.gold))
        for day in case.scene.days[index]
    ]


def carried_examples(cases: list[Case], model: Weights) -> list[Example]:
    examples: list[Example] = []
    for case in cases:
        found = [own_date(case.scene, index, model) for index in range(len(case.gold))]
        dated = [(index, day) for index, day in enumerate(found) if day]
        places = [index for index, _ in dated]
        for index, gold in enumerate(case.gold):
            if index not in places:
                examples += [
                    (features, day.start == gold) for day, features in carried_candidates(case.scene, index, dated)
                ]
    return examples


def train(cases: list[Case], own_threshold: float, threshold: float) -> Weights:
    own = fit(own_examples(cases))
    return Weights(own, fit(carried_examples(cases, Weights(own, {}, own_threshold, 1.0))), own_threshold, threshold)


def cross_validated(cases: list[Case], own_threshold: float) -> dict[float, float]:
    """Share right by threshold, every report judged by weights fitted on other reports."""
    right: Counter[float] = Counter()
    either: Counter[float] = Counter()
    for fold in range(5):
        model = train([case for i, case in enumerate(cases) if i % 5 != fold], own_threshold, 0.5)
        for threshold in np.arange(0.25, 0.66, 0.05):
            tried = Weights(model.own, model.carried, own_threshold, float(threshold))
            good, all_ = share_right([case for i, case in enumerate(cases) if i % 5 == fold], tried)
            right[round(float(threshold), 2)] += good
            either[round(float(threshold), 2)] += all_
    return {threshold: right[threshold] / either[threshold] for threshold in right}


def main() -> None:
    cases = [case_of(row) for row in tagged.rows("train")]
    table = {own: cross_validated(cases, own) for own in (0.3, 0.4, 0.5)}
    for own, shares in table.items():
        print(own, {threshold: round(share, 4) for threshold, share in shares.items()})
    own, threshold = max(((o, t) for o in table for t in table[o]), key=lambda pair: table[pair[0]][pair[1]])
    model = train(cases, own, threshold)
    value = {"own": model.own, "carried": model.carried, "own_threshold": own, "threshold": threshold}
    OUT.write_text(json.dumps(value, indent=1, sort_keys=True) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
