"""Run a model: windows through the encoder, anchors through the heads.

Every window goes through the encoder by itself: 8-bit activations are scaled over a whole batch, so only so is the
output the same whatever else is read with it. Threads work on different windows; each run uses one. The heads, whose
weights are no 8-bit ones, take the anchors of several windows of a text at once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from sayso.tagger import files
from sayso.tagger.decoding import Scored, attributions, paragraphs, softmax
from sayso.tagger.encoding import Window, windows
from sayso.tagger.labels import ROLES
from sayso.tagger.pieces import Pieces
from sayso.tagger.sessions import session
from sayso.tagger.spans import Attribution
from sayso.tagger.words import Words, words_of
from sayso.types import Span

_INPUTS = ("pieces", "case", "place", "quote", "first")

#: Encoded windows kept: a long draft's worth (7 MB), so that one saved again costs only the windows that changed.
_KEPT = 48

#: Windows whose anchors go through the heads together, and anchors that go in one run.
_TOGETHER, _ANCHORS = 64, 24

#: Below this many windows a second thread costs more than it brings.
_WORTH_A_THREAD = 4


class Tagger:
    """One loaded model. ``tag`` may be called from several threads."""

    def __init__(self, model: str, threads: int = 0) -> None:
        where, self.manifest = files.manifest(model)
        self.name = self.manifest.name
        self._where = where
        self._encoder = session(str(where / "encoder.onnx"))
        self._heads = {"guide": session(str(where / "heads.onnx"))}
        self._steps = {head: np.array(table, np.float32) for head, table in self.manifest.steps.items()}
        self.pieces = Pieces(Tokenizer.from_file(str(where / "tokenizer.json")))
        self._threads = threads or os.cpu_count() or 1
        self._encoded = lru_cache(maxsize=_KEPT)(self._encode)

    def tag(self, text: str, units: Sequence[Span], *, headline: int | None = 0) -> list[Attribution]:
        """Attributions of the guide in ``units`` (paragraph spans in text order), by place of their first word.

        ``headline``: the number of the unit that is the headline, None where there is none.
        """
        return self.read(text, units, headline=headline)[0]

    def read(self, text: str, units: Sequence[Span], *, headline: int | None = 0) -> tuple[list[Attribution], Words]:
        """As :meth:`tag`, and the vectors of the words that it was read from."""
        made, read = self._encoded_all(text, units, headline)
        return self._found(made, read, "guide"), words_of(self.name, made, read)

    def outermost(self, text: str, units: Sequence[Span], *, headline: int | None = 0) -> list[Attribution]:
        """The projection to outermost attributions as PolNeAR has them: the same encoder pass, heads of its own."""
        if "outermost" not in self._heads:
            self._heads["outermost"] = session(str(self._where / "outermost.onnx"))
        return self._found(*self._encoded_all(text, units, headline), "outermost")

    def encoded(
        self, text: str, units: Sequence[Span], *, headline: int | None = 0
    ) -> Iterator[tuple[Window, Callable[[], tuple[Any, Any]]]]:
        """Every window with what gives the encoder's (words, width) vectors of its words and the (words,) probability
        that each is the first of an attribution: kept where the text was read just before, worked out where not."""

        def outputs(window: Window) -> tuple[Any, Any]:
            read = self._encoder_of(window)
            return read[0], 1 - softmax(read[1])[:, 0]

        for window in windows(self.pieces, text, units, size=self.manifest.window, headline=headline):
            yield window, partial(outputs, window)

    def _encoded_all(
        self, text: str, units: Sequence[Span], headline: int | None
    ) -> tuple[list[Window], list[list[Any]]]:
        made = list(windows(self.pieces, text, units, size=self.manifest.window, headline=headline))
        return made, list(self._map(made))

    def _found(self, made: list[Window], read: list[list[Any]], head: str) -> list[Attribution]:
        blocks = (slice(i, i + _TOGETHER) for i in range(0, len(made), _TOGETHER))
        scored = [s for s in (self._scored(made[block], read[block], head) for block in blocks) if s is not None]
        found = attributions(scored, self.manifest.repeated[head], self._steps.get(head))
        return sorted(found, key=lambda a: (a.begin, a.end))

    def _map(self, made: list[Window]) -> Iterator[list[Any]]:
        workers = min(self._threads, len(made) // _WORTH_A_THREAD)
        if workers < 2:
            yield from map(self._encoder_of, made)
            return
        with ThreadPoolExecutor(workers) as pool:
            yield from pool.map(self._encoder_of, made)

    def _encoder_of(self, window: Window) -> list[Any]:
        """Word vectors, and the scores of anchors by the guide and by the projection."""
        return self._encoded(*(getattr(window, name).tobytes() for name in _INPUTS))

    def _encode(self, *inputs: bytes) -> list[Any]:
        row = {name: np.frombuffer(each, np.int64)[None] for name, each in zip(_INPUTS, inputs, strict=True)}
        outputs: list[Any] = self._encoder.run(None, row)
        return outputs

    def _scored(self, made: list[Window], read: list[list[Any]], head: str) -> Scored | None:
        """Windows that go through the heads together: always the same ones of a text, whatever the number of
        threads. None where none of them has an anchor."""
        anchors = softmax(np.concatenate([each[1 if head == "guide" else 2] for each in read]))
        at = np.flatnonzero(1 - anchors[:, 0] > self.manifest.thresholds[head])
        if not len(at):
            return None
        unit, window = np.concatenate([w.unit for w in made]), np.arange(len(made)).repeat([len(w.unit) for w in made])
        near, mask = paragraphs(window * (unit.max() + 1) + unit, at)  # one that is cut is two
        roles, classes = self._heads_of(np.concatenate([each[0] for each in read]), at, near, mask, head)
        return Scored(np.concatenate([w.words for w in made]), anchors, at, near, mask, roles, classes)

    def _heads_of(self, words: Any, at: Any, near: Any, mask: Any, head: str) -> tuple[Any, Any]:
        """Anchors go by length of paragraph, so that little is padded."""
        lengths = mask.sum(1).astype(np.int64)
        order = np.argsort(lengths, kind="stable")
        roles: Any = np.zeros((*near.shape, len(ROLES)), np.float32)
        classes: Any = None
        for rows in np.array_split(order, -(-len(order) // _ANCHORS)):
            size = lengths[rows[-1]]
            seen = mask[rows, :size]
            used = np.unique(near[rows, :size])  # what is worked out for each word is worked out for these alone
            places = {"at": np.searchsorted(used, at[rows]), "near": np.searchsorted(used, near[rows, :size])}
            inputs = {"words": words[used], **places, "mask": seen}
            made = self._heads[head].run(None, inputs)
            roles[rows, :size] = made[0]
            if len(made) > 1:
                classes = np.zeros((len(at), made[1].shape[1]), np.float32) if classes is None else classes
                classes[rows] = made[1]
        return roles, classes


@lru_cache(maxsize=4)
def load(model: str, threads: int = 0) -> Tagger:
    """The tagger of that name or directory; loaded once in a process."""
    return Tagger(model, threads)
