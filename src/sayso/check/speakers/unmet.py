"""Quotations given to "he" or "she" before the story has told of anybody whom that could be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.accused.reply.parties import Party
from sayso.check.context import Context
from sayso.check.language import ROLE, VERB_OF_SAYING
from sayso.patterns import compiled
from sayso.types import Span

_GIVEN = compiled(rf"[,.!?]?[”\"’]?\s+(?:(?:he|she) (?:\w+ly |also |then |later )?{VERB_OF_SAYING}|said (?:he|she))\b")
#: Words for people, and for one met before.
_SOMEBODY = compiled(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|who|whose|I|me|my|some(?:one|body)|"
    r"(?:[a-z]*(?:m[ae]n|fathers?|mothers?|parents?)|boys?|girls?|sons?|daughters?|wife|wives|husbands?|brothers?|"
    r"sisters?|widow(?:er)?s?|neighbou?rs?|child|children|teen(?:ager)?s?|victims?|patients?|suspects?|witness(?:es)?|"
    r"residents?|couples?|friends?|kids?|students?|pupils?|soldiers?|migrants?|refugees?|[a-z]{2,}ists?|[a-z]{2,}ians?|"
    r"(?!after|other|over|under|never|ever|number|water|matter|paper|letter|order|river|summer|winter|weather|power|"
    r"together|however|whether|either|rather|later|earlier|further|tower|corner|border|harbor|floor|door|sector|major|"
    r"minor|error|motor|labor|per|for|nor)[a-z]{2,}[^e\W]er|[a-z]{3,}[st]ors?|[a-z]{3,}ees?)s?)\b"
)
#: Of the roles those that no "he" stands for.
_BODY = compiled(
    r"(?:company|firm|bank|government|army|military|board|ministry|agency|council|union|hospital|clinic|school|church|"
    r"party|authorit(?:y|ies)|association|home|mills?|yard|ships?|tankers?|club|airline|mine|plant|factory|port|railway|"
    r"utility|charity|foundation|fund|team|federation|laboratory|lab|diocese|university|trust|force|navy|refinery|"
    r"shipyard|brewery|farm|dealership)",
    re.IGNORECASE,
)
#: Characters behind the quotation in which a name may follow: a speaker named late.
_NEAR = 300


def met_nowhere(context: Context, quotation: Span) -> Span | None:
    """The "he said" of a quotation, where nobody stands before it or right behind it whom it could mean."""
    given = _GIVEN.match(context.text, max(quotation.begin, quotation.end - 2), quotation.end + 60)
    if given is None or any(each.kind == "person" for each in _told_of(context, quotation)):
        return None
    before = context.story[: quotation.begin]
    roles = (each.group() for each in ROLE.finditer(before))
    if _SOMEBODY.search(before) or not all(_BODY.fullmatch(each) for each in roles):
        return None
    return Span(quotation.begin, given.end())


def _told_of(context: Context, quotation: Span) -> Iterator[Party]:
    """The parties named before the quotation, in it, or soon after it."""
    for _, number in context.parties.within(0, quotation.end + _NEAR):
        yield context.parties.parties[number]
