"""Headlines that tell as done what the body only holds possible, alleged or apparent: one verb, its hedge lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.context import Context
from sayso.check.headlines.restson import stems, unsaid
from sayso.check.language import HEDGE, VERB_OF_SAYING
from sayso.patterns import compiled
from sayso.types import Span

_EARLY = 9
_SHARED = 2
#: What appears to do no more than that is the reporter's way of telling it.
_SHOWN = (
    r"(?= (?:also )?(?:show|confirm|prove|depict|capture|reveal|contradict|admit|acknowledge|"
    r"have (?:been )?(?:killed|caused|shot|ordered|known))\b)"
)
_LEAVES_OPEN = compiled(
    r"\b(?:(?<!as he )(?<!as she )(?<!as they )(?<!as it )(?:may|might|could)(?! (?:be|have been) (?:able|because)\b)"
    rf"|(?:appear|seem)(?:s|ed|ing)? to{_SHOWN}|purport(?:s|ed|edly|ing)?(?: to)?|"
    r"(?:is|are|was|were|be|been) (?:\w+ly |also |now )?(?:believed|thought|suspected|alleged|rumou?red|feared"
    r"|presumed|"
    r"assumed|said|reported|likely) (?:to|of)|suspected of|(?:is|are|was|were|be|been|being|stands?) accused of|"
    r"accus(?:es|ed|ing|e) [^.;,]{2,60}? of|suspicions? of|allegations? of|suspects? (?:that )?(?:[\w’'-]+ ){1,4}?|"
    r"tried to|attempted to|almost|nearly(?= [a-z])|allegedly|reportedly|possibly|apparently|seemingly|supposedly"
    r"|perhaps|probably|"
    r"(?:whether|possibility that) (?:[\w’'-]+ ){1,5}?)"
    r"(?: (?:have|has|had|having|be|been|being|to|also|not|\w+ly))*\s+(?P<what>[\w’'-]+)",
    re.IGNORECASE,
)


_NOT = compiled(r"\b(?:not|never|no)\b|n[’']t\b")


@dataclass(frozen=True, slots=True)
class Dehedged:
    """``verb`` of the headline, and the place in the body that has it with its ``hedge``."""

    verb: str
    hedge: str
    place: Span


def dehedged(context: Context, headline: str, *, rest: bool = False) -> Dehedged | None:
    """The headline's verb that the body has only hedged; None for a headline that is as careful as its story.

    With ``rest`` the words are those of the first sentence, and the body is what follows it.
    """
    meaning = stems(headline)
    for sentence in context.sentences[rest:_EARLY]:
        words = sentence.span.of(context.text)
        for match in _LEAVES_OPEN.finditer(words):
            verb = stems(match["what"])
            shared = (meaning - verb) & stems(words)
            if not verb or not verb <= meaning or len(shared) < _SHARED or len(shared) < 0.34 * len(meaning):
                continue
            if context.quoted(sentence.span.begin + match.start("what")):
                continue
            if not rest and _careful(headline, verb):
                continue
            if not any(_plainly(each, verb, meaning) for each in _told(context, rest)):
                return Dehedged(
                    match["what"], match.group()[: match.start("what") - match.start()].strip(), sentence.span
                )
    return None


def _careful(headline: str, verb: frozenset[str]) -> bool:
    """Whether the headline hedges or attributes its verb itself."""
    place = next((each.start() for each in re.finditer(r"[\w’'-]+", headline) if stems(each[0]) == verb), 0)
    before, behind = headline[:place], headline[place:]
    return bool(CAREFUL.search(before) or HEDGE.search(before) or _SAID_BEHIND.search(behind))


#: A headline that says itself that it is somebody's word, or asks.
CAREFUL = compiled(
    rf"\b(?:{VERB_OF_SAYING}|according|alleg\w*|accus\w*|suspect\w*|charge[sd]?|den(?:y|ies|ied)|cites?|report(?:s"
    rf"|ed|edly)?|"
    r"tells|suggests?|hints?|warns?|fears?|feared|probe[ds]?|investigat\w*)\b|[:?]|^(?:Why|How|What|Who|When|Where)\b",
    re.IGNORECASE,
)
_SAID_BEHIND = compiled(
    r"[:?]|\b(?:says?|said|according|claims?|alleged(?:ly)?|reportedly|(?:alleg|accus)ations?|suspicions?)\b|"
    r"[,–—-] [^,]*\b(?:finds?|shows?"
    r"|suggests?|warns?|"
    r"reports?|fears?|stud(?:y|ies)|sources?|officials|police)\b[^,]*$",
    re.IGNORECASE,
)


def _told(context: Context, rest: bool) -> Iterator[str]:
    """The sentences of the body without what sources say in them."""
    left = unsaid(context)
    for sentence in context.sentences[rest:]:
        yield sentence.span.of(left)


def _plainly(words: str, verb: frozenset[str], meaning: frozenset[str]) -> bool:
    """Whether a sentence has the verb without a hedge, and of what the headline tells."""
    there = stems(words)
    if not verb <= there or len((meaning - verb) & there) < (1 if len(meaning) < 6 else 2) or _NOT.search(words):
        return False
    open_ = {each for match in _LEAVES_OPEN.finditer(words) for each in stems(match["what"])}
    return not verb & open_
