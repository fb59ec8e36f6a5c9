"""Text in which HTML entities were left as they were: read as if decoded, every offset told in the text as given.

A pasted text says ``&ldquo;We stay,&rdquo; O&rsquo;Dell said``. ``Report.text`` keeps it so; what reads works on
``“We stay,” O’Dell said``, and the spans it gives are set back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, fields, is_dataclass, replace
from html import unescape
from html.entities import html5
from typing import TypeVar

from sayso.types import Span

T = TypeVar("T")

#: Also encoded twice over (``&amp;ldquo;``), as feeds do; without their semicolon they are as often no entities.
ENTITY = re.compile(r"&(?:amp;)*(?:([A-Za-z][A-Za-z0-9]{1,9})|#\d{2,6}|#[xX][0-9A-Fa-f]{2,6});")


def decoded(match: re.Match[str]) -> str | None:
    """The character that an entity stands for; None where no character has that name, or it takes several."""
    if match[1] and f"{match[1]};" not in html5:
        return None
    before, char = "", match.group()
    while char != before:
        before, char = char, unescape(char)
    return char if len(char) == 1 and char != "\r" else None


@dataclass(frozen=True, slots=True)
class Unescaped:
    """A text with its entities decoded. ``ends`` are where each stands in it (end exclusive) and ``longer`` by how
    much the text as given is ahead from there on."""

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


def unescaped(text: str) -> Unescaped | None:
    """None where there is nothing to decode, as in nearly every report."""
    if "&" not in text:
        return None
    parts: list[str] = []
    ends: list[int] = []
    longer: list[int] = []
    at = 0
    for match in ENTITY.finditer(text):
        char = decoded(match)
        if char is None:
            continue
        parts += (text[at : match.start()], char)
        at = match.end()
        longer.append((longer[-1] if longer else 0) + len(match.group()) - 1)
        ends.append(at - longer[-1])
    return Unescaped("".join([*parts, text[at:]]), tuple(ends), tuple(longer)) if ends else None


def moved(value: T, to: Unescaped, *, back: bool) -> T:
    """A value of :mod:`sayso.types` with every span in it moved to the decoded text, or ``back`` to the one given."""
    if isinstance(value, Span):
        return to.as_given(value) if back else to.read(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(moved(each, to, back=back) for each in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: moved(getattr(value, each.name), to, back=back) for each in fields(value)})
    return value
