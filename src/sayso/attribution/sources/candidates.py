"""Whom a mention may mean: people and bodies named nearby, sources met before, the mention's own words."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from itertools import pairwise

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.entities import ORGANIZATION, OTHER, PEOPLE, PERSON, Entity, compound
from sayso.attribution.sources.governments import country_of, demonym_of
from sayso.attribution.sources.meant import Ahead, Candidate, nearest
from sayso.attribution.sources.mentions import Mention
from sayso.attribution.sources.names import Name
from sayso.attribution.sources.phrases import fuller, groups_near
from sayso.attribution.sources.possible import beside, describable, possible, unnamed_people
from sayso.attribution.sources.roles import is_role
from sayso.attribution.sources.scene import Referent, Scene

#: How many of the latest sources are candidates.
_RECENT = 8
#: Sentences to look back and ahead for names; from a headline, the first paragraphs.
_REACH = {"pronoun": (3, 0), "none": (1, 0), "description": (3, 1)}
_HEADLINE_REACH = 8
_WIDE = 15
_PAIR_REACH = 2
#: Pronouns for some of a group, and how they stand before its noun.
_PARTS = {word: word for word in "some many several most few one another two three all both".split()}
_PARTS["others"] = "other"
_SPEAKERS = frozenset(("official", "representative", "reporter", "broadcaster", "staffer", "president"))
#: Honorifics that are no part of how a source is called.
_COURTESY = frozenset("mr mr. mrs mrs. ms ms. miss".split())
_POSSESSIVES = {"his": "m", "her": "f", "its": "body", "their": "plural"}


class _Candidates:
    """Collects candidates for one mention in a fixed order, each name once."""

    def __init__(self, scene: Scene, mention: Mention) -> None:
        self.scene, self.page, self.mention = scene, scene.page, mention
        self.found: dict[str, Candidate] = {}

    def add(
        self, name: str, origin: str, place: int, entity: Entity | None = None, referent: Referent | None = None
    ) -> None:
        low = name.lower()
        known = self.found.get(low)
        if known is None:
            self.found[low] = Candidate(name, origin, entity, referent, place)
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
                    if {entity.gender, other.gender} == {"m", "f"} and entity.names[0].first < other.names[0].first:
                        continue  # a president who is "he" is not his daughter
                    if other.key[-1] in lexicon.SITES:
                        continue  # nor is a house of his a namesake
                    if other.key[-1] in lexicon.MEDIA_NAMES:
                        continue  # a town is not the newspaper called after it
                    if compound(self.page, other.names[0]):
                        continue  # nor is a person a paper of his
                    self.add_entity(other, "near", nearest(other, name.first))
        if country is not None:
            self.add(self.scene.state(country), "country", name.first, entity)

    def inside(self) -> None:
        """Names inside the mention, and the countries of its demonyms."""
        mention, head = self.mention, self.mention.head
        # "The chairman of the Harbour Board" is a person; "an official of the Harbour Board" speaks for it.
        one_holder = not self.mention.plural and is_role(head) and head not in _SPEAKERS and head[:6] != "spokes"
        for name in self.mention.names:
            entity = self.scene.entity(name)
            if entity is not None and entity.kind != PEOPLE and not beside(self.page, mention, name, entity):
                if one_holder and entity.kind != PERSON:
                    continue
                self.add_entity(entity, "inside", name.first)
            country = demonym_of(" ".join(self.page.words[name.first : name.end]))
            if country is not None:
                country = self.scene.state(country)
                met = next((r for r in self.scene.referents if r.name == country), None)
                self.add(country, "demonym", name.first, None, met)

    def own_words(self) -> None:
        """The mention as it stands without its article, and its first noun phrase."""
        mention = self.mention
        first = mention.first + (mention.determiner in ("the", "a", "an") and mention.end - mention.first > 1)
        if mention.name is not None and mention.name.begin == first and self.only_bearer(mention.name):
            first = mention.name.first
        article = mention.end - first == 1 and self.page.lower[first] in ("the", "a", "an")
        if first < mention.end and not article:
            self.add_words(first, mention.end, "self")
            if first + 1 < mention.phrase_end < mention.end:  # a noun alone describes nobody
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
                known = self.found[entity.display(self.page).lower()]
                if known.place < place < mention.first:
                    known.place = place  # named since it last spoke

    def further(self) -> None:
        """Where nobody in reach is of the pronoun's gender: who was named before that."""
        wanted = "m" if self.mention.head in lexicon.MALE_PRONOUNS else "f"
        known = [c for c in self.found.values() if c.entity is not None or c.referent is not None]
        if any(c.gender == wanted for c in known):
            return
        for entity, place in self.scene.near(self.mention.first, _WIDE, 0):
            if entity.kind in (PERSON, OTHER) and entity.gender in ("", wanted):
                self.add_entity(entity, "near", place)

    def coming(self, ahead: Sequence[Ahead]) -> None:
        """Who is introduced by name only with a coming statement."""
        for one in ahead:
            self.add_entity(one.entity, "next", one.place)
            known = self.found[one.entity.display(self.page).lower()]
            known.turns, known.alike = one.turns, one.alike

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
        if mention.plural:
            self.pairs()
        self.owned()
        self.partial()

    def partial(self) -> None:
        """Of whom "others", "some" or "another" are part, or whom they are set beside: "other experts"."""
        mention, page = self.mention, self.page
        word = _PARTS.get(mention.head)
        if word is None or mention.end - mention.first > 1:
            return
        for first, end in groups_near(page, mention.first):
            whole = page.span(first, end).of(page.text)
            self.add(whole, "group", first)
            self.add(f"{word} {whole}", "part", first)
        for referent in reversed(self.scene.referents[-_RECENT:]):
            one, _, rest = referent.name.partition(" ")
            if word in ("another", "one") and one.lower() in ("one", "a", "an") and rest:
                self.add(f"{word} {rest}", "part", referent.place)

    def owned(self) -> None:
        """The owner's name in the place of "his": "Oster's deputy", "some of Oster's neighbours"."""
        mention, page = self.mention, self.page
        at = next((i for i in range(mention.first, mention.end - 1) if page.lower[i] in _POSSESSIVES), None)
        if at is None:
            return
        before = page.text[page.begins[mention.first] : page.begins[at]]
        rest = page.span(at + 1, mention.end).of(page.text)
        owners = [r for r in reversed(self.scene.referents) if _may_own(r, _POSSESSIVES[page.lower[at]])]
        for owner in owners[:2]:
            self.add(f"{before}{owner.name}'s {rest}", "possessor", owner.place)

    def pairs(self) -> None:
        """Two named side by side, whom "both" or "the leaders" may mean: "Norland and Freedonia"."""
        page, scene = self.page, self.scene
        low = bisect.bisect_left(page.sentence, page.sentence[self.mention.first] - _PAIR_REACH)
        end = bisect.bisect_left(scene.starts, self.mention.first)
        names = scene.names[bisect.bisect_left(scene.starts, low) : end]
        for one, other in pairwise(names):
            a, b = scene.entity(one), scene.entity(other)
            between = page.lower[one.end : scene.begins.get(other.first, other.begin)]
            if a is None or b is None or a is b or between not in (["and"], ["and", "the"]):
                continue
            if a.kind != PEOPLE and (a.kind == PERSON) == (b.kind == PERSON):
                self.add(f"{a.display(page)} and {b.display(page)}", "pair", one.first)


def candidates(scene: Scene, mention: Mention, ahead: Sequence[Ahead] = ()) -> list[Candidate]:
    """Everything that a mention may mean; empty only for a source without words where nobody is in sight.

    ``ahead``: who is named for the first time as the source of a coming statement.
    """
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
        collected.pairs()
        for first, end in groups_near(scene.page, mention.first):
            collected.add_words(first, end, "group")
    if mention.form == "description":
        collected.described()
        collected.coming(ahead)
        return describable(scene, mention, list(collected.found.values()))
    if mention.form == "pronoun" and not collected.found:
        collected.own_words()
    return possible(mention, list(collected.found.values()))


def _may_own(referent: Referent, wanted: str) -> bool:
    entity = referent.entity
    person = entity.kind == PERSON if entity is not None else unnamed_people(referent)
    if wanted == "plural":
        return referent.plural or not person
    if wanted == "body":
        return not person and not referent.plural
    return entity is not None and person and entity.gender in ("", wanted)
