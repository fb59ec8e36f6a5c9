"""The neighbours of a report in one row, so that they are read and written at once. The next trace fills the tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.drop_table("traced_near")
    for table in ("stories", "rests", "links", "sketches", "prints", "reports", "postings", "scenes"):
        op.execute(sa.delete(sa.table(f"traced_{table}")))
    op.create_table(
        "traced_near",
        sa.Column("report_pk", Key, autoincrement=False, nullable=False),
        sa.Column("others", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_pk"], ["traced_reports.report_pk"], name="fk_traced_near_report_pk", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report_pk", name="pk_traced_near"),
    )
