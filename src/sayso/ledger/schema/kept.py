"""Tables of what was read, decided and done: nothing here can be derived from anything else."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, SmallInteger, Table

from sayso.ledger.schema.columns import index, key, metadata, text, to

documents = Table(
    "documents",
    metadata,
    key(),
    text(
        "key",
        "`url:…`, `id:outlet:…`, or `report:…` where neither is known: what stays when a page changes",
        unique=True,
    ),
    comment="A page, feed item or file: what the versions of one report have in common.",
)

reports = Table(
    "reports",
    metadata,
    key("number of the report, in the order of adding", autoincrement=False),
    text("id", "`sha256:…` of identity and text, as in the reading", unique=True),
    to("documents.pk", "document_pk", "the document of which this is a version"),
    Column("version", Integer, nullable=False, comment="its newest number among the versions of the document"),
    Column("latest", SmallInteger, nullable=False, comment="1 for the newest version of its document"),
    Column("chrono", BigInteger, nullable=False, unique=True, comment="place in time, see `statements.id`"),
    text("text_sha256", "hash of the text alone"),
    text("external_id", "the carrier's own id", nullable=True),
    text("url", "address of the page", nullable=True),
    text("outlet", "who published it", nullable=True),
    text("agency", "agency of the dateline", nullable=True),
    text("language", "ISO 639-1", nullable=True),
    text("genre", "news, opinion, live, transcript, release or other"),
    text("headline", "headline", nullable=True),
    text("published", "ISO 8601 date or time of publication", nullable=True),
    text("text", "the whole text; every offset points into it"),
    text("added", "when it was added, ISO 8601, UTC"),
    index("reports", "document_pk", "version"),
    comment="One text as one outlet published it; a changed page is a new row with the next version.",
)

versions = Table(
    "versions",
    metadata,
    to("documents.pk", "document_pk", "the document", primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False, comment="1, 2, 3, … as the texts were seen"),
    to("reports.pk", "report_pk", "the text that it showed; a page that changes back shows one again", index=True),
    text("seen", "when it was first seen so: fetched, else changed (a file), else added; ISO 8601, UTC"),
    comment="What a document said when.",
)

originals = Table(
    "originals",
    metadata,
    key(),
    text("sha256", "hash of the bytes", unique=True),
    Column("content", LargeBinary, nullable=False, comment="the bytes, compressed with Zstandard"),
    Column("size", Integer, nullable=False, comment="number of bytes before compression"),
    comment="What came over the wire or from the disk, so that a page that changes or vanishes can still be shown.",
)

fetches = Table(
    "fetches",
    metadata,
    to("reports.pk", "report_pk", "the report read from it", primary_key=True),
    to("originals.pk", "original_pk", "the bytes; null where a purge took them", gone="SET NULL", index=True),
    text("media_type", "as the server or the file name said", nullable=True),
    text("headers", "response headers, a JSON object"),
    text("fetched", "when, ISO 8601, UTC", nullable=True),
    text("url", "address after redirects", nullable=True),
    text("origins", "field of the report: where it came from (json-ld, meta, feed, option, …); a JSON object"),
    comment="How a report reached the ledger.",
)

readings = Table(
    "readings",
    metadata,
    key(),
    text("id", "`sha256:…` of report, software and model", unique=True),
    to("reports.pk", "report_pk", "the report"),
    text("software", "name and version of the software"),
    text("model", "name of the model"),
    text("made", "when, ISO 8601, UTC"),
    Column("current", SmallInteger, nullable=False, comment="1 for the reading that searches see: the last one made"),
    Column("body", LargeBinary, nullable=False, comment="the reading as JSON but for `report.text`, Zstandard"),
    index("readings", "report_pk", "current"),
    comment="A report as one version of the software with one model understood it; earlier ones are kept.",
)

entities = Table(
    "entities",
    metadata,
    key(autoincrement=False),
    text("id", "`e` and twelve hexadecimal digits, for good", unique=True),
    text("kind", "person, organization or document"),
    text("name", "name as first seen"),
    text("titles", "titles seen with it, folded, a JSON list; evidence for joining more"),
    to(
        "entities.pk",
        "merged_into",
        "set by human merges: the entity that now stands for this one",
        gone="SET NULL",
        index=True,
    ),
    comment="One source, relay or outlet across reports.",
)

judgements = Table(
    "judgements",
    metadata,
    key("number in the order of judging"),
    text("id", "`j` and sixteen hexadecimal digits", unique=True),
    text("at", "when, ISO 8601, UTC"),
    text("by", "who"),
    text("why", "why, in words", nullable=True),
    text("action", "accept, reject, correct, add, note, merge, split or undo"),
    text("report_id", "report judged; null for a merge", nullable=True, index=True),
    text("reading_id", "reading that the judge saw", nullable=True),
    text(
        "anchor", "spans and source by which the thing is found again in another reading, a JSON object", nullable=True
    ),
    text("field", "field that is accepted, rejected or corrected; null: the whole statement", nullable=True),
    text("machine", "what the machine had said, JSON", nullable=True),
    text("value", "what the judge says instead; the statement that is added; the text of a note; JSON", nullable=True),
    text("target", "entity (merge, split) or judgement (undo) concerned", nullable=True, index=True),
    text("into", "entity merged into, or made by a split", nullable=True, index=True),
    comment="What people decided. Rows are only ever added; an undo is a further row.",
)

purges = Table(
    "purges",
    metadata,
    key(),
    text("report_id", "id of the report that was taken out", unique=True),
    text("at", "when, ISO 8601, UTC"),
    text("by", "who"),
    text("why", "why, in words", nullable=True),
    comment="Notes that something was taken out for good; nothing else of it is left.",
)

inputs = Table(
    "inputs",
    metadata,
    key(),
    text("fingerprint", "hash of the bytes, the options, the software and the model", unique=True),
    to("reports.pk", "report_pk", "report that was read from them", index=True),
    comment="Inputs already added, so that a resumed run need not read them again.",
)
