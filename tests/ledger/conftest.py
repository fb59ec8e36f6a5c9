"""Tests that take ``address`` (of a ledger not yet made) or ``ledger`` (empty) run on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from sayso.ledger import Ledger
from sayso.ledger.schema import metadata

from . import postgres

BOTH = ["sqlite", "postgresql"]
_numbers = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    try:
        manager = postgres.server()
        address = manager.__enter__()
    except postgres.UnavailableError as reason:
        if os.environ.get("CI"):
            pytest.fail(f"the ledger must be tested on PostgreSQL: {reason}")
        pytest.skip(f"NOT TESTED on PostgreSQL: {reason}")
    yield address
    manager.__exit__(None, None, None)


def _new_database(server: str) -> str:
    name = f"ledger_{os.getpid()}_{next(_numbers)}"
    admin = create_engine(server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    admin.dispose()
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=BOTH)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of a ledger that does not exist yet."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.sqlite3")
    return _new_database(request.getfixturevalue("postgres_server"))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copied for each test: migrating takes longer than most tests."""
    path = tmp_path_factory.mktemp("template") / "ledger.sqlite3"
    Ledger(str(path)).close()
    return path


@pytest.fixture(scope="session")
def postgres_address(postgres_server: str) -> str:
    """One database, emptied before each test."""
    address = _new_database(postgres_server)
    Ledger(address).close()
    return address


@pytest.fixture
def clock() -> Callable[[], str]:
    """Times that never repeat and are the same in every run."""
    seconds = count()
    return lambda: f"2031-05-05T10:{(n := next(seconds)) // 60:02d}:{n % 60:02d}Z"


@pytest.fixture(params=BOTH)
def ledger_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of an empty ledger."""
    if request.param == "sqlite":
        path = tmp_path / "ledger.sqlite3"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        return str(path)
    address: str = request.getfixturevalue("postgres_address")
    with Ledger(address) as opened, opened.write() as session:
        names = ", ".join(table.name for table in metadata.sorted_tables)
        session.connection.exec_driver_sql(f"TRUNCATE {names} RESTART IDENTITY")
    return address


@pytest.fixture
def ledger(ledger_address: str, clock: Callable[[], str]) -> Iterator[Ledger]:
    with Ledger(ledger_address, clock=clock) as opened:
        yield opened
