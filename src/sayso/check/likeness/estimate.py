"""How much a sentence is like those that hand on what nobody is given for.

A linear model for each kind over the vectors that the tagger's encoder has of the sentence's words, which were worked
out when the report was read. Patterns know a wording, this knows its like. Where the reading is not that tagger's
nothing is estimated. ``training/likeness.py`` makes the file; its card lies beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np

from sayso.check.context import Context
from sayso.check.learned.vectors import FloatArray, encoded, pooled
from sayso.types import Span

#: In the order of the model's rows.
KINDS = ("rumour", "unverified", "relay", "post", "uncredited")


@dataclass(frozen=True, slots=True)
class Likeness:
    """``number``: the place among the context's sentences; ``kind``: the one that the sentence is most like, as far
    above the bar of that kind as no other; at or above the bar."""

    number: int
    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """``weights``: (kinds, 2 * width of the vectors); ``bars``: the scores from which is asked."""

    tagger: str
    weights: FloatArray
    bias: FloatArray
    bars: FloatArray

    def above(self, seen: FloatArray) -> FloatArray:
        """How far a sentence lies above the bar of each kind."""
        above: FloatArray = self.weights @ seen + self.bias - self.bars
        return above


@lru_cache(maxsize=1)
def load() -> Estimate:
    """The shipped estimate."""
    with as_file(files(__package__).joinpath("likeness.npz")) as path, np.load(path) as parts:
        numbers = (parts[name].astype(np.float32) for name in ("weights", "bias", "bars"))
        return Estimate(str(parts["tagger"]), *numbers)


def vectors(context: Context, spans: Sequence[Span], tagger: str) -> list[FloatArray] | None:
    """The mean and the most of the vectors of each span's words; None where the reading is not of that tagger."""
    seen = encoded(context.reading, tagger, spans)
    return None if seen is None else [pooled(words) for words, _ in seen]


def likenesses(context: Context) -> tuple[Likeness, ...]:
    """The sentences of the body that are like one of the kinds, in order."""
    estimate = load()
    spans = [each.span for each in context.sentences]
    seen = vectors(context, spans, estimate.tagger) if spans else None
    found = []
    for number, vector in enumerate(seen or ()):
        above = estimate.above(vector)
        best = int(above.argmax())
        if above[best] >= 0:
            found.append(Likeness(number, spans[number], KINDS[best]))
    return tuple(found)
