"""Words to values for every statement: when and where it was made, and the dates, amounts and places it speaks of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.attribution.meaning import statement_id
from sayso.attribution.passages import Passages
from sayso.grounding.amounts import find_amounts
from sayso.grounding.dates import find_dates, utterance_dates
from sayso.grounding.places.finding import find_places
from sayso.grounding.places.resolving import Hints, resolve
from sayso.tagger.spans import Attribution
from sayso.types import Amount, DateRange, Derivation, Place, Report, Span

#: Between cue and place in "said during a visit to Tarn", "told a conference in Tarn".
_THERE = re.compile(r"(?:\b(?:in|at|from|to)\s+(?:the\s+)?)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ground:
    """The values of one statement."""

    when: DateRange | None
    where: Place | None
    dates: tuple[DateRange, ...]
    amounts: tuple[Amount, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Grounded:
    """``statements`` by index with the attributions given."""

    statements: tuple[Ground, ...]
    derivations: tuple[Derivation, ...]


def ground(
    report: Report, found: Sequence[Attribution], sources: Sequence[str], where: Passages, day: datetime.date | None
) -> Grounded:
    """``sources``: the id of each attribution's source: a day carries on with it; ``day``: the report's."""
    text = report.text
    dates = find_dates(text, day)
    amounts = find_amounts(text, skip=[d.span for d in dates])
    hints = Hints(report.outlet or report.url, report.dateline.places if report.dateline else ())
    places = resolve([mention.span for mention in find_places(text)], text, hints)
    said = utterance_dates(text, found, sources, dates, day)
    out, because = [], []
    for index, (attribution, when) in enumerate(zip(found, said, strict=True)):
        inside, id_ = attribution.content, statement_id(index)
        of_dates = [d for d in dates if _within(d.span, inside)]
        of_amounts = [a for a in amounts if _within(a.span, inside)]
        of_places = [p for p in places if _within(p.place.span, inside)]
        here = _where(text, attribution, [p.place for p in places], where)
        out.append(
            Ground(
                when=when,
                where=here,
                dates=tuple(d.range for d in of_dates),
                amounts=tuple(a.amount for a in of_amounts),
                places=tuple(p.place for p in of_places),
            )
        )
        if when:
            because.append(Derivation(id_, "when", "utterance date model", when.span))
        if here:
            because.append(Derivation(id_, "where", "place beside the cue", here.span))
        because += [Derivation(id_, "dates", d.rule, d.span) for d in of_dates]
        because += [Derivation(id_, "amounts", a.rule, a.span) for a in of_amounts]
        because += [Derivation(id_, "places", p.rule, p.place.span) for p in of_places]
    return Grounded(tuple(out), tuple(because))


def _within(span: Span, content: Sequence[Span]) -> bool:
    begin, end = span
    for first, last in content:  # noqa: SIM110 - asked so often that a generator counts
        if first <= begin and end <= last:
            return True
    return False


def _where(text: str, attribution: Attribution, places: Sequence[Place], where: Passages) -> Place | None:
    """The place of the utterance: in the cue's sentence, after the cue, outside the content, with a preposition."""
    if not attribution.cue:
        return None
    cue = attribution.cue[-1]
    sentence = where.sentence(cue.begin)
    for place in places:
        if not (cue.end <= place.span.begin and place.span.end <= sentence.end):
            continue
        if not _within(place.span, attribution.content):
            between = Span(cue.end, place.span.begin)
            if not any(between.overlaps(c) for c in attribution.content) and _THERE.search(between.of(text)):
                return place
    return None
