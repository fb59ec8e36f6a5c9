"""What is known of a report while its attributions are read in order: its names, and the sources met so far."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.entities import Entity, find_entities
from sayso.attribution.sources.names import Name, find_names
from sayso.attribution.sources.page import Page, read_page
from sayso.attribution.sources.titles import Title, titles_beside
from sayso.types import Report, Span


@dataclass(slots=True)
class Referent:
    """A source met so far. ``place`` is the word, ``turn`` the attribution where it was last the source."""

    number: int
    name: str
    entity: Entity | None
    head: str
    plural: bool
    indefinite: bool
    place: int
    turn: int
    count: int = 1
    gender: str = ""
    unnamed: bool = False  # an unnamed person speaks for the body that gives the name
    type: str = ""
    mentions: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Scene:
    """The report's words, names and entities, and the referents so far, oldest first."""

    page: Page
    names: list[Name]
    starts: list[int]
    entities: list[Entity]
    by_name: dict[int, Entity]  # first word of a name → its entity
    titles: dict[int, list[Title]]  # entity number → titles in text order
    title_words: dict[int, frozenset[str]]
    headline: str
    referents: list[Referent] = field(default_factory=list)  # the latest last
    created: int = 0  # referents ever made
    heard: list[tuple[Span, Referent]] = field(default_factory=list)  # contents and whose they are

    def entity(self, name: Name) -> Entity | None:
        return self.by_name.get(name.first)

    def near(self, place: int, back: int, ahead: int) -> list[tuple[Entity, int]]:
        """Entities named from ``back`` sentences before to ``ahead`` after a word, each with its nearest such name."""
        if not self.page.words:
            return []
        sentence = self.page.sentence[min(place, len(self.page.words) - 1)]
        first = bisect.bisect_left(self.page.sentence, sentence - back)
        end = bisect.bisect_right(self.page.sentence, sentence + ahead)
        found: dict[int, tuple[Entity, int]] = {}
        for name in self.names[bisect.bisect_left(self.starts, first) : bisect.bisect_left(self.starts, end)]:
            entity = self.by_name.get(name.first)
            if entity is None:
                continue
            known = found.get(entity.number)
            if known is None or name.first <= place or known[1] > place:
                found[entity.number] = (entity, name.first)
        return list(found.values())


def read_scene(report: Report) -> Scene:
    """Find names, entities and titles of a report."""
    page = read_page(report.text, report.blocks)
    names = find_names(page)
    entities = find_entities(page, names)
    by_name = {name.first: entity for entity in entities for name in entity.names}
    titles: dict[int, list[Title]] = {}
    title_words: dict[int, frozenset[str]] = {}
    for entity in entities:
        if entity.kind not in ("person", "organization", "other"):
            continue
        found = [title for name in entity.names[:12] for title in titles_beside(page, name)]
        titles[entity.number] = found
        title_words[entity.number] = (
            frozenset(
                low
                for title in found
                if title.pattern != "of"
                for low in page.lower[title.first : title.end]
                if low[0].isalnum()
            )
            - lexicon.DETERMINERS
            - lexicon.PREPOSITIONS
        )
        if title_words[entity.number] & lexicon.FEMALE_WORDS:
            entity.female += 2
        elif title_words[entity.number] & lexicon.MALE_WORDS:
            entity.male += 2
    return Scene(page, names, [name.first for name in names], entities, by_name, titles, title_words,
                 page.headline.of(page.text).lower())  # fmt: skip
