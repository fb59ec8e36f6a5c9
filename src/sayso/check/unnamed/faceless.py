"""People without a name who could have one: told from the words, and from what they are let to say.

An official, an aide, a member of parliament who is not named is always asked about (``sayso.check.unnamed.voices``).
A tenant, a parent, a guest is asked about only where they carry something that a reader may want to hold somebody to:
an attack, an allegation, a judgement, a demand.
"""

from __future__ import annotations

import re

from sayso.check.accused.accusations import allegations
from sayso.check.context import Context, content_of
from sayso.check.language import OPINION
from sayso.check.unnamed.attacks import is_attack
from sayso.patterns import compiled
from sayso.types import Span, Statement

_FEW = r"(?:[Oo]ne|[Aa]nother|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome|[Aa] few|[Aa] handful|[Aa]t least two)"
#: People whose party or seat lets them know something from inside.
POLITICIAN = (
    r"(?:Democrat|Republican|Conservative|Liberal|Labou?rite|Tory|Social Democrat|Christian Democrat|Socialist|"
    r"Nationalist|Communist|Unionist|Green|Independent|centrist|moderate|hard-?liner|MP|MEP|TD|congress(?:wo)?man|"
    r"parliamentarian|politician|backbencher|frontbencher|whip|peer|governor|mayor|ambassador|envoy|delegate|donor|"
    r"lobbyist|bundler|organi[sz]er|courtier|cleric|general|colonel|admiral|juror|jury member|board member|insider|"
    r"negotiator|strategist|pollster|operative|staffer|loyalist|"
    r"regular|observer|watcher|participant)"
)
_POLITICIAN = compiled(
    rf"(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w’'.-]+ ){{0,4}}?{POLITICIAN}\b(?![’'-]| (?:[A-Z]|party|plan|bill|group))"
)

_ACCESS = (
    r"(?:attend|take part|took part|work|serv|sit |sat |know|knew|spoke with|met |(?:was|were|had been|are|is) "
    r"(?:present|there|involved|in the room|at the table|briefed|told|shown|consulted)|(?:have |has |had )?(?:seen|"
    r"read|heard|reviewed|attended|worked|served|dealt|spoken|taken part|been (?:briefed|told|shown|involved))|"
    r"read |saw |heard |share|help|deal)"
)
#: "three who work there", "one who shared a cell", "someone in the room", "those at the table".
_WHO = compiled(
    rf"(?:(?:[Ss]omeone|[Ss]omebody|[Oo]ne|[Aa]n individual)(?:,)? (?:who|(?:at|in|on|inside|within) (?:the|his|her|"
    rf"its|their)|with (?:direct )?knowledge|close|familiar|briefed|involved|from)\b|"
    rf""
    rf"(?:[Tt]hose|[Pp]eople|[Pp]ersons|[Ii]ndividuals|{_FEW}|{_FEW} "
    rf"(?:people|persons|others|individuals)) (?:who {_ACCESS}|inside\b|briefed\b|familiar with\b|close to\b)|"
    rf"{_FEW} of (?:those|the people|the men|the women) (?:who {_ACCESS}|present|involved|there|at the table|in the "
    rf"room|at the meeting|briefed)\b)"
)
#: "some on the board", "several at the ministry".
_SOME_WITHIN = compiled(
    rf"{_FEW} (?:people |others )?(?:in|inside|within|at|on|around|close to) "
    r"(?:the|his|her|its|their|[A-Z][\w’'-]+[’']s) "
    r"(?:[\w’'-]+ ){0,3}?(?:administration|White House|Pentagon|Kremlin|palace|cabinet|government|ministry|"
    r"department|agency|campaign|team|staff|board|committee|council|company|bank|firm|leadership|inner circle|"
    r"entourage|party|caucus|military|army|regiment|force|union|newsroom|hospital|school|faculty|club|squad|office)\b"
)
_OF_THEM = compiled(
    r"(?:[Oo]ne|[Aa]nother|[Tt]wo|[Tt]hree|[Aa] second|[Aa] third) of (?:them|those|these)$|[Aa]nother$"
)
#: Of whom one may be asked for: plurals of people who know something from inside.
_INSIDERS = compiled(
    rf"\b(?:{POLITICIAN}s|Tories|officials|aides|advis[eo]rs|members|lawmakers|legislators|senators|ministers|officers|"
    r"employees|workers|managers|executives|diplomats|doctors|nurses|teachers|engineers|councillors|trustees|directors|"
    r"deputies|colleagues|allies|friends|sources|soldiers|guards|players|scientists|professors|judges|bishops|priests|"
    r"editors|lawyers|bankers|traders|investors|staff|voted against|voted for)\b"
)

#: People of the street and the court, whose names nobody misses or who are spared them.
STREET = compiled(
    r"\b(?:voters?|protesters?|demonstrators?|marchers?|residents?|villagers?|islanders?|passers?-by|bystanders?|"
    r"shoppers?|critics|teachers|students|pupils|parents|fans?|supporters? (?:sang|chant)|tourists?|hecklers?|"
    r"users?|readers?|viewers?|callers?|caller|petition\w*|countries|governments|judge|prosecutor|court|jur(?:y|"
    r"or)|witness(?:es)?|spokes\w+|report|tweet|post|message|sign|banner|letter|editorial|lawsuit|indictment|"
    r"complaint|filing|affidavit|op-ed|essay|document|book|article|headline|narrator|announcer|voice-?over|survey(?:ed)?|poll(?:ed)?|percent|"
    r"majority|respondents?|commentator|columnist|man|woman|boy|girl|child|survivor|victim|accuser|plaintiff|"
    r"complainant|journalist|reporter|interviewer|blogger|moderator|suspect|defendant|gunman|attacker|inmate|"
    r"patient|resolutions?|motion|bill|amendment|hosts?|anchors?|presenters?|videos?|ads?|adverts?|commercial|film|song|cartoon|graphic|map|study|analysis|memo)\b|%",
    re.IGNORECASE,
)


def of_the_street(words: str) -> bool:
    """Whether the last word of a description, before what follows on it, is one for people of the street: "a voter".

    So are those whom a victim leaves behind, and what is no person: a video, a group that signed something.
    """
    if _MANY_AS_ONE.match(words) or "victim" in words:
        return True
    head = _FOLLOWS.split(words)[0].split()
    return bool(head) and STREET.search(head[-1]) is not None


def at_large(context: Context, statement: Statement) -> bool:
    """Whether a view of many is summed up, not what somebody told the reporter: "some in the party feel that"."""
    if statement.source.mention is None or not _AT_LARGE.match(statement.source.mention.of(context.text)):
        return False
    quoted = any(context.quoted(part.begin + 1) or context.quoted(part.end - 1) for part in statement.content)
    said = any(_TOLD.search(cue.of(context.text)) for cue in statement.cue)
    return not (
        quoted or said or (is_attack(statement, context.text) and not _SUMMED_UP.search(_cue(context, statement)))
    )


def _cue(context: Context, statement: Statement) -> str:
    return " ".join(cue.of(context.text) for cue in statement.cue)


_TOLD = compiled(r"\b(?:said|says?|told|according to|confirm|acknowledg|conced|admit|reveal|disclos)")
_SUMMED_UP = compiled(r"\b(?:criticism|fears?|concerns?|anger|complaints?|doubts?|calls?)\b")
_AT_LARGE = compiled(
    r"(?:[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Oo]thers|[Aa] (?:few|number))\b"
    r"(?! (?:people|persons) (?:familiar|briefed|close|with))"
)
_FOLLOWS = compiled(
    r",| (?:who|that|which|at|in|on|from|with|inside|outside|near|by|for|shown|released|published|posted|obtained|"
    r"of(?! (?:the|his|her|its|their|those)\b))\b"
)
_MANY_AS_ONE = compiled(
    r"(?:an?|one|another) (?:[\w-]+ ){0,3}?(?:group|crowd|coalition|panel|band|crew|chorus|team|alliance|network|"
    r"committee|list|bunch|wave|host) of\b",
    re.IGNORECASE,
)


def insider(context: Context, statement: Statement, words: str) -> bool:
    """Whether ``words``, which begin with the mention, tell of somebody inside, by party, seat or access."""
    mention = statement.source.mention
    if mention is None:
        return False
    if _POLITICIAN.match(words) or _WHO.match(words):
        return True
    if _OF_THEM.match(mention.of(context.text)):
        return _INSIDERS.search(_just_before(context, mention)) is not None
    return False


def _just_before(context: Context, mention: Span) -> str:
    """The words of the sentence before ``mention``, of the one before that and of the same sentence as far as it."""
    before = [each.span for each in context.sentences if each.span.begin <= mention.begin][-2:]
    return context.text[before[0].begin : mention.begin] if before else ""


def lay(statement: Statement, text: str) -> bool:
    """Whether one person, or a few of a body, speak without a name: "a tenant", "some on the board"."""
    mention = statement.source.mention
    if mention is None:
        return False
    words = mention.of(text)
    if of_the_street(words):
        return False
    if _SOME_WITHIN.match(text, mention.begin):
        return True
    one = re.match(r"(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[A-Z][\w.’'-]+ )?[a-z0-9]", words)
    nameless = statement.source.type == "person" and not re.search(r"[\s(][A-Z\d]", words)
    return one is not None and (nameless or statement.source.type == "unnamed-person")


#: Of whom nothing is told but that they are people.
_NOTHING_TOLD = compiled(
    r"(?:one|an?|another|two|three|several|some) (?:other )?(?:person|persons|people|individuals?|human being)|someone|"
    r"somebody",
    re.IGNORECASE,
)


def nothing_told(context: Context, statement: Statement) -> bool:
    """Whether news rests on "one person" or "an individual": not what was seen in a street, nor what people think."""
    mention = statement.source.mention
    if mention is None or statement.kind == "direct" or not _NOTHING_TOLD.fullmatch(mention.of(context.text)):
        return False
    cues = " ".join(each.of(context.text) for each in statement.cue)
    return _NEWS.search(cues) is not None and not _SEEN.search(context.enclosing(mention).of(context.text))


_NEWS = compiled(
    r"\b(?:according to|said|says|told|confirmed|confirms|revealed|disclosed|recounted|recalled|put)\b", re.IGNORECASE
)
#: What anybody may have seen or lived through, and those who are counted, not heard.
_SEEN = compiled(
    r"\b(?:saw|heard|watched|fled|ran|screamed|felt|voted|respondents?|polled|surveyed|survey|poll|percent|protest\w*|"
    r"rally|crowd|march\w*|witness\w*|neighbou?rs?|shot|shooting|comment\w*|tweet\w*|wrote|post\w*|Facebook|Twitter|"
    r"911|police|dispatch\w*|caller)\b"
)


def weighty(context: Context, statement: Statement) -> bool:
    """Whether a statement is of a kind that somebody should answer for: attack, allegation, judgement, demand."""
    text = context.text
    if statement.act in ("accuse", "criticize", "urge", "believe", "predict") or is_attack(statement, text):
        return True
    if statement.kind != "indirect" and OPINION.search(content_of(statement, text)):
        return True
    return any(each.id == statement.id for each in allegations(context))


#: Those of whom nobody can say who they are: "political observers", "market participants", "insiders".
_WATCHERS = compiled(
    r"(?:(?:the|some|many|most|several|veteran|longtime|long-time|close|other|seasoned) )*(?:[A-Z]?[\w-]+ ){0,2}?"
    r"(?:observers|watchers|insiders|participants)(?: of [\w ]+)?",
    re.IGNORECASE,
)
#: Observers who were sent to observe, participants of something held.
_SENT = compiled(
    r"\b(?:election|poll|international|independent|UN|U\.N\.|EU|OSCE|military|ceasefire|court|study|trial|survey|"
    r"bird|whale|conference|protest|focus)\b",
    re.IGNORECASE,
)


def watchers(context: Context, statement: Statement) -> bool:
    """Whether a crowd of observers judges, and nobody who is named beside it holds the view."""
    mention = statement.source.mention
    if mention is None or not context.in_body(mention) or context.quoted(mention.begin):
        return False
    words = mention.of(context.text)
    if not _WATCHERS.fullmatch(words) or _SENT.search(words):
        return False
    if statement.kind != "indirect" or is_attack(statement, context.text):
        return True  # no crowd speaks the same words, and none should attack
    place = context.paragraph_at(mention.begin) or 0
    last = context.body[min(place + 1, len(context.body) - 1)].span.end
    near = context.statements_in(Span(mention.begin, last))
    return not any(
        each.source.type == "person" and each.source.mention and each.source.mention.begin > mention.begin
        for each in near
    )


def quoted_by_some(context: Context, statement: Statement) -> bool:
    """Whether "some" are given the very words of what somebody was called: words that one person spoke."""
    mention = statement.source.mention
    if mention is None or not context.in_body(mention) or context.quoted(mention.begin):
        return False
    if not re.fullmatch(r"some|others|many|several|people|some people", mention.of(context.text), re.IGNORECASE):
        return False
    called = any(
        re.search(r"\b(?:call|dubb|describ|brand|labell?|deride|mock)", cue.of(context.text)) for cue in statement.cue
    )
    words = content_of(statement, context.text)
    somebody = re.match(r"(?:him|her|(?:(?:M[rs]s?|Sen|Rep)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\b", words)
    return called and somebody is not None and statement.kind != "indirect"
