"""Sources without a name of whom nothing is told but where they are: "an official in the capital"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.language import ACCESS, ANONYMITY_ASKED, ANONYMITY_REASON, VERB_OF_SAYING, content_words
from sayso.patterns import compiled
from sayso.types import Span

#: How somebody knows, told behind a comma.
_ACQUAINTED = compiled(
    r",? who (?:has |had )?(?:known|knew|met|worked|lived|served|studied|went to|was (?:there|present|married))\b"
)
_PERSON = (
    r"(?:(?:an?|one|another|the) (?:senior |top |unnamed |anonymous )?(?:official|aide|person|adviser|executive|"
    r"employee|staffer|diplomat|lawmaker|worker|man|woman|leader|manager|insider|source|colleague|individual)|"
    r"somebody|someone|(?:two|three|four|several|some) (?:people|persons|sources|individuals|others))"
)
_WHERE = (
    r"(?: abroad| overseas| locally| (?:in|from|outside|at|of) (?:the )?(?:[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)*|"
    r"(?:(?:[a-z]+ )?(?:capital|city|country|region|area|town|north|south|east|west)(?: of the [a-z]+)?)))?"
)
_VAGUE_PERSON = compiled(f"(?i:{_PERSON}){_WHERE}")
#: What follows a person of whom no more is told: a verb of saying, or that they are not to be named.
_NO_MORE = compiled(
    rf",? (?:(?:also |later )?{VERB_OF_SAYING}\b|who (?:asked|spoke|wanted|declined|requested|insisted|could not be|"
    r"cannot be|did not want|refused|preferred)|speaking|asking|on (?:the )?condition|insisting|requesting)|[.,;]"
)


def only_where(context: Context, mention: Span, title: str) -> bool:
    """Whether a mention, and the source's title with it, says no more than "an official" and where."""
    words = mention.of(context.text)
    return (
        _VAGUE_PERSON.fullmatch(words) is not None
        and _ACQUAINTED.match(context.text, mention.end) is None
        and content_words(title) <= content_words(words) | _where(context, mention)
    )


def _where(context: Context, mention: Span) -> frozenset[str]:
    """The words for the place that stand behind a mention: they tell nothing of who it is."""
    match = re.match(_WHERE, context.text[mention.end : mention.end + 60])
    return content_words(match.group()) if match else frozenset()


def nobody_but_where(context: Context, told: list[Span]) -> Iterator[Span]:
    """Those who are not named for a reason that is given, and of whom nothing is told but where they are."""
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        asked = ANONYMITY_ASKED.search(words)
        if asked is None or not ANONYMITY_REASON.search(words) or ACCESS.search(words):
            continue
        for match in _ANY_PERSON.finditer(words):
            span = part(sentence.span, *match.span())
            if any(span.overlaps(each) for each in told) or context.quoted(span.begin):
                return
            if _NO_MORE.match(words, match.end()):
                yield span
                return


_ANY_PERSON = compiled(
    r"\b(?i:(?:an?|one|another|the) (?:unnamed |anonymous )?(?:person|man|woman|source|individual|insider|"
    r"foreigner|visitor|"
    r"citizen|local)|"
    r"somebody|someone|(?:two|three|four|several|some) (?:people|persons|sources|individuals|others))"
    rf"{_WHERE}"
)
