"""Handing reports in: they are read in the background, kept until they are in the ledger, and never lost."""

from __future__ import annotations

import time
from pathlib import Path

from starlette.testclient import TestClient

from sayso.api.jobs import Jobs
from sayso.api.state import State
from sayso.ledger import Ledger
from sayso.report import Options
from sayso.settings import MODEL

from .conftest import needs_model

API = "/api/v1"
TEXT = "Mill closes\n\nLORNE (Kestrel) - The mill will close in May, its owner, Ode Brandt, said on Monday."


def _settled(client: TestClient, job: str) -> dict[str, object]:
    for _ in range(600):
        found: dict[str, object] = client.get(f"{API}/jobs/{job}").json()
        if found["state"] in ("done", "failed"):
            return found
        time.sleep(0.05)
    raise AssertionError(found)


@needs_model
def test_a_text_is_read_without_being_kept(client: TestClient) -> None:
    before = client.get(f"{API}/facets").json()["count"]
    [reading] = client.post(f"{API}/read", json={"text": TEXT, "outlet": "The Lantern"}).json()
    assert reading["schema"] == "sayso.reading/1"
    assert reading["report"]["outlet"] == "The Lantern"
    assert "Ode Brandt" in [statement["source"]["name"] for statement in reading["statements"]]
    assert client.get(f"{API}/facets").json()["count"] == before


@needs_model
def test_adding_twice_changes_nothing(client: TestClient) -> None:
    statuses = []
    for _ in range(2):
        answer = client.post(f"{API}/reports", json={"text": TEXT})
        assert answer.status_code == 202
        job = _settled(client, answer.headers["location"].rsplit("/", 1)[-1])
        assert job["state"] == "done"
        statuses += [result["status"] for result in job["results"]]  # type: ignore[attr-defined]
    assert statuses == ["new", "known"]


@needs_model
def test_an_upload_of_several_reports_tells_of_each(client: TestClient) -> None:
    lines = b'{"text": "Mill to close, owner says\\n\\nThe mill will close, said Ode Brandt."}\nnonsense\n'
    answer = client.post(f"{API}/uploads", files={"file": ("mill.jsonl", lines)}, data={"outlet": "The Lantern"})
    job = _settled(client, answer.json()["id"])
    assert job["name"] == "mill.jsonl"
    assert job["state"] == "done"
    results: list[dict[str, object]] = job["results"]  # type: ignore[assignment]
    assert [result["status"] for result in results][0:1] == ["new"]


@needs_model
def test_a_private_address_is_refused_with_a_remedy(client: TestClient) -> None:
    answer = client.post(f"{API}/reports", json={"address": "http://127.0.0.1:9/metadata"})
    job = _settled(client, answer.json()["id"])
    assert job["state"] == "failed"
    [result] = job["results"]  # type: ignore[misc]
    assert "private" in result["problem"]  # type: ignore[index]
    assert "operator" in result["remedy"]  # type: ignore[index]


@needs_model
def test_what_a_stopped_server_had_begun_is_added_by_the_next(tmp_path: Path) -> None:
    state = State(tmp_path / "state.sqlite3")
    with Ledger(str(tmp_path / "ledger.sqlite3")) as ledger:
        stopped = Jobs(state, ledger, MODEL, allow_private=False)  # never started
        job = stopped.put("text", "pasted", TEXT.encode(), Options(), "anna")
        with state.connect() as connection:
            connection.execute("UPDATE jobs SET state = 'running'")
        following = Jobs(state, ledger, MODEL, allow_private=False)
        following.start()
        for _ in range(600):
            if following.get(job.id).state == "done":
                break
            time.sleep(0.05)
        following.stop()
        assert following.get(job.id).results[0].status == "new"
        with state.connect() as connection:
            assert connection.execute("SELECT content FROM jobs").fetchone()["content"] is None
