"""How a mention and a candidate look to the ranker: one row of numbers for each pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.latest import last_quoted, outer, subjects_before
from sayso.attribution.sources.lexicon import word_set
from sayso.attribution.sources.meant import ORIGINS, Candidate
from sayso.attribution.sources.mentions import Mention
from sayso.attribution.sources.page import Page
from sayso.attribution.sources.roles import is_role
from sayso.attribution.sources.scene import Referent, Scene
from sayso.tagger.spans import Attribution

_KINDS = ("person", "organization", "place", "other", "people", "")
_PRONOUNS = ("he", "she", "it", "they", "we", "other")
_SHAPES = ("role", "body", "document", "group", "anonymous", "unknown")
#: Frequent nouns of descriptions, each with habits of its own.
_HEADS = (
    "president", "officials", "official", "police", "authorities", "government", "administration", "company",
    "newspaper",
    "report", "reports", "statement", "spokesman", "spokeswoman", "spokesperson", "source", "sources", "law", "group",
    "ministry", "department", "poll", "study", "senator", "minister", "lawyers", "lawyer", "leaders", "leader",
    "experts",
    "analysts", "critics", "judge", "court", "letter", "document", "documents", "military", "agency", "campaign",
    "team",
    "people", "person", "man", "woman", "family", "secretary", "governor", "mayor", "director", "chief", "prosecutors",
    "lawmakers", "democrats", "republicans", "supporters", "witnesses", "residents", "voters", "members", "others",
    "many",
    "some", "percent", "complaint", "bill", "order", "memo", "video", "paper", "network", "committee", "office", "post",
)  # fmt: skip
_QUANTIFIERS = word_set("some many several most other others another one two three few both all each any dozens")
NAMES = (
    *(f"form={form}" for form in ("none", "pronoun", "name", "description")),
    *(f"pronoun={pronoun}" for pronoun in _PRONOUNS),
    *(f"shape={shape}" for shape in _SHAPES),
    *(f"head={head}" for head in _HEADS),
    "definite", "indefinite", "quantified", "possessive", "bare", "plural", "words", "headline", "continued", "no_cue",
    "first_turn", "position", "mention_quoted", "opens_paragraph",
    "candidates", "persons_near", "suited", "titled_candidates",
    # from here on about the candidate
    *(f"origin={origin}" for origin in ORIGINS),
    *(f"kind={kind or 'none'}" for kind in _KINDS),
    "evidence", "gender", "number", "entity_names", "in_headline", "first_sentence", "name_words",
    "sentences_back", "words_back", "same_sentence_before", "after_mention", "same_paragraph", "inside_content",
    "inside_mention", "first_in_sentence", "after_preposition", "possessed", "quoted",
    "was_source", "source_rank", "turns_back", "source_count", "source_same_sentence", "source_same_paragraph",
    "source_previous_paragraph", "same_head", "referent_plural", "referent_indefinite", "referent_unnamed",
    "referent_named", "same_shape",
    *(f"referent_shape={shape}" for shape in _SHAPES),
    "title_overlap", "title_share", "title_core", "name_overlap", "name_share", "ends_in_head", "media", "company",
    "turns_ahead", "alike_ahead", "subject", "first_subject", "last_subject", "outer_speaker", "outer_speaker_near",
    "last_quoted", "same_head_latest", "title_former",
    "rank_recency", "rank_suited", "previous_is_this", "source_of_enclosing", "subject_of_previous", "only_gendered",
    "only_titled",
)  # fmt: skip


#: How many of the names are about the mention, the same for all its candidates.
SHARED = NAMES.index(f"origin={ORIGINS[0]}")


class Rows(NamedTuple):
    """Values of the first :data:`SHARED` names, and for each candidate those of the rest."""

    shared: list[float]
    each: list[list[float]]

    def full(self) -> list[list[float]]:
        """One row of :data:`NAMES` for each candidate."""
        return [[*self.shared, *own] for own in self.each]


@dataclass(frozen=True, slots=True)
class _Context:
    """What all candidates of one mention share."""

    page: Page
    place: int
    sentence: int
    paragraph: int
    pronoun: str
    wanted: str
    modifiers: frozenset[str]
    contents: list[tuple[int, int]]
    enclosing: Referent | None
    outer: Referent | None
    outer_near: bool
    quoted: Referent | None
    same_head: Referent | None
    turn: int


def head_class(mention: Mention) -> str:
    """What kind of thing a description's head noun names."""
    return shape_of(mention.head, mention.plural)


@lru_cache(maxsize=4096)
def shape_of(head: str, plural: bool) -> str:
    """What kind of thing a noun in lower case names."""
    if head in lexicon.ANONYMOUS_HEADS:
        return "anonymous"
    if plural and head in lexicon.GROUPS:
        return "group"
    if head in lexicon.BODIES:
        return "body"
    if head in lexicon.DOCUMENTS:
        return "document"
    if is_role(head):
        return "role"
    return "group" if plural else "unknown"


def rows(scene: Scene, mention: Mention, attribution: Attribution, turn: int, found: list[Candidate]) -> Rows:
    """The features of each candidate, in their order."""
    page = scene.page
    place = min(mention.first, len(page.words) - 1)
    pronoun = _pronoun(mention.head) if mention.form == "pronoun" else ""
    head = mention.head
    wanted = "m" if pronoun == "he" or head in lexicon.MALE_WORDS else ""
    wanted = "f" if pronoun == "she" or head in lexicon.FEMALE_WORDS else wanted
    own = page.lower[mention.first : mention.end]
    speaker, speaker_at = outer(scene, attribution)
    firsts, lasts = subjects_before(scene, page.sentence[place], place)
    context = _Context(
        page=page, place=place, sentence=page.sentence[place], paragraph=page.paragraph[place], pronoun=pronoun,
        wanted=wanted, modifiers=frozenset(low for low in own if low[0].isalnum()) - _LIGHT,
        contents=[page.range(span) for span in attribution.content], enclosing=_enclosing(scene, attribution),
        outer=speaker, outer_near=speaker_at is not None and page.paragraph[place] - speaker_at <= 1,
        quoted=last_quoted(scene), turn=turn,
        same_head=next((r for r in scene.referents[::-1] if mention.form == "description" and r.head == head), None),
    )  # fmt: skip
    order = sorted(range(len(found)), key=lambda i: (found[i].place > place, -found[i].place))
    recency = {index: rank for rank, index in enumerate(order)}
    suited = {index: rank for rank, index in enumerate(i for i in order if _suits(found[i], wanted, pronoun))}
    gendered = [i for i in order if wanted and found[i].gender == wanted]
    titled = [i for i in order if (e := found[i].entity) is not None and head in scene.title_cores.get(e.number, ())]
    persons = sum(1 for c in found if c.entity is not None and c.entity.kind == "person")
    base = _base(mention, context, attribution, not scene.referents)
    base += [len(found), persons, len(suited), len(titled)]
    ranks = {referent.number: rank for rank, referent in enumerate(reversed(scene.referents))}
    each = [
        [
            *_of_entity(scene, mention, context, candidate),
            *_of_referent(mention, context, candidate.referent, ranks),
            *_of_words(scene, mention, context, candidate),
            min(candidate.turns, 6), candidate.alike,
            candidate.entity is not None and candidate.place in scene.subjects,
            candidate.place in firsts, candidate.place in lasts,
            *_of_speakers(context, candidate.referent), *_former(scene, mention, candidate),
            recency[index], suited.get(index, 20),
            candidate.referent is not None and candidate.referent.turn == turn - 1,
            candidate.referent is not None and candidate.referent is context.enclosing,
            candidate.entity is not None and scene.opens(candidate.place)
                  and context.sentence - page.sentence[candidate.place] == 1,
            gendered == [index], titled == [index],
        ]
        for index, candidate in enumerate(found)
    ]  # fmt: skip
    return Rows(base, each)


_LIGHT = lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS


def _base(mention: Mention, context: _Context, attribution: Attribution, first: bool) -> list[float]:
    page, place, head = context.page, context.place, mention.head
    shape = head_class(mention) if mention.form == "description" else ""
    values = [mention.form == form for form in ("none", "pronoun", "name", "description")]
    values += [context.pronoun == other for other in _PRONOUNS]
    values += [shape == other for other in _SHAPES]
    heads = [0.0] * len(_HEADS)
    if shape and head in _HEAD_INDEX:
        heads[_HEAD_INDEX[head]] = 1.0
    begin = place
    while begin > 0 and page.sentence[begin - 1] == context.sentence:
        begin -= 1
    opens = begin == 0 or page.paragraph[begin - 1] != context.paragraph
    determiner = mention.determiner
    return values + heads + [
        determiner in ("the", "this", "that", "these", "those"), determiner in ("a", "an"),
        page.lower[mention.first] in _QUANTIFIERS if mention.first < len(page.lower) else 0,
        head in ("his", "her", "its", "their") or determiner in ("his", "her", "its", "their"),
        not determiner, mention.plural, min(mention.end - mention.first, 12),
        page.begins[place] < page.headline.end, attribution.how == "continued",
        not attribution.cue, first, min(place - begin, 30), page.quoted[place],
        opens,
    ]  # fmt: skip


_HEAD_INDEX = {head: index for index, head in enumerate(_HEADS)}


def _of_entity(scene: Scene, mention: Mention, context: _Context, candidate: Candidate) -> list[float]:
    page, entity, place = context.page, candidate.entity, min(candidate.place, len(context.page.words) - 1)
    kind = entity.kind if entity is not None else ""
    values = _ORIGIN_ROWS[candidate.origin] + _KIND_ROWS[kind]
    gender = candidate.gender
    back = context.sentence - page.sentence[place]
    before = candidate.place < context.place
    named = entity is not None
    values += [
        max(-4.0, min(entity.evidence, 4.0)) if entity is not None else 0.0,
        0.0 if not context.wanted or not gender else 1.0 if gender == context.wanted else -1.0,
        _number(context.pronoun, candidate),
        min(len(entity.names), 20) if entity is not None else 0.0,
        entity is not None and entity.key[-1] in scene.headline,
        min(page.sentence[entity.names[0].first], 10) if entity is not None else -1.0,
        min(candidate.name.count(" "), 8),
        max(-3, min(back, 12)), max(-50, min(context.place - candidate.place, 200)),
        before and back == 0, not before, page.paragraph[place] == context.paragraph,
        any(first <= candidate.place < end for first, end in context.contents),
        mention.first <= candidate.place < mention.end,
        named and scene.opens(place),
        named and place > 0 and _before_title(scene, place) in lexicon.PREPOSITIONS,
        named and place in scene.possessed, page.quoted[place],
    ]  # fmt: skip
    return values


def _of_referent(mention: Mention, context: _Context, referent: Referent | None, ranks: dict[int, int]) -> list[float]:
    if referent is None:
        return _NO_REFERENT
    page = context.page
    at = min(referent.place, len(page.words) - 1)
    shape = "" if referent.entity is not None else shape_of(referent.head, referent.plural)
    return [
        1.0, min(ranks.get(referent.number, 9), 9), min(context.turn - referent.turn, 15),
        min(referent.count, 10), page.sentence[at] == context.sentence,
        page.paragraph[at] == context.paragraph, context.paragraph - page.paragraph[at] == 1,
        referent.head == mention.head, referent.plural, referent.indefinite,
        referent.unnamed,
        referent.entity is not None, shape == shape_of(mention.head, mention.plural),
        *_SHAPE_ROWS[shape],
    ]  # fmt: skip


def _one_hot(values: Sequence[str]) -> dict[str, list[float]]:
    return {value: [float(value == other) for other in values] for value in values}


_ORIGIN_ROWS, _KIND_ROWS = _one_hot(ORIGINS), _one_hot(_KINDS)
_SHAPE_ROWS = _one_hot(_SHAPES) | {"": [0.0] * len(_SHAPES)}
_NO_REFERENT = [0.0, 9.0, 20.0, *[0.0] * (10 + len(_SHAPES))]


def _of_words(scene: Scene, mention: Mention, context: _Context, candidate: Candidate) -> list[float]:
    entity, modifiers = candidate.entity, context.modifiers
    number = entity.number if entity is not None else -1
    titles = scene.title_words.get(number, frozenset())
    words = candidate.name.lower().replace("'s", " ").replace("’s", " ").split()
    shared = sum(word in modifiers for word in words)
    head = mention.head
    overlap = len(modifiers & titles)
    organization = entity is not None and entity.kind in ("organization", "other")
    return [
        overlap, overlap / max(len(modifiers), 1), head in scene.title_cores.get(number, ()),
        shared, shared / max(len(words), 1), bool(words) and words[-1] == head,
        organization and head in lexicon.MEDIA and bool(words) and not lexicon.MEDIA_NAMES.isdisjoint(words),
        organization and head in lexicon.COMPANY,
    ]  # fmt: skip


def _before_title(scene: Scene, place: int) -> str:
    begin = scene.begins.get(place, place)
    return scene.page.lower[begin - 1] if begin > 0 else ""


def _pronoun(head: str) -> str:
    if head in lexicon.MALE_PRONOUNS:
        return "he"
    if head in lexicon.FEMALE_PRONOUNS:
        return "she"
    if head in lexicon.FIRST_PRONOUNS:
        return "we"
    if head in ("it", "its"):
        return "it"
    return "they" if head in ("they", "them", "their", "both") else "other"


def _of_speakers(context: _Context, referent: Referent | None) -> list[float]:
    if referent is None:
        return [0.0] * 4
    outer = referent is context.outer
    return [outer, outer and context.outer_near, referent is context.quoted, referent is context.same_head]


def _former(scene: Scene, mention: Mention, candidate: Candidate) -> list[float]:
    """Whether whoever is called so only was it: "the president" and "former President Oster"."""
    if candidate.entity is None or mention.form != "description":
        return [0.0]
    lower = scene.page.lower
    for title in scene.titles.get(candidate.entity.number, ()):
        words = lower[max(0, title.first - 1) : title.end]
        if mention.head in words and not _PAST.isdisjoint(words):
            return [1.0]
    return [0.0]


_PAST = frozenset(("former", "ex", "then", "late", "onetime", "ex-president"))


def _suits(candidate: Candidate, wanted: str, pronoun: str) -> bool:
    entity, referent = candidate.entity, candidate.referent
    if wanted:
        if entity is not None:
            return entity.kind in ("person", "other") and entity.gender in ("", wanted)
        return referent is not None and not referent.plural
    person = entity is not None and entity.kind == "person"
    if pronoun == "they":
        return not person or (referent is not None and referent.plural)
    return not (pronoun == "it" and person)


def _number(pronoun: str, candidate: Candidate) -> float:
    if pronoun not in ("he", "she", "it", "they"):
        return 0.0
    several = candidate.referent is not None and candidate.referent.plural
    plural = several or candidate.origin in ("group", "pair", "part")
    person = candidate.entity is not None and candidate.entity.kind == "person" and not plural
    if pronoun == "they":
        return 1.0 if plural else -1.0 if person else 0.0
    if plural:
        return -1.0
    if pronoun == "it":
        return -1.0 if person else 1.0
    return 1.0 if person else -0.5 if candidate.entity is not None and candidate.entity.kind != "other" else 0.0


def _enclosing(scene: Scene, attribution: Attribution) -> Referent | None:
    """The source whose content this attribution stands in, among those met so far."""
    begin, end = attribution.begin, attribution.end
    for span, referent in reversed(scene.heard):
        if span.begin <= begin and end <= span.end:
            return referent
    return None
