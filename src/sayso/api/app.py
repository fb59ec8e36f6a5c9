"""The application: services opened, limits set, routes in place."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from starlette.middleware.gzip import GZipMiddleware

import sayso
from sayso.api import problems
from sayso.api.middleware import Guarding
from sayso.api.replies import reply
from sayso.api.routes import adding, finding, judging, searching, showing, tracing
from sayso.api.services import Services
from sayso.api.serving import Serving

PREFIX = "/api/v1"


def create_app(serving: Serving) -> FastAPI:
    """The REST API, ready to run; ``app.state.services`` is what its routes share.

    Raises:
        SaysoError: the ledger or the server's own state cannot be opened.
    """
    services = Services.of(serving)

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncIterator[None]:
        services.jobs.start()
        yield
        services.jobs.stop()
        services.ledger.close()

    app = FastAPI(
        title="Sayso",
        summary="Who said what in news reports, in which words, through whom, how firmly, and who denies it.",
        version=sayso.__version__,
        lifespan=running,
        openapi_url=None,  # below, as every answer has an ETag
        docs_url=None,  # FastAPI's own pages load scripts from elsewhere
        redoc_url=None,
    )
    app.state.services = services
    for router in (
        adding.router,
        adding.jobs,
        finding.router,
        showing.router,
        judging.router,
        searching.router,
        tracing.router,
    ):
        app.include_router(router, prefix=PREFIX)

    @app.get(f"{PREFIX}/openapi.json", include_in_schema=False)
    def document(request: Request) -> Response:
        return reply(request, app.openapi())

    problems.register(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=3)
    app.add_middleware(Guarding, serving=serving)
    return app
