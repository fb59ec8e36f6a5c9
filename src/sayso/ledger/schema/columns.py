"""What the tables share: the metadata, the column shapes, the number of the schema."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, Text

#: The migration that this code is written for; the newest file in ``migrations/versions``.
SCHEMA = "0007"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
#: SQLite numbers rows by itself only in columns of the type INTEGER.
Key = BigInteger().with_variant(Integer(), "sqlite")


def key(comment: str = "number of the row; means nothing outside this ledger", **options: Any) -> Column[int]:
    return Column("pk", Key, primary_key=True, comment=comment, **options)


def to(target: str, name: str, comment: str, *, gone: str = "CASCADE", **options: Any) -> Column[int]:
    """A column that points at ``target`` ("table.column"); ``gone`` is what happens when that row goes."""
    options.setdefault("nullable", gone == "SET NULL")
    return Column(name, Key, ForeignKey(target, ondelete=gone), autoincrement=False, comment=comment, **options)


def text(name: str, comment: str, **options: Any) -> Column[str]:
    options.setdefault("nullable", False)
    return Column(name, Text, comment=comment, **options)


def index(table: str, *columns: str) -> Index:
    return Index(f"ix_{table}_{'_'.join(columns)}", *columns)
