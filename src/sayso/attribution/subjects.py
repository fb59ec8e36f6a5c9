"""Subjects of which the tagger saw only the tail or nothing: in "Residents reached by phone said" the phone does not
speak, in "Oster, 61, denies" Oster does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.passages import Passages
from sayso.patterns import kept
from sayso.tagger.spans import Attribution
from sayso.types import Span

#: A noun phrase, what was done to it, and "by", up to the tagger's source.
_REDUCED = kept(
    r"(?P<subject>(?:[\w’'-]+\s+){1,6}?)(?:\w{3,}ed|seen|shown|sent|spoken\s+to|met|held|taken)\s+(?:by|via|over)\s+(?:(?:the|a|an)\s+)?$"
)
#: A name with an age that is all that stands before the cue: "Oster, 61, denies".
_AGED = kept(r"[“\"]?(?P<name>(?:[A-Z][\w.’'-]+\s){0,4}[A-Z][\w’'-]+),\s\d{1,3},\s(?:has\s|had\s|also\s)*$")
_CLAUSE = kept(r"[,;:—–“”\"()]\s*|\b(?:and|but|while|that|as)\s+")
_VERB = kept(r"\b(?:is|are|was|were|be|been|being|has|have|had)\b")


def subjects(text: str, found: Sequence[Attribution], where: Passages) -> list[Attribution]:
    """``found`` with sources that stand right before their cue, after "by", begun where their clause begins, and with
    names before an age and the cue as sources where there was none."""
    return [_whole(text, a, where) for a in found]


def _whole(text: str, a: Attribution, where: Passages) -> Attribution:
    if a.source is None and a.cue:
        begin = where.sentence(a.cue[0].begin).begin
        aged = _AGED.match(text[begin : a.cue[0].begin])
        return replace(a, source=Span(begin + aged.start("name"), begin + aged.end("name"))) if aged else a
    if a.source is None or not a.cue or not 0 <= a.cue[0].begin - a.source.end <= 1:
        return a
    begin = where.sentence(a.source.begin).begin
    begin = max((mark.end() for mark in _CLAUSE.finditer(text, begin, a.source.begin)), default=begin)
    subject = _REDUCED.match(text[begin : a.source.begin])
    if subject is None or _VERB.search(subject["subject"]):
        return a
    return replace(a, source=Span(begin, a.source.end))
