"""Words quoted from the net, of which readers are not told whose they are: "“…,” read one widely shared post"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.days.calendar import WEEKDAY
from sayso.patterns import compiled
from sayso.types import Span

_NET = (
    r"(?:social[- ]media(?: (?:users|sites|platforms))?|the internet|the web|online|Twitter|Facebook|Instagram|YouTube|"
    r"TikTok|Telegram|WhatsApp|Snapchat|Reddit|social networks?|Weibo|the platform|X)"
)
_PIECE = (
    r"(?:post|posting|tweet|retweet|comment|message|thread|meme|caption|reply|status|update|entry|hashtag|tag line)"
)
_USER = (
    r"(?:users?|commenters?|posters?|followers?|netizens?|tweeters?|trolls?|Twitterer|tweeps?|Redditors?|"
    r"(?:Twitter|Facebook|Instagram|TikTok|Reddit|YouTube|online|social[- ]media|anonymous) [a-z]+)"
)
_SOME = r"(?:an?|one|another|other|some|several|many)"
_WROTE = (
    r"(?:read|reads|said|says|ran|went|wrote|writes|declared|asked|joked|quipped|tweeted|posted|replied|commented|"
    r"responded|added|mocked|claimed|complained|demanded|answered|put it|sneered|fumed|raged|shot back|remarked|"
    r"chimed in)"
)
#: Behind the words: "read one widely shared post", "one user wrote".
_BEHIND = compiled(
    rf"[,.!?]?[”\"’]?,?\s+(?:{_WROTE} {_SOME} (?:[\w’'-]+,? ){{0,4}}?(?:{_PIECE}|{_USER})\b|"
    rf"{_SOME} (?:[\w’'-]+ ){{0,3}}?{_USER} (?:[a-z]+ly )?{_WROTE}\b|"
    rf"(?:tweeted|posted|commented|retweeted) {_SOME} (?:[\w’'-]+ ){{0,3}}?[a-z]{{3,}}(?=[.,;]| (?:in|from|on|who)\b)|"
    rf"(?P<bare>(?:one|another) (?:wrote|tweeted|posted|commented|joked|asked|said|replied)\b)|"
    rf"[—–-]+ {_NET}\b|was (?:one|a) (?:[a-z-]+ ){{0,2}}(?:reply|comment|reaction|response|post|tweet) (?:on|from) "
    rf"{_NET})"
)
#: Before them: "One post read: “…", "drew an angry response on social media: “…", "Twitter was not amused: “…".
_BEFORE = compiled(
    rf"(?:\b(?:{_SOME} (?:[\w’'-]+ ){{0,4}}?(?:{_PIECE}|{_USER})\b[^.;“”\"]{{0,60}}?\b(?:{_WROTE}|"
    rf"(?:call|brand|compar|accus|describ|ask|say|read|declar|demand|label|dubb|mock|denounc)ing\b[^.;:“”\"]{{0,40}}?)|"
    rf"\b(?:reactions?|responses?|backlash|anger|outrage|mockery|replies|comments?|criticism|ridicule|outcry|blowback|"
    rf"fury|jokes|rebukes?|storm|posts?|tweets?|messages?|sentiment|verdict|scorn|derision)\b[^.;:“”\"]{{0,50}}? "
    rf"(?:on|from|across|over|all over) {_NET}\b[^.;“”\"]{{0,60}}?|"
    rf"\b(?i:{_NET})(?: [\w’'-]+)? (?:was|were|did|had|has|erupted|exploded|lit up|reacted|responded|saw|took|mocked|"
    rf"filled|rang|buzzed|weighed in)\b[^.;“”\"]{{0,60}}?|\b[Rr]eactions? online\b[^.;“”\"]{{0,60}}?)[:,]?|"
    rf"\b(?i:on|across) {_NET}(?:[^.;“”\"]{{0,40}}?), (?:{_SOME}|people|users|somebody|someone)\b[^.;“”\"]{{0,40}}?"
    rf"\b{_WROTE}[:,]?) ?$"
)
_THE_NET = compiled(rf"\b(?:on|across|over) {_NET}\b|\b(?:[Ss]ocial media|Twitter|[Oo]nline|[Cc]ommenters|[Tt]weets)\b")
#: Who it was: a name, a handle, what is shown below.
_NAMED = compiled(
    r"@\w{2,}|pic\.twitter|https?://|\b(?:named|called|identified as|by the name|under the name|handle|account of)\b|"
    r"\b(?:private|pseudonym\w*|verified|whose account)\b"
)
_WHOSE = compiled(
    r"^(?: on [A-Z]\w+)?,? (?:by|from) (?!(?:an?|one|another|some) (?:[a-z]+ )?(?:user|account|follower|reader|viewer|"
    rf"stranger|commenter)|late|early|last|{WEEKDAY}|(?:Twitter|Facebook|Reddit)\b)"
    r"(?:the |an? |[A-Z])|^, (?:[A-Z][\w’'-]+|an? [a-z]+ (?:in|from|of) [A-Z])"
)
#: "Moen wrote in a post": one who is told of by name writes it.
_WRITER = compiled(
    r"\b(?:[Hh]e|[Ss]he|[A-Z][\w’'-]+) (?:also |then |later )?(?:wrote|tweeted|posted|said|replied|responded|added|"
    r"shared|"
    r"commented|took to|asked)\b"
)


def web_voices(context: Context) -> Iterator[Span]:
    """The words that credit a quotation to the net and to nobody; one a paragraph."""
    asked: set[int] = set()
    for quotation in context.quotations:
        block = context.paragraph_at(quotation.span.begin)
        if block is None or block in asked or len(quotation.content.of(context.text).split()) < 3:
            continue
        span = _credit(context, quotation.span, context.body[block].span)
        if span is not None and not _known(context, span, block):
            asked.add(block)
            yield span


def _credit(context: Context, quotation: Span, block: Span) -> Span | None:
    text = context.text
    after = _BEHIND.match(text, max(quotation.begin, quotation.end - 1), min(block.end, quotation.end + 120))
    if after and (not after["bare"] or _THE_NET.search(context.unquoted, block.begin, quotation.begin)):
        begin = next(n for n in range(after.start(), after.end()) if text[n].isalpha() or text[n] in "—–-")
        return Span(begin, after.end())
    sentence = max(
        (each.span.begin for each in context.sentences if block.begin <= each.span.begin <= quotation.begin),
        default=block.begin,
    )
    lead = context.unquoted[sentence : quotation.begin]
    if not lead.strip():  # the sentence before may lead up to it
        before = [each.span for each in context.sentences if each.span.end <= quotation.begin]
        if not before or text[before[-1].begin : quotation.begin].count("\n\n") > 0:
            return None
        sentence, lead = before[-1].begin, context.unquoted[before[-1].begin : quotation.begin].rstrip(" .")
        if context.unquoted[quotation.end : block.end].strip()[:1].isalpha():
            return None
    match = _BEFORE.search(lead)
    return Span(sentence + match.start(), sentence + match.end()) if match and match.group().strip() else None


def _known(context: Context, span: Span, block: int) -> bool:
    """Whether the paragraph or the line below it names who wrote it."""
    own = context.body[block].span
    below = context.body[min(block + 1, len(context.body) - 1)].span.of(context.text)
    words = own.of(context.unquoted)
    rest = context.unquoted[span.end : own.end]
    return (
        _NAMED.search(own.of(context.text)) is not None
        or re.search(r"@\w{2,}\)|pic\.twitter|^— ", below) is not None
        or _WHOSE.match(rest) is not None
        or _WRITER.search(words) is not None
        or re.search(r"\b(?:he|she)\b", span.of(context.text)) is not None
        or re.search(r"\b[Ii]n $", context.text[span.begin - 3 : span.begin]) is not None
    )
