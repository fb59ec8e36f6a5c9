"""What words are like: short vectors of common words, so that a classifier knows more words than it was trained on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Vectors:
    """``table``: (words, width) of int8, to be multiplied by ``scale``; ``row``: where each lower-case word stands."""

    row: dict[str, int]
    table: npt.NDArray[np.int8]
    scale: float

    def means(self, texts: Sequence[Sequence[str]]) -> npt.NDArray[np.float64]:
        """(texts, width): of each the mean vector of its words that are known, zero where none is."""
        row = self.row
        known = [[row[word] for word in words if word in row] for words in texts]
        out = np.zeros((len(texts), self.table.shape[1]))
        held = [number for number, rows in enumerate(known) if rows]
        if held:
            sizes = np.array([len(known[number]) for number in held])
            taken = self.table.take([one for rows in known for one in rows], axis=0)
            sums = np.add.reduceat(taken, np.cumsum(sizes) - sizes, axis=0, dtype=np.int64)
            out[held] = sums * (self.scale / sizes)[:, None]
        return out

    def cosine(self, words: Sequence[str], others: Sequence[str]) -> float:
        """Of the means of two texts, 0 where none of the words of one is known."""
        a, b = self.means([words, others])
        size = float(np.linalg.norm(a) * np.linalg.norm(b))
        return float(a @ b) / size if size else 0.0


@lru_cache(maxsize=1)
def load() -> Vectors:
    """The vectors shipped in this package, made by ``training/vectors.py`` from MiniLM's word pieces (Apache-2.0)."""
    with as_file(files(__package__).joinpath("words.npz")) as path, np.load(path) as parts:
        words = str(parts["words"]).split("\n")
        return Vectors({word: i for i, word in enumerate(words)}, parts["table"], float(parts["scale"]))
