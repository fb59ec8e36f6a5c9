"""Run a model: windows through the encoder, anchors through the heads.

Every window is run by itself: 8-bit activations are scaled over a whole batch, so only so is the output the same
whatever else is read with it. Threads work on different windows; each run uses one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from sayso.errors import ModelError
from sayso.tagger import files
from sayso.tagger.decoding import Scored, attributions, paragraphs, softmax
from sayso.tagger.encoding import Window, windows
from sayso.tagger.spans import Attribution
from sayso.types import Span

_INPUTS = ("pieces", "case", "place", "quote", "first")

#: Encoded windows kept: a draft's worth, so that one saved again costs only the windows that changed.
_KEPT = 16

#: Below this many windows a second thread costs more than it brings.
_WORTH_A_THREAD = 4


def _session(path: str) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except Exception as e:  # onnxruntime raises many kinds for a damaged file
        raise ModelError(path, "the file cannot be loaded", "Install the package again") from e


class Tagger:
    """One loaded model. ``tag`` may be called from several threads."""

    def __init__(self, model: str, threads: int = 0) -> None:
        where, self.manifest = files.manifest(model)
        self.name = self.manifest.name
        self._where = where
        self._encoder = _session(str(where / "encoder.onnx"))
        self._heads = {"guide": _session(str(where / "heads.onnx"))}
        self._tokenizer = Tokenizer.from_file(str(where / "tokenizer.json"))
        self._threads = threads or os.cpu_count() or 1
        self._encoded = lru_cache(maxsize=_KEPT)(self._encode)

    def tag(self, text: str, units: Sequence[Span], *, headline: int | None = 0) -> list[Attribution]:
        """Attributions of the guide in ``units`` (paragraph spans in text order), by place of their first word.

        ``headline``: the number of the unit that is the headline, None where there is none.
        """
        return self._run(text, units, headline, "guide")

    def outermost(self, text: str, units: Sequence[Span], *, headline: int | None = 0) -> list[Attribution]:
        """The projection to outermost attributions as PolNeAR has them: the same encoder pass, heads of its own."""
        if "outermost" not in self._heads:
            self._heads["outermost"] = _session(str(self._where / "outermost.onnx"))
        return self._run(text, units, headline, "outermost")

    def _run(self, text: str, units: Sequence[Span], headline: int | None, head: str) -> list[Attribution]:
        made = list(windows(self._tokenizer, text, units, size=self.manifest.window, headline=headline))
        scored = [s for s in self._map(made, head) if s is not None]
        return sorted(attributions(scored, self.manifest.repeated[head]), key=lambda a: (a.begin, a.end))

    def _map(self, made: list[Window], head: str) -> Iterator[Scored | None]:
        workers = min(self._threads, len(made) // _WORTH_A_THREAD)
        if workers < 2:
            yield from (self._window(window, head) for window in made)
            return
        with ThreadPoolExecutor(workers) as pool:
            yield from pool.map(lambda window: self._window(window, head), made)

    def _encode(self, *inputs: bytes) -> list[Any]:
        row = {name: np.frombuffer(each, np.int64)[None] for name, each in zip(_INPUTS, inputs, strict=True)}
        outputs: list[Any] = self._encoder.run(None, row)
        return outputs

    def _window(self, window: Window, head: str) -> Scored | None:
        words, guide, outermost = self._encoded(*(getattr(window, name).tobytes() for name in _INPUTS))
        anchors = softmax(guide if head == "guide" else outermost)
        at = np.nonzero(1 - anchors[:, 0] > self.manifest.thresholds[head])[0].astype(np.int64)
        if not len(at):
            return None
        near, mask = paragraphs(window.unit, at)
        roles, *classes = self._heads[head].run(None, {"words": words, "at": at, "near": near, "mask": mask})
        return Scored(window, anchors, at, near, mask, roles, classes[0] if classes else None)


@lru_cache(maxsize=4)
def load(model: str, threads: int = 0) -> Tagger:
    """The tagger of that name or directory; loaded once in a process."""
    return Tagger(model, threads)
