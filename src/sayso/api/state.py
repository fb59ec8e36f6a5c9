"""What a server keeps for itself, beside the ledger: accounts, jobs, saved searches, a secret to sign with."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

_TABLES = """
CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS accounts (
  name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, made TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS jobs (
  id TEXT PRIMARY KEY, made TEXT NOT NULL, by TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  options TEXT NOT NULL, content BLOB, state TEXT NOT NULL, done INTEGER NOT NULL, results TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS searches (
  id TEXT PRIMARY KEY, made TEXT NOT NULL, by TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS ended_sessions (nonce TEXT PRIMARY KEY, at TEXT NOT NULL);
"""


def now() -> str:
    """ISO 8601, UTC, to the microsecond, so that it also orders."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class State:
    """A SQLite file, opened anew for each step: the steps are short and come from many threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=True)  # password hashes and the secret are nobody else's business
        with self.connect() as connection:
            connection.executescript(_TABLES)

    @contextmanager
    def connect(self) -> Iterator[sqlite3.Connection]:
        """One transaction; rows by column name."""
        with closing(sqlite3.connect(self.path, timeout=30)) as connection, connection:
            connection.row_factory = sqlite3.Row
            yield connection

    def secret(self, name: str) -> str:
        """A random secret, made when first asked for and the same from then on."""
        with self.connect() as connection:
            made = (name, secrets.token_urlsafe(32))
            connection.execute("INSERT OR IGNORE INTO secrets VALUES (?, ?)", made)
            row = connection.execute("SELECT value FROM secrets WHERE name = ?", (name,)).fetchone()
            return str(row["value"])
