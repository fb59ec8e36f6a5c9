"""The weekday of a report's opening against its dateline and its publication: what was done on a day not yet come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sayso.check.context import Context, part
from sayso.check.days.calendar import ANY_DAY, WEEKDAY, candidates, published_on
from sayso.check.days.pastdays import PAST
from sayso.grounding.dates.english import WEEKDAYS
from sayso.patterns import compiled
from sayso.types import Span

_HOUR = r"(?: (?:morning|afternoon|evening|night|evening’s|at \w+))?"
#: "struck the harbour on Friday", "closed the market Friday".
_DONE_ON = compiled(
    rf"\b(?!(?:would|will|could|called|ordered|set|scheduled|planned|moved|delayed|postponed|agreed|prepared|invited|"
    rf"due|expected|slated|needed|headed)\b)(?:{PAST}) "
    rf"(?:(?!to\b|by\b|until\b|before\b|since\b|next\b|from\b|due\b|for\b|[A-Z]\w+day\b|"
    rf"after\b|if\b|when\b|over\b|ahead\b|would\b|will\b|that\b|last\b|this\b|every\b)[\w’',-]+ ){{0,12}}?"
    rf"(?<!through )(?:(?:early |late )?on |late |early )?(?P<day>{WEEKDAY})\b(?![’']s| (?:last|week|next|will|"
    rf"would|to|could|,? "
    rf"\d|and (?:on )?[A-Z]\w+day|"
    rf"through|[A-Z]))"
)
#: "on Friday vowed", "Friday killed": the day straight before its verb.
_ON_DAY_DID = compiled(
    rf"(?<!\bfor )(?<!\bby )(?<!\buntil )(?<!\bof )(?<!\bnext )(?<!\blast )(?<!\bthis )(?<!\bfrom )(?<!\bsince )"
    rf"(?<!\bscheduled )(?<!\bbefore )(?<!\band )(?<!\bafter )(?<!\bagain )\b(?:(?:early |late )?on "
    rf")?(?P<day>{WEEKDAY}){_HOUR},? "
    rf"(?:[a-z]+ly |also |again )?(?!made\b|put\b|set\b|cut\b|(?:schedul|expect|slat|plann|suppos|need|"
    rf"us)ed\b)(?:{PAST})\b(?! by\b)"
)
#: "leaning into the fight on Friday by scolding": done, whatever the tense of the rest.
_BY_DOING = compiled(
    rf"\b(?:(?!(?:planning|preparing|scheduling)\b)[a-z]{{3,}}ing) (?:(?!to\b|for\b|until\b|before\b|since\b|"
    rf"next\b|from\b)"
    rf"[\w’'-]+ ){{0,12}}?(?:on )?(?P<day>{WEEKDAY}) by [a-z]+ing\b"
)
#: What has its day ahead although the verb is past: "rejected a vote on Friday".
_EVENT = compiled(
    r"\b(?:votes?|strikes?|rall(?:y|ies)|meetings?|elections?|hearings?|deadline|talks|summit|trip|visit|debates?|"
    r"speech|"
    r"march|walkout|protests?|launch|ceremony|game|match|race|trial|appearance|session|primary|primaries|caucus(?:es)?|"
    r"referendum|inauguration|convention|event|address|interview|runoff|testimony|shutdown|announcement|decision) "
    r"(?:early |late )?(?:on )?$"
)
_TO_COME = compiled(r"\b(?:will|would|to|due|plans?|planned|expected|scheduled|set|may|might|could|ahead|FILE|file)\b")


def told_ahead(context: Context) -> Iterator[tuple[Span, str]]:
    """A weekday of the opening, told as past, that follows the day of the dateline or of publication."""
    if not context.sentences:
        return
    day, exact = _day_of(context)
    if day is None:
        return
    sentence = context.sentences[0]
    words = sentence.span.of(context.text)
    for pattern in (_DONE_ON, _ON_DAY_DID, _BY_DOING):
        match = pattern.search(words)
        if (
            match is None
            or _TO_COME.search(re.split(r"[,;–—] ", words[: match.end()])[-1])
            or _EVENT.search(words[: match.start("day")])
        ):
            continue
        ahead = (WEEKDAYS.index(match["day"].lower()) - day.weekday()) % 7
        if ahead in ((1, 2, 3) if exact else (1, 2)) and (
            exact or not _elsewhere(context, sentence.span, match["day"], day)
        ):
            yield (
                part(sentence.span, *match.span("day")),
                f"a day on or just before {day.isoformat()}, a {day:%A}; found {match['day']}",
            )
            return


def _day_of(context: Context) -> tuple[date | None, bool]:
    """The dateline's day, or else that of publication; whether the dateline names it."""
    dateline, published = context.report.dateline, published_on(context)
    for pattern in ANY_DAY if dateline else []:
        match = pattern.search(context.text, *dateline.span) if dateline else None
        days = candidates(match, published, []) if match and published else []
        if days:
            return days[0], True
    stated = context.report.published is not None and context.report.published.inferred is None
    return (published if stated else None), dateline is not None and bool(
        re.search(r"\d", dateline.span.of(context.text))
    )


def _elsewhere(context: Context, opening: Span, name: str, day: date) -> bool:
    """Whether the rest of the report names the opening's weekday more often than that of publication: then the date
    of publication is that of another clock."""
    rest = context.text[opening.end :]
    told, own = (len(re.findall(rf"\b{each}\b", rest)) for each in (name, f"{day:%A}"))
    return told > own
