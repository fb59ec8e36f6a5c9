"""The people, bodies and countries that a report names, each with all its mentions."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

from sayso.attribution.sources.entities import Entity, find_entities, name_span
from sayso.attribution.sources.governments import country_of, demonym_of
from sayso.attribution.sources.names import find_names
from sayso.attribution.sources.page import read_page
from sayso.check.context import Context
from sayso.patterns import compiled
from sayso.types import Span

#: Words of a name that many names have, so that one of them alone names nobody.
_SHARED = frozenset(
    "the of and for on in at a new united states national state house senate department ministry party committee "
    "council court county city university school police board union bank group company inc corp co ltd international "
    "american federal north south east west central general mr mrs ms dr sen rep gov president former office bureau "
    "service association center centre institute foundation news times post republican democratic jr sr".split()
)


#: So many characters before a pronoun is looked for whom it means.
_BACK = 500
#: A body that only says who somebody is: "the Harbour Board nominee Ann Oster".
_SAYS_WHO = compiled(r"(?:['’]s)?\s(?:[a-z]+\s)?(?:nominee|candidate|justice|judge|member|employee|player|founder)s?\b")


@dataclass(frozen=True, slots=True)
class Party:
    """``kind``: person, organization, country or other; ``words``: lower-case words that stand for it alone."""

    kind: str
    name: str
    gender: str
    mentions: tuple[Span, ...]
    words: frozenset[str]


def parties(context: Context) -> list[Party]:
    """In order of first mention; a country with its capital and its people is one."""
    page = read_page(context.text, context.report.blocks)
    joined: dict[str | int, list[Entity]] = {}
    for entity in find_entities(page, find_names(page)):
        words = name_span(page, entity.names[0]).of(context.text)
        country = country_of(words) or demonym_of(words) if entity.kind != "person" else None
        if country or entity.kind not in ("place", "people"):
            joined.setdefault(country or entity.number, []).append(entity)
    return [
        Party(
            "country" if isinstance(key, str) else entities[0].kind,
            key if isinstance(key, str) else entities[0].display(page),
            entities[0].gender,
            tuple(
                span
                for span in sorted(name_span(page, name) for entity in entities for name in entity.names)
                if entities[0].kind == "person" or not _SAYS_WHO.match(context.text, span.end)
            ),
            frozenset().union(*map(_words, entities)),
        )
        for key, entities in joined.items()
    ]


def _words(entity: Entity) -> frozenset[str]:
    """For a person the surname; for others each word that is not in many names."""
    if entity.kind == "person":
        return frozenset([re.sub(r"[’']s?$", "", entity.key[-1])]) - _SHARED
    return frozenset(re.sub(r"[’']s?$", "", word) for key in entity.keys for word in key if len(word) > 1) - _SHARED


@dataclass(frozen=True, slots=True)
class Roster:
    """The parties of a report, found by place."""

    parties: tuple[Party, ...]
    begins: tuple[int, ...]
    spans: tuple[tuple[Span, int], ...]

    def within(self, begin: int, end: int) -> list[tuple[Span, int]]:
        """Mentions that begin from ``begin`` up to ``end``: the span, and the number of the party."""
        return list(self.spans[bisect.bisect_left(self.begins, begin) : bisect.bisect_left(self.begins, end)])

    def last_person(self, place: int, gender: str) -> int | None:
        """The person last named before a place, of that gender where it is known."""
        for _, number in reversed(self.within(max(0, place - _BACK), place)):
            party = self.parties[number]
            if party.kind == "person" and (not gender or party.gender in ("", gender)):
                return number
        return None


def roster(context: Context) -> Roster:
    """All parties of the report with their mentions in text order."""
    found = parties(context)
    spans = sorted((span, number) for number, party in enumerate(found) for span in party.mentions)
    return Roster(tuple(found), tuple(span.begin for span, _ in spans), tuple(spans))
