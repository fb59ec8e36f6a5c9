"""The trace of a ledger, worked out in the background whenever the ledger has changed and somebody asks."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass

from sqlalchemy import func, select

from sayso.api.problems import Problem
from sayso.errors import LedgerError
from sayso.ledger import Ledger, Reader
from sayso.ledger.schema import judgements, readings, reports
from sayso.trace import kept
from sayso.trace.types import Story, Trace

#: Seconds that a question waits for a fresh trace before it takes the one before.
_PATIENCE = 8.0
_log = logging.getLogger("sayso.api")

Mark = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Traced:
    """``stale``: the ledger has changed since, and the next trace is under way."""

    trace: Trace
    stale: bool


class Traces:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._changed = threading.Condition()
        self._trace: Trace | None = None
        self._mark: Mark | None = None
        self._working = False

    def get(self) -> Traced:
        """Raises Problem 503 where there is none yet and it takes long."""
        with self._ledger.read() as view:
            mark = _mark(view)
        with self._changed:
            if self._mark != mark and not self._working:
                self._working = True
                threading.Thread(target=self._work, name="sayso-trace", daemon=True).start()
            self._changed.wait_for(lambda: self._mark == mark or not self._working, _PATIENCE)
            if self._trace is None:
                raise Problem(
                    503, "what the reports show together is being worked out", "Try again in a minute", code="tracing",
                    headers={"Retry-After": "30"},
                )  # fmt: skip
            return Traced(self._trace, self._mark != mark)

    def peek(self) -> Trace | None:
        """What is known without waiting, as long as the ledger has not changed."""
        with self._ledger.read() as view:
            return self._trace if self._mark == _mark(view) else None

    def _work(self) -> None:
        made: Trace | None = None
        mark: Mark | None = None
        try:
            with self._ledger.read() as view:
                mark = _mark(view)
            made = kept.trace(self._ledger)
        except Exception:
            _log.exception("the trace could not be worked out")
        with self._changed:
            if made is not None:
                self._trace, self._mark = made, mark
            self._working = False
            self._changed.notify_all()


def story_of(made: Trace, report: str) -> Story:
    """The story that a report is part of, by the report's id or its first digits; one that stands alone is a story of
    its own. Raises LedgerError where there is no such report.
    """
    given = "sha256:" + report.removeprefix("sha256:")
    meant = [each for each in made.reports if each.id.startswith(given)] if len(given) >= 13 else []
    if len(meant) != 1:
        wrong = "means more than one report" if meant else "no such report"
        raise LedgerError(report, wrong, "Give more digits of the id" if meant else "See /reports")
    (found,) = meant
    alone = Story(found.id, found.headline or "", (found.id,))
    return next((story for story in made.stories if found.id in story.reports), alone)


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
