"""What tracing keeps, in narrower tables, so that a report more touches fewer pages. The next trace fills them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _pk(name: str) -> sa.Column[int]:
    return sa.Column(name, Key, autoincrement=False, nullable=False)


def _to_traced(table: str, *names: str) -> list[sa.ForeignKeyConstraint | sa.PrimaryKeyConstraint]:
    return [
        *(
            sa.ForeignKeyConstraint([name], ["traced_reports.report_pk"], name=f"fk_{table}_{name}", ondelete="CASCADE")
            for name in names
        ),
        sa.PrimaryKeyConstraint(*names, name=f"pk_{table}"),
    ]


def upgrade() -> None:
    for table in ("traced_links", "traced_near", "traced_postings", "traced_scenes", "traced_reports"):
        op.drop_table(table)
    op.create_table(
        "traced_reports",
        _pk("report_pk"),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("reading_pk", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("samples", sa.Integer(), nullable=False),
        sa.Column("keys", sa.Integer(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=True),
        sa.Column("credited", sa.BigInteger(), nullable=True),
        sa.Column("story_pk", sa.BigInteger(), nullable=True),
        sa.Column("scene", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_traced_reports_report_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report_pk", name="pk_traced_reports"),
        sa.UniqueConstraint("number", name="uq_traced_reports_number"),
    )
    op.create_index("ix_traced_reports_scene", "traced_reports", ["scene"], unique=False)
    op.create_index("ix_traced_reports_story_pk", "traced_reports", ["story_pk"], unique=False)
    op.create_table(
        "traced_prints",
        _pk("report_pk"),
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("print", sa.LargeBinary(), nullable=False),
        *_to_traced("traced_prints", "report_pk"),
    )
    op.create_table(
        "traced_sketches",
        _pk("report_pk"),
        sa.Column("day", sa.Float(), nullable=True),
        sa.Column("least", sa.Float(), nullable=False),
        sa.Column("sketch", sa.LargeBinary(), nullable=False),
        *_to_traced("traced_sketches", "report_pk"),
    )
    op.create_index("ix_traced_sketches_day", "traced_sketches", ["day"], unique=False)
    for table, one, other, held in (
        ("traced_links", "report_pk", "of_pk", sa.Column("body", sa.LargeBinary(), nullable=False)),
        ("traced_near", "one_pk", "other_pk", sa.Column("alike", sa.Float(), nullable=False)),
        ("traced_rests", "report_pk", "of_pk", sa.Column("weight", sa.Float(), nullable=False)),
    ):
        op.create_table(table, _pk(one), _pk(other), held, *_to_traced(table, one, other))
        op.create_index(f"ix_{table}_{other}", table, [other], unique=False)
    op.create_table(
        "traced_stories",
        _pk("report_pk"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("goes_to", sa.BigInteger(), nullable=True),
        sa.Column("first", sa.Text(), nullable=True),
        sa.Column("last", sa.Text(), nullable=True),
        sa.Column("day", sa.Float(), nullable=True),
        *_to_traced("traced_stories", "report_pk"),
    )
    op.create_index("ix_traced_stories_goes_to", "traced_stories", ["goes_to"], unique=False)
    op.create_index("ix_traced_stories_day_report_pk", "traced_stories", ["day", "report_pk"], unique=False)
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
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("quotations", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_traced_scenes"),
    )
