"""What tracing keeps between two traces."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "traced_reports",
        sa.Column("report_pk", Key, autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("print", sa.LargeBinary(), nullable=False),
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("day", sa.Float(), nullable=True),
        sa.Column("sketch", sa.LargeBinary(), nullable=False),
        sa.Column("samples", sa.Integer(), nullable=False),
        sa.Column("keys", sa.Integer(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=True),
        sa.Column("scene", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_traced_reports_report_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report_pk", name="pk_traced_reports"),
        sa.UniqueConstraint("number", name="uq_traced_reports_number"),
    )
    op.create_index("ix_traced_reports_scene", "traced_reports", ["scene"], unique=False)
    op.create_index("ix_traced_reports_day", "traced_reports", ["day"], unique=False)
    for table, one, other, held in (
        ("traced_links", "report_pk", "of_pk", sa.Column("body", sa.LargeBinary(), nullable=False)),
        ("traced_near", "one_pk", "other_pk", sa.Column("alike", sa.Float(), nullable=False)),
    ):
        keys = [
            sa.ForeignKeyConstraint([name], ["traced_reports.report_pk"], name=f"fk_{table}_{name}", ondelete="CASCADE")
            for name in (one, other)
        ]
        op.create_table(
            table,
            sa.Column(one, Key, autoincrement=False, nullable=False),
            sa.Column(other, Key, autoincrement=False, nullable=False),
            held,
            *keys,
            sa.PrimaryKeyConstraint(one, other, name=f"pk_{table}"),
        )
        op.create_index(f"ix_{table}_{other}", table, [other], unique=False)
    op.create_table(
        "traced_postings",
        sa.Column("kind", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("bucket", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entries", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "bucket", name="pk_traced_postings"),
    )
    op.create_table(
        "traced_scenes",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_traced_scenes"),
    )
