"""A linear classifier over hashed string features: small, fast and exactly repeatable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from zlib import crc32

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Linear:
    """``weights``: (buckets, labels) of int8, to be multiplied by ``scale``; ``bias``: (labels,)."""

    labels: tuple[str, ...]
    weights: npt.NDArray[np.int8]
    scale: float
    bias: npt.NDArray[np.float32]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Probability of each label; features never seen in training count nothing."""
        rows = list(buckets(features, len(self.weights)))
        sums = np.add.reduce(self.weights.take(rows, axis=0), axis=0, dtype=np.int64)
        scores = sums * self.scale + self.bias
        grown = np.exp(scores - scores.max())
        return dict(zip(self.labels, (grown / grown.sum()).tolist(), strict=True))

    def choose(self, options: Sequence[Iterable[str]]) -> list[float]:
        """Probability that each option is the right one of all, for a classifier with a single label."""
        # In plain numbers: a row has one weight, which costs numpy more to fetch than to add.
        weights, bias = self.weights.ravel().data, float(self.bias[0])
        sums = [sum([weights[row] for row in buckets(option, len(weights))]) for option in options]
        scores = np.array([each * self.scale + bias for each in sums])
        grown = np.exp(scores - scores.max()) if options else scores
        return [float(p) for p in grown / grown.sum()] if options else []


def buckets(features: Iterable[str], count: int) -> set[int]:
    """The rows of a table of ``count`` rows that stand for these features."""
    return {crc32(feature.encode()) % count for feature in features}


@lru_cache(maxsize=8)
def load(name: str) -> Linear:
    """A classifier shipped in this package, made by ``training/meaning.py``."""
    with as_file(files(__package__).joinpath(f"{name}.npz")) as path, np.load(path) as parts:
        labels = tuple(str(label) for label in parts["labels"])
        return Linear(labels, parts["weights"], float(parts["scale"]), parts["bias"])


def combined(own: Mapping[str, float], model: Mapping[str, float], weight: float) -> dict[str, float]:
    """Geometric mean of two opinions, ``weight`` (0 to 1) on ``model``; ``own`` alone where the model is silent."""
    if not model:
        return dict(own)
    floor, rest = 1e-4, 1 - weight
    least, none = floor**rest, floor**weight  # of what one of them holds impossible, as of most labels
    joint = {}
    for k, p in own.items():
        theirs = model.get(k, 0.0)
        joint[k] = (p**rest if p > floor else least) * (theirs**weight if theirs > floor else none)
    total = sum(joint.values())
    return {k: p / total for k, p in joint.items()}
