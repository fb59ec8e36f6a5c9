"""Tables for searching, drawn from the current readings and the judgements, and drawn anew when either changes.

Statements are numbered by time: ``id`` is the day of publication (days since 1 January of the year 1, 0 where
unknown) times 2^41, plus the number of the report times 2^14, plus the place in the reading. Order of ``id`` is order
of publication, so the newest matches of any index, full text included, come first without sorting.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Integer, SmallInteger, Table

from sayso.ledger.schema.columns import Key, index, key, metadata, text, to

names = Table(
    "names",
    metadata,
    key(autoincrement=False),
    text("key", "class and folded words without honorifics, e.g. `person:volodymyr zelenskiy`", unique=True),
    text("name", "as first seen"),
    comment="Names as written, folded; several can belong to one entity.",
)

name_blocks = Table(
    "name_blocks",
    metadata,
    text("block", "`w:` a word of the name, `s:` a sound skeleton, `a:` initials, `d:` run together", primary_key=True),
    to("names.pk", "name_pk", "the name", primary_key=True, index=True),
    comment="Keys under which names that may be the same are found.",
)

entity_names = Table(
    "entity_names",
    metadata,
    to("entities.pk", "entity_pk", "the entity, before human merges", primary_key=True),
    to("names.pk", "name_pk", "a name under which it appears", primary_key=True, index=True),
    comment="Under which names the machine has met an entity.",
)

sources = Table(
    "sources",
    metadata,
    key("number of the report times 2^14, plus place", autoincrement=False),
    to("reports.pk", "report_pk", "the report"),
    text("role", "source, relay or publisher"),
    text("place", "`p1`, … as in the reading; for relays and publishers their name"),
    text("name", "name as this report gives it", nullable=True),
    to("names.pk", "name_pk", "the name folded", gone="SET NULL"),
    text("kind", "person, organization or document"),
    text("type", "one of the six source types", nullable=True),
    text("disclosure", "named, unnamed or anonymous"),
    text("title", "role or affiliation", nullable=True),
    Column("begin", Integer, nullable=True, comment="first mention: begin"),
    Column("end", Integer, nullable=True, comment="first mention: end"),
    to("entities.pk", "machine_entity_pk", "entity that the machine joined it to; null: stands alone", gone="SET NULL"),
    to("entities.pk", "own_entity_pk", "the same after human splits", gone="SET NULL"),
    to("entities.pk", "entity_pk", "the same after human splits and merges", gone="SET NULL"),
    Column("score", Float, nullable=True, comment="score of the join, 0 to 1"),
    text("evidence", "reasons for the join, a JSON list"),
    index("sources", "report_pk"),
    index("sources", "name_pk", "entity_pk"),
    index("sources", "entity_pk", "name_pk"),
    index("sources", "machine_entity_pk"),
    index("sources", "own_entity_pk"),
    comment="Who is quoted, relays or publishes in a report, and which entity that is.",
)

statements = Table(
    "statements",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=False, comment="number by time: day, report, place"),
    to("reports.pk", "report_pk", "the report"),
    text("place", "`s1`, … as in the reading"),
    Column("nth", SmallInteger, nullable=False, comment="0, 1, … among the statements of the report with these bounds"),
    Column("begin", Integer, nullable=False, comment="where the content begins"),
    Column("end", Integer, nullable=False, comment="where the content ends"),
    text("words", "the exact words of the content; interrupted ones joined by ` … `"),
    text("who", "name, title and relays of the source, and notes, for the full-text search"),
    text("tags", "values of the filters as words, for the full-text search, see `sayso.ledger.tags`"),
    to("sources.pk", "source_pk", "the source", gone="SET NULL"),
    Column("name_pk", BigInteger, nullable=True, comment="its name (names.pk)"),
    Column("entity_pk", BigInteger, nullable=True, comment="its entity after human merges (entities.pk)"),
    Column("outlet_pk", BigInteger, nullable=True, comment="name of the publisher (names.pk)"),
    text("type", "source type"),
    text("disclosure", "named, unnamed or anonymous"),
    text("act", "say, deny, accuse, …"),
    Column("negated", SmallInteger, nullable=False, comment="1: the source did not say it"),
    text("firmness", "certain, probable or possible"),
    text("kind", "direct, indirect or mixed"),
    text("how", "explicit or continued"),
    text("model", "model of the reading"),
    Column("confidence", Float, nullable=False, comment="0 to 1"),
    text("when_start", "first day of the utterance, ISO 8601", nullable=True),
    text("when_end", "last day of the utterance", nullable=True),
    text("judged", "none, accepted, corrected, rejected or added"),
    Column("shown", SmallInteger, nullable=False, comment="1: in the newest version and not rejected"),
    index("statements", "report_pk"),
    index("statements", "source_pk"),
    index("statements", "name_pk", "shown", "id"),
    index("statements", "entity_pk", "shown", "id"),
    index("statements", "outlet_pk", "shown", "id"),
    index("statements", "act", "shown", "id"),
    index("statements", "type", "shown", "id"),
    index("statements", "disclosure", "shown", "id"),
    index("statements", "firmness", "shown", "id"),
    index("statements", "kind", "shown", "id"),
    index("statements", "how", "shown", "id"),
    index("statements", "model", "shown", "id"),
    index("statements", "judged", "id"),
    index("statements", "when_start", "shown", "id"),
    comment="Statements of the current readings, after human judgement.",
)

hops = Table(
    "hops",
    metadata,
    to("statements.id", "statement_id", "the statement", primary_key=True),
    Column("position", SmallInteger, primary_key=True, autoincrement=False, comment="0 is the outermost relay"),
    text("name", "as the report gives it"),
    to("names.pk", "name_pk", "the name folded"),
    index("hops", "name_pk", "statement_id"),
    comment="Through whom a statement reached the page.",
)

standings = Table(
    "standings",
    metadata,
    to("statements.id", "statement_id", "the statement", primary_key=True),
    text("status", "unverified, denied, disputed, confirmed, corrected, declined", primary_key=True),
    index("standings", "status", "statement_id"),
    comment="What the report says of a statement.",
)

links = Table(
    "links",
    metadata,
    to("statements.id", "statement_id", "the statement that denies, confirms, cannot verify", primary_key=True),
    to("statements.id", "about_id", "the statement that it is about", primary_key=True, index=True),
    comment="Which statement is about which.",
)
