"""The page of a source: merging, splitting, namesakes."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.ledger.factory import reading, said

from .conftest import serve


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
