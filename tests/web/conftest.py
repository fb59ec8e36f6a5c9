"""A server in a thread and a browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from sayso.api import Serving
from sayso.ledger import Ledger, Original
from sayso.types import Reading
from sayso.web import create_app

from . import reports

ARTEFACTS = Path(__file__).parent.parent / "artefacts"
_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def serve(path: Path, readings: list[Reading], **settings: object) -> Iterator[str]:
    """The address of a running server over a new ledger that holds these."""
    with Ledger(str(path)) as ledger, ledger.write() as session:
        for reading in readings:
            session.add(reading, Original(None))
    app = create_app(Serving(ledger=str(path), user="anna", **settings))  # type: ignore[arg-type]
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    listening.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    yield from serve(tmp_path / "ledger.sqlite3", reports.STORY)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("the pages must be tested in Chromium: it is not installed")
        pytest.skip("NOT TESTED in a browser: Chromium is not installed (tests/setup.sh installs it)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=_ARGS)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 860})
    made.set_default_timeout(15_000)
    yield made
    made.close()


def _is_wrong(message: ConsoleMessage) -> bool:
    """A page that a test asked for and that is not there, or a form that is refused, is no fault of the pages."""
    refused = ("404 (Not Found)", "409 (Conflict)", "422 (Unprocessable Content)", "422 (Unprocessable Entity)")
    return message.type == "error" and not message.text.endswith(refused)


@pytest.fixture
def page(context: BrowserContext, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that fails its test if anything goes wrong in it or leaves the machine; its picture is kept."""
    wrong: list[str] = []
    made = context.new_page()
    made.on("pageerror", lambda error: wrong.append(str(error)))
    made.on("console", lambda message: wrong.append(message.text) if _is_wrong(message) else None)
    made.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    made.on("request", lambda sent: None if sent.url.startswith("http://127.0.0.1:") else wrong.append(sent.url))
    yield made
    ARTEFACTS.mkdir(exist_ok=True)
    made.screenshot(path=ARTEFACTS / f"{request.node.name.replace('/', '_')[:80]}.png")
    assert wrong == []


def selected(page: Page) -> str:
    """The place of the statement that is chosen in the reader."""
    return str(page.locator(".card.now").get_attribute("data-card"))
