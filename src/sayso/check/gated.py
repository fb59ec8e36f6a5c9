"""Patterns that are compiled only when a text first has one of the words without which they cannot match."""

from __future__ import annotations

import re
from collections.abc import Iterator


class Gated:
    """A regular expression with the words of which a text must have one; compiling waits for the first such text.

    ``needs`` are small-letter stretches, looked for in the text in small letters: a substring search costs a fraction
    of a pattern's, and a report without votes never pays for the patterns of votes.
    """

    __slots__ = ("_compiled", "_flags", "_needs", "_pattern")

    def __init__(self, pattern: str, needs: tuple[str, ...], flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern, self._needs, self._flags = pattern, needs, flags
        self._compiled: re.Pattern[str] | None = None

    def finditer(self, text: str, begin: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """As of a compiled pattern."""
        compiled = self._for(text)
        return compiled.finditer(text, begin, len(text) if end is None else end) if compiled else iter(())

    def search(self, text: str, begin: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As of a compiled pattern."""
        compiled = self._for(text)
        return compiled.search(text, begin, len(text) if end is None else end) if compiled else None

    def _for(self, text: str) -> re.Pattern[str] | None:
        small = text.lower()
        if not any(need in small for need in self._needs):
            return None
        if self._compiled is None:
            self._compiled = re.compile(self._pattern, self._flags)
        return self._compiled
