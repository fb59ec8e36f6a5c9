"""The reporter's own words that somebody answers a claim, declines to, or could not be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.language import RESPONSE
from sayso.patterns import compiled


def answers_something(context: Context) -> Iterator[re.Match[str]]:
    """The reporter's words that somebody answers a claim, declines to, or could not be reached."""
    for match in RESPONSE.finditer(context.story):
        around = context.story[max(0, match.start() - 25) : match.end() + 25]
        if not _NO_ANSWER.search(around) and not spoken(context, match.start()):
            yield match


#: "The dispute stems from", "denied entry", "was denied bail": nobody answers anything.
_NO_ANSWER = compiled(
    r"(?<!\bto )(?<!\bnot )(?<!\bwho )(?<!\bthey )(?<![a-z][a-rt-z]s )\bdispute\b|"
    r"\b(?:legal|trade|of|in|\d) disputes\b|\bdisputes? (?:over|between|with|stems)\b|"
    r"\b(?:was|were|been|being|be) denied\b|\bden(?:y|ies|ied|ying) (?:\w+ ){0,3}?(?:rights?|entry|access|visas?|bail|"
    r"asylum|benefits|services?|coverage|care|requests?|permission|aid|parole|loans?|relief|due process)\b|"
    r"\b(?:first|emergency|rapid|federal|coronavirus) respons\w+",
    re.IGNORECASE,
)


def spoken(context: Context, place: int) -> bool:
    """Whether the place stands in a quotation of more than a few words: “categorically rejects” is the reporter's."""
    return any(
        each.span.begin <= place < each.span.end and len(each.content.of(context.text).split()) > 4
        for each in context.quotations
    )


def beside(context: Context, place: int, block: int) -> bool:
    """Whether the place is in the allegation's own paragraph or the two after it, where an answer to it stands."""
    there = context.paragraph_at(place)
    return there is not None and block <= there <= block + 2


def body_sought(context: Context, place: int) -> bool:
    """Whether a body did not respond or declined to comment: it may well be that of the accused."""
    sentence = context.sentence_at(place)
    return sentence is not None and _SOUGHT.match(sentence.span.of(context.text)) is not None


#: "The ministry did not respond to requests for comment."
_SOUGHT = compiled(
    r"(?:A |An |The )?[^,.;]{3,60}? (?:did not|didn[’']t|has not|had not|declined to|could not|refused to) "
    r"(?:immediately )?(?:respond|return|reply|comment|be reached|answer)\b"
)
