"""Whom a mention may mean: people and bodies named nearby, sources met before, the mention's own words."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.entities import ORGANIZATION, OTHER, PEOPLE, PERSON, PLACE, Entity, compound
from sayso.attribution.sources.governments import country_of, demonym_of
from sayso.attribution.sources.lexicon import word_set
from sayso.attribution.sources.mentions import Mention
from sayso.attribution.sources.names import Name
from sayso.attribution.sources.page import Page
from sayso.attribution.sources.phrases import fuller, groups_near
from sayso.attribution.sources.roles import is_role
from sayso.attribution.sources.scene import Referent, Scene

#: Where a candidate comes from.
ORIGINS = ("entity", "near", "titled", "referent", "inside", "country", "demonym", "self", "phrase", "ranked", "fuller",
           "body", "possessor", "group")  # fmt: skip
#: How many of the latest sources are candidates.
_RECENT = 8
#: Sentences to look back and ahead for names; from a headline, the first paragraphs.
_REACH = {"pronoun": (3, 0), "none": (1, 0), "description": (3, 1)}
_HEADLINE_REACH = 8
_WIDE = 15
_SPEAKERS = frozenset(("official", "representative", "reporter", "broadcaster", "staffer", "president"))
#: What speaks as its owner does, and who never does.
_OWN = frozenset(("campaign", "administration", "camp", "team", "office", "government"))
_RELATED = frozenset(("insurer", "insurers", "family", "families", "lawyer", "lawyers", "relatives", "rival", "rivals"))
_THINGS = lexicon.BODIES | lexicon.COMPANY | lexicon.DOCUMENTS | lexicon.MEDIA
_ANY_BODY = word_set("""association authority body campaign charity foundation group institution institute movement
    organisation organization program programme service team coalition alliance mission watchdog""")
#: Offices of which one person holds one.
_OFFICES = word_set("""president governor mayor sheriff judge ambassador senator minister bishop chancellor coroner
    teacher prosecutor""")
#: What a medium may be called, or who in it.
_MEDIAL = (
    lexicon.MEDIA
    | lexicon.DOCUMENTS
    | word_set("""editor editors journalist journalists reporter reporters representative official company firm group
    organisation organization service program programme show radio television press owner publisher host anchor""")
)
#: Kinds of bodies that are not called by each other's nouns.
_BODY_KINDS = word_set("""association union ministry court council committee police army navy parliament party church
    university hospital school bank board commission federation club embassy department""")
#: Honorifics that are no part of how a source is called.
_COURTESY = frozenset("mr mr. mrs mrs. ms ms. miss".split())
_POSSESSIVES = {"his": "m", "her": "f", "its": "body", "their": "plural"}


@dataclass(slots=True)
class Candidate:
    """``place``: the word of its nearest mention before the one at hand."""

    name: str
    origin: str
    entity: Entity | None
    referent: Referent | None
    place: int


class _Candidates:
    """Collects candidates for one mention in a fixed order, each name once."""

    def __init__(self, scene: Scene, mention: Mention) -> None:
        self.scene, self.page, self.mention = scene, scene.page, mention
        self.found: dict[str, Candidate] = {}

    def add(
        self, name: str, origin: str, place: int, entity: Entity | None = None, referent: Referent | None = None
    ) -> None:
        known = self.found.get(name.lower())
        if known is None:
            self.found[name.lower()] = Candidate(name, origin, entity, referent, place)
        elif known.referent is None:
            known.referent = referent

    def add_entity(self, entity: Entity, origin: str, place: int) -> None:
        referent = next((r for r in self.scene.referents if r.entity is entity), None)
        self.add(entity.display(self.page), origin, place, entity, referent)

    def add_words(self, first: int, end: int, origin: str) -> None:
        self.add(self.page.span(first, end).of(self.page.text), origin, first)

    def named(self) -> None:
        """The mention is headed by a name: who bears it, the country it stands for, namesakes."""
        name = self.mention.name
        if name is None:
            return
        entity = self.scene.entity(name)
        words = " ".join(self.page.words[name.first : name.end])
        whole = len(name.key) == 1 or name.key[-1] in lexicon.DEMONYM_TAILS
        country = country_of(words) or (demonym_of(words) if whole else None)
        if entity is not None:
            self.add_entity(entity, "entity", name.first)
            if entity.kind in (PERSON, OTHER):
                ranked = next((n for n in entity.names if n.ranked), None) if len(entity.key) == 1 else None
                if ranked is not None:
                    self.add(self.page.span(ranked.begin, ranked.end).of(self.page.text), "ranked", name.first, entity)
                for other in self.scene.entities:
                    if name.key[-1] not in (other.key[0], other.key[-1]) or other is entity:
                        continue
                    if other.key[-1] in lexicon.SITES:
                        continue  # nor is a house of his a namesake
                    if other.key[-1] in lexicon.MEDIA_NAMES:
                        continue  # a town is not the newspaper called after it
                    if compound(self.page, other.names[0]):
                        continue  # nor is a person a paper of his
                    self.add_entity(other, "near", nearest(other, name.first))
        if country is not None:
            self.add(country, "country", name.first, entity)

    def inside(self) -> None:
        """Names inside the mention, and the countries of its demonyms."""
        mention, head = self.mention, self.mention.head
        # "The chairman of the Harbour Board" is a person; "an official of the Harbour Board" speaks for it.
        one_holder = not self.mention.plural and is_role(head) and head not in _SPEAKERS and head[:6] != "spokes"
        for name in self.mention.names:
            entity = self.scene.entity(name)
            if entity is not None and entity.kind != PEOPLE and not _beside(self.page, mention, name, entity):
                if one_holder and entity.kind != PERSON:
                    continue
                self.add_entity(entity, "inside", name.first)
            country = demonym_of(" ".join(self.page.words[name.first : name.end]))
            if country is not None:
                met = next((r for r in self.scene.referents if r.name == country), None)
                self.add(country, "demonym", name.first, None, met)

    def own_words(self) -> None:
        """The mention as it stands without its article, and its first noun phrase."""
        mention = self.mention
        first = mention.first + (mention.determiner in ("the", "a", "an") and mention.end - mention.first > 1)
        if mention.name is not None and mention.name.begin == first and self.only_bearer(mention.name):
            first = mention.name.first
        if first < mention.end:
            self.add_words(first, mention.end, "self")
            if first < mention.phrase_end < mention.end:
                self.add_words(first, mention.phrase_end, "phrase")

    def only_bearer(self, name: Name) -> bool:
        """Whether "Mr. Oster" is just Oster: nobody else of that name is told apart by the honorific."""
        return name.honorific in _COURTESY and not any(
            entity.key[-1] == name.key[-1] and entity is not self.scene.entity(name) for entity in self.scene.entities
        )

    def met_before(self) -> None:
        for referent in self.scene.referents[::-1][:_RECENT]:
            self.add(referent.name, "referent", referent.place, referent.entity, referent)

    def near(self) -> None:
        mention = self.mention
        back, ahead = _REACH[mention.form]
        if self.page.begins[mention.first] < self.page.headline.end:
            ahead = _HEADLINE_REACH
        for entity, place in self.scene.near(mention.first, back, ahead):
            if entity.kind != PEOPLE and not mention.first <= place < mention.end:
                self.add_entity(entity, "near", place)

    def further(self) -> None:
        """Where nobody in reach is of the pronoun's gender: who was named before that."""
        wanted = "m" if self.mention.head in lexicon.MALE_PRONOUNS else "f"
        known = [c for c in self.found.values() if c.entity is not None or c.referent is not None]
        if any(_gender(c) == wanted for c in known):
            return
        for entity, place in self.scene.near(self.mention.first, _WIDE, 0):
            if entity.kind in (PERSON, OTHER) and entity.gender in ("", wanted):
                self.add_entity(entity, "near", place)

    def described(self) -> None:
        """Who is said to be what the description says; the fuller phrase that it may shorten; "his" resolved."""
        mention, page = self.mention, self.page
        for entity in self.scene.entities:
            if mention.head in self.scene.title_words.get(entity.number, ()):
                self.add_entity(entity, "titled", nearest(entity, mention.first))
        body = next((low for low in page.lower[mention.first : mention.phrase_end] if low in lexicon.BODIES), "")
        if body:
            for entity in self.scene.entities:
                if entity.kind == ORGANIZATION and body in entity.key:
                    self.add_entity(entity, "body", nearest(entity, mention.first))
        for noun in dict.fromkeys((mention.head, body or mention.head)):
            for first, end in fuller(page, noun, mention.first, mention.end):
                self.add_words(first, end, "fuller")
        wanted = _POSSESSIVES.get(mention.determiner)
        if wanted is not None and mention.end - mention.first > 1:
            rest = page.span(mention.first + 1, mention.end).of(page.text)
            owners = [r for r in reversed(self.scene.referents) if _may_own(r, wanted)]
            for owner in owners[:2]:
                self.add(f"{owner.name}'s {rest}", "possessor", owner.place)


def candidates(scene: Scene, mention: Mention) -> list[Candidate]:
    """Everything that a mention may mean; empty only for a source without words where nobody is in sight."""
    if not scene.page.words:
        return []
    collected = _Candidates(scene, mention)
    if mention.form == "name":
        collected.named()
        collected.own_words()
        return list(collected.found.values())
    if mention.form in ("description", "joint"):
        collected.inside()
        collected.own_words()
    if mention.form != "joint":
        collected.met_before()
        collected.near()
    if mention.form == "pronoun" and mention.head in lexicon.MALE_PRONOUNS | lexicon.FEMALE_PRONOUNS:
        collected.further()
    if mention.form == "pronoun" and mention.head in lexicon.PLURAL_PRONOUNS:
        for first, end in groups_near(scene.page, mention.first):
            collected.add_words(first, end, "group")
    if mention.form == "description":
        collected.described()
        return _describable(scene, mention, list(collected.found.values()))
    if mention.form == "pronoun" and not collected.found:
        collected.own_words()
    return _possible(mention, list(collected.found.values()))


def nearest(entity: Entity, place: int) -> int:
    """First word of the entity's nearest name before a word, or of its first name."""
    before = [name.first for name in entity.names if name.first < place]
    return before[-1] if before else entity.names[0].first


def _may_own(referent: Referent, wanted: str) -> bool:
    entity = referent.entity
    person = entity is not None and entity.kind == PERSON
    if wanted == "plural":
        return referent.plural or not person
    if wanted == "body":
        return not person and not referent.plural
    return entity is not None and person and entity.gender in ("", wanted)


def _possible(mention: Mention, found: list[Candidate]) -> list[Candidate]:
    """Leave out what a pronoun cannot mean, unless nothing would be left."""
    if mention.form != "pronoun":
        return found
    if mention.head in lexicon.MALE_PRONOUNS or mention.head in lexicon.FEMALE_PRONOUNS:
        other = "f" if mention.head in lexicon.MALE_PRONOUNS else "m"
        people = [candidate for candidate in found if _one_person(candidate)]
        return [one for one in people if not _surely(one, other)] or people or found
    if mention.head in ("it", "its"):
        single = [c for c in found if c.entity is not None or c.referent is None or not c.referent.plural] or found
        return [candidate for candidate in single if not _surely_person(candidate)] or single
    return found


def _describable(scene: Scene, mention: Mention, found: list[Candidate]) -> list[Candidate]:
    """Leave out whom a description cannot mean, unless nothing would be left."""
    page = scene.page
    others = _owners(scene, mention)
    within = ((name, scene.entity(name)) for name in mention.names)
    others |= {e.number for name, e in within if e is not None and _beside(page, mention, name, e)}
    headline = page.begins[mention.first] < page.headline.end
    thing = not mention.names and mention.head in _THINGS
    medial = mention.head in _MEDIAL or mention.head.startswith("spokes")
    body = mention.head in _BODY_KINDS and mention.end - mention.first > 1 + bool(mention.determiner)
    holder = not mention.plural and is_role(mention.head) and mention.head not in lexicon.BODIES

    def fits(candidate: Candidate) -> bool:
        entity, referent = candidate.entity, candidate.referent
        if entity is not None and entity.number in others:
            return False  # "Oster's insurer" is not Oster, "a mill in Veldham" not Veldham
        if thing and (_surely_person(candidate) or (referent is not None and bool(referent.gender))):
            return False  # "the company" is no person
        if thing and entity is not None and mention.head not in entity.key and _another_body(mention.head, entity):
            return False  # "the union" is not the Harbour Post, nor the Harbour Board
        if not medial and entity is not None and not lexicon.MEDIA_NAMES.isdisjoint((entity.key[0], entity.key[-1])):
            return False  # "the rebels", "the coast guard" are no newspaper
        if body and entity is None and referent is not None and referent.head in _BODY_KINDS - {mention.head}:
            return False  # "the owners' association" is not "the fishermen's union"
        if holder and referent is not None and entity is None and {referent.head, mention.head} <= _OFFICES:
            return referent.head == mention.head
        office = holder and mention.head in _OFFICES and candidate.origin == "near"
        if office and entity is not None and entity.kind == ORGANIZATION:
            return False  # "the mayor" is not the broadcaster named beside him
        if holder and candidate.origin == "referent" and not _may_hold(candidate):
            return False  # "the governor" is not "the villagers"
        if entity is None and candidate.origin == "referent" and referent is not None and referent.plural:
            # "the trade ministry" is not the officials in it, "their families" are not they
            return referent.head == mention.head or not (
                mention.head in lexicon.BODIES or mention.determiner == "their"
            )
        if headline or candidate.origin != "near" or entity is None or entity.kind not in (PERSON, OTHER):
            return True
        # nobody is meant by a description before his name stands anywhere, but by what the report says he is
        titled = mention.head in scene.title_words.get(entity.number, ())
        return titled or nearest(entity, mention.first) <= mention.end

    return [candidate for candidate in found if fits(candidate)] or found


def _beside(page: Page, mention: Mention, name: Name, entity: Entity) -> bool:
    """Whether a name in a description only says where it is, or by whom it was seen or asked.

    "a company in Veldham" is not Veldham, though "officials in Freedonia" may be Freedonia; "a memo obtained by the
    Post" is not the Post.
    """
    governing = mention.head in ("officials", "authorities", "official", "police", "government")
    if entity.kind in (PLACE, OTHER) and name.first >= mention.phrase_end and not governing:
        return True
    by = name.begin - 1 - (page.lower[name.begin - 1] in lexicon.DETERMINERS)
    return mention.phrase_end < by and page.lower[by] == "by"


def _may_hold(candidate: Candidate) -> bool:
    """Whether a source met before may be one person, for all that is known of it."""
    entity, referent = candidate.entity, candidate.referent
    if referent is not None and referent.plural:
        return False
    return entity is None or entity.kind != ORGANIZATION or (referent is not None and referent.unnamed)


def _another_body(head: str, entity: Entity) -> bool:
    """Whether the entity's name says that it is a body of another kind than ``head``."""
    last = entity.key[-1]
    if head in lexicon.MEDIA or head in lexicon.DOCUMENTS or head in _ANY_BODY:
        return False
    alike = head in lexicon.COMPANY and last in lexicon.COMPANY
    return last in lexicon.MEDIA_NAMES or (last in lexicon.BODIES and not alike)


def _owners(scene: Scene, mention: Mention) -> set[int]:
    """Numbers of the people whose possessions the mention means: "Oster" in "Oster's insurer"."""
    if mention.head in _OWN:
        return set()
    inside = [name for name in mention.names if name.possessed and name.end + 1 < mention.phrase_end]
    named = [entity for name in inside if (entity := scene.entity(name)) is not None]
    return {entity.number for entity in named if entity.kind == PERSON or mention.head in _RELATED}


def _gender(candidate: Candidate) -> str:
    if candidate.entity is not None and candidate.entity.gender:
        return candidate.entity.gender
    return candidate.referent.gender if candidate.referent is not None else ""


def _one_person(candidate: Candidate) -> bool:
    entity, referent = candidate.entity, candidate.referent
    if referent is not None and (referent.plural or referent.gender):
        return not referent.plural
    if entity is not None:
        return entity.kind == PERSON or (entity.kind == OTHER and (referent is not None or entity.evidence > 0))
    return referent is not None and referent.head not in lexicon.BODIES and referent.head not in lexicon.DOCUMENTS


def _surely(candidate: Candidate, gender: str) -> bool:
    """Whether an honorific, a title or two signs tell this gender and none the other."""
    entity = candidate.entity
    if entity is None or entity.gender != gender:
        return False
    signs, against = (entity.female, entity.male) if gender == "f" else (entity.male, entity.female)
    return signs >= 0.9 and against < 0.05 * signs


def _surely_person(candidate: Candidate) -> bool:
    entity = candidate.entity
    return entity is not None and entity.kind == PERSON and entity.evidence >= 1.5
