"""The learned part at run time: a small network that ranks candidates, a linear model of types, calibrated confidence.

``data/model.json`` is written by ``training/sources.py``; it names its features, and a model made for other features is
refused.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.attribution.sources.features import NAMES, SHARED, Rows
from sayso.errors import ModelError
from sayso.types import SourceType

TYPES: tuple[SourceType, ...] = (
    "person", "organization", "document", "anonymous", "unnamed-person", "unnamed-group",
)  # fmt: skip
#: The share that a lone candidate is given: it has all of the softmax whatever it is worth.
LONE = 0.7
_CLIP = np.float32(5.0)


@dataclass(frozen=True, slots=True)
class Model:
    """``layers``: weights and biases, rectified between; ``types``: feature → weight per type;
    ``titles``: feature → weight; ``calibration``: what decided →
    slope, offset of the logistic that turns the ranker's figure into the share of names that are right."""

    mean: NDArray[np.float32]
    scale: NDArray[np.float32]
    layers: tuple[tuple[NDArray[np.float32], NDArray[np.float32]], ...]
    types: dict[str, tuple[float, ...]]
    titles: dict[str, float]
    calibration: dict[str, tuple[float, float]]

    def rank(self, rows: Rows) -> NDArray[np.float32]:
        """Probability of each candidate, summing to one."""
        weights, biases = self.layers[0]
        shared = np.array(rows.shared, np.float32) - self.mean[:SHARED]
        own = np.array(rows.each, np.float32) - self.mean[SHARED:]
        # What candidates share is multiplied once.
        values = _clipped(own / self.scale[SHARED:]) @ weights[SHARED:]
        values += _clipped(shared / self.scale[:SHARED]) @ weights[:SHARED] + biases
        for weights, biases in self.layers[1:]:
            values = np.maximum(values, 0) @ weights + biases
        scores = np.exp(values[:, 0] - np.maximum.reduce(values[:, 0]))
        result: NDArray[np.float32] = scores / np.add.reduce(scores)
        return result

    def type_scores(self, features: list[str]) -> list[float]:
        """Log-odds-like score of each type, in the order of :data:`TYPES`."""
        rows = [self.types[feature] for feature in features if feature in self.types]
        return [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(TYPES)

    def score(self, features: list[str]) -> float:
        """Log-odds that a candidate for a title is one."""
        return sum([self.titles[feature] for feature in features if feature in self.titles])

    def confidence(self, by: str, sure: float) -> float:
        """Probability that the name is right, from the ranker's own figure (0.5 where a rule decided)."""
        slope, offset = self.calibration.get(by, (1.0, 0.0))
        return 1 / (1 + math.exp(-(slope * logit(sure) + offset)))


def _clipped(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """As ``np.clip`` has it, which takes longer to look at its arguments than such short rows take to clip."""
    np.maximum(values, -_CLIP, out=values)
    return np.minimum(values, _CLIP, out=values)


def logit(share: float) -> float:
    """Log-odds of a probability, kept finite."""
    share = min(max(share, 0.001), 0.999)
    return math.log(share / (1 - share))


def read_model(data: dict[str, Any], name: str) -> Model:
    """Build a model from its JSON.

    Raises:
        ModelError: the model was made for other features than this version computes.
    """
    if tuple(data["features"]) != NAMES:
        raise ModelError(name, "was trained for other features than this version computes",
                         "Run training/sources.py, or reinstall sayso.")  # fmt: skip
    layers = tuple(
        (np.asarray(layer["weights"], dtype=np.float32), np.asarray(layer["biases"], dtype=np.float32))
        for layer in data["layers"]
    )
    return Model(
        mean=np.asarray(data["mean"], dtype=np.float32), scale=np.asarray(data["scale"], dtype=np.float32),
        layers=layers,
        types={feature: tuple(weights) for feature, weights in data["types"].items()},
        titles=dict(data["titles"]),
        calibration={form: (slope, offset) for form, (slope, offset) in data["calibration"].items()},
    )  # fmt: skip


@cache
def shipped_model() -> Model:
    """The model that ships with Sayso, loaded once."""
    text = resources.files(__package__).joinpath("data").joinpath("model.json").read_text(encoding="utf-8")
    return read_model(json.loads(text), "data/model.json")
