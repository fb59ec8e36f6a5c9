"""Stories over the trace, and two reports compared."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from fastapi import APIRouter, Depends, Request, Response

from sayso.api.problems import Problem, looked_up
from sayso.api.services import Services, Shared, costly
from sayso.errors import LedgerError
from sayso.ledger import Query, Reader
from sayso.ledger.search import FoundReport
from sayso.trace import looking
from sayso.trace.types import Trace
from sayso.trace.whole import compare as compare_both
from sayso.types import Reading
from sayso.web.charts import course
from sayso.web.comparing import sides
from sayso.web.disputes import contested, disputes
from sayso.web.graph import graph
from sayso.web.render import Viewer, render
from sayso.web.story import Told, mentioned
from sayso.web.timeline import timeline

router = APIRouter()
#: The last stories looked at, by all that they are made from. Only so many: Python looks through what is kept again and
#: again for garbage, which soon takes longer than working a story out (50 ms for a large one).
_seen: dict[tuple[str, ...], dict[str, Any]] = {}
_KEPT = 2
_LISTED = 50  # stories on a page
_OFFERED = 20  # reports to choose from, for a comparison


@router.get("/stories")
def stories(request: Request, shared: Shared, visitor: Viewer, after: str | None = None) -> Response:
    """The stories told last; ``after``: where the page before ended."""
    (listed, end), stale = shared.traces.look(lambda view: looking.stories(view, limit=_LISTED, after=_end(after)))
    following = f"{'' if end[0] is None else end[0]!r}~{end[1]}" if end else None
    return render(
        request, "stories.html", visitor, stories=listed, following=following, first=after is None, stale=stale
    )


def _end(given: str | None) -> tuple[float | None, int] | None:
    if given is None:
        return None
    try:
        day, _, number = given.partition("~")
        return (float(day) if day else None, int(number))
    except ValueError:
        raise Problem(
            400, "this is no place in the list of stories", "Begin at /stories", code="cursor", input=given
        ) from None


@router.get("/stories/{report}")
def story(report: str, request: Request, shared: Shared, visitor: Viewer) -> Response:
    """The story that a report is part of, if only by itself: of everything the first, the rest is a link away."""
    values, stale = _story(shared, report)
    return render(request, "story.html", visitor, stale=stale, **values)


#: Parts of a story that have pages of their own: heading, and how many items stand on a page.
_PARTS = {
    "claims": ("All claims", 25),
    "contested": ("Claims that are contested", 25),
    "altered": ("Quotations that changed on the way", 25),
    "families": ("Families of text", 60),
    "caveats": ("Caveats that later reports drop", 50),
    "corrections": ("Corrections", 50),
    "figures": ("Figures that differ, over time", 10),
    "moments": ("When it happened, was said, was published", 100),
    "relays": ("Who relays whom", 100),
}


@router.get("/stories/{report}/{section}")
def story_part(
    report: str, section: str, request: Request, shared: Shared, visitor: Viewer, page: int = 1
) -> Response:  # fmt: skip
    """All of one part of a story, in pages."""
    if section not in _PARTS:
        raise Problem(404, "stories have no such part", f"Parts are {', '.join(_PARTS)}", code="section", input=section)
    heading, size = _PARTS[section]
    values, stale = _story(shared, report)
    items = _items(section, values)
    total = max(1, -(-len(items) // size))
    if not 1 <= page <= total:
        raise Problem(404, f"this part has {total} pages", "Begin with the first", code="page", input=str(page))
    return render(
        request, "story_part.html", visitor, stale=stale, story=values["story"], told=values["told"], section=section,
        heading=heading, items=items[(page - 1) * size : page * size], number=page, total=total,
    )  # fmt: skip


def _items(section: str, values: dict[str, Any]) -> Sequence[Any]:
    if section == "contested":
        return contested(values["claims"])
    if section == "altered":
        return [*values["altered"], *values["alike"]]
    if section == "moments":
        return values["timeline"].moments  # type: ignore[no-any-return]
    return values["graph"].edges if section == "relays" else values[section]  # type: ignore[no-any-return]


def _story(shared: Services, report: str) -> tuple[dict[str, Any], bool]:
    """What the pages of a story show, and whether the ledger has changed since it was worked out."""
    with looked_up():
        (key, ask), stale = shared.traces.look(lambda view: looking.story_key(view, report))
    values = _seen.get(key)
    if values is None:
        with looked_up():
            trace, _ = shared.traces.look(ask)
        values = _seen[key] = _told(shared, trace)
    while len(_seen) > _KEPT:
        with suppress(StopIteration, RuntimeError):  # another thread is at it too
            _seen.pop(next(iter(_seen)), None)
    return values, stale


def _told(shared: Services, part: Trace) -> dict[str, Any]:
    """What the pages choose from; kept until the story is another, as it can be of hundreds of reports."""
    (found,) = part.stories
    with looked_up(), shared.ledger.read() as view:
        readings = looking.readings(view, mentioned(part) | set(found.reports))
    told = Told(part, readings)
    own = [readings[each] for each in found.reports]
    claims, figures, (altered, alike) = told.claims(), told.figures(), told.altered()
    courses = [course([(at or "", value, text, f"{text}, {q.outlet}") for value, text, at, q in rows])
               for _, rows in figures]  # fmt: skip
    return {
        "story": found, "told": told, "claims": claims, "disputes": disputes(claims), "families": told.families(),
        "altered": altered, "alike": alike, "caveats": told.caveats(), "corrections": told.corrections(),
        "figures": list(zip(figures, courses, strict=True)), "timeline": timeline(own), "graph": graph(own),
    }  # fmt: skip


@router.get("/compare", dependencies=[Depends(costly)])
def compare(request: Request, shared: Shared, visitor: Viewer, a: str = "", b: str = "") -> Response:
    """Without two reports, a form that asks for them."""
    with looked_up(), shared.ledger.read() as view:
        one, other = _meant(view, a), _meant(view, b)
    if not (isinstance(one, Reading) and isinstance(other, Reading)):
        first = one.report if isinstance(one, Reading) else None
        choices = other if first and not isinstance(other, Reading) else one
        return render(request, "compare.html", visitor, a=a, b=b, left=None, one=first, choices=choices)
    made = compare_both(one, other)
    left, right, copy = sides(made, one.report, other.report)
    told = Told(made, {one.report.id: one, other.report.id: other})
    main, alike = told.altered()
    return render(
        request, "compare.html", visitor, a=a, b=b, left=left, right=right, copy=copy, altered=[*main, *alike],
        told=told, caveats=told.caveats(), figures=told.figures(), corrections=told.corrections(),
    )  # fmt: skip


def _meant(view: Reader, given: str) -> Reading | tuple[FoundReport, ...]:
    """The report of an id or address, or the only one with these words; else those to choose from, the newest where
    nothing is given.
    """
    if not given.strip():
        return view.find_reports(Query(limit=_OFFERED)).items
    try:
        return view.report(given.strip()).reading
    except LedgerError:
        items = view.find_reports(Query(words=given, limit=_OFFERED)).items
        if not items:
            raise
        return view.report(items[0].id).reading if len(items) == 1 else items
