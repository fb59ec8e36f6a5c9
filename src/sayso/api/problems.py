"""Failures as ``application/problem+json`` (RFC 9457): what is wrong with which input, and what to do about it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from sayso.errors import FetchError, InputError, LedgerError, ModelError, SaysoError, SettingsError

_STATUS = ((FetchError, 422), (InputError, 422), (SettingsError, 400), (LedgerError, 409), (ModelError, 503))
_REMEDY = "See /api/v1/openapi.json"
_log = logging.getLogger("sayso.api")


class ProblemModel(BaseModel):
    """RFC 9457; ``code``, ``input`` and ``remedy`` are those of ``sayso.error/1``."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    input: str | None = None
    remedy: str | None = None


class Problem(HTTPException):
    """An answer that is not the one asked for."""

    def __init__(
        self, status: int, detail: str, remedy: str | None = None, *, code: str, input: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(status, detail, dict(headers or {}))
        self.remedy, self.code, self.input = remedy, code, input

    @classmethod
    def of(cls, error: SaysoError, status: int | None = None) -> Problem:
        found = next((number for kind, number in _STATUS if isinstance(error, kind)), 500)
        return cls(status or found, error.message, error.remedy, code=error.code, input=error.input)

    def as_json(self) -> dict[str, Any]:
        title = HTTPStatus(self.status_code).phrase
        return {"type": f"urn:sayso:problem:{self.code}", "title": title, "status": self.status_code,
                "detail": self.detail, "code": self.code, "input": self.input, "remedy": self.remedy}  # fmt: skip

    def response(self) -> Response:
        return JSONResponse(
            self.as_json(), self.status_code, headers=self.headers, media_type="application/problem+json"
        )  # fmt: skip


@contextmanager
def looked_up() -> Iterator[None]:
    """Around the look-up of what an address names: what the ledger does not have is Not Found."""
    try:
        yield
    except LedgerError as error:
        raise Problem.of(error, 404) from error


def answers(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The failures of a route for the OpenAPI document; those that any route can have are in all of them."""
    content = {"application/problem+json": {"schema": ProblemModel.model_json_schema()}}
    every = sorted({400, 401, 403, 422, 429, *statuses})
    return {status: {"description": HTTPStatus(status).phrase, "content": content} for status in every}


def of_any(error: Exception) -> Problem:
    """Whatever was raised, as the problem that tells of it."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, SaysoError):
        return Problem.of(error)
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        status = 400 if first["loc"][0] == "query" else 422
        return Problem(status, first["msg"], _REMEDY, code="request", input=where)
    if isinstance(error, HTTPException):
        return Problem(error.status_code, str(error.detail), code="request", headers=error.headers)
    _log.exception("a fault of this software", exc_info=error)
    return Problem(500, f"a fault of this software ({type(error).__name__})", "Please report it", code="internal")


def as_problem(request: Request, problem: Problem) -> Response:
    return problem.response()


def register(app: FastAPI, answer: Callable[[Request, Problem], Response] = as_problem) -> None:
    """Makes every failure of the application a problem, and ``answer`` what is sent for it."""

    async def handle(request: Request, error: Exception) -> Response:
        problem = of_any(error)
        if problem.status_code in (404, 405) and problem.code == "request" and request.url.path.startswith("/api/"):
            problem.input, problem.remedy = problem.input or f"{request.method} {request.url.path}", _REMEDY
        return answer(request, problem)

    for kind in (Problem, SaysoError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, handle)
