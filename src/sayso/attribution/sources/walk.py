"""Goes through a report's attributions in text order and decides for each whom its mention means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.attribution.interviews import is_answer
from sayso.attribution.sources import lexicon
from sayso.attribution.sources.acronyms import is_acronym
from sayso.attribution.sources.ahead import speakers_ahead
from sayso.attribution.sources.candidates import candidates
from sayso.attribution.sources.entities import ORGANIZATION, PERSON, Entity, is_kin
from sayso.attribution.sources.features import Rows, rows
from sayso.attribution.sources.governments import country_of, demonym_of, is_country
from sayso.attribution.sources.introductions import apposed, asked, author, called, introduced
from sayso.attribution.sources.meant import Candidate, nearest
from sayso.attribution.sources.mentions import Mention, read_mention
from sayso.attribution.sources.names import Name
from sayso.attribution.sources.roles import is_role
from sayso.attribution.sources.scene import Referent, Scene
from sayso.attribution.sources.surnames import honour
from sayso.tagger.spans import Attribution

_MARKS = frozenset("“”\"'‘’")
#: How many contents back one may stand that holds the last.
_BACK = 6
#: Given the turn, the mention, its candidates and what works out their rows of features: the index of the one meant,
#: and how surely.
Chooser = Callable[[int, Mention, list[Candidate], Callable[[], Rows]], tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom one attribution's mention means. ``sure``: the chooser's figure, 1.0 where a rule decided."""

    mention: Mention
    candidate: Candidate
    referent: Referent
    sure: float
    by: str  # the rule, or the form of mention for which the ranker decided: what confidence is calibrated on


def walk(scene: Scene, attributions: Sequence[Attribution], choose: Chooser) -> list[Choice | None]:
    """One choice for each attribution, in their order; None where a source has no words and nobody is in sight."""
    made: list[Choice | None] = []
    end = max(len(scene.page.words) - 1, 0)
    mentions = [
        read_mention(scene.page, scene.names, scene.starts, a.source, min(scene.page.at(a.begin), end))
        for a in attributions
    ]
    for turn, (mention, attribution) in enumerate(zip(mentions, attributions, strict=True)):
        found = candidates(scene, mention, speakers_ahead(scene, mentions, attributions, turn))
        candidate, sure, by = _decide(scene, mention, attribution, turn, found, choose)
        if candidate is None:
            made.append(None)
            continue
        referent = _remember(scene, mention, candidate, turn)
        scene.heard.extend((span, referent) for span in attribution.content)
        made.append(Choice(mention, candidate, referent, sure, by))
    return made


def _decide(
    scene: Scene, mention: Mention, attribution: Attribution, turn: int, found: list[Candidate], choose: Chooser
) -> tuple[Candidate | None, float, str]:
    if mention.form == "joint":
        parts = [_part(scene, attribution, turn, part, choose) for part in mention.parts]
        names = [part for part in parts if part]
        text = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
        return Candidate(text, "joint", None, _known(scene, text), mention.first), 0.5, "joint"
    unnamed = attribution.source is None or (mention.head == "we" and not scene.page.quoted[mention.first])
    if unnamed and attribution.cue and attribution.act.get("cannot-verify", 0.0) > 0.5:
        told = _teller(scene, mention)  # "could not be verified": by whoever tells it
        return told, 0.5, "teller" if told else ""
    if is_answer(scene.page.text, attribution):
        one = asked(scene)
        return (_named(scene, one) if one else None), 0.5, "introduced"
    if not found:
        return None, 0.0, ""
    going = _continued(scene, attribution, turn)
    if going is not None:
        return Candidate(going.name, "referent", going.entity, going, going.place), 0.5, "continued"
    found = _without_self(scene, mention, attribution, found)
    if _clear(scene, mention, found):
        return found[0], 0.5, "clear"
    if introduced(scene, mention, found):
        return found[0], 0.5, "introduced"
    country = _country(scene, mention, found) or _officials(scene, mention) or _administration(scene, mention)
    if country is not None:
        return country, 0.5, "country"
    named = apposed(scene, mention) or called(scene, mention) or author(scene, mention)
    if named is not None:
        return _named(scene, named), 0.5, "apposed"
    spoken_for = _spoken_for(mention, found)
    if spoken_for is not None:
        return spoken_for, 0.5, "spokesperson"
    again = _same_again(scene, mention, attribution, found)
    if again is not None:
        return again, _TOLD, mention.form
    told = _body_again(scene, mention, found) or _anonymous(scene, mention, found) or _just_met(scene, mention)
    if told is not None:
        return told, _TOLD, mention.form
    index, sure = choose(turn, mention, found, lambda: rows(scene, mention, attribution, turn, found))
    return found[index], sure, mention.form


def _teller(scene: Scene, mention: Mention) -> Candidate | None:
    if not scene.teller:
        return None
    known = _known(scene, scene.teller)
    return Candidate(
        scene.teller, "referent" if known else "self", known.entity if known else None, known, mention.first
    )


def _without_self(scene: Scene, mention: Mention, attribution: Attribution, found: list[Candidate]) -> list[Candidate]:
    """Where a namesake is known, the other one speaks within somebody's words: "Ann Oster said Oster told her"."""
    if mention.form != "name" or mention.name is None or len(mention.name.key) > 1:
        return found
    own = attribution.source
    around = {
        r.entity.number for span, r in scene.heard if r.entity is not None and own is not None and span.contains(own)
    }
    people = [c for c in found if c.entity is not None and c.entity.kind == PERSON]
    others = [c for c in people if c.entity is not None and c.entity.number not in around]
    return others if others and len(others) < len(people) else found


def _clear(scene: Scene, mention: Mention, found: list[Candidate]) -> bool:
    """A person's name of several words, a form of one that nobody else here could have, a body's initials."""
    entity, name = found[0].entity, mention.name
    if entity is not None and entity.kind == ORGANIZATION and found[0].origin == "entity" and name is not None:
        alone = mention.form == "name" and (name.end, len(name.key)) == (mention.end, 1) and len(entity.key) > 2
        return alone and name.first - mention.first == bool(mention.determiner) and is_acronym(name, scene.page)
    if mention.form != "name" or found[0].origin != "entity" or entity is None or entity.kind != PERSON:
        return False
    if len(entity.key) == 1:
        return False
    honoured = honour(mention.name) if mention.name is not None else ""
    if honoured and all(c.entity is None or c.entity.gender not in ("", honoured) for c in found[1:]):
        return True  # "Mr. Oster" where the other Oster is a woman
    if mention.name is not None and len(mention.name.key) > 1:  # in full, whoever else bears the surname
        return entity.evidence >= 0.5
    return entity.evidence >= 1.5 and all(c.origin == "self" or _lesser(scene, c.entity, entity) for c in found[1:])


def _lesser(scene: Scene, other: Entity | None, entity: Entity) -> bool:
    """Whether a namesake is never called by the surname alone: a relative, or one hardly named beside the entity."""
    if other is None or any(is_kin(scene.page, name) for name in entity.names):
        return False
    return 4 * len(other.names) <= len(entity.names) or any(is_kin(scene.page, name) for name in other.names)


def _continued(scene: Scene, attribution: Attribution, turn: int) -> Referent | None:
    """The speaker before, where words without source or cue go on in his paragraph, or as a quotation that is all of
    the next one."""
    if turn < 1 or attribution.source is not None or attribution.cue or not scene.heard:
        return None
    page, text = scene.page, scene.page.text
    (before, speaker), content = scene.heard[-1], attribution.content
    for span, other in scene.heard[-_BACK:]:
        if span != before and span.contains(before):
            before, speaker = span, other  # whoever told what the one before said
            break
    first, last = page.at(content[0].begin), page.at(max(content[-1].end - 1, content[-1].begin))
    here, there = page.paragraph[min(first, len(page.words) - 1)], page.paragraph[page.at(before.end - 1)]
    if here == there:
        return speaker
    quoted = text[content[0].begin] in _MARKS
    alone = (first == 0 or page.paragraph[first - 1] < here) and not any(
        word[0].isalnum() and paragraph == here
        for word, paragraph in zip(page.words[last + 1 : last + 4], page.paragraph[last + 1 : last + 4], strict=True)
    )
    spoken = text[before.begin] in _MARKS or text[before.end - 1] in _MARKS
    return speaker if quoted and alone and spoken and here == there + 1 else None


def _country(scene: Scene, mention: Mention, found: list[Candidate]) -> Candidate | None:
    """The state that a mention of nothing but its name or capital stands for, in the fullest form that the report has:
    "U.S." where it is not written out."""
    name, by_origin = mention.name, {candidate.origin: candidate for candidate in found}
    entity = scene.entity(name) if name is not None else None
    if name is None or entity is None or entity.kind == PERSON or mention.form != "name":
        return None
    bare = name.first - mention.first == bool(mention.determiner) and mention.end - name.end <= name.possessed
    words = " ".join(scene.page.words[name.first : name.end])
    if not bare or country_of(words) is None:
        return None
    spelt = is_country(words)
    return by_origin.get("entity") if spelt else by_origin.get("country") or by_origin.get("entity")


def _officials(scene: Scene, mention: Mention) -> Candidate | None:
    """The state whose "Norlandic officials" or "officials in" its capital speak; those of the United States are many
    bodies' and stay as they are called. "Officials with the Harbour Board" are the board."""
    if mention.form != "description" or mention.head != "officials" or len(mention.names) != 1:
        return None
    page, name = scene.page, mention.names[0]
    words = " ".join(page.words[name.first : name.end])
    first = mention.first + (mention.determiner == "the")
    if (name.begin, name.end + 1) == (first, mention.end):
        country = demonym_of(words)
    elif name.end == mention.end and page.lower[first : name.begin] in (["officials", "in"], ["officials", "from"]):
        country = country_of(words)
    elif name.end == mention.end and page.lower[first : name.begin] in _OFFICIALS_WITH:
        entity = scene.entity(name)
        body = entity is not None and entity.kind == ORGANIZATION
        return Candidate(entity.display(page), "inside", entity, None, name.first) if entity and body else None
    else:
        return None
    if country is None or country == "United States":
        return None
    state = scene.state(country)
    return Candidate(state, "demonym", None, _known(scene, state), name.first)


def _administration(scene: Scene, mention: Mention) -> Candidate | None:
    """Whose administration is meant by "the administration", where the report names one and no other."""
    page = scene.page
    own = page.lower[mention.first + bool(mention.determiner) : mention.end]
    if mention.form != "description" or own not in (["administration"], ["administration", "officials"]):
        return None
    before = (page.words[place - 1] for place in page.places("administration") if place and not page.skipped[place])
    named = {word for word in before if word[0].isupper() and word.lower() not in lexicon.OPENERS}
    if len(named) != 1:
        return None
    name = f"{named.pop()} administration"
    return Candidate(name, "fuller", None, _known(scene, name), mention.first)


def _named(scene: Scene, name: Name) -> Candidate:
    entity = scene.by_name[name.first]
    return Candidate(entity.display(scene.page), "entity", entity, None, name.first)


def _spoken_for(mention: Mention, found: list[Candidate]) -> Candidate | None:
    """The body that an unnamed spokesperson speaks for, where the mention names one."""
    if mention.form != "description" or not mention.head.startswith("spokes"):
        return None
    bodies = [c for c in found if c.origin == "inside" and c.entity is not None and c.entity.kind == ORGANIZATION]
    return bodies[0] if len(bodies) == 1 else None


_OFFICIALS_WITH = (["officials", "with"], ["officials", "with", "the"], ["officials", "at"], ["officials", "at", "the"])
#: How sure a description is that the words themselves tell whom they mean, as the chooser would have it.
_TOLD = 0.9
_KINDS = frozenset("ministry department agency council committee commission court union board bank".split())
_ON_REQUEST = ("anonymity", "not to be named", "not be named", "not authori", "to be identified", "not be identified")


def _body_again(scene: Scene, mention: Mention, found: list[Candidate]) -> Candidate | None:
    """The body of that kind that was named last before "the ministry", within two sentences; the only one of that kind
    in the report for "their union"."""
    sentences, words = scene.page.sentence, mention.end - mention.first
    if mention.form == "description" and mention.determiner in ("its", "their") and words == 2:
        kind = [c for c in found if c.entity is not None and c.entity.key[-1] == mention.head in _KINDS]
        return kind[0] if len(kind) == 1 else None
    if mention.form != "description" or mention.determiner != "the" or words != 2 or mention.head not in _KINDS:
        return None
    named = {
        place: candidate
        for candidate in found
        if (entity := candidate.entity) is not None and entity.kind == ORGANIZATION and mention.head in entity.key
        and (place := nearest(entity, mention.first)) < mention.first
        and sentences[mention.first] - sentences[place] <= 2
    }  # fmt: skip
    return named[max(named)] if named else None


def _anonymous(scene: Scene, mention: Mention, found: list[Candidate]) -> Candidate | None:
    """One official of a body who asks not to be named, under his own description: he does not speak for it."""
    one = mention.form == "description" and not mention.plural and not mention.definite and is_role(mention.head)
    if not one or not mention.names:
        return None
    page, end = scene.page, scene.page.ends[mention.end - 1]
    after = page.text[end : end + 120].partition("\n")[0].lower()
    return next((c for c in found if c.origin == "self" and any(sign in after for sign in _ON_REQUEST)), None)


def _same_again(scene: Scene, mention: Mention, attribution: Attribution, found: list[Candidate]) -> Candidate | None:
    """Whoever spoke last in the paragraph and of himself by the same pronoun: "A guard said she had run. She added"."""
    if mention.form != "pronoun" or mention.head not in ("he", "she") or not scene.heard:
        return None
    page = scene.page
    before, speaker = scene.heard[-1]
    at = page.at(before.begin)
    if page.paragraph[at] != page.paragraph[mention.first] or page.lower[at] != mention.head or page.quoted[at]:
        return None
    if speaker.plural or speaker.entity is not None or before.end > attribution.begin:
        return None
    return next((c for c in found if c.referent is speaker), None)


_ONE = frozenset(("a", "an", "one", "another"))
#: Offices that one person at a time holds: "the president" is whoever is, not "a former president" just told of.
_OFFICES = frozenset("president minister governor mayor speaker senator chairman king queen prince pope judge".split())
#: How many sentences back, and words before the noun, somebody may be told of for the first time.
_TOLD_OF, _LONGEST = 2, 6


def _just_met(scene: Scene, mention: Mention) -> Candidate | None:
    """Whom the sentences before "the executive" tell of as "a Norvast executive", and nobody so called has spoken."""
    page, head = scene.page, mention.head
    bare = mention.form == "description" and mention.determiner == "the" and mention.end - mention.first == 2
    if not bare or mention.plural or not is_role(head) or head in _OFFICES:
        return None
    first = bisect_left(page.sentence, page.sentence[mention.first] - _TOLD_OF)
    at = next((p for p in reversed(page.places(head)) if first <= p < mention.first and not page.quoted[p]), first)
    begin = next((p for p in range(at - 1, max(at - _LONGEST, first) - 1, -1) if page.lower[p] in _ONE), None)
    if begin is None or page.sentence[begin] != page.sentence[at]:
        return None
    if any(referent.head == head and referent.place >= begin - 1 for referent in scene.referents):
        return None
    between = page.lower[begin + 1 : at]
    if any(not word[0].isalnum() or word in lexicon.PREPOSITIONS for word in between):
        return None
    name = page.span(begin + 1, at + 1).of(page.text)
    return Candidate(name, "self", None, _known(scene, name), mention.first)


def _part(scene: Scene, attribution: Attribution, turn: int, part: tuple[int, int], choose: Chooser) -> str:
    """Name of one of several joined sources."""
    span = scene.page.span(*part)
    one = read_mention(scene.page, scene.names, scene.starts, span, part[0])
    if one.form in ("joint", "description"):
        return scene.page.span(part[0] + (one.determiner in ("the", "a", "an")), part[1]).of(scene.page.text)
    found = candidates(scene, one)
    if not found:
        return span.of(scene.page.text)
    if _clear(scene, one, found):
        return found[0].name
    country = _country(scene, one, found)
    if country is not None:
        return country.name
    return found[choose(-1, one, found, lambda: rows(scene, one, attribution, turn, found))[0]].name


def _known(scene: Scene, name: str) -> Referent | None:
    return next((referent for referent in scene.referents if referent.name.lower() == name.lower()), None)


def _remember(scene: Scene, mention: Mention, candidate: Candidate, turn: int) -> Referent:
    """Enter the choice into the scene: the referent it belongs to becomes the latest."""
    unnamed = mention.form == "description" and candidate.origin in ("inside", "demonym") and is_role(mention.head)
    referent = _same(scene, mention, candidate, unnamed)
    if referent is not None:
        scene.referents.remove(referent)
        referent.count += 1
        before, _, name = referent.name.rpartition(candidate.name)
        if candidate.origin == "entity" and before and not name and not before.endswith(("'s ", "’s ")):
            referent.name = candidate.name  # "the broadcaster KTV" called KTV now
    else:
        entity = candidate.entity
        if entity is None and mention.name is not None and mention.name.end == mention.end:
            entity = scene.entity(mention.name)  # "the broadcaster KTV" chosen as it stands is still KTV
        referent = Referent(
            number=scene.created, name=candidate.name, entity=entity, head=mention.head,
            plural=mention.plural and (entity is None or mention.form == "joint"), indefinite=not mention.definite,
            place=mention.first, turn=turn, unnamed=unnamed,
        )  # fmt: skip
        scene.created += 1
    if mention.form == "pronoun" and (mention.head in lexicon.MALE_PRONOUNS or mention.head in lexicon.FEMALE_PRONOUNS):
        referent.gender = "m" if mention.head in lexicon.MALE_PRONOUNS else "f"
        if referent.entity is not None and not referent.entity.gender:
            referent.entity.male += referent.gender == "m"
            referent.entity.female += referent.gender == "f"
    referent.place, referent.turn = mention.first, turn
    if mention.span is not None and mention.span not in referent.mentions:
        referent.mentions.append(mention.span)
    scene.referents.append(referent)
    return referent


def _same(scene: Scene, mention: Mention, candidate: Candidate, unnamed: bool) -> Referent | None:
    """The referent that a choice continues. Unnamed speakers stay apart unless the text joins them ("the official")."""
    if candidate.origin == "referent" or mention.form in ("pronoun", "none"):
        return candidate.referent or _known(scene, candidate.name)
    same = [r for r in reversed(scene.referents) if r.name.lower() == candidate.name.lower()]
    here = next((r for r in same if mention.span is not None and mention.span in r.mentions), None)
    if here is not None:
        return here  # "A spokesman confirmed it but did not say when": one with two cues
    if not same and candidate.entity is not None and mention.form == "name":
        same = [r for r in reversed(scene.referents) if r.entity is candidate.entity and " and " not in r.name]
    if unnamed:
        same = [r for r in same if r.unnamed and r.head == mention.head] if mention.definite else []
    elif mention.form == "description" and candidate.entity is None and not mention.definite:
        headline = scene.page.headline  # whose "Donors" are the "donors" of the deck and the body
        bare = mention.determiner in ("", "a", "an")
        same = [r for r in same if bare and r.mentions and headline.contains(r.mentions[0])]
    else:
        same = [r for r in same if not r.unnamed] or same
    return same[0] if same else None
