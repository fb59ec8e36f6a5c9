"""Filters as tags of the full-text index, indexes for the filters that had none, and what a document said when."""

from __future__ import annotations

import re

import sqlalchemy as sa
from alembic import op

from sayso.ledger import fulltext

revision = "0003"
down_revision = "0002"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INDEXED = ("disclosure", "firmness", "kind", "how", "model")
#: The tags of rows that are there already, as ``sayso.ledger.tags`` makes them for new ones.
_TAGS = """
UPDATE statements SET tags =
  'xt' || {type} || ' xd' || {disclosure} || ' xa' || {act} || ' xf' || {firmness} || ' xk' || {kind} || ' xh' || {how}
  || ' xm' || {model} || ' xj' || {judged} || ' xc' || {percent}
  || coalesce(' xo' || outlet_pk, '') || coalesce(' xn' || name_pk, '')
  || coalesce((SELECT {join}(' xs' || {status}, '') FROM standings WHERE statement_id = statements.id), '')
  || coalesce((SELECT {join}(' xv' || name_pk, '') FROM hops WHERE statement_id = statements.id), '')
"""


def upgrade() -> None:
    connection = op.get_bind()
    op.create_table(
        "versions",
        sa.Column("document_pk", Key, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("report_pk", Key, autoincrement=False, nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_pk"], ["documents.pk"], name="fk_versions_document_pk", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_versions_report_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_pk", "version", name="pk_versions"),
    )
    op.create_index("ix_versions_report_pk", "versions", ["report_pk"], unique=False)
    connection.exec_driver_sql(
        "INSERT INTO versions (document_pk, version, report_pk, seen) "
        "SELECT document_pk, version, pk, coalesce(fetched, added) FROM reports "
        "LEFT JOIN fetches ON fetches.report_pk = reports.pk"
    )
    op.add_column("statements", sa.Column("tags", sa.Text(), nullable=False, server_default=""))
    fulltext.add_tags(connection, _tags(connection))
    for name in _INDEXED:
        op.create_index(f"ix_statements_{name}_shown_id", "statements", [name, "shown", "id"], unique=False)


def _tags(connection: sa.Connection) -> str:
    if connection.dialect.name == "postgresql":
        plain, join = "regexp_replace(lower({}), '[^a-z0-9]+', '', 'g')", "string_agg"
    else:
        plain, join = "sayso_plain({})", "group_concat"
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.create_function("sayso_plain", 1, lambda value: re.sub("[^a-z0-9]+", "", value.lower()))
    columns = ("type", "disclosure", "act", "firmness", "kind", "how", "model", "judged", "status")
    percent = "trunc(confidence * 100)" if join == "string_agg" else "CAST(confidence * 100 AS INTEGER)"
    return _TAGS.format(join=join, percent=percent, **{column: plain.format(column) for column in columns})
