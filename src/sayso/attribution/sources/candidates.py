"""Whom a mention may mean: people and bodies named nearby, sources met before, the mention's own words."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.entities import ORGANIZATION, OTHER, PEOPLE, PERSON, PLACE, Entity
from sayso.attribution.sources.governments import country_of, demonym_of
from sayso.attribution.sources.mentions import Mention
from sayso.attribution.sources.phrases import fuller, groups_near
from sayso.attribution.sources.scene import Referent, Scene

#: Where a candidate comes from.
ORIGINS = ("entity", "near", "titled", "referent", "inside", "country", "demonym", "self", "phrase", "ranked", "fuller",
           "body", "possessor", "group")  # fmt: skip
_RECENT = 8


@dataclass(slots=True)
class Candidate:
    """``place``: the word of its nearest mention before the one at hand."""

    name: str
    origin: str
    entity: Entity | None
    referent: Referent | None
    place: int


def candidates(scene: Scene, mention: Mention) -> list[Candidate]:
    """Candidates in a fixed order, each name once."""
    found: dict[str, Candidate] = {}
    if not scene.page.words:
        return []

    def add(name: str, origin: str, entity: Entity | None, referent: Referent | None, place: int) -> None:
        key = name.lower()
        if not key:
            return
        if key not in found:
            found[key] = Candidate(name, origin, entity, referent, place)
        elif found[key].referent is None and referent is not None:
            found[key].referent = referent

    def add_entity(entity: Entity, origin: str, place: int) -> None:
        referent = next((r for r in scene.referents if r.entity is entity), None)
        add(entity.display(scene.page), origin, entity, referent, place)

    if mention.form == "name" and mention.name is not None:
        _named(scene, mention, add, add_entity)
    elif mention.form not in ("none", "pronoun"):
        _own_words(scene, mention, add, add_entity)
    if mention.form in ("pronoun", "none", "description"):
        for referent in scene.referents[::-1][:_RECENT]:
            add(referent.name, "referent", referent.entity, referent, referent.place)
        back, ahead = _REACH[mention.form]
        if scene.page.begins[mention.first] < scene.page.headline.end:
            ahead = 8
        for entity, place in scene.near(mention.first, back, ahead):
            if entity.kind != PEOPLE and not mention.first <= place < mention.end:
                add_entity(entity, "near", place)
    if mention.form == "pronoun" and mention.head in lexicon.PLURAL_PRONOUNS:
        for first, end in groups_near(scene.page, mention.first):
            add(scene.page.span(first, end).of(scene.page.text), "group", None, None, first)
    if mention.form == "description":
        _described(scene, mention, add, add_entity)
    if not found and mention.form == "pronoun":
        _self(scene, mention, add)
    return _possible(mention, list(found.values()))


def _possible(mention: Mention, found: list[Candidate]) -> list[Candidate]:
    """Leave out what a pronoun cannot mean, unless nothing would be left."""
    if mention.form != "pronoun":
        return found
    if mention.head in lexicon.MALE_PRONOUNS or mention.head in lexicon.FEMALE_PRONOUNS:
        return [candidate for candidate in found if _one_person(candidate)] or found
    if mention.head in ("it", "its"):
        return [candidate for candidate in found if not _surely_person(candidate)] or found
    return found


def _one_person(candidate: Candidate) -> bool:
    entity, referent = candidate.entity, candidate.referent
    if referent is not None and (referent.plural or referent.gender):
        return not referent.plural
    if entity is not None:
        return entity.kind == PERSON or (entity.kind == OTHER and (referent is not None or entity.evidence > 0))
    return referent is not None and referent.head not in lexicon.BODIES and referent.head not in lexicon.DOCUMENTS


def _surely_person(candidate: Candidate) -> bool:
    entity = candidate.entity
    return entity is not None and entity.kind == PERSON and entity.evidence >= 1.5


#: Sentences to look back and ahead for names.
_REACH = {"pronoun": (3, 0), "none": (1, 0), "description": (3, 1)}


def _described(scene, mention, add, add_entity) -> None:  # type: ignore[no-untyped-def]
    page = scene.page
    for entity in scene.entities:
        if mention.head in scene.title_words.get(entity.number, ()):
            add_entity(entity, "titled", _nearest(entity, mention.first))
    body = next((low for low in page.lower[mention.first : mention.phrase_end] if low in lexicon.BODIES), "")
    if body:
        for entity in scene.entities:
            if entity.kind == ORGANIZATION and body in entity.key:
                add_entity(entity, "body", _nearest(entity, mention.first))
    for first, end in fuller(page, mention.head, mention.first, mention.end):
        add(page.span(first, end).of(page.text), "fuller", None, None, first)
    if body and body != mention.head:
        for first, end in fuller(page, body, mention.first, mention.end):
            add(page.span(first, end).of(page.text), "fuller", None, None, first)
    if mention.determiner in _POSSESSIVES and mention.end - mention.first > 1:
        rest = page.span(mention.first + 1, mention.end).of(page.text)
        wanted = _POSSESSIVES[mention.determiner]
        owners = [r for r in reversed(scene.referents) if _may_own(r.entity, r.plural, wanted)][:2]
        for owner in owners:
            add(f"{owner.name}'s {rest}", "possessor", None, None, owner.place)


_POSSESSIVES = {"his": "m", "her": "f", "its": "body", "their": "plural"}


def _may_own(entity: Entity | None, plural: bool, wanted: str) -> bool:
    person = entity is not None and entity.kind == PERSON
    if wanted == "plural":
        return plural or not person
    if wanted == "body":
        return not person and not plural
    return person and entity is not None and entity.gender in ("", wanted)


def _named(scene, mention, add, add_entity) -> None:  # type: ignore[no-untyped-def]
    name = mention.name
    entity = scene.entity(name)
    words = " ".join(scene.page.words[name.first : name.end])
    country = country_of(words) or demonym_of(words)
    if entity is not None:
        add_entity(entity, "entity", name.first)
        if len(entity.key) == 1 and entity.kind in (PERSON, OTHER):
            ranked = next((n for n in entity.names if n.ranked), None)
            if ranked is not None:
                add(scene.page.span(ranked.begin, ranked.end).of(scene.page.text), "ranked", entity, None, name.first)
        for other in scene.entities:
            if other is not entity and entity.kind in (PERSON, OTHER) and name.key[-1] in (other.key[0], other.key[-1]):
                add_entity(other, "near", _nearest(other, name.first))
    if country is not None:
        add(country, "country", entity, None, name.first)
    _self(scene, mention, add)


def _own_words(scene, mention, add, add_entity) -> None:  # type: ignore[no-untyped-def]
    for name in mention.names:
        entity = scene.entity(name)
        if entity is not None and entity.kind in (PERSON, ORGANIZATION, OTHER, PLACE):
            add_entity(entity, "inside", name.first)
        country = demonym_of(" ".join(scene.page.words[name.first : name.end]))
        if country is not None:
            add(country, "demonym", None, next((r for r in scene.referents if r.name == country), None), name.first)
    _self(scene, mention, add)


def _self(scene, mention, add) -> None:  # type: ignore[no-untyped-def]
    page = scene.page
    first = mention.first + (1 if mention.determiner in ("the", "a", "an") and mention.end - mention.first > 1 else 0)
    if first < mention.end:
        add(page.span(first, mention.end).of(page.text), "self", None, None, mention.first)
        if first < mention.phrase_end < mention.end:
            add(page.span(first, mention.phrase_end).of(page.text), "phrase", None, None, mention.first)


def _nearest(entity: Entity, place: int) -> int:
    before = [name.first for name in entity.names if name.first < place]
    return before[-1] if before else entity.names[0].first
