"""Times still to come at which a draft says that something has happened: "was jeered next week"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sayso.check.context import Context, outside_quotations, part
from sayso.check.days.calendar import ANY_DAY, MONTH, WEEKDAY, candidates, month_named
from sayso.check.days.pastdays import PAST
from sayso.patterns import compiled
from sayso.types import Span

#: Things that nobody plans for a day to come, or that are told of only once they are there.
_HAPPENED = (
    r"(?:attacks?|shootings?|bombings?|massacre|killings?|murders?|explosions?|blasts?|crash|fire|raids?|riots?|deaths?|"
    r"arrests?|letter|memo|memorandum|e-?mails?|tweets?|statement|ruling|opinion|decision|interview|article|report|"
    r"indictment|resignation|collision|derailment|earthquake|quake|storm|flood|fall|incident|assault|robbery|slayings?|"
    r"call|complaint|filing|order|verdict|disaster|sinking|outage|spill)"
)
#: What stands before such a day: "in the | June 21 | ruling"; "since the | July 17 | attack" is past whatever it is.
_BEFORE = compiled(r"\b(?:[Tt]he|an?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|that) $")
_SINCE = compiled(r"\bsince (?:the |that |his |her |their )$")
_THING = compiled(rf",? (?:[a-z-]+ ){{0,2}}?{_HAPPENED}\b(?! (?:will|would|is|may|deadline|date|hearing))")
_ANY_THING = compiled(r",? [a-z-]{4,}\b")
#: "pledged again Thursday, | July 5": a verb of the past and its day, with no "on".
_DONE = compiled(
    rf"\b(?:[A-Z][\w’'-]+|he|she|they|who|and|which) (?:also |again |later |first )?(?:{PAST})"
    rf"(?: (?:again|late|early|in a statement|in an interview|reporters))? (?:on )?"
    rf"{WEEKDAY},? $"
)
_PLANNED = compiled(
    r"\b(?:will|would|to|may|might|could|should|must|expected|scheduled|due|set|planned|slated|postponed|moved|delayed|"
    r"if|until|by|before|called|invited|ordered|summoned|proposed|wanted|needed|is|are|be)\b"
)
#: "was jeered next week when", "were killed tomorrow".
_NEXT = compiled(
    r"\b(?:he|she|it|they|who|[A-Z][\w’'-]+|[a-z]{4,}s?) (?:(?:was|were) (?!to\b|due|set\b|schedul|expect|"
    r"plann|slat|book|need|supposed|bound|likely|ready|going|invit|call|order|summon|task|not|being)"
    r"[a-z]+(?:ed|en|ot|ld|nd|ght)|died|fell|won|lost|resigned|pleaded guilty|collapsed|crashed) "
    rf"(?P<when>tomorrow|next (?:week|month|year|{WEEKDAY}))"
    r"(?= when| after| by| in\b| at\b|[,.])"
)
#: "arrested in August this year", where August is still to come.
_LATER_MONTH = compiled(
    rf"\b(?:{PAST})(?: (?!to\b|until\b|by\b|for\b|that\b|who\b|which\b|before\b)[\w’'-]+){{0,5}}? "
    rf"in (?P<month>{MONTH}) (?:of )?this year\b"
)

#: "A poll from early August found", where August is still to come; one of last year's would be told as that.
_FOUND_IN = compiled(
    rf"\b(?:poll|polls|survey|surveys|study|report|audit|interview|letter|memo|filing|article|briefing|analysis) "
    rf"(?:(?:taken|conducted|released|published|carried out|dated|issued|done) )?(?:from|in) "
    rf"(?:early |late |mid-? ?)?(?P<month>{MONTH})(?! \d|,? (?:of )?(?:19|20)\d\d| last)"
    r"(?: [\w’'-]+){0,4}? (?:found|showed|put|had|said|gave|suggested|revealed|concluded)\b"
)

#: "In August this year, the board did so"; "Next week, the board allowed".
_OPENS = compiled(rf"^(?:(?:But|And) )?[Ii]n (?P<month>{MONTH}) (?:of )?this year, [^.;]{{3,60}}?\b{PAST}\b")
_NEXT_OPENS = compiled(rf"^(?P<when>Next (?:week|month|year)|Tomorrow), [^.;“\"]{{3,120}}?\b{PAST}\b")
_YEAR = compiled(r"\b(?:(?:19|20)\d\d|last year|a year)\b")
_NOW = compiled(
    r"\b(?:will|would|is|are|to|may|might|could|should|must|can|[’'](?:s|ll|re)|has|have|if|planned|expected)\b"
)


def not_yet(context: Context, published: date) -> Iterator[tuple[Span, str]]:
    """Each such time, with what was looked for."""
    looked_for = f"a time no later than {published.isoformat()}, the date of publication"
    for pattern in ANY_DAY:
        for sentence, words, match in outside_quotations(context, pattern):
            days = candidates(match, published, [])
            ahead = bool(days) and timedelta(days=1) < days[0] - published < timedelta(days=75)
            if not ahead or (days[0].year != published.year and not match["year"]):
                continue
            before, after = words[: match.start()], words[match.end() :]
            since, noted = _SINCE.search(before), _BEFORE.search(before)
            thing = _ANY_THING.match(after) if since else _THING.match(after) if noted else None
            done = _DONE.search(before)
            if done and _PLANNED.search(done.group()):
                done = None
            if (thing and not _PLANNED.search(before[-40:])) or done:
                yield part(sentence.span, *match.span()), f"{looked_for}; found {days[0].isoformat()}"
    for sentence, _, match in outside_quotations(context, _NEXT):
        yield part(sentence.span, *match.span()), f"a time no later than now for what is past; found {match['when']!r}"
    for sentence, words, match in outside_quotations(context, _NEXT_OPENS):
        if not _NOW.search(words):
            yield (
                part(sentence.span, *match.span("when")),
                f"a time no later than now for what is past; found {match['when']!r}",
            )
    for sentence, _, match in (*outside_quotations(context, _LATER_MONTH), *outside_quotations(context, _OPENS)):
        if month_named(match["month"]) > published.month and not _PLANNED.search(match.group()):
            yield part(sentence.span, *match.span()), f"{looked_for}; found {match['month']}"
    for sentence, words, match in outside_quotations(context, _FOUND_IN):
        months = month_named(match["month"]) - published.month
        if 0 < months < 5 and not _YEAR.search(words):
            yield part(sentence.span, *match.span("month")), f"{looked_for}; found {match['month']}"
