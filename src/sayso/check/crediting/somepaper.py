"""What another newsroom was told or found, where the story calls it by its kind alone: "told an interviewer"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence, outside_quotations, part
from sayso.check.language import OUTLET
from sayso.check.model import Hit
from sayso.patterns import compiled

_KIND = (
    r"(?:(?:financial |Sunday |morning |evening |local |business |student |weekly |rival )?(?:newspaper|daily|weekly|"
    r"tabloid|broadsheet)|(?:morning|evening|Sunday|local|financial|British|French|German|Italian|Israeli|London|"
    r"New York|rival|national|student|trade|morning) paper|magazine|(?:news|gossip|sports|conservative|liberal|"
    r"right-wing|left-wing|political|satirical|tech|technology|financial|celebrity|partisan) (?:web ?site|site|blog|"
    r"outlet|portal)|web ?site|news (?:outlet|organi[sz]ation|agency|service|channel|network|programme|program|show|"
    r"portal)|wire service|"
    r"(?:television|TV|radio|cable|news|local|state|public)(?: news)? (?:station|network|channel|broadcaster)|"
    r"broadcaster|"
    r"(?:television|TV|radio|cable|cable news|talk|Sunday|Sunday morning|Sunday-morning|morning|breakfast|late-night|"
    r"comedy|chat|public affairs|current affairs|news|political) (?:show|talk show|programme|program|newscast)|"
    r"talk show|newscast|podcast|interviewer|biographer|(?:documentary )?film-?maker|film crew|(?:industry|"
    r"news) digest|newswire|(?:rival|competing) (?:network|station|channel|outlet|publication|title)|(?:television|"
    r"TV|radio|cable|talk-show|podcast|late-night|"
    r"talk show|cable news|talk radio|morning) (?:host|anchor|presenter|interviewer))"
)
_SOME = (
    rf"(?:an?|one|another) (?:(?!friend|rival (?!network|station|channel|outlet|publication|title))[\w’'-]+ "
    rf"){{0,2}}?{_KIND}\b(?![’'-]| (?:owned|run|founded|called|named|"
    rf"where|"
    r"for|by|editor|owner|publisher|executive|contributor|star|chain|group|account|page|ad|design|dedicated|devoted|"
    r"aimed|with|address|briefing|column|conference|radio|press|call|meeting|basis|update|audience|news|published)\b)"
)
#: Who was told, where it was said, where it stood.
_THERE = (
    r"(?:\b(?:[Tt]old|[Tt]ells|[Tt]elling)|\b(?:[Ss]poke|[Ss]peaking|[Tt]alk(?:ed|ing)) (?:to|with|on)|"
    r"\b[Aa]ccording to|\b(?:[Cc]iting|[Qq]uoting|cited|quoted)(?: (?:by|in))?|"
    r"\b(?:[Ii]nterviewed|[Aa]sked|[Pp]ressed|[Rr]eported|[Ff]irst reported|[Dd]isclosed|[Rr]evealed|[Pp]rinted|"
    r"[Pp]ublished|[Oo]btained|[Aa]ired|[Bb]roadcast|[Ll]eaked|[Rr]un|[Cc]arried)(?: [\w-]+)? (?:by|in|on|to)|"
    r"\b(?:[Ii]nterview|comments?|remarks?|statement|conversation|chat|column|op-ed|editorial|article|story|piece) (?:"
    r"[\w’'-]+ ){0,3}?(?:with|to|for|in|on)|"
    r"\b(?:[Ss]aid|[Ss]ays|[Ss]aying|[Aa]dmitted|[Cc]laimed|[Ss]uggested|[Aa]rgued|[Ww]rote|[Aa]sserted|[Ii]nsisted|"
    r"[Jj]oked|[Dd]eclared|[Pp]redicted|[Aa]cknowledged|[Rr]epeated|[Dd]escribed (?:it|this|him|her|them)) "
    r"(?:(?:last|this|earlier|on|in) [\w’'-]+ |(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day )?(?:on|in|during|to)|"
    r"\b(?:[Aa]ppear(?:ed|ing|ance)|[Gg]uest|[Ii]nterview) (?:[A-Z][a-z]+day )?on)"
)
_VERB = (
    r"(?:report(?:s|ed)|sa(?:id|ys)|wrote|writes|found|finds|reveal(?:s|ed)|quip(?:s|ped)|call(?:s|ed)|not(?:es|ed)|"
    r"claim(?:s|ed)|alleg(?:es|ed)|describ(?:es|ed)|declar(?:es|ed)|dub(?:s|bed)|jok(?:es|ed)|label(?:l?ed|s)|argued|"
    r"estimat(?:es|ed)|calculat(?:es|ed)|suggest(?:s|ed)|show(?:s|ed)|disclos(?:es|ed)|uncovered|learned|puts?|"
    r"quot(?:es|ed)|cit(?:es|ed)|headlined|mocked|sneered|asked|accus(?:es|ed)|nam(?:es|ed)|counted|concluded|publish(?:es|ed)|print(?:s|ed)|air(?:s|ed)|obtain(?:s|ed)|"
    r"post(?:s|ed)|detail(?:s|ed)|outlin(?:es|ed)|confirm(?:s|ed)|suggest(?:s|ed)|identif(?:ies|ied))"
)
#: When a newspaper told it, between it and its verb.
_WHEN = (
    r"(?:(?:on|in|last|this|earlier|late) (?:[A-Z][a-z]+|(?:[a-z]+ )?(?:week|month|year|night|morning|weekend)),? )?"
)
_BORROWED = compiled(
    rf"{_THERE} (?P<there>{_SOME})|"
    rf"\b(?P<piece>(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w’'-]+ ){{0,2}}?(?:newspaper|magazine|television|TV|radio|media|"
    rf"press|"
    rf"news) (?:investigation|report|profile|article|analysis|documentary|account|(?:cover )?story|column|editorial|"
    rf"expos[eé])"
    rf"(?: (?:published|aired|printed|broadcast))?(?: (?:last|this|earlier|in|on) [\w’'-]+(?: [a-z]+)?)?) "
    rf"(?:has |had |first |later |also |[a-z]+ly ){{0,2}}{_VERB}\b|"
    rf"(?:^|[,;–—(] ?|\b(?:as|that|and|but|when|while|where|what) |^[“\"].*[,”\"] )(?P<it>(?i:{_SOME})) {_WHEN}"
    rf"(?:has |had |"
    rf"first |"
    rf"later |also |once |recently |even |[a-z]+ly ){{0,2}}{_VERB}\b|"
    rf"[,”\"] (?:{_VERB}) (?P<last>{_SOME})|"
    rf"(?:^|[,;–—(] )(?P<site>(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[a-z-]+ ){{1,2}}(?:site|blog|newsletter|newspaper "
    rf"chain)) {_WHEN}"
    rf"(?:has |had |first |later )?(?:report(?:s|ed)|found|reveal(?:s|ed)|wrote|not(?:es|ed)|disclosed|uncovered)\b|"
    r"\b(?P<medium>(?:[Ss]aid|[Ss]ays|[Aa]dmitted|[Cc]laimed|[Ii]nsisted|[Dd]eclared|[Jj]oked|[Aa]rgued|told viewers) "
    r"(?:last \w+ |on \w+day |earlier )?(?:on|over) (?:national |live |cable |local )?(?:television|TV|the radio|"
    r"cable|cable news|the air)\b|[Oo]n (?:one of the|an?) Sunday (?:[a-z]+ ){0,2}(?:shows?|programs?|programmes?)\b|"
    r"(?:[Aa]ccording to|[Cc]iting|(?:[Ee]merged|[Ss]urfaced|[Dd]isclosed|[Rr]evealed|[Dd]etailed|[Aa]lleged|"
    r"[Ii]dentified|"
    r"[Nn]amed) (?:last \w+ |on \w+day )?(?:in|by)) (?:several |some |various |recent |earlier |local |the )*"
    r"(?:press|news|media|newspaper|published|wire) (?:reports?|accounts|stories)|"
    r"(?:[Pp]ress|[Nn]ews|[Mm]edia|[Nn]ewspaper|[Pp]ublished) (?:reports|accounts) (?:say|said|suggest|suggested|claim|"
    r"claimed|have said|put)(?!,? citing))\b"
)
#: By what the words go on: a name, or what the piece is.
_NAMED = compiled(
    r"(?:,? (?:the |The )?| [“\"‘])(?!(?:[A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|"
    r"October|"
    r"November|December|I|He|She|They|It|We|But|And|The|This|That|If|There)\b)[A-Z]|,? (?:called|named|hosted by|"
    r"run by|"
    r"owned by|from|of) (?:the )?[“\"A-Z]"
)
_IN_SENTENCE = compiled(
    rf"{OUTLET}|\b[A-Z][\w’'-]*\.com\b|\b(?:on|in|with|to|by|for|told) (?:[A-Z][\w’'-]+[’']s? |the |"
    rf"[a-z]+ )?[“\"‘][A-Z]|"
    r"\b(?:NBC|CBS|ABC|CNN|MSNBC|BBC|Fox|NPR|PBS|Politico|POLITICO|BuzzFeed|Axios|Breitbart|Newsmax|C-SPAN|Univision|"
    r"Telemundo|Vox|Slate|Salon|Newsweek|Time|HBO|SNL|NewsHour)\b"
)


def borrowed(context: Context) -> Iterator[Hit]:
    """Each time a story leans on a newspaper, a programme, an interviewer that it does not name; two at most."""
    count = 0
    for sentence, words, match in outside_quotations(context, _BORROWED):
        group = match.lastgroup or "it"
        if re.search(r"\b[A-Z]{3,}\b", match[group]) and not re.search(r"\bTV$|\bTV ", match[group]):
            continue  # "a KLVN radio show": its call letters are its name
        if count == 2 or _NAMED.match(words, match.end(group)) or _named(context, sentence):
            continue
        if re.search(r"\b(?:if|ever|never|would|could|should|to)\b", words[: match.start()][-25:]):
            continue
        count += 1
        yield Hit(
            part(sentence.span, *match.span(group)),
            "the name of the outlet, in this sentence or the ones beside it; found none",
            question="Which outlet was this? It is to be credited.",
        )


def _named(context: Context, sentence: Sentence) -> bool:
    """Whether an outlet is named in the sentence, or in those of its paragraph right before and after it."""
    near = [each.span for each in context.sentences if each.block == sentence.block]
    place = near.index(sentence.span)
    around = near[max(0, place - 1) : place + 2]
    return _IN_SENTENCE.search(context.text[around[0].begin : around[-1].end]) is not None


_THE = r"(?:Times|Post|Journal|Globe|Herald|Tribune|Chronicle|Inquirer)"
_BARE = compiled(
    rf"(?<![A-Z][a-z] )\b(?:[Tt]he) (?P<name>{_THE})\b(?! (?:of|Square|Office|Magazine|[A-Z])|-)(?=[’',. ])"
)


def never_introduced(context: Context) -> Iterator[Hit]:
    """ "The Times", of which the story has not said which one it is."""
    for sentence, words, match in outside_quotations(context, _BARE):
        name = match["name"]
        others = re.sub(rf"\b[Tt]he {name}\b(?! of [A-Z]|-[A-Z])", "", context.text)
        told = re.search(rf"[\w.’'-] ?{name}\b|\b{name} of [A-Z]|\b{name}-[A-Z]|\b{name}\.com", others)
        own = context.report.outlet or ""
        if told or name in own or not _OF_A_PAPER.search(words[max(0, match.start() - 60) : match.end() + 40]):
            continue
        yield Hit(
            part(sentence.span, *match.span()),
            f"which {name} this is, anywhere in the story; found only 'the {name}'",
            question="Which outlet is this? Its full name has not been told.",
        )
        return


_OF_A_PAPER = compiled(
    r"\b(?:report|said|says|told|wrote|writes|interview|accord|publish|found|call|reveal|obtain|editorial|article|"
    r"story|"
    r"column|cited|quoted|notes|review|learned|op-ed|describ|denounc|mock|praise|put)\w*"
)
