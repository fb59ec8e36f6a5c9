"""One event told with two times: "departs on Wednesday", and further on "would depart on Monday morning"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.days.eventwords import family
from sayso.check.days.happenings import Happening
from sayso.check.days.sametime import Scene, candidates, sameness
from sayso.check.language import content_words
from sayso.patterns import compiled
from sayso.types import Span

#: Pairs likelier than this to be of one event are asked about; of what has one day it takes less, and with words of
#: two families more.
_LEAST, _LEAST_ONE_DAY, _LEAST_AKIN = 0.8, 0.5, 0.9
_MONTH = 45  # days
MOST = 60  # times in a report: more are a calendar


def told_apart(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The later place, the earlier one, and what was looked for; the likeliest of a report alone."""
    found = list(context.happenings)
    if len(found) > MOST:
        return
    scene = Scene(context, found)
    pairs = [
        (sameness(one, other, scene), one, other)
        for one, other in candidates(found)
        if one.when.apart(other.when) and not _two(one, other) and not _several(context, other)
    ]
    sure = [each for each in pairs if each[0] > _least(each[1], each[2])]
    for _, one, other in sorted(sure, key=lambda pair: -pair[0])[:1]:
        first, second = (each.when.span.of(context.text) for each in (one, other))
        yield other.span, one.span, f"one time for {other.word!r}; found {first} and {second}"


def _least(one: Happening, other: Happening) -> float:
    if one.family != other.family:
        return _LEAST_AKIN
    sure = one.family in _ONE_DAY and (not other.noun or other.article in ("the", "’s"))
    return _LEAST_ONE_DAY if sure else _LEAST


#: What has one day; of others there may be many in a week, or each goes on for days.
_ONE_DAY = frozenset(
    "depart arrive resign retire die bury marry inaugurate graduate expire born ceremon deadlin file sue launch crash "
    "explode collide landfall referendum boycott shutdown verdict sentence indict premier auction handover expulsion "
    "assassinate abduct sign elect nominate appoint earthquak quak derailment coup publish introduce".split()
)


def _two(one: Happening, other: Happening) -> bool:
    """Whether the words themselves tell of two: another one, one over and one to come, one of others."""
    named = [_named(each) for each in (one, other)]
    if any(_another(each) for each in (one, other)) or (all(named) and not named[0] & named[1]) or _far(one, other):
        return True
    if any(_noun(each) and _acted_on(each) for each in (one, other)):
        return True
    if _noun(one) and _noun(other):
        return other.article == "a" or _OWN.search(f"{one.after} {other.after}") is not None
    if one.ahead != other.ahead and not (one.article and other.article):
        return True
    if _noun(one) or _noun(other):
        return False
    return one.family not in _ONCE and not _object(one) & _object(other)


_MAKING = frozenset("file hold make launch set begin stag plan schedul".split())


def _noun(each: Happening) -> bool:
    """Whether the event's word is a noun, and no verb behind "to" or "would"."""
    return each.noun and re.search(r"\b(?:to|will|would|must|can|may|could|should) (?:\w+ly )?$", each.before) is None


def _acted_on(each: Happening) -> bool:
    """Whether the time is that of a verb of which the noun is the object: "decried the proposal Sunday"."""
    verb = re.search(r"\b([a-z]+ed) (?:the|an?|his|her|its|their|this) (?:[\w’'-]+ ){0,2}$", each.before)
    return each.how != "’s" and verb is not None and family(verb[1]) not in _MAKING | {each.family}


def _several(context: Context, each: Happening) -> bool:
    """Whether the report tells of more than one such thing."""
    word = re.escape(each.word)
    more = rf"\b(?:{word}e?s|(?:two|three|second|another|other|next) {word})\b"
    return _noun(each) and re.search(more, context.story) is not None


def _far(one: Happening, other: Happening) -> bool:
    """Whether two dates differ in day and lie too far apart for one to be a slip for the other."""
    days = (one.when.day, other.when.day)
    if not all(days) or days[0] == days[1] or one.when.first is None or other.when.first is None:
        return False
    return abs(one.when.first - other.when.first) > _MONTH


_OWN = compiled(r"^ of (?:their|its|his|her) own\b")


def _named(each: Happening) -> frozenset[str]:
    """The names before a verb, and in a noun's own phrase: "the House Judiciary Committee hearing"."""
    phrase = re.search(r"(?:[\w’'.-]+ ){0,5}$", each.before) if _noun(each) else re.search(r".*", each.before)
    return frozenset(re.findall(r"(?<![\w’'])[A-Z][\w-]+", phrase.group() if phrase else "")) - _COMMON


_COMMON = frozenset(
    "The This That House Senate White Committee A An In On At His Her Its Their But And He She It They We "
    "Mr Mrs Ms President".split()
)


def _object(each: Happening) -> frozenset[str]:
    """Stems of the words after the verb: to whom or what it was done."""
    return content_words(" ".join(each.after.split()[:7]))


#: What happens once, whatever is told with it; other things may be done on one day to one, on the next to another.
_ONCE = frozenset("depart arrive resign retire die bury marry inaugurate graduate expire begin end born merge".split())


#: Words of the event's own phrase that make it another, and words of its clause that tell of another day.
_ANOTHER = frozenset(
    "another additional second third separate other subsequent follow-up new own not never both".split()
)
_MOVED = frozenset(
    "last previous previously earlier original originally initial initially postponed moved rescheduled delayed".split()
)


def _another(each: Happening) -> bool:
    beside = f"{' '.join(each.before.split()[-3:])} {' '.join(each.after.split()[:2])}".lower()
    return bool(_ANOTHER & set(beside.split()) or _MOVED & each.marks)
