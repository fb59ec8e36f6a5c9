"""Answers made piece by piece, while the ledger is read."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import anyio
from anyio.to_thread import run_sync
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send


class Download(StreamingResponse):
    """Closes what makes its pieces as soon as nobody takes them any more: left to the collector, a view of the ledger
    would be closed after its connection."""

    def __init__(self, pieces: Generator[str | bytes, None, None], **given: Any) -> None:
        super().__init__(pieces, **given)
        self._pieces = pieces

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            with anyio.CancelScope(shield=True):
                await run_sync(self._pieces.close)
