"""The first page: search, what came in last, how to add; and the log of judgements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fastapi import APIRouter, Request, Response

from sayso.api.problems import looked_up
from sayso.api.services import Shared
from sayso.ledger import Query
from sayso.ledger.search import FoundReport
from sayso.web.judged import about
from sayso.web.render import Viewer, render

router = APIRouter()


@router.get("/")
def home(request: Request, shared: Shared, visitor: Viewer) -> Response:
    with shared.ledger.read() as view:
        reports = _in_order(view.find_reports(Query(limit=20)).items)
        count = view.count(Query())
        last = view.log(limit=5)
        judged = about(view.connection, last)
    return render(
        request, "home.html", visitor, reports=reports, count=count, last=last, about=judged,
        searches=shared.searches.all(),
    )  # fmt: skip


@router.get("/reports")
def reports(request: Request, shared: Shared, visitor: Viewer) -> Response:
    """All reports, found by words, outlet and dates."""
    query = Query.of(request.query_params.multi_items())
    with shared.ledger.read() as view:
        page = view.find_reports(query)
    items = _in_order(page.items, down=query.sort != "oldest")
    return render(request, "reports.html", visitor, query=query, page=replace(page, items=items))


def _in_order(items: Sequence[FoundReport], *, down: bool = True) -> tuple[FoundReport, ...]:
    """By the hour too: the ledger orders by the day."""
    return tuple(sorted(items, key=lambda report: report.published or "", reverse=down))


@router.get("/log")
def log(request: Request, shared: Shared, visitor: Viewer, report: str | None = None) -> Response:
    """Who decided what, newest first."""
    with looked_up(), shared.ledger.read() as view:
        entries = view.log(report, 200)
        judged = about(view.connection, entries)
    return render(request, "log.html", visitor, entries=entries, report=report, about=judged)
