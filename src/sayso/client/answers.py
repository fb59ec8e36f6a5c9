"""What the API answers, as frozen dataclasses named and filled as in its OpenAPI document.

Readings are ``sayso.types``, traces ``sayso.trace.types``. Fields that a newer server adds are passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from sayso.types import Reading, ReadingInfo, Statement


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody noted on a statement; ``id`` is the judgement's, by which it is undone."""

    id: str
    at: str
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A statement after judgement. ``id`` stays valid when the report is read anew; ``entity`` is the id of the source
    across reports; ``begin`` and ``end`` are code points of the report's text.
    """

    id: str
    report: str
    place: str
    begin: int
    end: int
    words: str
    source: str | None
    title: str | None
    entity: str | None
    type: str
    disclosure: str
    act: str
    negated: bool
    firmness: str
    kind: str
    how: str
    via: tuple[str, ...]
    standing: tuple[str, ...]
    when_start: str | None
    when_end: str | None
    confidence: float
    model: str
    judgement: str
    headline: str | None
    outlet: str | None
    url: str | None
    published: str | None
    version: int
    latest: bool
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """``next`` is the cursor of the following page, None on the last."""

    items: tuple[Found, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class FoundReport:
    id: str
    headline: str | None
    outlet: str | None
    url: str | None
    published: str | None
    version: int
    latest: bool
    statements: int


@dataclass(frozen=True, slots=True)
class ReportPage:
    items: tuple[FoundReport, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """``exact`` is False where there are more than ``value``."""

    value: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Facets:
    """``by``: for each facet its values with their counts; of all matches where ``exact``, else of the first many."""

    by: dict[str, tuple[tuple[str, int], ...]]
    exact: bool


@dataclass(frozen=True, slots=True)
class Divided:
    count: Count
    facets: Facets


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a judgement is about, so described that it is found again in another reading."""

    what: Literal["statement", "source", "report"]
    spans: tuple[tuple[int, int], ...] = ()
    source: str | None = None
    mention: tuple[int, int] | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """``machine`` is what the machine had said, ``value`` what the judge says: the statement added, a note's text."""

    id: str
    at: str
    by: str
    why: str | None
    action: Literal["accept", "reject", "correct", "add", "note", "merge", "split", "undo"]
    report_id: str | None = None
    reading_id: str | None = None
    anchor: Anchor | None = None
    field: str | None = None
    machine: Any = None
    value: Any = None
    target: str | None = None
    into: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """``by``: the judgements in force; ``machine``: the statement without them."""

    state: Literal["none", "accepted", "corrected", "rejected", "added"]
    by: tuple[Judgement, ...]
    machine: Statement


@dataclass(frozen=True, slots=True)
class Version:
    """``seen``: when the document was first seen so; ``added``: when its text came into the ledger."""

    report: str
    version: int
    added: str
    seen: str
    latest: bool


@dataclass(frozen=True, slots=True)
class Fetch:
    """How a report came to the ledger; ``kept``: whether its bytes are still there."""

    media_type: str | None
    headers: dict[str, str]
    fetched: str | None
    url: str | None
    origins: dict[str, str]
    size: int | None
    kept: bool


@dataclass(frozen=True, slots=True)
class ReportView:
    """``reading`` is after judgement; ``judged`` has the judged statements by place (``s4``)."""

    report: str
    version: int
    added: str
    reading: Reading
    judged: dict[str, Judged]
    unanchored: tuple[Judgement, ...]
    statements: tuple[Found, ...]
    versions: tuple[Version, ...]
    readings: tuple[ReadingInfo, ...]
    fetch: Fetch | None


@dataclass(frozen=True, slots=True)
class StatementView:
    """``about``: what it is about; ``about_this``: what is about it."""

    found: Found
    statement: Statement
    machine: Statement
    judgements: tuple[Judgement, ...]
    about: tuple[Found, ...]
    about_this: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Appearance:
    """A source in one report and why it was joined with the others."""

    report: str
    role: str
    place: str
    name: str | None
    title: str | None
    score: float | None
    evidence: tuple[dict[str, Any], ...]
    joined_by: str


@dataclass(frozen=True, slots=True)
class SourceView:
    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    merged: tuple[str, ...]
    statements: int
    relayed: int
    published: int
    appearances: tuple[Appearance, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report: ``status`` is new, version, reread, known, purged or failed."""

    input: str
    status: str
    report: str | None = None
    statements: int | None = None
    problem: str | None = None
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """``done``: reports dealt with so far; ``results``: one for each."""

    id: str
    made: str
    by: str
    name: str
    kind: Literal["text", "file", "url"]
    state: Literal["waiting", "running", "done", "failed"]
    done: int
    results: tuple[Outcome, ...]

    @property
    def over(self) -> bool:
        return self.state in ("done", "failed")


@dataclass(frozen=True, slots=True)
class Search:
    """A saved search; ``query`` as URL parameters."""

    id: str
    made: str
    by: str
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Purged:
    """``shared``: other reports that came in the same bytes; ``backups``: files that may still hold the report."""

    report: str
    statements: int
    shared: tuple[str, ...]
    emptied: bool = True
    backups: tuple[str, ...] = ()


class Failure(msgspec.Struct, frozen=True):
    """``sayso.error/1``: what could not be read, and why."""

    input: str
    error: dict[str, str]
    schema: str
