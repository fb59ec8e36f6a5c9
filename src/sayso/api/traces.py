"""The trace of a ledger, brought up to date in the background whenever the ledger has changed and somebody asks.

Pages read what is kept in the ledger, a story at a time; only who asks for the whole trace gets the whole.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import func, select

from sayso.api.problems import Problem
from sayso.ledger import Ledger, Reader
from sayso.ledger.schema import judgements, readings, reports
from sayso.trace import kept, looking
from sayso.trace.types import Trace

#: Seconds after which those who ask no longer wait for the trace, but take what is there.
_PATIENCE = 8.0
_log = logging.getLogger("sayso.api")

Mark = tuple[int, int, int]
T = TypeVar("T")


class Traces:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._changed = threading.Condition()
        self._mark: Mark | None = None
        self._began: float | None = None
        self._whole: tuple[Mark, Trace] | None = None

    def look(self, ask: Callable[[Reader], T | None]) -> tuple[T, bool]:
        """What is asked of the ledger's trace, and whether the ledger has changed since that was worked out.

        Raises:
            Problem: 503 where it gives None: it is being worked out.
        """
        stale = self._stale()
        with self._ledger.read() as view:
            found = ask(view)
        if found is None:
            raise Problem(
                503, "what the reports show together is being worked out", "Try again in a minute", code="tracing",
                headers={"Retry-After": "30"},
            )  # fmt: skip
        return found, stale

    def whole(self) -> Trace:
        """``sayso.trace/1`` of all reports that were traced. Raises Problem 503 where there are none but there will
        be."""
        found, stale = self.look(self._read)
        if stale and not found[1].reports:
            self.look(lambda view: None)
        return found[1]

    def _read(self, view: Reader) -> tuple[Mark, Trace]:
        mark = _mark(view)
        known = self._whole
        if known is None or known[0] != mark or self._mark != mark:
            known = mark, looking.whole_trace(view)
            self._whole = known
        return known

    def _stale(self) -> bool:
        with self._ledger.read() as view:
            mark = _mark(view)
        with self._changed:
            if self._mark != mark and self._began is None:
                self._began = time.monotonic()
                threading.Thread(target=self._work, name="sayso-trace", daemon=True).start()
            if self._mark != mark and self._began is not None:
                left = _PATIENCE - (time.monotonic() - self._began)
                self._changed.wait_for(lambda: self._mark == mark or self._began is None, max(0.0, left))
            return self._mark != mark

    def _work(self) -> None:
        mark: Mark | None = None
        try:
            with self._ledger.read() as view:
                mark = _mark(view)
            kept.update(self._ledger)
        except Exception:
            _log.exception("the trace could not be worked out")
            mark = None
        with self._changed:
            self._mark, self._began = mark or self._mark, None
            self._changed.notify_all()


def _mark(view: Reader) -> Mark:
    """Changes whenever a report, a reading or a judgement comes or goes."""
    row = view.connection.execute(
        select(
            select(func.count()).select_from(reports).scalar_subquery(),
            select(func.coalesce(func.max(readings.c.pk), 0)).scalar_subquery(),
            select(func.coalesce(func.max(judgements.c.pk), 0)).scalar_subquery(),
        )
    ).one()
    return (row[0], row[1], row[2])
