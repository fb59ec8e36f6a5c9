"""The encoder's vectors of a text's words, to be asked for by span."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.tagger.encoding import Window
from sayso.types import Span

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Words:
    """``model``: the name of the model whose vectors these are; ``begins``: where each window's first word begins;
    ``parts``: of each window begin and end of its words in the text and their (words, width) vectors."""

    model: str
    begins: Sequence[int]
    parts: Sequence[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Floats]]

    def of(self, span: Span) -> list[Floats]:
        """The vectors of the words that the span touches, window by window; none of words that were not read."""
        out = []
        for k in range(max(0, bisect_right(self.begins, span.begin) - 1), len(self.parts)):
            if self.begins[k] >= span.end:
                break
            begin, end, vectors = self.parts[k]
            first, past = end.searchsorted(span.begin, "right"), begin.searchsorted(span.end, "left")
            if first < past:
                out.append(vectors[first:past])
        return out

    def mean(self, spans: Iterable[Span]) -> Floats | None:
        """The mean vector of the spans' words; None where none of them was read."""
        parts = [part for span in spans for part in self.of(span)]
        if not parts:
            return None
        total: Floats = sum([part.sum(0) for part in parts[1:]], parts[0].sum(0)) / sum(map(len, parts))
        return total


def words_of(model: str, windows: Sequence[Window], read: Sequence[Sequence[Any]]) -> Words:
    """``read``: what the encoder gave for each window, word vectors first."""
    parts = [(w.words[:, 0].copy(), w.words[:, 1].copy(), r[0]) for w, r in zip(windows, read, strict=True)]
    return Words(model, [int(begin[0]) for begin, _, _ in parts], parts)
