"""What a report has at first hand: "told the Star" on the Star's own page."""

from __future__ import annotations

import re

from sayso.trace.direction import name_words, names
from sayso.types import Span

_TOLD = re.compile(
    r"\b(?:told|telling|spoke (?:to|with)|speaking (?:to|with)|(?:seen|obtained|reviewed|consulted) by|interview with)"
    r" (?:the )?(?P<name>[A-Z]\w*(?: (?:of |and |& )?[A-Z]\w*)*)"
)


def is_own(outlet: str | None, name: str) -> bool:
    """Whether a report of this outlet calls itself by this name."""
    if outlet is None:
        return False
    if names(name, outlet) or name_words(name) <= name_words(outlet):
        return True
    plain = frozenset(_words(name))  # "the Post" of the Meridian Post
    return plain == name_words(name) and plain <= frozenset(_words(outlet))


def told_itself(text: str, outlet: str | None, span: Span) -> bool:
    """Whether words in ``span`` say that something was told or shown to this outlet."""
    own = frozenset(_words(outlet or ""))
    return any(frozenset(_words(match["name"])) <= own for match in _TOLD.finditer(text, *span))


def _words(name: str) -> list[str]:
    found: list[str] = re.findall(r"\w+", name.lower())
    return found
