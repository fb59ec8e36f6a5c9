"""Holders of a post in a body without a name who run somebody down: "the head of a rival firm called it a swindle"."""

from __future__ import annotations

import re

from sayso.check.context import Context, content_of
from sayso.check.language import ATTACK, FAILING, WRONGDOING
from sayso.check.unnamed.attacks import is_attack
from sayso.check.unnamed.named import named_before, named_beside, named_within
from sayso.patterns import compiled
from sayso.types import Statement

_POST = (
    r"(?:head|chief|boss|chief executive|CEO|president|chairman|chairwoman|chair|director|manager|owner|founder|"
    r"co-founder|leader|editor|partner|captain|coach|principal|dean|spokesman|spokeswoman|mayor|governor|secretary|"
    r"treasurer|publisher|producer|executive|official|executive director|managing director|general counsel)"
)
#: "The chief executive of a rival bank", "the former head of a large union", "a competitor", "one rival executive".
_OF_SOME_BODY = compiled(
    rf"(?:(?:the|a|an|one|another) (?:[\w-]+ ){{0,3}}?{_POST} (?:of|at|in|with|for) "
    r"(?:an?|another|one of (?:the|its|his|her|their)|some) (?:[\w’'-]+ ?)+|"
    r"(?:a|an|one|another) (?:[\w-]+ ){0,2}?(?:competitor|rival)|"
    rf"(?:(?:the|a|an) )?[\w’'-]+[’']s? former (?:[\w-]+ ){{0,2}}?{_POST}(?: of [a-z]+)?|"
    rf"(?:a|an|one|another) (?:[\w-]+ )?(?:rival|competing|competitor[’']s) (?:[\w-]+ ){{0,2}}{_POST})",
    re.IGNORECASE,
)
#: Said of a firm, a work or a person by one who would rather have its place.
_RUN_DOWN = compiled(
    r"\b(?:(?:nobody|no one|no-one|customers|people|you) (?:should|can|could|would) (?:ever )?trust|swindl\w+|"
    r"rip-?offs?|"
    r"made (?:it |them |\w+ )?up|knew nothing|knows nothing|thieves|junk|rubbish|garbage|shoddy|second-rate|"
    r"a con\b|scams?|not to be trusted|deathtraps?|laughing stock|laughable|absurd|terrible|awful|dreadful)\b",
    re.IGNORECASE,
)


def runs_down(context: Context, statement: Statement) -> bool:
    """Whether somebody of whom only a post in some body is told attacks a person, a firm or a work."""
    mention = statement.source.mention
    if mention is None or not context.in_body(mention) or context.quoted(mention.begin):
        return False
    if statement.negated or not _OF_SOME_BODY.fullmatch(mention.of(context.text)):
        return False
    if any(each(context, mention) for each in (named_within, named_beside, named_before)):
        return False
    words = content_of(statement, context.text)
    calls = statement.kind == "mixed" and any(
        re.match(r"call|dubb|describ|brand|labell?|derid|mock|dismiss", cue.of(context.text)) for cue in statement.cue
    )
    hostile = any(each.search(words) for each in (ATTACK, WRONGDOING, FAILING, _RUN_DOWN))
    return hostile or calls or is_attack(statement, context.text)
