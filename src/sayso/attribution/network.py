"""A small network's opinion on the act of every statement of a report.

Two halves that were trained apart and count alike. The flat one adds up a weight for every word, pair of words and sign
that it knows. The deep one looks at words as vectors, so that words that are alike count alike: convolutions of two and
three words, the largest value of each over the content, with the statements before and after. Trained by
``training/acts.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt

from sayso.attribution.encoded import Encoded, Floats


@dataclass(frozen=True, slots=True)
class Network:
    """``words``: (rows, width), with a row of zeros first and those of strange words last; ``parts``: weights and
    biases by name, as ``training/acts.py`` names them; ``table``: (rows, labels), weights of the features, to be
    multiplied by ``scale``."""

    labels: tuple[str, ...]
    words: Floats
    parts: dict[str, Floats]
    table: npt.NDArray[np.int8]
    scale: float

    def probabilities(self, given: Encoded) -> Floats:
        """(statements, labels)"""
        if not len(given.content):
            return np.zeros((0, len(self.labels)), np.float32)
        content, cue = self.words.take(given.content, axis=0), self.words.take(given.cue, axis=0)
        scores = (self._flat(given, content, cue) + self._deep(given, content, cue)) / 2
        grown: Floats = np.exp(scores - scores.max(1, keepdims=True))
        grown /= grown.sum(1, keepdims=True)
        return grown

    def _flat(self, given: Encoded, content: Floats, cue: Floats) -> Floats:
        sums = np.add.reduce(self.table.take(given.features, axis=0), axis=1, dtype=np.int64)
        out: Floats = sums.astype(np.float32) * np.float32(self.scale)
        return out + self._linear("means", means(given, content, cue))

    def _deep(self, given: Encoded, content: Floats, cue: Floats) -> Floats:
        hidden = self._hidden(given, content, cue)
        rest = np.vstack([hidden, np.zeros_like(hidden[:1])])
        weight = 0.3 + 0.7 * given.same
        before = _positive(self._linear("previous", rest[given.previous])) * weight[0][:, None]
        after = _positive(self._linear("following", rest[given.following])) * weight[1][:, None]
        return self._linear("out", np.hstack([hidden, before, after]))

    def _hidden(self, given: Encoded, content: Floats, cue: Floats) -> Floats:
        """(statements, hidden)"""
        near = self.words.take(given.near, axis=0)
        count, lengths = len(content), (given.content > 0).sum(1)
        x = np.hstack(
            [
                self._windows("three", content, lengths, 3),
                self._windows("two", content, lengths, 2),
                _mean(content, given.content),
                self._windows("cue", cue, (given.cue > 0).sum(1), 2),
                _positive(self._linear("near", near.reshape(count, -1))),
                _positive(self._linear("first", content[:, :4].reshape(count, -1))),
                _positive(self._linear("head", cue[:, :2].reshape(count, -1))),
                given.signs,
            ]
        )
        return _gelu(self._linear("mix", x))

    def _windows(self, name: str, x: Floats, lengths: npt.NDArray[np.int64], size: int) -> Floats:
        """The largest value of each filter over all runs of ``size`` words, never below 0.

        ``x``: (statements, words, width), zeros after the ``lengths`` words of each.
        """
        count, longest, width = x.shape
        runs = np.lib.stride_tricks.sliding_window_view(x.reshape(count, -1), size * width, axis=1)[:, ::width]
        last = longest - size + 1
        begun = np.maximum(np.minimum(lengths, last), 1)  # runs of nothing but zeros need no sums
        scores = runs[np.arange(last) < begun[:, None]] @ self.parts[f"{name}.weight"].T
        largest: Floats = np.maximum.reduceat(scores, np.cumsum(begun) - begun, axis=0)
        bare = lengths < last
        largest[bare] = _positive(largest[bare])
        return _positive(largest + self.parts[f"{name}.bias"])

    def _linear(self, name: str, x: Floats) -> Floats:
        out: Floats = x @ self.parts[f"{name}.weight"].T + self.parts[f"{name}.bias"]
        return out


def means(given: Encoded, content: Floats, cue: Floats) -> Floats:
    """(statements, 3 × width): what the content, the cue and the content's first words are like."""
    first = _mean(content[:, :5], given.content[:, :5])
    out: Floats = np.hstack([_mean(content, given.content), _mean(cue, given.cue), first])
    return out


def _mean(x: Floats, rows: npt.NDArray[np.int64]) -> Floats:
    out: Floats = x.sum(1) / np.maximum((rows > 0).sum(1, keepdims=True), 1).astype(np.float32)
    return out


def _positive(x: Floats) -> Floats:
    out: Floats = np.maximum(x, 0)
    return out


def _gelu(x: Floats) -> Floats:
    """As the hyperbolic tangent approximates it."""
    out: Floats = 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))
    return out


@lru_cache(maxsize=1)
def load() -> Network:
    """The network shipped in this package."""
    own = ("labels", "words", "unit", "table", "scale")
    with as_file(files(__package__).joinpath("acts.npz")) as path, np.load(path) as file:
        parts = {name: file[name].astype(np.float32) for name in file.files if name not in own}
        labels = tuple(str(label) for label in file["labels"])
        words = file["words"] * np.float32(file["unit"])
        return Network(labels, words, parts, file["table"], float(file["scale"]))
