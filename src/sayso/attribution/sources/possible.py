"""Leaves out whom a pronoun or a description cannot mean."""

from __future__ import annotations

import bisect

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.entities import ORGANIZATION, OTHER, PERSON, PLACE, Entity
from sayso.attribution.sources.lexicon import word_set
from sayso.attribution.sources.meant import Candidate, nearest
from sayso.attribution.sources.mentions import Mention
from sayso.attribution.sources.names import Name
from sayso.attribution.sources.page import Page
from sayso.attribution.sources.roles import is_role
from sayso.attribution.sources.scene import Referent, Scene

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
#: Who is called so because he is not to be named.
_VEILED = frozenset(("official", "aide", "source", "insider", "person", "executive", "colleague", "employee", "worker"))
#: Offices in all their forms: who is called by one of them is not meant by another.
_ELECTED = (
    word_set("senator sen. sen"), word_set("governor gov. gov"), word_set("mayor"), word_set("sheriff"),
    word_set("minister secretary premier pm"), word_set("mp mep msp congressman congresswoman rep. rep representative"),
    word_set("judge justice magistrate"), word_set("bishop archbishop cardinal"), word_set("ambassador"),
)  # fmt: skip
#: Callings that are told of whoever has one.
_COMMON = word_set("""nurse surgeon paramedic midwife teacher pupil student driver pilot sailor farmer
    fisherman soldier witness resident neighbour neighbor passenger survivor shopkeeper waiter waitress baker worker
    contractor landlord tenant supplier courier porter mechanic electrician plumber carpenter cleaner inmate
    villager tourist patient bystander volunteer firefighter engineer trader miner""")
#: Groups of one kind that are not called by another's noun.
_SIDES = word_set("""rebels insurgents militants separatists gunmen protesters demonstrators residents villagers locals
    doctors nurses teachers students parents scientists researchers economists analysts
    experts critics opponents supporters democrats republicans unions strikers soldiers troops survivors relatives
    neighbours neighbors farmers fishermen miners drivers pilots passengers investors traders voters refugees migrants
    prisoners inmates guards firefighters rescuers journalists reporters workers employees""")
#: Bodies that are places too.
_LANDED = word_set("country city state kingdom nation island government governments regime")
#: Kinds of bodies that are not called by each other's nouns.
_BODY_KINDS = word_set("""association union ministry court council committee police army navy parliament party church
    university hospital school bank board commission federation club embassy department bloc jury""")
_FORCES = _BODY_KINDS - word_set("bank club board federation") | word_set("coastguard guard military")
#: Services with staff of their own; and words of which the name of one has one.
_SERVICES = word_set("coastguard guard police army navy military brigade hospital ambulance")
_OF_A_SERVICE = _SERVICES | word_set("""force forces fire rescue sheriff ministry department service services command
    medical health clinic infirmary center centre defence defense agency authority constabulary office trust corps""")
_INSTITUTIONS = _BODY_KINDS | _SERVICES
#: Who may be one person or several, but no body.
_SOMEBODY = _VEILED | word_set("""sources officials aides insiders people persons executives colleagues employees
    workers engineers diplomats lawyers friends one two three""")


def possible(mention: Mention, found: list[Candidate]) -> list[Candidate]:
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


def describable(scene: Scene, mention: Mention, found: list[Candidate]) -> list[Candidate]:
    """Leave out whom a description cannot mean, unless nothing would be left."""
    page = scene.page
    others = _owners(scene, mention) | _possessor(scene, mention)
    within = ((name, scene.entity(name)) for name in mention.names)
    others |= {e.number for name, e in within if e is not None and beside(page, mention, name, e)}
    headline = page.begins[mention.first] < page.headline.end
    bare = mention.determiner == "the" and not mention.names
    thing = not mention.names and mention.head in _THINGS
    medial = mention.head in _MEDIAL or mention.head.startswith("spokes")
    veiled = mention.determiner in ("a", "an", "") and not mention.names and mention.head in _VEILED
    common = mention.head in _COMMON
    institution = mention.head in _INSTITUTIONS
    spoken = bare and mention.head in lexicon.BODIES | lexicon.COMPANY
    paper = bare and mention.head in lexicon.DOCUMENTS
    theirs_after = _owner_place(mention, found)
    over = _over(page, mention) if mention.head in _OFFICES else frozenset()
    theirs = mention.determiner in ("his", "her") and institution and not mention.names
    service = bare and mention.head in _SERVICES
    holder = not mention.plural and is_role(mention.head) and mention.head not in lexicon.BODIES
    office = mention.determiner in ("his", "her", "my") and not mention.names and mention.head == "office"
    called = bool(mention.names) and mention.head in _ANY_BODY | lexicon.COMPANY and mention.head not in _OWN
    kin = mention.head in lexicon.KIN and any(name.possessed for name in mention.names)
    sex = "m" if mention.head in lexicon.MALE_WORDS else "f" if mention.head in lexicon.FEMALE_WORDS else ""
    ends = bisect.bisect_right(page.sentence, page.sentence[mention.first])
    kinsman = mention.head in lexicon.KIN and mention.determiner in ("his", "her", "their", "my")
    owned = kin or (holder and _of_a_body(scene, mention))

    def fits(candidate: Candidate) -> bool:
        entity, referent = candidate.entity, candidate.referent
        near, met = candidate.origin == "near", candidate.origin in ("near", "referent")
        alone = referent if entity is None else None  # a source met before that the report nowhere names
        person = entity is not None and entity.kind == PERSON
        firm = entity if entity is not None and entity.kind in (ORGANIZATION, OTHER) else None
        held = scene.title_words.get(entity.number, frozenset()) if entity is not None else frozenset()
        if entity is not None and entity.number in others:
            return False  # "Oster's insurer" is not Oster, "a mill in Veldham" not Veldham
        if kinsman and met and {sex, candidate.gender} == {"m", "f"}:
            return False  # "her husband" is no woman
        if kinsman and candidate.origin in ("near", "next") and candidate.place > ends and mention.head not in held:
            return False  # nor whoever is named farther down
        if veiled and entity is not None and entity.kind in (PERSON, OTHER) and candidate.origin in ("near", "next"):
            return False  # "a senior official" is not the spokeswoman named beside him
        if holder and person and met and _another_office(mention.head, held):
            return False  # "the trade minister" is not the member of parliament who spoke before
        if common and met and entity is not None and entity.kind == ORGANIZATION:
            return False  # "a hospital nurse" is no firm
        if common and person and candidate.origin not in ("inside", "entity") and held and mention.head not in held:
            return False  # nor is "a hospital nurse" the governor
        if alone is not None and alone.name.lower().startswith("another ") and not mention.plural:
            return mention.determiner not in ("a", "an")  # nor is "a nurse" another
        if common and alone is not None and _speaks_for(alone.head):
            return False  # nor "the driver" the minister's spokesman
        if thing and (_surely_person(candidate) or (referent is not None and bool(referent.gender))):
            return False  # "the company" is no person
        place = near and entity is not None and entity.kind == PLACE
        if place and thing and mention.head in lexicon.COMPANY and mention.head != "group":
            return False  # nor the bay where its ship went down
        if called and met and _surely_person(candidate):
            return False  # "the Library Friends group" is no person, though "the Oster campaign" may speak for one
        if owned and person and met and mention.head not in held:
            return False  # "the council's leader" is not the librarian who spoke before
        if thing and entity is not None and mention.head not in entity.key and _another_body(mention.head, entity):
            return False  # "the union" is not the Harbour Post, nor the Harbour Board
        if not medial and entity is not None and not lexicon.MEDIA_NAMES.isdisjoint((entity.key[0], entity.key[-1])):
            return False  # "the rebels", "the coast guard" are no newspaper
        if institution and alone is not None and alone.head in _INSTITUTIONS - {mention.head}:
            return False  # "the owners' association" is not "the fishermen's union"
        if mention.head in _SIDES and entity is not None and entity.kind == ORGANIZATION and near:
            return False  # "the rebels" are not the ministry named beside them
        if alone is not None and alone.head in lexicon.COMPANY and mention.head in _FORCES:
            return False  # "the coastguard" is not "the ferry operator"
        if institution and alone is not None and unnamed_people(alone):
            return False  # "the coastguard" is not "a source at the port"
        if spoken and alone is not None and alone.head in lexicon.DOCUMENTS:
            return False  # nor is "the bank" the report on it
        if paper and alone is not None and is_role(alone.head):
            return False  # nor the report a minister
        earlier = (person and candidate.origin == "referent") or candidate.origin == "fuller"
        if theirs_after is not None and earlier and candidate.place < theirs_after:
            return False  # "their spokesman" is not the army's, who spoke before the rebels
        if holder and person and met and over and mention.head in held and held.isdisjoint(over):
            return False  # "the minister of finance" is not whoever is minister of something else
        if service and met and firm is not None:
            return not _OF_A_SERVICE.isdisjoint(firm.key)  # nor the ferry's owners
        if theirs and met and firm is not None:
            return mention.head in firm.key  # nor is "her school" the hospital
        if holder and alone is not None and {alone.head, mention.head} <= _OFFICES:
            return alone.head == mention.head
        if office and entity is not None and entity.kind == ORGANIZATION:
            return False  # "her office" is not the Budget Office
        if holder and mention.head in _OFFICES and near and entity is not None and entity.kind == ORGANIZATION:
            return False  # "the mayor" is not the broadcaster named beside him
        if holder and candidate.origin == "referent" and not _may_hold(candidate):
            return False  # "the governor" is not "the villagers"
        if alone is not None and candidate.origin == "referent" and alone.plural:
            # "the trade ministry" is not the officials in it, "their families" are not they
            another = mention.head in lexicon.BODIES or mention.determiner == "their" or mention.head in _SIDES
            return alone.head == mention.head or not another
        if headline or candidate.turns or not near or entity is None or entity.kind not in (PERSON, OTHER):
            return True
        # nobody is meant by a description before his name stands anywhere, but by what the report says he is
        return mention.head in held or nearest(entity, mention.first) <= mention.end

    return [candidate for candidate in found if fits(candidate)] or found


def beside(page: Page, mention: Mention, name: Name, entity: Entity) -> bool:
    """Whether a name in a description only says where it is, or by whom it was seen or asked.

    "a company in Veldham" is not Veldham, though "officials in Freedonia" may be Freedonia; "a memo obtained by the
    Post" is not the Post.
    """
    governing = mention.head in ("officials", "authorities", "official", "police", "government")
    if entity.kind in (PLACE, OTHER) and name.first >= mention.phrase_end and not governing:
        return True
    if page.lower[name.begin - 1] in ("which", "that") and mention.phrase_end < name.begin:
        return True  # "the video, which Norwire has seen"
    by = name.begin - 1 - (page.lower[name.begin - 1] in lexicon.DETERMINERS)
    return mention.phrase_end < by and page.lower[by] == "by"


def _of_a_body(scene: Scene, mention: Mention) -> bool:
    """Whether a description says of which body it is: "the council's leader", "the Harbour Board's inspector"."""
    page = scene.page
    for at in range(mention.first + 1, mention.phrase_end - 1):
        if page.words[at] in ("'s", "’s"):
            owner = next((name for name in mention.names if name.end == at), None)
            if owner is None:
                return page.lower[at - 1] in lexicon.BODIES - _LANDED
            entity = scene.entity(owner)
            return entity is not None and entity.kind == ORGANIZATION
    return False


def _owner_place(mention: Mention, found: list[Candidate]) -> int | None:
    """Where those stand whose spokesman or leader "their" one is."""
    if mention.determiner not in ("their", "its") or not is_role(mention.head):
        return None
    return max((c.place for c in found if c.origin == "possessor"), default=None)


def _over(page: Page, mention: Mention) -> frozenset[str]:
    """What an office is said to be over: "finance" in "the minister of finance"."""
    rest = page.lower[mention.first : mention.end]
    if mention.names or rest.count("of") != 1:
        return frozenset()
    return frozenset(rest[rest.index("of") + 1 :]) - lexicon.DETERMINERS


def _another_office(head: str, held: frozenset[str]) -> bool:
    """Whether all that a person is called is an office of another kind than ``head``."""
    own = next((office for office in _ELECTED if head in office), None)
    return own is not None and held.isdisjoint(own) and any(not held.isdisjoint(office) for office in _ELECTED)


def unnamed_people(referent: Referent) -> bool:
    """Whether a source met before is somebody without a name, or several: "a source at the port"."""
    return referent.unnamed or referent.head in _SOMEBODY or (is_role(referent.head) and not referent.gender)


def _speaks_for(head: str) -> bool:
    return head.startswith("spokes") or head in _OFFICES or head in lexicon.BODIES


def _may_hold(candidate: Candidate) -> bool:
    """Whether a source met before may be one person, for all that is known of it."""
    entity, referent = candidate.entity, candidate.referent
    if referent is not None and (referent.plural or (entity is None and referent.head in _BODY_KINDS)):
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


def _possessor(scene: Scene, mention: Mention) -> set[int]:
    """Number of the person whose deputy "her deputy" is: who spoke last of those that it may be, no deputy himself."""
    wanted = {"his": "m", "her": "f"}.get(mention.determiner)
    if wanted is None or mention.plural or mention.names or not is_role(mention.head):
        return set()
    people = (r.entity for r in reversed(scene.referents) if r.entity is not None and r.entity.kind == PERSON)
    owner = next((entity for entity in people if entity.gender == wanted), None)
    if owner is None or mention.head in scene.title_words.get(owner.number, ()):
        return set()
    return {owner.number}


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
