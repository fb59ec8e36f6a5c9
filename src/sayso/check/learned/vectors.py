"""What the tagger's encoder had of a sentence's words when the report was read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from sayso.types import Reading, Span

FloatArray = npt.NDArray[np.float32]
#: The vectors of a span's words, (words, width), and the (words,) probability that each begins an attribution.
Encoded = tuple[FloatArray, FloatArray]


def encoded(reading: Reading, tagger: str, spans: Sequence[Span]) -> list[Encoded] | None:
    """The encoder's view of each of ``spans``, in their order; None where the reading is not of the tagger so called.

    Costs next to nothing right after the report was read, else one pass over the windows that hold the spans.
    """
    if reading.reading.model != tagger:
        return None
    from sayso.pipeline import units  # the run-time: loaded already where the report was just read
    from sayso.settings import from_environment
    from sayso.tagger import load

    settings = from_environment()
    reader = load(settings.model, settings.threads)
    if reader.name != tagger:
        return None
    found: list[list[Encoded]] = [[] for _ in spans]
    blocks, headline = units(reading.report)
    for window, outputs in reader.encoded(reading.report.text, blocks, headline=headline):
        begins, seen = window.words[:, 0], None
        for place, span in enumerate(spans):
            first, last = np.searchsorted(begins, span)
            if first < last:
                vectors, anchors = seen = seen or outputs()
                found[place].append((vectors[first:last], anchors[first:last]))
    if not all(found):
        return None
    return [(np.concatenate([one for one, _ in each]), np.concatenate([two for _, two in each])) for each in found]


def pooled(words: FloatArray) -> FloatArray:
    """The mean and the most of the vectors of some words, (words, width) to (2 * width,)."""
    return np.concatenate([words.mean(0), words.max(0)])
