"""The tables of CSV and Parquet: their columns, what stands in them, and where it comes from.

``python -m sayso.export.columns`` prints the tables of docs/exports.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.export.items import Item
from sayso.types import Report, Source, Span, Statement

if TYPE_CHECKING:
    from sayso.ledger import Found

#: Records inside a column, by name: their fields and kinds.
RECORDS = {
    "span": (("begin", "int"), ("end", "int")),
    "hop": (("name", "text"), ("begin", "int"), ("end", "int")),
    "standing": (("status", "text"), ("by", "text"), ("begin", "int"), ("end", "int")),
    "date": (("first", "text"), ("last", "text"), ("begin", "int"), ("end", "int")),
    "amount": (("value", "float"), ("low", "float"), ("high", "float"), ("approximate", "bool"), ("unit", "text"),
               ("begin", "int"), ("end", "int")),
    "place": (("name", "text"), ("country", "text"), ("latitude", "float"), ("longitude", "float"), ("begin", "int"),
              ("end", "int")),
    "block": (("role", "text"), ("begin", "int"), ("end", "int")),
    "remark": (("by", "text"), ("at", "text"), ("text", "text")),
    "note": (("code", "text"), ("text", "text"), ("begin", "int"), ("end", "int")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """What a row is made of; a row of reports has neither source nor statement, a row of sources no statement."""

    item: Item
    source: Source | None = None
    statement: Statement | None = None

    @property
    def report(self) -> Report:
        return self.item.reading.report

    @property
    def said(self) -> Statement:
        assert self.statement is not None
        return self.statement

    @property
    def party(self) -> Source:
        assert self.source is not None
        return self.source

    @property
    def found(self) -> Found | None:
        return self.item.found.get(self.said.id)

    def words(self, spans: Iterable[Span | None]) -> str | None:
        """The exact words of the spans; `` … `` where something else stands between them."""
        return " … ".join(span.of(self.report.text) for span in spans if span) or None


@dataclass(frozen=True, slots=True)
class Column:
    """``kind``: text, int, float, bool, or ``list:`` and text or a name of :data:`RECORDS`."""

    name: str
    kind: str
    doc: str
    get: Callable[[Row], Any]


def _span(span: Span | None) -> tuple[int | None, int | None]:
    return (span.begin, span.end) if span else (None, None)


_REPORT_ID = Column("report_id", "text", "the report", lambda r: r.report.id)

REPORTS = (
    _REPORT_ID,
    Column("reading_id", "text", "the reading: this report, software and model", lambda r: r.item.reading.reading.id),
    Column("software", "text", "name and version of the software", lambda r: r.item.reading.reading.software),
    Column("model", "text", "name of the model", lambda r: r.item.reading.reading.model),
    Column("input", "text", "what it was read from", lambda r: r.item.reading.input),
    Column("external_id", "text", "the carrier's own id", lambda r: r.report.external_id),
    Column("url", "text", "address of the page", lambda r: r.report.url),
    Column("outlet", "text", "who published it", lambda r: r.report.outlet),
    Column("agency", "text", "agency of the dateline", lambda r: r.report.agency),
    Column("language", "text", "ISO 639-1", lambda r: r.report.language),
    Column("genre", "text", "news, opinion, live, transcript, release or other", lambda r: r.report.genre),
    Column("headline", "text", "headline", lambda r: r.report.headline),
    Column("byline", "list:text", "authors", lambda r: r.report.byline),
    Column("published", "text", "ISO 8601 date, or time where known",
           lambda r: r.report.published.value if r.report.published else None),
    Column("published_inferred", "text", "what the date was concluded from; null where it was stated",
           lambda r: r.report.published.inferred if r.report.published else None),
    Column("updated", "text", "ISO 8601", lambda r: r.report.updated.value if r.report.updated else None),
    Column("dateline_places", "list:text", "places of the dateline",
           lambda r: r.report.dateline.places if r.report.dateline else ()),
    Column("blocks", "list:block", "what the parts of the text are",
           lambda r: [(b.role, *b.span) for b in r.report.blocks]),
    Column("notes", "list:note", "what a person should know of the text",
           lambda r: [(n.code, n.text, *_span(n.span)) for n in r.report.notes]),
    Column("statements", "int", "how many statements are exported with it", lambda r: len(r.item.wanted)),
    Column("text_sha256", "text", "hash of the text", lambda r: r.report.text_sha256),
    Column("text", "text", "the whole text; offsets count its code points", lambda r: r.report.text),
)  # fmt: skip

SOURCES = (
    _REPORT_ID,
    Column("source_id", "text", "`p1`, …: the source in this reading", lambda r: r.party.id),
    Column("name", "text", "the most complete form in the report", lambda r: r.party.name),
    Column("type", "text", "person, organization, document, anonymous, unnamed-person, unnamed-group",
           lambda r: r.party.type),
    Column("disclosure", "text", "named, unnamed or anonymous", lambda r: r.party.disclosure),
    Column("title", "text", "role or affiliation, exact words", lambda r: r.party.title),
    Column("why", "text", "exact words that justify the source", lambda r: r.party.why),
    Column("mentions", "list:span", "every mention", lambda r: [tuple(m) for m in r.party.mentions]),
)  # fmt: skip

STATEMENTS = (
    _REPORT_ID,
    Column("statement", "text", "`s1`, …: the statement in this reading", lambda r: r.said.id),
    Column("statement_id", "text", "id in the ledger, which lasts; null without one",
           lambda r: r.found.id if r.found else None),
    Column("words", "text", "the exact words of the content; `` … `` where the cue interrupts",
           lambda r: r.words(r.said.content)),
    Column("content", "list:span", "where they stand", lambda r: [tuple(s) for s in r.said.content]),
    Column("cue", "text", "the exact words of the cue", lambda r: r.words(r.said.cue)),
    Column("cue_spans", "list:span", "where they stand", lambda r: [tuple(s) for s in r.said.cue]),
    Column("extent_begin", "int", "the sentences that carry the statement: begin", lambda r: r.said.extent.begin),
    Column("extent_end", "int", "the same: end", lambda r: r.said.extent.end),
    Column("kind", "text", "direct, indirect or mixed", lambda r: r.said.kind),
    Column("how", "text", "explicit or continued", lambda r: r.said.how),
    Column("source_id", "text", "`p1`, …: the source in this reading", lambda r: r.said.source.id),
    Column("source_name", "text", "the source's name", lambda r: r.said.source.name),
    Column("source_type", "text", "as in sources", lambda r: r.said.source.type),
    Column("source_disclosure", "text", "as in sources", lambda r: r.item.source_of(r.said).disclosure),
    Column("source_title", "text", "as in sources", lambda r: r.said.source.title),
    Column("source_why", "text", "as in sources", lambda r: r.said.source.why),
    Column("source_mention", "text", "the words that name the source here", lambda r: r.words([r.said.source.mention])),
    Column("source_begin", "int", "where they begin", lambda r: _span(r.said.source.mention)[0]),
    Column("source_end", "int", "where they end", lambda r: _span(r.said.source.mention)[1]),
    Column("entity", "text", "the source across reports; null without a ledger",
           lambda r: r.found.entity if r.found else None),
    Column("via", "list:hop", "relays, outermost first", lambda r: [(h.name, *_span(h.mention)) for h in r.said.via]),
    Column("channel", "text", "interview, statement, social-media, …",
           lambda r: r.said.channel.kind if r.said.channel else None),
    Column("act", "text", "say, deny, accuse, …", lambda r: r.said.act),
    Column("negated", "bool", "the source did not say it", lambda r: r.said.negated),
    Column("firmness", "text", "certain, probable or possible", lambda r: r.said.firmness),
    Column("parent", "text", "the statement that this one stands in", lambda r: r.said.parent),
    Column("about", "list:text", "statements that it denies, confirms, …", lambda r: r.said.about),
    Column("standing", "list:standing", "what the report says of it",
           lambda r: [(s.status, s.by, *s.span) for s in r.said.standing]),
    Column("when_start", "text", "the utterance: first day or time, ISO 8601",
           lambda r: r.said.when.start if r.said.when else None),
    Column("when_end", "text", "the utterance: last day or time", lambda r: r.said.when.end if r.said.when else None),
    Column("where_name", "text", "place of the utterance", lambda r: r.said.where.name if r.said.where else None),
    Column("where_country", "text", "ISO 3166-1 alpha-2", lambda r: r.said.where.country if r.said.where else None),
    Column("dates", "list:date", "dates inside the content",
           lambda r: [(d.start, d.end, *d.span) for d in r.said.dates]),
    Column("amounts", "list:amount", "amounts inside the content",
           lambda r: [(a.value, a.low, a.high, a.approximate, a.unit, *a.span) for a in r.said.amounts]),
    Column("places", "list:place", "places inside the content",
           lambda r: [(p.name, p.country, p.latitude, p.longitude, *p.span) for p in r.said.places]),
    Column("confidence", "float", "calibrated, 0 to 1", lambda r: r.said.confidence),
    Column("abstained", "list:text", "fields withheld because the program is unsure", lambda r: r.said.abstained),
    Column("judgement", "text", "none, accepted, corrected, rejected or added; null without a ledger",
           lambda r: r.found.judgement if r.found else None),
    Column("notes", "list:remark", "what people noted on it in the ledger",
           lambda r: [(note.by, note.at, note.text) for note in (r.found.notes if r.found else ())]),
    Column("model", "text", "name of the model", lambda r: r.item.reading.reading.model),
    Column("headline", "text", "of the report", lambda r: r.report.headline),
    Column("outlet", "text", "of the report", lambda r: r.report.outlet),
    Column("url", "text", "of the report", lambda r: r.report.url),
    Column("published", "text", "of the report", lambda r: r.report.published.value if r.report.published else None),
)  # fmt: skip

TABLES = {"reports": REPORTS, "sources": SOURCES, "statements": STATEMENTS}


def rows(table: str, item: Item) -> Iterator[list[Any]]:
    """The rows of one report in one of :data:`TABLES`, a value for each column."""
    made: Iterable[Row]
    if table == "reports":
        made = [Row(item)]
    elif table == "sources":
        made = (Row(item, source) for source in item.reading.sources)
    else:
        made = (Row(item, None, statement) for statement in item.wanted)
    for row in made:
        yield [column.get(row) for column in TABLES[table]]


def documentation() -> str:
    """Markdown for all tables and records."""
    parts = []
    for name, columns in TABLES.items():
        lines = [f"| `{c.name}` | {c.kind.replace('list:', 'list of ')} | {c.doc} |" for c in columns]
        parts.append("\n".join([f"### {name}", "", "| column | kind | holds |", "|---|---|---|", *lines]))
    lines = [f"| {name} | {', '.join(f'`{f}` {kind}' for f, kind in fields)} |" for name, fields in RECORDS.items()]
    parts.append("\n".join(["### Records", "", "| record | fields |", "|---|---|", *lines]))
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    print(documentation(), end="")
