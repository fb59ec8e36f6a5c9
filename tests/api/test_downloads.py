"""Downloads that are broken off, and requests that are too large."""

from __future__ import annotations

from collections.abc import Generator

import anyio
import pytest
from starlette.requests import ClientDisconnect
from starlette.types import Message

from sayso.api.downloads import Download


@pytest.mark.parametrize("version", ["2.3", "2.4"])
def test_what_makes_the_pieces_is_closed_when_nobody_takes_them(version: str) -> None:
    closed = []

    def pieces() -> Generator[str | bytes, None, None]:
        try:
            while True:
                yield "a line\n"
        finally:
            closed.append(True)

    async def send(message: Message) -> None:
        if message["type"] == "http.response.body":
            raise OSError("the client has gone")

    async def receive() -> Message:
        await anyio.sleep_forever()
        return {"type": "http.disconnect"}

    kept = pieces()  # held here: the collector closes nothing
    scope = {"type": "http", "asgi": {"spec_version": version}}
    with pytest.raises((ClientDisconnect, OSError, BaseExceptionGroup)):
        anyio.run(Download(kept), scope, receive, send)
    assert closed == [True]
