"""Two parties who say it of each other: "Arla and Brom accused each other of firing first" is a statement of each.

Two who say the same thing together are one source ("Arla and Brom said"); these say opposite things in one breath.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.passages import Passages
from sayso.patterns import kept
from sayso.tagger.spans import Attribution
from sayso.types import Span

_MUTUAL = kept(
    r"\b(?:(?:accus|blam|denounc|condemn|fault|critici[sz])(?:ed|es|e|ing)\s+(?:each(?:\s+other|\s+of)?|one\s+another|the\s+other)\b"
    r"|(?:trad|exchang|swapp)(?:ed|es|e|ing)\s+(?:\w+\s+){0,2}?(?:accusations?|blame|charges|recriminations)\b)",
    re.IGNORECASE,
)
_BETWEEN = kept(r",\s+(?:and\s+)?|\s+and\s+")
#: What names a party by itself: a capital, or a noun with its article.
_PARTY = kept(r"(?:the|a|an|its|his|her|their)\s+\S|[^\W\d_a-z]")


def mutual(text: str, found: Sequence[Attribution], where: Passages) -> list[Attribution]:
    """``found`` with such statements made into one for each party."""
    return [each for a in found for each in _each(text, a, where)]


def _each(text: str, a: Attribution, where: Passages) -> Iterator[Attribution]:
    if a.source is None:
        return iter([a])
    parties = _parties(text, a.source)
    end = min(where.sentence(a.source.begin).end, a.content[-1].end)
    if len(parties) < 2 or not _MUTUAL.search(text, a.source.end, end):
        return iter([a])
    return (replace(a, source=party) for party in parties)


def _parties(text: str, source: Span) -> list[Span]:
    """The parts of an enumeration; none where one of them names no party by itself."""
    marks = list(_BETWEEN.finditer(text, *source))
    begins, ends = [source.begin, *(m.end() for m in marks)], [*(m.start() for m in marks), source.end]
    parts = [Span(begin, end) for begin, end in zip(begins, ends, strict=True)]
    return parts if all(_PARTY.match(text, *part) for part in parts) else []
