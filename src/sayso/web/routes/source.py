"""Everything one source is on record with: what, through whom, by which outlet, when; and who it was joined with."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from sayso.api.problems import Problem, looked_up
from sayso.api.services import Services, Shared
from sayso.api.visitors import Visitor
from sayso.ledger import Query
from sayso.web.charts import bars
from sayso.web.context import in_context
from sayso.web.namesakes import namesakes
from sayso.web.record import MOST, over_time, through
from sayso.web.render import Viewer, render

router = APIRouter()


@router.get("/sources/{source}")
def source(source: str, request: Request, shared: Shared, visitor: Viewer, cursor: str | None = None) -> Response:
    return show(source, request, shared, visitor, cursor)


def show(
    source: str, request: Request, shared: Services, visitor: Visitor, cursor: str | None = None, *,
    wrong: Problem | None = None, typed: str = "",
) -> Response:  # fmt: skip
    """``wrong``: why the source could not be merged with what was ``typed``."""
    with looked_up(), shared.ledger.read() as view:
        found = view.source(source)
        if found.id != source:
            return RedirectResponse(f"/sources/{found.id}", 303)
        query = Query(source=(found.id,), cursor=cursor, limit=30)
        page = view.find(query)
        hits = in_context(view.connection, page.items)
        facets = view.facets(query, MOST)
        relays, times = through(view.connection, found.id, 25), over_time(view.connection, found.id)
        like = namesakes(view.connection, found.id, found.names) if visitor.may("editor") else []
    undone = {j.target for j in found.judgements if j.action == "undo"}
    return render(
        request, "source.html", visitor, source=found, hits=hits, following=page.next, facets=facets.by,
        through=relays, chart=bars(times), undone=undone, most=MOST, like=like, wrong=wrong, typed=typed,
        status=wrong.status_code if wrong else 200,
    )  # fmt: skip
