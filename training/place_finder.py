"""Train the model that tells place names from other names: ``python -m training.place_finder`` writes finder.json.

Logistic regression over the signs of ``sayso.grounding.places.finding`` on the parts of LGL and GeoVirus that are not
held out; a proposal is right where the annotators marked the same words.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from evaluation.geodata import geovirus, lgl
from sayso.grounding.places.finding import WEIGHTS, proposals

PULL = 0.5


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=WEIGHTS)
    given = options.parse_args()
    rows, right = [], []
    for document in (*lgl(), *geovirus()):
        if document.held_out:
            continue
        marked = {m.span for m in document.marks}
        for span, fired in proposals(document.text):
            rows.append(fired)
            right.append(span in marked)
    vocabulary = sorted({sign for row in rows for sign in row})
    number = {sign: i for i, sign in enumerate(vocabulary)}
    x = np.zeros((len(rows), len(vocabulary)))
    for i, row in enumerate(rows):
        x[i, [number[sign] for sign in row]] = 1
    y = np.array(right, dtype=float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = x @ weights
        chance = 1 / (1 + np.exp(-score))
        total = float(np.logaddexp(0, score).sum() - y @ score) + PULL * float(weights @ weights)
        return total, x.T @ (chance - y) + 2 * PULL * weights

    weights = minimize(loss, np.zeros(len(vocabulary)), jac=True, method="L-BFGS-B").x
    table = {sign: round(float(w), 3) for sign, w in zip(vocabulary, weights, strict=True)}
    given.out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(f"{len(rows)} proposals, {int(y.sum())} right; {len(table)} signs")
    for sign, weight in sorted(table.items(), key=lambda t: t[1]):
        print(f"{weight:8.3f} {sign}")


if __name__ == "__main__":
    main()
