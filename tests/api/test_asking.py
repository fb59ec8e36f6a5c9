"""What the API answers: finding, showing, exporting, and what it says when it cannot."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields
from typing import Any, get_args

import msgspec
import pytest
from starlette.testclient import TestClient

from sayso import wire
from sayso.api.parameters import Filters
from sayso.api.routes.finding import ExportFormat
from sayso.export.formats import FORMS
from sayso.ledger import Query
from tests.ledger.story import FERRY, INQUIRY, STORY

API = "/api/v1"
ALL = sum(len(reading.statements) for reading in STORY)


def test_the_described_filters_are_those_of_the_query() -> None:
    assert list(Filters.model_fields) == [field.name for field in fields(Query)]
    for field in fields(Query):
        described = Filters.model_fields[field.name].default
        assert (tuple(described) if isinstance(described, list) else described) == field.default


@pytest.mark.parametrize(
    ("filters", "number"),
    [("", ALL), ("act=deny", 1), ("act=deny&act=confirm", 2), ("source=Quill", 3), ("words=overloaded", 2),
     ("type=unnamed-person&firmness=probable", 1), ("via=Lantern", 1), ("outlet=Lantern", 2),
     ("standing=unverified", 1),
     ("confidence=0.5", ALL - 1), ("published_from=2031-05-05", 2), ("words=nothing-of-the-kind", 0)],
)  # fmt: skip
def test_filters(client: TestClient, filters: str, number: int) -> None:
    found = client.get(f"{API}/statements?{filters}").json()
    assert len(found["items"]) == number
    assert client.get(f"{API}/facets?{filters}").json()["count"] == {"value": number, "exact": True}


def test_pages_by_cursor_hold_everything_once(client: TestClient) -> None:
    seen: list[str] = []
    address: str | None = f"{API}/statements?limit=3"
    while address:
        answer = client.get(address)
        seen += [item["id"] for item in answer.json()["items"]]
        assert len(answer.json()["items"]) <= 3
        address = answer.links.get("next", {}).get("url")
    assert len(seen) == len(set(seen)) == ALL


def test_a_statement_slices_back_to_the_text(client: TestClient) -> None:
    for item in client.get(f"{API}/statements?limit=1000").json()["items"]:
        view = client.get(f"{API}/statements/{item['id']}").json()
        text = client.get(f"{API}/reports/{item['report']}").json()["reading"]["report"]["text"]
        assert " … ".join(text[b:e] for b, e in view["statement"]["content"]) == item["words"]


def test_a_reading_is_the_contract_object(client: TestClient) -> None:
    body = client.get(f"{API}/reports/{FERRY.report.id}/reading").content
    assert wire.from_json(body) == FERRY


def test_what_is_known_already_is_not_sent_again(client: TestClient) -> None:
    first = client.get(f"{API}/statements")
    again = client.get(f"{API}/statements", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    target = first.json()["items"][0]["id"]
    client.post(f"{API}/judgements", json={"action": "reject", "target": target})
    assert client.get(f"{API}/statements", headers={"if-none-match": first.headers["etag"]}).status_code == 200


def test_export_gives_every_match_and_no_formula(client: TestClient) -> None:
    target = client.get(f"{API}/statements?act=confirm").json()["items"][0]["id"]
    evil = '=HYPERLINK("http://evil.example")'
    made = {"action": "correct", "target": target, "field": "source.name", "value": evil}
    assert client.post(f"{API}/judgements", json=made).status_code == 201
    rows = list(csv.DictReader(io.StringIO(client.get(f"{API}/export").text)))
    assert len(rows) == ALL
    assert f"'{evil}" in [row["source"] for row in rows]
    lines = [msgspec.json.decode(line) for line in client.get(f"{API}/export?format=jsonl&act=confirm").iter_lines()]
    assert [line["source"] for line in lines] == [evil]


def test_every_format_of_one_file_is_offered() -> None:
    offered = set(get_args(ExportFormat)) - {"readings"}
    assert offered == {form.name for form in FORMS.values() if not form.folder}


@pytest.mark.parametrize("form", ["readings", "annotations", "claimreview", "prov", "ftm"])
def test_exports_for_other_tools_hold_the_exact_words(client: TestClient, form: str) -> None:
    text = client.get(f"{API}/export?format={form}&source=Quill").text
    assert "the ferry had not been overloaded" in text
    assert "strikes would follow" not in text


def test_the_bytes_as_fetched_are_never_shown_by_the_browser(client: TestClient) -> None:
    answer = client.get(f"{API}/reports/{INQUIRY.report.id}/original")
    assert answer.content == b"<script>alert(1)</script>"
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/reports/abcdef1234", None, 404),
        ("GET", "/statements/nonsense", None, 404),
        ("GET", "/sources/e000000000000", None, 404),
        ("GET", "/jobs/none", None, 404),
        ("GET", "/nowhere", None, 404),
        ("GET", "/statements?foo=1", None, 400),
        ("GET", "/statements?type=duke", None, 400),
        ("GET", "/statements?limit=0", None, 400),
        ("GET", "/statements?act=denial", None, 400),
        ("GET", "/facets?standing=unproven", None, 400),
        ("GET", "/statements?cursor=nonsense", None, 400),
        ("GET", "/statements?published_from=2031-13-45", None, 400),
        ("GET", "/statements?report=abcdef1234", None, 409),
        ("GET", "/export?foo=1", None, 400),
        ("POST", "/judgements", {"action": "accept", "target": "abcdef1234@1-2"}, 404),
        ("POST", "/judgements", {"action": "praise", "target": "x"}, 422),
        ("POST", "/judgements", {"action": "undo", "target": "j00"}, 404),
        ("POST", "/read", {}, 422),
        ("POST", "/read", {"text": "A\n\nB", "address": "http://x.example"}, 422),
        ("POST", "/reports", {"text": "A\n\nB", "published": "soon"}, 422),
        ("DELETE", "/reports/abcdef1234", None, 404),
        ("PUT", "/statements", None, 405),
    ],
)
def test_failures_are_problems(
    client: TestClient, method: str, path: str, body: dict[str, Any] | None, status: int
) -> None:
    answer = client.request(method, API + path, json=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["detail"]


def test_judging_and_undoing(client: TestClient) -> None:
    target = client.get(f"{API}/statements?source=police").json()["items"][0]["id"]
    made = client.post(
        f"{API}/judgements", json={"action": "correct", "target": target, "field": "act", "value": "warn"}
    )
    assert made.status_code == 201
    assert made.json()["by"] == "anna"
    view = client.get(f"{API}/statements/{target}").json()
    assert (view["statement"]["act"], view["machine"]["act"], view["found"]["judgement"]) == (
        "warn",
        "deny",
        "corrected",
    )
    wrong = {"action": "correct", "target": target, "field": "firmness", "value": "sure"}
    assert client.post(f"{API}/judgements", json=wrong).status_code == 422
    undo = {"action": "undo", "target": made.json()["id"]}
    assert client.post(f"{API}/judgements", json=undo).status_code == 201
    assert client.post(f"{API}/judgements", json=undo).status_code == 409
    assert client.get(f"{API}/statements/{target}").json()["statement"]["act"] == "deny"
    assert [entry["action"] for entry in client.get(f"{API}/judgements").json()] == ["undo", "correct"]


def test_purge_leaves_nothing_but_a_note(client: TestClient) -> None:
    gone = client.delete(f"{API}/reports/{FERRY.report.id}?why=takedown")
    assert gone.json()["statements"] == len(FERRY.statements)
    assert client.get(f"{API}/reports/{FERRY.report.id}").status_code == 404
    assert client.get(f"{API}/statements?words=overloaded").json()["items"] != []
    assert len(client.get(f"{API}/statements").json()["items"]) == ALL - len(FERRY.statements)


def test_saved_searches(client: TestClient) -> None:
    made = client.post(f"{API}/searches", json={"name": "denials", "query": "act=deny"}).json()
    assert client.get(f"{API}/searches").json() == [made]
    assert client.post(f"{API}/searches", json={"name": "x", "query": "nonsense=1"}).status_code == 400
    feed = client.get(f"/searches/{made['id']}.atom")
    assert feed.headers["content-type"] == "application/atom+xml"
    assert "attacks on the crew" in feed.text
    assert client.delete(f"{API}/searches/{made['id']}").status_code == 204
    assert client.get(f"{API}/searches").json() == []


@pytest.mark.parametrize(
    "path",
    ["/openapi.json", "/statements", "/facets", "/reports", "/export?format=csv", "/export?format=jsonl",
     "/export?format=readings", "/reports/{report}", "/reports/{report}/reading", "/reports/{report}/original",
     "/statements/{statement}", "/sources/{source}", "/judgements", "/searches", "/stories", "/trace",
     "/compare?a={report}&b={report}"],
)  # fmt: skip
def test_every_answer_has_a_tag_by_which_it_is_known_again(client: TestClient, path: str) -> None:
    first = client.get(f"{API}/statements").json()["items"][0]
    ids = {"report": first["report"], "statement": first["id"], "source": first["entity"]}
    asked = API + path.format(**ids)
    answer = client.get(asked)
    assert (answer.status_code, bool(answer.content)) == (200, True)
    again = client.get(asked, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_one_thing_is_the_object_of_the_command_line(client: TestClient) -> None:
    first = client.get(f"{API}/statements").json()["items"][0]
    for path, schema in (("reports/" + first["report"], "report"), ("statements/" + first["id"], "statement"),
                         ("sources/" + first["entity"], "source")):  # fmt: skip
        assert client.get(f"{API}/{path}").json()["schema"] == f"sayso.{schema}/1"


def test_a_failure_names_what_was_sent_and_what_to_do(client: TestClient) -> None:
    missing = client.get(f"{API}/nowhere").json()
    assert (missing["input"], missing["remedy"]) == ("GET /api/v1/nowhere", "See /api/v1/openapi.json")
    (empty,) = client.post(f"{API}/read", json={"text": ""}).json()
    assert empty["input"] == "text"
    assert "file" not in empty["error"]["remedy"]


def test_a_renamed_source_is_one_of_the_reading(client: TestClient) -> None:
    first = client.get(f"{API}/statements?act=deny").json()["items"][0]
    body = {"action": "correct", "target": first["id"], "field": "source.name", "value": "Orrin Hydro"}
    assert client.post(f"{API}/judgements", json=body).status_code == 201
    for reading in (
        client.get(f"{API}/reports/{first['report']}/reading").json(),
        client.get(f"{API}/reports/{first['report']}").json()["reading"],
        *map(json.loads, client.get(f"{API}/export?format=readings&source=Orrin Hydro").text.splitlines()),
    ):
        names = {source["id"]: source["name"] for source in reading["sources"]}
        assert "Orrin Hydro" in names.values()
        assert all(names[s["source"]["id"]] == s["source"]["name"] for s in reading["statements"])
