"""Assertions of a kind that nobody can report from what they saw: motives, rankings, forecasts, figures of a poll."""

from __future__ import annotations

import re

from sayso.check.context import Context, Sentence, part, speaks
from sayso.check.language import VERB_OF_SAYING
from sayso.patterns import compiled
from sayso.types import Span

_PURPOSE = (
    r"please|appease|placate|mollify|flatter|curry favou?r|ingratiate|pander|distract|divert|deflect|cover up|hide|"
    r"conceal|disguise|bury|punish|intimidate|silence|humiliate|embarrass|smear|discredit|sabotage|enrich|"
    r"line (?:his|her|their|its)|win (?:over )?(?:votes|voters|favou?r)|save (?:his|her|their|"
    r"its) (?:own )?(?:career|skin|job|seat|"
    r"face|reputation)|protect (?:his|her|their|its) (?:own )?(?:image|legacy|friends|cronies|career|reputation|"
    r"donors|seat|job)|"
    r"avoid (?:blame|embarrassment|jail|scrutiny|responsibility|accountability)|escape (?:blame|justice|scrutiny)|"
    r"settle (?:old |a )?scores?|get (?:even|revenge|back at)|spite|exploit|mislead|deceive|fool|dupe|"
    r"profit from|cash in"
)
_SUBJECT = (
    r"(?:He|She|They|It|The [a-z]+(?: [a-z]+)?|(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
_DID = (
    r"(?:(?!tried|wanted|attempted|needed|vowed|failed|refused|continued|appeared|used|moved)[a-z]{2,}ed|took|"
    r"gave|made|left|went|held|kept|cut|sold|sent|chose|spoke|came|wrote|hid|met|put|did|threw|"
    r"broke|was|were)"
)
#: "He changed his stance to please the farmers"; "They acted out of spite".
_MOTIVE = compiled(
    rf"(?P<who>{_SUBJECT})(?: (?:has|have|had|only|simply|then|also))? {_DID} (?:(?!not\b|help)[^.;:,?]){{0,70}}?"
    rf"(?P<what>(?:(?:only|simply|just|merely|in order) )?to (?:{_PURPOSE})\b|in (?:a|an) (?:\w+ )?(?:bid|"
    rf"attempt|effort) to "
    rf"(?:{_PURPOSE})\b|out of (?:spite|greed|revenge|jealousy|fear|cowardice|vanity|malice|ambition)|"
    rf"for (?:purely |his own |her own )?"
    r"(?:political gain|personal gain|his own ends|cynical reasons))"
)
_PRAISE = (
    r"gifted|talented|brilliant|beloved|admired|corrupt|incompetent|dishonest|honest|ruthless|cynical|courageous|"
    r"inspiring|hated|despised|reckless|disastrous|shameful|cruel|principled|effective|accomplished|visionary|"
    r"charismatic|"
    r"skilled|skilful|skillful|capable|loyal|trusted|beautiful|magnificent|exciting|innovative|dishonou?rable|"
    r"divisive"
)
#: "the most gifted politician of his generation"; "the finest hospital in the country".
_RANKING = compiled(
    rf"\b(?P<what>the (?:single )?(?:most (?:{_PRAISE})|finest|greatest|best|worst|smartest|brightest|bravest|"
    rf"weakest|ablest|cleverest) "
    r"(?:[a-z’'-]+ ){1,3}?(?:of (?:his|her|its|their|our|the|a|all) (?:[a-z]+ )?(?:generation|time|times|era|"
    r"age|century|kind|day)|"
    r"(?:in|of) (?:the |its |their |living |modern |recent )?(?:[a-z]+[’']s )?(?:country|nation|world|state|"
    r"region|history|memory|"
    r"Senate|party|profession|Europe)|"
    r"ever (?:seen|made|elected|built|held|written|passed)|anywhere))\b"
)
_SHARE = r"(?:\d[\d.]*|ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:%| percent| per cent)"
#: "Some 41 percent of Lornians believe", "Holt has just 1% of likely voters": somebody asked them.
_POLLED = compiled(
    rf"(?P<what>\b{_SHARE} of (?:[A-Za-z’'-]+ ){{0,4}}?(?:[A-Za-z-]{{3,}}s|people|men|women)\b(?=[^.]*\b(?:says?|said|"
    r"support|back|oppose|favou?r|approve|disapprove|believe|think|want|prefer|trust|distrust|view|agree|disagree|feel|"
    r"consider|worry|fear|expect|backed|supported|opposed|believed|thought|wanted|preferred|trusted)\b)|"
    r"(?:holds?|has|have|leads?|trails?|stands? at|polls?|draws?|commands?)\b[^.;]{0,40}?\d[\d.]*(?:%| percent|"
    r" per cent) of "
    r"(?:likely |registered )?(?:[A-Z][\w-]+ ){0,3}(?:voters|the vote|support))",
    re.IGNORECASE,
)
_ASKED = compiled(
    r"\b(?:polls?|polling|polled|surveys?|surveyed|Gallup|exit|study|census|according|average|asked|election|"
    r"turnout|ballots?)\b",
    re.I,
)
#: "He has sold his vote to the banks".
_DEALT = compiled(
    r"\b(?:has|have|had|he|she|they|[A-Z][\w’'-]+)(?:, however,|, in fact,)? (?P<what>(?:"
    r"sold (?:his|her|their|its) (?:votes?|influence|office|loyalty|support|soul)|traded favou?rs|bought (?:his|"
    r"her|their) (?:way|seat|silence)|(?:done|did) the bidding of|"
    r"(?:broken|broke) (?:his|her|their) (?:promises?|word|oath)|abused (?:his|her|their) (?:office|powers?|"
    r"position)|"
    r"betrayed (?:his|her|their) (?:voters|allies|party|friends|country)|profited (?:off|from) (?:his|her|their)|"
    r"misled (?:voters|the public|parliament|congress|investors|lawmakers)))\b"
)
#: "will likely do little to weaken him".
_FORECAST = compiled(
    r"(?P<what>\b(?:will|would) (?:likely|almost certainly|probably|surely|inevitably|undoubtedly) (?:do little|"
    r"fail|lose|win|weaken|"
    r"strengthen|undermine|hurt|help|damage|cost|backfire|collapse|embolden|anger|alienate|doom|"
    r"have (?:an? |little |no )(?:[a-z]+ ){0,2}?(?:impact|effect))\b|"
    r"^[A-Z][a-z]+ing [^.;:,]{3,60} (?:will|would) (?:lower|raise|hurt|help|reduce|increase|boost|cost|save|"
    r"destroy|kill|cut|create|weaken|strengthen|cause|lead to)\b|"
    r"\b[Ii]t (?:is|was) (?:plain|obvious|evident) that (?:his|her|their|its|he|she|they|[A-Z][\w’'-]+[’']s)\b|"
    r"\bshould (?:pick up|rise|fall|improve|recover|slow|ease|rebound|drop|climb|increase|decline)\b|"
    r"\b(?:is|are|was|were) (?:certain|bound|doomed|destined|guaranteed) to (?:fail|lose|win|backfire|collapse|"
    r"weaken|hurt|harm|repeat)\b)"
)


_DEGREE = (
    r"(?:(?:completely|totally|wholly|entirely|utterly|simply|deeply|clearly|plainly|highly|grossly|absolutely|"
    r"profoundly|morally|deeply|patently|frankly) )?"
)
_BAD = (
    r"(?:inappropriate|wrong|unfair|unjust|unacceptable|outrageous|shameful|disgraceful|irresponsible|reckless|foolish|"
    r"absurd|ridiculous|immoral|unethical|inexcusable|indefensible|hypocritical|dishonest|cruel|offensive|insulting|"
    r"appalling|disgusting|despicable|unconscionable|unpatriotic|un-American|cowardly|callous|heartless|laughable|"
    r"a disgrace|a scandal|an outrage|a betrayal|a farce|a sham|an abomination|an insult|a travesty|a disaster|"
    r"a mockery)"
)
#: "It was completely inappropriate for her to".
_UNFIT = compiled(
    rf"^(?:But |And |Yet |Still,? )?[Ii]t (?:is|was|would be|has been) (?P<what>{_DEGREE}{_BAD}) (?:for|to|that|of)\b"
)
#: "The ruling makes a mockery of the law".
_VERDICT = compiled(
    r"^(?:The|Its|Their|His|Her|This|That|Such|These|[A-Z][\w’'-]+) [^.;:,]{0,60}?"
    r"(?P<what>(?:makes?|made) a mockery of|(?:is|was|are|were) (?:an insult|an affront|a slap in the face|a stain|"
    r"a betrayal) (?:to|on|of)\b|amounts? to (?:an? )?(?:betrayal|abuse|fraud|theft|cover-up|surrender|sabotage|"
    r"blackmail|bribery|treason|war crimes?)|flies in the face of|"
    r"(?:undermines|betrays|insults) (?:democracy|the (?:rule of law|constitution|public|voters|nation|country)|public "
    r"trust)|sends? (?:exactly )?the wrong (?:message|signal)|"
    r"(?:has|have) no place in|(?:ought to|should) be ashamed|defies common sense)"
)
_DONE_FOR = (
    r"mislead|deceive|hide|conceal|cover up|distract|deflect|silence|discredit|smear|intimidate|embarrass|humiliate|"
    r"appease|please|placate|fool|dupe|sabotage|bury|shield|whitewash"
)
#: "The figures were altered to mislead the public".
_DONE_TO_MISLEAD = compiled(
    rf"\b(?:was|were|has been|have been|had been) (?:\w+ly )?(?!used|designed|intended|meant|said|charged|accused|"
    rf"convicted|able|supposed|likely|trying|going|asked|told|ordered|forced|unable|willing|expected|alleged|"
    rf"believed|thought|reported)[a-z]+(?:ed|en|t|ut|ade|id|wn|ng)\b(?:(?!not\b|help)[^.;:,?]){{0,60}}? "
    rf"(?P<what>(?:only |simply |just |in order )?to (?:{_DONE_FOR})\b)"
)


#: "The Earth just had its warmest winter on record", where a story begins with it.
_RECORD = compiled(
    r"(?P<what>\b(?:warmest|hottest|coldest|wettest|driest|deadliest|largest|biggest|worst|highest|lowest|strongest|"
    r"costliest)(?: [a-z-]+){0,4} (?:on record|since records began|in (?:recorded |modern )?history|ever recorded))\b"
)

#: "because officials had been paid to look away".
_BOUGHT = compiled(
    r"(?<!\bwho )(?<!\bthat )\b(?P<what>(?:had been|has been|have been|was|were) "
    r"(?:paid|bribed|pressured|threatened|bullied|ordered) "
    r"(?:off\b|to (?:look away|look the other way|keep (?:quiet|silent)|stay (?:quiet|silent)|ignore|lie|"
    r"say nothing|vote|cover)))"
)

#: What follows is the charge: "acquitted him of charges that he".
AS_CHARGED = compiled(
    r"\b(?:charges?|charged|allegations?|accusations?|claims?|accus\w+|alleg\w+|argu\w+|perception|notion|idea|"
    r"impression|fears?|suspicions?|revelations?|findings?|reports that)\b[^.;]{0,60}$"
)
#: Who holds it stands before it in its sentence: "inspectors worry that closing one would", "judged that it was".
_HELD = compiled(
    r"\b(?:(?:worr(?:y|ies|ied)|fears?|feared|hop(?:e|es|ed)|believ(?:e|es|ed)|expect(?:s|ed)?|predict(?:s|ed)?|think|"
    r"thinks|thought|concern(?:s|ed)?|judged?|decided|determined|concluded|ruled|deemed|found|felt|reiterat\w+|"
    r"suspicions?|rumou?rs?|doubts?)(?: [\w’'-]+){0,4}? that|"
    r"(?:vow(?:s|ed)?|pledge[sd]?|promis(?:e|es|ed)|threaten(?:s|ed)?|expect(?:s|ed)?)(?: [\w’'-]+){0,4}? to|"
    r"(?:harangued?|harangues|blast(?:s|ed)|chided|faulted|rebuked|denounced|criticized|criticised) [^.;]{2,60}? for|"
    r"(?:is|are|was|were) (?:widely )?considered)\b[^.;]{0,140}$"
)
#: What a law, a sanction or a decision is for is what it says.
_PURPOSE_OF = compiled(
    r"\b(?:legislation|sanctions|laws?|bills?|acts?|resolutions?|tariffs|measures?|rules?|amendments?|orders?|"
    r"decisions?|plans?|efforts?|attempts?|powers?|authority|proposals?|ability|"
    r"funds?|motions?)\b(?: [\w’'-]+){0,5} $"
)


def held_by_somebody(words: str, begin: int) -> bool:
    """Whether the words before ``begin`` give whose view or plan the rest is, or of what it is the stated purpose."""
    return _HELD.search(words[:begin]) is not None


def stated_purpose(words: str, begin: int) -> bool:
    """Whether what stands before ``begin`` is a law, a sanction or a decision, which says itself what it is for."""
    return words.startswith("to ", begin) and _PURPOSE_OF.search(words[:begin]) is not None


def unsaid(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether nobody is given as the source of the words: no statement, no quotation, no verb of saying.

    A ranking stays the reporter's own in a sentence that goes on to say what somebody said.
    """
    if match.re.pattern == _RANKING.pattern and not context.quoted(sentence.span.begin + match.start("what")):
        within = context.statements_in(sentence.span)
        place = part(sentence.span, *match.span("what"))
        if within and not any(
            place.overlaps(each) for one in within if speaks(one, context.text) for each in one.content
        ):
            return True
    return told_by_nobody(context, sentence, match.span("what"))


def told_by_nobody(context: Context, sentence: Sentence, where: tuple[int, int]) -> bool:
    """Whether the words at ``where`` in a sentence are no source's, and no source speaks in it or beside it."""
    place = part(sentence.span, *where)
    near = [each.span for each in context.sentences if each.block == sentence.block]
    here = near.index(sentence.span)
    beside = Span(near[max(0, here - 1)].begin, near[min(len(near) - 1, here + 1)].end)
    within = context.statements_in(sentence.span)
    if context.quoted(place.begin) or any(
        place.overlaps(each) for one in within if speaks(one, context.text) for each in one.content
    ):
        return False
    if any(speaks(each, context.text) for each in context.statements_in(beside)):
        return False
    return not re.search(rf"\b{VERB_OF_SAYING}\b|\baccording to\b", sentence.span.of(context.text))


def nobodys(context: Context, sentence: Sentence, where: tuple[int, int]) -> bool:
    """Whether the words at ``where`` are in no source's statement, and the sentence has no word of telling."""
    place = part(sentence.span, *where)
    return not (
        context.quoted(place.begin)
        or any(
            place.overlaps(each) and one.act not in ("urge", "order", "ask", "threaten", "promise")
            for one in context.statements_in(sentence.span)
            if speaks(one, context.text)
            for each in one.content
        )
        or re.search(rf"\b{VERB_OF_SAYING}\b|\baccording to\b", sentence.span.of(context.text))
    )


def asserted(words: str, paragraph: str, opening: bool = False) -> re.Match[str] | None:
    """The first such assertion of a sentence.

    ``paragraph``: where a poll may be named; ``opening``: whether the sentence stands where a record is the news.
    """
    if re.search(r"\?|\b(?:if|whether|perhaps|apparently|seem(?:s|ed|ingly)|appear(?:s|ed)|may|might)\b", words):
        return None
    for pattern in (_MOTIVE, _RANKING, _DEALT, _FORECAST, _UNFIT, _VERDICT, _DONE_TO_MISLEAD, _BOUGHT):
        match = pattern.search(words)
        before = words[: match.start("what")] if match else ""
        if match and pattern in (_MOTIVE, _DONE_TO_MISLEAD) and stated_purpose(words, match.start("what")):
            continue
        if match and not AS_CHARGED.search(before) and not held_by_somebody(words, match.start("what")):
            return match
    if opening and (match := _RECORD.search(words)):
        return match
    return None if _ASKED.search(paragraph) else _POLLED.search(words)
