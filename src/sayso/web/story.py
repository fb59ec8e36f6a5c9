"""A story made ready for its page: claims with their origins, families, altered quotations, what was dropped.

Every item slices its words out of the readings, so that each cell of the page quotes and leads to its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.trace import called
from sayso.trace.types import (
    Claim,
    Copy,
    Correction,
    Figure,
    Location,
    Quotation,
    QuotationChange,
    StatementAt,
    Trace,
)  # fmt: skip
from sayso.types import Reading, Report, Span, Statement
from sayso.web.differing import HARMLESS, telling
from sayso.web.told import Altered, Kin, Quote, ToldClaim

_WEIGHT = ("reversal", "wrong-speaker", "substitution", "insertion", "omission", "cut-off")


class Told:
    """A trace with the readings it is about, by report id."""

    def __init__(self, trace: Trace, readings: Mapping[str, Reading]) -> None:
        self.trace, self.readings = trace, readings
        self.names = called.names(
            [each.report for each in readings.values()], called.files_of(readings.values()), dated=True
        )
        self._statements = {(r, s.id): s for r, reading in readings.items() for s in reading.statements}
        self.kin = {kin.family.id: kin for kin in self._families()}
        self._family = {report: family.id for family in trace.families for report in family.reports}
        self._leads = {report: _lead(reading.report) for report, reading in readings.items()}

    def report(self, report: str) -> Report:
        return self.readings[report].report

    def text(self, report: str) -> str:
        return self.report(report).text

    def statement(self, at: StatementAt) -> Statement | None:
        return self._statements.get((at.report, at.statement))

    def quote(self, at: StatementAt) -> Quote:
        statement = self.statement(at)
        source = statement.source if statement else None
        who = None
        if source:
            mention = source.mention.of(self.text(at.report)) if source.mention else None
            who = source.name or source.title or mention or "source not known"
        return self._quote(at.report, at.span, f"?at={at.statement}#{at.statement}", who)

    def words(self, at: Location) -> Quote:
        own = [s for s in self.readings[at.report].statements if any(c.overlaps(at.span) for c in s.content)]
        inner = min(own, key=lambda s: s.content[-1].end - s.content[0].begin, default=None)
        return self._quote(at.report, at.span, f"?at={inner.id}#{inner.id}" if inner else "", None)

    def _quote(self, report: str, span: Span, rest: str, who: str | None) -> Quote:
        found = self.report(report)
        published = found.published.value if found.published else None
        href = f"/reports/{report.removeprefix('sha256:')[:12]}{rest}"
        return Quote(span.of(found.text), href, self.names[report], published, who)

    def claims(self) -> list[ToldClaim]:
        """The central claim first: the one that most reports lead with; then the most widely told."""
        made = [self._claim(claim) for claim in self.trace.claims]
        made.sort(key=lambda c: (-c.reports, -len(c.claim.denied_by), c.claim.id))
        first = max(made, key=lambda c: (c.leading, c.reports, c.families), default=None)
        return [first, *(c for c in made if c is not first)] if first else []

    def _claim(self, claim: Claim) -> ToldClaim:
        return ToldClaim(
            claim, self, len({at.report for at in claim.statements}), len(self.families_of(claim)),
            len({at.report for at in claim.statements if at.span.begin < self._leads[at.report]}),
        )  # fmt: skip

    def families_of(self, claim: Claim) -> list[str]:
        """Ids of the families of text that tell a claim."""
        reports = sorted({at.report for at in claim.statements})
        return list(dict.fromkeys(self._family[report] for report in reports if report in self._family))

    def families(self) -> list[Kin]:
        return sorted(self.kin.values(), key=lambda kin: -len(kin.members))

    def _families(self) -> Iterable[Kin]:
        copies: dict[str, Copy] = {}
        for copy in self.trace.copies:
            if copy.report not in copies or copy.coverage > copies[copy.report].coverage:
                copies[copy.report] = copy
        for family in self.trace.families:
            origin = family.origin
            first = self.report((origin and origin.report) or family.reports[0])
            name = (origin and origin.agency) or self.names[first.id]
            yield Kin(family, name, tuple((self.report(r), copies.get(r)) for r in family.reports))

    def altered(self) -> tuple[list[Altered], list[Altered]]:
        """Each alteration once, with all who carry it, the weightiest kinds first; harmless differences left out. Then
        the other pairs of the same quotations, which tell nothing new.
        """
        places: dict[tuple[str, str], list[tuple[Location, Location]]] = {}
        first: dict[tuple[str, str], tuple[Quotation, QuotationChange]] = {}
        main: set[tuple[str, str]] = set()
        original = {copy.report: copy.of for copy in self.trace.copies}
        for quotation in self.trace.quotations:
            chosen = set(map(id, telling(quotation, original)))
            for change in quotation.changes:
                if change.change in HARMLESS:
                    continue
                key = (change.a.span.of(self.text(change.a.report)), change.b.span.of(self.text(change.b.report)))
                first.setdefault(key, (quotation, change))
                places.setdefault(key, []).append((change.a, change.b))
                if id(change) in chosen:
                    main.add(key)
        made = [
            (key in main, Altered(self, quotation.speaker or "speaker not known", change, tuple(places[key])))
            for key, (quotation, change) in first.items()
        ]
        made.sort(key=lambda x: _WEIGHT.index(x[1].change) if x[1].change in _WEIGHT else len(_WEIGHT))
        return [each for tells, each in made if tells], [each for tells, each in made if not tells]

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
            if figure.differs:
                values = sorted(figure.values, key=lambda v: v.at or "")
                rows = [
                    (v.value, f"{v.value:,.10g}" + (f" {v.unit}" if v.unit else ""), v.at,
                     self.quote(StatementAt(v.report, v.statement, v.span)))
                    for v in values
                ]  # fmt: skip
                out.append((figure, rows))
        return out


def _lead(report: Report) -> int:
    """Where the first paragraph ends."""
    return next((b.span.end for b in report.blocks if b.role == "paragraph"), 0)


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
