"""Bytes to readings: the whole way on one screen.

what was named → drafts (:mod:`sayso.report`) → report → attributions (:mod:`sayso.tagger`) → statements
(:mod:`sayso.attribution`) → reading.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import sayso
from sayso.attribution.statements import attribute
from sayso.errors import InputError, SaysoError
from sayso.grounding.dates import anchor_of
from sayso.report import Draft, Options, compose, open_drafts, with_year
from sayso.tagger import Tagger, load
from sayso.types import READING_SCHEMA, Derivation, Reading, ReadingInfo, Report, Span

#: Blocks in which a report attributes; credits and furniture hold no statements.
_READ = frozenset(["headline", "deck", "dateline", "paragraph", "subhead", "caption", "correction"])


def read(
    target: str | bytes, options: Options | None = None, *, model: str | None = None
) -> Iterator[Reading | SaysoError]:
    """The reading of every report that ``target`` (path, URL, ``-``, or bytes) holds, in order.

    An input or a part of one that cannot be read comes as the error that says why; the rest goes on.
    """
    tagger = load(model or "attribution_v1")
    for draft in open_drafts(target, options or Options()):
        yield draft if isinstance(draft, SaysoError) else read_draft(draft, tagger, str(target))


def read_draft(draft: Draft, tagger: Tagger, name: str) -> Reading | SaysoError:
    """One report; an :class:`InputError` where it holds no text."""
    if not draft.text.strip():
        return InputError(name, "there is no text in it", "Give a report: plain text, an HTML page or JSON Lines")
    report, derivations = compose(draft)
    return read_report(report, tagger, name, derivations)


def read_report(report: Report, tagger: Tagger, name: str, derivations: tuple[Derivation, ...] = ()) -> Reading:
    """The statements of a report that is already laid out."""
    report = _dated(report)
    units, headline = _units(report)
    made = attribute(report, tagger.tag(report.text, units, headline=headline))
    key = f"{report.id}\n{_software()}\n{tagger.name}"
    info = ReadingInfo(
        id=f"sha256:{hashlib.sha256(key.encode()).hexdigest()}",
        software=_software(),
        model=tagger.name,
        made=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    return Reading(
        schema=READING_SCHEMA,
        input=name,
        reading=info,
        report=made.report,
        sources=made.sources,
        statements=made.statements,
        derivations=(*derivations, *made.derivations),
    )


def _software() -> str:
    return f"sayso {sayso.__version__}"


def _dated(report: Report) -> Report:
    """With the dateline's year concluded from the text where nothing states it, and conflicts of dates noted."""
    anchor = anchor_of(report)
    if anchor.inferred and anchor.day:
        report = with_year(report, anchor.day.year, anchor.inferred)
    return replace(report, notes=(*report.notes, *anchor.notes)) if anchor.notes else report


def _units(report: Report) -> tuple[list[Span], int | None]:
    """What the tagger reads, and which of it is the headline; a dateline is part of the paragraph that it opens."""
    units: list[Span] = []
    headline = None
    for block in report.blocks:
        if block.role not in _READ:
            continue
        if block.role == "headline" and headline is None:
            headline = len(units)
        if units and "\n" not in report.text[units[-1].end : block.span.begin]:
            units[-1] = Span(units[-1].begin, block.span.end)
        else:
            units.append(block.span)
    return units, headline
