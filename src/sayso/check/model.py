"""What a rule is and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.types import Span

if TYPE_CHECKING:
    from sayso.check.context import Context

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

CHECK_SCHEMA = "sayso.check/1"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: the words concerned, what was looked for and where it was not found, and the evidence.

    ``question`` replaces the rule's own question where the case calls for other words; ``related`` are further places
    that belong to the finding, such as the allegation to which no response was found.
    """

    span: Span
    looked_for: str
    statements: tuple[str, ...] = ()
    question: str | None = None
    related: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A question to the editor about exact words; the fields are those of ``sayso.check/1``."""

    code: str
    name: str
    severity: Severity
    span: Span
    words: str
    question: str
    statements: tuple[str, ...]
    looked_for: str
    related: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One sourcing convention that a report can be asked about.

    ``fires`` and ``fine`` are example passages in the mark-up of :mod:`sayso.check.example`; ``reference`` names the
    published convention. A rule that is ``optional`` is off unless selected. ``limit`` caps its findings per report.
    ``news_only``: not asked of opinion pieces; ``any_language``: needs no reading of English.
    """

    code: str
    name: str
    question: str
    explanation: str
    fires: str
    fine: str
    reference: str
    severity: Severity
    optional: bool
    limit: int
    news_only: bool
    any_language: bool
    find: Callable[[Context], Iterator[Hit]]

    @property
    def family(self) -> str:
        """The letters of the code: ANON, ATTR, FAIR, DATE, FIG, FORM or CROSS."""
        return self.code.rstrip("0123456789")
