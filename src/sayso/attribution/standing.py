"""What this report itself says of each statement: denied, disputed, unverified, confirmed and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.attribution.acts import Act
from sayso.attribution.cues import any_of, table
from sayso.attribution.links import Link, topics
from sayso.attribution.passages import Passages
from sayso.attribution.views import View, words
from sayso.types import Report, Span, Standing

_STATUS = {"deny": "denied", "confirm": "confirmed", "no-comment": "declined", "cannot-verify": "unverified"}
#: Least share of a statement's words that a correction must repeat.
_REPEATED = 0.5


@lru_cache(maxsize=4)
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    raw = table(language)["standing"]
    return tuple(
        (status, any_of([rf"\b{p}\b" for p in raw[status]], re.IGNORECASE)) for status in ("unverified", "disputed")
    )


def standings(
    report: Report,
    items: Sequence[View],
    acts: Sequence[Act],
    links: Sequence[Link],
    ids: Sequence[str],
    where: Passages,
) -> list[list[Standing]]:
    """For each statement what the others, the reporter and the corrections say of it, answers first.

    The span is the answer's cue (its content where it has none), or the reporter's words.
    """
    out: list[list[Standing]] = [[] for _ in items]
    for i, (item, act, link) in enumerate(zip(items, acts, links, strict=True)):
        status = _STATUS.get(act.act)
        if status and link.about is not None and not act.negated:
            spans = item.attribution.cue or item.attribution.content
            out[link.about].append(Standing(status, ids[i], spans[0]))
    for at, standing in (*_reporter(report, items, acts, where), *_corrections(report, items)):
        if all(standing.status != old.status for old in out[at]):
            out[at].append(standing)
    return out


def _reporter(
    report: Report, items: Sequence[View], acts: Sequence[Act], where: Passages
) -> Iterator[tuple[int, Standing]]:
    """The reporter's own words of doubt: on a statement of their sentence, else on the last one before them."""
    text = report.text.replace("’", "'")  # of one length: offsets hold
    claims = [i for i, act in enumerate(acts) if act.act not in _STATUS]
    keys = table("english")["standing"]["keys"]
    for sentence in where.sentences:
        lower = sentence.of(text).lower()
        if not any(key in lower for key in keys):
            continue
        for status, match in _found(text, sentence):
            span = Span(*match.span())
            if any(piece.overlaps(span) for item in items for piece in item.attribution.content):
                continue
            if any(
                acts[i].act in _STATUS and cue.overlaps(span) for i, x in enumerate(items) for cue in x.attribution.cue
            ):
                continue
            paragraph = where.paragraph(span.begin)
            here = [i for i in claims if items[i].sentence == sentence]
            before = [
                i
                for i in claims
                if items[i].paragraph in (paragraph - 1, paragraph) and items[i].whole.end <= span.begin
            ]
            if here:
                yield min(here, key=lambda i: _away(items[i], span)), Standing(status, None, span)
            elif before:
                yield before[-1], Standing(status, None, span)


def _found(text: str, within: Span) -> Iterator[tuple[str, re.Match[str]]]:
    for status, pattern in _patterns("english"):
        for match in pattern.finditer(text, within.begin, within.end):
            yield status, match


def _away(item: View, span: Span) -> int:
    anchors = item.attribution.cue or item.attribution.content
    return min(max(a.begin - span.end, span.begin - a.end, 0) for a in anchors)


def _corrections(report: Report, items: Sequence[View]) -> Iterator[tuple[int, Standing]]:
    """A correction notice on the statement whose words it repeats most, where it repeats enough of them."""
    notices = [block.span for block in report.blocks if block.role == "correction"]
    if not notices or not items:
        return
    about = topics(items)
    for span in notices:
        said = frozenset(words(span.of(report.text)))
        shares = [
            len(said & frozenset(item.plain) & frozenset(w for w in item.plain if len(w) > 3))
            / max(4, len(topic.stems))
            for item, topic in zip(items, about, strict=True)
        ]
        best = max(range(len(items)), key=lambda i: shares[i])
        if shares[best] >= _REPEATED:
            yield best, Standing("corrected", None, span)
