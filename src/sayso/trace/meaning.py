"""Words of like meaning, by the word vectors that ship with the reader."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.attribution import vectors
from sayso.trace.tokens import F32

AKIN = 0.55  # cosine from which on two words count as alike; what is above counts in proportion


def akin(ours: Sequence[str], theirs: Sequence[str]) -> list[float]:
    """For each of ``ours`` how like in meaning the likest of ``theirs`` is; 0 below ``AKIN``."""
    if not ours or not theirs:
        return []
    between = unit(ours) @ unit(theirs).T
    best = between.max(axis=1)
    return [float(value) if value >= AKIN else 0.0 for value in best]


def unit(words: Sequence[str]) -> F32:
    """(words, width): their vectors, of length 1; zero for words that are not known."""
    known = vectors.load()
    table = np.zeros((len(words), known.table.shape[1]), np.float32)
    for n, word in enumerate(words):
        row = known.row.get(word)
        if row is not None:
            table[n] = known.table[row]
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    return (table / np.where(lengths > 0, lengths, 1)).astype(np.float32)
