"""One term told with two lengths: "21 days' notice" and, further down, "the 28-day notice"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, value_of
from sayso.patterns import compiled
from sayso.types import Span

#: Terms that a report mostly has one of. Sentences, contracts and journeys are of many people.
_WHAT = (
    r"(?P<what>notice|ultimatum|ceasefire|cease-fire|truce|moratorium|curfew|deadline|quarantine|mandate|recess|siege|"
    r"walkout|blockade|consultation|cooling-off|waiting period|review|inquiry|summit|festival|"
    r"warranty|guarantee|transition|grace period|lockdown|pause|freeze|filibuster|standoff|expedition)"
)
_TERM = compiled(
    rf"(?<![\w.,$£€-])(?P<n>{NUMERAL}|a)(?:-| )(?P<unit>second|minute|hour|day|week|month|"
    rf"year)s?[’']?,? (?:[a-z-]+ )?{_WHAT}\b",
    re.IGNORECASE,
)
_LONG = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629800, "year": 31557600}
_ANOTHER = compiled(
    r"\b(?:another|second|previous\w*|earlier|last|former\w*|originally|initial\w*|extend\w*|extension|first|new|"
    r"additional|further|instead|rather|propos\w+|want\w*|ask\w*|sought|each|every|longest|up to|similar|"
    r"(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def told_longer(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The later place, the earlier one and what was looked for."""
    seen: dict[str, list[tuple[float, str, Span]]] = {}
    for span, words in told(context):
        for match in _TERM.finditer(words):
            before, after = words[max(0, match.start() - 40) : match.start()], words[match.end() :][:30]
            if _ANOTHER.search(before) or _ANOTHER.search(after) or re.search(r"\b(?:or|to) $", before):
                continue
            number = 1.0 if match["n"].lower() == "a" else value_of(match["n"])
            length = number * _LONG[match["unit"].lower()]
            seen.setdefault(match["what"].lower(), []).append((length, match.group(), part(span, *match.span())))
    for what, found in seen.items():
        lengths = {length for length, *_ in found}
        if len(lengths) == 2 and 1.08 * min(lengths) < max(lengths) < 10 * min(lengths):
            first = found[0]
            other = next(each for each in found if each[0] != first[0])
            if not re.search(rf"\b(?:two|three|another|both|second|new) {what}s?\b", context.story):
                yield other[2], first[2], f"one length of the {what}; found {first[1]!r} and {other[1]!r}"
