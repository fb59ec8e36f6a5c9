"""Joins the names of a report into people and bodies, each with its fullest form, gender and places of mention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.acronyms import expansions
from sayso.attribution.sources.governments import country_of, demonym_of, is_country
from sayso.attribution.sources.names import Name
from sayso.attribution.sources.page import Page
from sayso.attribution.sources.surnames import Surname, honour, surnames
from sayso.attribution.sources.vocabulary import common_words, first_names
from sayso.types import Span

PERSON, ORGANIZATION, PLACE, OTHER, PEOPLE = "person", "organization", "place", "other", "people"


@dataclass(slots=True)
class Entity:
    """A person or body that the report names. ``evidence`` adds up what speaks for (+) and against (-) a person."""

    number: int
    kind: str
    key: tuple[str, ...]  # the fullest form's words in lower case
    names: list[Name] = field(default_factory=list)
    evidence: float = 0.0
    female: float = 0.0
    male: float = 0.0
    keys: set[tuple[str, ...]] = field(default_factory=set)
    full: Name | None = None
    called: str = ""  # as it is displayed, once all its names are known

    @property
    def gender(self) -> str:
        if self.kind != PERSON or self.female == self.male:
            return ""
        return "f" if self.female > self.male else "m"

    def display(self, page: Page) -> str:
        """The name in its fullest form, as the text writes it."""
        return self.called or name_span(page, self.full or self.names[0]).of(page.text)


def name_span(page: Page, name: Name) -> Span:
    """The span of a name without title and honorific."""
    return page.span(name.first, name.end)


def find_entities(page: Page, names: Iterable[Name]) -> list[Entity]:
    """Cluster names; entities in order of their first mention."""
    usable = [name for name in names if not name.rank_only]
    entities: list[Entity] = []
    by_key: dict[tuple[str, tuple[str, ...]], Entity] = {}
    long_forms = expansions(page, usable)
    countries: dict[str, Entity] = {}
    sharing: dict[str, list[Entity]] = {}
    alone = {name.key[-1] for name in usable if not compound(page, name)}
    told = surnames(page, usable)
    # Longer names first make the clusters that shorter ones join; order within a length stays that of the text.
    for name in sorted(usable, key=lambda name: (-min(len(name.key), 5), name.first)):
        gender = honour(name) if len(name.key) == 1 else ""
        entity = by_key.get((gender, name.key))
        if entity is None:
            owned = compound(page, name) and len(name.key) == 2 and name.key[0] in alone
            kind, evidence = (ORGANIZATION, -1.0) if owned else _kind(page, name)
            words = name_span(page, name).of(page.text)
            country = country_of(words) if kind == PLACE and is_country(words) else None
            entity = countries.get(country or "") or by_key.get(("", long_forms.get(name.key, ())))
            near = [e for e in _alike(page, name, sharing, entities) if not _another(e, told.get(name.key))]
            entity = entity or _join(page, near, name, kind)
            if entity is None:
                entity = Entity(len(entities), kind, name.key)
                entities.append(entity)
                for word in set(_plain(_unsuffixed(name.key))):
                    sharing.setdefault(word, []).append(entity)
            if country is not None:
                countries[country] = entity
            entity.evidence += evidence
        elif (name.honorific or name.ranked) and entity.kind == OTHER:
            entity.kind, entity.evidence = PERSON, entity.evidence + 2
        by_key[gender, name.key] = entity
        entity.keys.add(name.key)
        entity.names.append(name)
        _gender(entity, name)
    for entity in entities:
        entity.names.sort(key=lambda name: name.first)
        entity.full = max(entity.names, key=lambda name: (len(name.key), -name.first))
        entity.key = entity.full.key
        if entity.kind == OTHER and entity.evidence > 0:
            entity.kind = PERSON
        if entity.kind == PERSON and not entity.gender and entity.key in told:
            entity.male += told[entity.key].gender == "m"
            entity.female += told[entity.key].gender == "f"
        entity.called = _called(page, entity, entity.full).of(page.text)
    entities.sort(key=lambda entity: entity.names[0].first)
    for number, entity in enumerate(entities):
        entity.number = number
    return entities


def _another(entity: Entity, surname: Surname | None) -> bool:
    """Whether a surname is not this one's: a president who is "he" is not the adviser of his name who is called Ann."""
    if surname is None or {entity.gender, surname.gender} != {"m", "f"}:
        return False
    return surname.first < min(name.first for name in entity.names)


def _called(page: Page, entity: Entity, full: Name) -> Span:
    """The fullest form; a peer's, pope's or king's with that before it where he has no other name."""
    if len(full.key) == 1 and entity.kind == PERSON:
        for name in entity.names:
            if name.begin < name.first and page.lower[name.first - 1] in lexicon.STYLES:
                return page.span(name.first - 1, name.end)
    return name_span(page, full)


def _kind(page: Page, name: Name) -> tuple[str, float]:
    key, word = name.key, page.words[name.first]
    country = country_of(" ".join(page.words[name.first : name.end]))
    if name.honorific or (name.ranked and not (len(key) == 1 and country)):
        return PERSON, 2.0
    if len(key) > 1 and (key[-1] in lexicon.ORG_HEADS or {"of", "for", "&", "and", "on"} & set(key)):
        return ORGANIZATION, -2.0
    if len(key) > 1 and key[0] in lexicon.BODIES_FIRST:
        return ORGANIZATION, -2.0
    if country:
        return PLACE, -2.0
    if " ".join(key) in lexicon.REGIONS:
        return PLACE, -2.0
    if demonym_of(" ".join(page.words[name.first : name.end])) and (len(key) == 1 or key[-1] in lexicon.DEMONYM_TAILS):
        return PEOPLE, -1.0
    if len(key) > 1 and key[-1] in lexicon.SITES:
        return PLACE, -1.0
    if len(key) > 1 and key[0] in first_names():
        return PERSON, 0.5 if key[-1] in common_words() else 1.5  # "Trump Tower"
    if len(key) in (2, 3) and (key[0] in lexicon.MORE_MEN or key[0] in lexicon.MORE_WOMEN):
        return PERSON, 1.0
    if len(key) > 1 and key[-1] in lexicon.LANDS:
        return PLACE, -1.0
    if len(key) > 1 and key[-1] in lexicon.PAPERS:
        return ORGANIZATION, -1.0
    shouted = page.capitals[name.first]  # where capitals are no sign of letters that stand for a body
    if len(key) == 1:
        if word.isupper() and 1 < len(word) <= 7 and not shouted:
            return ORGANIZATION, -1.0
        if key[0] in lexicon.KNOWN_BODIES:
            return ORGANIZATION, -2.0
        if key[0] in lexicon.ORG_HEADS or key[0] in lexicon.GROUPS:
            return ORGANIZATION, -1.0
        aged = page.words[name.end : name.end + 1] == [","] and page.words[name.end + 1 : name.end + 2]
        if aged and aged[0].isdigit() and len(aged[0]) == 2 and key[0] in first_names():
            return PERSON, 1.5  # "Ann, 44," of whom no more is told
        return OTHER, 0.0
    words = page.words[name.first : name.end]
    letters = words[-1].isupper() or any(word.isupper() and len(word) > 2 and "." not in word for word in words)
    if page.lower[name.end : name.end + 2] == [",", "which"] and key[-1] not in common_words():
        return ORGANIZATION, -1.0
    if key[0] in lexicon.STATES_IN_LETTERS or (letters and not shouted):  # "Harbour NSS", but "J.M. Oster" is a person
        return ORGANIZATION, -0.5
    return OTHER, 0.5 if len(key) <= 3 and key[-1] not in common_words() else -0.5


def _alike(page: Page, name: Name, sharing: dict[str, list[Entity]], entities: list[Entity]) -> list[Entity]:
    """Those that a name may belong to: a word is shared, or the name may be made of initials; in their order."""
    if len(name.key) == 1 and page.words[name.first].isupper():
        return entities
    found = {entity.number: entity for word in _plain(_unsuffixed(name.key)) for entity in sharing.get(word, ())}
    return [found[number] for number in sorted(found)]


def _join(page: Page, entities: list[Entity], name: Name, kind: str) -> Entity | None:
    """The entity that a shorter or variant form belongs to, the nearest before it where several fit."""
    fits: list[tuple[float, Entity]] = []
    for entity in entities:
        quality = _fit(page, entity, name, kind)
        if quality:
            before = any(other.first < name.first for other in entity.names)
            fits.append((quality + 0.5 * before, entity))
    if not fits:
        return None
    people = [entity for quality, entity in fits if int(quality) == _SURNAME and entity.kind == PERSON]
    if len(name.key) == 1 and len(people) > 1:
        # A surname alone is the one's whom the report is about, not that of a relative told of beside him.
        return max(people, key=lambda entity: _claim(page, entity))
    best = max(quality for quality, _ in fits)
    chosen = [entity for quality, entity in fits if quality == best]
    return max(chosen, key=lambda entity: max((o.first for o in entity.names if o.first < name.first), default=-1))


def _claim(page: Page, entity: Entity) -> tuple[bool, int, int]:
    """How good a claim one of several has to a surname that stands alone."""
    return not any(is_kin(page, name) for name in entity.names), len(entity.names), -entity.names[0].first


def is_kin(page: Page, name: Name) -> bool:
    """Whether somebody's relative is named: "his wife, Ann Oster", "Ann Oster, the mayor's sister"."""
    sentence = page.sentence[name.first]
    beside = [*range(max(0, name.begin - 3), name.begin)]
    if page.words[name.end : name.end + 1] == [","]:
        beside += range(name.end, min(name.end + 6, len(page.words)))
    return any(page.sentence[index] == sentence and page.lower[index] in lexicon.KIN for index in beside)


def _fit(page: Page, entity: Entity, name: Name, kind: str) -> float:
    key = name.key
    bare, own = _unsuffixed(key), _unsuffixed(entity.key)
    if not bare or not own:
        return 0.0
    if entity.kind in (PERSON, OTHER) and kind in (PERSON, OTHER):
        if set(_plain(bare)).isdisjoint(_plain(own)):
            return 0.0
        if len(bare) == 1 and len(own) > 1 and bare[0] != own[-1] and compound(page, entity.names[0]):
            return 0.0
        if {entity.gender, honour(name)} == {"m", "f"}:
            return 0.0
        if len(bare) == 1 and bare[0] != own[0] and not lexicon.ROYAL.isdisjoint(page.lower[name.begin : name.first]):
            return 0.0  # a king is called by his first name
        if len(bare) == 1 and name.ranked and bare[0] != own[-1] and own[0] not in first_names():
            return 0.0  # "President Oster" is not the Oster Tower
        if len(bare) == 1 and name.ranked and is_kin(page, entity.names[0]) and not entity.names[0].ranked:
            return 0.0  # nor his daughter Ann Oster
        if len(bare) == 1 and kind == OTHER and entity.evidence < 1 and own[0] in common_words():
            return 0.0
        return _fit_person(_plain(own), _plain(bare))
    if entity.kind == PERSON and len(key) == 1 and len(key[0]) > 4 and key[0] == own[-1]:
        return 3.0  # a surname in capitals
    if entity.kind == ORGANIZATION:
        word = page.words[name.first]
        if kind in (ORGANIZATION, OTHER) and _short(own) == _short(bare):
            return 3.0
        if (
            kind == OTHER
            and own[-1] in _LEGAL - {"news"}
            and own[: len(bare)] == bare
            and bare[-1] not in common_words()
        ):
            return 2.0  # "Novaquay" of Novaquay Harbour Holdings plc
        if len(key) == 1 and word.isupper() and len(word) > 1:
            return 3.0 if key[0] == _acronym(own) else 0.0
        if key[-1] in lexicon.GROUPS and len(key) == 1:
            return 0.0  # "Democrats" are no "House Democrats"
        if kind != PERSON and len(own) > len(bare) and own[-len(bare) :] == bare and key[0] in lexicon.ORG_HEADS:
            return 1.0
        if kind == ORGANIZATION and len(bare) > 1 and set(bare) <= set(own):
            return 2.0
    return 0.0


def compound(page: Page, name: Name) -> bool:
    """A surname before the letters of something: "Oster NSS" is no longer form of Oster; "Oster III" is a person."""
    last = page.words[name.end - 1]
    letters = last.isupper() and 1 < len(last) < 6 and not set(last) <= _ROMAN
    return letters and last.lower() not in lexicon.SUFFIXES and not page.words[name.first].isupper()


_ROMAN = frozenset("IVX")


#: Quality of a fit by the surname.
_SURNAME = 3
#: What a company's or broadcaster's name is often written without.
_LEGAL = frozenset(("corp", "corp.", "inc", "inc.", "ltd", "ltd.", "co", "co.", "plc", "llc", "ag", "news"))
_BROADCASTERS = lexicon.KNOWN_BODIES | frozenset(("fox", "sky"))


def _short(key: tuple[str, ...]) -> tuple[str, ...]:
    """A body's name without its legal form, a known broadcaster's without "News": "Velden News" is not Velden."""
    legal = len(key) > 1 and key[-1] in _LEGAL and (key[-1] != "news" or key[0] in _BROADCASTERS)
    return key[:-1] if legal else key


def _fit_person(own: tuple[str, ...], bare: tuple[str, ...]) -> float:
    if len(bare) == 1:
        word = bare[0]
        if word == own[-1]:
            return 3.0
        if len(own) > 1 and word == own[0]:
            return 2.0 if own[-1] not in common_words() else 0.0
        return 1.0 if word in own and word not in lexicon.PARTICLES else 0.0
    if own[-len(bare) :] == bare or own[: len(bare)] == bare:
        return 4.0
    if own[-1] == bare[-1]:
        if own[0] == bare[0] or set(bare) <= set(own):
            return 4.0
        first, other = own[0].rstrip("."), bare[0].rstrip(".")
        short = min(len(first), len(other))
        if first[:short] == other[:short] and short in (1, 3, 4):
            return 2.5
    return 0.0


@lru_cache(maxsize=4096)
def _unsuffixed(key: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in key if word not in lexicon.SUFFIXES)


@lru_cache(maxsize=4096)
def _plain(key: tuple[str, ...]) -> tuple[str, ...]:
    """Arabic names with and without their article are one."""
    return tuple(word[3:] if word[:3] in ("al-", "el-") and len(word) > 4 else word for word in key)


def _acronym(key: tuple[str, ...]) -> str:
    return "".join(word[0] for word in _short(key) if word not in ("of", "for", "and", "the", "&", "on", "in"))


def _share_of_women(first: str) -> float | None:
    if first in lexicon.MORE_MEN:
        return 0.0
    return 1.0 if first in lexicon.MORE_WOMEN else first_names().get(first)


def _gender(entity: Entity, name: Name) -> None:
    honoured = honour(name)
    entity.female += 3 * (honoured == "f")
    entity.male += 3 * (honoured == "m")
    alone = entity.kind == PERSON and len(entity.key) == 1 and not (name.ranked or name.honorific)
    share = _share_of_women(name.key[0]) if len(name.key) > 1 or alone else None
    if share is not None and name.key not in entity.keys - {name.key}:
        entity.female += share
        entity.male += 1 - share
