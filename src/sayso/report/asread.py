"""Text that is not read as it stands: HTML entities left undecoded, words that a line's end breaks in two, cards that
a page shows over a name.

A pasted text says ``&ldquo;We stay,&rdquo; O&rsquo;Dell said``, one copied from a PDF has ``warn-`` at a line's end
and ``ings`` on the next; a page taken over with its cards goes on after a name with the name in full, the headlines of
other reports and ``MORE``. ``Report.text`` keeps all of it so; what reads works on ``“We stay,” O’Dell said``,
``warnings`` and the sentence without the card, and the spans it gives are set back. The lines of a paragraph, as
telexes and mails break it, are read as one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from html import unescape
from html.entities import html5
from typing import TypeVar

from sayso.patterns import kept
from sayso.types import Report, Span

T = TypeVar("T")

#: Also encoded twice over (``&amp;ldquo;``), as feeds do; without their semicolon they are as often no entities.
ENTITY = kept(r"&(?:amp;)*(?:([A-Za-z][A-Za-z0-9]{1,9})|#\d{2,6}|#[xX][0-9A-Fa-f]{2,6});")

#: A word broken at a line's end; not "pre- and post-war".
BROKEN = kept(r"[-\u00ad\u2010](?<=[^\W\d_]{2}.)\n[ \t]*(?!(?:and|or|to)\b)([^\W\d_])(?=[^\W\d_])")
#: A card after a name: "Ann Oster | Ann Marie Oster|Old bridge shuts Mayor to resign MORE | said".
_CARD = kept(
    r"""\b(?P<last>[A-Z][\w’'-]*[a-z])\s(?P<full>(?:[(“"]?[A-Z][\w.’'-]*[)”"]?\s){1,6}?(?P=last)
        (?:,?\s(?:Jr\.?|Sr\.?|III?|IV))?)(?P<rest>(?=[A-Z0-9])[^\n]{8,700}?\sMORE\b)""",
    re.VERBOSE,
)
_NAME = kept(r"[\w.’'-]*[\w.]")
_HYPHENATED = kept(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_LETTERS = kept(r"[^\W\d_]+")
_REST = kept(r"\S+")


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


def _cards(text: str) -> Iterator[re.Match[str]]:
    return _CARD.finditer(text) if " MORE" in text else iter(())


def cards(text: str) -> Iterator[Span]:
    """The headlines of cards behind names."""
    return (Span(*match.span("rest")) for match in _cards(text))


def _without_cards(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Of a name and its card the name in full is kept; what goes takes the character before or behind it along."""
    for match in _cards(text):
        full, end = match.start("full"), match.end()
        names = set(_NAME.findall(match["full"]))
        begin = match.start("last")
        while (before := text.rfind(" ", 0, begin - 1) + 1) < begin and text[before : begin - 1] in names:
            begin = before
        yield ((begin - 1, full), text[begin - 1]) if begin else ((0, full + 1), text[full])
        yield (match.start("rest"), min(end + 1, len(text))), text[end : end + 1] or "\n"


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
    marks = list(_without_cards(text))
    shown = [Span(*span) for span, _ in marks]
    entities = ENTITY.finditer(text) if "&" in text else ()
    within = [(match.span(), char) for match in entities if (char := decoded(match)) is not None]
    within += _joined(text)
    marks += [mark for mark in within if not any(card.overlaps(Span(*mark[0])) for card in shown)]
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


def flowing(report: Report) -> Report:
    """The report with a space for each line's end within a block: every place stays where it is."""
    text, at = report.text, 0
    parts: list[str] = []
    for block in report.blocks:
        if "\n" in block.span.of(text):
            parts += (text[at : block.span.begin], block.span.of(text).replace("\n", " "))
            at = block.span.end
    return replace(report, text="".join([*parts, text[at:]])) if parts else report


def moved(value: T, to: AsRead, *, back: bool) -> T:
    """A value of :mod:`sayso.types` with every span in it moved to the text as read, or ``back`` to the one given."""
    if isinstance(value, Span):
        return to.as_given(value) if back else to.read(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(moved(each, to, back=back) for each in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: moved(getattr(value, each.name), to, back=back) for each in fields(value)})
    return value
