"""Whether a statement attacks a person or a body."""

from __future__ import annotations

import re

from sayso.check.context import content_of
from sayso.check.language import ATTACK, ROLE, WRONGDOING
from sayso.patterns import compiled
from sayso.types import Statement


def is_attack(statement: Statement, text: str) -> bool:
    """Whether it accuses, belittles or blames somebody, in its own words or by what its cue says."""
    words = content_of(statement, text).lstrip("“\"‘'")
    if statement.negated or statement.act in ("deny", "no-comment", "cannot-verify"):
        return False
    if re.match(r"\W*(?:It|That|This|He|She|They)(?:[’']s|[’']re| is| are| was| were) not?\b", words):
        return False  # "It's not like they're bullies"
    if _NOT_SO.search(words) or _BRANDED.search(words) or re.match(r"(?:that )?it (?:is|was|would be)\b", words):
        return False
    if statement.kind != "indirect" and _said_of(statement, text):
        return True
    if statement.act in ("accuse", "criticize"):
        hostile = bool(ATTACK.search(words) or WRONGDOING.search(words))
        if statement.act == "criticize" and not _about_someone(words):
            return False
        return hostile or (statement.kind == "direct" and _about_someone(words))
    if ATTACK.search(words) is None:
        return False
    if statement.act in ("predict", "estimate", "believe", "promise", "announce") or _OF_ONESELF.match(words):
        return False
    return _about_someone(words) if statement.kind != "indirect" else _of_a_person(words)


#: "countries that he has branded a “troika of tyranny”": somebody else's word.
_BRANDED = compiled(
    r"\b(?:he|she|they|who|which) (?:has |have |had |once )?(?:branded|called|dubbed|described|labelled|labeled)\b"
)
#: "he was not legally insane".
_NOT_SO = compiled(r"^(?:that )?\S+(?: \S+)? (?:is|was|were|are)(?: not|n[’']t) (?:\w+ly )?[a-z]+\W*$")


#: "they are prepared for the worst": of nobody but themselves.
_OF_ONESELF = compiled(
    r"(?:that )?(?:they|he|she) (?:are|is|was|were) (?:prepar|ready|willing|worried|concerned|afraid)"
)


def _said_of(statement: Statement, text: str) -> bool:
    """Whether the quotation is said of somebody: "one official said of the minister"."""
    return any(
        re.match(r"\s+of\s+(?:(?:the|his|her|their|its|a)\s+\w|[A-Z]|him\b|her\b|them\b)", text[cue.end : cue.end + 16])
        or re.search(r"\bof$", cue.of(text))
        for cue in statement.cue
    )


def _about_someone(words: str) -> bool:
    return (
        bool(re.search(r"\b(?:he|she|him|her|his|(?:that|this) (?:man|woman|lot|lady|guy))\b", words, re.IGNORECASE))
        or bool(
            re.search(r"(?<=[a-z,] )[A-Z][a-z]+|^\W*(?!This|That|It|There|What)[A-Z][\w’'-]+ (?:is|was|has)\b", words)
        )
        or _of_a_person(words)
    )


def _of_a_person(words: str) -> bool:
    """Whether the words begin with a person: "he …", "the coach was …", "her as vain"."""
    match = re.match(
        r"(?:that )?(?:(?P<who>[Hh]e|[Ss]he|him|her|they|them)\b|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|"
        r"[Ii]ts)\s+(?:[\w’'-]+\s+){0,2}?(?P<role>[\w-]+)\s|"
        r"[A-Z][\w’'-]+[’']s (?:[a-z]+ ){0,2}?(?P<post>[a-z-]+) |"
        r"(?!This|That|It|There|What)(?:[A-Z][\w’'-]+ ){1,3}(?:was|is|had|has|as|a|[a-z]+ed)\b)",
        words,
        re.IGNORECASE if words[:1].islower() else 0,
    )
    post = (match["role"] or match["post"]) if match else None
    return match is not None and (not post or ROLE.fullmatch(post) is not None)
