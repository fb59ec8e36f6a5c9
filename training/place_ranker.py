"""Train the place ranker: ``python -m training.place_ranker`` writes ``src/sayso/grounding/places/ranker.json``.

Conditional logit over the entries of every distinct name: the entry nearest to the annotated position, within 161 km,
is right. Trained on the outlets of LGL and the articles of GeoVirus that are not held out (evaluation/geodata.py).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from evaluation.geodata import Document, geovirus, kilometres, lgl
from sayso.grounding.places.ranking import FEATURES, ROUNDS, WEIGHTS, Table
from sayso.grounding.places.resolving import Hints, stretches

#: Strength of the pull of weights towards nought, in examples.
PULL = 2.0
#: How often an article of world news counts: LGL is local news, which takes a name for a small town near by too easily.
WORLD = 4
#: Least weights. Evidence never counts against the entry it speaks for; what every reader of world news knows (the
#: capital is meant, or the place that dwarfs its namesakes) gets a say that local news alone would not give it.
LEAST = {"population": 0.0, "capital": 1.5, "share": 0.0, "dominant": 0.5, "division": 0.0, "qualified": 1.0}
LEAST |= dict.fromkeys(
    ("own country named", "own region named", "own county named", "same country", "same region", "same county", "near",
     "far", "near beside", "region beside", "country of outlet", "near outlet", "region of outlet"), 0.0
)  # fmt: skip


class Example:
    """One stretch of names: its table and, per row of the table, whether it is the right entry of its name."""

    def __init__(self, document: Document, with_outlet: bool) -> None:
        spans = [m.span for m in document.marks]
        hints = Hints(document.outlet if with_outlet and document.corpus == "lgl" else None)
        self.tables, self.right = [], []
        for stretch in stretches(spans, document.text, hints):
            table = Table(stretch.names, stretch.setting)
            right = np.zeros(len(table.rows))
            for g, group in enumerate(stretch.mentions):
                at = next((document.marks[n].at for n, _ in group if document.marks[n].at), None)
                if at is None:
                    continue
                rows = [r for r, (of, _) in enumerate(table.rows) if of == g]
                far = {r: kilometres(at, (table.rows[r][1].latitude, table.rows[r][1].longitude)) for r in rows}
                good = [r for r in rows if far[r] <= 161]
                for r in good:  # a town and its county are as right: which of them is meant, coordinates cannot tell
                    right[r] = 1 / len(good)
            self.tables.append(table)
            self.right.append(right)


def fit(features: list[np.ndarray], examples: list[tuple[Table, np.ndarray]], pull: float) -> np.ndarray:
    """Weights that make the right entries most probable; a name with several right ones is served by any of them."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, gradient = pull * float(weights @ weights), 2 * pull * weights
        for x, (table, right) in zip(features, examples, strict=True):
            chances = table.softmax(x @ weights)
            which = np.searchsorted(table.group[table.starts], table.group)
            good = right > 0
            mass = np.add.reduceat(chances * good, table.starts)
            known = (np.add.reduceat(right, table.starts) > 0)[which]
            share = np.where(good, chances / np.maximum(mass[which], 1e-12), 0.0)
            total -= float(np.log(np.maximum(mass[known[table.starts]], 1e-12)).sum())
            gradient = gradient + x.T @ ((chances - share) * known)
        return total, gradient

    bounds = [(LEAST.get(name), None) for name in FEATURES]
    start = np.array([LEAST.get(name, 0.0) for name in FEATURES])
    found = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B", options={"maxiter": 300})
    return found.x


def train(documents: Iterable[Document], pull: float = PULL) -> list[np.ndarray]:
    parts = [
        Example(d, with_outlet)
        for d in documents
        for with_outlet in ((True, False) if d.corpus == "lgl" else (False,) * WORLD)
    ]
    examples = [(t, r) for e in parts for t, r in zip(e.tables, e.right, strict=True) if len(t.rows)]
    chances = [t.by_population() for t, _ in examples]
    rounds = []
    for _ in range(ROUNDS):
        features = [t.features(c) for (t, _), c in zip(examples, chances, strict=True)]
        weights = fit(features, examples, pull)
        chances = [t.softmax(x @ weights) for x, (t, _) in zip(features, examples, strict=True)]
        rounds.append(weights)
    return rounds


def write(rounds: list[np.ndarray], path: Path) -> None:
    model = {"features": list(FEATURES), "rounds": [[round(float(w), 4) for w in weights] for weights in rounds]}
    path.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=WEIGHTS)
    given = options.parse_args()
    rounds = train(d for d in (*lgl(), *geovirus()) if not d.held_out)
    write(rounds, given.out)
    for name, *weights in zip(FEATURES, *rounds, strict=True):
        print(f"{name:28}", *(f"{w:8.3f}" for w in weights))


if __name__ == "__main__":
    main()
