"""Words said behind doors, or to one's own people, in quotation marks: somebody must have passed them on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence
from sayso.check.crediting.relays import as_newsroom, came_through
from sayso.check.language import OUTLET
from sayso.patterns import compiled
from sayso.types import Span

_MEETING = (
    r"(?:meetings?|dinners?|lunch(?:es|eons?)?|breakfasts?|calls?|conversations?|talks?|briefings?|sessions?|"
    r"gatherings?|discussions?|chats?|fundraisers?|retreats?|remarks|exchanges?|huddles?|receptions?|events?|"
    r"moments?)"
)
#: A place or a way of speaking from which reporters are shut out, wherever the sentence has it.
_SHUT = (
    rf"\b(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Oo]ver|[Tt]hrough) (?:[\w’'-]+ ){{0,3}}?(?:private|closed|closed-door|"
    rf"confidential|off-the-record|members-only|invitation-only|unrecorded) (?!the |his |her |their |its )"
    rf"(?:[\w’'-]+ ){{0,3}}?{_MEETING}\b|\b(?:[Mm]et|[Ss]poke|[Tt]alked|[Hh]uddled) privately with\b|"
    r"\b[Ii]n an? (?:private|confidential) (?:[a-z]+ )?(?:messages?|e-?mails?|texts?|notes?|letters?|memos?)\b|"
    r"\b[Bb]ehind (?:the )?(?:closed|shut) doors\b|\b[Ii]n (?:strict )?(?:private|confidence)(?=[,.]| [a-z]+ed\b|"
    r" with\b| to\b| that\b)|"
    r"\b(?:closed|off limits|barred|shut) to (?:the )?(?:press|public|reporters|cameras|media|news media)\b|"
    r"\b[Oo]ver (?:an? )?(?:[a-z]+ ){0,2}?(?:dinner|lunch|breakfast|drinks?|beers?|coffee|supper) with\b|"
    r"\b[Aa]lone with\b|\b[Ii]n an? (?:tele)?phone (?:call|conversation) with\b|"
    r"\b[Pp]rivately\b(?![ -](?:owned|held|funded|run|financed|operated|insured|sponsored|educated|built))"
)
_HIM = (
    r"(?:him|her|them|one another|each other|(?:the|an?|his|her|their|its|one|some|several|top|senior|fellow) "
    r"(?:[\w’'-]+ ){0,3}?[a-z]{3,}|(?:fellow |other )?(?:senators|lawmakers|colleagues|donors|members|guests|officials|"
    r"allies|friends|aides|executives|employees|directors|councillors|generals|governors|ambassadors|lenders|ministers|"
    r"Republicans|Democrats)|(?:(?:M[rs]s?|Dr|Sen|Rep|Gov|Gen)\.? |[A-Z][a-z]+ )?[A-Z][\w’'-]+)"
)
_TOLD = (
    r"(?:[Tt]old|[Tt]ells?|[Tt]elling|[Aa]ssur(?:ed|es|ing)|[Ww]arn(?:ed|s|ing)|[Aa]sked|asks|asking|[Rr]emind(?:ed|s)|"
    r"[Ii]nform(?:ed|s|ing)|[Cc]onfided (?:in|to)|[Cc]onfessed to|[Ii]nstructed|[Bb]arked at|[Ss]napped at|"
    r"[Ss]houted at|[Yy]elled at|[Ss]creamed at|"
    r"[Ww]hispered to|(?:[Ss]aid|[Cc]omplained|[Vv]ented|[Gg]rumbled|[Jj]oked|[Bb]ragged|[Bb]oasted|[Rr]anted|"
    r"[Aa]dmitted|[Rr]emarked|[Mm]uttered|[Gg]roused|[Cc]onceded|[Ss]aying) to)"
)
#: By telephone, at table, in a room that is nobody's stage: where somebody is told something there.
_ALONE = (
    r"(?:\b(?:[Bb]y|[Oo]ver the|[Oo]n the) (?:tele)?phone\b|\b(?:[Ii]n|[Dd]uring|[Oo]n) (?:an?|his|her|their|one|"
    r"another) "
    r"(?:[\w’'-]+ ){0,3}?(?:call|phone conversation)\b|\b(?:[Dd]uring|[Oo]n) the (?:[\w’'-]+ )?(?:conference|phone|"
    r"video) call\b|"
    r"\b[Oo]ver (?:an? )?(?:[a-z]+ ){0,2}?(?:dinner|lunch|breakfast|drinks?|beers?|coffee|supper|golf)\b|"
    r"\b(?:[Ii]n|[Ii]nside|[Aa]cross) (?:the|his|her|their|[A-Z][\w’'-]+[’']s) (?:[\w’'-]+ )?(?:Oval Office|"
    r"Situation Room|Cabinet Room|cabinet room|caucus room|office|study|kitchen|limousine|dressing room|locker room|"
    r"hotel (?:room|suite)|suite|cloakroom|back room|boardroom|cockpit|jet|residence)\b|\bAir Force One\b|"
    r"\bone-on-one\b|"
    r"\b(?:[Ii]n|[Dd]uring|[Aa]t) (?:an?|the|their|his|her|that|one|another|[A-Z][\w’'-]+[’']s|[A-Z][a-z]+day[’']s) "
    r"(?:[\w’'-]+ ){0,2}?(?:cabinet|staff|strategy|caucus|White House|Oval Office|leadership|board|editorial|family|"
    r"planning|budget|crisis|party|donor|conference) (?:meeting|lunch|luncheon|breakfast|retreat|call|dinner)\b)"
)
_OWN = (
    r"(?:chief of staff|deputy|(?:aide|advis[eo]r|lawyer|confidant)(?! who)|aides|advis[eo]rs|associates|confidants|"
    r"staff(?:ers)?|lawyers|attorneys|allies|assistants|deputies|(?:campaign|finance|press) (?:manager|chief|secretary|"
    r"director)|"
    r"lieutenants|subordinates|underlings|friends|intimates|inner circle|wife|husband|"
    r"team|strategists?|speechwriters?|fellow (?:[a-z]+ )?(?:Republicans|Democrats|senators|lawmakers|"
    r"ministers|board members|directors|justices))"
)
#: Whom one tells what is not meant for the paper.
_TO_OWN = (
    rf"\b(?![Aa]sk){_TOLD} (?:(?:his|her|their|its) (?:(?:[\w-]+ ){{0,2}}?)|(?:(?:the|some|several|top|senior|close|"
    rf"political|White House|campaign|own|national|security|foreign|policy|fellow|congressional|economic|military|"
    rf"legal|longtime|trusted|party) )*(?=[a-z ]+(?:s|circle)\b)){_OWN}\b(?! (?:with|that (?:has|have|had)|"
    rf"who)\b)"
)
#: What is written to one person, or to one's own people.
_WRITTEN = (
    rf"\b(?:[Ii]n|[Ii]nto) (?:an?|one|another|the|his|her|a second) (?:[a-z-]+ )?(?:e-?mail|text|text message|memo|"
    rf"WhatsApp message|voice ?mail|direct message|note) (?:[a-z]+ )?to (?:(?:his|her|their|its|the|one|an?|top|"
    rf"senior|own|"
    rf"former) )*(?:{_OWN}|[a-z]+ (?:manager|chief|director|secretary)|(?:boss|colleague|friend|"
    r"co-?worker|superior|supervisor|official|executive|partner)s?|M[rs]s?\. [A-Z][a-z]+)(?=[ ,])|"
    rf"\b(?:text|e-?mail|messag)ed (?:(?:his|her|their|its|the|one|an?) )(?:[a-z]+ )?(?:{_OWN}|boss|colleague|friend|"
    r"co-?worker)s?\b"
)
_CONFIDED = compiled(f"{_SHUT}|{_TO_OWN}|{_WRITTEN}")
_ALONE_WITH = compiled(_ALONE)
#: Ways and places in which two or a few speak or write to each other, with a word for who the other is.
_BETWEEN = compiled(
    r"\b(?:[Oo]n the (?:tele)?phone (?:with|to)|[Dd]ining with|[Ll]unching with|[Gg]olfing with|"
    r"(?:[Oo]ver|[Aa]t) (?:an? )?(?:[\w’'-]+ ){0,2}?(?:dinner|lunch|breakfast|supper|drinks) (?:with|for)|"
    r"(?:met|were|was|are|sat) alone\b|[Ii]n chambers\b|[Bb]ackstage\b|[Aa]t an? (?:closed|private) [a-z]+|"
    r"[Ii]n an? (?:[\w-]+ )?(?:text|text message|e-?mail|voice ?mail|handwritten note) to (?:M[rs]s?\.? |the president|"
    r"his|her)|"
    r"[Ii]n a handwritten (?:note|letter)|(?:tele)?phoned (?:his|her|the|M[rs]s?\.?) )"
)
_SOMEBODY_TOLD = compiled(rf"\b{_TOLD} {_HIM}")
#: What is said when the doors are open again, or of what goes on behind them.
_AROUND_IT = compiled(
    r"\b(?:[Aa]fter|[Bb]efore)\b[^.;,]{0,40}$|"
    r"\b(?:produced|crafted|written|drafted|negotiated|hashed out|made|met|meeting|worked|cut|tough)\b[^.;,]{0,40}$"
)
#: For all to hear, or said by the one who tells it.
_OPEN = compiled(
    r"\b(?:[Rr]eporters?|[Jj]ournalists?|interview\w*|crowds?|audience|supporters|viewers|listeners|"
    r"rall(?:y|ies)|[Tt]witter|tweet\w*|hearing|floor|speech|address|press|news conference|town hall|debate|podcast|"
    r"radio|television|TV|show|host|moderator|anchor|op-ed|statement|dispatchers?|911|analysts|investors|court|"
    r"judge|jurors?|police|officers?|investigators|detectives|committee|lawmakers on|panel|prosecutors)\b"
)
#: Who passed it on, or in what it stands.
_RELAYED = compiled(
    r"\b(?:recall\w*|remember\w*|recount\w*|according to|testif\w+|testimony|court|trial|jury|indictment|complaint|"
    r"affidavit|record(?:ing|ed|s)\b|transcripts?|minutes|diar(?:y|ies)|memoir|book|obtained|"
    r"author|interview|documents?|filing|tapes?|audio|video|footage|leaked|readout|statement|released|"
    r"published|speech|rally|reporters|tweet\w*|post(?:ed|s)?|cameras?|microphone|broadcast|documentary|"
    r"reported|reports|overheard|familiar with|who (?:was|were|attended|heard|has|have|spoke|said|asked)|"
    r"sources?|insiders?|anonym\w+|pool|made public|disclosed|"
    r"attendees?|participants?|seen by|heard by|reviewed by|shared with|provided (?:to|by)|"
    r"(?:aides?|advis[eo]rs?|officials?|people|persons?|friends?|"
    r"lawmakers?|senators?|associates?|allies|lawyers?|one|he|she|they|[A-Z][\w’'-]+) (?:later |also |"
    r"has |have |had |then )?(?:said|say|says|recounted|relayed))\b"
)
#: What the speaker told of it: "he said he told aides"; what somebody would or should tell; and nobody's own words.
_SELF = compiled(
    r"\b(?:I|my|recalls?|writes?|wrote|explained|claims?|claimed)\b[^.;“”\"]{0,30}$|"
    r"\b(?:says?|said) (?:that )?(?:he|she|they|the|it|[A-Z][\w’'-]+)\b[^.;“”\"]{0,40}$|\b(?:to|if|not|never|would|"
    r"will|"
    r"could|should|can) $"
)


_SOMEBODY = compiled(
    r"(?:[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost|[Tt]wo|[Tt]hree|[Ss]omeone|[Tt]op)\b"
)


def confided(context: Context) -> Iterator[Span]:
    """Where a report quotes what was said in private, and nobody near it is given who heard it or has it written."""
    for sentence in context.sentences:
        if not any(sentence.span.overlaps(each.span) for each in context.quotations):
            continue
        words = sentence.span.of(context.unquoted)
        match = _private(words)
        mentions = [each.source.mention for each in context.statements_in(sentence.span)]
        if any(each and _SOMEBODY.match(each.of(context.text)) for each in mentions):
            continue  # who speaks without a name tells of it
        if match is None or _SELF.search(words[: match.start()]) or _passed_on(context, sentence, words, match):
            continue
        yield Span(sentence.span.begin + match.start(), sentence.span.begin + match.end())


_NEAR = 70  # characters around the occasion that may open it
#: Where a sentence goes over to somebody else.
_ANOTHER_TELLS = compiled(
    r"(?:[,;]|\s{3})\s*(?:and |while |but |as )?(?:[\w.’'-]+ ){1,5}?(?:said|says|told|added)\b.*$"
)


def _private(words: str) -> re.Match[str] | None:
    """The words of a sentence that shut reporters out."""
    found = _CONFIDED.search(words)
    if found is None and (alone := _ALONE_WITH.search(words)) and _SOMEBODY_TOLD.search(words):
        found = alone
    found = found or _BETWEEN.search(words)
    if found is None or re.search(r"\bpublicly\b", words):
        return None
    rest = words[max(0, found.start() - _NEAR) : found.start()] + " " + words[found.end() : found.end() + _NEAR]
    if _OPEN.search(rest):
        return None
    if found.group().lower() != "privately" and _AROUND_IT.search(words[: found.start()]):
        return None
    return None if re.match(r" (?:was|were|is|are)\b", words[found.end() :]) else found


def _passed_on(context: Context, sentence: Sentence, words: str, match: re.Match[str]) -> bool:
    """Whether the paragraph, its neighbours' sources or an outlet tell how the words came out."""
    own = _around(context, sentence)
    here = words[: match.start()] + " " + _ANOTHER_TELLS.sub("", words[match.end() :])
    if not _SOMEBODY_TOLD.search(words):
        here = _SPEAKS.sub(" ", here)
    theirs = own.of(context.unquoted)
    near = " ".join(
        context.body[place].span.of(context.unquoted)
        for place in (sentence.block - 1, sentence.block + 1)
        if 0 <= place < len(context.body)
    )
    return (
        _RELAYED.search(here) is not None
        or as_newsroom(context.text, _AN_OUTLET, own)
        or _NEARBY.search(theirs) is not None
        or _BY_THEM.search(theirs) is not None
        or _NEARBY.search(near) is not None
        or any(came_through(context, each, hop) for each in context.statements_in(sentence.span) for hop in each.via)
    )


def _around(context: Context, sentence: Sentence) -> Span:
    """The sentence with those of its paragraph right before and after it."""
    near = [each.span for each in context.sentences if each.block == sentence.block]
    place = near.index(sentence.span)
    return Span(near[max(0, place - 1)].begin, near[min(len(near) - 1, place + 1)].end)


_AN_OUTLET = compiled(OUTLET)
_SPEAKS = compiled(r"\b(?:he|she|they|[A-Z][\w’'-]+|president|senator|minister) (?:said|says|added)\b")
#: What in a paragraph beside it covers it.
_NEARBY = compiled(
    r"\b(?:according to (?:an?|one|two|three|four|several|some|people|persons?|aides|officials|multiple|notes|the "
    r"(?:notes|recording|transcript|book|aide|source|official|person))\b|familiar with|sources? (?:said|told|say|"
    r"tells?|close|with)|(?:a|the|one|two|three) (?:[a-z-]+ )?"
    r"sources?|anonym\w+|condition that|leaked|recordings?|transcripts?|tapes?|audio|books?|memoir|"
    r"obtained|minutes|testimony|testified|recalled|indictment|affidavit|diary|notes of|"
    r"(?:people|persons?|aides?|officials?|advis[eo]rs?|associates|allies) (?:who (?:attended|heard|took part|were "
    r"(?:there|"
    r"present|in|on|at)|was (?:there|present|in|on|at)|spoke|asked|requested|declined|insisted)|close to|briefed|"
    r"present|"
    r"in the room))\b"
)
#: What covers it in its own paragraph.
_BY_THEM = compiled(
    r"\b(?:according to|reported|reports|"
    r"(?:aides?|officials?|advis[eo]rs?|associates|participants|attendees) (?:said|say|recalled|described))\b"
)
