"""Who may take a report out."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from sayso.api import Serving
from sayso.api.accounts import Accounts
from sayso.api.state import State

from . import reports
from .conftest import serve

DAM = reports.DAM.report.id.removeprefix("sha256:")[:12]


def test_an_admin_takes_a_report_out_and_nobody_else(tmp_path: Path, browser: Browser) -> None:
    accounts = Accounts(State(Serving(ledger=str(tmp_path / "ledger.sqlite3")).state_path))
    for role in ("editor", "admin"):
        accounts.put(role, role, "a long enough password")
    for site in serve(tmp_path / "ledger.sqlite3", reports.STORY, accounts=True):
        for role, may in (("editor", False), ("admin", True)):
            context = browser.new_context()
            page = context.new_page()
            page.goto(f"{site}/reports/{DAM}")
            page.get_by_label("Name").fill(role)
            page.get_by_label("Password").fill("a long enough password")
            page.get_by_role("button", name="Log in").click()
            page.get_by_text("Versions, copies, story").click()
            link = page.get_by_role("link", name="take this report out for good")
            expect(link).to_have_count(int(may))
            assert page.request.get(f"{site}/reports/{DAM}/purge").status == (200 if may else 403)
            csrf = page.locator('meta[name="csrf"]').get_attribute("content") or ""
            form = {"csrf": csrf, "why": "x"}
            assert page.request.post(f"{site}/reports/{DAM}/purge", form=form).status == (422 if may else 403)
            if may:
                link.click()
                page.get_by_label("Why").fill("asked for")
                page.get_by_label("It is meant").check()
                page.get_by_role("button", name="Take it out").click()
                expect(page.get_by_role("status")).to_contain_text("With it went 6 statements")
            gone = page.request.get(f"{site}/reports/{DAM}").status
            assert gone == (404 if may else 200)
            page.goto("about:blank")
            context.close()
