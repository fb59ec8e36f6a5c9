"""Templates to answers: everything escaped, every page with its visitor and the token that its forms must carry."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import Depends, Form, Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

import sayso
from sayso.api.accounts import Role
from sayso.api.problems import Problem
from sayso.api.services import services
from sayso.api.visitors import Visitor
from sayso.quoted import quoted
from sayso.web import words
from sayso.web.fields import REPORT, SOURCE, STATEMENT
from sayso.web.searched import lit


@cache
def templates() -> Environment:
    loader = PackageLoader("sayso.web", "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {
        "day": words.day,
        "web_address": web_address,
        "short": words.short,
        "count": words.count,
        "percent": words.percent,
        "quoted": quoted,
        "xml": words.xml,
        "told": words.told,
        "lit": lit,
    }
    labels = {entry.name: entry.label for entry in (*SOURCE, *REPORT, *STATEMENT)}
    made.globals |= {"LABELS": words.LABELS, "FIELD_LABELS": labels, "version": sayso.__version__}
    return made


def web_address(url: str | None) -> str | None:
    """The address, if it is one that may be linked to: a report can claim any."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def render(request: Request, template: str, visitor: Visitor | None, *, status: int = 200, **values: Any) -> Response:
    """A page. A visitor without a session gets one, so that the forms on the page are theirs."""
    visitors = services(request).visitors
    response = HTMLResponse(status_code=status)
    if visitor is not None and visitor.session is None:
        visitor = visitors.remember(response, visitor)
    page = templates().get_template(template)
    body = page.render(request=request, visitor=visitor, csrf=visitors.csrf(visitor), **values).encode(
        "utf-8", "replace"
    )
    response.body = body
    response.headers["content-length"] = str(len(body))
    return response


def _seen(request: Request, role: Role) -> Visitor:
    visitor = services(request).visitors.of(request)
    if visitor is None:
        raise Problem(401, "log in first", code="login")
    if not visitor.may(role):
        raise Problem(403, f"this needs the role {role}", f"You are {visitor.role}: ask an admin", code="role")
    return visitor


def _viewer(request: Request) -> Visitor:
    return _seen(request, "reader")


def _editor(request: Request) -> Visitor:
    return _seen(request, "editor")


def _sender(request: Request, csrf: Annotated[str, Form()] = "") -> Visitor:
    visitor = _seen(request, "editor")
    services(request).visitors.check_form(request, visitor, csrf)
    return visitor


def _admin(request: Request) -> Visitor:
    return _seen(request, "admin")


def _admin_sender(request: Request, csrf: Annotated[str, Form()] = "") -> Visitor:
    visitor = _seen(request, "admin")
    services(request).visitors.check_form(request, visitor, csrf)
    return visitor


#: Who looks at a page; who may see one for editors; who sent a form that changes something.
Viewer = Annotated[Visitor, Depends(_viewer)]
Editor = Annotated[Visitor, Depends(_editor)]
Sender = Annotated[Visitor, Depends(_sender)]
Admin = Annotated[Visitor, Depends(_admin)]
AdminSender = Annotated[Visitor, Depends(_admin_sender)]
