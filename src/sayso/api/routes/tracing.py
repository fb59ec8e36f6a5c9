"""What reports show together: copies, altered quotations, claims with their origins, stories; and two side by side."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request, Response

from sayso.api.problems import answers, looked_up
from sayso.api.replies import reply
from sayso.api.services import AsReader, Shared, costly
from sayso.trace import looking
from sayso.trace.types import Story
from sayso.trace.whole import compare as compare_both

router = APIRouter(tags=["trace"])


def _object(name: str) -> dict[int | str, dict[str, Any]]:
    schema = {"type": "object", "required": ["schema", "reports"], "description": name,
              "properties": {"schema": {"const": name}, "reports": {"type": "array"}}}  # fmt: skip
    return {200: {"description": name, "content": {"application/json": {"schema": schema}}}}


@router.get("/trace", response_class=Response, responses=answers(503) | _object("sayso.trace/1"))
def trace(request: Request, shared: Shared, visitor: AsReader) -> Response:
    """`sayso.trace/1` of all reports in the ledger."""
    return reply(request, shared.traces.whole())


@router.get("/stories", response_model=list[Story], responses=answers(503))
def stories(request: Request, shared: Shared, visitor: AsReader) -> Response:
    """Reports about the same developing events."""
    return reply(request, shared.traces.look(looking.all_stories)[0])


@router.get("/stories/{report}", response_class=Response, responses=answers(404, 503) | _object("sayso.trace/1"))
def story(report: str, request: Request, shared: Shared, visitor: AsReader) -> Response:
    """The trace as far as it concerns the story that a report is part of, numbered by itself."""
    with looked_up():
        return reply(request, shared.traces.look(lambda view: looking.story_with(view, report))[0])


@router.get(
    "/compare", response_class=Response, responses=answers(404) | _object("sayso.comparison/1"),
    dependencies=[Depends(costly)],
)  # fmt: skip
def compare(a: str, b: str, request: Request, shared: Shared, visitor: AsReader) -> Response:
    """`sayso.comparison/1` of two reports."""
    with looked_up(), shared.ledger.read() as view:
        one, other = view.report(a).reading, view.report(b).reading
    return reply(request, compare_both(one, other))
