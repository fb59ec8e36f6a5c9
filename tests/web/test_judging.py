"""Correcting, undoing and the log in a browser, with scripts and without."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from . import reports

DAM = reports.DAM.report.id.removeprefix("sha256:")[:12]


def test_correcting_and_undoing_without_scripts(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/reports/{DAM}?at=s6#s6")
    page.locator("#s6").get_by_role("button", name="Accept s6").click()
    expect(page.locator("#s6 [data-judged]")).to_have_text("accepted")
    page.locator("#s6").get_by_role("link", name="correct").click()
    keep = page.get_by_role("button", name="Keep the corrections")
    page.get_by_label("Cue, exact words").fill("words that are not there")
    page.get_by_label("Source", exact=True).fill("Tove M. Aske")
    keep.click()
    expect(page.locator(".field.wrong")).to_contain_text("are no words of this report")
    expect(page.get_by_label("Source", exact=True)).to_have_value("Tove M. Aske")
    page.get_by_label("Cue, exact words").fill("said")
    page.get_by_label("What was said, exact words").fill("repairs would “begin on Monday”")
    status = page.get_by_role("group", name="What the report says of it")
    status.get_by_label("status").last.select_option("unverified")
    status.get_by_label("exact words").last.fill("could not be verified")
    page.get_by_label("Why (optional)").last.fill("as the text has it")
    keep.click()
    expect(page.get_by_role("status")).to_contain_text("4 corrections kept")
    expect(page.locator("blockquote.big")).to_have_text("repairs would “begin on Monday”")
    expect(page.get_by_role("heading", level=1)).to_have_text("Statement by Tove M. Aske")
    expect(page.locator("main")).to_contain_text("unverified: could not be verified")
    page.goto(f"{site}/search?standing=unverified")
    expect(page.locator(".hits")).to_contain_text("Tove M. Aske")
    page.goto(f"{site}/log")
    expect(page.locator("main li")).to_have_count(5)
    for _ in range(4):
        page.get_by_role("button", name="Undo").first.click()
    expect(page.locator("em", has_text="undone")).to_have_count(4)
    page.goto(f"{site}/reports/{DAM}?at=s6#s6")
    expect(page.locator("#s6 blockquote")).to_have_text("repairs would “begin on Monday” and cost 4 million crowns")
    context.close()


def test_a_reports_date_and_sources_are_corrected_and_undone(site: str, page: Page) -> None:
    page.goto(f"{site}/reports/{DAM}")
    page.get_by_text("Versions, copies, story").click()
    page.get_by_role("link", name="correct date, outlet").click()
    page.get_by_label("Published").fill("never")
    page.get_by_role("button", name="Keep corrections of the report").click()
    expect(page.locator(".field.wrong")).to_contain_text("is no date")
    page.get_by_label("Published").fill("2 May 2030")
    page.get_by_label("Outlet").fill("The Lantern")
    page.get_by_role("button", name="Keep corrections of the report").click()
    expect(page.locator("main > p .dim").first).to_have_text("The Lantern · 2030-05-02")
    page.locator("summary", has_text="Tove Aske").click()
    page.locator("details[open]").get_by_label("Name").fill("Tove Maria Aske")
    page.locator("details[open]").get_by_role("button", name="Keep").click()
    page.goto(f"{site}/search?source=Tove+Maria+Aske&published_to=2030-12-31")
    expect(page.locator(".hits > li")).to_have_count(1)
    page.goto(f"{site}/reports/{DAM}/correct")
    for _ in range(3):
        page.get_by_role("button", name="Undo").first.click()
    expect(page.locator("main > p .dim").first).not_to_contain_text("2030")


def test_a_form_does_not_put_back_what_somebody_else_corrected(site: str, page: Page) -> None:
    page.goto(f"{site}/reports/{DAM}?at=s6#s6")
    page.locator("#s6").get_by_role("link", name="correct").click()
    decision = {"action": "correct", "target": f"{DAM}#s6", "field": "act", "value": "promise"}
    assert page.request.post(f"{site}/api/v1/judgements", data=decision).status == 201
    page.get_by_label("Source", exact=True).fill("Somebody")
    response = page.expect_response(lambda r: r.request.method == "POST")
    with response as sent:
        page.get_by_role("button", name="Keep the corrections").click()
    assert sent.value.status == 409
    expect(page.locator("main")).to_contain_text("somebody has judged it since")


def test_the_log_says_which_words_were_judged(site: str, page: Page) -> None:
    page.goto(f"{site}/reports/{DAM}#s3")
    page.keyboard.press("x")
    expect(page.locator("#s3 [data-judged]")).to_have_text("rejected")
    page.goto(f"{site}/log")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("main li", has_text="“We were ignored,”")).to_have_count(2)
    page.get_by_role("link", name="“We were ignored,”").first.click()
    expect(page.locator("blockquote.big")).to_have_text("“We were ignored,”")
    page.goto(site)
    expect(page.locator("main li", has_text="reject")).to_contain_text("“We were ignored,”")
