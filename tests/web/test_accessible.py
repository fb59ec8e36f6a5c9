"""Every page to axe, in light and dark, wide and narrow; nothing is cut off."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.ledger.factory import reading, said

from . import reports
from .conftest import serve

DAM = reports.DAM.report.id.removeprefix("sha256:")[:12]


PATHS = ["/", "/search", "/search?act=deny&sort=oldest", "/reports", f"/reports/{DAM}", "/add", "/log", "/stories",
         "/compare", f"/compare?a={DAM}", "/reports/nothing", f"/reports/{DAM}/correct", f"/reports/{DAM}/purge",
         f"/reports/{DAM}/add", "statement", "source", "story", "claims", "moments"]  # fmt: skip


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
    href |= {part: f"{href['story']}/{part}" for part in ("claims", "moments")}
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
