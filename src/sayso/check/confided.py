"""Words said behind doors, or to one's own people, in quotation marks: somebody must have passed them on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, outside_quotations
from sayso.check.language import OUTLET
from sayso.patterns import compiled
from sayso.types import Span

_MEETING = (
    r"(?:meetings?|dinners?|lunch(?:eon)?|calls?|conversations?|talks?|briefings?|sessions?|gatherings?|discussions?|"
    r"chats?|fundraisers?|retreats?|remarks|exchanges?)"
)
#: A place or a way of speaking from which reporters are shut out.
_SHUT = (
    rf"(?:[Ii]n|[Dd]uring|[Aa]t) (?:an?|the|his|her|their|one|another) (?:[a-z]+ ){{0,2}}?(?:private|closed|"
    rf"closed-door|confidential|off-the-record) (?:[a-z]+ )?{_MEETING}|"
    r"[Ii]n an? (?:tele)?phone (?:call|conversation) with|[Bb]ehind (?:closed doors|the scenes)(?=,)|"
    r"[Ii]n private(?= |,)|[Oo]ver (?:dinner|lunch|drinks) with|[Aa]lone with|[Oo]n the phone (?:to|with)|"
    r"\b[Pp]rivately,? (?:told|called|calls|described|complained|dismissed|referred|warned|said|"
    r"says|admitted|assured|confided|groused|grumbled|mocked|joked)"
)
_OWN = (
    r"(?:chief of staff|deputy|(?:aide|advis[eo]r|lawyer|confidant)(?! who)|aides|advis[eo]rs|associates|confidants|"
    r"staff(?:ers)?|lawyers|attorneys|allies|assistants|deputies|donors|"
    r"lieutenants|subordinates|underlings|friends|intimates|cabinet|inner circle)"
)
#: Whom one tells what is not meant for the paper.
_TO_OWN = (
    rf"\b(?:told|assured|confided (?:in|to)|confessed to|complained to|vented to|grumbled to|joked (?:to|with)|"
    rf"bragged to|boasted to|ranted to|instructed|admitted to) (?:(?:his|her|their|its|some|several|top|senior|close|"
    rf"political|White House|campaign|own) )*{_OWN}\b"
)
_CONFIDED = compiled(f"{_SHUT}|{_TO_OWN}")
#: Who passed it on, or in what it stands; and what is said for all to hear.
_RELAYED = compiled(
    r"\b(?:recall\w*|remember\w*|recount\w*|according to|testif\w+|testimony|court|trial|jury|indictment|complaint|"
    r"affidavit|record(?:ing|ed|s)\b|transcript|letter|e-?mails?|memos?|minutes|notes|diar(?:y|ies)|memoir|book|"
    r"author|interview|documents?|filing|tapes?|audio|video|footage|leaked|readout|statement|released|"
    r"published|speech|rally|reporters|tweet\w*|post(?:ed|s)?|cameras?|microphone|broadcast|documentary|"
    r"report(?:ed|edly|s)|overheard|familiar with|who (?:was|were|attended|heard|has|have|spoke|said|asked)|"
    r"sources?|insiders?|anonym\w+|"
    r"attendees?|participants?|seen by|heard by|obtained|(?:aides?|advis[eo]rs?|officials?|people|persons?|friends?|"
    r"lawmakers?|senators?|associates?|allies|lawyers?|one|he|she|they|[A-Z][\w’'-]+) (?:later |also |"
    r"has |have |had |then )?(?:said|say|says|recounted|relayed))\b"
)
#: What the speaker told of it: "he said he told aides".
_SELF = compiled(r"\b(?:sa(?:id|ys)|I|recalls?|writes?|wrote|added|explained)\b[^.;“”\"]{0,30}$")


def confided(context: Context) -> Iterator[Span]:
    """Where a report quotes what was said in private, and nobody near it is given who heard it or has it written."""
    for sentence, words, match in outside_quotations(context, _CONFIDED):
        theirs = [each for each in context.quotations if sentence.span.overlaps(each.span)]
        if (
            not theirs
            or _SELF.search(words[: match.start()])
            or re.search(r"\b(?:to|if|not|never) $", words[: match.start()])
        ):
            continue
        if _passed_on(context, sentence.block, words, match):
            continue
        yield Span(sentence.span.begin + match.start(), sentence.span.begin + match.end())


def _passed_on(context: Context, block: int, words: str, match: re.Match[str]) -> bool:
    """Whether the paragraph, its neighbours' sources or an outlet tell how the words came out."""
    own = context.body[block].span
    start = words.find(match.group())
    here = _SPEAKS.sub(" ", words[:start] + " " + words[start + len(match.group()) :])
    theirs = _unquoted(context, own)
    near = " ".join(
        _unquoted(context, context.body[place].span)
        for place in (block - 1, block + 1)
        if 0 <= place < len(context.body)
    )
    return (
        _RELAYED.search(re.sub(r"[“\"][^”\"]*[”\"]", " ", here)) is not None
        or re.search(OUTLET, theirs) is not None
        or _NEARBY.search(theirs) is not None
        or _NEARBY.search(near) is not None
        or any(each.via for each in context.statements_in(own))
    )


_SPEAKS = compiled(r"\b(?:he|she|they|[A-Z][\w’'-]+) (?:said|says|added)\b")
#: What in a paragraph beside it covers it.
_NEARBY = compiled(
    r"\b(?:according to|familiar with|sources? (?:said|told|say|tells?|close|with)|(?:a|the|one|two|"
    r"three) (?:[a-z-]+ )?"
    r"sources?|anonym\w+|condition that|leaked|recordings?|transcripts?|tapes?|audio|books?|memoir|"
    r"reported|obtained|minutes|testimony|testified|recalled|indictment|affidavit|diary|notes of|documents (?:show|"
    r"filed)|"
    r"(?:people|persons?|aides?|officials?|advis[eo]rs?|associates|allies) (?:who|close|briefed|present|in the room)|"
    r"(?:aides?|officials?|advis[eo]rs?|associates|participants|attendees) (?:said|say|recalled|described))\b"
)


def _unquoted(context: Context, span: Span) -> str:
    """The words of ``span`` without what stands in quotation marks."""
    kept = list(span.of(context.text))
    for each in context.quotations:
        for place in range(max(each.span.begin, span.begin), min(each.span.end, span.end)):
            kept[place - span.begin] = " "
    return "".join(kept)
