"""What is kept of a report to compare it with all others: made once, when the report is added, and stored as bytes.

About five bytes a word. Comparing needs fingerprints only; the texts stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.trace.tokens import FUNCTION, I32, PARAGRAPH, SENTENCE, U8, U32, Tokens, tokenize
from sayso.types import Report, Span

#: Raised when stored fingerprints can no longer be compared with new ones.
VERSION = 1

_AT_ONCE = 32  # measured: longer texts leave the processor's cache

_BODY = frozenset({"paragraph", "deck", "caption"})
_POST = re.compile(r"\(@\w+\)|pic\.twitter\.com|https://t\.co/")  # an embedded post, another's words as well
_BEFORE, _BEHIND = frozenset("“\"‘'„«(["), frozenset(".,;:!?…%”\"’'»)]")
_QUOTED_GENRES = frozenset({"transcript", "release"})  # words handed to everyone alike, as good as one quotation


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprint:
    """One report's words as hashes, and what its page says of where they came from.

    ``stems`` and ``kinds`` have one entry a word of the body (see :mod:`sayso.trace.tokens`), ``sentences`` one row of
    begin and end offsets in ``Report.text`` a sentence. ``outlet`` is the agency of the dateline where the report names
    no other. ``credits`` are the agency, byline and credit lines as written. ``damage`` counts marks that machine
    alteration leaves behind.
    """

    report: str
    outlet: str | None
    url: str | None
    headline: str | None
    published: str | None
    credits: tuple[str, ...]
    agency: str | None
    damage: int
    stems: U32
    kinds: U8
    sentences: I32  # (n, 2)


class _Header(msgspec.Struct, array_like=True):
    version: int
    report: str
    outlet: str | None
    url: str | None
    headline: str | None
    published: str | None
    credits: tuple[str, ...]
    agency: str | None
    damage: int
    words: int
    sentences: int


def fingerprint(report: Report) -> Fingerprint:
    """The fingerprint of a report; one without words has empty arrays and resembles nothing."""
    return fingerprints([report])[0]


def fingerprints(reports: Sequence[Report]) -> list[Fingerprint]:
    """The same for many, several times as fast: some at a time are tokenized as one text."""
    made: list[Fingerprint] = []
    for begin in range(0, len(reports), _AT_ONCE):
        made += _together(reports[begin : begin + _AT_ONCE])
    return made


def _together(reports: Sequence[Report]) -> list[Fingerprint]:
    starts = [0]
    parts: list[Span] = []
    handed_out: list[Span] = []
    for report in reports:
        start = starts[-1]
        body = [block.span for block in report.blocks if block.role in _BODY] or [Span(0, len(report.text))]
        parts += [Span(start + span.begin, start + span.end) for span in body]
        if "@" in report.text:
            posts = [span for span in body if _POST.search(report.text, span.begin, span.end)]
            handed_out += [Span(start + span.begin, start + span.end) for span in posts]
        if report.genre in _QUOTED_GENRES:
            handed_out.append(Span(start, start + len(report.text)))
        starts.append(start + len(report.text) + 2)
    tokens = tokenize("\n\n".join([*(report.text for report in reports), ""]), parts, handed_out)
    first = np.flatnonzero(tokens.kinds & SENTENCE)
    last = np.append(first[1:], len(tokens))[: len(first)] - 1
    sentences = np.stack((tokens.begin[first], tokens.end[last]), axis=1)
    _with_marks(tokens.codes, sentences)
    at = np.searchsorted(tokens.begin, starts)
    doubled = np.append(0, np.cumsum(_doubled(tokens)))[at].tolist()
    rows, words = np.searchsorted(first, at).tolist(), at.tolist()
    return [
        _one(report, tokens, slice(words[n], words[n + 1]), sentences[rows[n] : rows[n + 1]] - np.int32(starts[n]),
             doubled[n + 1] - doubled[n])
        for n, report in enumerate(reports)
    ]  # fmt: skip


def _one(report: Report, tokens: Tokens, words: slice, sentences: I32, doubled: int) -> Fingerprint:
    signed = report.dateline.agency if report.dateline else None
    agency = report.agency or signed
    lines = [block.span.of(report.text) for block in report.blocks if block.role == "credit"]
    named = (agency, *report.byline, *lines)
    return Fingerprint(
        report=report.id,
        outlet=report.outlet or signed,
        url=report.url,
        headline=report.headline,
        published=report.published.value if report.published else None,
        credits=tuple(dict.fromkeys(name for name in named if name)),
        agency=agency,
        damage=doubled + sum(note.code == "broken-sentence" for note in report.notes),
        stems=tokens.stems[words],
        kinds=tokens.kinds[words],
        sentences=sentences,
    )


def _doubled(tokens: Tokens) -> NDArray[np.bool_]:
    """The second of two equal words ("the breeze. breeze."), also with one between ("high as high")."""
    words, content, goes_on = tokens.words, (tokens.kinds & FUNCTION) == 0, (tokens.kinds & PARAGRAPH) == 0
    found = np.zeros(len(tokens), np.bool_)
    found[1:] = (words[1:] == words[:-1]) & content[1:] & goes_on[1:]
    found[2:] |= (words[2:] == words[:-2]) & content[2:] & ~content[1:-1] & goes_on[2:] & goes_on[1:-1]
    return found


def _with_marks(codes: U32, sentences: I32) -> None:
    """Move the bounds of sentences, given by their first and last words, to take in the marks at either end.

    ``codes`` are the characters; no mark stands at their end.
    """
    begin, end = sentences.T
    before, behind = _edge_marks()
    rows = np.flatnonzero(begin)
    while len(rows := rows[before.take(codes[begin[rows] - 1], mode="clip")]):
        begin[rows] -= 1
        rows = rows[begin[rows] > 0]
    rows = np.arange(len(end))
    while len(rows := rows[behind.take(codes[end[rows]], mode="clip")]):
        end[rows] += 1


@cache
def _edge_marks() -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """By character, the last one for all beyond: it may stand before or behind a sentence's words."""
    tables = np.zeros((2, 0x2100), np.bool_)
    for table, marks in zip(tables, (_BEFORE, _BEHIND), strict=True):
        table[[ord(mark) for mark in marks]] = True
    return tables[0], tables[1]


def to_bytes(print_: Fingerprint) -> bytes:
    """The stored form: a length, a MessagePack header, then the three arrays, little-endian."""
    header = msgspec.msgpack.encode(
        _Header(
            VERSION,
            print_.report,
            print_.outlet,
            print_.url,
            print_.headline,
            print_.published,
            print_.credits,
            print_.agency,
            print_.damage,
            len(print_.stems),
            len(print_.sentences),
        )
    )
    arrays = (print_.stems.astype("<u4"), print_.sentences.astype("<i4"), print_.kinds)
    return len(header).to_bytes(4, "little") + header + b"".join(array.tobytes() for array in arrays)


def from_bytes(data: bytes) -> Fingerprint:
    """Inverse of :func:`to_bytes`.

    Raises:
        ValueError: not a fingerprint, or one of another version: make it again from the report.
    """
    at = 4 + int.from_bytes(data[:4], "little")
    try:
        head = msgspec.msgpack.decode(data[4:at], type=_Header)
    except msgspec.DecodeError as error:
        raise ValueError("these bytes are no fingerprint") from error
    if head.version != VERSION or len(data) != at + 5 * head.words + 8 * head.sentences:
        raise ValueError(f"a fingerprint of version {head.version}, damaged or not of version {VERSION}")
    stems = np.frombuffer(data, "<u4", head.words, at)
    sentences = np.frombuffer(data, "<i4", 2 * head.sentences, at + 4 * head.words).reshape(-1, 2)
    kinds = np.frombuffer(data, np.uint8, head.words, at + 4 * head.words + 8 * head.sentences)
    return Fingerprint(
        head.report,
        head.outlet,
        head.url,
        head.headline,
        head.published,
        head.credits,
        head.agency,
        head.damage,
        stems,
        kinds,
        sentences,
    )
