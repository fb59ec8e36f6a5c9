"""Answers: values of ours as JSON with an ETag, and Not Modified where the client has them already."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Generator, Iterable
from typing import IO, Any

import msgspec
from fastapi import Request, Response

from sayso.api.downloads import Download

_IN_MEMORY = 16_000_000  # bytes of a download


def reply(request: Request, value: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """``value``: dataclasses, lists, dicts; encoded as the command line does it, without a detour over pydantic."""
    return tagged(request, msgspec.json.encode(value), "application/json", status=status, headers=headers)


def tagged(
    request: Request, body: bytes, media_type: str, *, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    tag = _tag(hashlib.sha256(body))
    sent = {"ETag": tag, **(headers or {})}
    if _is_known(request, tag):
        return Response(status_code=304, headers=sent)
    return Response(body, status, headers=sent, media_type=media_type)


def download(request: Request, pieces: Iterable[str | bytes], media_type: str, headers: dict[str, str]) -> Response:
    """An answer that may be large: made whole before its first byte is sent, beyond 16 MB on disk, as its tag comes
    first.
    """
    made, digest = tempfile.SpooledTemporaryFile(_IN_MEMORY), hashlib.sha256()  # noqa: SIM115 (closed once sent)
    for piece in pieces:
        data = piece.encode() if isinstance(piece, str) else piece
        digest.update(data)
        made.write(data)
    sent = {"ETag": _tag(digest), **headers}
    if _is_known(request, sent["ETag"]):
        made.close()
        return Response(status_code=304, headers=sent)
    return Download(_read(made), media_type=media_type, headers=sent)


def _read(made: IO[bytes]) -> Generator[bytes, None, None]:
    with made:
        made.seek(0)
        while data := made.read(1 << 16):
            yield data


def _tag(digest: Any) -> str:
    return f'"{digest.hexdigest()[:32]}"'


def _is_known(request: Request, tag: str) -> bool:
    known = request.headers.get("if-none-match", "")
    return request.method in ("GET", "HEAD") and (
        known == "*" or tag in (each.strip().removeprefix("W/") for each in known.split(","))
    )
