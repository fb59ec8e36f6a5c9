"""Opening a ledger: the engine with its settings, migrations that run by themselves, refusal of a newer schema."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc, inspect, text
from sqlalchemy.engine import URL, make_url

from sayso.errors import LedgerError, MissingExtraError
from sayso.ledger.schema import SCHEMA

#: Seconds that a writer waits for the others before it gives up.
PATIENCE = 120
#: Any number, the same for all: writers on PostgreSQL take turns under it, as they do on SQLite.
_WRITERS_LOCK = 7_249_716


def address(ledger: str) -> URL:
    """``ledger`` as SQLAlchemy URL: a path is a SQLite file, ``postgresql://…`` goes to psycopg 3."""
    if "://" not in ledger:
        return URL.create("sqlite", database=str(Path(ledger).expanduser().absolute()))
    try:
        url = make_url(ledger)
    except exc.ArgumentError:
        raise LedgerError(ledger, "is no address of a ledger", "Give a file or postgresql://user@host/name") from None
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise LedgerError(ledger, "is kept by a database that Sayso does not know", "Use SQLite or PostgreSQL")
    return url.set(drivername="postgresql+psycopg") if url.get_backend_name() == "postgresql" else url


def connect(ledger: str, *, create: bool = True) -> Engine:
    """An engine on an up-to-date ledger; creates and migrates it where needed.

    Raises:
        LedgerError: cannot be opened, is no ledger, or was made by a newer Sayso.
        MissingExtraError: PostgreSQL without psycopg.
    """
    url = address(ledger)
    shown = url.render_as_string(hide_password=True) if url.get_backend_name() == "postgresql" else str(url.database)
    engine = _sqlite(url, shown, create=create) if url.get_backend_name() == "sqlite" else _postgres(url)
    try:
        _bring_up_to_date(engine, shown)
    except exc.DBAPIError as error:
        engine.dispose()
        raise LedgerError(shown, f"cannot be opened ({error.orig})", _remedy(engine)) from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def _remedy(engine: Engine) -> str:
    file = Path(engine.url.database or "")
    if engine.dialect.name == "sqlite" and file.is_file() and not os.access(file.parent, os.W_OK):
        return "SQLite writes beside the file even to read it: copy it to a folder that you may write to"
    return "Check the address, the rights and the file"


def _sqlite(url: URL, shown: str, *, create: bool) -> Engine:
    path = Path(url.database or "")
    if not path.exists():
        if not create:
            raise LedgerError(
                shown, "there is no ledger here", "Add reports with `sayso add`, or name where they are: --ledger FILE"
            )
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LedgerError(
                shown, f"cannot be created ({error.strerror})", "Name another place with --ledger"
            ) from error
    engine = create_engine(url, connect_args={"timeout": PATIENCE, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _settings(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions begin where we say so, DDL included
        if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            _use_wal(connection)
        # FULL: a report counted as added survives a power cut too, not only a killed process.
        for pragma in (
            "synchronous=FULL",
            "foreign_keys=ON",
            "cache_size=-65536",
            "temp_store=MEMORY",
            "secure_delete=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _use_wal(connection: sqlite3.Connection) -> None:
    # Two processes that create one ledger at the same moment: this switch does not wait on its own.
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _postgres(url: URL) -> Engine:
    try:
        engine = create_engine(url, connect_args={"options": "-c timezone=UTC"})
    except ImportError:
        raise MissingExtraError("PostgreSQL", "psycopg is not installed", "pip install 'sayso[postgres]'") from None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writing", False):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view of the ledger; sees nothing half-written and hinders no writer."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One unit of work: committed as a whole on leaving, or not at all. Writers take turns."""
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        yield connection


def _version(connection: Connection, shown: str) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return found
    if tables:
        raise LedgerError(shown, "is a database, but no Sayso ledger", "Name another --ledger")
    return None


def _bring_up_to_date(engine: Engine, shown: str) -> None:
    with reading(engine) as connection:
        found = _version(connection, shown)
    if found is not None and found > SCHEMA:
        raise LedgerError(
            shown, f"was written by a newer Sayso (schema {found}, this one knows {SCHEMA})", "Update Sayso to open it"
        )
    if found == SCHEMA:
        return
    with writing(engine) as connection:
        found = _version(connection, shown)
        if found == SCHEMA:  # somebody else was faster
            return
        if connection.dialect.name == "postgresql":
            _check_encoding(connection, shown)
        elif found is not None:
            back_up(Path(engine.url.database or ""), found)
        migrate(connection, "head")


def _check_encoding(connection: Connection, shown: str) -> None:
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise LedgerError(shown, f"is encoded in {encoding}", "Create the database with ENCODING 'UTF8'")


def back_up(path: Path, schema: str) -> Path:
    """A consistent copy beside the ledger, named by its schema and the time; gives its path."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    copy = path.with_name(f"{path.name}.backup-{schema}-{stamp}")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def backups(engine: Engine) -> list[Path]:
    """Copies made by :func:`back_up` that still lie beside a SQLite ledger."""
    path = Path(engine.url.database or "")
    return sorted(path.parent.glob(f"{path.name}.backup-*")) if engine.dialect.name == "sqlite" else []


def migrate(connection: Connection, revision: str) -> None:
    """Runs the migrations up to ``revision`` within the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    attributes: dict[str, Any] = config.attributes
    attributes["connection"] = connection
    command.upgrade(config, revision)
