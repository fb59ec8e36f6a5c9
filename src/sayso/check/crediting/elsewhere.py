"""Reporting of other newsrooms that the story never names: "a report last week said", "told the station"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence, beside, outside_quotations, part
from sayso.check.language import OUTLET
from sayso.check.model import Hit
from sayso.patterns import compiled

_FOUND = (
    r"(?:said|says|claim(?:s|ed)|found|finds|reveal(?:s|ed)|alleg(?:es|ed)|suggest(?:s|ed)|show(?:s|ed)|estimate[sd]|"
    r"conclude[sd]|described|detailed|quoted|cited|named|accused|put|indicated|disclosed)"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"[JFMASOND][a-z]{2,3}\.)"
)
_WHEN = (
    rf"(?:(?:in|of|from) (?:early |late |mid-)?(?:{_MONTH}|\d{{4}})(?: \d{{4}})?|(?:on |last |this )?[A-Z][a-z]+day|"
    r"(?:earlier |late |later )?(?:last|this|the previous|the same) (?:week|month|year|spring|summer|autumn|fall|"
    r"winter|weekend)|earlier|at the time|yesterday|today|"
    r"(?:a|two|three|four|several|a few) (?:days?|weeks?|months?|years?) (?:ago|earlier|later))"
)
_PIECE = r"(?:report|article|investigation|news report|news story|news article|expos[eé]|dispatch|story)"
#: "A report last week said", "An investigation published in June found", "…, a report said in January, …".
_A_REPORT = compiled(
    rf"\b(?P<what>(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:recent |new |earlier |separate |second |long |detailed |lengthy )?"
    rf"{_PIECE}(?:,? (?:published |released |issued |out |aired |posted |that appeared )?{_WHEN})?) "
    rf"(?:(?:also|later|first|had|has) )?{_FOUND}\b|"
    rf"\b(?P<in>[Ii]n an? (?:recent |new )?{_PIECE} (?:published |released |issued |aired )?{_WHEN})"
    r"(?=,? it (?:was|is|has been|had been)\b)"
)
#: Who stands behind a report, in its sentence: somebody by name, a body, a trade.
_WHOSE = compiled(
    rf"{OUTLET}|\b(?:[a-z]+ed|written|done|led) (?:[a-z]+ )?by\b|[,–—] (?:by|from) (?:the |an? )?[A-Z]|"
    r"[A-Z][\w’'-]+[’']s? (?:own )?(?:[a-z-]+ ){0,2}(?:report|investigation|article)|"
    r"\b(?:inspector|auditor|ombudsman|comptroller|study|studies|survey|researchers|audit|grand jury)\b"
)


def reports_of_nobody(context: Context) -> Iterator[Hit]:
    """A report, article or investigation, once in the story, that nobody is given for."""
    for sentence, words, match in outside_quotations(context, _A_REPORT):
        if sentence.block == 0:
            continue  # of an opening the next paragraphs tell more
        told = match["what"] or match["in"]
        if re.search(r"\binvestigation$", told):
            continue  # a firm's own, the police's
        around = beside(context, sentence).replace(told, " ")
        rest = words.replace(told, " ")
        if _WHOSE.search(rest):
            continue
        if re.search(rf"\b(?:the|that|this|its) {_PIECE}\b|{OUTLET}", around) or _REPORTER.search(around):
            continue
        place = match.start("what") if match["what"] else match.start("in")
        yield Hit(
            part(sentence.span, place, place + len(told)),
            "whose report this is, in its sentence or beside it; found nobody",
            question="Whose report was this? If another newsroom's, which is to be credited?",
        )


#: Of those beside it, whose it may be.
_REPORTER = compiled(r"\b[A-Z][\w’'-]+ (?:first )?(?:reported|reports)\b")
_PRINT = r"(?:newspaper|magazine|weekly|tabloid|daily newspaper|news site|news website|news outlet|outlet|publication)"
_AIR = r"(?:(?:television |TV |radio |broadcast )?(?:station|network|channel)|broadcaster)"
_HOUSE = rf"(?P<house>{_PRINT}|{_AIR}|paper)"
#: "told the station", "in comments to the paper", "according to the newspaper", "the magazine also reported".
_THE_HOUSE = compiled(
    rf"\b(?:(?:told|tells|(?:comments|remarks|interview|statement|letter) (?:to|with)|[Aa]ccording to|spoke to|"
    rf"[Aa]sked by|[Ii]nterviewed by|"
    rf"[Ss]peaking to|"
    rf"reported by|quoted by) the {_HOUSE}(?= that\b| whether\b| if\b| about\b|[.,;:]|\s*$| [a-z]+ly\b| on\b|"
    rf" in an?\b| he| she| they| it)|"
    rf"[Tt]he {_HOUSE.replace('house', 'says')} (?:also |first |later |has |had )?(?:reported|reports|quoted|quotes|"
    r"cited|cites|wrote|writes|added|claimed|revealed)\b|"
    r"[Tt]he (?P<told>newspaper|magazine|tabloid|broadcaster|(?:television |TV |radio )?(?:station|channel)) "
    r"(?:also |later |has )?said\b)"
)
_BROADCAST = compiled(
    r"\b(?:[KW][A-Z]{2,3}|[A-Z]{2,5}-TV|[A-Z]*TV[A-Z\d]*|[A-Z][a-z]*TV|RT|RTE|NHK|ARD|ZDF)\b|\b[A-Z][\w’'-]* ?\d+ |"
    r"\b(?:NBC|CBS|ABC|CNN|MSNBC|BBC|"
    r"Fox|NPR|PBS|ITV|"
    r"Sky|Channel|Radio|Network|Television|Broadcasting|News|Jazeera)\b|\bpolice station|"
    r"(?:polling|train|railway|gas|power|fire|subway|weather|research|space|petrol|bus) station"
)
_PRINTED = compiled(
    rf"{OUTLET}|\b(?:[a-z]+ )?(?:newspaper|magazine|paper|weekly|tabloid|daily|outlet|site|website|journal|"
    r"publication),? (?:called |named )?[“\"]?(?:the )?[A-Z]|"
    r"[A-Z][\w’'-]+,? (?:an?|the|[A-Z][\w’'-]+[’']s) [^.;]{0,50}?"
    r"(?:newspaper|magazine|paper|weekly|tabloid|daily|outlet|site|website)\b|"
    r"\b(?:told|tells|interview with|interviewed by|according to|writing in|wrote in|published (?:in|by)|reported by|"
    r"op-ed (?:in|for)|editorial (?:in|by)|obtained by|write in|column (?:in|for)|article (?:in|for)|piece (?:in|for)) "
    r"(?:the |The |[“\"])?[A-Z]|"
    r"\b[A-Z][\w’'-]+ (?:first )?(?:reported|reports)\b|\b\w+\.(?:com|org|net|co)\b|"
    r"\b(?:Register|Bee|Patriot|Union|Republic|Nation|Spectator|Mirror|Age|Week)\b|[A-Z][\w’'-]+ [A-Z]\w*-[A-Z]"
)
#: A scholarly paper, a firm's white paper.
_SCHOLARLY = compiled(r"\b(?:stud(?:y|ies)|research\w*|journal|authors?|white paper|scientists?|paper ballots?)\b")


def houses_of_no_name(context: Context) -> Iterator[Hit]:
    """ "The station", "the newspaper", as if readers had been told which, in a story that has not named one."""
    for sentence, _, match in outside_quotations(context, _THE_HOUSE):
        house = match["house"] or match["says"] or match["told"]
        if _named_house(context, sentence, house):
            continue
        yield Hit(
            part(sentence.span, *match.span()),
            f"the name of the {house}, anywhere before; found none",
            question="Which one is this? Its name has not been told.",
        )
        return


def _named_house(context: Context, sentence: Sentence, house: str) -> bool:
    """Whether the headline or the story as far as the sentence's end names an outlet that may be meant."""
    above = context.headline.span.of(context.text) if context.headline else ""
    before = " ".join([above, *(each.span.of(context.text) for each in context.body[: sentence.block])])
    before += " " + context.text[context.body[sentence.block].span.begin : sentence.span.end]
    own = (context.report.outlet or "").split()
    air = re.fullmatch(_AIR, house) is not None
    ours = not air or _BROADCAST.search(context.report.outlet or "") is not None
    if ours and any(len(each) > 3 and re.search(rf"\b{re.escape(each)}\b", before) for each in own):
        return True
    if air:
        return _BROADCAST.search(before) is not None
    return (house == "paper" and _SCHOLARLY.search(context.story) is not None) or _PRINTED.search(before) is not None


#: "As was first reported last month", "one newspaper put the cost at", "a magazine profile described", "leaked emails".
_SOME_PIECE = compiled(
    rf"\b(?P<what>(?:[Aa]s )?(?:was |were |had been |been )?first reported (?:{_WHEN})|"
    r"(?:[Aa]|[Oo]ne|[Aa]nother) (?:[a-z]+ ){0,2}?(?:newspaper|magazine|tabloid|broadcaster|news site|"
    r"news website|news outlet)"
    r"(?= (?:has |had )?(?:put|puts|described|called|named|identified|published|printed|carried|aired|estimated|"
    r"uncovered|found|alleged|detailed|accused|linked)\b)|"
    r"(?:[Aa]|[Oo]ne|[Aa]nother) (?:[a-z]+ )?(?:newspaper|magazine|television|TV|radio) (?:report|profile|"
    r"investigation|article|"
    rf"documentary|programme|program|story|expos[eé])(?= (?:{_WHEN} )?(?:{_FOUND}|called|portrayed))|"
    rf"[Aa] documentary(?: (?:broadcast|aired|released|shown))?(?: {_WHEN})?(?= {_FOUND})|"
    r"[Aa]ccording to (?:one|some|several|various) (?:accounts?|versions?)(?=[,.])|"
    r"(?:[Jj]ournalists|[Rr]eporters) (?:for|at|from|with) (?:an?|another|one) (?:[a-z]+ )?(?:outlet|newspaper|paper|"
    r"magazine|broadcaster|news site|station)|"
    rf"[Ll]eaked (?:[a-z]+ )?(?:e-?mails|documents|memos|records|recordings|files|messages|"
    rf"papers)(?: (?:published|released|"
    rf"printed)(?: {_WHEN})?)?(?= (?:show|reveal|suggest|indicate)))"
)


def some_piece(context: Context) -> Iterator[Hit]:
    """A newspaper, a documentary, a leak that is told of with no word of whose it is."""
    for sentence, words, match in outside_quotations(context, _SOME_PIECE):
        near = beside(context, sentence)
        named = (
            re.match(
                r",? (?:[a-z]+ )?(?:by|in|from|to|on) (?:the |The )?(?!(?:[A-Z][a-z]+day)\b)[A-Z]|,? [“\"]?[A-Z]",
                words[match.end() :],
            )
            or re.search(
                rf"{OUTLET}|\b(?:by|obtained|published by|wrote in|reported by|told) (?:the |The )?[A-Z]", near
            )
            or _REPORTER.search(near)
        )
        if not named and not _PRINTED.search(near):
            yield Hit(
                part(sentence.span, *match.span("what")),
                "the name of the outlet, in this paragraph or beside it; found none",
                question="Which outlet's work is this? It is to be credited.",
            )
            return


#: "an interview he had given to a newspaper", "his comments to a newspaper in Lorn", "told a television station".
_SOME_HOUSE = compiled(
    r"\b(?:(?:interview|comments|remarks|account|statement)s? (?:[a-z]+ ){0,4}?(?:to|with|for)|told|tells|"
    r"(?:[Ss]peaking|spoke|talking|talked) (?:to|with)|(?:disclosed|revealed|confirmed|outlined|admitted|"
    r"denied|described|"
    r"announced|explained|repeated|made)(?: [a-z’'-]+){0,6} (?:to|on)) "
    r"(?P<what>(?:an?|one|another) (?:(?!rival|former|major|sister|student|school)[\w’'-]+ ){0,2}?"
    r"(?:newspaper|magazine|weekly|tabloid|(?:television|TV|radio|local|news|cable) (?:station|network|channel)|"
    r"broadcaster|news site|news website|news outlet|interviewer|"
    r"(?:radio|talk|chat|breakfast|morning|television|TV) (?:show|programme|program)|"
    r"podcast))\b(?! (?:reporter|editor|columnist|"
    r"executive|owner|interview|audience|host|publisher))"
)
#: "in a radio interview", "in a television interview on Sunday".
_ON_SOME_AIR = compiled(
    r"\b(?P<what>[Ii]n an? (?:recent |live |separate |[A-Z][a-z]+day |[a-z]+-minute |local )?"
    r"(?:radio|television|TV|televised|broadcast|cable|cable news|podcast|taped) interview|"
    rf"[Ii]n (?:remarks|comments) (?:that were )?(?:published|broadcast|aired|printed)(?: {_WHEN})?|"
    rf"[Ii]n an? (?:[a-z]+ )?interview (?:that )?(?:ran|appeared|was published|was broadcast|aired)(?: {_WHEN})?)\b"
)
_NAMED_AIR = compiled(
    r"\b(?:with|on|by|in|to|for) (?:the |The |his |her |[“\"]|NBC|[A-Z]\w+[’']s? )?[“\"‘]?(?!(?:[A-Z][a-z]+day|"
    rf"{_MONTH})\b)[A-Z]|[“\"][A-Z]"
)


def some_house(context: Context) -> Iterator[Hit]:
    """What was told to "a newspaper" or "in a radio interview", where it is never told which."""
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        match = _SOME_HOUSE.search(words) or _ON_SOME_AIR.search(words)
        if match is None or context.quoted(sentence.span.begin + match.start()):
            continue
        rest = words[match.end() :]
        near = beside(context, sentence)
        named = (
            (
                re.match(r",? (?:called |named )?[“\"]?(?:the |The )?[A-Z]", rest)
                and not re.search(r"ed\b", match.group())
            )
            or _NAMED_AIR.search(rest)
            or re.search(OUTLET, near)
            or re.search(r"\b(?:if|ever|never|would|once)\b", words[: match.start()][-30:])
        )
        if not named and not _BROADCAST.search(near):
            yield Hit(
                part(sentence.span, *match.span("what")),
                "the name of the outlet, in this paragraph or beside it; found none",
                question="Which outlet was this? It is to be credited.",
            )
            return
