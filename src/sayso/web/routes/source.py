"""Everything one source is on record with: what, through whom, by which outlet, when; and who it was joined with."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from sayso.api.problems import looked_up
from sayso.api.routes.finding import every
from sayso.api.services import Shared
from sayso.ledger import Query
from sayso.web.charts import bars
from sayso.web.context import in_context
from sayso.web.render import Viewer, render

router = APIRouter()
#: Statements looked at for the tables; of more the newest.
_MOST = 5000


@router.get("/sources/{source}")
def source(source: str, request: Request, shared: Shared, visitor: Viewer, cursor: str | None = None) -> Response:
    with looked_up(), shared.ledger.read() as view:
        found = view.source(source)
        if found.id != source:
            return RedirectResponse(f"/sources/{found.id}", 303)
        query = Query(source=(found.id,), cursor=cursor, limit=30)
        page = view.find(query)
        hits = in_context(view.connection, page.items)
        facets = view.facets(query)
    all_of_it = list(islice(every(shared, Query(source=(found.id,))), _MOST))
    through = Counter(name for item in all_of_it for name in item.via).most_common(25)
    months = Counter((item.published or "")[:7] or "undated" for item in all_of_it)
    if len(months) < 2:  # days tell more than a single month
        months = Counter((item.published or "")[:10] or "undated" for item in all_of_it)
    undone = {j.target for j in found.judgements if j.action == "undo"}
    return render(
        request, "source.html", visitor, source=found, hits=hits, following=page.next, facets=facets.by,
        through=through, chart=bars(sorted(months.items())), undone=undone, looked_at=len(all_of_it), most=_MOST,
    )  # fmt: skip
