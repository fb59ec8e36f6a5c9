"""Sources that nothing but a mark parts from their words: "Bridge unsafe – survey"; "Engineer Tor Ask: “It holds.”"

The tagger looks for a cue; here the mark is all there is. At the end of a headline or bullet a source is a medium named
in the text, a noun for those who are cited, or the name of someone whom the report has as a source elsewhere; before
a colon and a quotation it is a name, with what the bearer is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.attribution.outlets import outlets
from sayso.attribution.passages import Passages
from sayso.attribution.relayed import CITABLE
from sayso.patterns import kept
from sayso.report.marks import Quotation
from sayso.tagger.spans import Attribution
from sayso.types import Report, Span

#: Blocks whose lines are headlines; a body paragraph that ends so is a caption or an aside.
_ROLES = frozenset(["headline", "deck", "subhead"])
_LINE = kept(r"[^\n]+")
_BULLET = kept(r"\s*(?:[•·‣▪●*]|[-–—](?=\s))?\s*")
_FORM = kept(r"(?P<said>.*\S)(?P<mark>\s+[–—-]{1,2}|:)\s+(?P<source>[^–—:;?!,]{2,50}?)[\s.]*$")
_QUOTES = "\"“”‘’'"
_LONGEST_SOURCE, _FEWEST_WORDS = 5, 3  # words
_REPORTS = frozenset(["report", "reports", "survey", "poll", "study", "media", "newspaper", "newspapers"])
#: Surer than what is withheld, less sure than a cue.
_SURE = 0.6


_NAME = kept(
    r"(?:(?!(?:is|are|was|were|has|had|says|said|will)\b)[\w’'.-]+,?\s+){0,6}[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){1,2}(?:,\s\d\d)?,?"
)


def announced(
    report: Report,
    found: Sequence[Attribution],
    quotations: Sequence[Quotation],
    where: Passages,
    page: Sequence[Span],
) -> list[Attribution]:
    """Quotations after a name and a colon that are no part of ``found``; ``page``: words that are the page's own."""
    text, out = report.text, []
    for quotation in (q for q in quotations if q.depth == 0):
        colon = text[: quotation.span.begin].rstrip()
        begin = where.sentence(quotation.span.begin - 1).begin if colon.endswith(":") else len(colon)
        begin = max([begin, *(own.end for own in page if own.overlaps(Span(begin, len(colon))))])
        source = Span(begin, len(colon) - 1)
        if begin >= len(colon) - 1 or not _NAME.fullmatch(text, *source):
            continue
        if not any(span.overlaps(quotation.span) for a in found for span in a.spans):
            out.append(Attribution(source, (), (quotation.span,), score=_SURE))
    return out


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
