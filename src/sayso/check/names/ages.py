"""Two ages of one person, by surname; an age beside the year of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.attribution.sources.governments import demonym_of
from sayso.attribution.sources.vocabulary import common_words
from sayso.check.context import Context
from sayso.check.days.calendar import published_on
from sayso.check.names.slips import short_form
from sayso.patterns import compiled
from sayso.types import Span

_AGE = compiled(
    r"\b(?P<n1>[A-Z][\w’-]+), (?P<a1>\d\d),|\b(?P<a2>\d\d)-year-old (?:(?![a-z]+ed\b|and\b|"
    r"who\b)[a-z]+,? ){0,3}?(?:[A-Z][\w’-]+ )?(?P<n2>[A-Z][\w’-]+)\b"
    r"|\b(?P<n3>[A-Z][\w’-]+),? (?:who is|is|who was|aged|age) (?P<a3>\d\d)(?= and\b|,|\.| years old)"
    r"|\b(?P<n4>[A-Z][\w’-]+) (?:(?:has |had )?died|was killed|was shot dead|drowned)\b[^.;,\d]{0,40}? "
    r"(?:at (?:the )?age(?: of)?|aged|at) (?P<a4>\d\d)(?=[,.;]| (?:and|after|from|of|in|on)\b)"
    r"|\b(?P<n5>[A-Z][\w’-]+),? an? (?P<a5>\d\d)-year-old\b|\b(?P<n6>[A-Z][\w’-]+) \((?P<a6>\d\d)\)"
)


def two_ages(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The later place, the earlier one and what was looked for: one surname with two ages."""
    seen: dict[str, tuple[int, Span]] = {}
    for match in _AGE.finditer(context.story):
        name = next(filter(None, match.group("n1", "n2", "n3", "n4", "n5", "n6")))
        age = int(next(filter(None, match.group("a1", "a2", "a3", "a4", "a5", "a6"))))
        span = Span(*match.span())
        if name in _ADDRESS or demonym_of(name):
            continue
        first = seen.setdefault(name, (age, span))
        if first[0] != age and not _namesakes(context.story, name) and not _family(context.story, name):
            yield span, first[1], f"one age for {name}; found {first[0]} and {age}"
            return


def _family(story: str, name: str) -> bool:
    """Whether the story tells of several of one family: "the Holms", "Ms. Holm’s father, Ivar Holm"."""
    kin = r"(?:father|mother|son|daughter|wife|husband|brother|sister|cousin|uncle|aunt|grandfather|grandmother)"
    return (
        re.search(rf"\b[Tt]he {name}e?s\b|\b{name}[’']s? (?:[a-z]+ )?{kin}\b|\b{kin},? (?:[A-Z]\w+ )?{name}\b", story)
        is not None
    )


_BORN = compiled(
    r"\b(?P<who>[A-Z][\w’-]+|He|She)(?:,[^.;,]{2,60},)?(?: (?:was|is))? born\b(?:(?! and (?!raised|bred|"
    r"brought)[a-z])[^.;\d]){0,60}?"
    r"(?:\b(?:in|on) |, )(?:[A-Z][a-z]+\.? (?:\d{1,2}, )?)?(?P<year>(?:19|20)\d\d)\b"
)


def unlike_birth(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """A person's age and the year of birth that the report gives: where it stands, the birth, what was looked for."""
    published = published_on(context)
    births = list(_BORN.finditer(context.story)) if published else []
    if not births or published is None or (context.report.published and context.report.published.inferred):
        return
    ages: dict[str, tuple[int, Span]] = {}
    for match in _AGE.finditer(context.story):
        name = next(filter(None, match.group("n1", "n2", "n3", "n4", "n5", "n6")))
        if name not in _ADDRESS and not demonym_of(name):
            ages.setdefault(
                name, (int(next(filter(None, match.group("a1", "a2", "a3", "a4", "a5", "a6")))), Span(*match.span()))
            )
    for birth in births:
        who = next(iter(ages)) if birth["who"] in ("He", "She") and len(ages) == 1 else birth["who"]
        years = published.year - int(birth["year"])
        if who in ages and ages[who][0] not in (years, years - 1) and 0 < years < 110:
            age, place = ages[who]
            yield (
                place,
                Span(*birth.span()),
                f"an age of {years - 1} or {years} for {who}, born in {birth['year']}; found {age}",
            )


_ADDRESS = frozenset(["Mr", "Mrs", "Ms", "Miss", "Dr", "Sen", "Rep", "Gov", "The"])


def _namesakes(story: str, name: str) -> bool:
    """Whether two first names stand before this surname."""
    firsts = set(re.findall(rf"\b([A-Z][\w’-]+) (?:[A-Z]\. )?{re.escape(name)}\b", story)) - _ADDRESS
    known = sorted(each for each in firsts if each.lower() not in common_words())
    return any(not short_form(one, other) for n, one in enumerate(known) for other in known[n + 1 :])
