"""One event told with two times: "departs on Wednesday", and further on "would depart on Monday morning"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.happenings import Happening, happenings
from sayso.check.language import content_words
from sayso.check.sametime import Scene, candidates, sameness
from sayso.types import Span

#: Pairs likelier than this to be of one event are asked about; with words of two families it takes more.
_LEAST, _LEAST_AKIN = 0.6, 0.75
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
    sure = [each for each in pairs if each[0] > (_LEAST if each[1].family == each[2].family else _LEAST_AKIN)]
    for _, one, other in sorted(sure, key=lambda pair: -pair[0])[:1]:
        first, second = (each.when.span.of(context.text) for each in (one, other))
        yield other.span, one.span, f"one time for {other.word!r}; found {first} and {second}"


def _two(one: Happening, other: Happening) -> bool:
    """Whether the words themselves tell of two: another one, one over and one to come, one of others."""
    if _ANOTHER & (one.marks | other.marks):
        return True
    if one.noun and other.noun:
        return other.article == "a"
    if one.noun or other.noun:
        return False
    apart = bool(one.names) and bool(other.names) and not one.names & other.names
    return one.ahead != other.ahead or apart or (one.family not in _ONCE and not _object(one) & _object(other))


def _object(each: Happening) -> frozenset[str]:
    """Stems of the words after the verb: to whom or what it was done."""
    return content_words(" ".join(each.after.split()[:7]))


#: What happens once, whatever is told with it; other things may be done on one day to one, on the next to another.
_ONCE = frozenset("depart arrive resign retire die bury marry inaugurate graduate expire begin end born merge".split())


_ANOTHER = frozenset(
    "another additional second third separate other subsequent follow-up new not never instead both last previous "
    "previously earlier former original originally initial initially postponed moved rescheduled delayed".split()
)
