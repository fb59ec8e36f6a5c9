"""Exact words shown in quotation marks: no mark without its partner, none doubled."""

from __future__ import annotations

_OPEN, _CLOSE, _STRAIGHT = "“„«", "”»", '"'


def balanced(words: str) -> str:
    """The words without a mark at either end whose partner lies outside them. Where it stands within, the partner is
    put at the end that lacks it."""
    words = words.strip()
    before, after = _alone(words)
    if after is not None and after + 1 < len(words.rstrip(".,;:!?")):
        words = "“" + words
    elif after is not None:
        words = words[:after] + words[after + 1 :]
    if before is not None and (after is None or before < after):
        words = words[1:] if before == 0 else words + "”"
    return words


def quoted(words: str) -> str:
    """The words in one pair of marks; words of several speeches, or a speech and who made it, as they are."""
    made = balanced(words)
    if made[:1] in _OPEN + _STRAIGHT and any(mark in made[1:] for mark in _CLOSE + _STRAIGHT):
        return made
    return f"“{made}”"


def shortened(words: str, most: int) -> str:
    """The words as far as whole ones fit into ``most`` characters, with a sign where some are left out."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


def _alone(words: str) -> tuple[int | None, int | None]:
    """The last mark that opens and is not closed; the first that closes and was not opened."""
    opened = closed = None
    for at, mark in enumerate(words):
        if mark in _OPEN:
            opened = at if opened is None else opened  # a further paragraph of one speech opens anew
        elif mark in _CLOSE or (mark == _STRAIGHT and (opened is not None or _ends(words, at))):
            if opened is None and closed is None:
                closed = at
            opened = None
        elif mark == _STRAIGHT and not (at and words[at - 1].isdigit()):  # no inches
            opened = at
    return opened, closed


def _ends(words: str, at: int) -> bool:
    """A straight mark that stands behind a word, or behind its comma, and before none."""
    return at > 0 and not (words[at - 1].isspace() or words[at - 1].isdigit()) and not words[at + 1 : at + 2].isalnum()
