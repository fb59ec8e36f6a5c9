"""Taking a report out for good: a page that says what goes with it, and asks why."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from sayso.api.problems import Problem, looked_up
from sayso.api.services import Shared
from sayso.web.render import Admin, AdminSender, render

router = APIRouter()


@router.get("/reports/{report}/purge")
def ask(report: str, request: Request, shared: Shared, visitor: Admin) -> Response:
    with looked_up(), shared.ledger.read() as view:
        found = view.report(report)
    return render(request, "purge.html", visitor, view=found, purged=None)


@router.post("/reports/{report}/purge")
def purge(
    report: str, request: Request, shared: Shared, visitor: AdminSender, why: Annotated[str, Form(max_length=500)] = "",
    sure: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    if not (sure and why.strip()):
        raise Problem(422, "to purge a report, say why, and that it is meant", "Nothing was taken out; go back and do "
                      "both", code="unsure", input=report)  # fmt: skip
    with looked_up():
        purged = shared.ledger.purge(report, by=visitor.name, why=why.strip())
    return render(request, "purge.html", visitor, view=None, purged=purged)
