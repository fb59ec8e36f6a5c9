"""Words that a person typed or copied, found again in a report: white space may differ, nothing else."""

from __future__ import annotations

import re

from sayso.errors import SettingsError
from sayso.types import Span

#: Between the pieces of what a cue interrupts.
APART = " … "
_MOST = 1000


def spans_of(words: str, text: str, around: int) -> list[Span]:
    """The places of pieces that are joined by " … "; as one piece where they stand so in the text.

    Raises:
        SettingsError: words that the text does not have.
    """
    if APART in words and _places(words, text):
        return [near(words, text, around)]
    return [near(piece, text, around) for piece in words.split(APART.strip()) if piece.strip()]


def near(words: str, text: str, around: int) -> Span:
    """Where these words stand, nearest to ``around``. Raises SettingsError where they do not."""
    found = _places(words, text)
    if not found:
        raise SettingsError(f"“{words[:80]}”", "are no words of this report", "Copy them from the text as they stand")
    return min(found, key=lambda span: abs(span.begin - around))


def _places(words: str, text: str) -> list[Span]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    out: list[Span] = []
    for match in re.finditer(pattern, text):
        out.append(Span(match.start(), match.end()))
        if len(out) == _MOST:
            break
    return out
