"""Posts, videos and pictures from the net of which readers are not told whose they are or whether they were checked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence
from sayso.check.crediting.places import around, matches, said_before
from sayso.check.crediting.webvoices import web_voices
from sayso.check.model import Hit
from sayso.patterns import compiled

_MEDIUM = (
    r"(?:social media|the internet|online|Twitter|Facebook|Instagram|YouTube|TikTok|"
    r"Telegram|WhatsApp|X|Snapchat|Reddit|social networks?|VKontakte|Weibo)"
)
_PICTURES = (
    r"(?:videos?|footage|films?|photos?|photographs?|pictures?|images?|clips?|posts?|recordings?|"
    r"screenshots?|messages?|threads?|tweets?)"
)
_SHOWS = (
    r"(?:shows?|showed|showing|appear\w*|purport\w*|claim\w*|sa(?:id|y|ying)|suggest\w*|"
    r"seem\w*|depict\w*|captur\w*|allege\w*|report\w*|indicat\w*|accus\w*|blam(?:es?|ed|ing)|identif\w*|"
    r"named|wrote|describ\w*)"
)
_POSTED = compiled(
    rf"\b(?:{_PICTURES} (?:(?:was|were|is|are) )?(?:now )?(?:doing the rounds|going (?:round|around)|making the "
    rf"rounds|seen|viewed|found|"
    rf"on show) (?:\w+ )?(?:on|across|via) "
    rf"{_MEDIUM}|{_PICTURES}(?:,? | [—–-] )(?:\w+,? ){{0,4}}?(?:posted|shared|circulat\w+|published|uploaded|put|"
    rf"placed|spread\w*|that (?:has |have )?went viral|going viral|widely viewed)\b(?: \w+)"
    rf"{{0,3}}? (?:on|to|via|across|over)? ?{_MEDIUM}|"
    rf"(?:posts?|users|people|comments?|commenters) on {_MEDIUM},? {_SHOWS}|"
    rf"[Aa]ccording to (?:an?|one|another|some|several|many|unverified|widely shared)? ?(?:[a-z-]+ ){{0,2}}?"
    rf"{_PICTURES} on {_MEDIUM}\b(?![’'])|"
    rf"(?:social[- ]media|online|amateur|viral|unverified|unauthenticated|Twitter|"
    rf"Facebook|TikTok|Instagram|Telegram) (?:posts?|videos?|footage|images?|"
    rf"clips?|photos?|pictures?|messages?),? (?:(?!he\b|she\b|they\b)\w+ ){{0,3}}?{_SHOWS}|"
    r"(?:social[- ]media|Twitter|Facebook|TikTok|Instagram|Telegram) users (?:\w+ )?(?:claim\w*|said|say|"
    r"report\w*|alleg\w*)|"
    rf"(?:an?|one|another) (?:[a-z-]+ ){{0,3}}?(?:post|tweet|clip|video|meme)"
    rf"(?: (?!in|he|she|they|which|who|that|by\b|from\b)[a-z]+){{0,3}}? "
    rf"(?:read|reads|said|says|claimed|claims|declared|showed|call(?:s|ed)(?! [“\"'‘])|lashed out|blasted|mocked|"
    rf"accus(?:es|ed)|branded|compared|slammed|attacked|urged|warn(?:s|ed)|alleg(?:es|ed)|demanded|complained)|"
    rf"(?:was|were|is|are|been) (?:\w+ )?(?:claimed|announced|admitted) (?:on|via|over|in (?:an?|posts?|messages?)"
    rf"[^.;,]{{0,20}}? on) {_MEDIUM}(?! by)|"
    rf"{_PICTURES},? (?:that )?(?:(?:has|have|had) )?(?:went|gone) viral\b(?: \w+){{0,4}}? {_SHOWS}|"
    rf"{_PICTURES}(?: (?:of|from|about) [^,.;]{{3,50}})?,? (?:(?:that|which) )?(?:(?:has|have|had|was|were) )?"
    rf"(?:been )?(?:viewed|seen|shared|watched|liked|"
    rf"retweeted|reposted|passed (?:around|on)|forwarded)(?: [\w,]+){{0,4}}? (?:times|on {_MEDIUM})|"
    rf"{_PICTURES} (?:that |which )?(?:(?:has|have|had) )?(?:appeared|surfaced|emerged|popped up|spread) (?:on|"
    rf"via|across) "
    rf"{_MEDIUM}(?! account)|(?<!\w )on {_MEDIUM}, (?:somebody|someone|one user|a user|users|people|some|many|others) "
    rf"(?:wrote|said|claim\w*|post\w*|alleg\w*|call\w*)|"
    rf"(?:read|said|went|ran|claimed) (?:one|another|a) (?:[a-z-]+ )?(?:message|post|tweet|comment|"
    rf"thread) on {_MEDIUM}|"
    r"(?<=[”\"] )(?:read|said|went|ran|claimed|declared) (?:one|another|a) (?:[a-z-]+ ){0,2}?(?:message|post|tweet|"
    r"comment|"
    r"meme|caption|hashtag)(?= that\b| which\b| shared\b| viewed\b|,|\.)|"
    rf"on {_MEDIUM},? (?:[\w’'-]+ ){{1,4}}?(?:was|were|is|are) (?:[\w’'-]+ ){{0,4}}?(?:being )?(?:called|mocked|"
    rf"accused|"
    rf"branded|dubbed|denounced|ridiculed|nicknamed|described)(?! by\b)|"
    rf"{_PICTURES} (?:on|from) {_MEDIUM},? (?:\w+ ){{0,3}}?{_SHOWS})\b",
    re.IGNORECASE,
)
_POSTER = compiled(
    r"\b(?:posted|shared|uploaded|published|tweeted|filmed|shot|taken|recorded|released|"
    r"written|streamed|broadcast|sent|distributed|circulated|captured)\b[^.;]{0,60}?"
    r"\bby\b|\bwho (?:posted|filmed|shared|uploaded|shot|recorded)\b|\b(?:he|she|"
    r"(?!Videos?|Footage|Photo\w*|Pictures?|Images?|Clips?|Posts?|Recordings?|Messages?)"
    r"[A-Z]\w+) (?:posted|shared|uploaded|tweeted|wrote|published|filmed)\b|@\w+"
    r"|\baccounts? (?:affiliated|linked|associated|belonging|run|operated|owned|of|for)\b"
)
_CHECKED = compiled(
    r"\b(?:verif\w+|confirm\w*|authentic\w*|geolocat\w+|independently|could not be "
    r"(?:established|determined)|unclear who|not known who)\b",
    re.IGNORECASE,
)


def posts_of_nobody(context: Context) -> Iterator[Hit]:
    asked: set[str] = set()
    places: set[int | None] = set()
    for sentence, span, words in matches(context, _POSTED):
        kind = span.of(context.text).split()[0].lower().removesuffix("s")
        if kind in asked:
            continue  # the same video, mostly
        near = context.body[sentence.block].span.of(context.text)
        for each in context.quotations:
            if context.body[sentence.block].span.contains(each.span):
                near = near.replace(each.span.of(context.text), " ")  # whom a post mentions did not write it
        end = span.end - sentence.span.begin
        if words[end:].startswith(":"):
            near = near.replace(words[end:], " ")  # the post itself
        if _POSTER.search(near) or _CHECKED.search(around(context, sentence)) or _shown(context, sentence):
            continue
        if re.search(r"\b(?:seen|obtained|reviewed|verified|viewed) by\b|\b[Pp]rivate\b", words):
            continue
        if any(said_before(each, sentence.span.begin, span.begin) for each in context.statements_in(sentence.span)):
            continue
        if re.search(r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Tt]hose|[Tt]hese)\s+$", words[: span.begin - sentence.span.begin]):
            continue
        if re.match(r" (?:by|from) ", words[end:]):
            continue  # "a post on Facebook by the tenants' union"
        if re.search(r", [A-Z]", span.of(context.text)):
            continue  # "In other Twitter posts, Falk claimed"
        lead = words[: span.begin - sentence.span.begin]
        named_next = re.match(r",? (?:[A-Z][\w’'-]+,? ){1,4}", words[span.end - sentence.span.begin :])
        counted = re.search(r"\b(?:times|viral)\b", span.of(context.text))
        own = re.search(r"\b[Ii]n (?:an?|the|his|her|their) (?:[\w-]+ )?$", lead)
        if own and (lead[:1] != "I" or named_next) and not counted:
            continue  # what somebody says in a video of their own
        begin = span.begin - sentence.span.begin
        if re.search(r"\b(?:his|her|their|its|my|[A-Z]\w+[’']s)\b", words[max(0, begin - 40) : end]):
            continue
        asked.add(kind)
        places.add(sentence.block)
        yield Hit(span, "who posted it, or whether it was verified, in this paragraph; found neither")
    for span in web_voices(context):
        if context.paragraph_at(span.begin) not in places:
            yield Hit(span, "who wrote these words, by name or handle, in this paragraph; found neither")


def _shown(context: Context, sentence: Sentence) -> bool:
    """Whether the next two paragraphs show it, with whose it is: a caption's credit, a handle."""
    near = re.split(r"\n\s*\n", context.text[context.body[sentence.block].span.end :].lstrip(), maxsplit=2)[:2]
    return any(_CREDIT.search(each) for each in near)


_CREDIT = compiled(
    r"@\w{2,}|\bpic\.twitter\.com|\b(?:REUTERS|Reuters|AP|AFP|Getty)(?: [A-Z]\w+)?/|/(?:REUTERS|Reuters|AP|AFP|"
    r"Getty Images)\b|\b[Pp]hotographer\b|\b(?:Photo|Picture|Video|Image)s? ?(?:by|:|credit)|— [A-Z][\w ]+ \("
)
