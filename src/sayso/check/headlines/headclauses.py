"""The clauses of a headline, and those of them that stand there as bare facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, content_of
from sayso.check.headlines.restson import BASE, stems
from sayso.check.headlines.wordsense import acts
from sayso.check.language import VERB_OF_SAYING
from sayso.patterns import compiled

_TOPIC = 30
#: How many words of meaning a clause must have.
LEAST = 3


def clauses(context: Context, headline: str) -> Iterator[str]:
    """The clauses of a headline that say for themselves neither whose word they are nor that they are open."""
    if "?" in headline or _ALL_SAID.search(headline):
        return
    topic, colon, rest = headline.partition(": ")
    unmarked = rest if colon and len(topic) < _TOPIC and _topic(context, topic, rest) else headline
    if ":" in unmarked:
        return
    for each in (clause for part in _STRONG.split(unmarked) for clause in _joined(_SPLIT.split(part))):
        if (
            not _CAREFUL.search(_MATTER.sub(" ", each))
            and not _in_court(each)
            and not re.search(r"[\"“”‘]|(?:^|\s)['’]\w", each)
        ):
            yield each


def _joined(pieces: list[str]) -> list[str]:
    """The pieces of a headline, those that are too short to tell anything with the one before them."""
    whole: list[str] = []
    for each in pieces:
        if whole and (len(stems(each) - LIGHT) < LEAST or not _tells(whole[-1])):
            whole[-1] += f", {each}"
        else:
            whole.append(each)
    return whole


def _tells(clause: str) -> bool:
    return IS.search(clause) is not None or any(verb for _, verb in core(clause))


def _in_court(clause: str) -> bool:
    """Whether what a clause tells is itself a charge or a judgement: not "lawyer who hid accounts goes on trial"."""
    first = next((word for word, verb in core(clause) if verb), "")
    match = _IN_COURT.search(clause)
    return match is not None and (not first or match.start() <= clause.index(first))


def _topic(context: Context, words: str, rest: str) -> bool:
    """Whether words before a colon say what the story is on, and name nobody who says in it what follows."""
    own, told = stems(words), stems(rest)
    return not _KIND.search(words) and not any(
        own & stems(each.source.name or "") and 2 * len(told & stems(content_of(each, context.text))) >= len(told)
        for each in context.statements
        if context.in_body(each.content[0])
    )


def core(clause: str, forms: frozenset[str] = frozenset()) -> list[tuple[str, bool]]:
    """The words of a clause, and whether each seems to be a verb of it: what is done, behind somebody who does it."""
    found: list[tuple[str, bool]] = []
    before = ""
    for place, match in enumerate(WORD.finditer(clause)):
        own = match[0].lower()
        several = place in (1, 2) and before.endswith("s") and not found[-1][1]
        formed = own.endswith(("s", "ed", "ing")) or own in _IRREGULAR or before in ("to", "will") or several
        sure = own.endswith("ed") or own in _IRREGULAR or own == "behind"
        verb = (
            place > 0
            and (formed or sure)
            and not _NOUN_NEXT.fullmatch(before)
            and not _NOUN.search(own)
            and (sure or acts(own) or own in forms)
        )
        found.append((match[0], verb))
        before = own
    return found


#: Words that fit any headline.
LIGHT = stems(
    "us u.s uk eu mr mrs ms dr one two three first last new old year years day days week weeks month time people man "
    "men woman women just also get gets got go goes going make makes made take takes took back off still how why who "
    "president senator sen rep gov state states say says said tell"
)
WORD = compiled(r"[^\W_]+(?:[’'.,-][^\W_]+)*")
_IRREGULAR = frozenset([*BASE, *BASE.values()])
_NOUN = compiled(r"(?:[eo]rs|ists|ions|ments|ness|ties)$")
_STRONG = compiled(r";\s| [–—-] |, (?:and|but|as|while|after) (?=(?:\S+ ){3})", re.IGNORECASE)
#: A word that might be a verb of saying or planning, and is a noun here: "on new gun plans".
_MATTER = compiled(
    r"\b(?:of|in|on|for|with|by|over|about|under|the|an?|its|his|her|their|back|\w+[’']s?) (?:[\w-]+ ){0,2}?"
    r"(?:plans?|calls?|claims?|reports?|threats?|hopes?|fears?|questions?|polls?|surveys?|stud(?:y|ies)|inquiry|risks|views?|"
    r"attacks|hits|consideration|concerns?|rumou?rs?|sources)\b",
    re.IGNORECASE,
)
#: Between clauses; what a comma cuts off stays, where it is short.
_SPLIT = compiled(
    r";\s| [–—-] | (?:as|after|amid|while|but|before|despite|though|when|and) (?=\S+ \S+ \S+)|"
    r",\s(?=(?:[^\s,]+ ){2,}[^\s,]+)",
    re.IGNORECASE,
)
IS = compiled(r"\b(?:is|are|was|were|has|had|have|behind)\b", re.IGNORECASE)
#: What a noun follows.
_NOUN_NEXT = compiled(
    r"(?:of|in|on|at|for|from|with|by|over|about|into|under|against|between|the|an?|its|his|her|their|our|no|all|more|"
    r"new|two|three|four|five|six|\d.*|\w+[’']s)"
)
#: A clause that says itself that it is somebody's word, wish or guess.
_CAREFUL = compiled(
    rf"\b(?:{VERB_OF_SAYING[3:-1]}|according|claim(?:s(?! (?:of|about|against|over)\b)|ed|ing)|"
    r"alleg\w+|accus\w+|den(?:y|ies|ied)|reports|reported(?:ly)?|sources|"
    r"suspect\w*|warn(?:s|ing)?|urg\w+|tells|vows?|calls|slams?|blasts?|denounc\w+|condemn\w*|blam\w+|credits?|"
    r"believ\w+|thinks?|sees?|views?|wants?|seeks?|asks?|predict\w*|estimat\w*|finds?|shows?|suggest\w*|polls?|"
    r"demands?|reject\w*|disput(?:es|ed|ing)|dismiss\w*|defend\w*|threat\w*|promis\w+|pledg\w+|insist\w*|hints?|argu\w+|"
    r"may|might|could|would|should|can|appear\w*|seem\w*|likely|possibl[ey]|potential(?:ly)?|perhaps|apparent(?:ly)?|"
    r"consider\w*|ponder\w*|brac(?:es?|ing)|readies|ready|prepar\w+|poised|doubt\w*|wonder\w*|bid|weigh\w*|mull\w*|eye[sd]?|plan(?:s|ned|ning)?(?=\s)|propos\w+|expect\w*|hop\w+|fear\w*|aims?|tr(?:y|ies)|push\w*|"
    r"looks (?:to|set|likely)|if|whether|should|must|probe[sd]?|investigat(?:es|ed|ing)|question(?:s|ed|ing)|worr\w+|"
    r"concern\w*|rumou?r\w*|theor\w+|critici\w+|attacks|rips?|hits|knocks|mocks?|risks|i|we|you|my|our|your|"
    r"let|don[’']t|here|this|opinion|analysis|explain\w*|looks? to|roadmap)\b|[:?!]|"
    r"^(?:how|why|what|who|when|where|\w+ing)\b",
    re.IGNORECASE,
)
#: What is told is the charge itself.
_IN_COURT = compiled(
    r"\b(?:charge[sd]?|charging|indict\w*|arrest\w*|arraign\w*|sue[sd]?|suing|suits?|lawsuits?|trial|plead\w*|pleas?|court|"
    r"judge|jury|convict\w*|sentenced?|acquit\w*|prosecut\w+|extradit\w+|subpoena\w*)\b",
    re.IGNORECASE,
)
#: At a headline's end: all before it is somebody's word.
_ALL_SAID = compiled(
    r"\b(?:says?|said|claims?|shows?|finds?|found|reveals?|suggests?|warns?|argues?|alleges?|"
    r"tells? \S+|"
    r"according to [^,]+|says? \w+ \w+(?: \w+)?|report|poll|sources?|officials?|analysts?|experts?|"
    r"critics|police|reports|documents?|lawyers?|testif\w+|explained)$|"
    r"^(?:Why|How|What|Who|When|Where|Opinion|Analysis)\b|\[opinion|\bopinion\b",
    re.IGNORECASE,
)
_KIND = compiled(
    r"\b(?:report|poll|study|survey|analysis|opinion|sources?|experts?|column|editorial|police|officials?|review|video|"
    r"exclusive|fact[- ]check|critics|dems?|"
    r"democrats?|republicans?|lawmakers|white house|pentagon|kremlin|senators?|ministers?|lawyers?|(?-i:[A-Z]{2,5}))\b",
    re.IGNORECASE,
)
