"""Words in marks that a headline gives to somebody whom the story does not quote with them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.check.context import Context, content_of
from sayso.check.language import VERB_OF_SAYING, content_words
from sayso.patterns import compiled
from sayso.types import Span, Statement

#: "Tolliver: toll 'a racket'", "Tolliver calls toll 'a racket'": who speaks, and the words in marks.
_NAMED = compiled(
    rf"^(?P<who>(?:[A-Z][\w’'.-]* ){{0,4}}[A-Z][\w’'-]*)(?::| (?:{VERB_OF_SAYING}|calls?|called|slams?|blasts?|"
    r"warns?|tells?|vows?|insists?|defends?)\b)"
)
_IN_MARKS = compiled(r"(?:(?<=\s)|^)[‘“'\"](?P<words>[^‘’“”\"]{4,90}?)[’”'\"](?=$|[\s.,;:?!])")


@dataclass(frozen=True, slots=True)
class Borrowed:
    """``place``: where the story has the words, of somebody else or of nobody; None where it has them nowhere."""

    speaker: str
    words: str
    place: Span | None


def anothers_words(context: Context) -> Borrowed | None:
    """The quotation of a headline that names its speaker, if the story quotes that speaker and not with these words."""
    if context.headline is None or len(context.quotations) < 2:
        return None
    title = context.headline.span.of(context.text)
    named, marked = _NAMED.match(title), _IN_MARKS.search(title)
    if named is None or marked is None or marked.start() < named.end() - 1:
        return None
    phrase, who = marked["words"], content_words(named["who"].split()[-1])
    own = [each for each in context.statements if who & _speaker(each) and _told(context, each)]
    if not own or any(_has(phrase, content_of(each, context.text)) for each in own):
        return None
    quoted = [each for each in context.quotations if _has(phrase, each.content.of(context.text))]
    if any(_may_be_theirs(context, each.span, who) for each in quoted):
        return None
    if not quoted and len(content_words(phrase)) < 2:
        return None
    return Borrowed(named["who"], phrase, quoted[0].span if quoted else None)


def _speaker(statement: Statement) -> frozenset[str]:
    return content_words(" ".join(filter(None, [statement.source.name, statement.source.title])))


def _told(context: Context, statement: Statement) -> bool:
    return context.in_body(statement.content[0]) and statement.source.type in ("person", "organization")


def _has(phrase: str, passage: str) -> bool:
    """Whether a passage has most of the words, and does not deny them: "isn't a total disaster"."""
    words = content_words(phrase)
    denied = re.search(
        rf"(?:\b(?:not|never|no)|n[’']t) (?:\w+ ){{0,2}}{re.escape(phrase.split()[-1])}", passage
    ) and not re.search(r"\b(?i:not|never|no)\b", phrase)
    return bool(words) and 2 * len(words & content_words(passage)) > len(words) and not denied


def _may_be_theirs(context: Context, quotation: Span, who: frozenset[str]) -> bool:
    tellers = [
        each for each in context.statements_in(quotation) if any(part.overlaps(quotation) for part in each.content)
    ]
    mentions = [each.source.mention.of(context.text) for each in tellers if each.source.mention]
    named = [each for each in mentions if re.search(r"\b(?!The|He|She|They|An?\b)[A-Z][a-z]", each)]
    return not named or any(
        who & (_speaker(each) | content_words(context.enclosing(quotation).of(context.text))) for each in tellers
    )
