"""How an utterance was made, where its sentence says so: at a news conference, in an interview, in a post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, cast

from sayso.attribution.cues import table
from sayso.attribution.views import View
from sayso.patterns import kept
from sayso.tokens import Sieve, lowered
from sayso.types import Channel, Report, Span

#: Cues that tell no channel, and the spaces and marks beside them: nothing else in the sentence, nothing to search.
_BARE = frozenset({("said",), ("says",), ("added",), ("say",)})
_SPARE = 8

Kind = Literal["news-conference", "interview", "statement", "social-media", "broadcast", "document", "hearing", "other"]


@lru_cache(maxsize=4)
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For a text in lower case."""
    raw = table(language)["channels"]
    return tuple(
        (kind, kept("|".join(rf"\b(?:{p})" for p in forms).replace("[A-Z]", "[a-z]"))) for kind, forms in raw.items()
    )


@lru_cache(maxsize=4)
def _hints(language: str) -> Sieve:
    """Words in lower case at which a form may match."""
    keys = table(language)["channel"]["keys"]
    return Sieve(lambda word: any(key in word for key in keys))


def channels(report: Report, items: Sequence[View], language: str = "english") -> list[Channel | None]:
    """The channel of each statement: what another one of its sentence says names none."""
    beside: dict[Span, list[View]] = {}
    for item in items:
        beside.setdefault(item.sentence, []).append(item)
    return [_channel(report, item, beside[item.sentence], language) for item in items]


def _channel(report: Report, item: View, others: Sequence[View], language: str) -> Channel | None:
    """The channel that the cue or its sentence names outside what was said: the most telling, then the nearest.

    ``others``: the statements with a cue in its sentence.
    """
    if not item.attribution.cue:
        return None
    cue = item.attribution.cue[0]
    best: tuple[bool, int] | None = None
    found: Channel | None = None
    outside = _outside(item, others)
    if item.cue in _BARE and sum(end - begin for begin, end in outside) <= _known(item) + _SPARE:
        return None
    lower = lowered(report.text)
    for begin, end in outside:
        if not _hints(language).of(lower[begin:end].split()):
            continue
        for kind, pattern in _patterns(language):
            for match in pattern.finditer(lower, begin, end):
                span = Span(*match.span())
                away = 0 if span.overlaps(cue) else max(span.begin - cue.end, cue.begin - span.end)
                rank = (kind == "other", away)
                if best is None or rank < best:
                    best, found = rank, Channel(cast(Kind, kind), span)
    return found


def _known(item: View) -> int:
    """Length of the source's mention and the cue where they stand in the sentence."""
    spans = [*item.attribution.cue, *([item.attribution.source] if item.attribution.source else [])]
    return sum(max(0, span.end - span.begin) for span in spans if item.sentence.contains(span))


def _outside(item: View, others: Sequence[View]) -> list[Span]:
    """The parts of the cue's sentence that are not content; what holds the cue itself is around it."""
    sentence, cue = item.sentence, item.attribution.cue[0]
    pieces = [
        piece
        for other in others
        if other.said.begin < sentence.end and other.said.end > sentence.begin
        for piece in other.attribution.content
        if not piece.overlaps(cue)
    ]
    out, at = [], sentence.begin
    for piece in sorted((*item.attribution.content, *pieces)):
        if piece.end > at and piece.begin < sentence.end:
            if piece.begin > at:
                out.append(Span(at, piece.begin))
            at = piece.end
    if at < sentence.end:
        out.append(Span(at, sentence.end))
    return out
