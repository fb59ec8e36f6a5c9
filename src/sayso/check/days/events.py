"""One event on two weekdays: "the match on Saturday", and further down "Sunday's match"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.days.calendar import WEEKDAY
from sayso.patterns import compiled
from sayso.types import Span

_DAY = rf"(?P<day>{WEEKDAY})"
#: Events of which a report mostly has one; a hearing, a meeting or a strike may go on for days.
_EVENT = (
    r"(?P<what>match|game|final|semi-final|vote|ballot|election|referendum|crash|collision|derailment|explosion|blast|"
    r"earthquake|quake|landslide|avalanche|assassination|shooting|robbery|ceremony|funeral|wedding|concert|parade|"
    r"launch|landing|race|fire|blaze|accident|stabbing|kidnapping|eruption|verdict|inauguration|derby|raid|debate)"
)
_OF_A_DAY = compiled(rf"\b{_DAY}[’']s (?:[a-z-]+ )?{_EVENT}\b(?! (?:of|on)\b)")
_ON_A_DAY = compiled(
    rf"\b[Tt]he (?:[a-z-]+ )?{_EVENT}(?: (?:against|in|at|between|with) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)?"
    rf"(?: (?:is|was|will be|takes place|took place|will take place|broke out|happened|occurred|set for|due|held|"
    rf"scheduled|is due|was held|will be held|is set for|is scheduled for))? (?:early |late )?(?:on )?{_DAY}\b"
)
#: "plays Lorn on Saturday" beside "Sunday's match against Lorn".
_PLAYS = compiled(
    rf"\b(?:plays?|meets?|faces?|hosts?|takes? on|will play|will meet|will face|will host) (?:away to |at home to )?"
    rf"(?P<who>[A-Z][\w’-]+)(?: [A-Z][\w-]+)?(?: (?:at|in|away) [^.;,]{{2,30}}?)? on {_DAY}\b"
)
_AGAINST = compiled(
    rf"\b{_DAY}[’']s (?:[a-z-]+ )?(?:match|game|final|semi-final|derby) (?:against|with|at|versus) "
    r"(?P<who>[A-Z][\w’-]+)"
)
#: Where the report may tell of two.
_ANOTHER = compiled(
    r"\b(?:another|second|third|first|next|previous|earlier|last|later|postponed|moved|rescheduled|delayed|brought "
    r"forward|replay|two|three|both|originally|again|also|follow\w*|since|rearranged)\b",
    re.IGNORECASE,
)


def on_two_days(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The later place, the earlier one, and what was looked for; events of which the report has a plural are left."""
    seen: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        if context.quoted(sentence.span.begin) or _ANOTHER.search(words):
            continue
        for pattern in (_OF_A_DAY, _ON_A_DAY):
            for match in pattern.finditer(words):
                seen[match["what"]].append((match["day"], part(sentence.span, *match.span())))
        for pattern in (_PLAYS, _AGAINST):
            for match in pattern.finditer(words):
                place = part(sentence.span, *match.span())
                seen[f"match against {match['who']}"].append((match["day"], place))
    for what, told in seen.items():
        told.sort(key=lambda each: each[1])
        days = list(dict.fromkeys(day for day, _ in told))
        if len(days) != 2 or re.search(rf"\b{what}(?:e?s)\b|\b(?:two|three|other) {what}", context.story):
            continue
        first = told[0]
        other = next(each for each in told if each[0] != first[0])
        yield other[1], first[1], f"one weekday for the {what}; found {first[0]} and {other[0]}"
