"""Words of like meaning, by the vectors that ``training/likeness.py`` made of MiniLM (Apache-2.0)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from sayso.trace.tokens import F32

AKIN = 0.5  # cosine from which on two words count as alike; what is above counts in proportion


def akin(ours: Sequence[str], theirs: Sequence[str]) -> list[float]:
    """For each of ``ours`` how like in meaning the likest of ``theirs`` is; 0 below ``AKIN``."""
    if not ours or not theirs:
        return []
    between = unit(ours) @ unit(theirs).T
    best = between.max(axis=1)
    return [float(value) if value >= AKIN else 0.0 for value in best]


def unit(words: Sequence[str]) -> F32:
    """(words, width): their vectors, of length 1; zero for words that are not known."""
    row, known = _load()
    table = np.zeros((len(words), known.shape[1]), np.float32)
    for n, word in enumerate(words):
        if (at := row.get(word)) is not None:
            table[n] = known[at]
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    return (table / np.where(lengths > 0, lengths, 1)).astype(np.float32)


@lru_cache(maxsize=1)
def _load() -> tuple[dict[str, int], NDArray[np.int8]]:
    """Where each lower-case word stands, and (words, width)."""
    with as_file(files(__package__).joinpath("data", "likeness.npz")) as path, np.load(path) as parts:
        return {word: n for n, word in enumerate(str(parts["words"]).split("\n"))}, parts["table"]
