"""What people decided: entering it, undoing it, and the log of it all."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from sayso.api.problems import Problem, answers, looked_up
from sayso.api.replies import reply
from sayso.api.services import AsEditor, AsReader, Shared
from sayso.errors import LedgerError
from sayso.ledger import Judgement, Writer

router = APIRouter(tags=["judge"])


class Decision(BaseModel):
    """`target`: a statement's id, `report#p2` for a source of a report, a report's id; to add a statement the report's
    id; for a note the statement's; for a merge a source's id; for an undo the judgement's id.
    """

    model_config = ConfigDict(extra="forbid")

    action: Literal["accept", "reject", "correct", "add", "note", "merge", "split", "undo"]
    target: str = Field(min_length=1, max_length=2000)
    field: str | None = Field(default=None, description="accept, reject, correct: the field; null judges the whole")
    value: Any = Field(default=None, description="correct: what is right; add: the statement; note: its text")
    into: str | None = Field(default=None, description="merge: the source that stands for both")
    name: str | None = Field(default=None, description="split: name of a relay or publisher, target being the report")
    why: str | None = Field(default=None, max_length=2000)


@router.post("/judgements", status_code=201, response_model=Judgement, responses=answers(404, 409, 422))
def judge(request: Request, decision: Decision, shared: Shared, visitor: AsEditor) -> Response:
    """Accept, reject or correct a statement, source or report; add a statement, note something on one; merge or split
    sources; undo any of these.
    """
    with shared.ledger.write() as session:
        made = enter(session, decision, visitor.name)
    return reply(request, made, status=201)


def enter(session: Writer, decision: Decision, by: str) -> Judgement:
    """Raises Problem 404 for a target that is not there, 422 for what cannot be said of it."""
    target, why = decision.target, decision.why
    try:
        if decision.action == "accept":
            return session.accept(target, by=by, field=decision.field, why=why)
        if decision.action == "reject":
            return session.reject(target, by=by, field=decision.field, why=why)
        if decision.action == "correct":
            return session.correct(target, decision.field or "", decision.value, by=by, why=why)
        if decision.action == "add":
            return session.add_statement(target, decision.value, by=by, why=why)
        if decision.action == "note":
            return session.note(target, decision.value, by=by)
        if decision.action == "merge":
            return session.merge(target, decision.into or "", by=by, why=why)
        if decision.action == "split":
            return session.split(target, by=by, why=why, name=decision.name)
        return session.undo(target, by=by, why=why)
    except LedgerError as error:
        missing = error.message.startswith(("no such", "the report has no such", "is no id"))
        conflict = "already" in error.message
        raise Problem.of(error, 404 if missing else 409 if conflict else 422) from error


@router.get("/judgements", response_model=list[Judgement], responses=answers(404))
def log(request: Request, shared: Shared, visitor: AsReader, report: str | None = None, limit: int = 100) -> Response:
    """The newest judgements first, undone ones and undos included; of one report where given."""
    with looked_up(), shared.ledger.read() as view:
        return reply(request, view.log(report, max(1, min(limit, 1000))))
