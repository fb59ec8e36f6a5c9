"""Claims that need a source in their sentence or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence, content_of, speaks
from sayso.check.disputes import acts_alone, deed_told, disputed
from sayso.check.language import (
    CUE,
    DEED,
    FAILING,
    HEDGE,
    LEGAL,
    RESPONSE,
    ROLE,
    VERB_OF_SAYING,
    WRONGDOING,
    content_words,
)
from sayso.check.model import Hit
from sayso.check.numbers import numbers
from sayso.check.registry import rule
from sayso.types import Span, Statement

_CASUALTIES = re.compile(r"\b(?:kill(?:ed|ing|s)|died|dead|wound(?:ed|ing)|injur(?:ed|ing))\b", re.IGNORECASE)


def actor_before(words: str, place: int) -> bool:
    """Whether a name, a pronoun or a role ("the ferry's owner") stands straight before the verb at ``place``."""
    head = _AUXILIARY.sub("", words[:place])
    if re.search(r"(?:^|[\s(“\"’'])(?:[A-Z][\w’'-]*[a-z][\w’'-]*|[A-Z]{2,}|[Hh]e|[Ss]he|[Tt]hey),?\s*$", head):
        return True
    last = re.search(r"([\w’'-]+),?\s*$", head)
    return last is not None and ROLE.fullmatch(last[1]) is not None


_GOING_ON = re.compile(r"\b(?:is|are|was|were|been|of|by|for|from|admitted|denied|kept|began|started)\s+(?:\w+ly\s+)?$")
_AUXILIARY = re.compile(r"(?:\b(?:had|has|have|was|were|had been|has been|also|\w+ly)\s+)+$")


def unattributed(context: Context, sentence: Sentence) -> bool:
    """No statement in the sentence or beside it in its paragraph, no cue word, no quotation."""
    block = context.body[sentence.block]
    near = [each.span for each in context.sentences if each.block == sentence.block]
    place = near.index(sentence.span)
    beside = Span(near[max(0, place - 1)].begin, near[min(len(near) - 1, place + 1)].end)
    for each in context.statements_in(beside):
        if _vouches(each, context, block.span) and not (_answers(each, context) and not _within(each, sentence.span)):
            return False
    words = _NOUNS.sub(" ", _ASKERS.sub(" ", sentence.span.of(context.text)))
    return not CUE.search(words) and not any(mark in block.span.of(context.text) for mark in '"“”')


def _within(statement: Statement, span: Span) -> bool:
    return any(span.overlaps(each) for each in (*statement.cue, *statement.content))


def _answers(statement: Statement, context: Context) -> bool:
    """Whether a statement beside a claim answers it rather than makes it: "Pell said an expert would dispute that"."""
    told = " ".join(each.of(context.text) for each in (*statement.cue, *statement.content))
    return statement.act in ("deny", "no-comment") or RESPONSE.search(told) is not None


#: "staff who asked about the money" attributes nothing.
_ASKERS = re.compile(
    r"\b(?:who|that) (?:had |have )?(?:ask|complain|post|comment|respond|testifi|warn|think)\w*|\bask(?:ed|ing)? (?:for|to)\b|\b(?:promis|vow)ed\b|"
    r"\b(?:did|do|does|has|have|had) not (?:\w+ )?(?:report|tell|told|comment|warn|ask|note|announc|say|said)\w*|"
    r"\b(?:was|were|been) (?:told|warned|informed)\b"
)
#: Nouns that look like words of saying: "buried the report", "no warning", "the United States".
_NOUNS = re.compile(
    r"\b(?:an?|the|its|his|her|their|of|this|that|these|those|all|any|no|annual|safety|without|United|other|\w+[’']s?)\s+"
    r"(?:[a-z]+\s+)?(?:reports?|claims?|comments?|warnings?|statements?|stud(?:y|ies)|polls?|surveys?|calls?|notes?|"
    r"promises?|states?|posts?|sources?|witness(?:es)?|thoughts?|quotes?)\b(?!\s+(?:\w+ly\s+)?(?:f[oi]u?nd|sh[oe]w|that))",
)


def _vouches(statement: Statement, context: Context, block: Span) -> bool:
    """Whether readers see here whose word it is: not where a new paragraph merely goes on in somebody's vein."""
    if statement.negated or any(
        _TOLD_BY_NOBODY.search(context.text[max(0, cue.begin - 12) : cue.end]) for cue in statement.cue
    ):
        return False
    if statement.how == "continued" and statement.kind == "indirect":
        return any(
            each.source.id == statement.source.id and each.how != "continued" and speaks(each, context.text)
            for each in context.statements_in(block)
        )
    return statement.act not in _NO_VOUCHER and speaks(statement, context.text)


#: "The bishop was told that …", "had been warned of …": by nobody whom readers could ask.
_TOLD_BY_NOBODY = re.compile(
    r"\b(?:was|were|been|being) (?:told|warned|informed|asked)$|\b(?:has|have|had|did|does|do) not\b"
)
#: Who asks, orders or promises something does so as part of the story, and vouches for nothing beside it.
_NO_VOUCHER = frozenset(["ask", "order", "promise", "threaten", "urge"])


#: The notion, fear or hope that something would happen is told as what it is.
_NOTION = re.compile(
    r"\b(?:notion|idea|argument|claim|fear|belief|prospect|hope|question|suggestion|view|expectation|promise|pledge|warning|"
    r"proposal|offer)s?\b"
)


def hedged(words: str) -> bool:
    """Whether the sentence leaves its claim open; "the safety report" hedges nothing."""
    return HEDGE.search(_NOUNS.sub(" ", words)) is not None


def _claims_wrong(words: str) -> re.Match[str] | None:
    """A plain assertion that somebody did wrong: an actor straight before the verb of wrongdoing."""
    if hedged(words) or "?" in words:
        return None
    if LEGAL.search(words):
        told = deed(words)
        return told if told and not LEGAL.search(words[: told.start()]) and not _OPEN.search(words) else None
    for match in wrongs(words) if not _DENIED.search(words) else ():
        verb = match.group() if not match.group().endswith("ly") else words[match.end() :].lstrip()
        done = re.match(r"\w*(?:ed|ing|en|id|ole|ook|ew|eld|oke)\b", verb, re.IGNORECASE)
        if done and (actor_before(words, match.start()) or _subject(words[: match.start()])):
            return match
        if re.search(r"\b(?:was|were|had been|has been)\s+(?:\w+ly\s+)?$", words[: match.start()]):
            return match
    return deed(words)


def wrongs(words: str) -> Iterator[re.Match[str]]:
    """Words of wrongdoing and failing, but not a noun like "the spying programme"."""
    for pattern in (WRONGDOING, FAILING):
        for match in pattern.finditer(words):
            noun = re.match(r"\w+ing\b", match.group()) and not _GOING_ON.search(words[: match.start()])
            if not noun:
                yield match


def deed(words: str) -> re.Match[str] | None:
    """What somebody is told to have done that they will hardly admit, where the sentence tells it as its own matter."""
    return next(
        (
            match
            for match in DEED.finditer(words)
            if _main(words[: match.start()])
            and not _SUFFERED.search(words[: match.start()])
            and not _DENIED.search(words[: match.start()])
        ),
        None,
    )


def _subject(before: str) -> bool:
    """Whether the words before a verb are a short subject at the head of the sentence: "Nurses at the jail"."""
    return (
        1 <= len(before.split()) <= 8
        and before[0].isupper()
        and _main(before)
        and not re.search(
            r"[,;:]|\b(?:the|an?|of|in|by|for|his|her|its|their|and|or|with|from|as|more|other)\s+$", before
        )
    )


def _main(before: str) -> bool:
    """Whether the words before a deed begin the sentence and name who did it: no clause about a time long gone."""
    return re.match(r"(?:The |A |An |Its |Their |His |Her )?[A-Z0-9a-z]", before) is not None and not re.search(
        r"\b(?:after|when|before|since|if|whether|who|which|that|because|by|would|will|must|should|can)\b"
        r"[^,]{0,25}$|\bto\s+$|\b(?:1[89]|20)\d\d\b",
        before,
    )


#: "She was fatally shot": told of her who suffered it, and of nobody who did it.
_SUFFERED = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?$")
#: A sentence with one of these says itself that the matter is open, or closed by a court.
_OPEN = re.compile(
    r"\b(?:alleg|accus|suspect|charg|convict|sentenc|claim|arrest|trial|plead|pled|indict|rul|testif|court|prosecut)\w*",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no one|nobody|denied)\b|n[’']t\b")


@rule("ATTR201")
def unattributed_claim(context: Context) -> Iterator[Hit]:
    for sentence in context.sentences:
        if sentence.block == 0 or not unattributed(context, sentence):
            continue
        match = (
            _claims_wrong(sentence.span.of(context.text)) or _acts(context, sentence) or _told(context, sentence)
        )
        if match:
            span = Span(sentence.span.begin + match.start(), sentence.span.begin + match.end())
            yield Hit(span, "a source in this sentence or the ones beside it; found none")


def _acts(context: Context, sentence: Sentence) -> re.Match[str] | None:
    """In a story with accusations: a paragraph of its own in which one of the accused plainly did something."""
    words = sentence.span.of(context.text)
    alone = len(words) >= len(context.body[sentence.block].span.of(context.text)) - 2
    match = _ACTION.match(words)
    if not alone or match is None or LEGAL.search(words) or hedged(words) or _ROUTINE.search(words):
        return None
    blamed = _blamed(context)
    subject = content_words(match["who"])
    return match if subject & blamed else None


def _told(context: Context, sentence: Sentence) -> re.Match[str] | None:
    """In a disputed story: a paragraph without any source in which somebody in an office or trade did something."""
    words = sentence.span.of(context.text)
    match = deed_told(words)
    if match is None or LEGAL.search(_STAGES.sub(" ", words)) or hedged(words) or not disputed(context):
        return None
    if not all(unattributed(context, each) for each in context.sentences if each.block == sentence.block):
        return None
    return match if acts_alone(match["who"]) or content_words(match["who"]) & _blamed(context) else None


_ACTION = re.compile(
    r"(?P<who>(?:The |Its |His |Her )?[A-Z]?[\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:has |have |had )?"
    r"(?:also |later |then |once )?"
    r"(?!born|based|named|founded|married|joined|served|turned|played|attended|arrived|returned|remained|appeared|"
    r"opened|started|downplay|oppos|support|back|embrac|push|seem|want|hop|plan|decid|tri|continu|agre|endors|campaign|"
    r"vot|pass|introduc|propos|unveil|launch|lobb|receiv|gain|work|liv|enjoy|fac|need|look|warm|retired|resigned|moved|graduated|elected|signed|visited)"
    r"(?P<did>[a-z]{2,}(?:ed)|let|took|kept|sold|hid|shot|beat|made|gave|drove|bought|spent|drew|sent|cut|burnt|left|stole|"
    r"threw|held|broke|paid|won|used|got|knew|lied)\b(?! (?:on|in|at|as|from|to)\b)"
)
_ROUTINE = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:would|will|if|when|since|last (?:year|month))\b|\?")


_CALLED = re.compile(r"\b(?:claims?|accusations?|allegations?|lies?|smears?)\b")


def _blamed(context: Context) -> frozenset[str]:
    """Content words for those whom some statement accuses, or who deny something."""
    found: set[str] = set()
    for each in context.statements:
        if each.act == "deny":
            found |= content_words(each.source.name or "")
        words = content_of(each, context.text)
        if _claims_wrong(words) or (each.act == "accuse" and WRONGDOING.search(words)):
            head = content_of(each, context.text).split()[:6]
            found |= content_words(" ".join(word for word in head if word[:1].isupper() or ROLE.fullmatch(word)))
        elif each.source.type == "person" and _CALLED.search(content_of(each, context.text)):
            found |= content_words(each.source.name or "")
    return frozenset(found)


@rule("ATTR215")
def unsourced_assertion(context: Context) -> Iterator[Hit]:
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        if sentence.block == 0 or not unattributed(context, sentence) or _claims_wrong(words):
            continue
        match = _FORETOLD.search(words)
        alone = sentence.span.end - sentence.span.begin >= len(context.body[sentence.block].span.of(context.text)) - 2
        if (
            match
            and match["what"].startswith("would")
            and (_NOTION.search(words) or not alone or _CONDITIONAL.search(words[: match.start("what")]))
        ):
            continue
        if match and not re.search(r"\b(?:if|whether|unless|than|\d{4})\b|\?", words):
            place = sentence.span.begin + match.start("what")
            yield Hit(
                Span(place, sentence.span.begin + match.end("what")),
                "who says so, in this sentence or the ones beside it; found nobody",
            )


#: Subjects of which "would" tells what they are for, or what would follow from them; nobody need have said so.
_CONDITIONAL = re.compile(
    r"\b(?:deals?|moves?|hearings?|proposals?|bills?|acts?|plans?|measures?|bans?|sanctions?|legislation|meetings?|law|"
    r"agreements?|rules?|orders?|amendments?|resolutions?|nothing|this|that|it|airlift|departure|conflict|force|treaty|"
    r"programs?|programmes?|tax|cuts?|vote|withdrawal|decision|change|step|while|although|as)\b",
    re.IGNORECASE,
)


_FORETOLD = re.compile(
    r"^(?:The|A|An|Its|Their|His|Her|It|They|He|She|[A-Z][\w’'-]+)\b[^,;:]{0,60}?\s(?P<what>would "
    r"(?!have|be able|like)\w+|"
    r"(?:will (?:(?:now |soon )?have to|never|inevitably|certainly|surely|be forced to)|must (?:now )?(?:resign|go|quit))\b|"
    r"(?:was|were|is|are) (?:now )?(?:bound to|certain to|sure to|doomed|unsafe|contaminated|poisonous|incompetent|dishonest|"
    r"disastrous|reckless|rigged|a (?:lie|sham|"
    r"failure|disaster|disgrace)|started (?:deliberately|on purpose)|to blame|at fault|responsible for))\b"
)


@rule("ATTR209")
def unsourced_opening(context: Context) -> Iterator[Hit]:
    for sentence in context.sentences:
        if sentence.block > 1 or not unattributed(context, sentence):
            continue
        words = sentence.span.of(context.text)
        match = _claims_wrong(words) if sentence.block == 0 else None
        first = sentence == context.sentences[0] and match is None
        if first and (_attributed_above(context, sentence) or _answered_below(context, words)):
            match = re.search(r"\S.*", words)
        if match is None and not _told_elsewhere(context, sentence.span):
            match = _CASUALTIES.search(words)
            if match and re.search(r"\b(?:which|that|who|whose|when|after|since)\b[^,;]*$", words[: match.start()]):
                match = None
        if match:
            span = Span(sentence.span.begin + match.start(), sentence.span.begin + match.end())
            yield Hit(span, "a source for this, here or where the story comes back to it; found none")
            return


def _answered_below(context: Context, words: str) -> bool:
    """Whether the story goes on to answer its opening, which tells as a fact what somebody did."""
    return not LEGAL.search(_STAGES.sub(" ", words)) and deed_told(words) is not None and disputed(context)


def _attributed_above(context: Context, sentence: Sentence) -> bool:
    """Whether the headline gives somebody as the source of what this sentence tells as a fact."""
    if context.headline is None or LEGAL.search(_STAGES.sub(" ", sentence.span.of(context.text))):
        return False
    headline = context.headline.span.of(context.text)
    credited = _CREDITED.search(headline)
    claims = [headline[: credited.start()]] if credited else []
    for statement in context.statements:
        mention = statement.source.mention
        if mention and context.headline.span.contains(mention) and statement.cue:
            claims.append(content_of(statement, context.text))
    meaning = content_words(sentence.span.of(context.text))
    return any(_taken_over(context, content_words(claim), meaning) for claim in claims)


def _taken_over(context: Context, claim: frozenset[str], meaning: frozenset[str]) -> bool:
    """Whether the opening says what the headline attributes, and the next paragraph does not give its source."""
    if len(claim) < 3 or len(claim & meaning) < 0.4 * len(claim):
        return False
    return not any(
        each.cue
        and each.source.mention
        and len(claim & content_words(content_of(each, context.text))) >= max(2, 0.6 * len(claim))
        for each in context.statements_in(context.body[min(1, len(context.body) - 1)].span)
    )


#: How a headline ends that says whose words it is: ", court hears", ", two nurses tell inquiry".
_CREDITED = re.compile(
    r",\s+(?:[\w’'-]+\s+){1,4}?(?:says?|hears?|told|tells?|finds?|alleges?|claims?|reports?|warns?|shows?)"
    r"(?:\s+[\w’'-]+){0,3}$"
)
#: Words of the law that leave a claim a claim: "before the trial", "a contract act".
_STAGES = re.compile(r"\b(?:drug |clinical |medical |vaccine )?trials? of (?:its|an?|the|new)\b|\b(?:bills?|acts?|laws?|polic(?:y|ies)|bans?|commissions?|fears?|concerns?)\b", re.IGNORECASE)


def _told_elsewhere(context: Context, span: Span) -> bool:
    """Whether the sentence counts no dead or injured, or a source gives one of its figures in some statement."""
    counted = {number.value for number in numbers(context.text, *span) if number.value >= 2}
    years = {value for value in counted if 1900 <= value <= 2100}
    told = {
        number.value for each in context.statements for part in each.content for number in numbers(context.text, *part)
    }
    return not counted - years or bool(years) or bool(counted & told)


@rule("ATTR211")
def nobody_believes(context: Context) -> Iterator[Hit]:
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        for match in _AGENTLESS.finditer(words):
            span = Span(sentence.span.begin + match.start(), sentence.span.begin + match.end())
            named = re.search(r"^.{0,30}\bby\b", words[match.end() :]) or re.search(
                rf"\b(?:{VERB_OF_SAYING}|according to)\b", words
            )
            if not named and not context.quoted(span.begin) and not context.statements_in(sentence.span):
                yield Hit(span, "who believes, understands or thinks so, in this sentence; found none")


_AGENTLESS = re.compile(
    r"\b(?:it (?:is|was) (?:widely |generally |now )?(?:believed|understood|thought|rumou?red|alleged)(?= that|,| )|"
    r"(?:is|are|was|were) (?:widely |generally |now )?(?:understood|believed|thought|rumou?red|alleged) to\b)",
    re.IGNORECASE,
)
