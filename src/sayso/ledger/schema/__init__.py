"""The tables of a ledger, the same on SQLite and PostgreSQL; every column says what it holds.

``kept`` holds what cannot be derived, ``drawn`` the rows for searching, ``traced`` what tracing keeps;
full-text indexes follow the drawn rows by triggers (``sayso.ledger.fulltext``).
``docs/ledger-schema.md`` is printed from these definitions.
"""

from sayso.ledger.schema.columns import SCHEMA, metadata
from sayso.ledger.schema.drawn import entity_names, hops, links, name_blocks, names, sources, standings, statements
from sayso.ledger.schema.kept import (
    documents,
    entities,
    fetches,
    inputs,
    judgements,
    originals,
    purges,
    readings,
    reports,
    versions,
)
from sayso.ledger.schema.traced import (
    traced_links,
    traced_near,
    traced_postings,
    traced_prints,
    traced_reports,
    traced_rests,
    traced_scenes,
    traced_senses,
    traced_sketches,
    traced_stories,
)

__all__ = [
    "SCHEMA", "documents", "entities", "entity_names", "fetches", "hops", "inputs", "judgements", "links", "metadata",
    "name_blocks", "names", "originals", "purges", "readings", "reports", "sources", "standings", "statements",
    "traced_links", "traced_near", "traced_postings", "traced_prints", "traced_reports", "traced_rests",
    "traced_scenes", "traced_senses", "traced_sketches", "traced_stories", "versions",
]  # fmt: skip
