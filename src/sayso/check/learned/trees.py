"""Boosted decision trees as arrays: what ``training/`` fits and the rules ask for a probability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Trees:
    """Nodes of all trees in a row; ``feature`` −1 marks a leaf, ``left`` and ``right`` are rows, ``root`` the roots."""

    names: tuple[str, ...]
    bias: float
    root: npt.NDArray[np.int32]
    feature: npt.NDArray[np.int16]
    threshold: npt.NDArray[np.float32]
    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    value: npt.NDArray[np.float32]

    def probability(self, features: Sequence[float]) -> float:
        """That of the example with these features, in the order of ``names``."""
        given = np.asarray(features, dtype=np.float32)
        at = self.root
        while (inner := self.feature[at] >= 0).any():
            goes_left = given[self.feature[at]] <= self.threshold[at]
            at = np.where(inner, np.where(goes_left, self.left[at], self.right[at]), at)
        return float(1 / (1 + np.exp(-self.bias - self.value[at].sum(dtype=np.float64))))


@cache
def load(name: str) -> Trees:
    """The trees in ``name.npz`` beside this module."""
    with as_file(files(__package__).joinpath(f"{name}.npz")) as path, np.load(path) as parts:
        return Trees(
            tuple(str(parts["names"]).split("\n")),
            float(parts["bias"]),
            *(parts[each] for each in ("root", "feature", "threshold", "left", "right", "value")),
        )
