"""A story made ready for its page: claims with their origins, families, altered quotations, what was dropped.

Every item slices its words out of the readings, so that each cell of the page quotes and leads to its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.trace.types import Claim, Copy, Correction, Family, Figure, Location, Quotation, StatementAt, Trace
from sayso.types import Reading, Report, Span, Statement

_HARMLESS = ("same", "harmless")
_WEIGHT = ("reversal", "wrong-speaker", "substitution", "insertion", "omission", "cut-off")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report with the address of their place; ``who`` is the source, where a statement says so; ``also``:
    the same words by the same source elsewhere.
    """

    words: str
    href: str
    outlet: str
    published: str | None
    who: str | None
    also: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Kin:
    """A family of texts: the report it began with and what became of it in the others."""

    family: Family
    origin: str
    members: tuple[tuple[Report, Copy | None], ...]


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """``said`` and ``denied`` have the same words once; ``kin``: the families of text that tell it."""

    claim: Claim
    said: tuple[Quote, ...]
    denied: tuple[Quote, ...]
    reports: int
    kin: tuple[Kin, ...]

    @property
    def families(self) -> int:
        return len(self.kin)

    @property
    def contested(self) -> bool:
        return bool(self.denied) or self.claim.stands in ("denied", "disputed", "unverified")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation; ``edit`` names the difference that it is part of."""

    text: str
    edit: str | None


@dataclass(frozen=True, slots=True)
class Altered:
    speaker: str
    change: str
    a: Quote
    b: Quote
    a_pieces: tuple[Piece, ...]
    b_pieces: tuple[Piece, ...]


class Told:
    """A trace with the readings it is about, by report id."""

    def __init__(self, trace: Trace, readings: Mapping[str, Reading]) -> None:
        self.trace, self.readings = trace, readings
        self._statements = {(r, s.id): s for r, reading in readings.items() for s in reading.statements}
        self._kin = {kin.family.id: kin for kin in self._families()}
        self._family = {report: family.id for family in trace.families for report in family.reports}

    def report(self, report: str) -> Report:
        return self.readings[report].report

    def statement(self, at: StatementAt) -> Statement | None:
        return self._statements.get((at.report, at.statement))

    def quote(self, at: StatementAt) -> Quote:
        statement = self.statement(at)
        source = statement.source if statement else None
        who = (source.name or source.title or source.type) if source else None
        return self._quote(at.report, at.span, f"?at={at.statement}#{at.statement}", who)

    def words(self, at: Location) -> Quote:
        return self._quote(at.report, at.span, "", None)

    def _quote(self, report: str, span: Span, rest: str, who: str | None) -> Quote:
        found = self.report(report)
        published = found.published.value if found.published else None
        href = f"/reports/{report.removeprefix('sha256:')[:12]}{rest}"
        return Quote(span.of(found.text), href, found.outlet or "outlet unknown", published, who)

    def claims(self) -> list[ToldClaim]:
        """The most widely told first."""
        made = [self._claim(claim) for claim in self.trace.claims]
        return sorted(made, key=lambda c: (-c.reports, -len(c.denied), c.claim.id))

    def _claim(self, claim: Claim) -> ToldClaim:
        reports = {at.report for at in claim.statements}
        families = {self._family[report]: None for report in sorted(reports) if report in self._family}
        return ToldClaim(
            claim, gathered(map(self.quote, claim.statements)), gathered(map(self.quote, claim.denied_by)),
            len(reports), tuple(self._kin[family] for family in families if family in self._kin),
        )  # fmt: skip

    def families(self) -> list[Kin]:
        return sorted(self._kin.values(), key=lambda kin: -len(kin.members))

    def _families(self) -> Iterable[Kin]:
        copies: dict[str, Copy] = {}
        for copy in self.trace.copies:
            if copy.report not in copies or copy.coverage > copies[copy.report].coverage:
                copies[copy.report] = copy
        for family in self.trace.families:
            origin = family.origin
            first = self.report((origin and origin.report) or family.reports[0])
            name = (origin and origin.agency) or first.outlet or "outlet unknown"
            yield Kin(family, name, tuple((self.report(r), copies.get(r)) for r in family.reports))

    def altered(self) -> list[Altered]:
        """Each alteration once, with all who carry it; the weightiest kinds first; harmless differences left out."""
        seen: dict[tuple[str, str], Altered] = {}
        for quotation in self.trace.quotations:
            for made in self._altered(quotation):
                key = (made.a.words, made.b.words)
                seen[key] = replace(seen[key], a=_and(seen[key].a, made.a), b=_and(seen[key].b, made.b)) if (
                    key in seen
                ) else made  # fmt: skip
        return sorted(seen.values(), key=lambda a: _WEIGHT.index(a.change) if a.change in _WEIGHT else len(_WEIGHT))

    def _altered(self, quotation: Quotation) -> Iterable[Altered]:
        for change in quotation.changes:
            if change.change in _HARMLESS:
                continue
            edits = [edit for edit in change.edits if edit.kind not in _HARMLESS]
            yield Altered(
                quotation.speaker or "speaker not known", change.change, self.words(change.a), self.words(change.b),
                pieces(self.report(change.a.report).text, change.a.span, [(e.a, e.kind) for e in edits]),
                pieces(self.report(change.b.report).text, change.b.span, [(e.b, e.kind) for e in edits]),
            )  # fmt: skip

    def caveats(self) -> list[tuple[Quote, list[Report]]]:
        out: dict[Location, list[Report]] = {}
        for dropped in self.trace.dropped_caveats:
            out.setdefault(dropped.earlier, []).append(self.report(dropped.later))
        return [(self.words(earlier), later) for earlier, later in out.items()]

    def corrections(self) -> list[tuple[Correction, Quote, Quote | None, list[Report]]]:
        return [
            (c, self.words(c.notice), self.words(c.corrects) if c.corrects else None,
             [self.report(r) for r in c.still_carried_by])
            for c in self.trace.corrections
        ]  # fmt: skip

    def figures(self) -> list[tuple[Figure, list[tuple[float, str, str | None, Quote]]]]:
        """Those whose values differ; each value as number and as text, with its day and its words, in order of time."""
        out = []
        for figure in self.trace.figures:
            if len({value.value for value in figure.values}) > 1:
                values = sorted(figure.values, key=lambda v: v.at or "")
                rows = [
                    (v.value, f"{v.value:,.10g}" + (f" {v.unit}" if v.unit else ""), v.at,
                     self.quote(StatementAt(v.report, v.statement, v.span)))
                    for v in values
                ]  # fmt: skip
                out.append((figure, rows))
        return out


def mentioned(trace: Trace) -> set[str]:
    """Reports whose words the page of this trace quotes."""
    out = {report.id for report in trace.reports}
    for claim in trace.claims:
        out |= {at.report for at in (*claim.statements, *claim.denied_by)}
        out |= {at.report for join in claim.because for at in join.places}
    out |= {at.report for quotation in trace.quotations for change in quotation.changes for at in (change.a, change.b)}
    out |= {report for family in trace.families for report in family.reports}
    out |= {origin.report for family in trace.families if (origin := family.origin) and origin.report}
    out |= {value.report for figure in trace.figures for value in figure.values}
    for dropped in trace.dropped_caveats:
        out |= {dropped.earlier.report, dropped.later}
    for c in trace.corrections:
        out |= {c.notice.report, *c.still_carried_by, *([c.corrects.report] if c.corrects else [])}
    return out


def gathered(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Equal words of equal sources once, the others beside the first."""
    seen: dict[tuple[str | None, str], Quote] = {}
    for quote in quotes:
        key = (quote.who, " ".join(quote.words.casefold().split()))
        seen[key] = _and(seen[key], quote) if key in seen else quote
    return tuple(seen.values())


def _and(one: Quote, other: Quote) -> Quote:
    known = {one.href, *(each.href for each in one.also)}
    return one if other.href in known else replace(one, also=(*one.also, other))


def pieces(text: str, span: Span, edits: Sequence[tuple[Span, str]]) -> tuple[Piece, ...]:
    """The words of ``span`` cut where edits begin and end; an edit without words on this side shows as a gap."""
    out: list[Piece] = []
    at = span.begin
    for edit, kind in sorted(edits):
        begin = min(max(edit.begin, at), span.end)
        end = min(edit.end, span.end)
        if begin > at:
            out.append(Piece(text[at:begin], None))
        if end >= begin:
            out.append(Piece(text[begin:end], kind))
            at = end
    if at < span.end:
        out.append(Piece(text[at : span.end], None))
    return tuple(out)
