"""The filters of a search as the OpenAPI document describes them; ``sayso.ledger.Query`` is what they become."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from sayso import ledger
from sayso.types import ACTS, STATUSES, Disclosure, Firmness, How, Kind, SourceType

Day = Annotated[str | None, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="ISO day")]


class Filters(BaseModel):
    """Different filters must all hold; a list stands as a repeated parameter and means any of these."""

    model_config = ConfigDict(extra="forbid")

    words: str = Field("", description='Words; "a phrase"; -not this; this OR that; begin*', max_length=2000)
    source: list[str] = Field([], description="Name or id of the source, in any spelling joined to it")
    type: list[SourceType] = []
    disclosure: list[Disclosure] = []
    act: list[str] = Field([], description="One of " + ", ".join(ACTS))
    firmness: list[Firmness] = []
    standing: list[str] = Field([], description="One of " + ", ".join(STATUSES))
    outlet: list[str] = Field([], description="Who published it")
    via: list[str] = Field([], description="Through whom it came")
    kind: list[Kind] = []
    how: list[How] = []
    model: list[str] = []
    judgement: list[Literal["none", "accepted", "corrected", "rejected", "added"]] = []
    report: list[str] = Field([], description="Report ids, or beginnings that mean only one")
    published_from: Day = None
    published_to: Day = None
    said_from: Day = None
    said_to: Day = None
    confidence: float | None = Field(None, ge=0, le=1, description="Least confidence")
    versions: Literal["latest", "all"] = "latest"
    sort: Literal["newest", "oldest", "said"] = "newest"
    limit: int = Field(50, ge=1, le=1000)
    cursor: str | None = Field(None, description="`next` of the page before")


def _query(request: Request, filters: Annotated[Filters, Query()]) -> ledger.Query:
    return ledger.Query.of((name, value) for name, value in request.query_params.multi_items())


#: A search, from the parameters of the address.
Searched = Annotated[ledger.Query, Depends(_query)]
