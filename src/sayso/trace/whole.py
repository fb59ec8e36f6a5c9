"""Readings in, a trace out: everything that reports show together, on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.trace.caveats import dropped
from sayso.trace.citing import cites
from sayso.trace.claims import asserted, claims
from sayso.trace.copies import CopyFinder, copies_of, groups
from sayso.trace.corrections import corrections
from sayso.trace.families import families
from sayso.trace.figures import figures
from sayso.trace.fingerprints import fingerprints
from sayso.trace.material import Page, Scene, Strands
from sayso.trace.speakers import Cast
from sayso.trace.stories import stories
from sayso.trace.types import COMPARISON_SCHEMA, TRACE_SCHEMA, Cite, Copy, Family, Story, Trace, TracedReport
from sayso.trace.utterances import altered
from sayso.types import Reading


def trace(readings: Sequence[Reading], *, together: bool = False) -> Trace:
    """``sayso.trace/1`` of these readings; the same for the same set, whatever the order. One reading a report.

    Quotations, claims and caveats are compared within stories, and across stories that copy or credit one another;
    ``together`` takes all reports as of one story.
    """
    by_report = {reading.report.id: reading for reading in readings}
    prints = fingerprints([reading.report for reading in by_report.values()])
    pages = sorted((Page(by_report[each.report], each) for each in prints), key=lambda page: page.age)
    known = {page.id: page.print for page in pages}
    links = CopyFinder(known.__getitem__).add([page.print for page in pages])
    copies = tuple(copy for group in groups(links) for copy in copies_of(group, known))
    lineages = families(known, links)
    credited = cites(pages, copies)
    told = stories([page.print for page in pages])
    made = Trace(
        schema=TRACE_SCHEMA,
        reports=tuple(TracedReport.of(page.reading.report) for page in pages),
        copies=copies,
        families=lineages,
        cites=credited,
        stories=told,
    )
    one = (Story("", "", tuple(known)),) if together else told
    for scene in scenes(pages, copies, lineages, credited, one):
        made = _with(made, scene)
    return made


def compare(a: Reading, b: Reading) -> Trace:
    """``sayso.comparison/1`` of two readings, taken as of one story."""
    return replace(trace([a, b], together=True), schema=COMPARISON_SCHEMA)


def _with(made: Trace, scene: Scene) -> Trace:
    cast = Cast(scene.pages, scene.strands)
    said = asserted(scene, cast)
    return replace(
        made,
        quotations=made.quotations + altered(scene, cast, len(made.quotations)),
        claims=made.claims + claims(said, cast, len(made.claims)),
        figures=made.figures + figures(said.groups, said.likeness),
        dropped_caveats=made.dropped_caveats + dropped(scene),
        corrections=made.corrections + corrections(scene, said.groups, said.likeness),
    )


def scenes(
    pages: Sequence[Page],
    copies: Sequence[Copy],
    lineages: Sequence[Family],
    credited: Sequence[Cite],
    told: Sequence[Story],
) -> Iterator[Scene]:
    """Reports that are compared with one another: stories, and stories that copy or credit one another as one."""
    parent: dict[str, str] = {}

    def root(report: str) -> str:
        while (up := parent.setdefault(report, report)) != report:
            parent[report] = report = parent[up]
        return report

    joined = [(story.reports[0], report) for story in told for report in story.reports]
    joined += [(copy.report, copy.of) for copy in copies]
    joined += [(cite.report, cite.cites.report) for cite in credited if cite.cites.report]
    for one, other in joined:
        parent[root(one)] = root(other)
    groups_: dict[str, list[Page]] = {}
    for page in pages:
        groups_.setdefault(root(page.id), []).append(page)
    for members in groups_.values():
        here = {page.id: page for page in members}
        own = tuple(copy for copy in copies if copy.report in here)
        yield Scene(
            pages=tuple(members),
            strands=Strands(here, own),
            copies=own,
            families=tuple(family for family in lineages if family.reports[0] in here),
            cites=tuple(cite for cite in credited if cite.report in here),
        )
