"""Reading a report without keeping it, and adding reports to the ledger."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, File, Form, Request, Response, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from sayso import wire
from sayso.api.intake import drafts, read
from sayso.api.jobs import Job
from sayso.api.problems import Problem, answers
from sayso.api.replies import reply
from sayso.api.services import AsEditor, AsReader, Services, Shared, costly
from sayso.errors import SaysoError
from sayso.report import Options
from sayso.types import Reading

router = APIRouter(tags=["add"], dependencies=[Depends(costly)])
jobs = APIRouter(tags=["add"])


class Input(BaseModel):
    """Either `text` or `address`. `published` (ISO 8601), `outlet` and `url` say what the report does not."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = Field(default=None, description="The text of a report")
    address: str | None = Field(default=None, description="http(s) address of a page or feed, fetched by the server")
    published: str | None = None
    outlet: str | None = None
    url: str | None = None

    def content(self) -> bytes | None:
        if (self.text is None) == (self.address is None):
            raise Problem(422, "needs either a text or an address", "Give one of the two", code="request")
        return self.text.encode("utf-8", "replace") if self.text is not None else None


class Failure(BaseModel):
    """`sayso.error/1`"""

    schema_: str = Field(alias="schema")
    input: str
    error: dict[str, str]


@router.post("/read", response_model=list[Reading | Failure], responses=answers(422))
def read_only(request: Request, given: Input, shared: Shared, visitor: AsReader) -> Response:
    """Reads without keeping: a `sayso.reading/1` object for each report, `sayso.error/1` for each that failed."""
    content = given.content()
    found = drafts(content, given.address or "text", options(shared, given.published, given.outlet, given.url))
    out: list[Any] = []
    for draft in found:
        made = read(draft, shared.serving.model)
        out.append(made.as_json() if isinstance(made, SaysoError) else msgspec.Raw(wire.to_json(made)))
    return reply(request, out)


@router.post("/reports", status_code=202, response_model=Job, responses=answers(422))
def add(request: Request, given: Input, shared: Shared, visitor: AsEditor) -> Response:
    """Adds a text or a page to the ledger, in the background: ask the job at `Location` how it went."""
    content = given.content()
    chosen = options(shared, given.published, given.outlet, given.url)
    name, kind = (given.address or "", "url") if content is None else ("text", "text")
    return accepted(request, shared.jobs.put(kind, name, content, chosen, visitor.name))


@router.post("/uploads", status_code=202, response_model=Job, responses=answers(413, 422))
def upload(
    request: Request, file: Annotated[UploadFile, File()], shared: Shared, visitor: AsEditor,
    published: Annotated[str | None, Form()] = None, outlet: Annotated[str | None, Form()] = None,
    url: Annotated[str | None, Form()] = None,
) -> Response:  # fmt: skip
    """Adds a file of any format that Sayso reads, which may hold many reports."""
    chosen = options(shared, published, outlet, url)
    name = (file.filename or "file")[:200]
    return accepted(request, shared.jobs.put("file", name, file.file.read(), chosen, visitor.name))


@jobs.get("/jobs/{job}", response_model=Job, responses=answers(404))
def job(job: str, request: Request, shared: Shared, visitor: AsReader) -> Response:
    """How far adding has come, and what became of each report."""
    return reply(request, shared.jobs.get(job))


def options(shared: Services, published: str | None, outlet: str | None, url: str | None) -> Options:
    """Raises SettingsError for a date that is none."""
    from sayso.report.dates import timestamp

    if published and timestamp(published) is None:
        raise Problem(422, f"“{published}” is no date", "Give it like 2024-05-31", code="request", input="published")
    return Options(published or None, outlet or None, url or None, allow_private=shared.serving.allow_private)


def accepted(request: Request, job: Job) -> Response:
    return reply(request, job, status=202, headers={"Location": f"/api/v1/jobs/{job.id}"})
