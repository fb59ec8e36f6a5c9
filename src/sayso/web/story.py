"""A story made ready for its page: claims with their origins, families, altered quotations, what was dropped.

Every item slices its words out of the readings, so that each cell of the page quotes and leads to its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.trace.types import (
    Claim,
    Copy,
    Correction,
    Family,
    Figure,
    Location,
    Quotation,
    QuotationChange,
    StatementAt,
    Trace,
)  # fmt: skip
from sayso.types import Reading, Report, Span, Statement
from sayso.web.differing import HARMLESS, Piece, pieces, telling

_DOUBTS = ("unverified", "disputed", "declined")
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
    """``said`` and ``denied`` have the same words once; ``kin``: the families of text that tell it. ``leading``: how
    many reports tell it before their first paragraph ends. ``acts``: the most frequent first. ``through``: relays, with
    the number of reports that name them. ``doubts``: what else reports say of it, as status and words.
    """

    claim: Claim
    said: tuple[Quote, ...]
    denied: tuple[Quote, ...]
    reports: int
    kin: tuple[Kin, ...]
    leading: int
    acts: tuple[str, ...]
    through: tuple[tuple[str, int], ...]
    doubts: tuple[tuple[str, Quote], ...]

    @property
    def originators(self) -> tuple[str, ...]:
        """Without the marks of a list that can stand before a name."""
        return tuple(dict.fromkeys(name.lstrip("•·*–—- ") or name for name in self.claim.originators))

    @property
    def families(self) -> int:
        return len(self.kin)

    @property
    def contested(self) -> bool:
        return bool(self.denied) or self.claim.stands in ("denied", "disputed", "unverified")


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
        who = None
        if source:
            mention = source.mention.of(self.report(at.report).text) if source.mention else None
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
        return Quote(span.of(found.text), href, found.outlet or "outlet unknown", published, who)

    def claims(self) -> list[ToldClaim]:
        """The central claim first: the one that most reports lead with; then the most widely told."""
        made = [self._claim(claim) for claim in self.trace.claims]
        made.sort(key=lambda c: (-c.reports, -len(c.denied), c.claim.id))
        first = max(made, key=lambda c: (c.leading, c.reports, c.families), default=None)
        return [first, *(c for c in made if c is not first)] if first else []

    def _claim(self, claim: Claim) -> ToldClaim:
        reports = {at.report for at in claim.statements}
        families = {self._family[report]: None for report in sorted(reports) if report in self._family}
        return ToldClaim(
            claim, gathered(map(self.quote, claim.statements)), gathered(map(self.quote, claim.denied_by)),
            len(reports), tuple(self._kin[family] for family in families if family in self._kin),
            len({at.report for at in claim.statements if at.span.begin < self._lead(at.report)}),
            self._acts(claim), self._through(claim), self._doubts(claim),
        )  # fmt: skip

    def _lead(self, report: str) -> int:
        """Where the first paragraph ends."""
        return next((b.span.end for b in self.report(report).blocks if b.role == "paragraph"), 0)

    def _acts(self, claim: Claim) -> tuple[str, ...]:
        acts = Counter(s.act for at in claim.statements if (s := self.statement(at)))
        return tuple(act for act, _ in acts.most_common())

    def _through(self, claim: Claim) -> tuple[tuple[str, int], ...]:
        named = {(at.report, hop.name) for at in claim.statements if (s := self.statement(at)) for hop in s.via}
        return tuple(Counter(name for _, name in sorted(named)).most_common())

    def _doubts(self, claim: Claim) -> tuple[tuple[str, Quote], ...]:
        found = [
            (standing.status, self.words(Location(at.report, standing.span)))
            for at in claim.statements if (s := self.statement(at)) for standing in s.standing
            if standing.status in _DOUBTS
        ]  # fmt: skip
        return tuple((status, quote) for status in _DOUBTS
                     for quote in gathered(q for each, q in found if each == status))  # fmt: skip

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

    def altered(self) -> tuple[list[Altered], list[Altered]]:
        """Each alteration once, with all who carry it, the weightiest kinds first; harmless differences left out. Then
        the other pairs of the same quotations, which tell nothing new.
        """
        seen: dict[tuple[str, str], Altered] = {}
        main: set[tuple[str, str]] = set()
        original = {copy.report: copy.of for copy in self.trace.copies}
        for quotation in self.trace.quotations:
            chosen = telling(quotation, original)
            for change in quotation.changes:
                if change.change in HARMLESS:
                    continue
                made = self._altered(quotation, change)
                key = (made.a.words, made.b.words)
                if change in chosen:
                    main.add(key)
                seen[key] = replace(seen[key], a=_and(seen[key].a, made.a), b=_and(seen[key].b, made.b)) if (
                    key in seen
                ) else made  # fmt: skip
        order = sorted(
            seen.items(), key=lambda x: _WEIGHT.index(x[1].change) if x[1].change in _WEIGHT else len(_WEIGHT)
        )
        return [made for key, made in order if key in main], [made for key, made in order if key not in main]

    def _altered(self, quotation: Quotation, change: QuotationChange) -> Altered:
        edits = [edit for edit in change.edits if edit.kind not in HARMLESS]
        return Altered(
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
