"""What only position tells: headline, deck, byline and dateline at the top, subheads between, teasers at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.patterns import kept
from sayso.report.agencies import agency
from sayso.report.dateline import find_dateline
from sayso.report.dates import timestamp
from sayso.report.furniture import is_biography
from sayso.report.paragraphs import bullet
from sayso.report.people import is_name, read_byline
from sayso.types import Dateline, Span

_DATELINES_WITHIN = 10  # paragraphs of a page in which a dateline may still come
_TOP = 14  # pieces in which headline, deck and byline are looked for
_STOP = kept(r"[.。]['\"”’)\]]*\Z|[,;]\Z")
_ABBREVIATED = kept(r"\b(?:[A-Z]|Inc|Co|Corp|Ltd|Jr|Sr|St|No|vs)\.\W*\Z")
_PAPER = kept(
    r"\b(?:reporter|correspondent|editor|writer|columnist|staff|bureau|news|times|post|herald|gazette|tribune|journal|"
    r"chronicle|daily|press|courier|mail|observer|standard|today)\b",
    re.IGNORECASE,
)
_ANY_STOP = kept(r"[.!?。…:;,]['\"”’)\]]*\Z")
_SIGNS_OFF = kept(r"reuters?\W*\Z|our standards:\W*the thomson reuters", re.IGNORECASE)
_DATE_LABEL = kept(
    r"(?:(?:first |last |originally )?(?:published|updated|posted|modified|date)\b\W*(?:on|at)?\s*)?", re.IGNORECASE
)
_HIGHLIGHTS = kept(r"(?:story highlights|key points|highlights|in brief|at a glance|summary)\b\s*:?\s*", re.IGNORECASE)
_BY_THEN_DATELINE = kept(r"By (?:[A-Z][\w.'’-]+,? (?:and )?){2,8}(?=[A-Z]{3})")


@dataclass(slots=True)
class Piece:
    """A stretch that becomes a block; ``fixed``: cut out by the carrier's markup."""

    span: Span
    role: str | None = None
    fixed: bool = False


@dataclass(slots=True)
class Top:
    """What was read on the way."""

    headline: Span | None = None
    deck: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    byline_span: Span | None = None
    agency: str | None = None
    dateline: Dateline | None = None
    day: tuple[int, int] | None = None
    date_line: Span | None = None
    sign_off: str | None = field(default=None)


def settle(text: str, pieces: list[Piece], *, byline: Sequence[str], outlet: str | None) -> Top:
    """Give every piece that has none a role other than paragraph where position says so; pieces may be split."""
    top = Top()
    _headline(text, pieces, top)
    _dateline(text, pieces, top)
    _head(text, pieces, top, byline, outlet)
    _subheads(text, pieces)
    _tail(text, pieces, top)
    return top


def _headline(text: str, pieces: list[Piece], top: Top) -> None:
    head = next((piece for piece in pieces if piece.role == "headline"), None)
    if head is None:
        head = next((piece for piece in pieces[:4] if piece.role is None), None)
        if head is None or len(pieces) < 2 or not _may_head(text, head.span):
            return
        head.role = "headline"
    top.headline = head.span
    for piece in pieces[:_TOP]:  # pages and records repeat it
        if piece is not head and piece.role in (None, "headline") and piece.span.of(text) == head.span.of(text):
            piece.role = "furniture"


def _may_head(text: str, span: Span) -> bool:
    """Short, not told as a sentence, and nothing else by its form."""
    words = span.of(text)
    if len(words) > 250 or len(words.split()) > 40 or (_STOP.search(words) and not _ABBREVIATED.search(words)):
        return False
    return not (find_dateline(text, span) or read_byline(words) or bullet(text, span))


def _dateline(text: str, pieces: list[Piece], top: Top) -> None:
    seen = 0
    for index, piece in enumerate(pieces):
        if piece.role is not None or seen >= _DATELINES_WITHIN:
            continue
        span = piece.span
        credit = _BY_THEN_DATELINE.match(text, *span)
        start = Span(credit.end(), span.end) if credit else span
        found = find_dateline(text, start)
        if found and (found.is_strong or seen < 3):
            top.dateline, top.day = found.dateline, found.day
            end = found.dateline.span.end
            parts = [Piece(found.dateline.span, "dateline")]
            if credit:
                before = text[span.begin : start.begin].rstrip()
                parts.insert(0, Piece(Span(span.begin, span.begin + len(before)), "credit"))
                byline = read_byline(before)
                top.byline = byline.names if byline else ()
                top.byline_span = parts[0].span
            rest = text[end : span.end]
            if rest.strip():
                parts.append(Piece(Span(span.end - len(rest.lstrip()), span.end), None))
            pieces[index : index + 1] = parts
            return
        seen += len(span.of(text).split()) > 12


def _head(text: str, pieces: list[Piece], top: Top, byline: Sequence[str], outlet: str | None) -> None:
    """Down to the dateline or the first full paragraph: deck, byline, date, names of people and outlets."""
    start = next((i for i, piece in enumerate(pieces) if piece.role == "headline"), -1) + 1
    deck: list[str] = []
    known = {line.strip().lower() for line in (*byline, outlet or "") if line}
    body = _first_body(text, pieces, start)
    for index in range(start, min(body, start + _TOP)):
        piece = pieces[index]
        words = piece.span.of(text)
        if piece.role is None:
            read = read_byline(words)
            label = _DATE_LABEL.match(words)
            rest = words[label.end() :] if label else words
            if read:
                piece.role = "credit"
                top.byline = tuple(dict.fromkeys(top.byline + read.names))
                top.byline_span = top.byline_span or piece.span
                top.agency = top.agency or read.agency
            elif len(words) < 80 and rest[:1].isalnum() and len(rest) < 50 and timestamp(rest.split("|")[0].strip()):
                piece.role = "furniture"
                top.date_line = top.date_line or piece.span
            elif (
                words.lower() in known
                or agency(words)
                or _is_signature(text, pieces, index)
                or _is_desk(text, pieces, index)
            ):
                piece.role = "credit"
                named = is_name(words) and not _is_desk(text, pieces, index)
                if named and not agency(words) and words.lower() != (outlet or "").lower():
                    top.byline = tuple(dict.fromkeys((*top.byline, " ".join(words.split()))))
                    top.byline_span = top.byline_span or piece.span
                top.agency = top.agency or agency(words)
            elif top.headline and len(words) <= 400:
                piece.role = "deck"
        if piece.role == "deck":
            shown = words[bullet(text, piece.span) :]
            highlight = _HIGHLIGHTS.match(shown)
            deck.append(" ".join((shown[highlight.end() :] if highlight else shown).split()))
    for piece in pieces:
        if piece.role is None and (read := read_byline(piece.span.of(text)[:240])) and len(piece.span.of(text)) < 200:
            piece.role = "credit"
            top.byline = top.byline or read.names
            top.agency = top.agency or read.agency
            top.byline_span = top.byline_span or piece.span
    top.deck = tuple(line for line in deck if line)


def _first_body(text: str, pieces: Sequence[Piece], start: int) -> int:
    """Index of the first piece that is told in sentences and that no byline, date or dateline follows."""
    dateline = next((i for i, piece in enumerate(pieces) if piece.role == "dateline"), None)
    if dateline is not None and dateline >= start and dateline - start <= _TOP:
        return dateline
    told = start
    for index in range(start, min(len(pieces), start + 6)):
        piece = pieces[index]
        words = piece.span.of(text)
        if piece.role is None and read_byline(words):
            told = index + 1
    for index in range(told, len(pieces)):
        piece = pieces[index]
        if piece.role not in (None,):
            continue
        words = piece.span.of(text)
        if len(words.split()) > 45 or (_ANY_STOP.search(words) and not bullet(text, piece.span)) or words[0] in "“\"‘'":
            return index
        if index - told >= 8:
            return told
    return told


def _is_signature(text: str, pieces: Sequence[Piece], index: int) -> bool:
    """``Jo Roe`` above the name of an outlet or a job, without a By."""
    words = pieces[index].span.of(text)
    if not is_name(words) or index + 1 >= len(pieces):
        return False
    following = pieces[index + 1].span.of(text)
    is_paper = agency(following) is not None or following.isupper() or _PAPER.search(following) is not None
    return len(following) < 60 and is_paper and not _ANY_STOP.search(following)


def _is_desk(text: str, pieces: Sequence[Piece], index: int) -> bool:
    """``Associated Courier`` or ``Staff Writer`` right under ``By Jo Roe``."""
    words = pieces[index].span.of(text).split()
    under = index > 0 and read_byline(pieces[index - 1].span.of(text)) is not None
    return under and len(words) <= 5 and all(word[0].isupper() or word in ("of", "the", "for", "&") for word in words)


def _subheads(text: str, pieces: Sequence[Piece]) -> None:
    for index in range(1, len(pieces) - 1):
        piece = pieces[index]
        if piece.role is not None or pieces[index - 1].role in ("headline", "dateline"):
            continue
        words = piece.span.of(text)
        following = pieces[index + 1]
        if (
            len(words) <= 90
            and 1 <= len(words.split()) <= 12
            and not _ANY_STOP.search(words.rstrip("?"))
            and (words[0].isupper() or words[0] in "‘“'\"")
            and not bullet(text, piece.span)
            and following.role in (None, "caption", "furniture")
            and following.span.end - following.span.begin > max(60, len(words))
            and text.find("\n", piece.span.end, following.span.begin) >= 0
        ):
            piece.role = "subhead"


def _tail(text: str, pieces: Sequence[Piece], top: Top) -> None:
    """Below the last paragraph told in sentences: teasers and tags beside furniture, the author's biography."""
    after = 0  # pieces below it
    for piece in reversed(pieces):
        words = piece.span.of(text)
        if piece.role is None and _ANY_STOP.search(words[-4:]) and not is_biography(words):
            break
        after += 1
    below = pieces[len(pieces) - after :] if after < len(pieces) else []
    is_page = any(piece.role in ("furniture", "credit") for piece in below)
    for piece in below:
        words = piece.span.of(text)
        if piece.role is None and (is_biography(words) or (is_page and len(words.split()) <= 25)):
            piece.role = "furniture"
    for piece in pieces[-6:]:
        if piece.role in ("credit", "furniture") and _SIGNS_OFF.match(piece.span.of(text)):
            top.sign_off = "Reuters"
