"""How likely a report is to give a source for what a sentence says: learned from published reports.

Three opinions in one: the sentence's words, what stands around it, and the vectors that the tagger's encoder has of its
words, which were worked out when the report was read. Where the reading is not that tagger's, the first two decide.
``training/need`` makes the file; its card lies beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.check.context import Context
from sayso.check.learned.vectors import Encoded, FloatArray, encoded
from sayso.check.learned.words import rows
from sayso.check.ownvoice.need.candidates import Candidate, candidates
from sayso.check.ownvoice.need.marks import charged, needs_none, weighs
from sayso.types import Span

#: What is added to the log odds when it is decided whether to ask, not to the probability that is shown: for a charged
#: word, and for words that judge or weigh, of which editors want to know whose they are more than of plain facts.
CHARGED, WEIGHED = 0.9, 0.5


@dataclass(frozen=True, slots=True)
class Need:
    """``probability``: of sentences so estimated in published reports, the part that has a source;
    ``asked``: whether to ask who says so: it is high, and no sentence beside it says; ``full``: whether the encoder's
    vectors were there to go by."""

    span: Span
    block: int
    probability: float
    asked: bool
    full: bool


def more(words: str) -> float:
    """What is added to a sentence's log odds when it is decided whether to ask about it."""
    judges = charged(words)
    return CHARGED * judges + WEIGHED * (judges or weighs(words))


class Estimate:
    """The weights, as ``training/need`` wrote them."""

    def __init__(self, parts: dict[str, npt.NDArray[Any]]) -> None:
        self.tagger = str(parts.pop("tagger"))
        self._words = parts.pop("words")
        self._parts = {name: part.astype(np.float32) for name, part in parts.items()}
        self._networks = tuple(_network(self._parts, kind) for kind in ("bare_", "full_"))

    def logit(self, words: str, around: Sequence[float], seen: Encoded | None) -> float:
        """Log odds that the sentence ``words`` would be given a source: the mean of a few networks' opinions."""
        mean, deviation, members = self._networks[seen is not None]
        side = [self.of_words(words), *around, *(begun(seen[1]) if seen else ())]
        beside = (np.array(side, np.float32) - mean) / deviation
        return float(np.mean([_opinion(each, beside, seen) for each in members]))

    def of_words(self, words: str) -> float:
        """What the words alone say, before anything else is known."""
        return float(self._words[rows(words)].sum(dtype=np.int64) * self._parts["words_scale"])

    def probability(self, logit: float, full: bool) -> float:
        slope, shift = self._parts["calibration"][int(full)]
        return float(1 / (1 + np.exp(-(slope * logit + shift))))

    def asks(self, logit: float, words: str, full: bool) -> bool:
        """Whether the odds are high enough to ask; lower ones do where the sentence judges or speaks of wrong."""
        return not needs_none(words) and logit + more(words) >= float(self._parts["thresholds"][int(full)])


def _network(parts: dict[str, FloatArray], kind: str) -> tuple[FloatArray, FloatArray, list[dict[str, FloatArray]]]:
    """Mean and deviation of what goes in beside the words' vectors, and the weights of each member."""
    own = {name.removeprefix(kind): part for name, part in parts.items() if name.startswith(kind)}
    mean, deviation = own.pop("mean"), own.pop("deviation")
    return mean, deviation, [{name: part[n] for name, part in own.items()} for n in range(len(own["bias"]))]


def begun(anchors: FloatArray) -> tuple[float, float, float]:
    """How much of an attribution the tagger sees: log odds of the two likeliest beginnings, and the sum of all."""
    sure = np.sort(np.clip(anchors, 1e-4, 1 - 1e-4))[::-1]
    odds = np.log(sure / (1 - sure)) / 4
    return float(odds[0]), float(odds[min(1, len(odds) - 1)]), float(sure.sum())


def _opinion(part: dict[str, FloatArray], beside: FloatArray, seen: Encoded | None) -> float:
    """One network: the words' vectors as one (what each head attends to, the most of each feature) with the rest."""
    pooled: list[FloatArray] = []
    if seen is not None:
        narrow = np.maximum(seen[0] @ part["narrow"] + part["narrow_bias"], 0)
        weights = np.exp(narrow @ part["attend"])
        pooled = [(weights / weights.sum(0)).T.dot(narrow).ravel(), narrow.max(0)]
    hidden = np.maximum(np.concatenate([*pooled, beside]) @ part["into"] + part["into_bias"], 0)
    return float(hidden @ part["out"] + beside @ part["past"] + part["bias"])


@lru_cache(maxsize=1)
def load() -> Estimate:
    """The shipped estimate."""
    with as_file(files(__package__).joinpath("need.npz")) as path, np.load(path) as parts:
        return Estimate(dict(parts))


def needs(context: Context) -> tuple[Need, ...]:
    """Every sentence of the body without a source, in order, with the estimate."""
    found = candidates(context)
    if not found:
        return ()
    estimate = load()
    seen = encoded(context.reading, estimate.tagger, [each.span for each in found])
    return tuple(_need(context, each, estimate, seen[n] if seen else None) for n, each in enumerate(found))


def _need(context: Context, candidate: Candidate, estimate: Estimate, seen: Encoded | None) -> Need:
    logit = estimate.logit(candidate.span.of(context.text), candidate.around, seen)
    full = seen is not None
    asked = candidate.alone and not candidate.introduces and estimate.asks(logit, candidate.span.of(context.text), full)
    block = context.sentences[candidate.number].block
    return Need(candidate.span, block, estimate.probability(logit, full), asked, full)
