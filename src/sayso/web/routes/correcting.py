"""One statement with everything known of it, and the forms that put a statement, a report or its sources right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from sayso.api.problems import Problem, looked_up
from sayso.api.routes.judging import Decision, enter
from sayso.api.services import Services, Shared
from sayso.ledger import Judgement, ReportView, StatementView
from sayso.types import Report
from sayso.web.correcting import Change, Field, changes, of_report, of_source, of_statement, place_of
from sayso.web.reading import card
from sayso.web.render import Editor, Sender, Viewer, render
from sayso.web.words import short

router = APIRouter()


async def _form(request: Request) -> FormData:
    return await request.form()


Posted = Annotated[FormData, Depends(_form)]


@router.get("/statements/{statement}")
def statement(statement: str, request: Request, shared: Shared, visitor: Viewer, kept: int = 0) -> Response:
    """Exact words, chain, evidence, what the machine had said, and forms to judge it. ``kept``: corrections made."""
    with looked_up(), shared.ledger.read() as view:
        found = view.statement(statement)
        report = view.report(found.found.report).reading.report
    return _statement(request, visitor, found, report, kept=kept)


@router.post("/statements/{statement}/correct")
def correct(statement: str, request: Request, shared: Shared, visitor: Sender, form: Posted) -> Response:
    """Every field that was changed in the form becomes a judgement; with anything wrong in them none does."""
    with looked_up(), shared.ledger.read() as view:
        found = view.statement(statement)
        report = view.report(found.found.report).reading.report
    if form.get("seen") != _seen(found.judgements):
        raise _outrun(f"/statements/{statement}")
    fields = of_statement(found.statement, found.machine, report.text)
    made, fields = changes(fields, _typed(form), found.statement, report.text, place_of(found.statement))
    target = f"{found.found.report}#{found.found.place}"  # the id changes with the content
    wrong = _enter(shared, target, made, visitor.name, form) if not any(f.wrong for f in fields) else None
    if wrong is not None or any(f.wrong for f in fields):
        return _statement(request, visitor, found, report, fields=fields, wrong=wrong, status=422)
    with looked_up(), shared.ledger.read() as view:  # a corrected content changes the id
        places = {each.place: each.id for each in view.report(found.found.report).statements}
    now = places.get(found.found.place, found.found.id)
    return RedirectResponse(f"/statements/{now}?kept={len(made)}#judgements", 303)


@router.get("/reports/{report}/correct")
def report(report: str, request: Request, shared: Shared, visitor: Editor, kept: int = 0) -> Response:
    """Forms for what is known of the report itself and of each of its sources."""
    with looked_up(), shared.ledger.read() as view:
        found = view.report(report)
        machine, log = view.reading(found.readings[-1].id), view.log(found.report, 200)
    return _report(request, visitor, found, _forms(found, machine), log, kept=kept)


@router.post("/reports/{report}/correct")
def correct_report(report: str, request: Request, shared: Shared, visitor: Sender, form: Posted) -> Response:
    """``of`` in the form: the place of a source (``p2``), empty for the report itself."""
    of = str(form.get("of") or "")
    with looked_up(), shared.ledger.read() as view:
        found = view.report(report)
        machine, log = view.reading(found.readings[-1].id), view.log(found.report, 200)
    if form.get("seen") != _seen(log):
        raise _outrun(f"/reports/{short(found.report)}/correct")
    forms = _forms(found, machine)
    if of not in forms:
        raise Problem(404, "the report has no such source", "Open the page again", code="source", input=of)
    thing: Any = next((s for s in found.reading.sources if s.id == of), found.reading.report)
    made, fields = changes(forms[of], _typed(form), thing, found.reading.report.text, place_of(thing))
    target = f"{found.report}#{of}" if of else found.report
    wrong = _enter(shared, target, made, visitor.name, form) if not any(f.wrong for f in fields) else None
    if wrong is not None or any(f.wrong for f in fields):
        return _report(request, visitor, found, forms | {of: fields}, log, wrong=wrong, status=422)
    return RedirectResponse(f"/reports/{short(found.report)}/correct?kept={len(made)}", 303)


def _statement(
    request: Request, visitor: Any, found: StatementView, report: Report, *, fields: list[Field] | None = None,
    wrong: str | None = None, kept: int = 0, status: int = 200,
) -> Response:  # fmt: skip
    shown = card(report, found.statement, found.found.id, found.found.entity, found.found.judgement)
    return render(
        request, "statement.html", visitor, status=status, view=found, report=report, card=shown, wrong=wrong,
        kept=kept, fields=fields or of_statement(found.statement, found.machine, report.text),
        seen=_seen(found.judgements),
    )  # fmt: skip


def _report(
    request: Request, visitor: Any, found: ReportView, forms: dict[str, list[Field]], log: Sequence[Judgement], *,
    wrong: str | None = None, kept: int = 0, status: int = 200,
) -> Response:  # fmt: skip
    return render(
        request, "correct.html", visitor, status=status, view=found, report=found.reading.report, forms_of=forms,
        undone={each.target for each in log if each.action == "undo"}, judgements=log, wrong=wrong, kept=kept,
        seen=_seen(log),
    )  # fmt: skip


def _forms(found: ReportView, machine: Any) -> dict[str, list[Field]]:
    """By place of the source; the report's own under the empty name."""
    was = {source.id: source for source in machine.sources}
    text = found.reading.report.text
    own = of_report(found.reading.report, machine.report)
    return {"": own} | {s.id: of_source(s, was.get(s.id, s), text) for s in found.reading.sources}


def _typed(form: FormData) -> Any:
    return lambda name: [value for value in form.getlist(name) if isinstance(value, str)]


def _seen(judgements: Sequence[Judgement]) -> str:
    """What a form was made from: it must not put back what somebody else has corrected since."""
    return ".".join(sorted(each.id for each in judgements))[-2000:] or "none"


def _outrun(page: str) -> Problem:
    return Problem(409, "somebody has judged it since this form was opened", "Open the page again", code="outrun",
                   input=page)  # fmt: skip


def _enter(shared: Services, target: str, made: Sequence[Change], by: str, form: FormData) -> str | None:
    """All of them, or none and what is wrong."""
    why = str(form.get("why") or "")[:500] or None
    try:
        with shared.ledger.write() as session:
            for change in made:
                action: Any = "reject" if change.value is None else "correct"
                decision = Decision(action=action, target=target, field=change.field, value=change.value, why=why)
                enter(session, decision, by)
    except Problem as problem:
        if problem.status_code == 404:
            raise
        return f"{problem.input} {problem.detail}. {problem.remedy or ''}"
    return None
