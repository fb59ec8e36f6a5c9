"""The forms by which people judge: accept, reject, merge, split, undo. Correcting has forms of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from sayso.api.problems import Problem, looked_up
from sayso.api.routes.judging import Decision, enter
from sayso.api.services import Shared
from sayso.web.going import back
from sayso.web.render import Sender
from sayso.web.routes.source import show

router = APIRouter()
Text = Annotated[str, Form(max_length=100_000)]


@router.post("/statements/{statement}/judge")
def judge(
    statement: str, shared: Shared, visitor: Sender, action: Annotated[Literal["accept", "reject"], Form()],
    then: Text = "", why: Text = "",
) -> Response:  # fmt: skip
    """Accept or reject a statement as a whole."""
    with looked_up(), shared.ledger.read() as view:
        found = view.statement(statement).found
    with shared.ledger.write() as session:
        enter(session, Decision(action=action, target=found.id, why=why or None), visitor.name)
    return RedirectResponse(back(then, f"/statements/{found.id}"), 303)


@router.post("/judgements/{judgement}/undo")
def undo(judgement: str, shared: Shared, visitor: Sender, then: Text = "") -> Response:
    with shared.ledger.write() as session:
        enter(session, Decision(action="undo", target=judgement), visitor.name)
    return RedirectResponse(back(then, "/log"), 303)


@router.post("/sources/{source}/merge")
def merge(
    source: str, request: Request, shared: Shared, visitor: Sender, into: Text, why: Text = ""
) -> Response:  # fmt: skip
    """``into``: an id, or a name that means only one source."""
    try:
        with looked_up(), shared.ledger.read() as view:
            other = view.source(into.strip())
        decision = Decision(action="merge", target=source, into=other.id, why=why or None)
        with shared.ledger.write() as session:
            enter(session, decision, visitor.name)
    except Problem as problem:
        return show(source, request, shared, visitor, wrong=problem, typed=into)
    return RedirectResponse(f"/sources/{other.id}", 303)


@router.post("/sources/{source}/split")
def split(
    source: str, request: Request, shared: Shared, visitor: Sender, target: Text, name: Text = "", why: Text = ""
) -> Response:  # fmt: skip
    decision = Decision(action="split", target=target, name=name or None, why=why or None)
    with shared.ledger.write() as session:
        enter(session, decision, visitor.name)
    return RedirectResponse(f"/sources/{source}", 303)
