"""What is known of a report while its attributions are read in order: its names, and the sources met so far."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.clauses import subjects
from sayso.attribution.sources.entities import OTHER, PERSON, PLACE, Entity, find_entities
from sayso.attribution.sources.governments import country_of, is_country
from sayso.attribution.sources.names import Name, find_names
from sayso.attribution.sources.page import Page, read_page
from sayso.attribution.sources.roles import is_role
from sayso.attribution.sources.titles import Title, core_of, titles_beside
from sayso.types import Report, Span


@dataclass(slots=True, eq=False)
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
    title_cores: dict[int, frozenset[str]]  # the nouns that say what somebody is: "president", not "of the board"
    begins: dict[int, int]  # first word of a name → first word of the title before it
    possessed: frozenset[int]  # first words of names followed by 's
    subjects: frozenset[int]  # first words of names that look like the subject of a clause
    leads: dict[int, int]  # sentence → its first word that is neither light, nor a role, nor capitalised
    headline: str
    states: dict[str, str]  # country in its usual spelling → as the report calls it
    teller: str  # the outlet, else the agency, whose report it is; "" where neither is known
    referents: list[Referent] = field(default_factory=list)  # the latest last
    created: int = 0  # referents ever made
    heard: list[tuple[Span, Referent]] = field(default_factory=list)  # contents and whose they are

    def opens(self, place: int) -> bool:
        """Whether nothing but a title or light words stand between a word and the start of its sentence."""
        return place <= self.leads.get(self.page.sentence[place], place)

    def names_from(self, place: int) -> list[Name]:
        """Names from a word on: as many as may begin there."""
        first = bisect.bisect_left(self.starts, place)
        return self.names[first : first + 2]

    def state(self, country: str) -> str:
        """A country as this report calls it where it names it: "U.S." where that is not written out."""
        return self.states.get(country, country)

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
    title_cores: dict[int, frozenset[str]] = {}
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
        core = title_cores[entity.number] = frozenset(low for title in found for low in core_of(page, title))
        if entity.kind == OTHER and len(entity.key) == 1 and not core.isdisjoint(lexicon.KIN):
            entity.kind = PERSON  # "her daughter, Kezia"
        entity.female += 2 * (not core.isdisjoint(lexicon.FEMALE_WORDS))
        entity.male += 2 * (not core.isdisjoint(lexicon.MALE_WORDS))
    begins = {t.at: t.first for all_ in titles.values() for t in all_ if t.pattern == "prefix"}
    return Scene(
        page=page, names=names, starts=[name.first for name in names], entities=entities, by_name=by_name,
        titles=titles, title_words=title_words, title_cores=title_cores,
        begins=begins, possessed=frozenset(n.first for n in names if n.possessed),
        subjects=subjects(page, names, begins), leads=_leads(page), headline=page.headline.of(page.text).lower(),
        states=_states(page, entities), teller=report.outlet or report.agency or "",
    )  # fmt: skip


def _states(page: Page, entities: list[Entity]) -> dict[str, str]:
    named = [entity.display(page) for entity in entities if entity.kind == PLACE]
    found = {country_of(words): words for words in named if is_country(words)}
    return {country: words for country, words in found.items() if country is not None}


def _leads(page: Page) -> dict[int, int]:
    leads: dict[int, int] = {}
    done = -1
    for place, (word, low, sentence) in enumerate(zip(page.words, page.lower, page.sentence, strict=True)):
        if sentence != done and word[0].islower() and low not in lexicon.OPENERS and not is_role(low):
            leads[sentence] = place
            done = sentence
    return leads
