"""Text that is not read as it stands: HTML entities left undecoded, words that a line's end breaks in two.

A pasted text says ``&ldquo;We stay,&rdquo; O&rsquo;Dell said``, one copied from a PDF has ``warn-`` at a line's end
and ``ings`` on the next. ``Report.text`` keeps both so; what reads works on ``“We stay,” O’Dell said`` and
``warnings``, and the spans it gives are set back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from html import unescape
from html.entities import html5
from typing import TypeVar

from sayso.types import Span

T = TypeVar("T")

#: Also encoded twice over (``&amp;ldquo;``), as feeds do; without their semicolon they are as often no entities.
ENTITY = re.compile(r"&(?:amp;)*(?:([A-Za-z][A-Za-z0-9]{1,9})|#\d{2,6}|#[xX][0-9A-Fa-f]{2,6});")

#: A word broken at a line's end; not "pre- and post-war".
BROKEN = re.compile(r"[-\u00ad\u2010](?<=[^\W\d_]{2}.)\n[ \t]*(?!(?:and|or|to)\b)([^\W\d_])(?=[^\W\d_])")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_LETTERS = re.compile(r"[^\W\d_]+")
_REST = re.compile(r"\S+")


def decoded(match: re.Match[str]) -> str | None:
    """The character that an entity stands for; None where no character has that name, or it takes several."""
    if match[1] and f"{match[1]};" not in html5:
        return None
    before, char = "", match.group()
    while char != before:
        before, char = char, unescape(char)
    return char if len(char) == 1 and char != "\r" else None


def _joined(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Broken words made whole in their first line, but those that have their hyphen elsewhere in the text."""
    broken = [match for match in BROKEN.finditer(text) if match[1].islower()]
    hyphenated = set(_HYPHENATED.findall(text)) if broken else set()
    for match in broken:
        begin = match.start()
        while begin and (text[begin - 1].isalpha() or text[begin - 1] == "-"):
            begin -= 1
        rest, word = _REST.search(text, match.start(1)), _LETTERS.search(text, match.start(1))
        if rest is None or word is None or f"{text[begin : match.start()]}-{word[0]}" in hyphenated:
            continue
        yield match.span(), match[1]
        if text[rest.end() : rest.end() + 1] == " ":
            yield (rest.end(), rest.end() + 1), "\n"


@dataclass(frozen=True, slots=True)
class AsRead:
    """A text as it is read. ``ends`` are where what was replaced ends in it and ``longer`` by how much the text as
    given is ahead from there on."""

    text: str
    ends: tuple[int, ...]
    longer: tuple[int, ...]

    def as_given(self, span: Span) -> Span:
        """Where words of :attr:`text` stand in the text as given."""
        return Span(self._as_given(span.begin), self._as_given(span.end))

    def read(self, span: Span) -> Span:
        """Where words of the text as given stand in :attr:`text`."""
        return Span(self._read(span.begin), self._read(span.end))

    def _as_given(self, at: int) -> int:
        before = bisect_right(self.ends, at)
        return at + (self.longer[before - 1] if before else 0)

    def _read(self, at: int) -> int:
        before = bisect_right(range(len(self.ends)), at, key=lambda n: self.ends[n] + self.longer[n])
        place = at - (self.longer[before - 1] if before else 0)
        return min(place, self.ends[before] - 1) if before < len(self.ends) else place


def as_read(text: str) -> AsRead | None:
    """None where it is read as it stands, as nearly every report is."""
    entities = ENTITY.finditer(text) if "&" in text else ()
    marks = [(match.span(), char) for match in entities if (char := decoded(match)) is not None]
    marks += _joined(text)
    parts: list[str] = []
    ends: list[int] = []
    longer: list[int] = []
    at = 0
    for (begin, end), char in sorted(marks):
        parts += (text[at:begin], char)
        at = end
        longer.append((longer[-1] if longer else 0) + end - begin - 1)
        ends.append(at - longer[-1])
    return AsRead("".join([*parts, text[at:]]), tuple(ends), tuple(longer)) if ends else None


def moved(value: T, to: AsRead, *, back: bool) -> T:
    """A value of :mod:`sayso.types` with every span in it moved to the text as read, or ``back`` to the one given."""
    if isinstance(value, Span):
        return to.as_given(value) if back else to.read(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(moved(each, to, back=back) for each in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: moved(getattr(value, each.name), to, back=back) for each in fields(value)})
    return value
