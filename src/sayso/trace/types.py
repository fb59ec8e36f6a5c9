"""What holds between reports: copies, families, cites, quotations, claims, figures, caveats, corrections, stories.

These classes are the JSON contract ``sayso.trace/1``, field for field and in its order, as :mod:`sayso.types` is for a
reading: ``to_json`` renames nothing. Reports are named by ``Report.id``, statements by their id in that report's
reading. Spans are code points in the text of the report they belong to, so every item slices back to exact words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

import msgspec

from sayso.types import Report, Span

Alteration = Literal["none", "cut", "light", "spun"]
Change = Literal[
    "same", "harmless", "omission", "insertion", "substitution", "reversal", "cut-off", "wrong-speaker"
]  # fmt: skip
Stands = Literal["asserted", "confirmed", "unverified", "disputed", "denied"]

TRACE_SCHEMA: Final = "sayso.trace/1"
COMPARISON_SCHEMA: Final = "sayso.comparison/1"


@dataclass(frozen=True, slots=True)
class TracedReport:
    """A report as a trace lists it; the text itself stays where it is kept."""

    id: str
    external_id: str | None
    url: str | None
    outlet: str | None
    published: str | None  # ISO 8601 date or time
    headline: str | None

    @classmethod
    def of(cls, report: Report) -> TracedReport:
        published = report.published.value if report.published else None
        return cls(report.id, report.external_id, report.url, report.outlet, published, report.headline)


@dataclass(frozen=True, slots=True)
class Location:
    """A place of the contract: words in one report. (``Place`` is a place on the map.)"""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class StatementAt:
    """A statement of one report's reading; ``span`` is its content from first to last word."""

    report: str
    statement: str
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the copy and the stretch it was made from. Passages of one copy do not overlap on either side."""

    report: Span
    of: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """``report`` took wording from ``of``.

    ``coverage`` is the share (0–1) of the words of ``report``'s paragraphs that lie in ``passages``. ``partial`` says
    that ``report`` is a text of its own around taken passages; such a copy joins no family. ``because`` names what
    decided who copied whom, weightiest first ("credit", "version", "earlier", "damage", "containment", …; open list).
    """

    report: str
    of: str
    alteration: Alteration
    coverage: float
    partial: bool
    passages: tuple[Passage, ...]
    because: tuple[str, ...]


class Origin(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a family's text began: a report that is here, or an agency credited whose own text is not.

    One of the two is set; in JSON the other is left out.
    """

    report: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that carry one text, earliest first; every report is in exactly one family, mostly its own."""

    id: str
    reports: tuple[str, ...]
    origin: Origin | None


class Cited(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who was credited: a report that is here, or only a name.

    One of the two is set; in JSON the other is left out.
    """

    report: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """``report`` credits another in the words at ``span``."""

    report: str
    cites: Cited
    span: Span


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference; a side where there are no words has an empty span at the place where they would be."""

    kind: Change
    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class QuotationChange:
    """Two versions of one utterance; ``change`` is the weightiest of ``edits``."""

    a: Location
    b: Location
    change: Change
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """One utterance as several reports have it, the version nearest the origin first."""

    id: str
    speaker: str | None
    versions: tuple[StatementAt, ...]
    changes: tuple[QuotationChange, ...]


@dataclass(frozen=True, slots=True)
class OriginCount:
    """``low`` counts what is shown to be independent, ``high`` all that is not shown to be joined."""

    value: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Join:
    """Why two originators, or two reports, of a claim count as one, and the words that show it."""

    joined: tuple[str, str]
    reason: str
    places: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Two statements taken for one claim though their words differ, and what told: ``likeness`` in context and in
    meaning (its part ``meaning``), above what is asked there; none where a report sets the two side by side."""

    statements: tuple[StatementAt, StatementAt]
    reason: str
    likeness: float | None
    meaning: float | None


@dataclass(frozen=True, slots=True)
class Claim:
    id: str
    gist: str
    statements: tuple[StatementAt, ...]
    originators: tuple[str, ...]
    independent_origins: OriginCount
    witness_families: int
    stands: Stands
    denied_by: tuple[StatementAt, ...]
    because: tuple[Join, ...]
    together: tuple[Together, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureValue:
    """``at`` is the ISO date or time of the utterance, else of the report."""

    report: str
    statement: str
    value: float
    unit: str | None
    span: Span
    at: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity as several statements give it, over time."""

    what: str
    values: tuple[FigureValue, ...]

    @property
    def differs(self) -> bool:
        """Whether not all say the same."""
        return len({(value.value, value.unit) for value in self.values}) > 1


@dataclass(frozen=True, slots=True)
class DroppedCaveat:
    """A hedge that stood in ``earlier`` and is missing where ``later`` carries the same matter."""

    earlier: Location
    later: str


@dataclass(frozen=True, slots=True)
class Correction:
    """``corrects`` is None where the corrected report is not here."""

    notice: Location
    corrects: Location | None
    still_carried_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about the same developing events, earliest first."""

    id: str
    title: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that reports show together: a ledger's (``sayso.trace/1``) or two files' (``sayso.comparison/1``)."""

    schema: Literal["sayso.trace/1", "sayso.comparison/1"]
    reports: tuple[TracedReport, ...]
    copies: tuple[Copy, ...] = ()
    families: tuple[Family, ...] = ()
    cites: tuple[Cite, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    dropped_caveats: tuple[DroppedCaveat, ...] = ()
    corrections: tuple[Correction, ...] = ()
    stories: tuple[Story, ...] = ()


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Trace)


def to_json(trace: Trace) -> bytes:
    """The object of the contract as UTF-8 JSON without a line end."""
    return _encoder.encode(trace)


def from_json(line: bytes | str) -> Trace:
    """Inverse of :func:`to_json`.

    Raises:
        msgspec.ValidationError: not an object of either schema.
    """
    return _decoder.decode(line)


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of both objects."""
    return msgspec.json.schema(Trace)
