"""Processes that read drafts, each with its own tagger; results come in the order of the drafts.

A process that dies (killed for memory, a fault in native code) takes nothing with it: the drafts that were under way
are read again, and only one that kills its process a second time is given up.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Generic, TypeVar

from sayso.errors import SaysoError
from sayso.pipeline import read_safely
from sayso.report import Draft
from sayso.tagger import Tagger, load
from sayso.types import Reading

T = TypeVar("T")
Result = Reading | SaysoError | None
#: Drafts under way for each process; few enough to hold in memory, enough that no process waits.
_AHEAD = 4
#: With no more drafts than this, starting processes costs more than it saves.
_FEW = 3

_tagger: Tagger | None = None


@dataclass(frozen=True, slots=True)
class _Job(Generic[T]):
    """An item under way; without draft and future where there is nothing to read."""

    item: T
    draft: Draft | None = None
    future: Future[Reading | SaysoError] | None = None


def _start(model: str) -> None:
    global _tagger
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _tagger = load(model, 1)


def _end_with_parent() -> None:
    """A process whose parent was killed would otherwise wait for work for good."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(draft: Draft, tagger: Tagger | None = None) -> Reading | SaysoError:
    tagger = tagger or _tagger
    assert tagger is not None
    return read_safely(draft, tagger)


class Readers:
    """``jobs`` processes at most; none is started for a few drafts."""

    def __init__(self, model: str, jobs: int) -> None:
        self._model, self._jobs = model, jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Readers:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def read(self, items: Iterable[T], draft_of: Callable[[T], Draft | None]) -> Iterator[tuple[T, Result]]:
        """Each item with the reading of its draft; with None where it has none.

        Raises:
            ModelError: the model cannot be loaded.
        """
        items = iter(items)
        first = _drafts_ahead(items, draft_of)
        if self._jobs == 1 or sum(draft_of(item) is not None for item in first) <= _FEW:
            yield from self._here(chain(first, items), draft_of)
            return
        under_way: deque[_Job[T]] = deque()
        for item in chain(first, items):
            draft = draft_of(item)
            under_way.append(_Job(item, draft, self._submit(draft)) if draft else _Job(item))
            while len(under_way) > self._jobs * _AHEAD:
                yield self._first(under_way)
        while under_way:
            yield self._first(under_way)

    def _here(self, items: Iterable[T], draft_of: Callable[[T], Draft | None]) -> Iterator[tuple[T, Result]]:
        tagger: Tagger | None = None
        for item in items:
            draft = draft_of(item)
            if draft is not None:
                tagger = tagger or load(self._model, 0)
            yield item, _read(draft, tagger) if draft is not None else None

    def _submit(self, draft: Draft) -> Future[Reading | SaysoError]:
        if self._pool is None:
            load(self._model, 1)  # a missing model is reported once, here
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._jobs, context, initializer=_start, initargs=(self._model,))
        try:
            # The bytes it was read from may be those of a whole feed; reading needs its text alone.
            return self._pool.submit(_read, replace(draft, content=None, fetched=None))
        except BrokenProcessPool as error:
            broken: Future[Reading | SaysoError] = Future()
            broken.set_exception(error)
            return broken

    def _first(self, under_way: deque[_Job[T]]) -> tuple[T, Result]:
        job = under_way.popleft()
        if job.future is None or job.draft is None:
            return job.item, None
        try:
            return job.item, job.future.result()
        except (BrokenProcessPool, CancelledError):
            return job.item, self._again(job.draft, under_way)

    def _again(self, draft: Draft, under_way: deque[_Job[T]]) -> Reading | SaysoError:
        """Reads a draft whose process died by itself, in a fresh one; then the others go on with fresh processes."""
        self._stop()
        try:
            result = self._submit(draft).result()
        except BrokenProcessPool:
            self._stop()
            result = SaysoError(
                draft.name, "the process that read it died twice", "It may be too large for the memory", code="internal"
            )
        for number, job in enumerate(under_way):
            if job.draft is not None and not _is_read(job.future):
                under_way[number] = _Job(job.item, job.draft, self._submit(job.draft))
        return result

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def _is_read(future: Future[Reading | SaysoError] | None) -> bool:
    return future is not None and future.done() and not future.cancelled() and future.exception() is None


def _drafts_ahead(items: Iterator[T], draft_of: Callable[[T], Draft | None]) -> list[T]:
    """Items from the front until more than a few drafts are among them."""
    taken: list[T] = []
    drafts = 0
    for item in islice(items, 1000):
        taken.append(item)
        drafts += draft_of(item) is not None
        if drafts > _FEW:
            break
    return taken
