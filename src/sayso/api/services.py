"""What the routes of a server share, made once when it starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from sayso.api.accounts import Role
from sayso.api.jobs import Jobs
from sayso.api.limits import Limit
from sayso.api.problems import Problem
from sayso.api.searches import Searches
from sayso.api.serving import Serving
from sayso.api.state import State
from sayso.api.traces import Traces
from sayso.api.visitors import Visitor, Visitors
from sayso.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Services:
    serving: Serving
    ledger: Ledger
    state: State
    visitors: Visitors
    jobs: Jobs
    searches: Searches
    traces: Traces
    expensive: Limit
    logins: Limit

    @classmethod
    def of(cls, serving: Serving) -> Services:
        """Opens the ledger and the server's own state. Raises SaysoError where either cannot be."""
        ledger = Ledger(serving.ledger)
        state = State(serving.state_path)
        jobs = Jobs(state, ledger, serving.model, allow_private=serving.allow_private)
        return cls(
            serving, ledger, state, Visitors(serving, state), jobs, Searches(state), Traces(ledger),
            Limit(serving.expensive), Limit(serving.logins),
        )  # fmt: skip


def services(request: Request) -> Services:
    return cast(Services, request.app.state.services)


def client(request: Request) -> str:
    return request.client.host if request.client else ""


Shared = Annotated[Services, Depends(services)]


def visitor_with(role: Role) -> Callable[[Request], Visitor]:
    """A dependency of API routes: who asks, if they may. A change must not come from another site's page."""

    def check(request: Request) -> Visitor:
        visitors = services(request).visitors
        visitor = visitors.of(request)
        if visitor is None:
            raise Problem(
                401, "log in first", "Give the token as `Authorization: Bearer …`", code="login",
                headers={"WWW-Authenticate": "Bearer"},
            )  # fmt: skip
        if not visitor.may(role):
            raise Problem(403, f"this needs the role {role}", f"You are {visitor.role}: ask an admin", code="role")
        if request.method not in ("GET", "HEAD"):
            visitors.check_change(request, visitor)
        return visitor

    return check


AsReader = Annotated[Visitor, Depends(visitor_with("reader"))]
AsEditor = Annotated[Visitor, Depends(visitor_with("editor"))]
AsAdmin = Annotated[Visitor, Depends(visitor_with("admin"))]


def costly(request: Request) -> None:
    """A dependency of routes that read or add reports: they may be asked less often."""
    services(request).expensive.take(client(request))
