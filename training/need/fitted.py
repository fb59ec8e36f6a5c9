"""The fitted estimate: both networks, its calibration and thresholds, its scores, and the file it is shipped in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

import sayso.check.ownvoice.need
from sayso.check.learned.words import rows
from sayso.check.ownvoice.need.candidates import Candidate
from sayso.check.ownvoice.need.estimate import begun, more
from sayso.check.ownvoice.need.marks import needs_none
from sayso.settings import MODEL
from sayso.types import Span
from training.need.examples import Examples
from training.need.network import Batches, FloatArray, Network, fit, logits

#: What a cut teaches: little where readers would go on to take the sentence for the speaker's before; most where an
#: editor would miss the source most, in what somebody contends; less where everybody can look it up.
_GOES_ON, _QUOTED = 0.3, 1.3
_ACTS = {
    "accuse": 2.5, "criticize": 2.5, "predict": 2.5, "believe": 2.0, "warn": 2.0, "deny": 2.0, "praise": 2.0,
    "estimate": 1.5, "acknowledge": 1.2, "report": 0.7, "announce": 0.3, "order": 0.3, "promise": 0.5, "declare": 0.5,
}  # fmt: skip
_RATES = (0.05, 0.1, 0.15, 0.2, 0.3, 0.5)


class Fitted:
    """``table`` and ``scale``: what the words alone say, as :func:`training.need.words.table` gives it."""

    def __init__(self, table: npt.NDArray[np.int8], scale: float, epochs: int, seeds: int) -> None:
        self.table, self.scale, self.epochs, self.seeds = table, scale, epochs, seeds
        self.nets: dict[bool, list[Network]] = {}
        self.mean: dict[bool, FloatArray] = {}
        self.deviation: dict[bool, FloatArray] = {}
        self.calibration = np.tile(np.array([1, 0], np.float32), (2, 1))
        self.thresholds = np.zeros(2, np.float32)

    def learn(self, examples: Examples) -> None:
        """Fits the network that has the encoder's vectors and the one that has not."""
        weights = np.array([_weight(each) for each in examples.meta], np.float32)
        for full in (False, True):
            side = self._raw(examples, full)
            self.mean[full], self.deviation[full] = side.mean(0), side.std(0) + 1e-3
            batches = self._batches(examples, full)
            epochs = self.epochs if full else 2 * self.epochs
            self.nets[full] = [fit(batches, weights, epochs, seed) for seed in range(1, self.seeds + 1)]

    def settle(self, examples: Examples) -> None:
        """Calibration, as if half of such sentences were given a source."""
        y, cut, _ = _parts(examples)
        for full in (False, True):
            scores = logits(self.nets[full], self._batches(examples, full))
            even = np.where(y[cut] == 1, (y[cut] == 0).sum() / (y[cut] == 1).sum(), 1.0)
            model: Any = LogisticRegression(C=1e6).fit(scores[cut][:, None], y[cut], sample_weight=even)
            self.calibration[int(full)] = model.coef_[0, 0], model.intercept_[0]
        self.show("publishers to choose by", examples)

    def limit(self, examples: Examples, rate: float) -> None:
        """The log odds from which is asked: ``rate`` times in a report as published; a third as often without vectors,
        which are wrong more often."""
        plain = _parts(examples)[2]
        for full in (False, True):
            scores = logits(self.nets[full], self._batches(examples, full)) + _raised(examples)
            self.thresholds[int(full)] = _at(scores[plain], (rate if full else rate / 3) * _reports(examples))

    def show(self, name: str, examples: Examples) -> None:
        """Prints how well cuts are told from narration, and how many are found at how many questions a report."""
        y, cut, plain = _parts(examples)
        asked = np.array([each.y == 1 and not each.goes_on for each in examples.meta])
        raised = _raised(examples)
        quoted = np.array([each.kind in ("quotation", "verdict") for each in examples.meta])
        contended = np.array([_ACTS.get(each.act or "", 1) >= 1.5 for each in examples.meta])
        reports = _reports(examples)
        print(f"{name}: {reports} reports, {(asked & ~quoted).sum()} cuts, {(asked & quoted).sum()} of quotations")
        words = np.array([self._of_words(each.text) for each in examples.meta])
        given = {"words": words} | {
            ("with vectors" if full else "without"): logits(self.nets[full], self._batches(examples, full))
            for full in (False, True)
        }
        for kind, scores in given.items():
            line = f"  {kind:12} area {roc_auc_score(y[cut], scores[cut]):.3f}; found at questions a report:"
            for rate in _RATES:
                over = scores + raised >= _at((scores + raised)[plain], rate * reports)
                line += f" {rate}: {over[asked & ~quoted].mean():.3f}"
            print(line)
        for full, kind in ((False, "without"), (True, "with vectors")):
            over = given[kind] + raised >= self.thresholds[int(full)]
            line = (
                f"  {kind:12} above {self.thresholds[int(full)]:.3f}: {over[plain].sum() / reports:.3f} a report; found"
            )
            for what, some in {"": ~quoted, "of quotations ": quoted, "of what is contended ": contended}.items():
                line += f" {what}{over[asked & some].sum()} of {(asked & some).sum()};"
            print(line)

    def file(self) -> dict[str, npt.NDArray[Any]]:
        """The parts of the shipped file, by name."""
        parts: dict[str, npt.NDArray[Any]] = {
            "tagger": np.array(MODEL), "words": self.table, "words_scale": np.float32(self.scale),
            "calibration": self.calibration, "thresholds": self.thresholds,
        }  # fmt: skip
        for full, nets in self.nets.items():
            kind = "full" if full else "bare"
            parts |= {f"{kind}_mean": self.mean[full], f"{kind}_deviation": self.deviation[full]}
            members = [net.parts() for net in nets]
            for part in members[0]:
                parts[f"{kind}_{part}"] = np.stack([each[part] for each in members]).astype(np.float16)
        return parts

    def _of_words(self, text: str) -> float:
        return float(self.table[rows(text)].sum(dtype=np.int64) * self.scale)

    def _raw(self, examples: Examples, full: bool) -> FloatArray:
        words = np.array([[self._of_words(each.text)] for each in examples.meta], np.float32)
        parts = [words, examples.around]
        if full:
            ends = np.cumsum(examples.length)[:-1]
            parts.append(np.array([begun(each) for each in np.split(examples.anchor, ends)], np.float32))
        return np.concatenate(parts, 1)

    def _batches(self, examples: Examples, full: bool) -> Batches:
        side = (self._raw(examples, full) - self.mean[full]) / self.deviation[full]
        return Batches(examples, side.astype(np.float32), full)


def _weight(sentence: Any) -> float:
    if not sentence.y:
        return 1.0
    weight = _ACTS.get(sentence.act or "", 1.0)
    return (
        weight * (_GOES_ON if sentence.goes_on else 1) * (_QUOTED if sentence.kind in ("quotation", "verdict") else 1)
    )


def _parts(examples: Examples) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """What is to be told, which sentences are of reports with cuts, and which of reports as published."""
    how = np.array([each.how for each in examples.meta])
    return np.array([each.y for each in examples.meta]), how == "cut", how == "plain"


def _raised(examples: Examples) -> FloatArray:
    """What is added to each sentence's log odds before it is asked about: minus infinity where it never is."""
    places = [Candidate(0, Span(0, 0), tuple(each)) for each in examples.around.tolist()]
    raised: list[float] = []
    for place, each in zip(places, examples.meta, strict=True):
        never = not place.alone or place.introduces or needs_none(each.text)
        raised.append(-np.inf if never else more(each.text))
    return np.array(raised, np.float32)


def _reports(examples: Examples) -> int:
    return len({each.id for each in examples.meta if each.how == "plain"})


def _at(scores: FloatArray, number: float) -> float:
    """The score that ``number`` of ``scores`` reach."""
    return float(np.sort(scores)[::-1][max(0, round(number) - 1)])


def write(fitted: Fitted) -> None:
    """The file beside the code that reads it."""
    path = Path(sayso.check.ownvoice.need.__file__).with_name("need.npz")
    np.savez_compressed(path, **fitted.file())  # type: ignore[arg-type]
    print(f"{path}: {path.stat().st_size:,} bytes")
