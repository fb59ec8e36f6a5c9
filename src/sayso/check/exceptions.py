"""Findings that a person has said are right as they stand.

Two ways: the configuration's table of exact words, and a comment in the text, ``<!-- sayso: ok ANON102 FORM501 -->``,
which holds for the paragraph that it stands in, or, alone in a paragraph, for the paragraph before it. ``ok`` without
a code excepts every rule there. Comments are blanked byte for byte before reading, so that every offset is still one
of the file as it lies on disk. In files that are no plain text a comment holds for the whole report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.check.config import Config
from sayso.check.context import Context
from sayso.check.model import Finding

_COMMENT = re.compile(rb"<!--\s*sayso:\s*ok\b([A-Z0-9,\s]*)-->")
_MARKUP = re.compile(rb"^\s*(?:<!doctype|<html|<\?xml|\{|\[)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Allowance:
    """``begin`` and ``end`` are code points of the report's text; ``codes`` are beginnings of codes, none for all."""

    begin: int
    end: int
    codes: tuple[str, ...]

    def holds_for(self, finding: Finding) -> bool:
        overlaps = finding.span.begin < self.end and self.begin < max(finding.span.end, finding.span.begin + 1)
        return overlaps and covers(self.codes, finding.code)


Exceptions = tuple[Allowance, ...]


def comments_in(data: bytes) -> tuple[bytes, Exceptions]:
    """``data`` with its comments blanked, and what they except."""
    whole = _MARKUP.match(data) is not None
    found = []
    for match in _COMMENT.finditer(data):
        codes = tuple(re.split(r"[,\s]+", match[1].decode().strip())) if match[1].strip() else ()
        begin, end = (0, len(data)) if whole else _paragraph(data, match)
        found.append(Allowance(_points(data[:begin]), _points(data[:end]), codes))
    blanked = _COMMENT.sub(lambda match: re.sub(rb"[^\r\n]", b" ", match[0]), data)
    return blanked, tuple(found)


def _points(data: bytes) -> int:
    """Length in code points, line ends counted once, as in a report's text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")  # of the single-byte encodings it matters only that a byte is a character
    return len(text.replace("\r\n", "\n"))


def _paragraph(data: bytes, match: re.Match[bytes]) -> tuple[int, int]:
    breaks = [found.span() for found in re.finditer(rb"\r?\n[ \t]*(?:\r?\n[ \t]*)+", data)]
    begin = max((end for _, end in breaks if end <= match.start()), default=0)
    end = min((start for start, _ in breaks if start >= match.end()), default=len(data))
    if not _COMMENT.sub(b"", data[begin:end]).strip():
        begin = max((stop for _, stop in breaks if stop < begin), default=0)
    return begin, end


def excepted(finding: Finding, context: Context, config: Config) -> bool:
    """Whether the configuration's table holds words at the finding's place, for its code."""
    if not config.exceptions:
        return False
    around = context.enclosing(finding.span).of(context.text)
    return any(
        words in around and (finding.words in words or words in finding.words) and covers(codes, finding.code)
        for words, codes in config.exceptions.items()
    )


def covers(codes: tuple[str, ...], code: str) -> bool:
    """Whether ``code`` begins with one of ``codes``, or there are none."""
    return not codes or any(code.startswith(prefix) for prefix in codes)
