"""A draft to a report: which stretch of the text is headline, deck, dateline, credit, caption, correction, furniture.

The way of the data: paragraphs → pieces with the roles that the carrier's markup or their own words decide
(:mod:`roles`) → the rest by position, top to bottom (:mod:`zones`) → blocks, fields and notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sayso.report.agencies import agency, agency_of_dateline
from sayso.report.dates import read_day, timestamp
from sayso.report.draft import Draft
from sayso.report.genre import genre
from sayso.report.identity import report_id, text_sha256
from sayso.report.language import language
from sayso.report.notes import NOT_ENGLISH, notes
from sayso.report.paragraphs import paragraphs
from sayso.report.people import join, names_in, read_byline, read_credits
from sayso.report.roles import role_of
from sayso.report.zones import Piece, Top, settle
from sayso.types import Block, Credits, Dateline, Derivation, Note, Report, Span, Timestamp

T = TypeVar("T")

_FURTHEST = 45  # days between a dateline's day and the day of publication for one to give the other its year


def compose(draft: Draft) -> tuple[Report, tuple[Derivation, ...]]:
    """The report of a draft, and for each piece of metadata the rule that gave it (``statement`` is None)."""
    text = draft.text
    pieces = _pieces(draft)
    top = settle(text, pieces, byline=draft.byline, outlet=draft.outlet)
    blocks = tuple(Block(piece.role or "paragraph", piece.span) for piece in pieces)
    why = _Reasons(draft)

    on_page = " ".join(top.headline.of(text).split()) if top.headline else None
    headline = why.give("headline", draft.headline, on_page, top.headline)
    deck = why.give("deck", draft.deck, top.deck, None) or ()
    byline_names = why.give("byline", _carried_byline(draft), top.byline, top.byline_span) or ()
    published = _published(draft, top, text, why)
    dateline = _with_year(top.dateline, top.day, published)
    if dateline:
        why.note("dateline", "layout", dateline.span)
    report_credits = Credits()
    for block in blocks:
        if block.role == "credit" and not read_byline(block.span.of(text)):
            report_credits = join(report_credits, read_credits(block.span.of(text)))
    by = _agency(draft, dateline, top, report_credits, why)
    kind, rule = genre(text, blocks, url=draft.url, headline=headline)
    why.note("genre", rule, None)
    read_as = language(_body(text, blocks))
    tongue = why.give("language", draft.language, read_as, None)
    for name in ("url", "outlet", "external_id", "updated"):
        if getattr(draft, name):
            why.note(name, draft.origins.get(name, "carrier"), None)

    report = Report(
        id=report_id(text, url=draft.url, external_id=draft.external_id, outlet=draft.outlet),
        text_sha256=text_sha256(text),
        external_id=draft.external_id,
        text=text,
        url=draft.url,
        outlet=draft.outlet,
        agency=by,
        language=tongue,
        genre=kind,
        headline=headline,
        deck=deck,
        byline=byline_names,
        published=published,
        updated=timestamp(draft.updated),
        dateline=dateline,
        credits=report_credits,
        blocks=blocks,
        notes=(*_language_note(read_as), *_date_notes(draft), *notes(text, blocks)),
    )
    return report, tuple(why.derivations)


def dateline_day(report: Report) -> tuple[int, int] | None:
    """(month, day) of a dateline that has no year yet; None where it has one, or no date at all."""
    if report.dateline is None or report.dateline.date:
        return None
    found = read_day(report.dateline.span.of(report.text))
    return (found[1], found[2]) if found else None


def with_year(report: Report, year: int, reason: str) -> Report:
    """The report with its dateline's year filled in, and published by it where nothing else said when.

    ``reason`` says in words what the year was concluded from. A report without such a dateline, or a day that the
    year does not have, is returned as it is.
    """
    day = dateline_day(report)
    value = _iso(year, *day) if day else None
    if value is None or report.dateline is None:
        return report
    published = report.published or Timestamp(value, "day", reason)
    return replace(report, dateline=replace(report.dateline, date=value), published=published)


class _Reasons:
    """Takes the carrier's value before the layout's own, and remembers why."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.derivations: list[Derivation] = []

    def note(self, field: str, rule: str, span: Span | None) -> None:
        self.derivations.append(Derivation(None, field, rule, span))

    def give(self, field: str, carried: T | None, found: T | None, span: Span | None) -> T | None:
        if carried:
            self.note(field, self.draft.origins.get(field, "carrier"), None)
            return carried
        if found:
            self.note(field, "layout", span)
            return found
        return None


def _pieces(draft: Draft) -> list[Piece]:
    """The carrier's blocks as they are, what lies between them cut into paragraphs, roles by their own words."""
    text = draft.text
    pieces: list[Piece] = []
    at = 0
    for block in draft.blocks:
        pieces.extend(Piece(span) for span in paragraphs(text, Span(at, block.span.begin)))
        pieces.append(Piece(block.span, None if block.role == "paragraph" else block.role, fixed=True))
        at = block.span.end
    pieces.extend(Piece(span) for span in paragraphs(text, Span(at, len(text))))
    for piece in pieces:
        if piece.role is None:
            piece.role = role_of(piece.span.of(text))
    return pieces


def _carried_byline(draft: Draft) -> tuple[str, ...]:
    names: list[str] = []
    for line in draft.byline:
        read = names_in(line.removeprefix("By ").removeprefix("by "))
        names.extend(read.names or (() if read.agency else (line.strip(),)))
    return tuple(dict.fromkeys(name for name in names if name))


def _published(draft: Draft, top: Top, text: str, why: _Reasons) -> Timestamp | None:
    carried = timestamp(draft.published)
    if carried:
        why.note("published", draft.origins.get("published", "carrier"), None)
        return carried
    if top.date_line:
        found = timestamp(top.date_line.of(text))
        if found:
            why.note("published", "date line", top.date_line)
            return found
    if top.dateline and top.dateline.date:
        why.note("published", "dateline", top.dateline.span)
        return Timestamp(top.dateline.date, "day", "the dateline")
    return None


def _with_year(dateline: Dateline | None, day: tuple[int, int] | None, published: Timestamp | None) -> Dateline | None:
    """A dateline's day takes the year that brings it nearest to the day of publication."""
    if dateline is None or day is None or published is None:
        return dateline
    told = date.fromisoformat(published.value[:10])
    candidates = [date.fromisoformat(iso) for y in (-1, 0, 1) if (iso := _iso(told.year + y, *day))]
    nearest = min(candidates, key=lambda other: abs((other - told).days), default=None)
    if nearest is None or abs((nearest - told).days) > _FURTHEST:
        return dateline
    return replace(dateline, date=nearest.isoformat())


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _agency(draft: Draft, dateline: Dateline | None, top: Top, credits: Credits, why: _Reasons) -> str | None:
    office = next((name for name in credits.reporting if name.lower().endswith(("offices", "bureaus"))), None)
    for by, rule, span in (
        (agency_of_dateline(dateline.agency) if dateline else None, "dateline", dateline.span if dateline else None),
        (top.agency, "byline", top.byline_span),
        (next((found for line in draft.byline if (found := names_in(line).agency)), None), "byline", None),
        (agency(office.rsplit(" ", 1)[0]) if office else None, "credits", None),
        (top.sign_off, "sign-off", None),
        (agency(draft.outlet), "outlet", None),
    ):
        if by:
            why.note("agency", rule, span)
            return by
    return None


def _body(text: str, blocks: tuple[Block, ...]) -> str:
    spans = [block.span for block in blocks if block.role == "paragraph"]
    return " ".join(span.of(text) for span in spans[:12]) or text


def _language_note(found: str | None) -> Iterator[Note]:
    """By the text itself: what a page declares is often its template's language."""
    if found not in (None, "en"):
        words = f"The text is not English (it looks like “{found}”). Sayso reads English: expect little, and check it"
        yield Note(NOT_ENGLISH, None, words)


def _date_notes(draft: Draft) -> tuple[Note, ...]:
    return tuple(
        Note("unread-date", None, f"The {field} date “{value[:80]}” could not be read")
        for field, value in (("published", draft.published), ("updated", draft.updated))
        if value and timestamp(value) is None
    )
