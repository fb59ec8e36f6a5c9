"""What a claim is called: the words of its first assertion, without the cue among them, quotation marks in pairs."""

from __future__ import annotations

from sayso.trace.claims.assertions import Assertion

_LONGEST = 200
_TRAILING = " \t\n,;:–—-"
_CLOSES = {"“": "”", "«": "»"}


def gist(first: Assertion) -> str:
    """One line of at most 200 characters."""
    text, (begin, end) = first.page.text, first.span
    pieces = [
        text[max(begin, span.begin) : min(end, span.end)]
        for span in first.statement.content
        if span.begin < end and begin < span.end
    ]
    words = " ".join(" … ".join(piece.strip(_TRAILING) for piece in pieces or [first.text]).split())
    return _paired(words[:_LONGEST] or first.text).strip(_TRAILING)


def _paired(words: str) -> str:
    """With the mark that the cutting took, or without the one that it left."""
    if words.count('"') % 2:
        return words.strip('"') if '"' in (words[0], words[-1]) else words + '"'
    for opening, closing in _CLOSES.items():
        more = words.count(opening) - words.count(closing)
        if more > 0:
            return words.removeprefix(opening) if words[0] == opening else words + closing
        if more < 0:
            return words.removesuffix(closing) if words[-1] == closing else opening + words
    return words
