"""Whether what somebody without a name says came through another newsroom, by the words of the draft itself.

A reading may join a relay to a statement from a paragraph above; the draft says so only where the newsroom stands in
the statement's sentence as one that was told, or just before it as one that reports.
"""

from __future__ import annotations

import re

from sayso.check.context import Context, anchor
from sayso.check.language import OUTLET
from sayso.patterns import compiled
from sayso.types import Hop, Span, Statement

#: What a newsroom does with what it was told.
_REPORTS = compiled(
    r"\b(?:report(?:s|ed|ing)?|wr(?:ote|ites?)|cit(?:es|ed|ing)|quot(?:es?|ed|ing)|according|told|tells|learned|learnt|"
    r"obtained|revealed|disclosed|published|interview\w*)\b",
    re.IGNORECASE,
)
#: Before the name of a newsroom in which somebody merely appeared.
_SHOWN_ON = compiled(
    r"\b(?:appear\w*|interview|show|segment|debate|town hall|remarks|speaking) (?:[a-z]+ )?(?:on|at) $"
)
_NEAR = 90
_SAID = compiled(r"(?:[’']s [\w ]{3,30})?,? (?:also |later |has |had )?(?:said|says|adds|added|notes|noted)\b")


def came_through(context: Context, statement: Statement, hop: Hop) -> bool:
    """Whether the statement's sentence has the newsroom beside a word for reporting, or the words just before it do."""
    sentence = context.enclosing(anchor(statement))
    if hop.mention and sentence.contains(hop.mention) and not re.search(OUTLET, hop.name):
        return True  # somebody who tells of it
    if re.match(r"(?:the|these|those|both)\b", anchor(statement).of(context.text), re.IGNORECASE):
        return True  # those who were told of above
    words = [re.escape(each) for each in re.findall(r"[A-Z][\w’'-]+", hop.name)]
    if not words:
        return True
    name = re.compile(rf"\b(?:{words[-1]}|{words[0]})\b")
    place = context.paragraph_at(sentence.begin)
    above = context.body[max(0, place - 1)].span.begin if place is not None else sentence.begin
    return any(as_newsroom(context.text, name, each) for each in (sentence, Span(above, sentence.begin)))


def as_newsroom(text: str, name: re.Pattern[str], span: Span) -> bool:
    """Whether a newsroom of that name is told something or reports it in ``span``."""
    for match in name.finditer(text, *span):
        begin, end = max(span.begin, match.start() - _NEAR), min(span.end, match.end() + _NEAR)
        before = re.split(r"(?<=[.!?”\"]) (?=[A-Z“\"])", text[begin : match.start()])[-1]
        after = re.split(r"(?<=[.!?”\"]) (?=[A-Z“\"])|\n", text[match.end() : end])[0]
        told = re.search(r"\b(?:told|to|tells|by|with|citing|quoting|per)\b[^,;]{0,30}$", before)
        told = told or _SAID.match(after)
        if not _SHOWN_ON.search(before) and (told or _REPORTS.search(f"{before[-40:]} {after[:50]}")):
            return True
    return False
