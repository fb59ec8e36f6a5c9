"""A small network that tells whether two words belong one behind the other, from seven words on either side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from sayso.check.form.seams.tokens import EDGE, PAD, REACH, Tokens

Floats = npt.NDArray[np.float32]
#: Places that are worked out together: the memory that they take is 3 MB.
_TOGETHER = 1024


@dataclass(frozen=True, slots=True)
class Network:
    """``known``: words in lower case → number; ``words``: (numbers, width) vectors; ``shapes``: likewise; ``layers``:
    weights (in, out) and bias of each."""

    known: dict[str, int]
    words: Floats
    shapes: Floats
    layers: tuple[tuple[Floats, Floats], ...]

    def scores(self, read: Tokens) -> Floats:
        """(n,) log-odds that the text was cut or pasted right before each token; low at the edges of paragraphs."""
        place = np.arange(len(read.number))[:, None] + np.arange(2 * REACH)
        number = np.pad(read.number, REACH, constant_values=PAD)
        shape = np.pad(read.shape, REACH)
        out = [self._of(number[part], shape[part]) for part in np.array_split(place, -(-len(place) // _TOGETHER) or 1)]
        found: Floats = np.concatenate(out)
        found[read.number == EDGE] = -np.inf
        return found

    def _of(self, number: npt.NDArray[np.int32], shape: npt.NDArray[np.int8]) -> Floats:
        x = np.concatenate([self.words[number], self.shapes[shape]], axis=2).reshape(len(number), -1)
        for weights, bias in self.layers[:-1]:
            x = np.maximum(x @ weights + bias, 0)
        weights, bias = self.layers[-1]
        found: Floats = (x @ weights + bias)[:, 0]
        return found


@cache
def load() -> Network:
    with resources.files(__package__).joinpath("weights.npz").open("rb") as file, np.load(file) as kept:
        known = {word: number for number, word in enumerate(str(kept["known"]).split("\n"))}
        words = kept["words"].astype(np.float32) * kept["scale"]
        layers = [(kept[f"weights{n}"], kept[f"bias{n}"]) for n in range(3)]
        wide = tuple((one.astype(np.float32), two.astype(np.float32)) for one, two in layers)
        return Network(known, words, kept["shapes"].astype(np.float32), wide)
