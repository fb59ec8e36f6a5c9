"""Every route does what the OpenAPI document says, whatever is sent to it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import CHECKS
from starlette.testclient import TestClient

from sayso.api import Serving, create_app
from sayso.ledger import Ledger, Original
from tests.ledger.story import STORY

#: What a schema cannot say (a text or an address, a day that exists), and methods answered by the router.
_BEYOND = ["positive_data_acceptance", "negative_data_rejection", "unsupported_method", "allow_header_conformance"]


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    path = tmp_path_factory.mktemp("api") / "ledger.sqlite3"
    with Ledger(str(path)) as ledger, ledger.write() as session:
        for reading in STORY:
            session.add(reading, Original(b"bytes"))
    serving = Serving(ledger=str(path), hosts=("testserver",), requests=10**6, expensive=10**6)
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(serving))


@pytest.fixture
def uncollected() -> Iterator[None]:
    """Without collections of garbage: Hypothesis calls back at each, and where that falls into the making of a syntax
    tree, CPython 3.11 loses count ("SystemError: AST constructor recursion depth mismatch")."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("uncollected")
def test_the_document_is_kept(api: schemathesis.BaseSchema) -> None:
    excluded = [CHECKS.get_one(name) for name in _BEYOND]
    tried = 0
    for found in api.exclude(path_regex="/read$").get_all_operations():  # reading itself has tests of its own

        @given(case=found.ok().as_strategy())
        @settings(max_examples=8, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        def run(case: schemathesis.Case) -> None:
            case.call_and_validate(excluded_checks=excluded)

        run()
        tried += 1
    assert tried > 20


def test_the_document_names_every_route(client: TestClient) -> None:
    document = client.get("/api/v1/openapi.json").json()
    found = {(path, method) for path, methods in document["paths"].items() for method in methods}
    for path, method in [("/statements", "get"), ("/facets", "get"), ("/reports/{report}", "get"), ("/trace", "get"),
                         ("/sources/{source}", "get"), ("/judgements", "post"), ("/export", "get"), ("/read", "post"),
                         ("/reports", "post"), ("/uploads", "post"), ("/stories/{report}", "get"),
                         ("/compare", "get")]:  # fmt: skip
        assert (f"/api/v1{path}", method) in found
    assert not any(not path.startswith("/api/v1/") for path, _ in found), "pages are no part of the API"
