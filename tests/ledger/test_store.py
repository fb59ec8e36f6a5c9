from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, insert, text

from sayso.errors import LedgerError
from sayso.ledger import Ledger, Query, search, store
from sayso.ledger.schema import SCHEMA, metadata

from .story import FERRY, STORY

MIGRATIONS = Path(store.__file__).parent / "migrations"


def test_the_number_of_the_schema_is_the_newest_migration() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert scripts.get_current_head() == SCHEMA


def test_migrations_make_what_the_code_expects(address: str) -> None:
    def ours(_: Any, name: str | None, kind: str, __: Any, ___: Any) -> bool:
        return not (name or "").endswith(("_search", "search")) and "_fts" not in (name or "") and kind != "comment"

    options = {"include_object": ours, "compare_type": True}
    with Ledger(address) as ledger, ledger.read() as view:
        context = MigrationContext.configure(view.connection, opts=options)
        differences = compare_metadata(context, metadata)
    assert [d for d in differences if "comment" not in str(d[0])] == []


def old_ledger(address: str) -> None:
    """Makes a ledger as the first schema had it of one that has today's, with all rows that it could have."""
    engine = store.connect(address)
    with store.reading(engine) as connection:
        rows = {table: connection.execute(table.select()).mappings().all() for table in metadata.sorted_tables}
    if engine.dialect.name == "sqlite":
        engine.dispose()
        for file in Path(address).parent.glob(f"{Path(address).name}*"):
            file.unlink()
        engine = store._sqlite(store.address(address), address, create=True)
    with store.writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        store.migrate(connection, "0001")
        old = MetaData()
        old.reflect(connection)
        for table, each in rows.items():
            if table.name in old.tables and each:
                columns = [c for c in old.tables[table.name].columns if c.name in table.columns]
                values = [{c.name: row[c.name] for c in columns} for row in each]
                connection.execute(insert(old.tables[table.name]), values)
    engine.dispose()


def test_an_older_ledger_is_brought_up_to_date_with_its_reports(address: str) -> None:
    with Ledger(address) as ledger, ledger.write() as session:
        for each in STORY:
            session.add(each)
    old_ledger(address)
    with Ledger(address) as ledger:
        with ledger.read() as view:
            assert view.count(Query(words="ferry")).value == 2
            assert view.connection.execute(text("SELECT count(*) FROM inputs")).scalar() == 0
            assert view.connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == SCHEMA
        copies = store.backups(ledger.engine)
    if "://" not in address:
        [copy] = copies
        with closing(sqlite3.connect(copy)) as backup:
            assert backup.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
            assert backup.execute("SELECT count(*) FROM reports").fetchone() == (3,)


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(address) as ledger, ledger.write() as session:
        session.add(FERRY)
    old_ledger(address)
    migrate = store.migrate

    def broken(connection: Any, revision: str) -> None:
        migrate(connection, revision)
        raise LedgerError("x", "the disk is full", "Make room")

    monkeypatch.setattr(store, "migrate", broken)
    with pytest.raises(LedgerError, match="disk is full"):
        Ledger(address)
    monkeypatch.undo()
    with Ledger(address) as ledger, ledger.read() as view:
        assert view.count(Query()).value == 5


def test_a_newer_ledger_is_refused(address: str) -> None:
    with Ledger(address) as ledger, ledger.write() as session:
        session.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerError, match=r"newer Sayso \(schema 9999"):
        Ledger(address)


@pytest.mark.parametrize(
    ("address", "match"),
    [("mysql://x/y", "does not know"), ("postgresql://", "cannot be opened"), ("://", "no address"),
     ("postgresql://nobody@127.0.0.1:1/none", "cannot be opened"), ("/dev/null/ledger", "cannot be created")],
)  # fmt: skip
def test_an_address_that_leads_nowhere(address: str, match: str) -> None:
    with pytest.raises(LedgerError, match=match):
        Ledger(address)


def test_a_file_that_is_no_ledger(tmp_path: Path) -> None:
    rubbish = tmp_path / "rubbish"
    rubbish.write_bytes(b"not a database " * 100)
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger(str(rubbish))
    assert rubbish.read_bytes() == b"not a database " * 100
    other = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE photos (id)")
    with pytest.raises(LedgerError, match="no Sayso ledger"):
        Ledger(str(other))
    with pytest.raises(LedgerError, match="no ledger here"):
        Ledger(str(tmp_path / "missing"), create=False)
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger(str(tmp_path))


def test_foreign_keys_and_the_log_are_on(tmp_path: Path) -> None:
    with Ledger(str(tmp_path / "ledger")) as ledger, ledger.read() as view:
        for pragma, value in (("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1)):
            assert view.connection.execute(text(f"PRAGMA {pragma}")).scalar() == value
        assert view.connection.execute(text("PRAGMA foreign_key_check")).all() == []


def test_searches_use_the_order_of_the_indexes(tmp_path: Path) -> None:
    """On SQLite none of these may sort or scan the table: the speed of a large ledger depends on it."""
    queries = (
        Query(words="ferry"), Query(words="ferry", act=("deny",)), Query(published_from="2031-05-01"),
        Query(act=("deny",)),
        Query(outlet=("Lantern",)), Query(via=("Lantern",)), Query(sort="said"), Query(sort="oldest"), Query(),
    )  # fmt: skip
    with Ledger(str(tmp_path / "ledger")) as ledger:
        with ledger.write() as session:
            for each in STORY:
                session.add(each)
        with ledger.read() as view:
            for query in queries:
                matching, order = search._matching(view.connection, query)
                chosen = search._after(matching, order, query).limit(51)
                sql = str(chosen.compile(view.connection, compile_kwargs={"literal_binds": True}))
                plan = [row[3] for row in view.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]
                assert plan
                if query not in (Query(), Query(sort="oldest"), Query(via=("Lantern",))):
                    assert not [line for line in plan if line == "SCAN statements"], (query, plan)
                assert not [line for line in plan if "TEMP B-TREE FOR ORDER BY" in line], (query, plan)
