"""Where sentences and paragraphs begin and end, looked up by offset."""

from __future__ import annotations

from bisect import bisect_right
from sys import maxsize

from sayso.patterns import kept
from sayso.sentences import sentences
from sayso.types import Span

_BLANK = kept(r"\n\s*\n")


class Sentences:
    """The sentences of a text; paragraphs (blank lines) always end one."""

    def __init__(self, text: str) -> None:
        edges = [0, *(edge for match in _BLANK.finditer(text) for edge in match.span()), len(text)]
        self._sentences: list[Span] = []
        self._paragraphs: list[int] = []
        for number, (begin, end) in enumerate(zip(edges[::2], edges[1::2], strict=True)):
            found = sentences(text, Span(begin, end))
            self._sentences += found
            self._paragraphs += [number] * len(found)

    def around(self, begin: int, end: int) -> Span:
        """From the beginning of the sentence that holds ``begin`` to the end of that which holds ``end``."""
        if not self._sentences:
            return Span(begin, end)
        return Span(self._sentences[self._at(begin)].begin, self._sentences[self._at(max(begin, end - 1))].end)

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph, from 0."""
        return self._paragraphs[self._at(offset)] if self._paragraphs else 0

    def _at(self, offset: int) -> int:
        return max(0, bisect_right(self._sentences, (offset, maxsize)) - 1)
