"""Patterns that are compiled only when a text first has one of the words without which they cannot match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.patterns import compiled


class Gated:
    """A regular expression with the words of which a text must have one; compiling waits for the first such text.

    ``needs`` are small-letter stretches, looked for in the text in small letters: a substring search costs a fraction
    of a pattern's, and a report without votes never pays for the patterns of votes.
    """

    __slots__ = ("_compiled", "_needs")

    def __init__(self, pattern: str, needs: tuple[str, ...], flags: re.RegexFlag = re.NOFLAG) -> None:
        self._needs, self._compiled = needs, compiled(pattern, flags)

    def finditer(self, text: str, begin: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """As of a compiled pattern."""
        return self._compiled.finditer(text, begin, len(text) if end is None else end) if self._fits(text) else iter(())

    def search(self, text: str, begin: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As of a compiled pattern."""
        return self._compiled.search(text, begin, len(text) if end is None else end) if self._fits(text) else None

    def _fits(self, text: str) -> bool:
        small = _small(text)
        return any(need in small for need in self._needs)


@lru_cache(maxsize=256)  # a report's sentences: each is shown to some forty patterns
def _small(text: str) -> str:
    return text.lower()
