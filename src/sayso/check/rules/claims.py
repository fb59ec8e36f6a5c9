"""Claims that need a source in their sentence or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.accused.deeds import STAGES, claims_wrong, hedged
from sayso.check.accused.disputes import DONE, acts_alone, by_hand, deed_told, disputed, done_to
from sayso.check.accused.vouching import owned, unattributed
from sayso.check.context import Context, Sentence, content_of, part
from sayso.check.figures.numbers import numbers
from sayso.check.language import LEGAL, ROLE, WRONGDOING, content_words
from sayso.check.model import Hit
from sayso.check.ownvoice.blames import laid_on
from sayso.check.ownvoice.judgements import AS_CHARGED, asserted, nobodys, unsaid
from sayso.check.ownvoice.motives import motive
from sayso.check.ownvoice.need.asked import likely, owed
from sayso.check.ownvoice.need.estimate import Need
from sayso.check.ownvoice.openings import attributed_above, sourced_below
from sayso.check.ownvoice.reasons import reason
from sayso.check.ownvoice.verdicts import verdict
from sayso.check.registry import rule
from sayso.check.rules.counts import near_the_dead
from sayso.patterns import compiled
from sayso.types import Span

_CASUALTIES = compiled(r"\b(?:kill(?:ed|ing|s)|died|dead|wound(?:ed|ing)|injur(?:ed|ing))\b", re.IGNORECASE)

#: The notion, fear or hope that something would happen is told as what it is.
_NOTION = compiled(
    r"\b(?:notion|idea|argument|claim|fear|belief|prospect|hope|question|suggestion|view|expectation|promise|"
    r"pledge|warning|"
    r"proposal|offer)s?\b"
)


@rule("ATTR201")
def unattributed_claim(context: Context) -> Iterator[Hit]:
    for sentence in context.sentences:
        if sentence.block == 0 or not unattributed(context, sentence) or _notice(context, sentence):
            continue
        wrong = claims_wrong(sentence.span.of(context.text))
        match = wrong or _acts(context, sentence) or _told(context, sentence)
        if not match or _IN_THE_OPEN.search(sentence.span.of(context.text), match.start()):
            continue
        if likely(context, sentence.span) if wrong else likely(context, sentence.span, _DEED):
            span = Span(sentence.span.begin + match.start(), sentence.span.begin + match.end())
            yield Hit(span, "a source in this sentence or the ones beside it; found none")


@rule("ATTR216")
def kind_of_claim(context: Context) -> Iterator[Hit]:
    if not any(need.asked for need in context.needs):
        return
    elsewhere = [*unattributed_claim(context), *unsourced_opening(context), *unsourced_assertion(context)]
    asked = {context.enclosing(hit.span) for hit in elsewhere}
    bare = not sourced_below(context)

    def fits(need: Need) -> bool:
        opening = need.block == 0
        return need.span not in asked and not (opening and (not bare or _counted_elsewhere(context, need.span)))

    yield from owed(context, fits)


#: A plain deed is the reporter's to tell unless reports hardly ever do so.
_DEED = 0.85
#: What reporters see for themselves in a street, and what is said to all the world.
_IN_THE_OPEN = compiled(
    r"\b(?:tear[- ]?gas|water cannons?|rubber bullets|pepper spray|stun grenades|in defiance of|defied|"
    r"refused to (?:step down|resign|leave|concede|apologi[sz]e|endorse|support|vote))\b"
)


def _notice(context: Context, sentence: Sentence) -> bool:
    """Whether the paragraph is a note of the newsroom's own: a correction, a line about the writer."""
    return (
        re.match(
            r"[(\[*_]*(?:Correction|Clarification|Editor[’']s note|Update)\b",
            context.body[sentence.block].span.of(context.text),
        )
        is not None
    )


def _acts(context: Context, sentence: Sentence) -> re.Match[str] | None:
    """In a story with accusations: a paragraph of its own in which one of the accused plainly did something."""
    words = sentence.span.of(context.text)
    alone = len(words) >= len(context.body[sentence.block].span.of(context.text)) - 2
    match = _ACTION.match(words)
    if not alone or match is None or LEGAL.search(words) or hedged(words) or _ROUTINE.search(words):
        return None
    if match["did"] == "known" or re.match(
        r"(?:As|While|When|After|Since|Although|Though|Because|In|On|At|For|With)\b", words
    ):
        return None
    if not by_hand(match["did"]) and WRONGDOING.search(words) is None:
        return None
    accused = blamed(context)
    subject = content_words(match["who"])
    return match if subject & accused else None


def _told(context: Context, sentence: Sentence) -> re.Match[str] | None:
    """In a disputed story: a paragraph without any source in which somebody in an office or trade did something."""
    words = sentence.span.of(context.text)
    if _BEGINS_OTHERWISE.match(words):
        return None
    match = (done_to(words) if disputed(context) or blamed(context) else None) or deed_told(words)
    if match is None or LEGAL.search(STAGES.sub(" ", words)) or hedged(words):
        return None
    if not all(unattributed(context, each) for each in context.sentences if each.block == sentence.block):
        return None
    return (
        match
        if match.re.pattern == DONE.pattern or acts_alone(match["who"]) or content_words(match["who"]) & blamed(context)
        else None
    )


_ACTION = compiled(
    r"(?P<who>(?:The |Its |His |Her )?[A-Z]?[\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:has |have |had )?"
    r"(?:also |later |then |once )?"
    r"(?!born|based|named|founded|married|joined|served|turned|played|attended|arrived|returned|remained|appeared|"
    r"opened|started|downplay|oppos|support|back|embrac|push|seem|want|hop|plan|decid|tri|continu|agre|endors|campaign|"
    r"vot|pass|introduc|propos|unveil|launch|lobb|receiv|gain|work|liv|enjoy|fac|need|look|warm|retired|"
    r"resigned|pointed|gestured|nodded|moved|graduated|elected|signed|visited)"
    r"(?P<did>[a-z]{2,}(?:ed)|let|took|kept|sold|hid|shot|beat|made|gave|drove|bought|spent|drew|sent|cut|burnt|"
    r"left|stole|"
    r"threw|held|broke|paid|won|used|got|knew|lied)\b(?! (?:on|in|at|as|from|to)\b)"
)

_ROUTINE = compiled(
    r"\b(?:1[89]|20)\d\d\b|\b(?:would|will|if|when|since|last (?:year|month)|percent|per cent|quarter|up from|"
    r"down from)\b|[%?]"
)

#: The subject of such a sentence stands further on.
_BEGINS_OTHERWISE = compiled(r"(?:As|While|When|After|Since|Although|Though|Because|In|On|At|For|With|If|But|Yet)\b")

_CALLED = compiled(r"\b(?:claims?|accusations?|allegations?|lies?|smears?)\b")


def blamed(context: Context) -> frozenset[str]:
    """Content words for those whom some statement accuses, or who deny something."""
    found: set[str] = set()
    for each in context.statements:
        if each.act == "deny":
            found |= content_words(each.source.name or "")
        words = content_of(each, context.text)
        if claims_wrong(words) or (each.act == "accuse" and WRONGDOING.search(words)):
            head = content_of(each, context.text).split()[:6]
            found |= content_words(" ".join(word for word in head if word[:1].isupper() or ROLE.fullmatch(word)))
        elif each.source.type == "person" and _CALLED.search(content_of(each, context.text)):
            found |= content_words(each.source.name or "")
    return frozenset(found)


@rule("ATTR215")
def unsourced_assertion(context: Context) -> Iterator[Hit]:
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        block = context.body[sentence.block].span.of(context.text)
        near = context.text[context.body[max(0, sentence.block - 1)].span.begin : context.body[sentence.block].span.end]
        spoken = context.report.genre == "opinion" or _SPOKEN.search(block)
        plain = None if spoken else asserted(words, near, sentence.block < 2)
        if plain and unsaid(context, sentence, plain) and not _notice(context, sentence):
            yield Hit(
                part(sentence.span, *plain.span("what")), "who says so, in this sentence or beside it; found nobody"
            )
            continue
        blame = None if spoken else laid_on(words)
        if blame and unattributed(context, sentence) and not _notice(context, sentence):
            yield Hit(part(sentence.span, *blame), "who lays this at their door, here or beside it; found nobody")
            continue
        meant = None if spoken else motive(words)
        if meant and nobodys(context, sentence, meant) and not _notice(context, sentence):
            yield Hit(part(sentence.span, *meant), "who says that this was meant, here or beside it; found nobody")
            continue
        told = None if spoken else _of_their_own(words, opening=sentence.block < 2)
        if told and not owned(context, sentence, told[0]) and not _notice(context, sentence):
            yield Hit(part(sentence.span, *told[0]), told[1])
            continue
        dangling = _not_introduced(context, sentence)
        if dangling:
            yield dangling
            continue
        if sentence.block == 0 or not unattributed(context, sentence) or claims_wrong(words):
            continue
        match = _FORETOLD.search(words)
        alone = sentence.span.end - sentence.span.begin >= len(context.body[sentence.block].span.of(context.text)) - 2
        if (
            match
            and match["what"].startswith("would")
            and (
                _NOTION.search(words)
                or not alone
                or re.search(r"\bwho $", words[: match.start("what")])
                or _CONDITIONAL.search(words[: match.start("what")])
            )
        ):
            continue
        if re.match(r"(?:We|I|You|If|Let)\b", words) or _SPOKEN.search(block):
            continue  # somebody speaks, though no marks say so
        if match and AS_CHARGED.search(words[: match.start("what")]):
            continue
        if match and not re.search(r"\b(?:whether|than|\d{4})\b|\?|\b(?:if|unless)\b(?=.*\bwould\b)", words):
            place = sentence.span.begin + match.start("what")
            yield Hit(
                Span(place, sentence.span.begin + match.end("what")),
                "who says so, in this sentence or the ones beside it; found nobody",
            )


def _of_their_own(words: str, *, opening: bool) -> tuple[tuple[int, int], str] | None:
    """What a sentence knows of somebody's mind, or how it judges them, with what is looked for."""
    if why := reason(words):
        return why, "who says that this was the reason, here or beside it; found nobody"
    judged = verdict(words, opening=opening)
    return (judged, "who judges so, in this sentence or beside it; found nobody") if judged else None


#: A paragraph in the first person is somebody's speech, though no marks say so.
_SPOKEN = compiled(r"\b(?:I|I[’']m|I[’']ve|we|We|our|Our|my|My) (?=[a-z])")


def _not_introduced(context: Context, sentence: Sentence) -> Hit | None:
    """ "The year-long study looked at …" in a story that has no study before: what it found stands there as a fact."""
    match = _TAKEN_UP.search(sentence.span.of(context.text))
    if match is None or context.quoted(sentence.span.begin + match.start()):
        return None
    begin = context.body[0].span.begin
    before = context.text[begin : sentence.span.begin + match.start()]
    if sentence.span.begin == begin or _PAPERS.search(before):
        return None
    place = context.sentences.index(sentence)
    return Hit(
        part(sentence.span, *match.span("what")),
        f"an introduction of {match['what'].lower()!r} before it is taken up; found none",
        question="Which one is this, and whose? The story has not told of it.",
        related=(context.sentences[place - 1].span,) if place else (),
    )


_TAKEN_UP = compiled(
    r"\b(?P<what>The (?:[a-z]+[- ]){0,2}?(?:study|survey|poll|report|analysis|researchers|authors))"
    r"(?: also| later| itself)? (?:says|said|found|finds|looked|surveyed|shows|showed|concluded|added|noted|"
    r"was conducted|"
    r"cited|alleges|argues|estimated|estimates|warned|suggested|suggests|claims|polled|described|examined|did not)\b"
)
_PAPERS = compiled(
    r"\b(?:stud(?:y|ies)|survey\w*|polls?|polled|polling|report(?:s|ed)?|analys\w+|paper|review\w*|research\w*|"
    r"findings?|"
    r"found|authors?|scientists?|data|figures|index|journal|published|universit\w+|institute\w*|inspector|auditors?|"
    r"audit|inquiry|investigat\w+|documents?|records?|commission\w*|memo|article|stor(?:y|ies)|Journal|Times|Post|"
    r"newspaper|according)\b",
    re.IGNORECASE,
)


#: Subjects of which "would" tells what they are for, or what would follow from them; nobody need have said so.
_CONDITIONAL = compiled(
    r"\b(?:deals?|moves?|hearings?|proposals?|bills?|acts?|plans?|measures?|bans?|sanctions?|legislation|meetings?|law|"
    r"agreements?|rules?|orders?|amendments?|resolutions?|nothing|this|that|it|airlift|departure|conflict|force|treaty|"
    r"programs?|programmes?|tax|cuts?|vote|withdrawal|decision|change|step|systems?|schemes?|versions?|options?|"
    r"provisions?|methods?|while|although|as)\b",
    re.IGNORECASE,
)

#: What the reporter's own voice may not call people and things.
_JUDGEMENT = (
    r"(?:doomed|unsafe|contaminated|poisonous|incompetent|dishonest|disastrous|reckless|rigged|corrupt|criminal|"
    r"negligent|"
    r"shameful|scandalous|disgraceful|outrageous|cynical|absurd|ridiculous|foolish|stupid|cowardly|irresponsible|"
    r"unforgivable|"
    r"inexcusable|unacceptable|pointless|useless|hopeless|heartless|cruel|unjust|"
    r"an? (?:lie|sham|failure|disaster|disgrace|farce|scandal|outrage|mistake|catastrophe|waste of|mockery|joke|"
    r"fraud|crook|liar|"
    r"betrayal|cover-up|whitewash|stitch-up)|"
    r"the (?:worst(?![-\w])|most (?:shameful|stupid|foolish|cynical|corrupt|incompetent))|"
    r"started (?:deliberately|on purpose)|to blame|at fault|guilty of|"
    r"responsible for (?:[\w’'-]+ ){0,4}?(?:deaths?|dead|kill\w+|murders?|attacks?|bomb\w+|crash\w*|collapse|loss\w*|"
    r"damage|fires?|failures?|delays?|cris[ei]s|mess|disasters?|suffering|violence|crimes?|destruction|shortages?|"
    r"outbreaks?|pollution|spills?|harm|abuses?|massacres?|explosions?|scandals?|problems?|decline|rise|abortions|"
    r"bloodshed|poisoning|flood\w*|accidents?|injur\w+|deficit|debts?|unrest|hunger|famine|leaks?|theft))"
)

_FORETOLD = compiled(
    r"^(?:The|A|An|Its|Their|His|Her|It|They|He|She|[A-Z][\w’'-]+)\b[^,;:]{0,70}?\s(?P<what>would "
    r"(?:cost|lose|double|triple|halve|destroy|ruin|lead|cause|mean|kill|close|collapse|damage|harm|hurt|drive|"
    r"wipe|bankrupt|"
    r"devastate|flood|poison|save|create|wreck|cripple|fail|never|leave|make|raise|cut|send|push|bring|break|force|"
    r"strip|plunge)\b|"
    r"(?:will (?:now |soon )?have to |must (?:now )?)(?:resign|quit|step down|stand down|go bankrupt|fail|collapse)\b|"
    r"will (?:never|inevitably|certainly|surely)\b|"
    r"will (?:\w+ly |sooner or later |soon |now |again )?(?:ruin|destroy|devastate|cripple|bankrupt|wreck|kill|"
    r"doom|drive|plunge|condemn)\b|"
    rf"(?:was|were|is|are) (?:now )?{_JUDGEMENT}|"
    r"(?:was|were|is|are) (?:clearly|obviously|undoubtedly|plainly|evidently|unquestionably) (?:meant|intended|"
    r"designed|aimed|"
    r"wrong|guilty|false|unfit|illegal|lying|trying|an?\b|the)|"
    r"(?:(?:was|were|is|are|has been) )?(?:shamefully|outrageously|inexcusably|needlessly|recklessly|cynically|"
    r"foolishly|stupidly|scandalously|"
    r"disgracefully|blatantly|"
    r"shamelessly|callously|greedily|ruthlessly|arrogantly|cruelly|wantonly|brazenly|heartlessly|"
    r"unashamedly|unscrupulously|irresponsibly|incompetently|cowardly|disgustingly) \w+)\b"
)


@rule("ATTR209")
def unsourced_opening(context: Context) -> Iterator[Hit]:
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        if sentence.block > 1 or words.endswith("?") or context.quoted(sentence.span.begin):
            continue
        if not unattributed(context, sentence):
            continue
        match = claims_wrong(words) if sentence.block == 0 and not _IN_THE_OPEN.search(words) else None
        first = sentence == context.sentences[0] and match is None
        if first and (attributed_above(context, sentence) or _answered_below(context, words)):
            match = re.search(r"\S.*", words)
        if match is None and not _told_elsewhere(context, sentence.span):
            match = _CASUALTIES.search(words) if _BY_SOMEBODY.search(words) else None
            if match and (
                _SAID_FIRST.search(words, 0, match.start())
                or re.search(r"\b(?:which|that|who|whose|when|after|since)\b[^,;]*$", words[: match.start()])
                or _REMEMBERED.search(words)
            ):
                match = None
        if match:
            span = Span(sentence.span.begin + match.start(), sentence.span.begin + match.end())
            yield Hit(span, "a source for this, here or where the story comes back to it; found none")
            return


#: The dead of an attack are somebody's doing, and somebody's count; those of a storm are told as they are.
_BY_SOMEBODY = compiled(
    r"\b(?:attack\w*|bomb\w*|shoot\w*|shot|gun\w*|massacre\w*|fire[ds]? on|opened fire|shell\w*|missiles?|rockets?|"
    r"(?:air ?)?strikes?|raid\w*|clash\w*|ambush\w*|blasts?|explosions?|explod\w*|assault\w*|stabb\w*|knif\w*|"
    r"militants?|rebels?|troops|soldiers|police|officers|killing|terror\w*|riot\w*|executed|drones?|grenades?|"
    r"killed (?:at least |more than |about |some |\w+ )?(?:\d|[a-z]+ (?:people|civilians|soldiers)))\b"
)
#: Somebody tells it, wherever the reading ends what is told.
_SAID_FIRST = compiled(r"\b(?:said|says|announced|reported|confirmed|according to)\b")
#: The dead of another day: nobody need be named who counted them.
_REMEMBERED = compiled(
    r"\b(?:anniversar\w+|remember\w*|memorials?|commemorat\w+|mourn\w*|tributes?|honou?r\w*|years? (?:ago|later|after)|"
    r"victims (?:killed|who))\b"
)


def _answered_below(context: Context, words: str) -> bool:
    """Whether the story goes on to answer its opening, which tells as a fact what somebody did."""
    return not LEGAL.search(STAGES.sub(" ", words)) and deed_told(words) is not None and disputed(context)


def _counted_elsewhere(context: Context, span: Span) -> bool:
    """Whether the dead or injured that the sentence tells of are given by a source further on."""
    return _CASUALTIES.search(span.of(context.text)) is not None and _told_elsewhere(context, span)


def _told_elsewhere(context: Context, span: Span) -> bool:
    """Whether the sentence counts no dead or injured, or a source gives one of its figures in some statement."""
    counted = {number.value for number in numbers(context.text, *span) if number.value >= 2}
    years = {value for value in counted if 1900 <= value <= 2100}
    told = {
        number.value for each in context.statements for part in each.content for number in numbers(context.text, *part)
    }
    deaths = {number.value for number in numbers(context.text, *span) if near_the_dead(context.text, number)}
    return not counted - years or bool(years) or bool(counted & told) or not deaths
