"""Whom a mention may mean: people and bodies named nearby, sources met before, the mention's own words."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.entities import ORGANIZATION, OTHER, PERSON, PLACE, Entity
from sayso.attribution.sources.governments import country_of, demonym_of
from sayso.attribution.sources.mentions import Mention
from sayso.attribution.sources.scene import Referent, Scene

#: Where a candidate comes from.
ORIGINS = ("entity", "near", "titled", "referent", "inside", "country", "demonym", "self", "phrase", "ranked")
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
    elif mention.form != "none":
        _own_words(scene, mention, add, add_entity)
    if mention.form in ("pronoun", "none", "description"):
        for referent in scene.referents[::-1][:_RECENT]:
            add(referent.name, "referent", referent.entity, referent, referent.place)
        reach = {"pronoun": (3, 0), "none": (1, 0), "description": (3, 1)}[mention.form]
        for entity, place in scene.near(mention.first, *reach):
            if place < mention.first or place >= mention.end:
                add_entity(entity, "near", place)
    if mention.form == "description":
        for entity in scene.entities:
            if mention.head in scene.title_words.get(entity.number, ()):
                add_entity(entity, "titled", _nearest(entity, mention.first))
    return list(found.values())


def _named(scene, mention, add, add_entity) -> None:  # type: ignore[no-untyped-def]
    name = mention.name
    entity = scene.entity(name)
    words = " ".join(name.key)
    country = country_of(words)
    if entity is not None:
        add_entity(entity, "entity", name.first)
        if len(entity.key) == 1 and entity.kind in (PERSON, OTHER):
            ranked = next((n for n in entity.names if n.ranked), None)
            if ranked is not None:
                add(scene.page.span(ranked.begin, ranked.end).of(scene.page.text), "ranked", entity, None, name.first)
        for other in scene.entities:
            if other is not entity and name.key[-1] in other.key:
                add_entity(other, "near", _nearest(other, name.first))
    if country is not None:
        add(country, "country", entity, None, name.first)
    _self(scene, mention, add)


def _own_words(scene, mention, add, add_entity) -> None:  # type: ignore[no-untyped-def]
    for name in mention.names:
        entity = scene.entity(name)
        if entity is not None and entity.kind in (PERSON, ORGANIZATION, OTHER, PLACE):
            add_entity(entity, "inside", name.first)
        country = demonym_of(" ".join(name.key)) or demonym_of(name.key[0])
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
