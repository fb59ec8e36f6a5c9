"""One event in two weeks: "has set a vote for this week", and further down "the vote next week"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.days.eventwords import EVENTS
from sayso.patterns import compiled
from sayso.types import Span

_NOUN = rf"(?P<noun>{'|'.join(sorted(EVENTS))})"
_WEEK = r"(?P<week>(?:this|next) week)"
_WITHIN = r"(?:(?!after|before|since|until|week|day|when|who|which|that|but|and)[\w’'-]+ ){0,5}?"
_TOLD = compiled(
    rf"\b(?P<det>[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]his) (?:[\w’-]+ ){{0,2}}{_NOUN} {_WITHIN}{_WEEK}\b"
    rf"|\b(?P<week2>(?:[Tt]his|[Nn]ext) week)[’']s (?:[\w’-]+ ){{0,2}}"
    rf"(?P<noun2>{'|'.join(sorted(EVENTS))})\b"
)
_ANOTHER = compiled(
    r"\b(?:another|second|third|first|previous|earlier|separate|new|similar|other|two|three|both|postponed|delayed|moved|"
    r"rescheduled|pushed|possibly|or)\b"
)


def in_another_week(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The later place, the earlier one, and what was looked for; events of which the report has a plural are left."""
    seen: dict[str, list[tuple[str, Span, bool]]] = defaultdict(list)
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        for match in _TOLD.finditer(words):
            if context.quoted(sentence.span.begin + match.start()) or _ANOTHER.search(words):
                continue
            new = (match["det"] or "").lower() in ("a", "an")
            week = (match["week"] or match["week2"]).lower()
            seen[match["noun"] or match["noun2"]].append((week, part(sentence.span, *match.span()), new))
    for noun, told in seen.items():
        first, other = told[0], next((each for each in told if each[0] != told[0][0]), None)
        if other is None or other[2] or re.search(rf"\b{noun}s\b", context.story):
            continue
        yield other[1], first[1], f"one week for the {noun}; found {first[0]!r} and {other[0]!r}"
        return
