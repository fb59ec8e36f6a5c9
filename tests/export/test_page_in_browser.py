"""The self-contained page in a real browser: keys, focus, links, no requests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

import sayso
from sayso.export.page import page as render
from tests.browser import chromium

EXAMPLE = Path(__file__).resolve().parent.parent.parent / "examples" / "spun-wire.txt"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    file = tmp_path_factory.mktemp("page") / "reading.html"
    file.write_text(render(sayso.read(EXAMPLE)), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        tab = browser.new_page()
        requests: list[str] = []
        tab.on("request", lambda request: requests.append(request.url))
        tab.goto(file.as_uri())
        yield tab
        assert requests == [file.as_uri()]
        browser.close()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_j_and_k_walk_through_the_statements_and_light_their_words(page: Page) -> None:
    page.keyboard.press("j")
    assert focused(page) == "s1"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert focused(page) == "s2"
    lit = page.locator("[data-s].on")
    assert lit.count() >= 1
    assert all("s2" in (lit.nth(i).get_attribute("data-s") or "").split() for i in range(lit.count()))
    page.keyboard.press("Enter")
    assert focused(page) == "t-s2"


def test_words_lead_to_their_card(page: Page) -> None:
    page.locator("[data-s]").first.click()
    assert focused(page).startswith("s")


def test_every_statement_has_a_card_and_a_mark_in_the_text(page: Page) -> None:
    cards = page.locator("[data-card]").count()
    assert cards == page.locator("a.n").count() > 10


def test_nothing_is_wider_than_a_small_screen(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
