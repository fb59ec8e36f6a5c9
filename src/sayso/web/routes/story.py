"""Stories over the trace, and two reports compared."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from fastapi import APIRouter, Depends, Request, Response

from sayso.api.problems import looked_up
from sayso.api.routes.tracing import within
from sayso.api.services import Services, Shared, costly
from sayso.api.traces import story_of
from sayso.ledger.references import report_row
from sayso.ledger.show import view_of
from sayso.trace.types import Story, Trace
from sayso.trace.whole import compare as compare_both
from sayso.web.charts import course
from sayso.web.comparing import sides
from sayso.web.disputes import disputes
from sayso.web.graph import graph
from sayso.web.render import Viewer, render
from sayso.web.story import Told, mentioned
from sayso.web.timeline import timeline

router = APIRouter()
#: Stories made ready, by trace and story.
_seen: dict[tuple[int, str], tuple[Trace, dict[str, Any]]] = {}
_KEPT = 32


@router.get("/stories")
def stories(request: Request, shared: Shared, visitor: Viewer) -> Response:
    traced = shared.traces.get()
    reports: dict[str, Any] = {report.id: report for report in traced.trace.reports}
    listed = sorted(traced.trace.stories, key=lambda s: reports[s.reports[-1]].published or "", reverse=True)
    return render(request, "stories.html", visitor, stories=listed, reports=reports, stale=traced.stale)


@router.get("/stories/{report}")
def story(report: str, request: Request, shared: Shared, visitor: Viewer) -> Response:
    """The story that a report is part of, if only by itself."""
    traced = shared.traces.get()
    with looked_up():
        found = story_of(traced.trace, report)
    seen = _seen.get((id(traced.trace), found.id))
    values = seen[1] if seen and seen[0] is traced.trace else _told(shared, traced.trace, found)
    _seen[id(traced.trace), found.id] = (traced.trace, values)
    while len(_seen) > _KEPT:
        with suppress(StopIteration, RuntimeError):  # another thread is at it too
            _seen.pop(next(iter(_seen)), None)
    return render(request, "story.html", visitor, story=found, stale=traced.stale, **values)


def _told(shared: Services, trace: Trace, found: Story) -> dict[str, Any]:
    """What the page shows; kept until the trace is another, as a story can be of hundreds of reports."""
    part = within(trace, set(found.reports))
    wanted = mentioned(part) | set(found.reports)
    with looked_up(), shared.ledger.read() as view:
        readings = {each: view_of(view.connection, report_row(view.connection, each)).reading for each in wanted}
    told = Told(part, readings)
    own = [readings[each] for each in found.reports]
    claims, figures = told.claims(), told.figures()
    courses = [course([(at or "", value, text, f"{text}, {q.outlet}") for value, text, at, q in rows])
               for _, rows in figures]  # fmt: skip
    return {
        "told": told, "claims": claims, "disputes": disputes(claims), "families": told.families(),
        "altered": told.altered(), "caveats": told.caveats(), "corrections": told.corrections(),
        "figures": list(zip(figures, courses, strict=True)), "timeline": timeline(own), "graph": graph(own),
    }  # fmt: skip


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
