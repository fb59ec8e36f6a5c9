"""Everything one source is on record with: what, through whom, by which outlet, when; and who it was joined with."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from sayso.api.problems import looked_up
from sayso.api.services import Shared
from sayso.ledger import Query
from sayso.web.charts import bars
from sayso.web.context import in_context
from sayso.web.record import MOST, over_time, through
from sayso.web.render import Viewer, render

router = APIRouter()


@router.get("/sources/{source}")
def source(source: str, request: Request, shared: Shared, visitor: Viewer, cursor: str | None = None) -> Response:
    with looked_up(), shared.ledger.read() as view:
        found = view.source(source)
        if found.id != source:
            return RedirectResponse(f"/sources/{found.id}", 303)
        query = Query(source=(found.id,), cursor=cursor, limit=30)
        page = view.find(query)
        hits = in_context(view.connection, page.items)
        facets = view.facets(query, MOST)
        relays, times = through(view.connection, found.id, 25), over_time(view.connection, found.id)
    undone = {j.target for j in found.judgements if j.action == "undo"}
    return render(
        request, "source.html", visitor, source=found, hits=hits, following=page.next, facets=facets.by,
        through=relays, chart=bars(times), undone=undone, most=MOST,
    )  # fmt: skip
