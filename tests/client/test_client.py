"""The typed client against the OpenAPI document and against a running server."""

from __future__ import annotations

import dataclasses
import pickle
import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from sayso.api import Serving, create_app
from sayso.client import ApiError, Client, answers
from sayso.types import Reading
from tests.api.conftest import needs_model
from tests.ledger.story import FERRY, STORY
from tests.web.conftest import serve

#: Routes and the methods that ask them.
ROUTES = {
    ("post", "/read"): "read", ("post", "/reports"): "add", ("get", "/reports"): "find_reports",
    ("post", "/uploads"): "upload", ("get", "/jobs/{job}"): "job", ("get", "/statements"): "page",
    ("get", "/facets"): "facets", ("get", "/export"): "export", ("get", "/reports/{report}"): "report",
    ("delete", "/reports/{report}"): "purge", ("get", "/reports/{report}/reading"): "reading",
    ("get", "/reports/{report}/original"): "original", ("get", "/statements/{statement}"): "statement",
    ("get", "/sources/{source}"): "source", ("post", "/judgements"): "correct", ("get", "/judgements"): "judgements",
    ("get", "/searches"): "searches", ("post", "/searches"): "save_search",
    ("delete", "/searches/{search}"): "remove_search", ("get", "/trace"): "trace", ("get", "/stories"): "stories",
    ("get", "/stories/{report}"): "story", ("get", "/compare"): "compare",
}  # fmt: skip


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict:  # type: ignore[type-arg]
    app = create_app(Serving(ledger=str(tmp_path_factory.mktemp("api") / "ledger.sqlite3")))
    return app.openapi()


def test_every_route_has_a_method(document: dict) -> None:  # type: ignore[type-arg]
    found = {
        (method, path.removeprefix("/api/v1")) for path, methods in document["paths"].items() for method in methods
    }
    assert found == set(ROUTES)
    assert all(callable(getattr(Client, name)) for name in ROUTES.values())


def test_every_answer_has_the_fields_of_the_document(document: dict) -> None:  # type: ignore[type-arg]
    schemas = document["components"]["schemas"]
    kinds = [kind for kind in vars(answers).values() if dataclasses.is_dataclass(kind) and kind.__name__ in schemas]
    assert {kind.__name__ for kind in kinds} >= {
        "Found",
        "ReportView",
        "StatementView",
        "SourceView",
        "Job",
        "Judgement",
    }
    for kind in kinds:
        fields = {field.name for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
        assert fields == set(schemas[kind.__name__]["properties"]), kind.__name__  # type: ignore[union-attr]
        made = msgspec.json.schema(kind)["$defs"][kind.__name__]["properties"]  # type: ignore[union-attr]
        for name, given in schemas[kind.__name__]["properties"].items():  # type: ignore[union-attr]
            assert _allows_null(made[name]) == _allows_null(given), f"{kind.__name__}.{name}"  # type: ignore[union-attr]


def _allows_null(schema: dict) -> bool:  # type: ignore[type-arg]
    if not {"type", "$ref", "anyOf", "enum"} & schema.keys():
        return True  # anything
    return {"type": "null"} in schema.get("anyOf", [])


def test_every_filter_is_one_of_the_document(document: dict) -> None:  # type: ignore[type-arg]
    from sayso.client import Filters

    given = {each["name"] for each in document["paths"]["/api/v1/statements"]["get"]["parameters"]}
    assert set(Filters.__annotations__) == given


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    for address in serve(tmp_path / "ledger.sqlite3", STORY):
        with Client(address) as made:
            yield made


def test_finding(client: Client) -> None:
    items = list(client.find(limit=2))
    assert len(items) == client.facets().count.value > 4
    assert len({item.id for item in items}) == len(items)
    assert {item.act for item in client.find(act=["deny", "say"])} <= {"deny", "say"}
    assert client.page(words="ferry", limit=1).items[0].words
    assert {r.id for r in client.find_reports(limit=1)} == {made.report.id for made in STORY}
    lines = b"".join(client.export("csv", act="say")).splitlines()
    assert len(lines) == 1 + len(list(client.find(act="say")))


def test_looking_at_one(client: Client) -> None:
    view = client.report(FERRY.report.id)
    assert client.reading(view.report) == view.reading
    assert view.reading.report.text == FERRY.report.text
    found = view.statements[0]
    words = " … ".join(span.of(view.reading.report.text) for span in client.statement(found.id).statement.content)
    assert words == found.words
    assert client.source("Ada Quill").name == "Ada Quill"
    with pytest.raises(ApiError, match="not kept") as raised:
        client.original(view.report)
    assert (raised.value.status, raised.value.code) == (404, "ledger")


def test_judging(client: Client) -> None:
    found = next(client.find())
    made = client.correct(found.id, "act", "promise", why="as the text has it")
    assert (made.machine, made.value, made.why) == (found.act, "promise", "as the text has it")
    assert client.statement(found.id).judgements == (made,)
    assert client.report(found.report).judged[found.place].state == "corrected"
    client.undo(made.id)
    assert client.statement(found.id).statement.act == found.act
    assert [each.action for each in client.judgements(found.report)] == ["undo", "correct"]
    client.reject(found.id)
    assert found.id not in {each.id for each in client.find()}
    one, other = client.source("Ada Quill"), client.source("Björn Åsgård")
    client.merge(one.id, other.id)
    assert client.source(one.id).id == other.id
    with pytest.raises(ApiError) as raised:
        client.merge(one.id, other.id)
    assert raised.value.status == 409


def test_across_reports(client: Client) -> None:
    trace = client.trace()
    assert {report.id for report in trace.reports} == {made.report.id for made in STORY}
    assert client.stories() == list(trace.stories)
    assert client.story(FERRY.report.id).reports
    assert client.compare(STORY[0].report.id, STORY[1].report.id).schema == "sayso.comparison/1"


def test_searches_are_kept(client: Client) -> None:
    kept = client.save_search("denials", act=["deny"], words="ferry")
    assert client.searches() == [kept]
    assert kept.query == "words=ferry&act=deny"
    client.remove_search(kept.id)
    assert client.searches() == []


@needs_model
def test_reading_and_adding(client: Client) -> None:
    text = "Mill closes\n\nThe mill will close, said its owner, Ode Brandt."
    (reading,) = client.read(text, outlet="The Lantern")
    assert isinstance(reading, Reading)
    assert reading.report.outlet == "The Lantern"
    (failed,) = client.read("")
    assert isinstance(failed, answers.Failure)
    fetched = client.wait(client.add("http://127.0.0.1:9/mill"))  # an address, not the text of a report
    assert (fetched.state, fetched.results[0].report) == ("failed", None)
    assert "private" in str(fetched.results[0].problem)
    job = client.wait(client.add(text, published="2031-05-04"))
    assert [outcome.status for outcome in job.results] == ["new"]
    again = client.wait(client.upload(text.encode(), name="mill.txt", published="2031-05-04"))
    assert again.state == "done"
    report = str(job.results[0].report)
    assert client.purge(report, why="a test").report == report
    with pytest.raises(ApiError) as raised:
        client.report(report)
    assert raised.value.status == 404


def test_a_token_is_given(tmp_path: Path) -> None:
    for address in serve(tmp_path / "ledger.sqlite3", STORY, token="a-long-enough-token"):
        with Client(address) as stranger, pytest.raises(ApiError) as raised:
            stranger.page()
        assert raised.value.status == 401
        assert pickle.loads(pickle.dumps(raised.value)).status == 401
        with Client(address, token="a-long-enough-token") as client:
            assert client.page().items


def test_no_server_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with Client(f"http://127.0.0.1:{port}") as client, pytest.raises(ApiError, match="cannot be reached"):
        client.page()


class Script:
    """A server that gives these answers, one for each request, and keeps what it was asked."""

    def __init__(self, *answers: bytes) -> None:
        self.asked: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._run, args=(answers,), daemon=True)
        self._thread.start()

    def _run(self, answers: tuple[bytes, ...]) -> None:
        with self._socket:
            for answer in answers:
                connection, _ = self._socket.accept()
                with connection:
                    self.asked.append(connection.recv(65536))
                    head, _, body = answer.partition(b"\r\n\r\n")
                    length = b"\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body)
                    connection.sendall(b"HTTP/1.1 " + head + length + body)


def test_a_busy_server_is_asked_again() -> None:
    server = Script(b"503 Later\r\nRetry-After: 0\r\n\r\n{}", b'200 OK\r\nETag: "x"\r\n\r\n[]')
    with Client(server.address) as client:
        assert client.stories() == []
    assert len(server.asked) == 2


def test_what_has_not_changed_is_not_sent_again() -> None:
    server = Script(b'200 OK\r\nETag: "x"\r\n\r\n[]', b'304 Not Modified\r\nETag: "x"\r\n\r\n')
    with Client(server.address) as client:
        assert client.searches() == client.searches() == []
    assert re.search(rb'if-none-match: "x"', server.asked[1], re.IGNORECASE)


@pytest.mark.parametrize("answer", [b"200 OK\r\n\r\n<html>", b'200 OK\r\n\r\n[{"id": 4}]', b"500 Broken\r\n\r\nsorry"])
def test_an_answer_that_is_none_is_told(answer: bytes) -> None:
    with Client(Script(answer).address) as client, pytest.raises(ApiError):
        client.searches()


def test_a_redirection_is_not_followed_with_the_token() -> None:
    server = Script(b"302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n")
    with Client(server.address, token="a-long-enough-token") as client, pytest.raises(ApiError, match="302"):
        client.searches()
