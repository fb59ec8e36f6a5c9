"""What tracing keeps between two traces, so that a report more costs no more than its neighbours.

All of it can be worked out again: leave these tables empty and the next trace fills them.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Integer, LargeBinary, SmallInteger, Table

from sayso.ledger.schema.columns import index, metadata, text, to

traced_reports = Table(
    "traced_reports",
    metadata,
    to("reports.pk", "report_pk", "the report", primary_key=True),
    Column("number", BigInteger, nullable=False, unique=True, comment="in the order of tracing, never given again"),
    Column("reading_pk", BigInteger, nullable=False, comment="`readings.pk` of what was traced"),
    text("key", "reading and last judgement from which all of this comes"),
    Column("samples", Integer, nullable=False, comment="number of its shingles in `traced_postings`"),
    Column("keys", Integer, nullable=False, comment="number of its keys there"),
    Column(
        "place", LargeBinary, nullable=True, comment="family, copies, credits and story, JSON; null: not worked out"
    ),
    Column("credited", BigInteger, nullable=True, comment="highest number known when its credits were worked out"),
    Column("story_pk", BigInteger, nullable=True, comment="`reports.pk` of the first report of its story"),
    text("scene", "what it is traced with (`traced_scenes.key`); null: to be worked out", nullable=True),
    index("traced_reports", "scene"),
    index("traced_reports", "story_pk"),
    comment="Where a report stands among the others.",
)

traced_prints = Table(
    "traced_prints",
    metadata,
    to("traced_reports.report_pk", "report_pk", "the report", primary_key=True),
    text("media", "media that it introduces or calls the state's, a JSON object"),
    Column("print", LargeBinary, nullable=False, comment="its words as hashes"),
    comment="What is kept of a report to compare its words with those of others.",
)

traced_sketches = Table(
    "traced_sketches",
    metadata,
    to("traced_reports.report_pk", "report_pk", "the report", primary_key=True),
    Column("day", Float, nullable=True, comment="when it was published, in days since 1970; null where not known"),
    Column("least", Float, nullable=False, comment="likeness from which on another is one of its nearest; 0 to 1"),
    Column("sketch", LargeBinary, nullable=False, comment="what it is about: place and value, 16 bits each"),
    index("traced_sketches", "day"),
    comment="What is kept of a report to tell which others are about the like of it.",
)

traced_senses = Table(
    "traced_senses",
    metadata,
    to("traced_reports.report_pk", "report_pk", "the report", primary_key=True),
    Column("body", LargeBinary, nullable=False, comment="of each claim its first and last place, 32 bits, and vector"),
    comment="What the claims of a report mean; of reports that are traced with others.",
)

traced_links = Table(
    "traced_links",
    metadata,
    to("traced_reports.report_pk", "report_pk", "the report that took wording", primary_key=True),
    to("traced_reports.report_pk", "of_pk", "the report it took it from", primary_key=True, index=True),
    Column("body", LargeBinary, nullable=False, comment="how much, and what says so; JSON"),
    comment="Which reports share wording.",
)

traced_near = Table(
    "traced_near",
    metadata,
    to("traced_reports.report_pk", "report_pk", "a report", primary_key=True),
    Column(
        "others",
        LargeBinary,
        nullable=False,
        comment="its neighbours, 64 bits each: likeness in ten thousandths (14), undated (1), `reports.pk` (49)",
    ),
    comment="Which reports are about the same matters; both ways round.",
)

traced_rests = Table(
    "traced_rests",
    metadata,
    to("traced_reports.report_pk", "report_pk", "a report", primary_key=True),
    to("traced_reports.report_pk", "of_pk", "one that it copies or credits", primary_key=True, index=True),
    Column("weight", Float, nullable=False, comment="how much they have to do with one another"),
    comment="Which reports rest on which.",
)

traced_stories = Table(
    "traced_stories",
    metadata,
    to("traced_reports.report_pk", "report_pk", "its first report", primary_key=True),
    text("title", "headline of the report most like the others"),
    Column("reports", Integer, nullable=False, comment="how many"),
    Column("goes_to", BigInteger, nullable=True, index=True, comment="first report of the greater one it goes to"),
    text("first", "when the first was published, as its page says", nullable=True),
    text("last", "when the last was published", nullable=True),
    Column("day", Float, nullable=True, comment="when the last was published, in days since 1970"),
    index("traced_stories", "day", "report_pk"),
    comment="Stories: reports about the same developing events.",
)

traced_postings = Table(
    "traced_postings",
    metadata,
    Column("kind", SmallInteger, primary_key=True, autoincrement=False, comment="0 shingles, 1 keys"),
    Column("bucket", Integer, primary_key=True, autoincrement=False, comment="the first bits of the hashes"),
    Column("entries", LargeBinary, nullable=False, comment="hash and `traced_reports.number`, 32 bits each, in order"),
    comment="Under which hashes reports that share wording or matter are found.",
)

traced_scenes = Table(
    "traced_scenes",
    metadata,
    text("key", "hash of the reports that are traced together and of how they hang together", primary_key=True),
    Column("claims", Integer, nullable=False, comment="how many it has"),
    Column("quotations", Integer, nullable=False, comment="how many it has"),
    Column("body", LargeBinary, nullable=False, comment="quotations, claims and the rest, JSON, Zstandard"),
    comment="What reports show together, for each set that is traced together.",
)
