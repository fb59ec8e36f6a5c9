"""The genre of a report by plain evidence: its address, its kicker, its disclaimers, the shape of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.patterns import kept
from sayso.report.phrases import compile_phrases
from sayso.types import Block


def _rules(**phrases: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, compile_phrases("", text)) for name, text in phrases.items())


_ADDRESS = _rules(
    opinion=r".{0,200}/(?:opinions?|commentisfree|op-?eds?|editorials?|columnists?|commentary|blogs?)(?:/|-|\Z)",
    live=r"""
    .{0,300}/live(?:-|/|\Z)
    .{0,300}live-?(?:updates|blog)
    """,
    transcript=r".{0,300}(?:/transcripts?/|-transcript\b)",
    release=r"""
    .{0,300}/(?:press|news)-?releases?/
    .{0,60}(?:prnewswire|businesswire|globenewswire)\.com
    """,
)
_HEADLINE = _rules(
    opinion=r"(?:opinions?|op-?ed|editorial|commentary|column|letters? to the editor)\s*(?:[:|/—–-]|\Z)",
    live=r"""
    (?:.{0,200}\s)?live\s*[:|—–]
    .{0,200}\b(?:live updates|live blog|live coverage|as it happened)
    """,
    transcript=r"""
    (?:full |rush |read the )?transcript\s*[:|—–-]
    .{0,200}\bfull transcript
    """,
)
_DISCLAIMER = _rules(
    transcript=r"""
    this is a rush transcript
    .{0,60}\btranscripts? (?:is|are) (?:provided|created)
    """,
    release=r"""
    for immediate release
    .{0,80}(?:/PR ?Newswire/|\((?:business wire|globe ?newswire)\))
    (?:media|press) contacts?\s*:
    """,
    opinion=r"""
    (?:analysis/opinion|opinion|commentary|editorial)\s*:?\s*\Z
    the (?:views|opinions) expressed\b.{0,80}\b(?:columnists?|authors?|writers?|commentary)
    """,
)
_SPEAKER = kept(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{1,24}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]{1,24}){0,4}(?: ?\([^)]{1,40}\))?: ")


def genre(text: str, blocks: Sequence[Block], *, url: str | None, headline: str | None) -> tuple[str, str]:
    """One of news, opinion, live, transcript, release, other, and the rule that decided it."""
    for name, pattern in _HEADLINE:
        if headline and pattern.match(headline):
            return name, "headline"
    for block in blocks:
        words = block.span.of(text) if block.span.end - block.span.begin < 400 else ""
        for name, pattern in _DISCLAIMER:
            if pattern.match(words):
                return name, "disclaimer"
    for name, pattern in _ADDRESS:
        if url and pattern.match(url):
            return name, "url"
    paragraphs = [block.span for block in blocks if block.role == "paragraph"]
    spoken = sum(_SPEAKER.match(text, *span) is not None for span in paragraphs)
    if spoken >= 5 and spoken >= 0.4 * len(paragraphs):
        return "transcript", "speaker labels"
    if not any(text.find(stop, *span) >= 0 for span in paragraphs for stop in ".!?。؟।"):
        return "other", "no sentence"
    return "news", "default"
