"""The pages in a real browser: by mouse, by keys alone, by script-less forms, and by those who mean harm."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from sayso.api import Serving
from sayso.api.accounts import Accounts
from sayso.api.state import State
from sayso.types import Block, Span
from sayso.web.routes import finding
from tests.api.conftest import needs_model
from tests.ledger.factory import reading, said

from . import reports
from .conftest import serve

DAM = reports.DAM.report.id.removeprefix("sha256:")[:12]


def _selected(page: Page) -> str:
    return str(page.locator(".card.now").get_attribute("data-card"))


def test_reader_by_keys_alone(site: str, page: Page) -> None:
    page.goto(f"{site}/reports/{DAM}")
    page.keyboard.press("j")
    assert _selected(page) == "s1"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert _selected(page) == "s2"
    assert page.url.endswith("#s2")
    assert "the dam could fail" in page.locator(".m.on").all_inner_texts()
    expect(page.locator(".card.now .chain li")).to_have_count(3)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "t-s2"
    page.keyboard.press("Enter")
    page.keyboard.press("a")
    expect(page.locator("#s2 [data-judged]")).to_have_text("accepted")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("#s3")).to_have_class("card direct now on rejected")
    with page.expect_event("load"):  # undoing loads the page anew; a key pressed before its script runs is lost
        page.keyboard.press("u")
    expect(page.locator("#s3 [data-judged]")).to_be_hidden()
    expect(page.locator("#s2 [data-judged]")).to_have_text("accepted")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    expect(page.get_by_role("heading", name="Correct", exact=True)).to_be_visible()


def test_text_and_panel_point_at_each_other(site: str, page: Page) -> None:
    page.goto(f"{site}/reports/{DAM}")
    page.locator(".m", has_text="We were ignored").hover()
    expect(page.locator("#s3")).to_have_class("card direct on")
    page.locator(".m", has_text="the dam could fail").first.click()
    assert _selected(page) == "s2", "the innermost of nested statements"
    page.locator("#s6").hover()
    expect(page.locator(".m.on", has_text="begin on Monday")).to_have_count(1)


def test_on_a_narrow_page_one_statement_stands_over_the_text(site: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.goto(f"{site}/reports/{DAM}")
    page.locator(".m", has_text="We were ignored").click()
    expect(page.locator("#s3")).to_be_in_viewport()
    expect(page.locator(".m", has_text="We were ignored")).to_be_in_viewport()
    expect(page.locator(".card:visible")).to_have_count(1)
    page.keyboard.press("j")
    expect(page.locator("#s4")).to_be_in_viewport()
    page.get_by_role("button", name="Back to the text").click()
    expect(page.locator(".card:visible")).to_have_count(6)
    page.locator("#t-s6").click()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "t-s6"
    context.close()


def test_unsure_statements_look_so_without_colour(tmp_path: Path, page: Page) -> None:
    statements = tuple(dataclasses.replace(s, confidence=0.3 if s.id == "s2" else 0.9) for s in reports.DAM.statements)
    for site in serve(tmp_path / "unsure.sqlite3", [dataclasses.replace(reports.DAM, statements=statements)]):
        page.goto(f"{site}/reports/{DAM}")
        expect(page.locator("#t-s2")).to_contain_text("≈")
        expect(page.locator("#s2 .sure")).to_contain_text("unsure, confidence 0.30")
        expect(page.locator("#s1 .sure")).not_to_contain_text("unsure")
        page.get_by_role("checkbox", name="unsure").check()
        expect(page.locator(".card:visible")).to_have_count(1)
        page.goto(f"{site}/search?words=fail")
        expect(page.locator(".sure.un")).to_have_count(1)
        assert page.locator(".hits mark").all_inner_texts()[0].lower() == "fail"
        page.goto("about:blank")


def test_layers(site: str, page: Page) -> None:
    page.goto(f"{site}/reports/{DAM}")
    shown = page.locator(".card:visible")
    expect(shown).to_have_count(6)
    page.get_by_label("denials").check()
    expect(shown).to_have_count(2)
    address = page.url
    page.get_by_label("unnamed sources").check()
    page.get_by_label("paraphrase").uncheck()
    expect(shown).to_have_count(1)
    page.goto(address)
    expect(shown).to_have_count(2)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert _selected(page) == "s4", "keys pass over what is hidden"


def test_a_deep_link_leads_to_the_statement(site: str, page: Page) -> None:
    page.goto(f"{site}/search?words=ignored&kind=direct")
    page.get_by_role("link", name="We were ignored").click()
    assert _selected(page) == "s3"
    page.locator("#s3").get_by_role("link", name="evidence").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Statement by")
    page.get_by_role("link", name="Dam may fail, ministry told").click()
    assert page.url.endswith("#s3")


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


def test_sources_are_merged_split_and_parted_again(site: str, page: Page) -> None:
    page.goto(f"{site}/search?source=Aske")
    page.locator(".hits").get_by_role("link", name="Tove Aske").first.click()
    page.get_by_label("This is the same as").fill("Björn Åsgård")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Björn Åsgård")
    expect(page.locator(".hits > li")).to_have_count(2)
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator(".hits > li")).to_have_count(1)
    page.goto(f"{site}/search?source=Quill")
    page.locator(".hits").get_by_role("link", name="Quill").first.click()
    before = page.locator(".hits > li").count()
    page.get_by_role("button", name="Split off").first.click()
    assert page.locator(".hits > li").count() < before
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator(".hits > li")).to_have_count(before)


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
    assert _selected(page) == "s1"
    page.goto(f"{hostile}/reports/{made.report.id[7:19]}?at=s2500#s2500")
    assert _selected(page) == "s2500"
    assert "claim 02499" in page.locator(".m.on").inner_text()
    for path in ("/search", f"/compare?a={made.report.id}&b={made.report.id}", f"/stories/{made.report.id}"):
        assert len(page.request.get(hostile + path).body()) < 1_000_000, path


PATHS = ["/", "/search", "/search?act=deny&sort=oldest", "/reports", f"/reports/{DAM}", "/add", "/log", "/stories",
         "/compare", f"/compare?a={DAM}", "/reports/nothing", f"/reports/{DAM}/correct", f"/reports/{DAM}/purge",
         "statement", "source", "story"]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_and_nothing_is_cut_off(site: str, browser: Browser, scheme: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site}/search?words=ignored")
    href = {
        "statement": page.get_by_role("link", name="evidence").first.get_attribute("href"),
        "source": page.request.get(f"{site}/sources/Ada%20Quill", max_redirects=0).headers["location"],
        "story": f"/stories/{page.request.get(f'{site}/api/v1/stories').json()[0]['reports'][0][7:19]}",
    }
    found = {}
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    for path in PATHS:
        page.goto(site + (href.get(path) or path))
        page.keyboard.press("j")
        result = Axe().run(page, options={"runOnly": tags}).response["violations"]
        found[path] = [(v["id"], v["nodes"][0]["html"][:200]) for v in result]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert {path: problems for path, problems in found.items() if problems} == {}
    context.close()


def test_words_without_an_end_do_not_widen_a_narrow_page(tmp_path: Path, browser: Browser) -> None:
    """Letters under a heap of accents, names of 300 letters, controls of direction that are never closed."""
    heap = "".join(letter + "\u0301\u0316\u0334" * 12 for letter in "bridge")
    name, words = "Vera " + "W" * 300, f"{heap} is \u2066\u202e closed \u200b{'x' * 900}"
    text = f"{words}\n\n{name} said {words} at last."
    made = [reading(text, [said(words, name, via=[name], title=name, act="deny")], outlet=f"{name}{n}", headline=words,
                    url=f"https://x.example/{n}") for n in range(2)]  # fmt: skip
    for site in serve(tmp_path / "wide.sqlite3", made):
        context = browser.new_context(viewport={"width": 360, "height": 700})
        page = context.new_page()
        page.goto(f"{site}/reports/{made[0].report.id[7:19]}#s1")
        page.keyboard.press("x")
        expect(page.locator("#s1 [data-judged]")).to_have_text("rejected")
        page.goto(f"{site}/search")
        statement = page.get_by_role("link", name="evidence").first.get_attribute("href")
        source = page.locator(".hits > li p a[href^='/sources/']").first.get_attribute("href")
        a, b = (each.report.id[7:19] for each in made)
        for path in ("/", "/search", "/reports", f"/reports/{a}", f"/stories/{a}", "/stories", f"/compare?a={a}&b={b}",
                     f"/compare?a={a}", str(statement), str(source), "/log", f"/reports/{a}/correct"):  # fmt: skip
            page.goto(site + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        page.goto("about:blank")
        context.close()


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


def test_namesakes_are_offered_for_merging_and_a_wrong_name_loses_nothing(tmp_path: Path, page: Page) -> None:
    made = [reading(f"The dam {n} holds, {name} said.", [said(f"The dam {n} holds", name, type="organization")],
                    url=f"https://x.example/{n}")
            for n, name in enumerate(("Astrid Venn", "Ministry of Dams", "Bo Lind", "Tarn Dams Office"))]  # fmt: skip
    for site in serve(tmp_path / "names.sqlite3", made):
        page.goto(f"{site}/sources/Ministry%20of%20Dams")
        offered = page.locator("main li", has=page.get_by_role("button", name="Merge into it"))
        expect(offered).to_have_count(1)
        expect(offered).to_contain_text("Tarn Dams Office")
        page.get_by_label("This is the same as").fill("Nobody <b>Such")
        page.get_by_role("button", name="Merge", exact=True).click()
        expect(page.get_by_role("alert")).to_contain_text("Nobody <b>Such: no source of this name")
        expect(page.get_by_label("This is the same as")).to_have_value("Nobody <b>Such")
        expect(page.get_by_role("heading", level=1)).to_have_text("Ministry of Dams")
        offered.get_by_role("button").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Tarn Dams Office")
        expect(page.locator(".hits > li")).to_have_count(2)
        expect(page.get_by_text("Perhaps the same")).to_have_count(0)
        page.goto("about:blank")


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


def test_each_paragraph_runs_the_way_its_own_script_does(tmp_path: Path, page: Page) -> None:
    text = "السد آمن قال الوزير\n\n“The dam is safe,” Minister Orlo said."
    made = reading(text, [said("السد آمن", "الوزير"), said("“The dam is safe,”", "Minister Orlo", kind="direct")],
                   headline=text.split("\n")[0])  # fmt: skip
    end = text.index("\n\n")
    blocks = (Block("headline", Span(0, end)), Block("paragraph", Span(end + 2, len(text))))
    made = dataclasses.replace(made, report=dataclasses.replace(made.report, blocks=blocks))
    for site in serve(tmp_path / "two-ways.sqlite3", [made]):
        for path in (f"/reports/{made.report.id[7:19]}", f"/compare?a={made.report.id}&b={made.report.id}"):
            page.goto(site + path)
            runs = "nodes => nodes.slice(0, 2).map(node => getComputedStyle(node).direction)"
            assert page.locator("article p, .compare .text p").evaluate_all(runs) == ["rtl", "ltr"], path
        page.goto("about:blank")


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


def test_print_shows_text_and_statements_only(site: str, page: Page) -> None:
    page.goto(f"{site}/reports/{DAM}")
    page.emulate_media(media="print")
    expect(page.locator(".layers")).to_be_hidden()
    expect(page.locator("header.bar")).to_be_hidden()
    expect(page.locator("#s6 blockquote")).to_be_visible()
    expect(page.locator("article")).to_contain_text("Dam may fail")
