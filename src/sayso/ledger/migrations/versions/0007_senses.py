"""What claims mean, kept with the reports. The next trace fills it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "traced_senses",
        sa.Column("report_pk", Key, autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_pk"], ["traced_reports.report_pk"], name="fk_traced_senses_report_pk", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report_pk", name="pk_traced_senses"),
    )
