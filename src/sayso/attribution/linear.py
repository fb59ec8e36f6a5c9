"""A linear classifier over hashed string features: small, fast and exactly repeatable."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import as_file, files
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Linear:
    """``weights``: (buckets, labels) of int8, to be multiplied by ``scale``; ``bias``: (labels,).

    ``column``: the weights in plain numbers where there is one label: a row costs numpy more to fetch than to add.
    """

    labels: tuple[str, ...]
    weights: npt.NDArray[np.int8]
    scale: float
    bias: npt.NDArray[np.float32]
    column: list[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "column", self.weights.ravel().tolist() if len(self.labels) == 1 else [])

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Probability of each label; features never seen in training count nothing."""
        rows = list(buckets(features, len(self.weights)))
        sums = np.add.reduce(self.weights.take(rows, axis=0), axis=0, dtype=np.int64)
        scores = sums * self.scale + self.bias
        grown = np.exp(scores - scores.max())
        return dict(zip(self.labels, (grown / grown.sum()).tolist(), strict=True))

    def choose(
        self,
        options: Sequence[Sequence[Crossed]],
        *,
        alike: bool = False,
        lean: Sequence[float] | None = None,
        keen: float = 1.0,
    ) -> list[float]:
        """Probability that each option is the right one of all, for a classifier with a single label.

        ``alike``: most features are those of several options, and are looked up once; ``lean``: what another opinion
        adds to each score; ``keen``: what the scores are multiplied by before.
        """
        column, count = self.column, len(self.column)
        each = _shared(options, count) if alike else [rows(option, count) for option in options]
        sums: list[float] = [sum([column[row] for row in one]) for one in each]
        scale = self.scale
        if lean is not None:
            sums, scale = [one * scale * keen + more for one, more in zip(sums, lean, strict=True)], 1.0
        most = max(sums, default=0)
        grown = [math.exp((each - most) * scale) for each in sums]
        total = sum(grown)
        return [each / total for each in grown]


class Crossed(NamedTuple):
    """Features whose names are every one of ``before`` with every one of ``words`` behind it."""

    before: tuple[str, ...]
    words: Sequence[str]


def names(features: Iterable[Crossed]) -> Iterator[str]:
    """The features by name."""
    return (first + word for block in features for first in block.before for word in block.words)


def rows(features: Iterable[Crossed], count: int) -> set[int]:
    """As :func:`buckets` of their names, which are not put together for it: a checksum goes on where it stopped."""
    found: set[int] = set()
    for before, words in features:
        ends = [word.encode() for word in words]
        for first in before:
            begun = crc32(first.encode())
            found.update([crc32(end, begun) % count for end in ends])
    return found


def _shared(options: Iterable[Iterable[Crossed]], count: int) -> Iterator[set[int]]:
    """:func:`rows` of each option; what words have before them is the same tuple for all."""
    known: dict[tuple[str, ...], dict[str, list[int]]] = {}
    for option in options:
        found: set[int] = set()
        for before, words in option:
            begun = known.setdefault(before, {})
            for word in words:
                if word not in begun:
                    begun[word] = [crc32((first + word).encode()) % count for first in before]
            found.update(*[begun[word] for word in words])
        yield found


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
