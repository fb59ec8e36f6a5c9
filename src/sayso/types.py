"""What flows through Sayso: a report, its sources and statements, and the reading that holds them.

These classes are the JSON contract ``sayso.reading/1``, field for field and in its order: ``sayso.wire``
turns a :class:`Reading` into JSON and back without renaming anything. All offsets are Unicode code points into
``Report.text``, end exclusive, so ``report.text[span.begin:span.end]`` is always the exact words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

Kind = Literal["direct", "indirect", "mixed"]
How = Literal["explicit", "continued"]
SourceType = Literal["person", "organization", "document", "anonymous", "unnamed-person", "unnamed-group"]
Disclosure = Literal["named", "unnamed", "anonymous"]
Firmness = Literal["certain", "probable", "possible"]

#: Open list: a reader of the JSON must bear values that are not here.
ACTS = (
    "say", "report", "announce", "declare", "deny", "accuse", "confirm", "acknowledge", "warn", "promise", "threaten",
    "urge", "order", "ask", "estimate", "predict", "believe", "praise", "criticize", "rule",
    "no-comment", "cannot-verify",
)  # fmt: skip

#: Open list of what a report can say of a statement.
STATUSES = ("unverified", "denied", "disputed", "confirmed", "corrected", "declined")

#: Open list of the roles that a block of a report can have: for who reads the JSON, as nothing here needs the whole.
BLOCK_ROLES = (
    "headline", "deck", "dateline", "paragraph", "subhead", "caption", "credit", "correction", "furniture",
)  # fmt: skip

READING_SCHEMA: Final = "sayso.reading/1"


class Span(NamedTuple):
    """Half-open range ``[begin, end)`` of code points in a report's text."""

    begin: int
    end: int

    def of(self, text: str) -> str:
        """The exact words."""
        return text[self.begin : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.begin < other.end and other.begin < self.end

    def contains(self, other: Span) -> bool:
        return self.begin <= other.begin and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one function on the page; blocks are disjoint and in text order."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the text that a person should know: a defect, a conflict, a hedge of the reporter's own."""

    code: str
    span: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class Timestamp:
    """``value`` is ISO 8601: a date (precision day) or a time with zone where known (precision minute)."""

    value: str
    precision: Literal["minute", "day"]
    inferred: str | None = None  # in words: what the value was concluded from; None where it was stated


@dataclass(frozen=True, slots=True)
class Dateline:
    """``WASHINGTON/KYIV, Nov 6 (Reuters) –``; ``span`` covers all of it, the dash included."""

    places: tuple[str, ...]
    agency: str | None
    date: str | None  # ISO date, once resolved
    span: Span


@dataclass(frozen=True, slots=True)
class Credits:
    reporting: tuple[str, ...] = ()
    writing: tuple[str, ...] = ()
    editing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One text as one outlet published it. ``text`` never changes after reading: offsets point into it."""

    id: str
    text_sha256: str
    external_id: str | None
    text: str
    url: str | None
    outlet: str | None
    agency: str | None
    language: str | None
    genre: str
    headline: str | None
    deck: tuple[str, ...]
    byline: tuple[str, ...]
    published: Timestamp | None
    updated: Timestamp | None
    dateline: Dateline | None
    credits: Credits
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Who or what is quoted in this report, with every mention joined to it."""

    id: str
    name: str | None
    type: SourceType
    disclosure: Disclosure
    title: str | None
    title_span: Span | None
    why: str | None
    why_span: Span | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A statement's source: ``id`` is a :class:`Source`'s of the same reading, ``mention`` the words used here."""

    id: str
    mention: Span | None
    name: str | None
    type: SourceType
    title: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class Hop:
    """A relay between the page and the source: an outlet, agency, document or person through which it came."""

    name: str
    mention: Span | None
    cue: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Channel:
    kind: Literal[
        "news-conference", "interview", "statement", "social-media", "broadcast", "document", "hearing", "other"
    ]
    span: Span


@dataclass(frozen=True, slots=True)
class Standing:
    """What this report itself says of a statement; ``by`` is the statement that says so, where one does."""

    status: str
    by: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class DateRange:
    """``start`` and ``end`` are ISO dates (or times), both inclusive; None where the words do not resolve."""

    start: str | None
    end: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity: ``value`` in ``unit``, or bounds ``low``/``high`` ("more than 400": low 400, value None)."""

    value: float | None
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """``country`` is ISO 3166-1 alpha-2; coordinates in degrees (WGS 84); all None where nothing resolves."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Anything the report attributes to a source other than the reporter's own observation."""

    id: str
    parent: str | None
    extent: Span
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    kind: Kind
    how: How
    source: SourceRef
    via: tuple[Hop, ...]
    channel: Channel | None
    act: str
    negated: bool
    firmness: Firmness
    about: tuple[str, ...]
    standing: tuple[Standing, ...]
    when: DateRange | None
    where: Place | None
    dates: tuple[DateRange, ...]
    amounts: tuple[Amount, ...]
    places: tuple[Place, ...]
    confidence: float
    abstained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Derivation:
    """Why one value is what it is: the rule or model that gave ``field`` of ``statement``, and the words it used.

    ``confidence`` is the model's probability of this value, 0 to 1, None where a rule gave it.
    """

    statement: str | None  # a statement id, a source id, or None for the report itself
    field: str
    rule: str
    span: Span | None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class ReadingInfo:
    id: str
    software: str
    model: str
    made: str  # ISO 8601, UTC


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as one version of the software with one model understood it."""

    schema: Literal["sayso.reading/1"]
    input: str
    reading: ReadingInfo
    report: Report
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    derivations: tuple[Derivation, ...] = ()  # in the JSON only where asked for (--explain)
