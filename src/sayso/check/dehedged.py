"""Headlines that tell as done what the body only holds possible, alleged or apparent: one verb, its hedge lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.context import Context
from sayso.check.restson import stems
from sayso.types import Span

_EARLY = 9
_SHARED = 2
_LEAVES_OPEN = re.compile(
    r"\b(?:(?<!as he )(?<!as she )(?<!as they )(?<!as it )(?:may|might|could)(?! (?:be|have been) (?:able|because)\b)"
    r"|appear(?:s|ed|ing)? to|seem(?:s|ed|ing)? to|purport(?:s|ed|edly|ing)?(?: to)?|"
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


@dataclass(frozen=True, slots=True)
class Dehedged:
    """``verb`` of the headline, and the place in the body that has it with its ``hedge``."""

    verb: str
    hedge: str
    place: Span


def dehedged(context: Context, headline: str) -> Dehedged | None:
    """The headline's verb that the body has only hedged; None for a headline that is as careful as its story."""
    meaning = stems(headline)
    for sentence in context.sentences[:_EARLY]:
        words = sentence.span.of(context.text)
        for match in _LEAVES_OPEN.finditer(words):
            verb = stems(match["what"])
            shared = (meaning - verb) & stems(words)
            if not verb or not verb <= meaning or len(shared) < _SHARED or len(shared) < 0.34 * len(meaning):
                continue
            if context.quoted(sentence.span.begin + match.start("what")):
                continue
            if not any(_plainly(context, each, verb, meaning) for each in _told(context)):
                return Dehedged(
                    match["what"], match.group()[: match.start("what") - match.start()].strip(), sentence.span
                )
    return None


def _told(context: Context) -> Iterator[str]:
    for sentence in context.sentences:
        yield sentence.span.of(context.text)


def _plainly(context: Context, words: str, verb: frozenset[str], meaning: frozenset[str]) -> bool:
    """Whether a sentence has the verb without a hedge, and of what the headline tells."""
    there = stems(words)
    if not verb <= there or len((meaning - verb) & there) < 1:
        return False
    open_ = {each for match in _LEAVES_OPEN.finditer(words) for each in stems(match["what"])}
    return not verb & open_
