"""Statements added and notes written by hand: with selected words, by typing alone, by those who mean harm."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from sayso.client import Client

from . import reports
from .conftest import serve

DAM = reports.DAM.report.id.removeprefix("sha256:")[:12]
_SELECT = """([needle, nth]) => {
  const nodes = [...document.querySelectorAll("article .m")].map((mark) => mark.firstChild).filter(Boolean);
  const node = nodes.filter((each) => each.data.includes(needle))[nth];
  const range = document.createRange();
  range.setStart(node, node.data.indexOf(needle));
  range.setEnd(node, node.data.indexOf(needle) + needle.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def select(page: Page, words: str, nth: int = 0) -> None:
    page.evaluate(_SELECT, [words, nth])


def test_selected_words_become_a_statement_that_can_be_undone(site: str, page: Page) -> None:
    page.goto(f"{site}/reports/{DAM}")
    bar = page.get_by_role("group", name="The selected words")
    expect(bar).to_be_hidden()
    select(page, "letter is real")
    expect(bar).to_be_visible()
    bar.get_by_role("button", name="what was said").click()
    expect(page.get_by_label("What was said, exact words")).to_have_value("letter is real")
    select(page, "engineers")
    page.get_by_role("button", name="Take the selected words as the source").click()
    expect(page.get_by_label("Source’s name")).to_have_value("engineers")
    page.get_by_label("Source’s type").select_option("unnamed-group")
    page.get_by_label("Act", exact=True).select_option("warn")
    page.get_by_role("button", name="Add the statement").click()
    card = page.locator(".card.now")
    expect(card).to_contain_text("letter is real")
    expect(card.locator("[data-judged]")).to_have_text("added by hand")
    assert page.url.endswith("#s7")
    page.goto(f"{site}/search?judgement=added")
    expect(page.locator(".hits > li")).to_have_count(1)
    page.goto(f"{site}/log")
    expect(page.locator("main li").first).to_contain_text("add")
    page.goto(f"{site}/reports/{DAM}#s7")
    expect(page.locator("#s7")).to_have_count(1)
    with page.expect_event("load"):
        page.keyboard.press("u")
    expect(page.locator("#s7")).to_have_count(0)


def test_the_form_and_the_bar_of_selected_words_are_accessible(site: str, page: Page) -> None:
    page.goto(f"{site}/reports/{DAM}")
    page.get_by_text("Add a statement by hand").click()
    select(page, "letter is real")
    expect(page.get_by_role("group", name="The selected words")).to_be_visible()
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).response
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found["violations"]] == []


def test_selected_words_are_found_where_they_were_selected(tmp_path: Path, page: Page) -> None:
    """The same words twice, behind characters that are two units long in the browser, and over two paragraphs."""
    made = reports.two_paragraphs("😀 Rain fell. Rain fell, said Ada Quill.", "It is over. Rain fell again.")
    for site in serve(tmp_path / "twice.sqlite3", [made]):
        page.goto(f"{site}/reports/{made.report.id[7:19]}")
        page.evaluate("""() => {
            const [one, two] = document.querySelectorAll("article p");
            const range = document.createRange();
            const first = one.querySelector(".m").firstChild;
            range.setStart(first, first.data.indexOf("Rain fell, said"));
            const second = two.querySelector(".m").firstChild;
            range.setEnd(second, second.data.indexOf(". Rain"));
            getSelection().addRange(range);
        }""")
        # the browser tells of a selection a moment after it is made
        expect(page.get_by_role("group", name="The selected words")).to_be_visible()
        page.keyboard.press("s")
        words = page.get_by_label("What was said, exact words")
        expect(words).to_have_value("Rain fell, said Ada Quill. … It is over")
        page.get_by_label("Source’s name").fill("Ada Quill")
        page.get_by_role("button", name="Add the statement").click()
        expect(page.locator(".card.now")).to_contain_text("Rain fell, said")
        with Client(site) as client:
            statement = client.reading(made.report.id).statements[-1]
        assert [span.begin for span in statement.content] == [13, 41]
        page.goto("about:blank")


def test_without_scripts_words_are_typed_and_what_is_wrong_is_said(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/reports/{DAM}")
    page.get_by_text("Add a statement by hand").click()
    page.get_by_role("link", name="the form by itself").click()
    page.get_by_label("What was said, exact words").fill("words that are not there")
    page.get_by_label("Source’s name").fill("Tove Aske")
    page.get_by_role("button", name="Add the statement").click()
    expect(page.locator(".field.wrong")).to_contain_text("are no words of this report")
    expect(page.get_by_label("Source’s name")).to_have_value("Tove Aske")
    page.get_by_label("What was said, exact words").fill("repairs would … 4 million crowns")
    page.get_by_label("Cue, exact words").fill("said")
    page.get_by_role("button", name="Add the statement").click()
    expect(page.locator("#s7")).to_contain_text("4 million crowns")
    expect(page.locator("#s7 h2")).to_contain_text("person")
    page.goto(f"{site}/reports/{DAM}/add")
    page.get_by_label("What was said, exact words").fill("repairs would … 4 million crowns")
    page.get_by_label("Source’s name").fill("Tove Aske")
    page.get_by_role("button", name="Add the statement").click()
    expect(page.get_by_role("alert")).to_contain_text("has this statement already: s7")
    context.close()


def test_a_note_is_kept_shown_found_and_undone(site: str, page: Page) -> None:
    page.goto(f"{site}/reports/{DAM}#s3")
    page.keyboard.press("n")
    page.wait_for_url("**/statements/**")
    page.get_by_label("Note something on it").fill(f"Ask the lockkeeper\n{reports.EVIL}")
    page.get_by_role("button", name="Keep the note").click()
    expect(page.locator(".notes")).to_contain_text("Ask the lockkeeper")
    assert page.locator("main script, main img, main b").count() == 0
    page.goto(f"{site}/reports/{DAM}")
    expect(page.locator("#s3 .notes")).to_contain_text("anna")
    page.goto(f"{site}/search?words=lockkeeper")
    expect(page.locator(".hits > li")).to_have_count(1)
    assert page.locator("main script, main img, main b").count() == 0
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert "Ask the lockkeeper" in Path(download.value.path()).read_text()
    page.goto(f"{site}/log")
    expect(page.locator("main li").first).to_contain_text("Ask the lockkeeper")
    page.get_by_role("button", name="Undo").first.click()
    page.goto(f"{site}/reports/{DAM}")
    expect(page.locator(".notes")).to_have_count(0)


def test_the_client_adds_and_notes(site: str) -> None:
    with Client(site) as client:
        text = client.reading(DAM).report.text
        begin = text.index("letter is real")
        made = client.add_statement(DAM, [(begin, begin + 14)], {"type": "anonymous"}, act="warn")
        (found,) = client.find(judgement="added")
        client.note(found.id, "from the client")
        view = client.statement(found.id)
        assert [(note.by, note.text) for note in view.found.notes] == [("anna", "from the client")]
        assert [judgement.action for judgement in view.judgements] == ["add", "note"]
        client.undo(made.id)
        assert list(client.find(judgement="added")) == []


def test_readers_can_neither_add_nor_note(tmp_path: Path, page: Page) -> None:
    for site in serve(tmp_path / "none.sqlite3", [reports.DAM]):
        for path in (f"/reports/{DAM}/add", f"/statements/{DAM}%23s1/note"):
            answer = page.request.post(site + path, form={"text": "x", "content": "the dam could fail"})
            assert answer.status == 403, path
        page.goto(f"{site}/log")
        expect(page.locator("main li")).to_have_count(0)
        page.goto("about:blank")
