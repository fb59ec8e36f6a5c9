"""What the tagger's word vectors add to a choice by features: how an utterance reads that was made to somebody else.

A small network looks at the vectors of a statement's cue and of the words said, and leans toward no relay at all or
toward relays of each kind, as to days toward none or a day known in one of several ways; another looks at the words
that name the relay or the day. What they say is added to the scores of the linear model. They belong to one tagger:
with another there is no such opinion.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt

from sayso.tagger.spans import Attribution
from sayso.tagger.words import Words
from sayso.types import Span

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """``model``: the tagger whose vectors it knows; ``kinds``: of what is chosen from; ``keen``: what the linear
    model's scores are multiplied by. ``parts``: ``look`` (hidden, 2 × width) and ``lean`` (1 + kinds, hidden) see the
    statement, ``heed`` (hidden, width) and ``name`` (hidden,) the words that name one choice, each with ``.bias``."""

    model: str
    kinds: dict[str, int]
    keen: float
    parts: dict[str, Floats]

    def leanings(self, vectors: Floats) -> Floats:
        """(statements, 1 + kinds): toward choosing nothing and toward each kind, of :class:`Seen`'s vectors."""
        parts = self.parts
        hidden = np.maximum(vectors @ parts["look"].T + parts["look.bias"], 0)
        out: Floats = hidden @ parts["lean"].T + parts["lean.bias"]
        return out

    def named(self, vector: Floats | None) -> float:
        """Toward what is named by words of this vector, None where they were not read."""
        parts = self.parts
        looked = parts["heed.bias"] if vector is None else parts["heed"] @ vector + parts["heed.bias"]
        return float(parts["name"] @ np.maximum(looked, 0) + parts["name.bias"])


@dataclass(frozen=True, slots=True)
class Seen:
    """``vectors``: (statements, 2 × width), the cue's first word, or what stands for the cue, and the mean of the words
    said; ``read``: of which statements they are known."""

    vectors: Floats
    read: Sequence[bool]
    words: Words


def look(attributions: Sequence[Attribution], words: Words) -> Seen:
    """What the networks see of a report's statements."""
    rows = [_vector(a, words) for a in attributions]
    read = [row is not None for row in rows]
    some = next((row for row in rows if row is not None), np.zeros(0, np.float32))
    return Seen(np.array([some if row is None else row for row in rows]), read, words)


def _vector(a: Attribution, words: Words) -> Floats | None:
    anchor = words.of(a.cue[0] if a.cue else a.source or a.content[0])
    said = words.mean(a.content)
    return np.concatenate([anchor[0][0], said]) if anchor and said is not None else None


class Leaning:
    """A network's opinion of one report's statements; ``keen``: of the network."""

    def __init__(self, network: Network, seen: Seen) -> None:
        self.keen = network.keen
        self._network, self._seen = network, seen
        self._own = network.leanings(seen.vectors).tolist() if any(seen.read) else []
        self._named: dict[Span | None, float] = {}

    def of(self, i: int, kinds: Sequence[Sequence[str]], mentions: Sequence[Span | None]) -> list[float]:
        """What to add to the score of each choice for statement ``i`` and, last, to that of none.

        ``kinds``: of each choice; ``mentions``: the words that name each.
        """
        if not self._seen.read[i]:
            return [0.0] * (len(kinds) + 1)
        own, at = self._own[i], self._network.kinds
        out = [
            sum([own[1 + at[kind]] for kind in each]) + self._mention(span)
            for each, span in zip(kinds, mentions, strict=True)
        ]
        return [*out, own[0]]

    def _mention(self, span: Span | None) -> float:
        if span not in self._named:
            self._named[span] = self._network.named(self._seen.words.mean([span]) if span else None)
        return self._named[span]


def leaning(name: str, seen: Seen | None) -> Leaning | None:
    """Of the network of that name; None where it knows nothing of these vectors."""
    if seen is None:
        return None
    network = load(name)
    return Leaning(network, seen) if seen.words.model == network.model else None


@lru_cache(maxsize=4)
def load(name: str) -> Network:
    """A network shipped in this package: "relays" or "days", made by ``training/leaning.py``."""
    with as_file(files(__package__).joinpath(f"leaning_{name}.npz")) as path, np.load(path) as file:
        own = ("model", "kinds", "keen")
        parts = {part: file[part].astype(np.float32) for part in file.files if part not in own}
        kinds = {str(kind): i for i, kind in enumerate(file["kinds"])}
        return Network(str(file["model"]), kinds, float(file["keen"]), parts)
