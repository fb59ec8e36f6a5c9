"""What reading costs beyond the tagger: ``python -m evaluation.cost``.

Seconds tell of the machine and of what else it does; so the figure held is a ratio to a peer measured in the same run:
ten plain counts of the same texts' word pairs in Python. What the tagger finds is kept beforehand and handed out again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import pairwise

from evaluation.statements import gold, inputs
from sayso.settings import MODEL
from sayso.tagger.spans import Attribution
from sayso.tagger.words import Words
from sayso.types import Span


class Kept:
    """A tagger that gives again what another one found."""

    def __init__(self) -> None:
        from sayso.tagger import load

        self._tagger = load(MODEL, 1)
        self.name = self._tagger.name
        self._found: dict[str, tuple[list[Attribution], Words]] = {}

    def read(self, text: str, units: Sequence[Span], *, headline: int | None = 0) -> tuple[list[Attribution], Words]:
        if text not in self._found:
            self._found[text] = self._tagger.read(text, units, headline=headline)
        return self._found[text]


def score() -> dict[str, float]:
    """The higher, the cheaper."""
    return {"counts of word pairs, share of the rest": measure()[1]}


def measure(reports: int = 60) -> tuple[float, float]:
    """Milliseconds of processor time on one thread for 1,000 words, best of five turns; the peer's share of them."""
    from sayso import pipeline
    from sayso.report import Draft, open_drafts

    tagger = Kept()
    drafts = [draft for draft in open_drafts(inputs(gold("dev")[:reports]), pipeline.Options())
              if isinstance(draft, Draft)]  # fmt: skip

    def read() -> None:
        for draft in drafts:
            pipeline.read_draft(draft, tagger)  # type: ignore[arg-type]  # it tags as the real one does

    def count() -> None:
        for draft in drafts:
            for _ in range(10):
                _pairs(draft.text)

    read()
    turns = [(_took(read), _took(count)) for _ in range(5)]
    rest, peer = (min(took) for took in zip(*turns, strict=True))
    words = sum(len(draft.text.split()) for draft in drafts)
    return round(1e6 * rest / words, 1), round(peer / rest, 4)


def _pairs(text: str) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for pair in pairwise(text.lower().split()):
        counts[pair] = counts.get(pair, 0) + 1
    return counts


def _took(work: Callable[[], None]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    cost, share = measure()
    print(f"{cost} ms of processor time for 1,000 words beyond the tagger; counts of word pairs take {share} of it")
