"""One claim, family, quotation or story of a trace for people: every step with its exact words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.cli._table import plural
from sayso.quoted import quoted
from sayso.trace.called import names
from sayso.trace.figures import disagreeing
from sayso.trace.types import Claim, Family, Quotation, QuotationChange, Story, Trace

if TYPE_CHECKING:
    from sayso.types import Span

Item = Claim | Family | Quotation | Story


def changed(change: QuotationChange, texts: Mapping[str, str]) -> str:
    """The words that differ, the first version's before the arrow, and those that only one of them has."""
    parts = []
    for edit in change.edits:
        if edit.kind not in ("same", "harmless"):
            before, after = (
                " ".join(span.of(texts[place.report]).split())
                for span, place in ((edit.a, change.a), (edit.b, change.b))
            )
            both = f"“{before}” → “{after}”"
            parts.append(both if before and after else f"“{before}” left out" if before else f"“{after}” put in")
    return "; ".join(parts)


class ItemPage:
    def __init__(self, trace: Trace, texts: Mapping[str, str], console: Console) -> None:
        self._trace, self._texts, self._console = trace, texts, console
        self._names = names(trace.reports)

    def show(self, one: Item) -> None:
        if isinstance(one, Claim):
            self._claim(one)
        elif isinstance(one, Quotation):
            self._quotation(one)
        elif isinstance(one, Family):
            self._family(one)
        else:
            self._line(f"{one.id}  {one.title}", style="bold")
            for report in one.reports:
                self._line(self._names[report], 2)

    def _line(self, text: str, indent: int = 0, style: str = "") -> None:
        self._console.print(Padding(Text(text, style=style), (0, 0, 0, indent)))

    def _words(self, report: str, span: Span) -> str:
        words = " ".join(span.of(self._texts[report]).split())
        return f"{self._names[report]} [{span.begin}:{span.end}] {quoted(words)}"

    def _claim(self, claim: Claim) -> None:
        count = claim.independent_origins
        self._line(f"{claim.id}  {claim.gist}", style="bold")
        self._line(f"{claim.stands}; asserted by {', '.join(claim.originators)}")
        self._line(f"independent origins: {count.value} ({count.low} to {count.high}); "
                   f"texts that had it first-hand: {claim.witness_families}")  # fmt: skip
        self._line("said in", style="bold")
        for at in claim.statements:
            self._line(self._words(at.report, at.span), 2)
        for title, lines in (
            ("taken for one claim", self._together(claim)),
            ("counted as one", self._joins(claim)),
            ("figures that differ", self._figures(claim)),
            ("denied by", self._denials(claim)),
        ):
            found = list(lines)
            if found:
                self._line(title, style="bold")
            for indent, text in found:
                self._line(text, indent)

    def _together(self, claim: Claim) -> Iterator[tuple[int, str]]:
        for each in claim.together:
            meaning = "" if each.meaning is None else f", in meaning {each.meaning:.2f}"
            yield 2, each.reason + ("" if each.likeness is None else f" (likeness {each.likeness:.2f}{meaning})")
            for at in each.statements:
                yield 4, self._words(at.report, at.span)

    def _joins(self, claim: Claim) -> Iterator[tuple[int, str]]:
        for join in claim.because:
            yield 2, f"{join.joined[0]} and {join.joined[1]}: {join.reason}"
            for place in join.places:
                yield 4, self._words(place.report, place.span)

    def _denials(self, claim: Claim) -> Iterator[tuple[int, str]]:
        for at in claim.denied_by:
            yield 2, self._words(at.report, at.span)

    def _figures(self, claim: Claim) -> Iterator[tuple[int, str]]:
        for values in disagreeing(self._trace.figures, claim):
            for value in values:
                yield 2, self._words(value.report, value.span)

    def _quotation(self, quotation: Quotation) -> None:
        self._line(f"{quotation.id}  {quotation.speaker or 'somebody'}", style="bold")
        for version in quotation.versions:
            self._line(self._words(version.report, version.span), 2)
        for change in quotation.changes:
            if change.change not in ("same", "harmless"):
                names = f"{self._names[change.a.report]} → {self._names[change.b.report]}"
                self._line(f"{change.change}: {names}: {changed(change, self._texts)}", 2, "red")

    def _family(self, family: Family) -> None:
        began = family.origin and (family.origin.agency or self._names.get(family.origin.report or ""))
        self._line(
            f"{family.id}  {plural(len(family.reports), 'report')} with one text" + (f", from {began}" if began else "")
        )
        for copy in self._trace.copies:
            if copy.report in family.reports:
                self._line(
                    f"{self._names[copy.report]} from {self._names[copy.of]}: {copy.alteration}, {copy.coverage:.0%} "
                    f"of its words ({', '.join(copy.because)})",
                    2,
                    "bold",
                )
                for passage in copy.passages:
                    self._line(self._words(copy.report, passage.report), 4)
                    self._line("= " + self._words(copy.of, passage.of), 4, "dim")
