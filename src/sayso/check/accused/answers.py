"""Whether a report lets those answer whom it lets be blamed."""

from __future__ import annotations

import re

from sayso.check.accused.deeds import claims_wrong
from sayso.check.accused.disputes import deed_told
from sayso.check.accused.matter import matter_of, touches
from sayso.check.accused.responses import answers_something, beside, body_sought
from sayso.check.context import Context, anchor, content_of
from sayso.check.language import ROLE, content_words
from sayso.patterns import compiled
from sayso.types import Span, Standing, Statement

_ANSWER_ACTS = frozenset(["deny", "no-comment", "acknowledge"])


def answered(context: Context, statement: Statement, names: list[str]) -> bool:
    """Whether anything in the report answers this allegation, or says that an answer was sought.

    Words of the accused on another matter are no answer: what they say must follow the allegation closely, deny all
    that is said of them, or speak of what they are accused of.
    """
    wanted = frozenset().union(*(content_words(name) for name in names)) if names else frozenset()
    block = context.paragraph_at(statement.content[0].begin) or 0
    told = content_of(statement, context.text)
    matter = matter_of(told, wanted, content_words(statement.source.name or ""))
    if any(_stands_against(context, statement, each, matter, wanted) for each in statement.standing):
        return True
    for other in context.statements:
        if other.id == statement.id or inside(other, statement):
            continue
        place = anchor(other).begin
        if statement.id in other.about and (
            _speaks_for(context, other, wanted)
            or beside(context, place, block)
            or touches(matter, _said(context, other))
        ):
            return True
        if (
            other.act in _ANSWER_ACTS
            and _same_matter(context, statement, other)
            and _may_be_theirs(context, other, wanted)
            and not (_speaks_back(context, other) and _accuser_speaks(context, statement, place, wanted))
            and not _taken(context, statement, place, wanted)
            and not _of_another_matter(context, statement, place, wanted)
        ):
            return True
        if _replies(context, statement, other) and (
            not wanted or _speaks_for(context, other, wanted) or touches(matter, _said(context, other))
        ):
            return True
        if _own_words(context, statement, other, wanted) and _meets(context, other, names, block, matter):
            return True
    bare = bool(names) and all(name[0].islower() for name in names)
    if _covered(context, statement, names, wanted):
        return True
    if bare and any(
        _introduced_next(context, other, block) for other in context.statements if other.id != statement.id
    ):
        return True
    if any(_contradicts(context, statement, other, matter, wanted) for other in context.statements):
        return True
    return any(
        not any(part.begin <= match.start() < part.end for part in statement.content)
        and not _accuser_speaks(context, statement, match.start(), wanted)
        and (
            (
                (
                    beside(context, match.start(), block)
                    or _concerns(context, match.start(), wanted)
                    or body_sought(context, match.start())
                )
                and not _taken(context, statement, match.start(), wanted)
                and not _of_another_matter(context, statement, match.start(), wanted)
            )
            or _just_denied(context, match.start(), block)
        )
        for match in answers_something(context)
    )


def _said(context: Context, other: Statement) -> str:
    """The other's sentence, or its content where it has several sentences."""
    return f"{context.enclosing(anchor(other)).of(context.text)} {content_of(other, context.text)}"


def _stands_against(
    context: Context, statement: Statement, standing: Standing, matter: frozenset[str], wanted: frozenset[str]
) -> bool:
    """Whether what the reading takes for a denial of the allegation stands beside it, or is of those accused."""
    if standing.status not in ("denied", "declined", "disputed"):
        return False
    sentence = context.enclosing(standing.span).of(context.text)
    near = beside(context, standing.span.begin, context.paragraph_at(statement.content[0].begin) or 0)
    return near or bool(wanted & content_words(sentence)) or touches(matter, sentence)


def _speaks_for(context: Context, other: Statement, wanted: frozenset[str]) -> bool:
    """Whether the other's speaker is the accused, or of the accused's body."""
    mention = anchor(other).of(context.text)
    speaker = content_words(" ".join(filter(None, [other.source.name, other.source.title, mention])))
    kin = any(wanted & group and speaker & group for group in _KIN)
    return bool(wanted & speaker or kin) and not _OTHERS.match(mention)


def _own_words(context: Context, statement: Statement, other: Statement, wanted: frozenset[str]) -> bool:
    """Whether the other is said by the accused to the report's readers: not told of them by somebody else."""
    if not _speaks_for(context, other, wanted) or other.source.id == statement.source.id:
        return False
    if any(_NAMING.fullmatch(cue.of(context.text)) for cue in other.cue):
        return False  # "called them cattle" is what is told of them, and no answer
    teller = context.by_id.get(other.parent) if other.parent else None
    return teller is None or teller.source.type in ("document", "organization") or teller.source.id == other.source.id


_NAMING = compiled(r"(?:had |has |have )?(?:call(?:ed|s|ing)|dubb(?:ed|ing)|label+ed|nicknamed)")


def _may_be_theirs(context: Context, other: Statement, wanted: frozenset[str]) -> bool:
    """Whether a denial may be that of the accused: not where somebody else, by name, denies or admits something."""
    named = other.source.mention is not None and re.search(r"[A-Z][a-z]+ [A-Z]", other.source.name or "")
    sentence = context.enclosing(anchor(other)).of(context.text)
    return not (named and wanted) or _speaks_for(context, other, wanted) or bool(wanted & content_words(sentence))


def _accuser_speaks(context: Context, statement: Statement, place: int, wanted: frozenset[str]) -> bool:
    """Whether the words before the place name the accuser, and nobody who is accused: "Falk defended his adviser"."""
    sentence = context.sentence_at(place)
    if sentence is None:
        return False
    begin = sentence.span.begin
    if _BACK.match(context.text, begin):
        index = context.sentences.index(sentence)
        if index and context.sentences[index - 1].block == sentence.block:
            begin = context.sentences[index - 1].span.begin
    before = content_words(context.text[begin:place])
    if before & wanted:
        return False
    own = content_words(statement.source.name or "")
    return bool(before & own) or any(
        each.source.id == statement.source.id or (own and own & content_words(each.source.name or ""))
        for each in context.statements_in(sentence.span)
        if each.source.mention and sentence.span.contains(each.source.mention) and each.source.mention.end <= place
    )


#: "The firm did not respond": the firm of which the sentence before tells.
_BACK = compiled(
    r"(?:The (?:\w+ )?(?:firm|company|office|group|organi[sz]ation|lawyers?|attorneys?|spokes\w+)|It|They) "
)


def _speaks_back(context: Context, other: Statement) -> bool:
    """Whether the other's speaker is somebody of whom the sentence before tells: "The firm"."""
    return _BACK.match(context.text, anchor(other).begin) is not None


def _contradicts(
    context: Context, statement: Statement, other: Statement, matter: frozenset[str], wanted: frozenset[str]
) -> bool:
    """Whether somebody else finds the contrary: "the inspector found no basis to conclude that Falk lied"."""
    if other.source.id == statement.source.id or inside(other, statement):
        return False
    words = content_of(other, context.text)
    return _NONE_OF_IT.search(words) is not None and touches(matter, words) and bool(wanted & content_words(words))


_NONE_OF_IT = compiled(
    r"\b(?:no (?:\w+ )?(?:basis|evidence|proof|sign|indication|wrongdoing|reason)|not|never|cleared|baseless|unfounded|"
    r"without (?:evidence|basis|merit))\b|n[’']t\b",
    re.IGNORECASE,
)


def _meets(context: Context, other: Statement, names: list[str], block: int, matter: frozenset[str]) -> bool:
    """Whether words of the accused stand just after the allegation, deny everything, or speak of its matter."""
    there = context.paragraph_at(anchor(other).begin)
    words = _said(context, other)
    trade = bool(names) and all(ROLE.fullmatch(name) for name in names)
    if other.act == "deny" and ALL_DENIED.match(content_of(other, context.text)):
        return True
    after = there is not None and block <= there <= block + (3 if trade else 2)
    return after or _ALL_OF_IT.search(words) is not None or touches(matter, words)


#: What is denied in words that fit any accusation: "none of it was true", "the allegation".
ALL_DENIED = compiled(
    r"[“\"‘']?(?:none|nothing|any(?:thing)?|all|it|that|this|them|these|those|no (?:lie|such|truth|wrong\w*)|"
    r"there (?:is|was) no|(?:(?:the|these|those|all|any|her|his|their|its|such) )?(?:\w+ )?(?:allegations?"
    r"|accusations?|"
    r"claims?|charges?|wrongdoing|stor(?:y|ies)|reports?|account|complaints?)|(?:he|she|they|it|I|we) (?:had "
    r"|has |have )?"
    r"(?:never|did not|didn[’']t|not|did nothing|done nothing)|(?:is |are |was |were )?innocent)\b",
    re.IGNORECASE,
)


def _just_denied(context: Context, place: int, block: int) -> bool:
    """Whether the paragraph before the allegation tells of a denial: "The couple had denied the charges"."""
    if context.paragraph_at(place) != block - 1:
        return False
    sentence = context.sentence_at(place)
    return sentence is not None and _ALL_OF_IT.search(sentence.span.of(context.text)) is not None


_ALL_OF_IT = compiled(
    r"\b(?:den(?:y|ies|ied)|plead(?:ed)?|pled)\b[^.;]{0,30}\b(?:charges?|allegations?|accusations?|wrongdoing|"
    r"guilty|counts)\b"
)


def _taken(context: Context, statement: Statement, place: int, wanted: frozenset[str]) -> bool:
    """Whether a response further down answers what another sentence of its own paragraph tells, of somebody else."""
    block = context.paragraph_at(place)
    sentence = context.sentence_at(place)
    if block == context.paragraph_at(statement.content[0].begin) or block is None or sentence is None:
        return False
    begin = context.body[block].span.begin
    before = context.text[begin : sentence.span.begin]
    if wanted & content_words(before + sentence.span.of(context.text)):
        return False
    return any(
        begin <= each.content[0].begin < sentence.span.begin
        and (deed_told(words := content_of(each, context.text)) or claims_wrong(words)) is not None
        for each in context.statements
        if each.id != statement.id and each.act not in _ANSWER_ACTS
    )


def _of_another_matter(context: Context, statement: Statement, place: int, wanted: frozenset[str]) -> bool:
    """Whether somebody declines to speak of one thing ("declined to comment on the party") and the claim is another."""
    sentence = context.sentence_at(place)
    if sentence is None or context.paragraph_at(place) == context.paragraph_at(statement.content[0].begin):
        return False
    told_there = sentence.span.of(context.text)
    match = _ON_WHAT.search(told_there) or _DENIES_WHAT.search(told_there)
    if match is None:
        return False
    matter = content_words(match["what"])
    told = wanted | content_words(context.enclosing(statement.content[0]).of(context.text))
    return bool(matter) and not matter & (told | _ANY_MATTER)


_ON_WHAT = compiled(
    r"\b(?:declin\w+|refus\w+|would not|did not|no)\b[^.;]{0,30}?\b(?:comment|questions|speak|talk|discuss|answer)\b"
    r"(?: (?:on|about))? (?:the |its |his |her |their |any )?"
    r"(?!(?:from|by|made|sent|left|in|on|before|after|when|and|for|to|as|but|while|early|late|through)\b)"
    r"(?P<what>[a-z][\w ’'-]{2,40})"
)
#: "denied any collusion": of one matter, and not of all that is said.
_DENIES_WHAT = compiled(
    r"\bden(?:y|ies|ied) (?:that (?:he|she|they|it) |any |all |having |ever |the |his |her )*"
    r"(?P<what>(?!it\b|this\b|that\b|them\b|being\b)[a-z][\w’'-]+(?: [\w’'-]+){0,4})"
)
_ANY_MATTER = content_words(
    "allegation allegations accusation accusations claim claims report reports matter case cases charges complaint "
    "complaints "
    "specifics details individual individuals request requests lawsuit litigation investigation story article "
    "findings letter email involvement wrongdoing responsibility role guilt knowledge part fault blame account version "
    "characterization suggestion part doing anything everything improper inappropriate illegal"
)


def _replies(context: Context, statement: Statement, other: Statement) -> bool:
    """Whether another speaker, by name or office, follows the allegation in its paragraph."""
    mention = other.source.mention
    speaker = content_words(mention.of(context.text)) if mention else frozenset()
    same = other.source.id == statement.source.id and (
        not speaker or bool(speaker & content_words(anchor(statement).of(context.text)))
    )
    return (
        mention is not None
        and not same
        and mention.begin > max(part.end for part in (*statement.content, *statement.cue))
        and context.paragraph_at(mention.begin) == context.paragraph_at(statement.content[0].begin)
        and not _OTHERS.match(mention.of(context.text))
    )


def _covered(context: Context, statement: Statement, names: list[str], wanted: frozenset[str]) -> bool:
    """Whether an answer at the story's head covers those blamed further down: no single official, and the same body."""
    block = context.paragraph_at(statement.content[0].begin) or 0
    if not block or any(_OFFICIAL.fullmatch(name) for name in names):
        return False
    groups = [group for group in _PUBLIC_BODIES if wanted & group]
    by_name = any(name[0].isupper() for name in names)
    head = context.body[min(2, len(context.body) - 1)].span.end
    for match in answers_something(context):
        if match.start() >= head or not context.in_body(Span(*match.span())):
            continue
        words = content_words(context.enclosing(Span(*match.span())).of(context.text))
        theirs = bool(wanted & words) and not _accuser_speaks(context, statement, match.start(), wanted)
        if (theirs or not by_name) and all(group & words for group in groups):
            return True
    return False


def _introduced_next(context: Context, other: Statement, block: int) -> bool:
    """Whether the next paragraph lets somebody speak by name: he of whom the opening told without his name."""
    mention = other.source.mention
    if block or mention is None or context.paragraph_at(mention.begin) != 1:
        return False
    begin = context.body[1].span.begin
    return mention.begin - begin < 40 and re.search(r"[A-Z]\w+ [A-Z]\w+", mention.of(context.text)) is not None


def inside(other: Statement, statement: Statement) -> bool:
    """Whether the other lies in what this one says: "the owner ordered silence, she said" lets no owner speak."""
    own = [*other.content, *other.cue]
    return all(any(outer.contains(each) for outer in statement.content) for each in own)


#: Bodies that speak for one another: the army answers for its troops.
_KIN = tuple(
    content_words(words)
    for words in (
        "army military troops soldiers forces defence defense navy guards regime government",
        "police officers officer sheriff constables",
        "company firm owner operator plant factory mill management managers executives",
        "government ministry minister state regime officials authorities president",
        "school board governors trustees teacher teachers head headmaster staff",
    )
)

#: Public bodies, each of which must answer for itself.
_PUBLIC_BODIES = _KIN[:2]

#: One person in an office, for whom no general denial of others speaks.
_OFFICIAL = compiled(
    r"head|manager|doctor|surgeon|director|officer|captain|chief|secretary|treasurer|mayor|minister|teacher|"
    r"priest|bishop|"
    r"coach|foreman|supervisor|editor|chairman|chairwoman|commander|judge|warden|governor|landlord|contractor|"
    r"geologist|official|adviser|aide|guard|nurse|pilot|driver|mate|skipper|conductor|"
    r"[a-z]+(?:ist|eer|ian)",
    re.IGNORECASE,
)

#: One of the accused body's people who tells tales does not answer for it.
_OTHERS = compiled(
    r"(?:an?|one|another|some|two|three) (?![^,.]*\b(?:spokes|lawyer|attorney|statement))", re.IGNORECASE
)


def _same_matter(context: Context, one: Statement, other: Statement) -> bool:
    """Whether a denial or refusal is about this allegation, or stands beside it and says no more ("denied it")."""
    words = content_words(content_of(other, context.text))
    if len(words) < 3:
        return beside(context, anchor(other).begin, context.paragraph_at(one.content[0].begin) or 0)
    return len(words & content_words(content_of(one, context.text))) >= 2


def _concerns(context: Context, place: int, wanted: frozenset[str]) -> bool:
    """Whether the response at ``place`` may be that of the accused: its sentence names them, or begins with "he"."""
    sentence = context.sentence_at(place)
    if sentence is None:
        return False
    words = sentence.span.of(context.text)
    return bool(wanted & content_words(words)) or re.match(r"(?:He|She|They|Both|Neither)\b", words) is not None
