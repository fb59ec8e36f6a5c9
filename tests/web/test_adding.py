"""Adding reports in a browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.api.conftest import needs_model


@needs_model
def test_a_pasted_text_opens_in_the_reader(site: str, page: Page) -> None:
    page.goto(f"{site}/add")
    page.get_by_label("Headline, blank line, body").fill(
        "Mill closes\n\nThe mill will close, said its owner, Ode Brandt."
    )
    page.get_by_role("button", name="Add the text").click()
    page.wait_for_url("**/reports/*", timeout=60_000)
    expect(page.locator("article")).to_contain_text("The mill will close")
    page.goto(f"{site}/add")
    page.get_by_label("http(s) address of a page or feed").fill("http://127.0.0.1:1/secret")
    page.get_by_role("button", name="Fetch and add").click()
    expect(page.locator("main")).to_contain_text("private", timeout=60_000)


@needs_model
def test_an_uploaded_file_opens_in_the_reader(site: str, page: Page, tmp_path: Path) -> None:
    (tmp_path / "mill.html").write_text(
        "<html><body><article><h1>Mill closes at last</h1><p>The mill on the Lorn will "
        "close in May, its owner, Ode Brandt, said on Monday.</p></article></body></html>"
    )
    page.goto(f"{site}/add")
    page.get_by_label("up to 20 MB").set_input_files(tmp_path / "mill.html")
    page.get_by_role("button", name="Add the file").click()
    page.wait_for_url("**/reports/*", timeout=60_000)
    expect(page.locator("article")).to_contain_text("close in May")
