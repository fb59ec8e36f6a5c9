"""The reader in a browser: by mouse, by keys alone, on a narrow page, on paper."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from sayso.types import Block, Span
from tests.ledger.factory import reading, said

from . import reports
from .conftest import selected, serve

DAM = reports.DAM.report.id.removeprefix("sha256:")[:12]


def test_reader_by_keys_alone(site: str, page: Page) -> None:
    page.goto(f"{site}/reports/{DAM}")
    page.keyboard.press("j")
    assert selected(page) == "s1"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert selected(page) == "s2"
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
    assert selected(page) == "s2", "the innermost of nested statements"
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
    assert selected(page) == "s4", "keys pass over what is hidden"


def test_a_deep_link_leads_to_the_statement(site: str, page: Page) -> None:
    page.goto(f"{site}/search?words=ignored&kind=direct")
    page.get_by_role("link", name="We were ignored").click()
    assert selected(page) == "s3"
    page.locator("#s3").get_by_role("link", name="evidence").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Statement by")
    page.get_by_role("link", name="Dam may fail, ministry told").click()
    assert page.url.endswith("#s3")


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


def test_print_shows_text_and_statements_only(site: str, page: Page) -> None:
    page.goto(f"{site}/reports/{DAM}")
    page.emulate_media(media="print")
    expect(page.locator(".layers")).to_be_hidden()
    expect(page.locator("header.bar")).to_be_hidden()
    expect(page.locator("#s6 blockquote")).to_be_visible()
    expect(page.locator("article")).to_contain_text("Dam may fail")
