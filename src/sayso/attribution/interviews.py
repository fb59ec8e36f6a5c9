"""Interviews printed as questions and answers: what stands after "A:" is said by whoever was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.patterns import kept
from sayso.tagger.spans import Attribution
from sayso.types import Report, Span

_QUESTION = kept(r"^[ \t]*(?:Q|QUESTION|Question)[ ]?[:.][ \t]", re.MULTILINE)
_ANSWER = kept(r"[ \t]*(?P<label>A|ANSWER|Answer)\s?[:.][ \t]+(?=\S)")
_LABELS = frozenset(("A", "ANSWER", "Answer"))
_FEWEST = 2  # questions and answers that make an interview
_SURE = 0.9


def answers(report: Report, found: Sequence[Attribution]) -> list[Attribution]:
    """The answers of which ``found`` has no statement with the same words; the label stands for their source."""
    text = report.text
    lines = [block.span for block in report.blocks if block.role == "paragraph"]
    given = [(line, match) for line in lines if (match := _ANSWER.match(text, *line))]
    if len(given) < _FEWEST or len(_QUESTION.findall(text)) < _FEWEST:
        return []
    out = []
    for line, match in given:
        said = Span(match.end(), match.end() + len(line.of(text)[match.end() - line.begin :].rstrip()))
        if not any(said.contains(a.content[0]) and _most(a, said) for a in found):
            label = Span(*match.span("label"))
            out.append(Attribution(label, (), (said,), act={"say": 1.0}, score=_SURE))
    return out


def is_answer(text: str, attribution: Attribution) -> bool:
    """Whether an attribution is an answer whose source is no more than its label."""
    source = attribution.source
    if source is None or attribution.cue or source.of(text) not in _LABELS:
        return False
    return bool(_ANSWER.match(text, source.begin)) and text[: source.begin].rstrip(" \t")[-1:] in ("", "\n")


def first_question(text: str) -> int:
    """Where the first question begins: before it stands who is asked."""
    match = _QUESTION.search(text)
    return match.start() if match else len(text)


def _most(attribution: Attribution, said: Span) -> bool:
    """Whether an attribution's content is most of an answer."""
    return 2 * sum(span.end - span.begin for span in attribution.content) > said.end - said.begin
