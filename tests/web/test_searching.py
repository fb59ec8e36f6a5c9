"""Searches in a browser: filters in the address, facets, saved searches; reports in their order."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sayso.web.routes import finding
from tests.ledger.factory import reading

from .conftest import serve


def test_search_keeps_every_filter_in_the_address(site: str, page: Page) -> None:
    page.goto(f"{site}/search")
    total = page.locator(".hits > li").count()
    page.locator("aside").get_by_role("link", name="deny").click()
    assert "act=deny" in page.url
    expect(page.locator(".hits > li")).to_have_count(2)
    page.get_by_label("Words", exact=True).fill("ignored")
    page.get_by_label("Words", exact=True).press("Enter")
    assert "act=deny" in page.url
    expect(page.locator(".hits > li")).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert len(Path(download.value.path()).read_text().splitlines()) == 2
    page.get_by_label("Keep this search as").fill("the dam")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("link", name="the dam", exact=True)).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("✓ Kept as the dam · its feed of new matches")
    page.get_by_role("link", name="act: deny").click()
    page.goto(f"{site}/search")
    expect(page.locator(".hits > li")).to_have_count(total)


def test_very_many_matches_are_divided_after_they_are_shown(
    site: str, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_AT_ONCE", 3)
    page.goto(f"{site}/search")
    page.locator("#facets").get_by_role("link", name="deny").click()
    assert "act=deny" in page.url
    expect(page.locator(".hits > li")).to_have_count(2)


def test_reports_of_one_day_stand_in_the_order_of_their_hours(tmp_path: Path, page: Page) -> None:
    hours = ("08:05", "16:15", "06:40")
    made = [reading(f"Report {hour}", url=f"https://x.example/{hour}", headline=f"Report {hour}",
                    published=f"2031-05-04T{hour}:00Z") for hour in hours]  # fmt: skip
    for site in serve(tmp_path / "hours.sqlite3", made):
        for path, down in (("/", True), ("/reports", True), ("/reports?sort=oldest", False)):
            page.goto(site + path)
            shown = page.locator(".reports a").all_inner_texts()
            assert shown == [f"Report {hour}" for hour in sorted(hours, reverse=down)], path
        page.goto("about:blank")
