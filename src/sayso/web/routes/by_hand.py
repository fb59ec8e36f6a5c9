"""What people add by hand: a statement that the machine did not find, a note on one."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from sayso.api.problems import Problem, looked_up
from sayso.api.routes.judging import Decision, enter
from sayso.api.services import Shared
from sayso.ledger import ReportView
from sayso.types import ACTS, SourceType
from sayso.web import by_hand
from sayso.web.going import back
from sayso.web.render import Editor, Sender, render
from sayso.web.routes.correcting import Posted
from sayso.web.words import short

router = APIRouter()
#: For the form that adds a statement, on this page and in the reader.
CHOICES = {"types": get_args(SourceType), "acts": ACTS}


@router.get("/reports/{report}/add")
def form(report: str, request: Request, shared: Shared, visitor: Editor) -> Response:
    """The form by itself, beside the text."""
    with looked_up(), shared.ledger.read() as view:
        return _form(request, visitor, view.report(report), by_hand.EMPTY)


@router.post("/reports/{report}/add")
def add(report: str, request: Request, shared: Shared, visitor: Sender, form: Posted) -> Response:
    """Adds it, or says in the form what is wrong with what was typed."""
    with looked_up(), shared.ledger.read() as view:
        found = view.report(report)
    given = {name: value for name, value in form.items() if isinstance(value, str)}
    value, typed = by_hand.statement(given, found.reading.report, found.reading.sources)
    if typed.wrong:
        return _form(request, visitor, found, typed, status=422)
    why = str(form.get("why") or "")[:500] or None
    try:
        with shared.ledger.write() as session:
            made = enter(session, Decision(action="add", target=found.report, value=value, why=why), visitor.name)
            shown = session.report(found.report)
    except Problem as problem:
        said = f"{problem.detail}. {problem.remedy or ''}"
        return _form(request, visitor, found, typed, wrong=said, status=problem.status_code)
    place = next(place for place, judged in shown.judged.items() if made in judged.by)
    return RedirectResponse(f"/reports/{short(found.report)}?at={place}#{place}", 303)


def _form(
    request: Request, visitor: Any, found: ReportView, typed: by_hand.Typed, *, wrong: str | None = None,
    status: int = 200,
) -> Response:  # fmt: skip
    return render(request, "by_hand.html", visitor, status=status, view=found, report=found.reading.report,
                  typed=typed, wrong=wrong, sources=found.reading.sources, choices=CHOICES)  # fmt: skip


@router.post("/statements/{statement}/note")
def note(
    statement: str, shared: Shared, visitor: Sender, text: Annotated[str, Form(max_length=100_000)] = "",
    then: Annotated[str, Form(max_length=2000)] = "",
) -> Response:  # fmt: skip
    """Keeps a note on a statement."""
    with looked_up(), shared.ledger.read() as view:
        found = view.statement(statement).found
    with shared.ledger.write() as session:
        enter(session, Decision(action="note", target=found.id, value=text), visitor.name)
    return RedirectResponse(back(then, f"/statements/{found.id}#notes"), 303)
