"""What a statement of the body is to the headline that tells the same: contested, another's word, the subject's own."""

from __future__ import annotations

import re

from sayso.check.accused.deeds import deed
from sayso.check.context import Context, anchor, content_of
from sayso.check.headlines.hardened import past
from sayso.check.language import RESPONSE, WRONGDOING, content_words
from sayso.patterns import compiled
from sayso.types import Statement


def contested(context: Context, statement: Statement) -> bool:
    """Whether the body itself treats the claim as open: accused, denied, unverified, unnamed or hedged."""
    if any(each.status in ("denied", "disputed", "unverified") for each in statement.standing):
        return True
    words = content_of(statement, context.text)
    if statement.act == "accuse" or statement.source.type == "anonymous":
        return True
    headline = context.headline.span.of(context.text) if context.headline else ""
    if statement.act not in ("say", "report", "criticize", "warn"):
        return False
    headline = past(headline)
    wrong = bool(WRONGDOING.search(words) or deed(words)) and bool(WRONGDOING.search(headline) or deed(headline))
    mention = anchor(statement).of(context.text)
    return wrong or (
        statement.source.type != "document"
        and not _authority(mention)
        and answered_near(context, content_words(headline), words)
    )


def own_side(context: Context, headline: str) -> bool:
    """Whether those of whom the headline tells something speak for themselves in the first paragraphs."""
    subject = content_words(" ".join(headline.split()[:2]))
    return any(
        each.cue
        and each.source.mention
        and subject & content_words(context.enclosing(each.source.mention).of(context.text))
        and context.paragraph_at(each.source.mention.begin) in range(1, 5)
        and subject & content_words(context.text[each.source.mention.begin : each.source.mention.end + 60])
        for each in context.statements
    )


def sourced(context: Context, statement: Statement) -> bool:
    """Whether the opening gives somebody as the source of the statement, in so many words."""
    mention = statement.source.mention
    return mention is not None and bool(statement.cue) and context.body[0].span.contains(mention)


#: Whose count of the dead or account of an accident needs no name in the headline.
_AUTHORITY = compiled(
    r"\b(?:police|officials?|ministry|service|authorities|firefighters|courts?|judges?|agency|department|office|"
    r"authority|prosecutors?|rescuers?|president|minister|hospitals?|lawmakers?|senators?|negotiators?|leaders?|"
    r"coast guard|experts?|scientists?|council|"
    r"parliament|committee|city|mayor|governor)\b",
    re.IGNORECASE,
)


def _authority(mention: str) -> bool:
    """Whether all who are named as the source are such: "survivors and a hospital director" are not."""
    return all(_AUTHORITY.search(each) for each in re.split(r",? and ", mention))


def answered_near(context: Context, matter: frozenset[str], claim: str) -> bool:
    """Whether somebody denies or rejects something, or declines to answer, in an early paragraph on the same matter."""
    top = context.body[min(5, len(context.body) - 1)].span.end
    return len(matter & content_words(claim)) >= 3 and any(
        (block := context.paragraph_at(match.start())) is not None
        and not context.quoted(match.start())
        and bool(matter & content_words(context.body[block].span.of(context.text)))
        for match in RESPONSE.finditer(context.story, 0, top)
    )


def of_itself(context: Context, statement: Statement) -> bool:
    """Whether the headline's subject tells of itself: "Norval finds faults", "Pollsters at Norval said they …"."""
    mention = statement.source.mention
    subject = re.match(r"[A-Z][\w’&-]+", context.headline.span.of(context.text)) if context.headline else None
    own = re.match(r"(?:that )?(?:they|it|we)\b", content_of(statement, context.text))
    name = content_words(statement.source.name or "")
    if subject and statement.source.type in ("person", "organization") and content_words(subject[0]) & name:
        return True
    return bool(own and mention and subject and re.search(
        rf"\b(?:at|of|for|from|with) (?:the )?{re.escape(subject[0])}\b", mention.of(context.text)
    ))  # fmt: skip


def anothers_word(context: Context, statement: Statement, meaning: frozenset[str]) -> bool:
    """Whether somebody reports of others what the headline says: no announcement of one's own, and no document."""
    own = content_words(" ".join(filter(None, [statement.source.name, statement.source.title])))
    mention = statement.source.mention
    return (
        statement.act in ("say", "report", "confirm")
        and statement.source.type != "document"
        and (mention is None or len(mention.of(context.text).split()) < 16)  # a whole sentence is no speaker
        and not (mention and re.fullmatch(r"(?i:he|she|they|it|we|i)", mention.of(context.text)))
        and not (mention and re.match(r"(?:its|their|his|her) ", mention.of(context.text)))  # of the doers themselves
        and not (own & meaning and statement.source.type in ("organization", "person"))
        and not (mention and _authority(mention.of(context.text)))
    )


def also_told(context: Context, meaning: frozenset[str]) -> bool:
    """Whether the reporter tells the same in the story's own voice, outside any statement."""
    for sentence in context.sentences:
        if not context.statements_in(sentence.span) and len(
            meaning & content_words(sentence.span.of(context.text))
        ) >= round(len(meaning) * 0.6):
            return True
    return False
