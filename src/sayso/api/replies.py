"""Answers: values of ours as JSON with an ETag, and Not Modified where the client has them already."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
from fastapi import Request, Response


def reply(request: Request, value: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """``value``: dataclasses, lists, dicts; encoded as the command line does it, without a detour over pydantic."""
    return tagged(request, msgspec.json.encode(value), "application/json", status=status, headers=headers)


def tagged(
    request: Request, body: bytes, media_type: str, *, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    sent = {"ETag": tag, **(headers or {})}
    known = request.headers.get("if-none-match", "")
    if request.method in ("GET", "HEAD") and (
        known == "*" or tag in (each.strip().removeprefix("W/") for each in known.split(","))
    ):
        return Response(status_code=304, headers=sent)
    return Response(body, status, headers=sent, media_type=media_type)
