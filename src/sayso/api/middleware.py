"""What holds for every request: which host was asked for, how much may be sent, what a browser may do with answers."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.api.limits import Limit
from sayso.api.problems import Problem
from sayso.api.serving import LOOPBACK_HOSTS, Serving

#: Nothing but our own files runs or is shown; no page of ours can be framed or send its forms elsewhere.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with none at all browsers send our own forms as from nowhere
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}

_OVER_HTTPS = {"Strict-Transport-Security": "max-age=31536000"}


class Guarding:
    """ASGI middleware. A server that demands no login answers only under names of this machine: another site's name
    that was pointed here (DNS rebinding) is refused.
    """

    def __init__(self, app: ASGIApp, serving: Serving) -> None:
        self._app = app
        self._limit = Limit(serving.requests)
        self._bytes = serving.upload_limit
        self._headers = _HEADERS | (_OVER_HTTPS if serving.secure else {})
        self._hosts = {*LOOPBACK_HOSTS, *serving.hosts} if serving.open else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    out.setdefault(name, value)
                out.setdefault("Cache-Control", "private, no-cache")
            await send(message)

        try:
            self._check(scope, headers)
        except Problem as problem:
            await _answered(problem, scope)(scope, receive, with_headers)
            return
        counted = _Counted(receive, self._bytes)
        try:
            await self._app(scope, counted.receive, with_headers)
        except Problem as problem:  # only from the counter: everything else is answered within
            await _answered(problem, scope)(scope, receive, with_headers)

    def _check(self, scope: Scope, headers: Headers) -> None:
        if self._hosts is not None:
            host = urlsplit(f"//{headers.get('host', '')}").hostname or ""
            if (f"[{host}]" if ":" in host else host) not in self._hosts:
                message = f"this server does not answer for the host “{host}”"
                raise Problem(403, message, "Ask for 127.0.0.1, or name it with --allow-host", code="host")
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._bytes:
            raise _too_much(self._bytes)
        self._limit.take(scope["client"][0] if scope.get("client") else "")


class _Counted:
    """Receives a request's body and ends it where it is too long, whatever its headers had said."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._left, self._most = receive, most, most

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                raise _too_much(self._most)
        return message


def _answered(problem: Problem, scope: Scope) -> Response:
    """What is too large as the application answers failures, a page where it has pages; other refusals bare: the
    server says nothing else to a host that is not its own, or to a client that asks too often."""
    answer = getattr(scope["app"].state, "answer", None) if problem.code == "too-large" else None
    return answer(Request(scope), problem) if answer else problem.response()


def _too_much(most: int) -> Problem:
    return Problem(
        413, f"the request is larger than {most / 1e6:.0f} MB", "Send one report at a time", code="too-large"
    )
