"""A server over a ledger that holds the made-up story of the ledger's tests; no model is needed to ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import sayso
from sayso import settings
from sayso.api import Serving
from sayso.ledger import Ledger, Original
from sayso.web import create_app
from tests.ledger.story import STORY

MODEL = Path(sayso.__file__).parent / "tagger" / settings.MODEL / "model.json"
needs_model = pytest.mark.skipif(not MODEL.exists(), reason="NOT TESTED: the model is not here")

Serve = Callable[..., TestClient]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite3"
    with Ledger(str(path)) as opened, opened.write() as session:
        for reading in STORY:
            session.add(reading, Original(b"<script>alert(1)</script>", "text/html"))
    return path


@pytest.fixture
def serve(ledger: Path) -> Iterator[Serve]:
    """Starts a server with these settings and gives a client that asks it as a browser on this machine would."""
    started: list[TestClient] = []

    def start(**settings: object) -> TestClient:
        app = create_app(Serving(ledger=str(ledger), user="anna", **settings))  # type: ignore[arg-type]
        client = TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
        client.__enter__()
        started.append(client)
        return client

    yield start
    for client in started:
        client.__exit__(None, None, None)


@pytest.fixture
def client(serve: Serve) -> TestClient:
    return serve()
