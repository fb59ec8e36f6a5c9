"""Choosing two reports to compare."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from . import reports

DAM = reports.DAM.report.id.removeprefix("sha256:")[:12]


def test_reports_to_compare_are_chosen_by_words(site: str, page: Page) -> None:
    page.goto(f"{site}/compare")
    page.locator("main .reports a", has_text="Dam may fail").click()
    assert f"a={DAM}" in page.url
    page.get_by_label("and", exact=True).fill("inquiry")
    page.get_by_role("button", name="Compare").click()
    if page.locator(".compare").count() == 0:
        page.locator("main .reports a").first.click()
    expect(page.locator(".compare h2")).to_have_count(2)
    expect(page.locator(".compare h2").first).to_have_text("Dam may fail, ministry told")
    assert page.request.get(f"{site}/compare?a={DAM}&b=zzzqqq").status == 404
