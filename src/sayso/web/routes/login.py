"""Logging in and out, where the server asks for it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from sayso.api.services import Shared, client
from sayso.web.going import back
from sayso.web.render import render

router = APIRouter()


@router.get("/login", name="login_page")
def login_page(request: Request, shared: Shared, next: str = "/") -> Response:
    if shared.visitors.of(request) is not None:
        return RedirectResponse(back(next, "/"), 303)
    return render(request, "login.html", None, next=next, failed=False, accounts=shared.serving.accounts)


@router.post("/login")
def login(
    request: Request, shared: Shared, password: Annotated[str, Form()], name: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:  # fmt: skip
    """By account or the server's token; not from another site's form, which could log a visitor in as somebody else."""
    shared.visitors.check_origin(request)
    shared.logins.take(client(request))
    visitor = shared.visitors.login(name.strip()[:64], password)
    if visitor is None:
        return render(
            request, "login.html", None, status=403, next=next, failed=True, accounts=shared.serving.accounts
        )  # fmt: skip
    response = RedirectResponse(back(next, "/"), 303)
    shared.visitors.remember(response, visitor)
    return response


@router.post("/logout")
def logout(shared: Shared, request: Request, csrf: Annotated[str, Form()] = "") -> Response:
    shared.visitors.check_form(request, shared.visitors.of(request), csrf)
    response = RedirectResponse("/login", 303)
    shared.visitors.forget(request, response)
    return response
