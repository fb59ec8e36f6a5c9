"""What claims mean, as vectors, so that one claim is known in two witnesses' words.

Each sentence goes through the encoder by itself, so that a vector is the same whatever else is read; vectors are whole
numbers, so that likenesses are the same to the last digit in whatever company they are worked out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.errors import ModelError
from sayso.trace.claims.assertions import Assertion
from sayso.trace.material import Page
from sayso.types import Span

MODEL = Path(__file__).with_name("same_claim_v2")
WIDTH = 96
SCALE = 250  # length of a vector
PIECES = 96  # of a sentence; the model was taught with these
_CLS, _SEP = 101, 102
_PLACE = 8  # bytes of a place in what is kept

Senses = NDArray[np.int8]


def there() -> bool:
    """Whether the model is installed."""
    return (MODEL / "encoder.onnx").is_file()


def senses(made: Sequence[Assertion]) -> Senses:
    """(assertions, WIDTH): their vectors, those that their pages do not know yet worked out and kept there; zero for
    all where the model is not installed."""
    if not there():
        return np.zeros((len(made), WIDTH), np.int8)
    asked: dict[tuple[Page, Span], set[Span]] = defaultdict(set)
    for assertion in made:
        if assertion.span not in assertion.page.senses:
            asked[assertion.page, _around(assertion)].add(assertion.span)
    for (page, around), clauses in asked.items():
        spans = sorted(clauses)
        inside = tuple(Span(span.begin - around.begin, span.end - around.begin) for span in spans)
        vectors = _encoder().vectors(around.of(page.text), inside)
        page.senses.update((span, vector.tobytes()) for span, vector in zip(spans, vectors, strict=True))
    known = b"".join(assertion.page.senses[assertion.span] for assertion in made)
    return np.frombuffer(known, np.int8).reshape(-1, WIDTH)


def nearness(made: Senses, ones: NDArray[np.intp], others: NDArray[np.intp]) -> NDArray[np.float64]:
    """For each pair of these vectors, given by number, how near they are, up to 1."""
    found = np.zeros(len(ones))
    for begin in range(0, len(ones), 1 << 14):
        here = slice(begin, begin + (1 << 14))
        found[here] = np.einsum("ij,ij->i", made[ones[here]].astype(np.int32), made[others[here]].astype(np.int32))
    return found / SCALE**2


def to_bytes(known: Mapping[tuple[int, int], bytes]) -> bytes:
    """What a page knows, by place."""
    places = np.array(sorted(known), "<i4").reshape(-1, 2)
    vectors = np.frombuffer(b"".join(known[place] for place in sorted(known)), np.int8).reshape(-1, WIDTH)
    return np.concatenate([places.view(np.int8).reshape(-1, _PLACE), vectors], axis=1).tobytes()


def from_bytes(body: bytes) -> dict[tuple[int, int], bytes]:
    rows = np.frombuffer(body, np.int8).reshape(-1, _PLACE + WIDTH)
    places = rows[:, :_PLACE].copy().view("<i4").tolist()
    return {(begin, end): row.tobytes() for (begin, end), row in zip(places, rows[:, _PLACE:], strict=True)}


def verify() -> None:
    """Compare the model's files with their checksums.

    Raises:
        ModelError: a file is missing or differs.
    """
    import json

    from sayso.tagger.files import compare

    compare(MODEL, json.loads((MODEL / "model.json").read_bytes())["sha256"])


def _around(assertion: Assertion) -> Span:
    """The sentence that an assertion stands in, of a headline all of it."""
    page, span = assertion.page, assertion.span
    at = page.sentence(span.begin)
    around = page.paragraphs[page.paragraph(span.begin)] if at is None else page.sentences[at]
    return Span(min(around.begin, span.begin), max(around.end, span.end))


class _Encoder:
    def __init__(self) -> None:
        from tokenizers import Tokenizer

        from sayso.tagger.sessions import session

        self._session = session(str(MODEL / "encoder.onnx"))
        path = str(MODEL / "tokenizer.json")
        try:
            self._tokenizer = Tokenizer.from_file(path)
        except Exception as e:  # tokenizers raises a plain one for a damaged file
            raise ModelError(path, "the file cannot be loaded", "Install the package again") from e

    def vectors(self, text: str, spans: Sequence[Span]) -> Senses:
        """(spans, WIDTH): of clauses of one sentence, those of a long one by what is near each."""
        encoded = self._tokenizer.encode(text, add_special_tokens=False)
        ids, offsets = np.array(encoded.ids, np.int64), np.array(encoded.offsets, np.intp).reshape(-1, 2)
        said = np.array([(offsets[:, 0] < span.end) & (offsets[:, 1] > span.begin) for span in spans], np.float32)
        near: dict[int, list[int]] = defaultdict(list)
        for n, own in enumerate(said):
            near[_first(np.flatnonzero(own), len(ids))].append(n)
        found = np.zeros((len(spans), WIDTH), np.int8)
        for first, own in near.items():
            here = slice(first, first + PIECES - 2)
            found[own] = self._run(ids[here], said[own, here])
        return found

    def _run(self, ids: NDArray[np.int64], said: NDArray[np.float32]) -> Senses:
        inputs = {"pieces": np.concatenate([[_CLS], ids, [_SEP]])[None], "said": np.pad(said, ((0, 0), (1, 1)))}
        vectors: Any = self._session.run(None, inputs)[0]
        made: Senses = np.clip(np.rint(vectors * SCALE), -127, 127).astype(np.int8)
        return made


def _first(inside: NDArray[np.intp], count: int) -> int:
    """The first piece that is read of ``count`` where those ``inside`` matter."""
    if not len(inside):
        return 0
    room = max(0, PIECES - 2 - int(inside[-1] + 1 - inside[0]))
    return max(0, min(int(inside[0]) - room * 2 // 3, count - (PIECES - 2)))


@lru_cache(maxsize=1)
def _encoder() -> _Encoder:
    return _Encoder()
