"""How much a sentence is like those behind which published reports have an answer: learned from such sentences."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt

from sayso.check.learned.words import rows


@cache
def _weights() -> tuple[npt.NDArray[np.int8], float, float]:
    with as_file(files(__package__).joinpath("words.npz")) as path, np.load(path) as parts:
        return parts["words"], float(parts["scale"]), float(parts["bias"])


def contention(words: str) -> float:
    """Log odds that an answer follows within two sentences, by the words alone."""
    table, scale, bias = _weights()
    return float(table[rows(words)].sum(dtype=np.int64)) * scale + bias
