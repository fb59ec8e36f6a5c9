"""Readings in, a trace out: everything that reports show together, on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.trace.caveats import dropped
from sayso.trace.claims import asserted, claims
from sayso.trace.corrections import corrections
from sayso.trace.figures import figures
from sayso.trace.fingerprints import fingerprints
from sayso.trace.material import Page, Scene, Strands
from sayso.trace.memory import Memory
from sayso.trace.placing import Place, add
from sayso.trace.settling import settle
from sayso.trace.speakers import Cast
from sayso.trace.types import COMPARISON_SCHEMA, TRACE_SCHEMA, Family, Story, Trace, TracedReport
from sayso.trace.undenied import undenied
from sayso.trace.utterances import altered
from sayso.types import Reading

_FAINT = 1e-4  # likeness of reports that are taken as of one story


def trace(readings: Sequence[Reading], *, together: bool = False) -> Trace:
    """``sayso.trace/1`` of these readings; the same for the same set, whatever the order. One reading a report.

    Quotations, claims and caveats are compared within stories, and across stories that copy or credit one another;
    ``together`` takes all reports as of one story.
    """
    pages = pages_of({reading.report.id: reading for reading in readings}.values())
    store = Memory(pages)
    add(store, list(store.seen(store.pages).values()))
    if together:
        store.add_near((a, b, _FAINT) for a, b in combinations(store.pages, 2) if b not in store.beside([a]))
    settle(store, store.pages)
    places = store.places(store.pages)
    scenes = {"": list(places)} if together else members_of_scenes(store.scenes)
    return assembled(
        [TracedReport.of(page.reading.report) for page in pages],
        places,
        {
            scene: traced(scene_of([store.page(member) for member in members], places))
            for scene, members in scenes.items()
        },
        {report: scene for scene, members in scenes.items() for report in members},
    )


def compare(a: Reading, b: Reading) -> Trace:
    """``sayso.comparison/1`` of two readings, taken as of one story."""
    return replace(trace([a, b], together=True), schema=COMPARISON_SCHEMA)


def pages_of(readings: Iterable[Reading]) -> list[Page]:
    """Earliest first."""
    readings = list(readings)
    prints = fingerprints([reading.report for reading in readings])
    return sorted((Page(*pair) for pair in zip(readings, prints, strict=True)), key=lambda page: page.age)


def members_of_scenes(scenes: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for report, scene in scenes.items():
        found.setdefault(scene, []).append(report)
    return found


def scene_of(pages: Iterable[Page], places: Mapping[str, Place]) -> Scene:
    """The reports that are traced together, given all of them."""
    here = {page.id: page for page in sorted(pages, key=lambda page: page.age)}
    copies = tuple(copy for report in here for copy in places[report].copies)
    return Scene(
        pages=tuple(here.values()),
        strands=Strands(here, copies),
        copies=copies,
        families=families_of(list(here), places),
        cites=tuple(cite for report in here for cite in places[report].cites),
    )


def traced(scene: Scene) -> Trace:
    """What the reports of a scene show together; its quotations and claims are numbered from 1."""
    cast = Cast(scene.pages, scene.strands)
    said, corrected = corrections(scene, asserted(scene, cast))
    told = claims(said, cast, 0, corrected)
    return Trace(
        schema=TRACE_SCHEMA,
        reports=(),
        quotations=altered(scene, cast, 0),
        claims=told,
        figures=figures(said.witnessed, said.likeness),
        dropped_caveats=tuple(dict.fromkeys((*dropped(scene), *undenied(scene, told)))),
        corrections=corrected,
    )


def assembled(
    reports: Sequence[TracedReport],
    places: Mapping[str, Place],
    scenes: Mapping[str, Trace],
    scene_of_each: Mapping[str, str],
) -> Trace:
    """The trace of ``reports``, given earliest first, from what is known of each and of each scene."""
    ids = [report.id for report in reports]
    order = list(dict.fromkeys(scene_of_each[report] for report in ids))
    made = Trace(
        schema=TRACE_SCHEMA,
        reports=tuple(reports),
        copies=tuple(copy for report in ids for copy in places[report].copies),
        families=families_of(ids, places),
        cites=tuple(cite for report in ids for cite in places[report].cites),
        stories=_stories(ids, places),
        figures=tuple(figure for scene in order for figure in scenes[scene].figures),
        dropped_caveats=tuple(caveat for scene in order for caveat in scenes[scene].dropped_caveats),
        corrections=tuple(correction for scene in order for correction in scenes[scene].corrections),
    )
    quotations = [quotation for scene in order for quotation in scenes[scene].quotations]
    asserted_ = [claim for scene in order for claim in scenes[scene].claims]
    return replace(
        made,
        quotations=tuple(replace(each, id=f"q{number}") for number, each in enumerate(quotations, 1)),
        claims=tuple(replace(each, id=f"c{number}") for number, each in enumerate(asserted_, 1)),
    )


def families_of(reports: Sequence[str], places: Mapping[str, Place]) -> tuple[Family, ...]:
    """In the order of their first members in ``reports``."""
    members: dict[str, list[str]] = {}
    for report in reports:
        members.setdefault(places[report].family, []).append(report)
    families = {min(own, key=lambda member: places[member].rank): own for own in members.values()}
    firsts = [report for report in reports if report in families]
    return tuple(
        Family(
            f"f{number}", tuple(sorted(families[first], key=lambda member: places[member].rank)), places[first].origin
        )
        for number, first in enumerate(firsts, 1)
    )


def _stories(reports: Sequence[str], places: Mapping[str, Place]) -> tuple[Story, ...]:
    members: dict[str, list[str]] = {}
    for report in reports:
        members.setdefault(places[report].story, []).append(report)
    return tuple(
        Story(f"t{number}", places[first].title, tuple(group))
        for number, (first, group) in enumerate(members.items(), 1)
    )
