"""The first schema. Frozen: later changes are further files; what columns mean is said in ``sayso.ledger.schema``."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sayso.ledger import fulltext

revision = "0001"
down_revision = None

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("pk", Key, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_documents"),
        sa.UniqueConstraint("key", name="uq_documents_key"),
    )
    op.create_table(
        "entities",
        sa.Column("pk", Key, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("titles", sa.Text(), nullable=False),
        sa.Column("merged_into", Key, autoincrement=False, nullable=True),
        sa.ForeignKeyConstraint(["merged_into"], ["entities.pk"], name="fk_entities_merged_into", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("pk", name="pk_entities"),
        sa.UniqueConstraint("id", name="uq_entities_id"),
    )
    op.create_index("ix_entities_merged_into", "entities", ["merged_into"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("pk", Key, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=True),
        sa.Column("reading_id", sa.Text(), nullable=True),
        sa.Column("anchor", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("machine", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("into", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("pk", name="pk_judgements"),
        sa.UniqueConstraint("id", name="uq_judgements_id"),
    )
    op.create_index("ix_judgements_into", "judgements", ["into"], unique=False)
    op.create_index("ix_judgements_report_id", "judgements", ["report_id"], unique=False)
    op.create_index("ix_judgements_target", "judgements", ["target"], unique=False)
    op.create_table(
        "names",
        sa.Column("pk", Key, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_names"),
        sa.UniqueConstraint("key", name="uq_names_key"),
    )
    op.create_table(
        "originals",
        sa.Column("pk", Key, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_originals"),
        sa.UniqueConstraint("sha256", name="uq_originals_sha256"),
    )
    op.create_table(
        "purges",
        sa.Column("pk", Key, nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("pk", name="pk_purges"),
        sa.UniqueConstraint("report_id", name="uq_purges_report_id"),
    )
    op.create_table(
        "entity_names",
        sa.Column("entity_pk", Key, autoincrement=False, nullable=False),
        sa.Column("name_pk", Key, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["entity_pk"], ["entities.pk"], name="fk_entity_names_entity_pk", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["name_pk"], ["names.pk"], name="fk_entity_names_name_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entity_pk", "name_pk", name="pk_entity_names"),
    )
    op.create_index("ix_entity_names_name_pk", "entity_names", ["name_pk"], unique=False)
    op.create_table(
        "name_blocks",
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("name_pk", Key, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["name_pk"], ["names.pk"], name="fk_name_blocks_name_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("block", "name_pk", name="pk_name_blocks"),
    )
    op.create_index("ix_name_blocks_name_pk", "name_blocks", ["name_pk"], unique=False)
    op.create_table(
        "reports",
        sa.Column("pk", Key, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document_pk", Key, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("latest", sa.SmallInteger(), nullable=False),
        sa.Column("chrono", sa.BigInteger(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("genre", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_pk"], ["documents.pk"], name="fk_reports_document_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_reports"),
        sa.UniqueConstraint("chrono", name="uq_reports_chrono"),
        sa.UniqueConstraint("id", name="uq_reports_id"),
    )
    op.create_index("ix_reports_document_pk_version", "reports", ["document_pk", "version"], unique=False)
    op.create_table(
        "fetches",
        sa.Column("report_pk", Key, autoincrement=False, nullable=False),
        sa.Column("original_pk", Key, autoincrement=False, nullable=True),
        sa.Column("media_type", sa.Text(), nullable=True),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.Column("fetched", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("origins", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["original_pk"], ["originals.pk"], name="fk_fetches_original_pk", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_fetches_report_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report_pk", name="pk_fetches"),
    )
    op.create_index("ix_fetches_original_pk", "fetches", ["original_pk"], unique=False)
    op.create_table(
        "readings",
        sa.Column("pk", Key, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report_pk", Key, autoincrement=False, nullable=False),
        sa.Column("software", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("current", sa.SmallInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_readings_report_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_readings"),
        sa.UniqueConstraint("id", name="uq_readings_id"),
    )
    op.create_index("ix_readings_report_pk_current", "readings", ["report_pk", "current"], unique=False)
    op.create_table(
        "sources",
        sa.Column("pk", Key, autoincrement=False, nullable=False),
        sa.Column("report_pk", Key, autoincrement=False, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("name_pk", Key, autoincrement=False, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("disclosure", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("begin", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("machine_entity_pk", Key, autoincrement=False, nullable=True),
        sa.Column("own_entity_pk", Key, autoincrement=False, nullable=True),
        sa.Column("entity_pk", Key, autoincrement=False, nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entity_pk"], ["entities.pk"], name="fk_sources_entity_pk", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["machine_entity_pk"], ["entities.pk"], name="fk_sources_machine_entity_pk", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["name_pk"], ["names.pk"], name="fk_sources_name_pk", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["own_entity_pk"], ["entities.pk"], name="fk_sources_own_entity_pk", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_sources_report_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_sources"),
    )
    op.create_index("ix_sources_entity_pk_name_pk", "sources", ["entity_pk", "name_pk"], unique=False)
    op.create_index("ix_sources_machine_entity_pk", "sources", ["machine_entity_pk"], unique=False)
    op.create_index("ix_sources_name_pk_entity_pk", "sources", ["name_pk", "entity_pk"], unique=False)
    op.create_index("ix_sources_own_entity_pk", "sources", ["own_entity_pk"], unique=False)
    op.create_index("ix_sources_report_pk", "sources", ["report_pk"], unique=False)
    op.create_table(
        "statements",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("report_pk", Key, autoincrement=False, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("nth", sa.SmallInteger(), nullable=False),
        sa.Column("begin", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("source_pk", Key, autoincrement=False, nullable=True),
        sa.Column("name_pk", sa.BigInteger(), nullable=True),
        sa.Column("entity_pk", sa.BigInteger(), nullable=True),
        sa.Column("outlet_pk", sa.BigInteger(), nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("disclosure", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("negated", sa.SmallInteger(), nullable=False),
        sa.Column("firmness", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("when_start", sa.Text(), nullable=True),
        sa.Column("when_end", sa.Text(), nullable=True),
        sa.Column("judged", sa.Text(), nullable=False),
        sa.Column("shown", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_statements_report_pk", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["source_pk"], ["sources.pk"], name="fk_statements_source_pk", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
    )
    op.create_index("ix_statements_act_shown_id", "statements", ["act", "shown", "id"], unique=False)
    op.create_index("ix_statements_entity_pk_shown_id", "statements", ["entity_pk", "shown", "id"], unique=False)
    op.create_index("ix_statements_judged_id", "statements", ["judged", "id"], unique=False)
    op.create_index("ix_statements_name_pk_shown_id", "statements", ["name_pk", "shown", "id"], unique=False)
    op.create_index("ix_statements_outlet_pk_shown_id", "statements", ["outlet_pk", "shown", "id"], unique=False)
    op.create_index("ix_statements_report_pk", "statements", ["report_pk"], unique=False)
    op.create_index("ix_statements_source_pk", "statements", ["source_pk"], unique=False)
    op.create_index("ix_statements_type_shown_id", "statements", ["type", "shown", "id"], unique=False)
    op.create_index("ix_statements_when_start_shown_id", "statements", ["when_start", "shown", "id"], unique=False)
    op.create_table(
        "hops",
        sa.Column("statement_id", Key, autoincrement=False, nullable=False),
        sa.Column("position", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_pk", Key, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["name_pk"], ["names.pk"], name="fk_hops_name_pk", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name="fk_hops_statement_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement_id", "position", name="pk_hops"),
    )
    op.create_index("ix_hops_name_pk_statement_id", "hops", ["name_pk", "statement_id"], unique=False)
    op.create_table(
        "links",
        sa.Column("statement_id", Key, autoincrement=False, nullable=False),
        sa.Column("about_id", Key, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["about_id"], ["statements.id"], name="fk_links_about_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name="fk_links_statement_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement_id", "about_id", name="pk_links"),
    )
    op.create_index("ix_links_about_id", "links", ["about_id"], unique=False)
    op.create_table(
        "standings",
        sa.Column("statement_id", Key, autoincrement=False, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name="fk_standings_statement_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement_id", "status", name="pk_standings"),
    )
    op.create_index("ix_standings_status_statement_id", "standings", ["status", "statement_id"], unique=False)
    fulltext.create(op.get_bind())
