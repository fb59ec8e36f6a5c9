"""Sources that stand at the end of a headline or bullet with nothing but a mark before them: "Bridge unsafe – survey".

The tagger looks for a cue; here the mark is all there is. What follows it counts as a source where it is a medium named
in the text, a noun for those who are cited, or the name of someone whom the report has as a source elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.attribution.outlets import outlets
from sayso.attribution.relayed import CITABLE
from sayso.tagger.spans import Attribution
from sayso.types import Report, Span

#: Blocks whose lines are headlines; a body paragraph that ends so is a caption or an aside.
_ROLES = frozenset(["headline", "deck", "subhead"])
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[•·‣▪●*]|[-–—](?=\s))?\s*")
_FORM = re.compile(r"(?P<said>.*\S)(?P<mark>\s+[–—-]{1,2}|:)\s+(?P<source>[^–—:;?!,]{2,50}?)[\s.]*$")
_QUOTES = "\"“”‘’'"
_LONGEST_SOURCE, _FEWEST_WORDS = 5, 3  # words
_REPORTS = frozenset(["report", "reports", "survey", "poll", "study", "media", "newspaper", "newspapers"])
#: Surer than what is withheld, less sure than a cue.
_SURE = 0.6


def headlines(report: Report, found: Sequence[Attribution]) -> list[Attribution]:
    """The statements of this form whose source none of ``found`` has taken."""
    text = report.text
    named = {a.source.of(text).split()[-1] for a in found if a.source}
    out = []
    for line in _lines(report):
        form = _FORM.match(text, line.begin, line.end)
        if form is None or len(form["said"].split()) < _FEWEST_WORDS:
            continue
        said, source = Span(*form.span("said")), Span(*form.span("source"))
        if any(span.overlaps(source) for a in found for span in a.spans):
            continue
        aloud = form["mark"] != ":" or any(mark in form["said"] for mark in _QUOTES)
        last = source.of(text).split()[-1]
        if (act := _act(text, source)) or (aloud and last in named):
            out.append(Attribution(source, (), (said,), act={act or "say": 1.0}, score=_SURE))
    return out


def _lines(report: Report) -> Iterator[Span]:
    for block in report.blocks:
        if block.role in _ROLES:
            for match in _LINE.finditer(report.text, block.span.begin, block.span.end):
                bullet = _BULLET.match(report.text, match.start(), match.end())
                yield Span(bullet.end() if bullet else match.start(), match.end())


def _act(text: str, source: Span) -> str | None:
    """What a medium or a noun for those who are cited does; None where the words are neither."""
    words = source.of(text).split()
    if len(words) > _LONGEST_SOURCE:
        return None
    if words[-1].lower() in CITABLE:
        return "report" if words[-1].lower() in _REPORTS else "say"
    ends = (medium.span for medium in outlets(text))
    return "report" if any(span.begin <= source.begin + 4 and span.end == source.end for span in ends) else None
