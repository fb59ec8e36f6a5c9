"""Fit boosted trees and save them in the form that :mod:`sayso.check.learned.trees` reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier

import sayso.check.learned

FOLDER = Path(sayso.check.learned.__file__).parent
Matrix = npt.NDArray[np.float32]
Example = tuple[list[float], int]  # features, and 1 or 0


def make(
    known: Sequence[Example], unseen: Sequence[Example], rounds: int, leaves: int, names: tuple[str, ...], name: str
) -> None:
    """Fit on the known examples, print how it does on the unseen ones, save."""
    (given, right), (held, wanted) = (
        (np.array([each[0] for each in part], np.float32), np.array([each[1] for each in part]))
        for part in (known, unseen)
    )
    model = fit(given, right, rounds, leaves)
    report(model, held, wanted)
    save(model, names, name)


def fit(examples: Matrix, right: npt.NDArray[np.int64], rounds: int, leaves: int) -> HistGradientBoostingClassifier:
    """A model of ``rounds`` trees with at most ``leaves`` leaves each."""
    model = HistGradientBoostingClassifier(
        max_iter=rounds, learning_rate=0.08, max_leaf_nodes=leaves, l2_regularization=5, min_samples_leaf=30
    )
    return model.fit(examples, right)


def save(model: HistGradientBoostingClassifier, names: tuple[str, ...], name: str) -> None:
    """Write ``name.npz`` into the package of the checks."""
    parts: dict[str, list[Any]] = {key: [] for key in ("feature", "threshold", "left", "right", "value")}
    roots = []
    for (tree,) in model._predictors:
        start = len(parts["feature"])
        roots.append(start)
        for node in tree.nodes:
            leaf = bool(node["is_leaf"])
            parts["feature"].append(-1 if leaf else int(node["feature_idx"]))
            parts["threshold"].append(0.0 if leaf else float(node["num_threshold"]))
            parts["left"].append(0 if leaf else start + int(node["left"]))
            parts["right"].append(0 if leaf else start + int(node["right"]))
            parts["value"].append(float(node["value"]))
    kinds = {"feature": np.int16, "threshold": np.float32, "left": np.int32, "right": np.int32, "value": np.float32}
    np.savez_compressed(
        FOLDER / f"{name}.npz",
        names="\n".join(names),
        bias=float(np.ravel(model._baseline_prediction)[0]),
        root=np.array(roots, np.int32),
        **{key: np.array(values, kinds[key]) for key, values in parts.items()},
    )


def report(model: HistGradientBoostingClassifier, examples: Matrix, right: npt.NDArray[np.int64]) -> None:
    """Print found and false at some thresholds, for examples held out."""
    given = model.predict_proba(examples)[:, 1]
    for least in (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        found, false = (given > least)[right == 1], (given > least)[right == 0]
        print(f"{least:.2f}  found {found.mean():.3f} of {found.size}  false {false.sum()} of {false.size}")
