"""Words to values for every statement: when and where it was made, and the dates, amounts and places it speaks of."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.attribution.leaning import Seen, leaning
from sayso.attribution.meaning import statement_id
from sayso.attribution.passages import Passages
from sayso.grounding.amounts import find_amounts
from sayso.grounding.dates import find_dates, utterance_dates
from sayso.grounding.dates.vague import vague_time
from sayso.grounding.places.finding import find_places
from sayso.grounding.places.resolving import Hints, resolve
from sayso.patterns import kept
from sayso.tagger.spans import Attribution
from sayso.types import Amount, DateRange, Derivation, Place, Report, Span

#: Between cue and place in "said during a visit to Tarn", "told a conference in Tarn".
_THERE = kept(r"(?:\b(?:in|at|from|to)\s+(?:the\s+)?)\Z", re.IGNORECASE)


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
    report: Report,
    found: Sequence[Attribution],
    sources: Sequence[str],
    where: Passages,
    day: datetime.date | None,
    seen: Seen | None = None,
) -> Grounded:
    """``sources``: the id of each attribution's source: a day carries on with it; ``day``: the report's; ``seen``: what
    the tagger's vectors tell of them, where it is known."""
    text = report.text
    dates = find_dates(text, day)
    amounts = find_amounts(text, skip=[d.span for d in dates])
    hints = Hints(report.outlet or report.url, report.dateline.places if report.dateline else ())
    places = resolve([mention.span for mention in find_places(text)], text, hints)
    said = utterance_dates(text, found, sources, dates, day, leaning("days", seen))
    at_dates, at_amounts = _Row([d.span for d in dates]), _Row([a.span for a in amounts])
    at_places = _Row([p.place.span for p in places])
    out, because = [], []
    for index, (attribution, when) in enumerate(zip(found, said, strict=True)):
        inside, id_ = attribution.content, statement_id(index)
        if when is None and attribution.cue:
            sentence = where.sentence(attribution.cue[0].begin)
            when = vague_time(text, attribution, [dates[i] for i in at_dates.within((sentence,))], sentence)
        of_dates = [dates[i] for i in at_dates.within(inside)]
        of_amounts = [amounts[i] for i in at_amounts.within(inside)]
        of_places = [places[i] for i in at_places.within(inside)]
        here = _where(text, attribution, at_places, where)
        place = places[here].place if here is not None else None
        out.append(
            Ground(
                when=when,
                where=place,
                dates=tuple(d.range for d in of_dates),
                amounts=tuple(a.amount for a in of_amounts),
                places=tuple(p.place for p in of_places),
            )
        )
        if when:
            rule = "utterance date model" if when.start else "words beside the cue"
            because.append(Derivation(id_, "when", rule, when.span))
        if place:
            because.append(Derivation(id_, "where", "place beside the cue", place.span))
        because += [Derivation(id_, "dates", d.rule, d.span) for d in of_dates]
        because += [Derivation(id_, "amounts", a.rule, a.span) for a in of_amounts]
        because += [Derivation(id_, "places", p.rule, p.place.span) for p in of_places]
    return Grounded(tuple(out), tuple(because))


class _Row:
    """Disjoint spans in text order, asked for those of a stretch of the text, by number."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self._begins = [span.begin for span in spans]

    def between(self, begin: int, end: int) -> Iterator[int]:
        number = bisect_left(self._begins, begin)
        while number < len(self.spans) and self.spans[number].end <= end:
            yield number
            number += 1

    def within(self, content: Sequence[Span]) -> list[int]:
        return [number for begin, end in content for number in self.between(begin, end)]


def _where(text: str, attribution: Attribution, places: _Row, where: Passages) -> int | None:
    """The place of the utterance: in the cue's sentence, after the cue, outside the content, with a preposition."""
    if not attribution.cue:
        return None
    cue = attribution.cue[-1]
    for number in places.between(cue.end, where.sentence(cue.begin).end):
        between = Span(cue.end, places.spans[number].begin)
        held = any(piece.contains(places.spans[number]) or between.overlaps(piece) for piece in attribution.content)
        if not held and _THERE.search(between.of(text)):
            return number
    return None
