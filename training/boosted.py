"""Boosted trees fitted with numpy alone, in the form that :mod:`sayso.check.trees` reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

import sayso.check

FOLDER = Path(sayso.check.__file__).parent
Floats = npt.NDArray[np.float64]
Slopes = Callable[[Floats], tuple[Floats, Floats]]
BINS = 48


@dataclass
class _Node:
    rows: npt.NDArray[np.int64]
    sums: npt.NDArray[np.float64]  # (2, features, bins): slopes and curvatures
    gain: float = 0.0
    feature: int = -1
    bin: int = 0
    left: int = -1
    right: int = -1
    value: float = 0.0


def deciding(right: npt.NDArray[np.bool_]) -> Slopes:
    """The slopes of the loss of yes or no."""

    def slopes(scores: Floats) -> tuple[Floats, Floats]:
        shares = 1 / (1 + np.exp(-scores))
        return shares - right, np.maximum(shares * (1 - shares), 1e-3)

    return slopes


class Boosted:
    """Trees fitted one after the other, each to what the ones before leave."""

    def __init__(self, rounds: int, leaves: int, rate: float = 0.1, ridge: float = 5.0, least: int = 40) -> None:
        self.rounds, self.leaves, self.rate, self.ridge, self.least = rounds, leaves, rate, ridge, least
        self.trees: list[list[_Node]] = []
        self.edges: list[npt.NDArray[np.float32]] = []
        self.bias = 0.0

    def fit(self, given: npt.NDArray[np.float32], slopes: Slopes, seed: int = 1, part: float = 0.6) -> Boosted:
        draw = np.random.default_rng(seed)
        sample = given[draw.integers(0, len(given), min(len(given), 100_000))]
        self.edges = [_edges(sample[:, n]) for n in range(given.shape[1])]
        bins = self._binned(given)
        scores = np.full(len(given), self.bias)
        for _ in range(self.rounds):
            slope, curve = slopes(scores)
            rows = np.flatnonzero(draw.random(len(given)) < part)
            tree = self._tree(bins, slope, curve, rows)
            self.trees.append(tree)
            scores += _values(tree, bins)
        return self

    def scores(self, given: npt.NDArray[np.float32]) -> Floats:
        bins = self._binned(given)
        return self.bias + sum((_values(tree, bins) for tree in self.trees), np.zeros(len(given)))

    def _binned(self, given: npt.NDArray[np.float32]) -> npt.NDArray[np.uint8]:
        columns = [np.searchsorted(edges, given[:, n], "left") for n, edges in enumerate(self.edges)]
        return np.stack(columns, axis=1).astype(np.uint8)

    def _sums(
        self, bins: npt.NDArray[np.uint8], slope: Floats, curve: Floats, rows: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.float64]:
        many = bins.shape[1]
        out = np.empty((2, many, BINS))
        mine, given = bins[rows], (slope[rows], curve[rows])
        for n in range(many):
            for k in (0, 1):
                out[k, n] = np.bincount(mine[:, n], given[k], BINS)
        return out

    def _tree(
        self, bins: npt.NDArray[np.uint8], slope: Floats, curve: Floats, rows: npt.NDArray[np.int64]
    ) -> list[_Node]:
        nodes = [_Node(rows, self._sums(bins, slope, curve, rows))]
        self._best(nodes[0])
        for _ in range(self.leaves - 1):
            open_ = [node for node in nodes if node.left < 0 and node.gain > 1e-6]
            if not open_:
                break
            node = max(open_, key=lambda each: each.gain)
            goes_left = bins[node.rows, node.feature] <= node.bin
            parts = (node.rows[goes_left], node.rows[~goes_left])
            smaller = 0 if len(parts[0]) < len(parts[1]) else 1
            sums: list[npt.NDArray[np.float64]] = [node.sums, node.sums]
            sums[smaller] = self._sums(bins, slope, curve, parts[smaller])
            sums[1 - smaller] = node.sums - sums[smaller]
            node.left, node.right = len(nodes), len(nodes) + 1
            for k in (0, 1):
                nodes.append(_Node(parts[k], sums[k]))
                self._best(nodes[-1])
        for node in nodes:
            node.value = -self.rate * float(node.sums[0, 0].sum() / (node.sums[1, 0].sum() + self.ridge))
        return nodes

    def _best(self, node: _Node) -> None:
        slope, curve = node.sums.cumsum(axis=2)
        whole_slope, whole_curve = slope[:, -1:], curve[:, -1:]
        gain = (
            slope**2 / (curve + self.ridge)
            + (whole_slope - slope) ** 2 / (whole_curve - curve + self.ridge)
            - whole_slope**2 / (whole_curve + self.ridge)
        )
        enough = (curve > self.least * 0.1) & (whole_curve - curve > self.least * 0.1)
        gain = np.where(enough, gain, 0)
        feature, at = np.unravel_index(int(gain.argmax()), gain.shape)
        node.gain, node.feature, node.bin = float(gain[feature, at]), int(feature), int(at)

    def save(self, names: tuple[str, ...], name: str) -> None:
        """Write ``name.npz`` into the package of the checks, in the form that :mod:`sayso.check.trees` reads."""
        feature, threshold, left, right, value, root = [], [], [], [], [], []
        for tree in self.trees:
            start = len(feature)
            root.append(start)
            for node in tree:
                leaf = node.left < 0
                edges = self.edges[node.feature]
                feature.append(-1 if leaf else node.feature)
                threshold.append(0.0 if leaf else float(edges[node.bin]))
                left.append(0 if leaf else start + node.left)
                right.append(0 if leaf else start + node.right)
                value.append(node.value if leaf else 0.0)
        np.savez_compressed(
            FOLDER / f"{name}.npz",
            names="\n".join(names),
            bias=self.bias,
            root=np.array(root, np.int32),
            feature=np.array(feature, np.int16),
            threshold=np.array(threshold, np.float32),
            left=np.array(left, np.int32),
            right=np.array(right, np.int32),
            value=np.array(value, np.float32),
        )


def _edges(column: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Where the column is cut: between all its values if they are few, else at its quantiles."""
    values = np.unique(column)
    if len(values) >= BINS:
        values = np.unique(np.quantile(column, np.linspace(0, 1, BINS)))
    return ((values[:-1] + values[1:]) / 2).astype(np.float32)[: BINS - 1]


def _values(tree: list[_Node], bins: npt.NDArray[np.uint8]) -> Floats:
    at = np.zeros(len(bins), np.int64)
    feature = np.array([max(0, node.feature) for node in tree])
    cut = np.array([node.bin for node in tree])
    inner = np.array([node.left >= 0 for node in tree])
    left, right = np.array([node.left for node in tree]), np.array([node.right for node in tree])
    value = np.array([node.value for node in tree])
    while (going := inner[at]).any():
        rows = np.flatnonzero(going)
        mine = at[rows]
        goes_left = bins[rows, feature[mine]] <= cut[mine]
        at[rows] = np.where(goes_left, left[mine], right[mine])
    return value[at]
