"""Stories over the trace, and two reports compared."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request, Response

from sayso.api.problems import looked_up
from sayso.api.routes.tracing import within
from sayso.api.services import Shared, costly
from sayso.api.traces import story_of
from sayso.trace.whole import compare as compare_both
from sayso.web.comparing import sides
from sayso.web.graph import graph
from sayso.web.render import Viewer, render
from sayso.web.story import Told
from sayso.web.timeline import timeline

router = APIRouter()


@router.get("/stories")
def stories(request: Request, shared: Shared, visitor: Viewer) -> Response:
    traced = shared.traces.get()
    reports: dict[str, Any] = {report.id: report for report in traced.trace.reports}
    listed = sorted(traced.trace.stories, key=lambda s: reports[s.reports[-1]].published or "", reverse=True)
    return render(request, "stories.html", visitor, stories=listed, reports=reports, stale=traced.stale)


@router.get("/stories/{report}")
def story(report: str, request: Request, shared: Shared, visitor: Viewer) -> Response:
    """The story that a report is part of."""
    traced = shared.traces.get()
    with looked_up(), shared.ledger.read() as view:
        found = story_of(traced.trace, report)
        readings = {each: view.report(each).reading for each in found.reports}
    told = Told(within(traced.trace, set(found.reports)), readings)
    return render(
        request, "story.html", visitor, story=found, told=told, claims=told.claims(), families=told.families(),
        timeline=timeline(readings.values()), graph=graph(readings.values()), stale=traced.stale,
    )  # fmt: skip


@router.get("/compare", dependencies=[Depends(costly)])
def compare(request: Request, shared: Shared, visitor: Viewer, a: str = "", b: str = "") -> Response:
    """Without two reports, a form that asks for them."""
    if not (a and b):
        return render(request, "compare.html", visitor, a=a, b=b, left=None)
    with looked_up(), shared.ledger.read() as view:
        one, other = view.report(a).reading, view.report(b).reading
    made = compare_both(one, other)
    left, right, copy = sides(made, one.report, other.report)
    told = Told(made, {one.report.id: one, other.report.id: other})
    return render(
        request, "compare.html", visitor, a=a, b=b, left=left, right=right, copy=copy, altered=told.altered(),
        caveats=told.caveats(),
    )  # fmt: skip
