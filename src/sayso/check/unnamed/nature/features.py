"""What the estimate goes by: the tagger's vectors of a statement's parts, and what the reading says of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.check.context import Context
from sayso.check.learned.vectors import FloatArray, encoded, pooled
from sayso.types import Span, Statement

#: Width of the tagger's vectors.
WIDTH = 384


def marks(statement: Statement) -> frozenset[str]:
    """What the reading says of a statement, by name."""
    told = {
        f"act {statement.act}",
        f"kind {statement.kind}",
        f"how {statement.how}",
        f"firmness {statement.firmness}",
        f"source {statement.source.type}",
    }
    return frozenset(told | {"reason given"} if statement.source.why else told)


def vectors(context: Context, statements: Sequence[Statement], tagger: str) -> list[FloatArray] | None:
    """For each statement the mean and the most of the vectors of its content, of who is told to say it, of the cue and
    of the sentence in which it begins, (8 * WIDTH,); None where the reading is not of the tagger so called."""
    spans: list[Span] = []
    places: list[list[list[int]]] = []
    for each in statements:
        sentence = context.enclosing(each.content[0])
        mention = [each.source.mention] if each.source.mention else []
        own: list[list[int]] = []
        for part in (each.content, mention, each.cue, [sentence]):
            own.append(list(range(len(spans), len(spans) + len(part))))
            spans.extend(part)
        places.append(own)
    seen = encoded(context.reading, tagger, spans)
    if seen is None:
        return None
    return [np.concatenate([_pooled([seen[n][0] for n in part]) for part in own]) for own in places]


def _pooled(parts: list[FloatArray]) -> FloatArray:
    if not parts:
        return np.zeros(2 * WIDTH, np.float32)
    return pooled(np.concatenate(parts))
