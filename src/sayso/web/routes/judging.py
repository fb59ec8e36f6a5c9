"""The forms by which people judge: accept, reject, correct, merge, split, undo."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from sayso.api.problems import Problem, looked_up
from sayso.api.routes.judging import Decision, enter
from sayso.api.services import Shared
from sayso.errors import SettingsError
from sayso.web.correcting import typed
from sayso.web.going import back
from sayso.web.render import Sender

router = APIRouter()
Verdict = Annotated[Literal["accept", "reject", "correct"], Form()]
Text = Annotated[str, Form(max_length=100_000)]


@router.post("/statements/{statement}/judge")
def judge(
    statement: str, shared: Shared, visitor: Sender, action: Verdict, then: Text = "", field: Text = "",
    value: Text = "", why: Text = "",
) -> Response:  # fmt: skip
    """Accept or reject a statement, or put a field right."""
    with looked_up(), shared.ledger.read() as view:
        found = view.statement(statement)
        text = view.report(found.found.report).reading.report.text
    right = None
    if action == "correct":
        try:
            right = typed(field, value, found.statement, text)
        except SettingsError as error:
            raise Problem.of(error, 422) from error
        if right is None:  # an emptied field
            action = "reject"
    decision = Decision(action=action, target=found.found.id, field=field or None, value=right, why=why or None)
    with shared.ledger.write() as session:
        enter(session, decision, visitor.name)
    with looked_up(), shared.ledger.read() as view:
        report = found.found.report
        moved = view.report(report)
        places = {each.place: each.id for each in moved.statements}
    return RedirectResponse(back(then, f"/statements/{places.get(found.found.place, found.found.id)}"), 303)


@router.post("/judgements/{judgement}/undo")
def undo(judgement: str, shared: Shared, visitor: Sender, then: Text = "") -> Response:
    with shared.ledger.write() as session:
        enter(session, Decision(action="undo", target=judgement), visitor.name)
    return RedirectResponse(back(then, "/log"), 303)


@router.post("/sources/{source}/merge")
def merge(source: str, shared: Shared, visitor: Sender, into: Text, why: Text = "") -> Response:
    """``into``: an id, or a name that means only one source."""
    with looked_up(), shared.ledger.read() as view:
        other = view.source(into.strip())
    decision = Decision(action="merge", target=source, into=other.id, why=why or None)
    with shared.ledger.write() as session:
        enter(session, decision, visitor.name)
    return RedirectResponse(f"/sources/{other.id}", 303)


@router.post("/sources/{source}/split")
def split(
    source: str, request: Request, shared: Shared, visitor: Sender, target: Text, name: Text = "", why: Text = ""
) -> Response:  # fmt: skip
    decision = Decision(action="split", target=target, name=name or None, why=why or None)
    with shared.ledger.write() as session:
        enter(session, decision, visitor.name)
    return RedirectResponse(f"/sources/{source}", 303)
