"""One report, reading, statement or source with all that the ledger knows of it."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from sayso.api.problems import answers, looked_up
from sayso.api.replies import reply, tagged
from sayso.api.services import AsAdmin, AsReader, Shared
from sayso.ledger import Purged, ReportView, SourceView, StatementView, original_bytes
from sayso.ledger.effective import with_own_sources
from sayso.ledger.show import as_json
from sayso.types import Reading

router = APIRouter(tags=["show"])


@router.get("/reports/{report}", response_model=ReportView, responses=answers(404))
def report(report: str, request: Request, shared: Shared, visitor: AsReader) -> Response:
    """A report after judgement, its versions, its readings, how it was fetched. The id may be cut to six digits."""
    with looked_up(), shared.ledger.read() as view:
        return reply(request, as_json(view.report(report)))


@router.get("/reports/{report}/reading", response_model=Reading, responses=answers(404))
def reading(report: str, request: Request, shared: Shared, visitor: AsReader) -> Response:
    """The `sayso.reading/1` object of a report, after judgement."""
    with looked_up(), shared.ledger.read() as view:
        return reply(request, with_own_sources(view.report(report).reading))


@router.get(
    "/reports/{report}/original",
    response_class=Response,
    responses=answers(404) | {200: {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}},
)
def original(report: str, request: Request, shared: Shared, visitor: AsReader) -> Response:
    """The bytes as fetched or handed in: to be saved, never to be shown by the browser."""
    with looked_up(), shared.ledger.read() as view:
        content = original_bytes(view.connection, report)
    name = quote(report.rsplit("/", 1)[-1][:80], safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}.bin"}
    return tagged(request, content, "application/octet-stream", headers=headers)


@router.delete("/reports/{report}", response_model=Purged, responses=answers(404))
def purge(report: str, request: Request, shared: Shared, visitor: AsAdmin, why: str | None = None) -> Response:
    """Takes a report and all that came of it out for good, leaving only a note that it was."""
    with looked_up():
        purged = shared.ledger.purge(report, by=visitor.name, why=why)
    return reply(request, {**_plain(purged), "backups": [path.name for path in purged.backups]})


def _plain(purged: Purged) -> dict[str, object]:
    return {name: getattr(purged, name) for name in ("report", "statements", "shared", "emptied")}


@router.get("/statements/{statement}", response_model=StatementView, responses=answers(404))
def statement(statement: str, request: Request, shared: Shared, visitor: AsReader) -> Response:
    """A statement, what the machine had said of it, who judged it, what it is about and what is about it."""
    with looked_up(), shared.ledger.read() as view:
        return reply(request, as_json(view.statement(statement)))


@router.get("/sources/{source}", response_model=SourceView, responses=answers(404))
def source(source: str, request: Request, shared: Shared, visitor: AsReader) -> Response:
    """A source across reports, by id or a name that means only one, with the reason for every join."""
    with looked_up(), shared.ledger.read() as view:
        return reply(request, as_json(view.source(source)))
