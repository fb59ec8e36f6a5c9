"""The estimate of a statement's nature: a linear model over the vectors that the tagger's encoder has of its parts.

The vectors were worked out when the report was read. Where the reading is not that tagger's nothing is estimated, and
the rules go by their patterns alone. ``training/nature.py`` makes the file; its card lies beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np

from sayso.check.context import Context
from sayso.check.learned.vectors import FloatArray
from sayso.check.unnamed.nature.features import marks, vectors
from sayso.types import Statement

#: In the order of the model's classes.
NATURES = ("attack", "opinion", "contentious", "information", "none")
#: Whose statements are judged: the model learned from no others.
_NAMELESS = frozenset(["anonymous", "unnamed-person", "unnamed-group"])


@dataclass(frozen=True, slots=True)
class Nature:
    """How likely editors are to take a statement for an attack, for an opinion that attacks nobody, for a claim that
    somebody would dispute, for plain information, or for nothing that an unnamed source of the report said."""

    attack: float
    opinion: float
    contentious: float
    information: float
    none: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """``weights``: (5, vectors and ``marks``)."""

    tagger: str
    marks: tuple[str, ...]
    weights: FloatArray
    bias: FloatArray

    def nature(self, seen: FloatArray, told: frozenset[str]) -> Nature:
        given = np.concatenate([seen, [float(each in told) for each in self.marks]])
        scores = self.weights @ given + self.bias
        odds = np.exp(scores - scores.max())
        return Nature(*(odds / odds.sum()).tolist())


@lru_cache(maxsize=1)
def load() -> Estimate:
    """The shipped estimate."""
    with as_file(files(__package__).joinpath("nature.npz")) as path, np.load(path) as parts:
        return Estimate(
            str(parts["tagger"]),
            tuple(str(parts["marks"]).split("\n")),
            parts["weights"].astype(np.float32),
            parts["bias"].astype(np.float32),
        )


def natures(context: Context) -> dict[str, Nature]:
    """Of every statement whose source has no name, by its id; empty where the reading is not of the model's tagger."""
    statements = [each for each in context.statements if nameless(context, each)]
    if not statements:
        return {}
    estimate = load()
    seen = vectors(context, statements, estimate.tagger)
    if seen is None:
        return {}
    return {each.id: estimate.nature(vector, marks(each)) for each, vector in zip(statements, seen, strict=True)}


def nameless(context: Context, statement: Statement) -> bool:
    """Whether its source has no name: by its type, or by what the reading makes of the source."""
    source = context.sources.get(statement.source.id)
    return statement.source.type in _NAMELESS or (source is not None and source.disclosure != "named")
