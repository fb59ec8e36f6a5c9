"""What the tagger's word vectors add to a choice by features: how an utterance reads that was made to somebody else.

A small network looks at the vectors of a statement's cue and of the words said, and leans toward no relay at all or
toward relays of each kind, as to days toward none or a day known in one of several ways; another looks at the words
that name the relay or the day. What they say is added to the scores of the linear model. They belong to one tagger:
with another there is no such opinion.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
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

    def leanings(self, seen: Floats) -> Floats:
        """(1 + kinds,): toward choosing nothing and toward each kind, of what :func:`seen` gave."""
        parts = self.parts
        hidden = np.maximum(parts["look"] @ seen + parts["look.bias"], 0)
        out: Floats = parts["lean"] @ hidden + parts["lean.bias"]
        return out

    def named(self, vector: Floats | None) -> float:
        """Toward what is named by words of this vector, None where they were not read."""
        parts = self.parts
        looked = parts["heed.bias"] if vector is None else parts["heed"] @ vector + parts["heed.bias"]
        return float(parts["name"] @ np.maximum(looked, 0) + parts["name.bias"])


def seen(a: Attribution, words: Words) -> Floats | None:
    """(2 × width,): the cue's first word, or what stands for the cue, and the mean of the words said."""
    anchor = words.of(a.cue[0] if a.cue else a.source or a.content[0])
    said = words.mean(a.content)
    return np.concatenate([anchor[0][0], said]) if anchor and said is not None else None


@dataclass(slots=True)
class Leaning:
    """The network's opinion of one report's statements, each worked out when it is first asked for."""

    network: Network
    attributions: Sequence[Attribution]
    words: Words
    _of: dict[int, list[float] | None] = field(default_factory=dict)
    _named: dict[Span | None, float] = field(default_factory=dict)

    @property
    def keen(self) -> float:
        return self.network.keen

    def of(self, i: int, kinds: Sequence[Sequence[str]], mentions: Sequence[Span | None]) -> list[float]:
        """What to add to the score of each choice for statement ``i`` and, last, to that of none.

        ``kinds``: of each choice; ``mentions``: the words that name each.
        """
        if i not in self._of:
            vector = seen(self.attributions[i], self.words)
            self._of[i] = None if vector is None else self.network.leanings(vector).tolist()
        own = self._of[i]
        if own is None:
            return [0.0] * (len(kinds) + 1)
        at = self.network.kinds
        out = [
            sum([own[1 + at[kind]] for kind in each]) + self._mention(span)
            for each, span in zip(kinds, mentions, strict=True)
        ]
        return [*out, own[0]]

    def _mention(self, span: Span | None) -> float:
        if span not in self._named:
            self._named[span] = self.network.named(self.words.mean([span]) if span else None)
        return self._named[span]


def leaning(name: str, attributions: Sequence[Attribution], words: Words | None) -> Leaning | None:
    """Of the network of that name; None where it knows nothing of these vectors."""
    network = load(name)
    return Leaning(network, attributions, words) if words is not None and words.model == network.model else None


@lru_cache(maxsize=4)
def load(name: str) -> Network:
    """A network shipped in this package: "relays" or "days", made by ``training/leaning.py``."""
    with as_file(files(__package__).joinpath(f"leaning_{name}.npz")) as path, np.load(path) as file:
        own = ("model", "kinds", "keen")
        parts = {part: file[part].astype(np.float32) for part in file.files if part not in own}
        kinds = {str(kind): i for i, kind in enumerate(file["kinds"])}
        return Network(str(file["model"]), kinds, float(file["keen"]), parts)
