"""A trace for people on a terminal: what was copied, altered, claimed and by how many, and what was dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.cli._trace_items import changed
from sayso.quoted import quoted, shortened
from sayso.trace import called
from sayso.trace.figures import disagreeing
from sayso.trace.types import Claim, FigureValue, Location, Trace

_WORDS = 90  # characters of a denial
_MOST = 20  # claims shown; --json has all


def show(
    trace: Trace,
    console: Console,
    texts: Mapping[str, str],
    names: Mapping[str, str] | None = None,
    files: Mapping[str, str] | None = None,
) -> None:
    """Print one trace; every place is given as outlet or file (or by ``names``) and offsets into ``texts``, by report.
    ``files``: the names of those that the reports were read from."""
    page = _Page(trace, console, texts, names, files or {})
    page.reports()
    page.families()
    page.claims()
    page.quotations()
    page.figures()
    page.caveats()


class _Page:
    def __init__(
        self,
        trace: Trace,
        console: Console,
        texts: Mapping[str, str],
        names: Mapping[str, str] | None,
        files: Mapping[str, str],
    ) -> None:
        self._trace, self._console, self._texts = trace, console, texts
        self._names = names or called.names(trace.reports, files)
        self._lettered, self._files = names is not None, files

    def _title(self, text: str) -> None:
        self._console.print()
        self._console.print(Text(text, style="bold"))

    def _line(self, text: str, style: str = "", indent: int = 2) -> None:
        self._console.print(Padding(Text(text, style=style), (0, 0, 0, indent)))

    def _at(self, place: Location) -> str:
        return f"{self._names[place.report]} [{place.span.begin}:{place.span.end}]"

    def reports(self) -> None:
        trace = self._trace
        counted = ", ".join(
            f"{len(of)} {one if len(of) == 1 else many}"
            for of, one, many in ((trace.reports, "report", "reports"), (trace.families, "text", "texts"),
                                  (trace.stories, "story", "stories"))
        )  # fmt: skip
        self._console.print(Text(counted, "bold"))
        for report in trace.reports:
            facts = [report.published or "undated", self._names[report.id], report.headline or ""]
            if self._lettered:  # a letter says nothing of the outlet
                facts.insert(2, called.called(report, self._files.get(report.id)))
            facts = list(dict.fromkeys(filter(None, facts)))
            self._line("  ".join(facts), "dim")

    def families(self) -> None:
        if not self._trace.copies and not self._trace.cites:
            return
        self._title("Who has it from whom")
        for copy in self._trace.copies:
            how = {"none": "reprints", "cut": "cuts", "light": "edits", "spun": "rewords"}[copy.alteration]
            part = " in part" if copy.partial else ""
            self._line(
                f"{self._names[copy.report]} {how} {self._names[copy.of]}{part} "
                f"({'; '.join(filter(None, (f'{copy.coverage:.0%} of its words', ', '.join(copy.because))))})"
            )
        for report, names in self._credited().items():
            self._line(f"{self._names[report]} credits {', '.join(names)}")

    def _credited(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for cite in self._trace.cites:
            name = self._names[cite.cites.report] if cite.cites.report else cite.cites.name or ""
            if name not in found.setdefault(cite.report, []):
                found[cite.report].append(name)
        return found

    def claims(self) -> None:
        told = [c for c in self._trace.claims if len({s.report for s in c.statements}) > 1 or c.denied_by]
        if not told:
            return
        self._title("Claims, and how many independent origins they have")
        for claim in told[:_MOST]:
            self._claim(claim)
        if len(told) > _MOST:
            self._line(f"… and {len(told) - _MOST} more (--json)", "dim")

    def _claim(self, claim: Claim) -> None:
        count, reports = claim.independent_origins, len({s.report for s in claim.statements})
        spread = f" ({count.low} to {count.high})" if count.low != count.high else ""
        origins = f"{count.value}{spread} {'origin' if count.value == 1 else 'origins'}"
        of = f"{reports} {'report' if reports == 1 else 'reports'}"
        self._line(f"{claim.id}  {origins} in {of}: {claim.gist}", "cyan")
        first_hand = "1 text" if claim.witness_families == 1 else f"{claim.witness_families} texts"
        self._line(f"{claim.stands}; by {', '.join(claim.originators)}; {first_hand} first-hand", indent=4)
        copied = [join for join in claim.because if " carries the text of " in join.reason]
        if copied:
            self._line(f"{len(copied)} more carry the text of one of these", "dim", 6)
        steps = (f"one: {j.joined[0]} = {j.joined[1]}: {j.reason}" for j in claim.because if j not in copied)
        for step in dict.fromkeys(steps):  # a headline and the sentence under it are two statements of one source
            self._line(step, "dim", 6)
        for values in disagreeing(self._trace.figures, claim):
            self._line(f"! figures differ: {self._values(values)}", "red", 6)
        for denial in claim.denied_by[:5]:
            words = " ".join(denial.span.of(self._texts[denial.report]).split())
            place = f"{self._names[denial.report]} [{denial.span.begin}:{denial.span.end}]"
            self._line(f"! denied: {place} {quoted(shortened(words, _WORDS))}", "red", 6)

    def quotations(self) -> None:
        lines = []
        for quotation in self._trace.quotations:
            for change in quotation.changes:
                if change.change in ("same", "harmless"):
                    continue
                places = f"{self._at(change.a)} against {self._at(change.b)}"
                lines.append(
                    f"{change.change}: {quotation.speaker or 'somebody'}, {places}: {changed(change, self._texts)} "
                    f"({quotation.id})"
                )
        if lines:
            self._title("Altered quotations")
            for line in lines:
                self._line(line)

    def figures(self) -> None:
        differing = [f for f in self._trace.figures if f.differs]
        if not differing:
            return
        self._title("Figures that differ")
        for figure in differing[:_MOST]:
            self._line(f"{figure.what}: {self._values(figure.values)}")
        if len(differing) > _MOST:
            self._line(f"… and {len(differing) - _MOST} more (--json)", "dim")

    def _values(self, values: Sequence[FigureValue]) -> str:
        return "; ".join(
            f"{self._names[v.report]} {quoted(' '.join(v.span.of(self._texts[v.report]).split()))}" for v in values
        )

    def caveats(self) -> None:
        if self._trace.dropped_caveats:
            self._title("Caveats dropped")
            for caveat in self._trace.dropped_caveats:
                words = " ".join(caveat.earlier.span.of(self._texts[caveat.earlier.report]).split())
                self._line(f"{self._names[caveat.later]} dropped {self._at(caveat.earlier)}: {quoted(words)}")
        if self._trace.corrections:
            self._title("Corrections")
            for correction in self._trace.corrections:
                still = ", ".join(self._names[report] for report in correction.still_carried_by) or "no other report"
                self._line(f"{self._at(correction.notice)}; still carried by {still}")
