"""What type a source is and how far it is disclosed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.entities import Entity
from sayso.attribution.sources.features import head_class
from sayso.attribution.sources.ranker import TYPES, Model
from sayso.attribution.sources.roles import is_agent, is_role
from sayso.attribution.sources.scene import Scene
from sayso.attribution.sources.vocabulary import first_names, plain
from sayso.attribution.sources.walk import Choice
from sayso.patterns import kept
from sayso.tagger.spans import Attribution
from sayso.types import Disclosure, SourceType

_ANONYMITY = ("anonymity", "anonymous", "unnamed", "unidentified", "not authorized", "not authorised", "familiar with",
              "briefed on", "declined to be", "asked not to be", "close to", "knowledge of")  # fmt: skip


def type_features(scene: Scene, choice: Choice, attribution: Attribution) -> list[str]:
    """What the linear model of types sees of one attribution, as names of features that are present."""
    mention, candidate, referent = choice.mention, choice.candidate, choice.referent
    page, entity = scene.page, choice.referent.entity
    words = choice.candidate.name.lower().split()
    last = words[-1].strip(".,'’\"”") if words else ""
    kind = entity.kind if entity is not None else "none"
    found = ["bias", f"form={mention.form}", f"origin={candidate.origin}", f"kind={kind}", f"last={plain(last)}",
             f"kind={kind}&origin={candidate.origin}", f"length={min(len(words), 4)}&kind={kind}",
             f"first={plain(words[0]) if words else ''}"]  # fmt: skip
    if mention.form == "joint":
        parts = [part for name in mention.names if (part := scene.entity(name)) is not None]
        found += [f"part={part.kind}" for part in parts]
    if candidate.origin == "pair":
        both = candidate.name.split(" and ")
        found += [f"part={part.kind}" for part in scene.entities if part.display(page) in both]
    if mention.name is not None and mention.name.first > mention.first:
        before = plain(page.lower[mention.name.first - 1])
        found += [f"before name={before}", f"before name={_class_of(before)}&kind={kind}"]
    if entity is not None:
        found.append(f"evidence={max(-2, min(3, round(entity.evidence)))}")
        found.append("gender" if entity.gender else "no-gender")
        found += _of_entity(scene, entity)
    if referent.plural:
        found.append("plural")
    if mention.form == "pronoun":
        found += [f"pronoun={mention.head}", f"pronoun={mention.head}&kind={kind}"]
    for span in attribution.cue:
        found += [f"cue={plain(word)}" for word in span.of(page.text).lower().split()[:3]]
    if mention.names and mention.form == "description":
        inside = scene.entity(mention.names[-1])
        found.append(f"inside kind={inside.kind if inside is not None else 'none'}&shape={head_class(mention)}")
    if mention.form == "description":
        shape = head_class(mention)
        found += [f"head={plain(mention.head)}", f"shape={shape}", f"determiner={mention.determiner}",
                  f"shape={shape}&origin={candidate.origin}", f"shape={shape}&plural={mention.plural}",
                  f"inside={'name' if mention.names else 'none'}&shape={shape}"]  # fmt: skip
    for word in words:
        if word in lexicon.DOCUMENTS:
            found.append("document-word")
        if word in lexicon.GROUPS:
            found.append("group-word")
        if word in lexicon.ANONYMOUS_HEADS:
            found.append("anonymous-word")
        if is_role(word):
            found.append("role-word")
    found.append("capital" if candidate.name[:1].isupper() else "small")
    found.append("last-capital" if words and candidate.name.split()[-1][:1].isupper() else "last-small")
    if mention.span is not None and mention.form == "description":
        first = page.begins[mention.first]
        around = page.text[max(0, first - 60) : mention.span.end + 120].lower()
        if any(sign in around for sign in _ANONYMITY):
            found.append("anonymity-near")
        if any(sign in mention.span.of(page.text).lower() for sign in _ANONYMITY):
            found.append("anonymity-inside")
    return found


def _class_of(word: str) -> str:
    """What a word right before a name makes of its bearer: a body ("broadcaster RTO"), a person ("pilot Ann Oster")."""
    if word in lexicon.BODIES or word in lexicon.MEDIA or word in lexicon.COMPANY:
        return "body"
    return "role" if is_agent(word) else "other"


def _of_entity(scene: Scene, entity: Entity) -> list[str]:
    """How the report treats the name: with an article, after a rank, in more words than one, in capitals."""
    page = scene.page
    names = entity.names[:8]
    bare = [name.begin for name in names if name.begin == name.first > 0]
    articles = sum(page.lower[begin - 1] == "the" for begin in bare)
    ranked = any(name.ranked or name.honorific for name in names)
    long = len(entity.key) > 1
    introduced = {_class_of(page.lower[name.begin - 1]) for name in names if 0 < name.begin == name.first}
    found = [f"introduced as {kind}" for kind in sorted(introduced)]
    found += [f"article={articles > 0}&long={long}", f"ranked={ranked}", f"long={long}&kind={entity.kind}",
             f"titles={len(scene.titles.get(entity.number, ())) > 0}&long={long}"]  # fmt: skip
    if page.words[names[0].first].isupper():
        found.append("capitals")
    if long and entity.key[-1] in lexicon.ORG_HEADS:
        found.append("body-name")
    if len(entity.key) == 1 and entity.key[0] not in first_names():
        found.append("one word")
    return found


def decide_type(
    scene: Scene, model: Model, choices: Sequence[Choice], attributions: Sequence[Attribution]
) -> SourceType:
    """The type of one source over all its attributions; the tagger's probabilities count where it gave some."""
    totals = [0.0] * len(TYPES)
    for choice, attribution in zip(choices, attributions, strict=True):
        for index, score in enumerate(model.type_scores(type_features(scene, choice, attribution))):
            totals[index] += score + _OPINION * attribution.type.get(TYPES[index], 0.0)
    if all(_nameless(choice) for choice in choices):
        totals[TYPES.index("person")] = -math.inf
    type = TYPES[max(range(len(TYPES)), key=totals.__getitem__)]
    if type in ("unnamed-person", "unnamed-group") and any(_granted(scene, choice) for choice in choices):
        return "anonymous"
    if type == "document" and all(_people(choice) for choice in choices):
        type = "anonymous"
    if type == "person" and (_says_it(scene, choices, attributions) or _runs_it(scene, choices[0].referent.entity)):
        return "organization"
    return type


def _people(choice: Choice) -> bool:
    """Whether the words say that it is people: "two people who have seen the letter" are no letter."""
    mention = choice.mention
    return mention.form == "description" and mention.head in _PEOPLE


_PEOPLE = lexicon.ANONYMOUS_HEADS | frozenset(("people", "persons", "person", "officials", "official", "aides"))
#: Right behind an unnamed source: that it is so at its own wish.
_GRANTED = kept(
    r"(?:,|\s[–—-])?\s(?:(?:who|which)\s[^.,;”\"\n]{0,40}?)?(?:(?:was|were)\s)?(?:granted\sanonymity"
    r"|(?:speaking|spoke|talking|talked)\s[^.,;”\"\n]{0,30}?(?:anonymously|anonymity)|on\s(?:the\s)?condition\sof\sanonymity"
    r"|(?:asked|requested|preferred|wished|wanted|declined|did\snot\s(?:want|wish)|didn[’']t\swant)\s[^.,;”\"\n]{0,20}?"
    r"(?:named|identified|anonym)|(?:asked|requested)\s(?:for\s)?anonymity)"
)


def _granted(scene: Scene, choice: Choice) -> bool:
    mention = choice.mention
    return (
        mention.form == "description" and _GRANTED.match(scene.page.text, scene.page.ends[mention.end - 1]) is not None
    )


def _says_it(scene: Scene, choices: Sequence[Choice], attributions: Sequence[Attribution]) -> bool:
    """Whether a name of one word speaks of itself as "it": "Norvast said it would appeal"."""
    entity = choices[0].referent.entity
    if entity is None or len(entity.key) > 1 or entity.gender or any(n.ranked or n.honorific for n in entity.names):
        return False
    page = scene.page
    opening = [
        page.lower[(at := page.at(attribution.content[0].begin)) : at + 2]
        for choice, attribution in zip(choices, attributions, strict=True)
        if choice.mention.form == "name" and attribution.content[0].begin > attribution.begin
    ]
    itself = any(words[0] == "it" and words[1] in _INTENDS for words in opening if len(words) > 1)
    return itself and not any(words[0] in ("he", "she") for words in opening)


_FIRMS = lexicon.FIRMS | frozenset("builder provider employer importer exporter".split())


def _runs_it(scene: Scene, entity: Entity | None) -> bool:
    """Whether a name that is nobody's first name is told of by nothing but what firms are: "the operator, Norrland
    Hydro"."""
    if entity is None or entity.gender or len(entity.key) == 1 or entity.key[0] in first_names():
        return False
    if any(name.ranked or name.honorific for name in entity.names):
        return False
    told = scene.title_cores.get(entity.number, frozenset()) & (lexicon.ROLES | _FIRMS)
    return bool(told) and told <= _FIRMS


_INTENDS = frozenset("would will had has was is plans planned expects expected intends hopes hoped aims".split())


def _nameless(choice: Choice) -> bool:
    """Whether "the executive" is called by what was told of him before: "a Norvast executive"."""
    longer = len(choice.candidate.name.split()) > choice.mention.end - choice.mention.first - 1
    return choice.candidate.origin == "self" and choice.mention.determiner == "the" and longer


#: Weight of the tagger's opinion against the linear model's scores.
_OPINION = 3.0


def disclosure_of(type: SourceType, unnamed: bool) -> Disclosure:
    """``unnamed``: an unnamed person speaks for the named body."""
    if type == "anonymous":
        return "anonymous"
    return "unnamed" if unnamed or type in ("unnamed-person", "unnamed-group") else "named"
