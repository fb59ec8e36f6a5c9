"""The example story in the browser: the questions that a newcomer should be able to answer in two minutes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import sayso
from sayso.types import Reading
from tests.api.conftest import needs_model

from .conftest import serve

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "story.jsonl"
pytestmark = needs_model


@pytest.fixture
def example(tmp_path: Path) -> Iterator[str]:
    found = [each for each in sayso.read_all(EXAMPLE) if isinstance(each, Reading)]
    yield from serve(tmp_path / "ledger.sqlite3", found)


def test_story_and_comparison(example: str, page: Page) -> None:
    page.goto(example)
    page.get_by_role("link", name="Stories").click()
    page.locator("main .reports a").first.click()
    claims = page.locator("table.claims").first
    made = page.request.get(page.url.replace("/stories/", "/api/v1/stories/")).json()
    told = {claim["gist"]: claim["independent_origins"]["value"] for claim in made["claims"]}
    assert page.locator(".number").inner_text() == str(told[page.locator(".headline blockquote").inner_text()])
    denial = claims.locator("td:last-child a").first
    words = denial.inner_text().strip("“”…")
    denial.click()
    expect(page.locator(".card.now")).to_contain_text(words[:40])
    page.go_back()
    altered = page.locator(".pair")
    assert altered.count() > 0
    assert "edit" in altered.first.inner_html()
    page.locator("a[href^='/compare']").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Two reports side by side")
    passage = page.locator("a.n").first
    passage.click()
    assert page.url.endswith("#b-1")
    left = page.locator("#a-1 + .shared").inner_text().split()
    right = page.locator("#b-1 + .shared").inner_text().split()
    assert len(set(left) & set(right)) > len(left) / 3
