"""Inputs already added are remembered, so that a resumed run need not read them again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "inputs",
        sa.Column("pk", Key, nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("report_pk", Key, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_inputs_report_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_inputs"),
        sa.UniqueConstraint("fingerprint", name="uq_inputs_fingerprint"),
    )
    op.create_index("ix_inputs_report_pk", "inputs", ["report_pk"], unique=False)
