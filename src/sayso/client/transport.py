"""Requests and answers: what goes wrong becomes an ApiError, what has not changed is not sent again."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

import msgspec
import urllib3

from sayso.errors import SaysoError

Parameters = Sequence[tuple[str, str]]
#: Statuses that mean: not now, ask again.
_LATER = (429, 503)
_REMEMBERED = 64


class ApiError(SaysoError):
    """The server refused, or could not be reached; ``status`` is that of HTTP, 0 where there was no answer."""

    def __init__(self, input: str, message: str, remedy: str, *, code: str = "api", status: int = 0) -> None:
        super().__init__(input, message, remedy, code=code)
        self.status = status

    def __reduce__(self) -> tuple[object, ...]:
        return (_again, (self.input, self.message, self.remedy, self.code, self.status))


def _again(input: str, message: str, remedy: str, code: str, status: int) -> ApiError:
    return ApiError(input, message, remedy, code=code, status=status)


class Transport:
    """One server; safe to share between threads."""

    def __init__(self, address: str, token: str | None, timeout: float, patience: float) -> None:
        self._base = address.rstrip("/")
        self._patience = patience
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._pool = urllib3.PoolManager(headers=headers, timeout=timeout, retries=False)
        self._known: OrderedDict[str, tuple[str, bytes]] = OrderedDict()

    def get(self, path: str, parameters: Parameters = ()) -> bytes:
        """The body, from memory where the server says that it has not changed."""
        url = self._url(path, parameters)
        known = self._known.get(url)
        response = self._send("GET", url, {"If-None-Match": known[0]} if known else {})
        if known and response.status == 304:
            return known[1]
        body, tag = response.data, response.headers.get("etag")
        if tag:
            self._known[url] = (tag, body)
            while len(self._known) > _REMEMBERED:
                with suppress(KeyError):
                    self._known.popitem(last=False)
        return body

    def stream(self, path: str, parameters: Parameters) -> Iterator[bytes]:
        """The body piece by piece, for what may be larger than memory."""
        response = self._send("GET", self._url(path, parameters), {}, whole=False)
        try:
            yield from response.stream(1 << 16, decode_content=True)
        except urllib3.exceptions.HTTPError as error:
            raise ApiError(path, f"broke off ({error})", "Ask again") from error
        finally:
            response.release_conn()

    def send(self, method: str, path: str, value: Any = None, parameters: Parameters = ()) -> bytes:
        """Sends ``value`` as JSON."""
        body = None if value is None else msgspec.json.encode(value)
        url = self._url(path, parameters)
        return self._send(method, url, {"Content-Type": "application/json"} if body else {}, body=body).data

    def upload(self, path: str, name: str, content: bytes, fields: Mapping[str, str]) -> bytes:
        form: list[tuple[str, Any]] = [("file", (name, content, "application/octet-stream")), *fields.items()]
        body, content_type = urllib3.encode_multipart_formdata(form)
        return self._send("POST", self._url(path, ()), {"Content-Type": content_type}, body=body).data

    def close(self) -> None:
        self._pool.clear()

    def _url(self, path: str, parameters: Parameters) -> str:
        return f"{self._base}/api/v1{path}" + (f"?{urlencode(parameters)}" if parameters else "")

    def _send(
        self, method: str, url: str, headers: Mapping[str, str], *, body: bytes | None = None, whole: bool = True
    ) -> urllib3.BaseHTTPResponse:
        until = time.monotonic() + self._patience
        while True:
            try:
                response = self._pool.request(
                    method, url, body=body, headers={**self._pool.headers, **headers}, preload_content=whole,
                    redirect=False,
                )  # fmt: skip
            except urllib3.exceptions.HTTPError as error:
                raise ApiError(self._base, f"cannot be reached ({error})", "Is `sayso serve` running there?") from error
            if response.status in (200, 201, 202, 204, 304):
                return response
            wait = _seconds(response.headers.get("retry-after"))
            if response.status not in _LATER or method != "GET" or time.monotonic() + wait > until:
                raise _error(url, response)
            response.drain_conn()
            time.sleep(wait)


def _seconds(value: str | None) -> float:
    return float(value) if value and value.isdigit() else 1.0


def _error(url: str, response: urllib3.BaseHTTPResponse) -> ApiError:
    """From problem+json; from anything else what its status says."""
    problem: dict[str, Any] = {}
    with suppress(msgspec.DecodeError):
        found = msgspec.json.decode(response.data)
        problem = found if isinstance(found, dict) else {}
    message = str(problem.get("detail") or f"answered {response.status} {response.reason or ''}".strip())
    return ApiError(
        str(problem.get("input") or url), message, str(problem.get("remedy") or "Look at the server's log"),
        code=str(problem.get("code") or "api"), status=response.status,
    )  # fmt: skip
