"""Attributions to statements: the whole way from spans to sources, chains, acts, links and grounded values, one screen.

tagger's spans → quotation marks settled → sources → chain, act, firmness, links, standing → dates, amounts, places.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sayso.attribution import confidence, edges, quoting
from sayso.attribution.grounded import Ground, ground
from sayso.attribution.headlines import announced, headlines
from sayso.attribution.interviews import answers, is_answer
from sayso.attribution.leaning import look
from sayso.attribution.meaning import Meaning, meanings, statement_id
from sayso.attribution.mutual import mutual
from sayso.attribution.passages import Passages, passages
from sayso.attribution.refusals import refusals
from sayso.attribution.relayed import relayed
from sayso.attribution.sources.resolve import resolve
from sayso.attribution.subjects import subjects
from sayso.patterns import kept
from sayso.report.marks import Quotation, quotations
from sayso.tagger.spans import Attribution
from sayso.tagger.words import Words
from sayso.types import Derivation, Note, Report, Source, SourceRef, Span, Statement

#: "Nobody believes the account": said by nobody.
_NOBODY = kept(r"no[ -]?one|nobody|none", re.IGNORECASE)
Judge = Callable[[Sequence[Statement], Sequence[Attribution], Sequence[float]], Sequence[Statement]]
Listed = Callable[[Sequence[Statement], Sequence[Attribution]], Sequence[Statement]]


@dataclass(frozen=True, slots=True)
class Attributed:
    """All that is known of a report's statements; ``report`` has the notes on them added to its own."""

    report: Report
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    derivations: tuple[Derivation, ...]


def attribute(
    report: Report,
    tagged: Sequence[Attribution],
    day: datetime.date | None,
    judge: Judge = confidence.judge,
    listed: Listed = confidence.listed,
    words: Words | None = None,
) -> Attributed:
    """The statements of ``report`` from what the tagger found in it, in text order; ``day`` is the report's.

    ``judge`` gives the statements their confidence, ``listed`` keeps those sure enough, and the words of the others are
    noted; calibration puts its own in their place. ``words``: the tagger's vectors of the report's words.
    """
    marks = quotations(report.text, report.blocks)
    where = passages(report)
    found = found_in(report, tagged, marks, where)
    resolved = resolve(report, found)
    seen = None if words is None else look(found, words)
    meant = meanings(report, found, resolved.refs, where, marks, seen)
    grounded = ground(report, found, [ref.id for ref in resolved.refs], where, day, seen)
    statements = [
        _statement(report, where, marks, *row)
        for row in zip(range(len(found)), found, resolved.refs, meant.statements, grounded.statements, strict=True)
    ]
    sure = confidence.carried(found, resolved.refs, resolved.confidence, marks)
    judged = judge(statements, found, sure)
    kept = listed(judged, found)
    doubts = [_doubt(report, statement) for statement in judged if statement not in kept]
    shown, sources = confidence.withheld(kept, resolved.sources)
    notes = tuple(sorted({*report.notes, *meant.notes, *doubts}, key=_place))
    derivations = (*resolved.derivations, *meant.derivations, *grounded.derivations)
    known = {None, *(s.id for s in shown), *(source.id for source in sources)}
    made = tuple(derivation for derivation in derivations if derivation.statement in known)
    return Attributed(replace(report, notes=notes), sources, shown, made)


def found_in(
    report: Report, tagged: Sequence[Attribution], marks: Sequence[Quotation], where: Passages
) -> list[Attribution]:
    """What the tagger found with quotation marks, relays' forms and continued quotations settled, in text order."""
    paragraphs = [block.span for block in report.blocks if block.role == "paragraph"]
    said = [a for a in tagged if a.source is None or not _NOBODY.fullmatch(a.source.of(report.text))]
    formed = relayed(report.text, quoting.split(report.text, subjects(report.text, said, where)), where)
    formed = refusals(report.text, mutual(report.text, formed, where), where, marks)
    page = [*([report.dateline.span] if report.dateline else []), *quoting.clocks(report.text, paragraphs)]
    settled = quoting.settle(report.text, edges.trim(report.text, formed, marks), marks, page)
    settled += quoting.continued(report.text, paragraphs, settled, marks)
    settled += [*headlines(report, settled), *announced(report, settled, marks, where, page)]
    settled += answers(report, settled)
    return sorted(settled, key=lambda a: (a.begin, a.end))


def _statement(
    report: Report,
    where: Passages,
    marks: Sequence[Quotation],
    index: int,
    attribution: Attribution,
    ref: SourceRef,
    meaning: Meaning,
    values: Ground,
) -> Statement:
    return Statement(
        id=statement_id(index),
        parent=meaning.parent,
        extent=Span(where.sentence(attribution.begin).begin, _end(where, attribution)),
        content=attribution.content,
        cue=attribution.cue,
        kind="direct" if is_answer(report.text, attribution) else quoting.kind(report.text, attribution.content, marks),
        how=attribution.how,
        source=ref,
        via=meaning.via,
        channel=meaning.channel,
        act=meaning.act,
        negated=meaning.negated,
        firmness=meaning.firmness,
        about=meaning.about,
        standing=meaning.standing,
        when=values.when,
        where=values.where,
        dates=values.dates,
        amounts=values.amounts,
        places=values.places,
        confidence=attribution.score,
    )


def _doubt(report: Report, statement: Statement) -> Note:
    span = statement.content[0]
    return Note("doubtful-statement", span, f"Perhaps a statement, too unsure to be listed: “{span.of(report.text)}”")


def _end(where: Passages, attribution: Attribution) -> int:
    return max(attribution.end, where.sentence(max(attribution.begin, attribution.end - 1)).end)


def _place(note: Note) -> tuple[int, int, str]:
    return (note.span.begin, note.span.end, note.code) if note.span else (-1, -1, note.code)
