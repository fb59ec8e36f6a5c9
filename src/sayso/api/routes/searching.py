"""Saved searches."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from sayso.api.problems import answers
from sayso.api.replies import reply
from sayso.api.searches import Search
from sayso.api.services import AsEditor, AsReader, Shared
from sayso.ledger import Query

router = APIRouter(tags=["searches"])


class NewSearch(BaseModel):
    """`query`: the filters as URL parameters, `act=deny&source=Quill`."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=200)
    query: str = Field(max_length=8000)


@router.get("/searches", response_model=list[Search], responses=answers())
def searches(request: Request, shared: Shared, visitor: AsReader) -> Response:
    """All saved searches; `/searches/{id}.atom` on this server is the feed of one."""
    return reply(request, shared.searches.all())


@router.post("/searches", status_code=201, response_model=Search, responses=answers(422))
def save(request: Request, given: NewSearch, shared: Shared, visitor: AsEditor) -> Response:
    """Keeps a search under a name."""
    return reply(request, shared.searches.put(given.name, Query.of(given.query), visitor.name), status=201)


@router.delete("/searches/{search}", status_code=204, response_class=Response, responses=answers(404))
def remove(search: str, shared: Shared, visitor: AsEditor) -> Response:
    """Forgets a saved search."""
    shared.searches.remove(search)
    return Response(status_code=204)
