"""Bytes to readings: the whole way on one screen.

what was named → drafts (:mod:`sayso.report`) → report → attributions (:mod:`sayso.tagger`) → statements
(:mod:`sayso.attribution`) → reading.
"""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import sayso
from sayso.attribution.statements import attribute
from sayso.errors import InputError, SaysoError
from sayso.grounding.dates import anchor_of
from sayso.report import Draft, Options, compose, open_drafts, with_year
from sayso.report.asread import AsRead, as_read, cards, flowing, moved
from sayso.report.damage import entities
from sayso.report.identity import report_id, text_sha256
from sayso.report.notes import MOST as MOST_NOTES
from sayso.report.paragraphs import is_marks_alone
from sayso.settings import from_environment
from sayso.tagger import Tagger, load
from sayso.types import READING_SCHEMA, Derivation, Note, Reading, ReadingInfo, Report, Span

__all__ = ["Options", "read", "read_draft", "read_report", "units"]

#: Characters of one report; the longest real ones have a fifth of this.
LONGEST = 400_000
#: Blocks in which a report attributes; credits and furniture hold no statements.
_READ = frozenset(["headline", "deck", "dateline", "paragraph", "subhead", "caption", "correction"])
#: Characters of one block that are read: no paragraph is so long.
_MOST = 60_000


def read(
    target: str | Path | bytes, options: Options | None = None, *, model: str | None = None, threads: int = 0
) -> Iterator[Reading | SaysoError]:
    """The reading of every report that ``target`` (path, URL, ``-``, or bytes) holds, in order.

    An input or a part of one that cannot be read comes as the error that says why; the rest goes on.
    """
    settings = from_environment()
    tagger = load(model or settings.model, threads or settings.threads)
    for draft in open_drafts(target, options or Options()):
        yield draft if isinstance(draft, SaysoError) else read_safely(draft, tagger)


def read_safely(draft: Draft, tagger: Tagger) -> Reading | SaysoError:
    """One report that trips a fault of ours must not take the others with it."""
    try:
        return read_draft(draft, tagger)
    except SaysoError as error:
        return error
    except Exception as error:
        message = f"a fault of this software: {type(error).__name__}: {error}"
        return SaysoError(draft.name, message, "Please report it, with the input if you may", code="internal")


def read_draft(draft: Draft, tagger: Tagger) -> Reading:
    """One report.

    Raises:
        InputError: its text is longer than any report: reading it would take minutes and mean little.
    """
    if len(draft.text) > LONGEST:
        message = f"its text has {len(draft.text):,} characters, more than {LONGEST:,}"
        raise InputError(draft.name, message, "Give reports one by one, or as JSON Lines", code="too-long")
    plain = as_read(draft.text)
    if plain:
        return _as_given(_read(_decoded(draft, plain), tagger), draft, plain)
    return _read(draft, tagger)


def _read(draft: Draft, tagger: Tagger) -> Reading:
    report, derivations = compose(draft)
    return read_report(report, tagger, draft.name, derivations)


def _decoded(draft: Draft, plain: AsRead) -> Draft:
    """The draft with the text as it is read, entities decoded in what its carrier says of it too."""
    return replace(
        draft,
        text=plain.text,
        blocks=moved(draft.blocks, plain, back=False),
        headline=draft.headline and html.unescape(draft.headline),
        deck=tuple(map(html.unescape, draft.deck)),
        byline=tuple(map(html.unescape, draft.byline)),
    )


def _as_given(reading: Reading, draft: Draft, plain: AsRead) -> Reading:
    """A reading of a text as read, as one of the text that was given: its offsets, its identity, its defects."""
    reading = moved(reading, plain, back=True)
    text = draft.text
    known = replace(
        reading.report,
        id=report_id(text, url=draft.url, external_id=draft.external_id, outlet=draft.outlet),
        text_sha256=text_sha256(text),
        text=text,
    )
    found = [note for block in known.blocks for note in entities(text, block.span)]
    found += [Note("inserted-card", card, "Headlines of other pages stand inside a sentence") for card in cards(text)]
    report = replace(known, notes=(*known.notes, *found[:MOST_NOTES]))
    return replace(reading, report=report, reading=replace(reading.reading, id=_id(report, reading.reading.model)))


def read_report(report: Report, tagger: Tagger, name: str, derivations: tuple[Derivation, ...] = ()) -> Reading:
    """The statements of a report that is already laid out."""
    report, day = _dated(report)
    report = replace(report, notes=(*report.notes, *_unread(report)))
    spans, headline = units(report)
    read = flowing(report)
    tagged, words = tagger.read(read.text, spans, headline=headline)
    made = attribute(read, tagged, day, words=words)
    info = ReadingInfo(
        id=_id(report, tagger.name),
        software=_software(),
        model=tagger.name,
        made=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    return Reading(
        schema=READING_SCHEMA,
        input=name,
        reading=info,
        report=replace(made.report, text=report.text),
        sources=made.sources,
        statements=made.statements,
        derivations=(*derivations, *made.derivations),
    )


def _id(report: Report, model: str) -> str:
    key = f"{report.id}\n{_software()}\n{model}"
    return f"sha256:{hashlib.sha256(key.encode()).hexdigest()}"


def _software() -> str:
    return f"sayso {sayso.__version__}"


def _dated(report: Report) -> tuple[Report, date | None]:
    """The report's day; and the report with its dateline's year concluded where none is stated, conflicts noted."""
    day, inferred, notes = anchor_of(report)
    if inferred and day:
        report = with_year(report, day.year, inferred)
    return (replace(report, notes=(*report.notes, *notes)) if notes else report), day


def _unread(report: Report) -> Iterator[Note]:
    """What :func:`units` leaves out of the blocks in which a report attributes."""
    for block in report.blocks:
        if block.role in _READ and (end := _read_to(report.text, block.span)) < block.span.end:
            why = "longer than any paragraph" if end > block.span.begin else "almost without letters"
            yield Note("unread", Span(end, block.span.end), f"This part of the text is {why} and was not read")


def _read_to(text: str, span: Span) -> int:
    """Where reading a block stops."""
    return span.begin if is_marks_alone(text, span) else min(span.end, span.begin + _MOST)


def units(report: Report) -> tuple[list[Span], int | None]:
    """What the tagger reads, and which of it is the headline; a dateline is part of the paragraph that it opens."""
    out: list[Span] = []
    headline = None
    for block in report.blocks:
        end = _read_to(report.text, block.span)
        if block.role not in _READ or end == block.span.begin:
            continue
        if block.role == "headline" and headline is None:
            headline = len(out)
        if out and "\n" not in report.text[out[-1].end : block.span.begin]:
            out[-1] = Span(out[-1].begin, end)
        else:
            out.append(Span(block.span.begin, end))
    return out, headline
