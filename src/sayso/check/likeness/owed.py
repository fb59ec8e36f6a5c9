"""Which of the sentences that are like such a kind are asked about: those for which nobody is given, here or beside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.check.context import Context, speaks
from sayso.check.language import OUTLET
from sayso.check.likeness.estimate import Likeness
from sayso.check.model import Hit
from sayso.patterns import compiled
from sayso.types import Span

#: Words of which a sentence of the kind has one, whatever else it says: without them the likeness is chance.
_OF_IT: dict[str, tuple[re.Pattern[str], ...]] = {
    "rumour": (
        compiled(
            r"\b(?:talk(?:s|ed|ing)?\b|words?\b|sa(?:y|ys|id)\b|tell|told\b|hear|whisper|mutter|murmur|rumou?r|gossip|"
            r"stor(?:y|ies)\b|tales?\b|swear|swore|sworn|know(?!n as)|knew|suppos|reput|buzz|betting|bets?\b|grapevine|"
            r"chatter|scuttlebutt|tongues?\b|lips\b|mouth|secret|believed\b|understood\b|version|speculat|theor(?:y|ies)\b)",
            re.IGNORECASE,
        ),
    ),
    "unverified": (
        compiled(
            r"\b(?:verif|confirm|corroborat|authentic|substantiat|establish|ascertain|vouch|check|prov(?:e|en|able)\b|trac|"
            r"attest|validat|independent|unverif|unconfirm|uncorrobor|unsubstant|match|pin(?:ned)? down|stood up)",
            re.IGNORECASE,
        ),
        compiled(
            r"\b(?:accounts?|claims?|reports?|stor(?:y|ies)|versions?|figures?|numbers?|tolls?|counts?|allegations?|"
            r"accusations?|statements?|information|details?|authenticity|authorship|veracity|provenance|documents?|"
            r"letters?|papers?|videos?|footage|films?|clips?|photos?|photographs?|pictures?|images?|recordings?|tapes?|"
            r"messages?|e-?mails?|posts?|testimon(?:y|ies)|assertions?|tips?|screenshots?|memos?|said|says)\b",
            re.IGNORECASE,
        ),
    ),
    "post": (
        compiled(
            r"\b(?:post|tweet|retweet|online|internet|the web|hashtag|viral|comment|users?\b|thread|meme|forum|chat|"
            r"message|group|screenshot|review|upload|shar(?:e|ed|ing)\b|social|feed|timeline|caption|clip|stream|site|"
            r"page|app\b|Facebook|Twitter|Instagram|TikTok|YouTube|Telegram|WhatsApp|Reddit|Snapchat)",
            re.IGNORECASE,
        ),
    ),
    "uncredited": (
        compiled(
            r"\b(?:report|interview|newspaper|media\b|press\b|papers?\b|televis|TV\b|radio|broadcast|channel|station|"
            r"magazine|publish|journal|investigat|documentary|footage|website|outlet|aired|airing|emerged|leak|stor(?:y|ies)"
            r"|podcast|programme|program\b|columnist|correspondent|editor|newsroom|tabloid|weekly|front page|in print)",
            re.IGNORECASE,
        ),
    ),
    "relay": (compiled(r"[“”\"]"),),
}
#: Who hands on somebody's words for them.
_SPEAKS_FOR = (
    r"(?:lawyers?|attorneys?|solicitors?|barristers?|counsel|spokes(?:man|woman|person|people)|representatives?|agents?|"
    r"publicists?|press (?:office|officer|secretary)|office|aides?|interpreters?|translators?|family|union)"
)
#: Who answers for it, in so many words.
_GIVEN = {
    "unverified": compiled(
        rf"\b(?:by (?!now|then|phone|press|late|early|the time)\w+|{OUTLET}|[Ww]e|our|this (?:newspaper|reporter|"
        r"agency)|[Rr]eporters?|journalists?|correspondents?|papers?|asked|(?:police|officials?|authorities|"
        r"investigators|prosecutors|ministry|office|council|army|spokes\w+|lawyers?) (?:\w+ )?"
        r"(?:said|say|could|were|was|had|have|has|is))\b"
    ),
    "rumour": compiled(
        r"\b(?:den(?:y|ies|ied|ial)|dismiss\w*|reject\w*|rebut\w*|refut\w*|scotch\w*|quash\w*|deflat\w*|damper|false\w*|"
        r"untrue|baseless|unfounded|groundless|lies?|myth|confirm\w*|verif\w*|address\w*|asked about|polls?|survey\w*|"
        r"by heart|(?:over|about|on) (?:whether|who|what|how)|hoax\w*|debunk\w*|disput\w*)\b",
        re.IGNORECASE,
    ),
    "post": compiled(
        r"@\w|[A-Z]\w+/[A-Z]\w+|\b(?:tweets?|posts?|videos?|clips?|messages?|comments?|threads?|reviews?) (?:by|from) |"
        r"\b(?:posted|shared|uploaded|published|tweeted|filmed|written|released) (?:\w+ )?(?:by|from)\b|"
        r"\b(?:account|page|channel|feed|profile) (?:of|run|belonging|in the name)\b|[’']s (?:\w+ ){0,2}?(?:account|"
        r"page|channel|feed|profile|post|tweet|video|timeline|website)\b|\b(?:he|she|they|[A-Z][\w’'-]+) (?:\w+ )?"
        r"(?:posted|tweeted|wrote|shared|uploaded|retweeted|captioned|said in (?:an?|the) (?:\w+ )?(?:post|video|tweet|"
        r"statement))\b"
    ),
    "uncredited": compiled(
        rf"\b(?:{OUTLET})\b|\breports?\b[^.;]{{0,30}}? by\b|\breported to\b|"
        r"\bnot (?:\w+ )?(?:emerged|appeared|(?:been )?seen|spoken)\b|\b[Ff]or example\b|:$|"
        r"\b(?:[A-Z][\w’'-]+ ){1,3}(?:magazine|newspaper|news site|website|radio|television|"
        r"podcast|broadcaster|news agency|daily|weekly)\b|\b(?:news(?:paper)?|magazine|website|site|station|"
        r"channel|programme|program|show|podcast|daily|weekly|broadcaster|agency|network) (?:of )?[A-Z][\w’'-]+|"
        r"“[A-Z][^”]{2,30}[,.]?”"
    ),
    "relay": compiled(
        r"\b(?:after (?:\w+ ){0,2}(?:a|the)|leaving|emerg\w+|coming out|"
        r"recall\w*|remember\w*|recount\w*|according to|testi\w+|court|trial|hearing|indictment|complaint|"
        r"affidavit|record(?:ing|ed|s)\b|transcripts?|minutes|diar(?:y|ies)|memoir|book|obtained|interview\w*|documents?|"
        r"filing|tapes?|audio|video|footage|leaked|readout|statement|published|speech|rally|reporters?|journalists?|cameras?|"
        r"microphone|broadcast|overheard|familiar with|sources?|pool|disclosed|attend\w+|participants?|seen by|"
        r"heard by|reviewed by|shared with|who (?:was|were|heard|has|have|had|spoke)|tweet\w*|post(?:ed|s)?|crowds?|"
        r"audience|supporters|dispatchers?|911|police|officers?|investigators|reported(?:ly)?|"
        rf"(?:[Tt]hrough|[Vv]ia|[Bb]y way of) (?:an?|the|his|her|their|its|[A-Z][\w’'-]+[’']s) "
        rf"(?:\w+ ){{0,2}}?{_SPEAKS_FOR})\b"
    ),
}
#: Characters behind the next sentence but one in which a picture's credit may stand.
_CREDIT = 80
#: Who tried, in the sentence beside it.
_OURSELVES = compiled(r"\b(?:[Rr]eporters?|[Jj]ournalists?|[Cc]orrespondents?|[Ww]e)\b")
_NAMED = frozenset(["person", "organization", "document"])
#: Of the kinds but words of a private occasion, whose speaker is mostly named, a named source answers for the sentence.
_OWN_SPEAKER = frozenset(["relay"])


def owed(context: Context, kind: str, asked: Iterable[Hit]) -> Iterator[Span]:
    """The sentences of the kind that no other question stands at, in order; one in a report at most."""
    taken = [context.enclosing(hit.span) for hit in asked]
    for each in context.likenesses:
        if each.kind == kind and not any(each.span.overlaps(span) for span in taken) and _nobodys(context, each):
            yield each.span
            return


def _nobodys(context: Context, found: Likeness) -> bool:
    words = found.span.of(context.text)
    if not all(each.search(words) for each in _OF_IT[found.kind]):
        return False
    if found.kind not in _OWN_SPEAKER and _vouched(context, found):
        return False
    before, after = max(0, found.number - 1), min(len(context.sentences) - 1, found.number + 2)
    near = context.text[context.sentences[before].span.begin : context.sentences[after].span.end + _CREDIT]
    if found.kind == "unverified":
        return not (_GIVEN["unverified"].search(words) or _OURSELVES.search(near))
    return not _GIVEN[found.kind].search(near)


def _vouched(context: Context, found: Likeness) -> bool:
    """Whether somebody says it, in the sentence itself: by name, unless it is that something was not verified."""
    span = found.span
    return any(
        (each.source.type in _NAMED or found.kind == "unverified")
        and each.source.mention is not None
        and span.contains(each.source.mention)
        and speaks(each, context.text)
        for each in context.statements_in(span)
    )
