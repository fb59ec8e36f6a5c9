"""Adding in the background: what was handed in is kept on disk until it is in the ledger, so that neither a closed
browser nor a stopped server loses it.
"""

from __future__ import annotations

import json
import logging
import secrets
import threading
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from sayso.api.intake import Outcome, add
from sayso.api.problems import Problem
from sayso.api.state import State, now
from sayso.errors import SaysoError
from sayso.ledger import Ledger
from sayso.report import Options

Phase = Literal["waiting", "running", "done", "failed"]
#: What may wait at once: jobs, and bytes of them.
_MOST, _MOST_BYTES = 200, 500_000_000
_KEPT = 1000
_log = logging.getLogger("sayso.api")


@dataclass(frozen=True, slots=True)
class Job:
    """``done``: reports dealt with so far; ``results``: one for each, as far as the job got."""

    id: str
    made: str
    by: str
    name: str
    kind: Literal["text", "file", "url"]
    state: Phase
    done: int
    results: tuple[Outcome, ...]


class Jobs:
    """One thread that adds what is waiting, in order; started with the server."""

    def __init__(self, state: State, ledger: Ledger, model: str, *, allow_private: bool) -> None:
        self._state, self._ledger, self._model, self._private = state, ledger, model, allow_private
        self._something, self._stopping = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        with self._state.connect() as connection:  # what a stopped server had begun is begun again
            connection.execute("UPDATE jobs SET state = 'waiting', done = 0 WHERE state = 'running'")
        self._something.set()
        self._thread = threading.Thread(target=self._run, name="sayso-jobs", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._something.set()
        if self._thread is not None:
            self._thread.join(timeout=10)

    def put(self, kind: str, name: str, content: bytes | None, options: Options, by: str) -> Job:
        """Takes in a text, a file's bytes or an address (``name``). Raises Problem 429 where too much is waiting."""
        given = {"published": options.published, "outlet": options.outlet, "url": options.url}
        job_id = secrets.token_hex(8)
        with self._state.connect() as connection:
            waiting = (
                "SELECT count(*), coalesce(sum(length(content)), 0) FROM jobs WHERE state IN ('waiting', 'running')"
            )
            number, size = connection.execute(waiting).fetchone()
            if number >= _MOST or size + len(content or b"") > _MOST_BYTES:
                raise Problem(429, "too much is waiting to be added", "Try again in a few minutes", code="queue")
            connection.execute(
                "INSERT INTO jobs VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', 0, '[]')",
                (job_id, now(), by, name, kind, json.dumps(given), content),
            )
            connection.execute(
                "DELETE FROM jobs WHERE state IN ('done', 'failed') AND id NOT IN"
                " (SELECT id FROM jobs ORDER BY made DESC LIMIT ?)",
                (_KEPT,),
            )
        self._something.set()
        return self.get(job_id)

    def get(self, job_id: str) -> Job:
        """Raises Problem 404 for none."""
        with self._state.connect() as connection:
            row = connection.execute("SELECT * FROM jobs WHERE id = ?", (job_id,)).fetchone()
        if row is None:
            raise Problem(404, "no such job", "Jobs are forgotten after a while", code="job", input=job_id)
        return _job(row)

    def latest(self, limit: int = 20) -> list[Job]:
        with self._state.connect() as connection:
            rows = connection.execute("SELECT * FROM jobs ORDER BY made DESC LIMIT ?", (limit,)).fetchall()
        return [_job(row) for row in rows]

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._something.clear()
            row = self._next()
            if row is None:
                self._something.wait()
                continue
            try:
                self._do(row)
            except Exception:
                _log.exception("a job broke off")
                self._note(row["id"], "failed", [Outcome(row["name"], "failed", problem="a fault of this software")])

    def _next(self) -> Any:
        with self._state.connect() as connection:
            row = connection.execute("SELECT * FROM jobs WHERE state = 'waiting' ORDER BY made LIMIT 1").fetchone()
            if row is not None:
                connection.execute("UPDATE jobs SET state = 'running' WHERE id = ?", (row["id"],))
        return row

    def _do(self, row: Any) -> None:
        options = Options(**json.loads(row["options"]), allow_private=self._private)
        outcomes: list[Outcome] = []
        try:
            for outcome in add(self._ledger, row["content"], row["name"], options, self._model):
                outcomes.append(outcome)
                self._note(row["id"], "running", outcomes)
                if self._stopping.is_set():
                    return  # still "running": goes on with the next server
        except SaysoError as error:
            outcomes.append(Outcome.failed(row["name"], error))
        done = any(outcome.report for outcome in outcomes)
        self._note(row["id"], "done" if done else "failed", outcomes)

    def _note(self, job_id: str, state: Phase, outcomes: list[Outcome]) -> None:
        results = msgspec.json.encode(outcomes).decode()
        with self._state.connect() as connection:
            connection.execute(
                "UPDATE jobs SET state = ?, done = ?, results = ? WHERE id = ?", (state, len(outcomes), results, job_id)
            )
            if state in ("done", "failed"):
                connection.execute("UPDATE jobs SET content = NULL WHERE id = ?", (job_id,))


def _job(row: Any) -> Job:
    results = msgspec.json.decode(row["results"], type=tuple[Outcome, ...])
    return Job(row["id"], row["made"], row["by"], row["name"], row["kind"], row["state"], row["done"], results)
