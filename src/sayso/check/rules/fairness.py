"""Those who are accused get their say, and near the accusation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, anchor, content_of
from sayso.check.disputes import acts_alone, deed_told
from sayso.check.language import CONTESTED, HEDGE, LEGAL, RESPONSE, ROLE, WRONGDOING, content_words
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.check.rules.claims import actor_before, deed, wrongs
from sayso.types import Span, Statement

_NAME = re.compile(r"\b[A-Z][\w’'.-]*[a-z][\w’'-]*(?:\s+(?:(?:of|the|de|van|von|al|bin)\s+)?[A-Z][\w’'-]+)*")
_ANSWER_ACTS = frozenset(["deny", "no-comment", "acknowledge"])


def allegations(context: Context) -> list[Statement]:
    """Statements that say that somebody did wrong; those of headline and deck only where the body has none."""
    found = [
        each
        for each in context.statements
        if _alleges(each, content_of(each, context.text), _claimed(each, context.text), _argued(each, context.text)) or _blames(context, each)
    ]
    return [each for each in found if context.in_body(each.content[0])] or found


def _alleges(statement: Statement, words: str, claimed: bool, argued: bool) -> bool:
    if statement.act == "accuse" and not argued:
        return WRONGDOING.search(words) is not None or re.search(r"\w\b.{2,90}\bof \w+ing\b", words) is not None
    return statement.act in ("say", "report", "criticize", "warn", "confirm") and (
        _accuses(words) or (claimed and _of_someone(words))
    )


def _blames(context: Context, statement: Statement) -> bool:
    """In a story that speaks of accusations: a source tells plainly what somebody else in it did."""
    told = deed_told(content_of(statement, context.text))
    return (
        told is not None
        and statement.act in ("say", "report")
        and statement.source.mention is not None
        and acts_alone(told["who"])
        and not content_words(told["who"]) & content_words(statement.source.mention.of(context.text))
        and CONTESTED.search(context.story) is not None
    )


def _claimed(statement: Statement, text: str) -> bool:
    """Whether the cue itself calls it a claim or an allegation."""
    return any(re.match(r"(?:has |have |had )?(?:claim|alleg)", cue.of(text)) for cue in statement.cue)


def _argued(statement: Statement, text: str) -> bool:
    """Whether the cue is one of arguing: opponents of a policy accuse nobody by it."""
    return any(re.match(r"(?:has |have |had )?(?:argu|urg|ask|suggest|insist|not)", cue.of(text)) for cue in statement.cue)


def _of_someone(words: str) -> bool:
    """Whether somebody in an office, or somebody named, did something: "A councillor passed …"."""
    match = re.match(
        r"(?:the |an? |its |his |her )?(?P<who>[\w’'-]+(?: [A-Z][\w’'-]+)?) (?:also )?[a-z]+ed\b", words, re.IGNORECASE
    )
    return match is not None and (ROLE.fullmatch(match["who"]) is not None or " " in match["who"])


def _accuses(words: str) -> bool:
    """Without the label: an actor named straight before a verb of wrongdoing."""
    told = deed(words)
    rest = words[: told.start()] + words[told.end() :] if told else words
    if HEDGE.search(rest) or LEGAL.search(rest) or re.search(r"\b(?:not|no|never|n[’']t)\b", words):
        return False
    active = [match for match in wrongs(words) if not _DONE_TO.search(words[: match.start()])]
    return any(actor_before(words, match.start()) for match in active) or told is not None


_DONE_TO = re.compile(r"\b(?:was|were|been|being|are|is)\s+(?:\w+ly\s+)?$")


def accused(context: Context, statement: Statement) -> list[str]:
    """The names and bodies that an allegation is about: whom the cue accuses, and who acts in the content."""
    words = content_of(statement, context.text)
    wrong = WRONGDOING.search(words) or deed(words)
    head = words[: wrong.start()] if wrong else words[:60]
    office = _SOMEBODY_AT.match(head)
    if office:
        return [office[1]]
    spans = [head]
    if wrong and " by " in wrong.group():
        spans = [wrong.group().split(" by ")[1]]
    hears = statement.cue and re.match(r"t[eo]l[dl]|ask|inform", statement.cue[0].of(context.text))
    if statement.cue and not hears and statement.cue[0].end < statement.content[0].begin:
        spans.append(context.text[statement.cue[0].end : statement.content[0].begin])
    own = content_words(statement.source.name or "")
    found: list[str] = []
    for piece in spans:
        names = [match.group() for match in _NAME.finditer(piece)]
        found += [
            name
            for name in names
            if not content_words(name) <= own
            and name.lower() not in _NOT_NAMES
            and not _PLACED.search(piece[: piece.find(name)])
            and not _HEARD.search(piece[: piece.find(name)])
        ]
        found += [match.group() for match in ROLE.finditer(piece)][: None if found else 1]
    subject = head.split()
    if not found and 1 <= len(subject) <= 4 and not _PRONOUN.match(head) and subject[0][0].isupper():
        found = [subject[-1]]
    return found


#: "A doctor with the Altis team", "Orlan's head of research": the person is meant, and the body need not answer for him.
_SOMEBODY_AT = re.compile(r"(?:An?|One|Its|The [\w’'-]+[’']s|[A-Z][\w’'-]+[’']s) (?:[a-z-]+ ){0,2}?([a-z-]+) (?:at|with|of|from|in|for) ")
#: Whom somebody tells, asks or quotes is no accused.
_HEARD = re.compile(r"\b(?:told|tells?|ask(?:ed|s)?|informed|according to)\s+(?:[\w’'-]+\s+){0,5}?$")
_PLACED = re.compile(r"\b(?:in|at|near|from|on|against|to)\s+(?:the\s+)?$")


_NOT_NAMES = frozenset(
    [
        "the",
        "a",
        "an",
        "we",
        "he",
        "she",
        "they",
        "it",
        "i",
        "if",
        "in",
        "on",
        "at",
        "but",
        "and",
        "this",
        "that",
        "there",
        "when",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "several",
        "some",
        "many",
        "all",
        "american",
        "americans",
    ]
)


def answered(context: Context, statement: Statement, names: list[str]) -> bool:
    """Whether anything in the report answers the allegation, or says that an answer was sought."""
    if any(each.status in ("denied", "declined", "disputed") for each in statement.standing):
        return True
    wanted = frozenset().union(*(content_words(name) for name in names)) if names else frozenset()
    for other in context.statements:
        if other.id == statement.id or _inside(other, statement):
            continue
        if statement.id in other.about or (other.act in _ANSWER_ACTS and _same_matter(context, statement, other)):
            return True
        mention = anchor(other).of(context.text)
        speaker = content_words(" ".join(filter(None, [other.source.name, other.source.title, mention])))
        kin = any(wanted & group and speaker & group for group in _KIN)
        if (wanted & speaker or kin) and other.source.id != statement.source.id and not _OTHERS.match(mention):
            return True
    bare = bool(names) and all(name[0].islower() for name in names)
    block = context.paragraph_at(statement.content[0].begin) or 0
    if bare and any(_introduced_next(context, other, block) for other in context.statements if other.id != statement.id):
        return True
    return any(
        not _spoken(context, match.start())
        and (
            _beside(context, match.start(), block, 2 if bare else 0) or _concerns(context, match.start(), wanted, bare)
        )
        for match in RESPONSE.finditer(context.story)
    )


def _beside(context: Context, place: int, block: int, reach: int) -> bool:
    there = context.paragraph_at(place)
    return there is not None and abs(there - block) <= reach


def _introduced_next(context: Context, other: Statement, block: int) -> bool:
    """Whether the next paragraph lets somebody speak by name: he of whom the opening told without his name."""
    mention = other.source.mention
    if block or mention is None or context.paragraph_at(mention.begin) != 1:
        return False
    begin = context.body[1].span.begin
    return mention.begin - begin < 40 and re.search(r"[A-Z]\w+ [A-Z]\w+", mention.of(context.text)) is not None


def _inside(other: Statement, statement: Statement) -> bool:
    """Whether the other lies in what this one says: "the owner ordered silence, she said" lets no owner speak."""
    own = [*other.content, *other.cue]
    return all(any(outer.contains(each) for outer in statement.content) for each in own)


def _spoken(context: Context, place: int) -> bool:
    """Whether the place stands in a quotation of more than a few words: “categorically rejects” is the reporter's."""
    return any(
        each.span.begin <= place < each.span.end and len(each.content.of(context.text).split()) > 4
        for each in context.quotations
    )


#: Bodies that speak for one another: the army answers for its troops.
_KIN = tuple(
    content_words(words)
    for words in (
        "army military troops soldiers forces defence defense navy guards regime government",
        "police officers officer sheriff constables",
        "company firm owner operator plant factory mill management managers executives",
        "government ministry minister state regime officials authorities president",
        "school board governors teacher head",
    )
)
#: One of the accused body's people who tells tales does not answer for it.
_OTHERS = re.compile(
    r"(?:an?|one|another|some|two|three) (?![^,.]*\b(?:spokes|lawyer|attorney|statement))", re.IGNORECASE
)


def _same_matter(context: Context, one: Statement, other: Statement) -> bool:
    """Whether a denial or refusal is about this allegation, or about nothing that can be told ("denied it")."""
    words = content_words(content_of(other, context.text))
    return len(words) < 3 or len(words & content_words(content_of(one, context.text))) >= 2


def _concerns(context: Context, place: int, wanted: frozenset[str], bare: bool) -> bool:
    """Whether the response at ``place`` may be that of the accused: its sentence names them, or nobody by name."""
    sentence = context.sentence_at(place)
    if sentence is None:
        return False
    words = sentence.span.of(context.text)
    names = [name.group() for name in _NAME.finditer(words[1:])]
    return bool(wanted & content_words(words)) or not bare and all(name.lower() in _NOT_NAMES for name in names)


@rule("FAIR301")
def accusation_without_response(context: Context) -> Iterator[Hit]:
    asked: set[str] = set()
    for statement in allegations(context):
        names = accused(context, statement)
        if not names and not _PRONOUN.match(content_of(statement, context.text)):
            continue
        if statement.source.id in asked or answered(context, statement, names):
            continue
        asked.add(statement.source.id)
        yield Hit(
            anchor(statement),
            f"a denial, a refusal to comment, an effort to reach {names[0] if names else 'the accused'}, or words of "
            f"theirs, anywhere in the report; found none",
            (statement.id,),
            related=(statement.content[0],),
        )
    if not asked:
        yield from _charged(context)


_PRONOUN = re.compile(r"(?:he|she|they)\b", re.IGNORECASE)


def _charged(context: Context) -> Iterator[Hit]:
    """Somebody is charged, or the prosecution tells its case, and nothing is heard from the defence."""
    if not context.body or _DEFENCE.search(context.story) or RESPONSE.search(context.story):
        return
    top = Span(context.body[0].span.begin, context.body[min(4, len(context.body) - 1)].span.end)
    match = _CHARGED.search(context.text, *top)
    if match:
        yield Hit(
            Span(*match.span()),
            "a plea, a lawyer, a denial or an effort to reach the accused, anywhere in the report; found none",
        )


_CHARGED = re.compile(
    r"\b(?:is|was|were|are|been|being) (?:\w+ly )?(?:charged with|accused of|indicted (?:on|for)|sued (?:for|over))\b"
    r"|\b(?:prosecutors?|[Tt]he prosecution) (?:told|said|alleged?|claims?|accused)\b"
)
_DEFENCE = re.compile(
    r"\b(?:lawyers?|attorneys?|barristers?|solicitors?|counsel|defen[cs]e|defended|plea|pleas|plead\w*|pled|guilty|convict\w*|"
    r"sentenced|confess\w*|admi(?:ts?|tted)|innocen\w+|acquitted|statement from|representatives?)\b",
    re.IGNORECASE,
)


@rule("FAIR302")
def denial_far_below(context: Context) -> Iterator[Hit]:
    for denial in context.statements:
        for about in denial.about if denial.act == "deny" else ():
            allegation = context.by_id.get(about)
            first = context.paragraph_at(anchor(allegation).begin) if allegation else None
            second = context.paragraph_at(anchor(denial).begin)
            if allegation is None or first is None or second is None or second - first <= 6:
                continue
            if not any(
                first < (context.paragraph_at(match.start()) or 0) < second
                for match in RESPONSE.finditer(context.story)
            ):
                yield Hit(
                    anchor(denial),
                    f"the denial within six paragraphs of what it denies; found it {second - first} paragraphs below",
                    (allegation.id, denial.id),
                    related=(anchor(allegation),),
                )


@rule("FAIR303")
def denial_not_in_headline(context: Context) -> Iterator[Hit]:
    if context.headline is None:
        return
    top = " ".join([context.headline.span.of(context.text), *context.report.deck])
    for denial in context.statements:
        for about in denial.about if denial.act == "deny" else ():
            allegation = context.by_id.get(about)
            if (
                allegation
                and len(content_words(top) & content_words(content_of(allegation, context.text))) >= 3
                and not RESPONSE.search(top)
            ):
                yield Hit(
                    context.headline.span,
                    "the denial in headline or deck; found none",
                    (allegation.id, denial.id),
                    related=(anchor(denial),),
                )
                return


@rule("FAIR309")
def denial_of_what(context: Context) -> Iterator[Hit]:
    if LEGAL.search(
        re.sub(r"\b(?:allegations?|accusations?|claims?|charges?|den\w+)\b", " ", context.story)
    ) or WRONGDOING.search(context.story):
        return
    for statement in context.statements:
        words = content_of(statement, context.text)
        if (
            statement.act == "deny"
            and re.fullmatch(
                r"(?:all |any |the |those |these |his |her |its )*(?:allegations?|accusations?|"
                r"claims?|charges?|it|wrongdoing|any involvement)",
                words,
                re.IGNORECASE,
            )
            and not statement.about
            and not (
                words == "it"
                and any(each.cue and each.cue[0].end < anchor(statement).begin for each in context.statements)
            )
        ):
            yield Hit(anchor(statement), "what was alleged, anywhere in the report; found nothing", (statement.id,))


@rule("FAIR310")
def guilty_before_verdict(context: Context) -> Iterator[Hit]:
    charged = re.search(
        r"\b(?:suspects?|charged with|accused of|arrested|defendant|on trial|trial|jury|jurors|prosecut\w+|denie[sd] "
        r"(?:\w+ )?(?:fraud|murder|theft|rape|charges))\b",
        context.story,
        re.IGNORECASE,
    )
    judged = re.search(
        r"\b(?:convicted|found guilty|pleaded guilty|pled guilty|sentenced|confessed|"
        r"admitted|jailed|serving|killed himself|shot dead|died)\b",
        context.story,
        re.IGNORECASE,
    )
    if not charged or judged:
        return
    for match in re.finditer(
        r"\b[Tt]he (?:murderer|rapist|fraudster|thief|thieves|embezzler|arsonist|paedophile|"
        r"pedophile|kidnapper|molester|criminals?)s?\b",
        context.story,
    ):
        if not context.quoted(match.start()) and context.in_body(Span(*match.span())):
            yield Hit(
                Span(*match.span()),
                "a verdict or a confession anywhere in the report; found only a suspicion or a charge",
                related=(Span(*charged.span()),),
            )
            return


@rule("FAIR312")
def single_source_story(context: Context) -> Iterator[Hit]:
    if len(context.statements) >= 5 and len(context.by_source) == 1:
        first = context.statements[0]
        yield Hit(
            anchor(first),
            f"a second source in {len(context.statements)} statements; found none",
            tuple(each.id for each in context.statements),
        )
