"""Patterns compiled when they are first used: compiling a thousand is most of what loading the rules takes."""

from __future__ import annotations

import re
from typing import Any, cast


class _Pattern:
    """Stands for a pattern and hands on what is asked of it, which is kept, so that only the first use costs more."""

    def __init__(self, words: str, flags: int) -> None:
        self._given = words, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = getattr(re.compile(*self._given), name)
        self.__dict__[name] = made
        return made


def compiled(words: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``; a fault in the pattern shows only when it is used."""
    return cast("re.Pattern[str]", _Pattern(words, int(flags)))
