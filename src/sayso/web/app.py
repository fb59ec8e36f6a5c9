"""The whole application: the API with the pages over it; failures are pages here and problems there."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from starlette.staticfiles import StaticFiles

from sayso import api
from sayso.api import Serving, problems
from sayso.api.problems import Problem
from sayso.api.services import services
from sayso.web.render import render
from sayso.web.routes import adding, by_hand, correcting, finding, home, judging, login, purging, reader, source, story

_STATIC = Path(__file__).parent / "static"


def create_app(serving: Serving) -> FastAPI:
    """Pages and API. Raises SaysoError where the ledger cannot be opened."""
    app = api.create_app(serving)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    for module in (home, reader, correcting, by_hand, finding, source, story, adding, judging, purging, login):
        app.include_router(module.router, include_in_schema=False)
    problems.register(app, answer=_answer)
    app.state.answer = _answer
    return app


def _answer(request: Request, problem: Problem) -> Response:
    if request.url.path.startswith(f"{api.app.PREFIX}/"):
        return problem.response()
    if problem.code == "login":
        there = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?{urlencode({'next': there})}", 303)
    visitor = services(request).visitors.of(request)
    page = render(request, "problem.html", visitor, status=problem.status_code, problem=problem.as_json())
    page.headers.update(problem.headers or {})
    return page
