"""Adding reports: paste a text, upload a file, give an address; then watch it being read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from sayso.api.problems import Problem
from sayso.api.routes.adding import options
from sayso.api.services import Shared, client
from sayso.pipeline import LONGEST
from sayso.web.render import Editor, Sender, Viewer, render
from sayso.web.words import short

router = APIRouter()
Text = Annotated[str, Form()]


@router.get("/add")
def page(request: Request, shared: Shared, visitor: Editor) -> Response:
    limit = shared.serving.upload_limit // 1_000_000
    return render(request, "add.html", visitor, jobs=shared.jobs.latest(10), limit=limit, longest=LONGEST)


@router.post("/add")
def add(
    request: Request, shared: Shared, visitor: Sender, text: Text = "", address: Text = "",
    file: Annotated[UploadFile | None, File()] = None, published: Text = "", outlet: Text = "", url: Text = "",
) -> Response:  # fmt: skip
    """Takes what was given and leads to its progress."""
    shared.expensive.take(client(request))
    chosen = options(shared, published, outlet, url)
    if file is not None and file.filename:
        job = shared.jobs.put("file", file.filename[:200], file.file.read(), chosen, visitor.name)
    elif address.strip():
        job = shared.jobs.put("url", address.strip(), None, chosen, visitor.name)
    elif text.strip():
        job = shared.jobs.put("text", "pasted text", text.encode("utf-8", "replace"), chosen, visitor.name)
    else:
        raise Problem(422, "nothing was given", "Paste a text, choose a file or give an address", code="empty")
    return RedirectResponse(f"/jobs/{job.id}", 303)


@router.get("/jobs/{job}")
def progress(job: str, request: Request, shared: Shared, visitor: Viewer, stay: bool = False) -> Response:
    """How far it has come; a single report that is done opens in the reader."""
    found = shared.jobs.get(job)
    done = [outcome for outcome in found.results if outcome.report]
    if found.state == "done" and len(found.results) == 1 and done and not stay:
        return RedirectResponse(f"/reports/{short(done[0].report or '')}", 303)
    return render(request, "job.html", visitor, job=found)
