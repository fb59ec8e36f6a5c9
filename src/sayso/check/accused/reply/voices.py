"""For whom a statement speaks: for somebody named, or for somebody by their lawyer, spokesman or office."""

from __future__ import annotations

import re

from sayso.check.accused.reply.parties import Roster
from sayso.check.context import Context
from sayso.patterns import compiled
from sayso.types import Statement

_WHO = (
    r"(?:lawyers?|attorneys?|counsel|solicitors?|barristers?|spokes\w+|representatives?|campaign|aides?|advis[eo]rs?|"
    r"office|publicist|agent|press secretary|chief of staff|officials?|allies|defen[cs]e|administration|government|"
    r"team|manager|father|mother|wife|husband|brother|sister|son|daughter|family|statement)"
)
_SPEAKS_FOR = compiled(rf"\b{_WHO}\b", re.IGNORECASE)
_THEIRS = compiled(
    r"\b(?:his|her|their|its) (?:[a-z-]+ ){0,2}(?:lawyers?|attorneys?|counsel|solicitors?|spokes\w+|representatives?|"
    r"publicist|agent|campaign|office)\b",
    re.IGNORECASE,
)


def voice(context: Context, people: Roster, statement: Statement, party: int) -> str:
    """Whether a statement is the party's own ("self"), made for it ("for"), or another's ("")."""
    own = people.parties[party]
    named = {re.sub(r"[’']s?$", "", word) for word in re.findall(r"[\w’'-]+", (statement.source.name or "").lower())}
    mention = statement.source.mention
    person = own.kind == "person"
    around = mention.of(context.text) if mention else ""
    if own.words & named and not (person and len(named) > 4):
        return "for" if person and _SPEAKS_FOR.search(around) else "self"
    if mention is None:
        return ""
    if any(number == party and mention.contains(span) for span, number in people.within(mention.begin, mention.end)):
        return "for" if _SPEAKS_FOR.search(around) else "" if person else "self"
    if _THEIRS.search(context.text[max(0, mention.begin - 50) : mention.end + 50]):
        before = people.within(max(0, mention.begin - 300), mention.begin)
        if any(number == party for _, number in before[-3:]):
            return "for"
    title = (statement.source.title or "").lower()
    if own.words & set(re.findall(r"[\w-]+", title)) and _SPEAKS_FOR.search(title):
        return "for"
    near = [span for span, who in people.within(max(0, mention.begin - 60), mention.end + 80) if who == party]
    if not near:
        return ""
    name = re.escape(near[0].of(context.text))
    beside = context.text[max(0, mention.begin - 60) : mention.end + 80]
    for_them = rf"{_WHO} (?:for|to|of|representing) [^.,;]{{0,30}}{name}|{name}(?:[’']s?)? (?:[\w-]+ ){{0,2}}{_WHO}\b"
    return "for" if re.search(for_them, beside, re.IGNORECASE) else ""
