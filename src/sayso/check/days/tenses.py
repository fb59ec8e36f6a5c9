"""Days, months and years that lie on the wrong side of publication for the tense in which they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sayso.check.context import Context, part
from sayso.check.days.calendar import ANY_DAY, MONTH, WEEKDAY, candidates, published_on
from sayso.check.days.pastdays import PAST
from sayso.grounding.dates.english import WEEKDAYS
from sayso.patterns import compiled
from sayso.types import Span

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_AHEAD = (
    r"(?:will|is to|are to|is due to|are due to|is set to|are set to|is scheduled to|are scheduled to|is expected to|"
    r"are expected to|plans? to|is planned|are planned)"
)
#: A thing that will be on a day, or from one day to another, with nothing between that tells of another time.
_WILL = (
    rf"\b{_AHEAD} (?:not )?(?:(?!before\b|after\b|since\b|until\b|from\b|by\b|that\b|which\b|who\b)[\w’'-]+,? "
    rf"){{0,9}}?"
)
_WILL_ON = compiled(_WILL + r"on (?:the )?(?:\w+day,? )?$")
_WILL_FROM = compiled(_WILL + r"from $")
_TO_DAY = compiled(r"\s?[-–]\s?(?P<last>\d\d?)\b")
#: "At her March 28 hearing, she said": what was done on an occasion that has its date.
_OCCASION = compiled(r"\b(?:[Aa]t|[Dd]uring|[Ff]ollowing) (?:his|her|its|their|the|an?|[A-Z]\w+[’']s?) $")
_DONE_THERE = compiled(
    rf" (?:[a-z-]+ ){{0,2}}[a-z]+, (?:(?!will\b|would\b|is\b|are\b|to\b|who\b|which\b)[\w’'.-]+,? ){{1,5}}?"
    rf"{PAST}\b"
)
_WILL_IN = compiled(
    rf"\b{_AHEAD} (?:not )?(?:be held )?(?:(?!before|after|since|held|until|from|by|that|which|who|what|than|below|he|"
    rf"she|they|it|above|was|were|adopted|passed|"
    rf"signed|approved|agreed|made|set|"
    rf"introduced|reached|released|published|filed|first)[\w’'-]+ ){{0,6}}?in (?:(?P<month>{MONTH}) "
    rf")?(?P<year>(?:19|20)\d\d)\b"
)
_DONE_IN = compiled(
    rf"\b(?:was|were|has been|had been) (?:(?!not\b|to\b)[a-z]+ )?(?:built|finished|opened|passed|completed|"
    rf"published|founded|elected|signed|closed|sold|"
    rf"adopted|approved|released|launched|arrested|jailed|sentenced|born|killed|appointed|re-elected|introduced|"
    rf"bought|made|cut|raised) (?:(?!until|to\b|by\b|for\b|before)[\w’'-]+ ){{0,4}}?in (?:(?P<month>{MONTH}) "
    rf")?(?P<year>(?:19|20)\d\d)\b"
    rf"|\b[Ii]n (?P<month2>{MONTH}) (?P<year2>(?:19|20)\d\d),? (?:he|she|it|they|the [a-z]+) (?!will|would|is|are|"
    rf"has|have|may|can|must|should)"
    rf"(?:[a-z]+ed|went|left|took|won|lost|said|was|were)\b"
    rf"|\b(?:resigned|died|retired|moved|founded|opened|closed|joined|arrived|ended|began|started) in "
    rf"(?:(?P<month3>{MONTH}) )?(?P<year3>(?:19|20)\d\d)\b"
)
#: "Politico noted in December 2018": any verb of the past with a month and its year.
_PAST_IN = compiled(
    rf"\b(?P<verb>{PAST}) (?:(?!until\b|to\b|by\b|for\b|before\b|from\b|through\b|since\b|that\b|who\b|"
    rf"which\b)[\w’'-]+ ){{0,4}}?"
    rf"in (?P<month>{MONTH}),? (?P<year>20\d\d)\b"
    rf"|(?:^|[,;] )[Ii]n (?P<month2>{MONTH}),? (?P<year2>20\d\d), (?:(?:[A-Z][\w’'.-]+ "
    rf"){{1,4}}|(?:the|a|an|its|his|her) (?:[a-z]+ ){{1,2}}|(?:he|she|it|they) )(?P<verb2>{PAST})\b(?! (?:to|by|be)\b)"
)
_NO_PAST = compiled(
    r"\b(?:will|would|to|be|being|may|might|could|should|must|can|shall|is|are|if|expected|scheduled|due|planned|slated|set|"
    r"expir\w+|ends?|plans?|until|before|by|election|elections|term|re-elect\w*|seat|was (?:to|due|set|"
    r"scheduled|expected))\b"
)
_LAST = compiled(
    rf"\b(?P<what>[Ll]ast|[Nn]ext|[Tt]his) (?P<unit>month|year),? (?:in )?(?:\(?)(?P<name>{MONTH}|(?:19|"
    rf"20)\d\d)\b(?! \d)"
)
_RETURNED = compiled(
    r"\b(?:resigned|died|quit|fled|(?:heard|met|told|questioned|interviewed|arrested|visited|signed|sentenced|jailed|"
    r"charged|opened|closed|published|released|announced|approved|rejected) (?:[A-Z][\w’'-]+|the [a-z]+|him|her|them|"
    r"it)|was (?:arrested|killed|shot|sacked|elected|appointed|jailed|found|published|"
    r"released|"
    r"opened|closed|held|signed)|were (?:arrested|killed|held|found|released|published)|(?:talks|meeting|vote|"
    r"hearing|match|concert|"
    r"rally|report|election|trial)[^.;]{0,25}?,? (?:held|published|released|signed)(?: in [A-Z]\w+)?) "
    r"(?:(?!to\b|by\b|until\b|before\b|from\b)[\w’'-]+ ){0,5}?on (?:the )?(?:\w+day,? )?$"
)


_TO_BE = compiled(r"\b(?:will|to|would|may|should) be [a-z]+(?: [\w’'-]+){0,5} on (?:the )?(?:\w+day,? )?$")


def mistimed(context: Context) -> Iterator[tuple[Span, str]]:
    """Each such place, with what was looked for. Only for reports whose day of publication is stated."""
    published = published_on(context)
    if published is None or (context.report.published and context.report.published.inferred):
        return
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        yield from _on_a_weekday(context, sentence.span, words, published)
        if context.quoted(sentence.span.begin) or re.search(
            r"\b(?:updated|corrected|if|would have|said (?:then|at the time))\b", words
        ):
            continue
        yield from _on_a_day(sentence.span, words, published)
        yield from _in_a_year(sentence.span, words, published)
        match = _LAST.search(words)
        if match and not _fits(match, published):
            yield (
                part(sentence.span, *match.span()),
                f"a time that fits {published.isoformat()}, the date of publication",
            )


def _on_a_day(span: Span, words: str, published: date) -> Iterator[tuple[Span, str]]:
    for pattern in ANY_DAY:
        for match in pattern.finditer(words):
            before, after = words[: match.start()], words[match.end() : match.end() + 25]
            days = candidates(match, published, [])
            if not days or re.match(r",? (?:19|20)\d\d|[^.]{0,20}next year", after):
                continue
            away = (days[0] - published).days
            last = _TO_DAY.match(after) if _WILL_FROM.search(before) else None
            over = last is not None and away + int(last["last"]) - int(match["day"]) < 0
            if (over or _WILL_ON.search(before)) and (-75 < away < -2 or (match["year"] and away < -2)):
                yield (
                    part(span, *match.span()),
                    f"a day still to come after {published.isoformat()}; found {days[0].isoformat()}",
                )
            elif (2 < away < 75 or (match["year"] and away > 2)) and (
                (_RETURNED.search(before) and not _TO_BE.search(before))
                or (_OCCASION.search(before) and _DONE_THERE.match(words, match.end()))
            ):
                yield (
                    part(span, *match.span()),
                    f"a day no later than {published.isoformat()}; found {days[0].isoformat()}",
                )


_WEEKDAY = rf"(?P<day>{WEEKDAY})"
#: "said at a news conference Thursday", "told reporters on Friday": with the plain weekday, the one just past is meant.
_SAID_ON = compiled(
    r"(?<!being )(?<!be )\b(?:said|told (?:[\w’'.]+ ){1,4}?|announced|testified|released|voted|ruled|tweeted|"
    r"denied|confirmed|ordered|signed|"
    r"arrested|killed|died) ?(?:(?:in|at|during) (?:an?|the|his|her) (?:[a-z]+ ){1,3}?|in \w+ )?(?:late |"
    r"early )?(?:on )?"
    rf"(?<= ){_WEEKDAY}\b(?![’']s| (?:last|next|that|of|will|would|is)\b|,? (?:the )?(?:\d|[A-Z][a-z]+\.? \d))"
)
_OPENS_ON = compiled(
    rf"^(?:(?:But|And|Earlier|Later|Late|Early),? )?[Oo]n {_WEEKDAY}(?: (?:morning|afternoon|evening|"
    rf"night))?, (?:[A-Z][\w’'.-]+ |the [a-z]+ |he "
    rf"|she |they ){{1,4}}{PAST}\b(?! (?:to|by)\b)"
)
_OTHER_WEEK = compiled(
    r"\b(?:last|previous|prior|weeks?|months?|years?|(?:19|20)\d\d|ago|before|after|following|when|would|will|"
    r"scheduled|set to|"
    r"January|February|March|April|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)


def _on_a_weekday(context: Context, span: Span, words: str, published: date) -> Iterator[tuple[Span, str]]:
    """What was said or done on the weekday of tomorrow, seen from publication; further ahead may be last week."""
    for pattern in (_SAID_ON, _OPENS_ON):
        match = pattern.search(words)
        near = words[max(0, match.start() - 12) : match.end() + 40] if match else ""
        if match is None or _OTHER_WEEK.search(near) or context.quoted(span.begin + match.start("day")):
            continue
        if WEEKDAYS.index(match["day"].lower()) == (published.weekday() + 1) % 7:
            yield (
                part(span, *match.span("day")),
                f"a day no later than {published.isoformat()}, a {published:%A}; found {match['day']}",
            )
            return


def _in_a_year(span: Span, words: str, published: date) -> Iterator[tuple[Span, str]]:
    will = _WILL_IN.search(words)
    if will and _months(will["year"], will["month"]) < published.year * 12 + (published.month if will["month"] else 0):
        yield part(span, *will.span()), f"a time still to come after {published.isoformat()}; found an earlier one"
    for late in _PAST_IN.finditer(words):
        name = "2" if late["year2"] else ""
        after = _months(late[f"year{name}"], late[f"month{name}"]) - (published.year * 12 + published.month)
        if 0 < after < 24 and not _NO_PAST.search(f"{words[: late.start()][-40:]} {late.group()}"):
            yield part(span, *late.span()), f"a time no later than {published.isoformat()}; found a later one"
            return
    done = _DONE_IN.search(words)
    if done and not re.search(r"\b(?:will|would|to be|expected|scheduled|due|planned)\b", words[: done.start()]):
        name = next(each for each in ("", "2", "3") if done[f"year{each}"])
        if _months(done[f"year{name}"], done[f"month{name}"]) > published.year * 12 + (
            published.month if done[f"month{name}"] else 0
        ):
            yield part(span, *done.span()), f"a time no later than {published.isoformat()}; found a later one"


def _months(year: str, month: str | None) -> int:
    """Months since year 0; without a month the year alone."""
    return int(year) * 12 + (_MONTHS.index(month.lower()) + 1 if month else 0)


def _fits(match: re.Match[str], published: date) -> bool:
    """Whether "last month, in January" names the month before publication, "last year, 2021" the year."""
    shift = {"last": -1, "this": 0, "next": 1}[match["what"].lower()]
    name = match["name"].lower()
    if match["unit"] == "year":
        return not name.isdigit() or int(name) == published.year + shift
    if name.isdigit():
        return True
    told = _MONTHS.index(name)
    return told in {
        (published.month - 1 + shift) % 12,
        *({(published.month - 2 + shift) % 12} if published.day < 4 else ()),
    }
