"""One event told with two times: "departs on Wednesday", and further on "would depart on Monday morning"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.happenings import Happening, happenings
from sayso.check.language import content_words
from sayso.check.sametime import Scene, candidates, sameness
from sayso.types import Span

#: Pairs likelier than this to be of one event are asked about; with words of two families, or for what there may be
#: many of, it takes more.
_LEAST, _LEAST_DEFINITE, _LEAST_MANY, _LEAST_AKIN = 0.62, 0.5, 0.75, 0.85
_MONTH = 45  # days
MOST = 60  # times in a report: more are a calendar


def told_apart(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The later place, the earlier one, and what was looked for; the likeliest of a report alone."""
    found = happenings(context)
    if len(found) > MOST:
        return
    scene = Scene(context, found)
    pairs = [
        (sameness(one, other, scene), one, other)
        for one, other in candidates(found)
        if one.when.apart(other.when) and not _two(one, other)
    ]
    sure = [each for each in pairs if each[0] > _least(each[1], each[2])]
    for _, one, other in sorted(sure, key=lambda pair: -pair[0])[:1]:
        first, second = (each.when.span.of(context.text) for each in (one, other))
        yield other.span, one.span, f"one time for {other.word!r}; found {first} and {second}"


def _least(one: Happening, other: Happening) -> float:
    if one.family != other.family:
        return _LEAST_AKIN
    if one.family in _MANY:
        return _LEAST_MANY
    return _LEAST_DEFINITE if one.noun and other.noun and other.article in ("the", "’s") else _LEAST


#: What a report may tell of more than once in a few days.
_MANY = frozenset(
    "attack meet poll survey show speak meet interview brief ralli rall tweet post call statement write vote game match "
    "primar report night event session talk morning hear visit".split()
)


def _two(one: Happening, other: Happening) -> bool:
    """Whether the words themselves tell of two: another one, one over and one to come, one of others."""
    named = [_named(each) for each in (one, other)]
    if any(_another(each) for each in (one, other)) or (all(named) and not named[0] & named[1]) or _far(one, other):
        return True
    if one.noun and other.noun:
        return other.article == "a" or _OWN.search(f"{one.after} {other.after}") is not None
    if one.noun or other.noun:
        return False
    return one.ahead != other.ahead or (one.family not in _ONCE and not _object(one) & _object(other))


def _far(one: Happening, other: Happening) -> bool:
    """Whether two dates differ in day and lie too far apart for one to be a slip for the other."""
    days = (one.when.day, other.when.day)
    if not all(days) or days[0] == days[1] or one.when.first is None or other.when.first is None:
        return False
    return abs(one.when.first - other.when.first) > _MONTH


_OWN = re.compile(r"^ of (?:their|its|his|her) own\b")


def _named(each: Happening) -> frozenset[str]:
    """The names before a verb, and in a noun's own phrase: "the House Judiciary Committee hearing"."""
    phrase = re.search(r"(?:[\w’'.-]+ ){0,5}$", each.before) if each.noun else re.search(r".*", each.before)
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
