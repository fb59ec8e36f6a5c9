"""Statements and reports found by filters, how they divide, and exactly this view as CSV or JSON Lines."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import msgspec
from fastapi import APIRouter, Request, Response

from sayso.api.parameters import Searched
from sayso.api.problems import answers
from sayso.api.replies import download, reply
from sayso.api.services import AsReader, Services, Shared
from sayso.api.tables import csv_lines
from sayso.export.formats import FORMS
from sayso.export.items import from_ledger
from sayso.ledger import Count, Facets, Found, Page, Query, ReportPage

router = APIRouter(tags=["find"])
ExportFormat = Literal["csv", "jsonl", "readings", "annotations", "claimreview", "prov", "ftm"]
_MEDIA_TYPES = ("text/csv", "application/x-ndjson", "application/json")


@dataclass(frozen=True, slots=True)
class Divided:
    count: Count
    facets: Facets


@router.get("/statements", response_model=Page, responses=answers(409, 422))
def find(request: Request, query: Searched, shared: Shared, visitor: AsReader) -> Response:
    """A page of statements; `next` (also in the header Link) leads to the following one."""
    with shared.ledger.read() as view:
        page = view.find(query)
    return reply(request, page, headers=_link(request, page.next))


@router.get("/facets", response_model=Divided, responses=answers(409, 422))
def facets(request: Request, query: Searched, shared: Shared, visitor: AsReader) -> Response:
    """How many statements match, and how they divide by type, act, outlet, source, …"""
    with shared.ledger.read() as view:
        return reply(request, Divided(view.count(query), view.facets(query)))


@router.get("/reports", response_model=ReportPage, responses=answers(409, 422))
def find_reports(request: Request, query: Searched, shared: Shared, visitor: AsReader) -> Response:
    """A page of reports, looked for in their whole text."""
    with shared.ledger.read() as view:
        page = view.find_reports(query)
    return reply(request, page, headers=_link(request, page.next))


@router.get(
    "/export",
    response_class=Response,
    responses=answers(409) | {200: {"content": {name: {"schema": {}} for name in _MEDIA_TYPES}}},
)  # fmt: skip
def export(request: Request, shared: Shared, visitor: AsReader, format: ExportFormat = "csv") -> Response:
    """All statements that match, not a page of them, after judgement. Takes the filters of `/statements`.

    `csv`, `jsonl`: the rows of `/statements`; `readings`: `sayso.reading/1` of each report with the statements that
    match; `annotations`: W3C Web Annotation; `claimreview`: drafts for schema.org ClaimReview; `prov`:
    W3C PROV-JSON; `ftm`: FollowTheMoney entities.
    """
    given = [(name, value) for name, value in request.query_params.multi_items() if name != "format"]
    return export_of(request, shared, Query.of(given), format)


def export_of(request: Request, shared: Services, query: Query, form: ExportFormat) -> Response:
    """A download of every match. What cannot be searched is said before the first byte: all is made by then."""
    media_type = {"csv": "text/csv", "annotations": "application/json"}.get(form, "application/x-ndjson")
    ending = {"csv": "csv", "annotations": "json"}.get(form, "jsonl")
    headers = {"Content-Disposition": f'attachment; filename="statements.{ending}"'}
    return download(request, _pieces(shared, query, form), media_type, headers)


def _pieces(shared: Services, query: Query, form: ExportFormat) -> Generator[str | bytes, None, None]:
    if form == "csv":
        yield from csv_lines(Found.__slots__, every(shared, query))
    elif form == "jsonl":
        yield from (msgspec.json.encode(item) + b"\n" for item in every(shared, query))
    else:
        with shared.ledger.read() as view:
            yield from FORMS["jsonl" if form == "readings" else form].text(from_ledger(view, query))


def every(shared: Services, query: Query) -> Iterator[Found]:
    """All matches in order, in one consistent view, a thousand at a time."""
    at: Query | None = replace(query, limit=1000)
    with shared.ledger.read() as view:
        while at is not None:
            page = view.find(at)
            yield from page.items
            at = replace(at, cursor=page.next) if page.next else None


def _link(request: Request, cursor: str | None) -> dict[str, str]:
    if cursor is None:
        return {}
    return {"Link": f'<{request.url.path}?{request.url.include_query_params(cursor=cursor).query}>; rel="next"'}
