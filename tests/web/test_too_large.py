"""An upload that is too large is answered by a page."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from sayso.api import Serving
from sayso.web import create_app


def test_too_large_an_upload_is_told_on_a_page(tmp_path: Path) -> None:
    app = create_app(Serving(ledger=str(tmp_path / "ledger.sqlite3"), user="anna", upload_limit=20_000))
    with TestClient(app, base_url="http://127.0.0.1:8765") as client:
        assert "400,000 characters" in client.get("/add").text
        refused = client.post("/add", files={"file": ("big.txt", b"x" * 40_000)})
        assert refused.status_code == 413
        assert refused.headers["content-type"].startswith("text/html")
        assert "Send one report at a time" in refused.text
        assert "Content-Security-Policy" in refused.headers
        assert client.post("/api/v1/uploads", content=b"x" * 40_000).json()["code"] == "too-large"
