"""How a mention and a candidate look to the ranker: one row of numbers for each pair."""

from __future__ import annotations

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.candidates import ORIGINS, Candidate
from sayso.attribution.sources.mentions import Mention
from sayso.attribution.sources.scene import Referent, Scene
from sayso.attribution.sources.titles import is_role
from sayso.tagger.spans import Attribution

_KINDS = ("person", "organization", "place", "other")
_PRONOUNS = ("he", "she", "it", "they", "we", "other")
_HEADS = ("role", "body", "document", "group", "anonymous", "unknown")
#: Descriptions that mean one usual holder of an office or one usual body.
NAMES = (
    *(f"form={form}" for form in ("none", "pronoun", "name", "description")),
    *(f"pronoun={pronoun}" for pronoun in _PRONOUNS),
    *(f"head={head}" for head in _HEADS),
    "definite", "possessive", "bare", "plural", "words", "headline", "continued", "no_cue", "first_turn",
    *(f"origin={origin}" for origin in ORIGINS),
    *(f"kind={kind}" for kind in _KINDS), "no_entity",
    "evidence", "gender", "number", "entity_names", "in_headline", "first_sentence", "key_length",
    "sentences_back", "words_back", "same_sentence_before", "after_mention", "same_paragraph", "inside_content",
    "inside_mention", "opens_sentence", "possessed", "quoted",
    "was_source", "source_rank", "turns_back", "source_count", "source_same_sentence", "source_same_paragraph",
    "previous_paragraph", "same_head", "referent_plural", "referent_indefinite", "referent_type",
    "title_overlap", "title_head", "name_overlap", "acronym", "rank_recency", "rank_gendered", "candidates",
    "persons_near", "previous_is_this", "source_of_enclosing", "subject_of_previous", "only_gendered",
)  # fmt: skip
_TYPES = {"person": 1, "organization": 2, "document": 3, "anonymous": 4, "unnamed-person": 5, "unnamed-group": 6}


def head_class(mention: Mention) -> str:
    """What kind of thing a description's head noun names."""
    head = mention.head
    if head in lexicon.ANONYMOUS_HEADS:
        return "anonymous"
    if mention.plural and head in lexicon.GROUPS:
        return "group"
    if head in lexicon.BODIES:
        return "body"
    if head in lexicon.DOCUMENTS:
        return "document"
    if is_role(head):
        return "role"
    return "group" if mention.plural else "unknown"


def rows(
    scene: Scene, mention: Mention, attribution: Attribution, turn: int, found: list[Candidate]
) -> list[list[float]]:
    """One row of :data:`NAMES` for each candidate, in their order."""
    page = scene.page
    place = min(mention.first, len(page.words) - 1)
    sentence, paragraph = page.sentence[place], page.paragraph[place]
    head = head_class(mention) if mention.form == "description" else ""
    pronoun = _pronoun(mention) if mention.form == "pronoun" else ""
    determiner = mention.determiner
    base = [float(mention.form == form) for form in ("none", "pronoun", "name", "description")]
    base += [float(pronoun == other) for other in _PRONOUNS]
    base += [float(head == other) for other in _HEADS]
    base += [
        float(determiner in ("the", "this", "that", "these", "those")),
        float(mention.head in ("his", "her", "its", "their") or determiner in ("his", "her", "its", "their")),
        float(not determiner), float(mention.plural), float(mention.end - mention.first),
        float(page.begins[place] < page.headline.end), float(attribution.how == "continued"),
        float(not attribution.cue), float(not scene.referents),
    ]  # fmt: skip
    content = [page.range(span) for span in attribution.content]
    own = set(page.lower[mention.first : mention.end])
    modifiers = own - lexicon.DETERMINERS - lexicon.PREPOSITIONS
    wanted = "m" if pronoun == "he" else "f" if pronoun == "she" else ""
    if mention.head in lexicon.FEMALE_WORDS:
        wanted = "f"
    elif mention.head in lexicon.MALE_WORDS:
        wanted = "m"
    recency = {id(c): rank for rank, c in enumerate(sorted(found, key=lambda c: (c.place > place, -c.place)))}
    suited = [c for c in found if _suits(c, wanted)]
    gendered = {id(c): rank for rank, c in enumerate(sorted(suited, key=lambda c: (c.place > place, -c.place)))}
    certain = [c for c in found if wanted and _gender(c) == wanted]
    persons = sum(1 for c in found if c.entity is not None and c.entity.kind == "person")
    ranks = {referent.number: rank for rank, referent in enumerate(reversed(scene.referents))}
    enclosing = _enclosing(scene, attribution)
    result = []
    for candidate in found:
        entity, referent = candidate.entity, candidate.referent
        kind = entity.kind if entity is not None else ""
        row = [*base, *(float(candidate.origin == origin) for origin in ORIGINS)]
        row += [float(kind == other) for other in _KINDS]
        row.append(float(entity is None))
        gender = _gender(candidate)
        back = sentence - page.sentence[min(candidate.place, len(page.words) - 1)]
        before = candidate.place < place
        row += [
            entity.evidence if entity is not None else 0.0,
            0.0 if not wanted or not gender else 1.0 if gender == wanted else -1.0,
            _number(mention, pronoun, candidate),
            float(min(len(entity.names), 20)) if entity is not None else 0.0,
            float(bool(entity) and entity.key[-1] in scene.headline),
            float(min(page.sentence[entity.names[0].first], 10)) if entity is not None else -1.0,
            float(len(entity.key)) if entity is not None else 0.0,
            float(max(-3, min(back, 12))),
            float(max(-50, min(place - candidate.place, 200))),
            float(before and back == 0), float(not before),
            float(page.paragraph[min(candidate.place, len(page.words) - 1)] == paragraph),
            float(any(first <= candidate.place < end for first, end in content)),
            float(mention.first <= candidate.place < mention.end),
        ]  # fmt: skip
        name = candidate.place if entity is not None else -1
        row += [
            float(name >= 0 and all(not w[0].isalnum() or page.lower[i] in lexicon.OPENERS or is_role(page.lower[i])
                                    for i, w in _since_start(page, name))),
            float(name >= 0 and _possessed(scene, name)),
            float(name >= 0 and page.quoted[name]),
        ]  # fmt: skip
        if referent is not None:
            at = min(referent.place, len(page.words) - 1)
            row += [
                1.0, float(ranks.get(referent.number, 9)), float(min(turn - referent.turn, 15)),
                float(min(referent.count, 10)), float(page.sentence[at] == sentence),
                float(page.paragraph[at] == paragraph), float(paragraph - page.paragraph[at] == 1),
                float(referent.head == mention.head), float(referent.plural), float(referent.indefinite),
                float(_TYPES.get(referent.type, 0)),
            ]  # fmt: skip
        else:
            row += [0.0, 9.0, 20.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
        titles = scene.title_words.get(entity.number, frozenset()) if entity is not None else frozenset()
        words = set(candidate.name.lower().split())
        row += [
            float(len(modifiers & titles)), float(mention.head in titles), float(len(modifiers & words)),
            float(bool(entity) and mention.head == "".join(w[0] for w in entity.key)),
            float(recency[id(candidate)]), float(gendered.get(id(candidate), 20)), float(len(found)), float(persons),
            float(referent is not None and referent.turn == turn - 1),
            float(referent is not None and referent is enclosing),
            float(name >= 0 and before and back == 1 and row[-3] == 1.0),
            float(len(certain) == 1 and certain[0] is candidate),
        ]  # fmt: skip
        result.append(row)
    return result


def _pronoun(mention: Mention) -> str:
    head = mention.head
    if head in lexicon.MALE_PRONOUNS:
        return "he"
    if head in lexicon.FEMALE_PRONOUNS:
        return "she"
    if head in lexicon.FIRST_PRONOUNS:
        return "we"
    if head in ("it", "its"):
        return "it"
    return "they" if head in ("they", "them", "their", "both") else "other"


def _gender(candidate: Candidate) -> str:
    if candidate.entity is not None:
        return candidate.entity.gender
    return candidate.referent.gender if candidate.referent is not None else ""


def _suits(candidate: Candidate, wanted: str) -> bool:
    entity = candidate.entity
    if not wanted:
        return True
    if entity is not None:
        return entity.kind in ("person", "other") and entity.gender in ("", wanted)
    return candidate.referent is not None and not candidate.referent.plural


def _number(mention: Mention, pronoun: str, candidate: Candidate) -> float:
    if pronoun not in ("he", "she", "it", "they"):
        return 0.0
    plural = candidate.referent.plural if candidate.referent is not None else False
    person = candidate.entity is not None and candidate.entity.kind == "person" and not plural
    if pronoun == "they":
        return 1.0 if plural else -1.0 if person else 0.0
    if plural:
        return -1.0
    if pronoun == "it":
        return -1.0 if person else 1.0
    return 1.0 if person else -0.5 if candidate.entity is not None and candidate.entity.kind != "other" else 0.0


def _since_start(page, place):  # type: ignore[no-untyped-def]
    first = place
    while first > 0 and page.sentence[first - 1] == page.sentence[place] and place - first < 8:
        first -= 1
    return [(i, page.words[i]) for i in range(first, place)]


def _possessed(scene: Scene, place: int) -> bool:
    entity = scene.by_name.get(place)
    return entity is not None and any(name.first == place and name.possessed for name in entity.names)


def _enclosing(scene: Scene, attribution: Attribution) -> Referent | None:
    """The source whose content this attribution stands in, among those met so far."""
    begin, end = attribution.begin, attribution.end
    for span, referent in reversed(scene.heard):
        if span.begin <= begin and end <= span.end:
            return referent
    return None
