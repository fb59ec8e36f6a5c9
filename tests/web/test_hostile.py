"""Reports that mean harm, by script in every field or by their size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from . import reports
from .conftest import selected, serve


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[str]:
    yield from serve(tmp_path / "hostile.sqlite3", [reports.evil(), reports.long(3000, 400_000)])


def test_a_report_that_means_harm_does_none(hostile: str, page: Page) -> None:
    report = reports.evil().report.id.removeprefix("sha256:")[:12]
    page.goto(f"{hostile}/search?words=words")
    statement = page.get_by_role("link", name="evidence").first.get_attribute("href")
    source = page.locator(".hits > li p a[href^='/sources/']").first.get_attribute("href")
    for path in (
        "/",
        "/reports",
        "/search",
        f"/reports/{report}",
        str(statement),
        str(source),
        "/stories",
        "/log",
        f"/compare?a={report}&b={report}",
        f"/search?words={reports.EVIL}",
        "/jobs/<script>alert(1)</script>",
    ):
        page.goto(hostile + path)
        assert page.locator("main script, main img, main b").count() == 0
        assert "49" not in page.locator("h1").inner_text()
        assert page.locator("a[href^='javascript:']").count() == 0
    feed = page.request.get(f"{hostile}/search.atom").text()
    assert "<script" not in feed


def test_a_report_that_is_too_long_is_shown_in_parts(hostile: str, page: Page) -> None:
    made = reports.long(3000, 400_000)
    page.goto(f"{hostile}/reports/{made.report.id[7:19]}")
    expect(page.get_by_role("navigation", name="Parts")).to_contain_text("Part 1 of")
    assert len(page.content()) < 300_000
    page.keyboard.press("j")
    assert selected(page) == "s1"
    page.goto(f"{hostile}/reports/{made.report.id[7:19]}?at=s2500#s2500")
    assert selected(page) == "s2500"
    assert "claim 02499" in page.locator(".m.on").inner_text()
    for path in ("/search", f"/compare?a={made.report.id}&b={made.report.id}", f"/stories/{made.report.id}"):
        assert len(page.request.get(hostile + path).body()) < 1_000_000, path
