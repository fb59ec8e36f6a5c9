"""Full-text search on both databases: the indexes, and the condition for the words of a search.

SQLite: FTS5 tables over ``statements`` and ``reports`` (tokenizer ``porter unicode61``), which new rows enter through
:func:`enter` and triggers keep in step afterwards; that of the statements holds their filters too
(``sayso.ledger.tags``), because SQLite uses one index for a table at a time.
PostgreSQL: generated ``tsvector`` columns with a configuration of our own, Porter's stemmer without stop words ("not"
matters here), GIN indexes. Both fold case and accents and split at everything that is neither letter nor digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, column, func, literal_column, or_, table, text

from sayso.ledger.schema import statements
from sayso.ledger.tags import tag
from sayso.ledger.words import Term

#: Table, its rowid column, and the columns that are searched.
_INDEXED = (("statements", "id", ("words", "who")), ("reports", "chrono", ("headline", "text")))
#: The same since the third migration.
_NOW = (("statements", "id", ("words", "who", "tags")), _INDEXED[1])

_FTS = {name: table(f"{name}_fts", column("rowid")) for name, *_ in _INDEXED}

_FOLD = """
CREATE FUNCTION sayso_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(regexp_replace(
    regexp_replace(normalize(coalesce(value, ''), NFKD), '[\\u0300-\\u036f]+', '', 'g'), '[^[:alnum:]]+', ' ', 'g'))
$$"""
_CONFIGURATION = (
    "CREATE TEXT SEARCH DICTIONARY sayso_stem (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION sayso (PARSER = pg_catalog.default)",
    "ALTER TEXT SEARCH CONFIGURATION sayso ADD MAPPING FOR asciiword, word WITH sayso_stem",
    "ALTER TEXT SEARCH CONFIGURATION sayso ADD MAPPING FOR numword, int, uint, float, sfloat, version WITH simple",
)
#: Stands between two columns in one tsvector so that no phrase runs across; longer texts than this are cut for search.
_GAP, _LONGEST = "sayso0gap", 500_000


def create(connection: Connection) -> None:
    """The indexes for tables that exist already; part of the first migration, so changes belong into a new one."""
    if connection.dialect.name == "sqlite":
        for name, rowid, columns in _INDEXED:
            _create_fts5(connection, name, rowid, columns)
        return
    for statement in (_FOLD, *_CONFIGURATION):
        connection.exec_driver_sql(statement)
    for name, _, columns in _INDEXED:
        joined = f" || ' {_GAP} ' || ".join(f"sayso_fold(left({c}, {_LONGEST}))" for c in columns)
        connection.exec_driver_sql(
            f"ALTER TABLE {name} ADD COLUMN search tsvector "
            f"GENERATED ALWAYS AS (to_tsvector('sayso'::regconfig, {joined})) STORED"
        )
        connection.exec_driver_sql(f"CREATE INDEX ix_{name}_search ON {name} USING gin (search)")


def add_tags(connection: Connection, fill: str) -> None:
    """Part of the third migration: filters into the index of the statements on SQLite; ``fill``: SQL for the column."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(fill)
        return
    for event in ("insert", "delete", "update"):
        connection.exec_driver_sql(f"DROP TRIGGER statements_fts_{event}")
    connection.exec_driver_sql("DROP TABLE statements_fts")
    connection.exec_driver_sql(fill)
    _create_fts5(connection, *_NOW[0])
    connection.exec_driver_sql("INSERT INTO statements_fts(statements_fts) VALUES ('rebuild')")
    # An INSERT that fires a trigger makes FTS5 write its index to the disk for every row.
    for name, *_ in _NOW:
        connection.exec_driver_sql(f"DROP TRIGGER {name}_fts_insert")


def enter(connection: Connection, target: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """New rows of ``target`` into its FTS5 index, best in the order of their numbers; nothing for tables without."""
    for name, rowid, columns in _NOW if connection.dialect.name == "sqlite" else ():
        if name == target.name:
            marks = ", ".join("?" * (1 + len(columns)))
            sql = f"INSERT INTO {name}_fts(rowid, {', '.join(columns)}) VALUES ({marks})"  # noqa: S608 (our own names)
            connection.exec_driver_sql(sql, [tuple(row[column] for column in (rowid, *columns)) for row in rows])


def _create_fts5(connection: Connection, name: str, rowid: str, columns: Sequence[str]) -> None:
    fts, listed = f"{name}_fts", ", ".join(columns)
    old, new = (", ".join(f"{row}.{c}" for c in (rowid, *columns)) for row in ("old", "new"))
    remove = f"INSERT INTO {fts}({fts}, rowid, {listed}) VALUES ('delete', {old});"  # noqa: S608 (our own names)
    insert = f"INSERT INTO {fts}(rowid, {listed}) VALUES ({new});"  # noqa: S608
    for ddl in (
        f"CREATE VIRTUAL TABLE {fts} USING fts5({listed}, content='{name}', content_rowid='{rowid}', "
        "tokenize='porter unicode61 remove_diacritics 2')",
        f"CREATE TRIGGER {fts}_insert AFTER INSERT ON {name} BEGIN {insert} END",
        f"CREATE TRIGGER {fts}_delete AFTER DELETE ON {name} BEGIN {remove} END",
        f"CREATE TRIGGER {fts}_update AFTER UPDATE OF {rowid}, {listed} ON {name} BEGIN {remove} {insert} END",
    ):
        connection.exec_driver_sql(ddl)


def where_words(
    query: Select[Any], target: Table, terms: Sequence[Term], dialect: str, sieve: Mapping[str, Sequence[object]] = {}
) -> Select[Any]:
    """``query`` over ``target`` (statements or reports) narrowed to the rows in which the words occur.

    ``sieve``: values of filters of which the statements must have one for each; on SQLite they are looked up with the
    words (and instead of them, without ``terms``), elsewhere left to conditions of their own.
    """
    if dialect == "sqlite":
        fts = _FTS[target.name]
        match = text(f"{fts.name} MATCH :match").bindparams(match=_fts5(terms, sieve, tagged=target is statements))
        return query.join(fts, fts.c.rowid == number(target, dialect, fts=False)).where(match)
    search: ColumnElement[Any] = literal_column(f"{target.name}.search")
    for term in terms:
        found = or_(*(search.op("@@")(_tsquery(words)) for words in term.any_of))
        query = query.where(~found if term.excluded else found)
    return query


def number(target: Table, dialect: str, *, fts: bool) -> ColumnElement[int]:
    """The column to order by and to page on: where FTS5 leads, its rowid, which it gives in order without sorting."""
    if fts and dialect == "sqlite":
        return _FTS[target.name].c.rowid
    return target.c.id if target is statements else target.c.chrono


def _fts5(terms: Sequence[Term], sieve: Mapping[str, Sequence[object]], *, tagged: bool) -> str:
    def any_of(words: Iterable[str]) -> str:
        return "(" + " OR ".join('"' + each.replace('"', " ") + '"' for each in words) + ")"

    columns = "{words who} : " if tagged else ""
    wanted = [columns + any_of(term.any_of) for term in terms if not term.excluded]
    wanted += ["{tags} : " + any_of(tag(name, value) for value in values) for name, values in sieve.items()]
    return " NOT ".join([f"({' AND '.join(wanted)})", *(columns + any_of(t.any_of) for t in terms if t.excluded)])


def _tsquery(words: str) -> ColumnElement[Any]:
    return func.phraseto_tsquery(literal_column("'sayso'::regconfig"), func.sayso_fold(words))


def integrity(connection: Connection) -> None:
    """Raises sqlalchemy.exc.DatabaseError where an FTS5 index does not agree with its table; nothing on PostgreSQL.

    For tests of what writes: only this module knows how an index is asked.
    """
    if connection.dialect.name == "sqlite":
        for name, *_ in _INDEXED:
            check = f"INSERT INTO {name}_fts({name}_fts, rank) VALUES ('integrity-check', 1)"  # noqa: S608
            connection.exec_driver_sql(check)


def compact(connection: Connection) -> None:
    """Rewrites the FTS5 indexes without what was deleted from them; nothing on PostgreSQL."""
    if connection.dialect.name == "sqlite":
        for name, *_ in _INDEXED:
            connection.exec_driver_sql(f"INSERT INTO {name}_fts({name}_fts) VALUES ('optimize')")  # noqa: S608
