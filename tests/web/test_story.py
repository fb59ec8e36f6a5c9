"""The example story in the browser: the questions that a newcomer should be able to answer in two minutes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import sayso
from sayso.types import Reading
from tests.api.conftest import needs_model

from .conftest import serve
from .reports import DAM

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "story.jsonl"


@pytest.fixture
def example(tmp_path: Path) -> Iterator[str]:
    found = [each for each in sayso.read_all(EXAMPLE) if isinstance(each, Reading)]
    yield from serve(tmp_path / "ledger.sqlite3", found)


@needs_model
def test_story_and_comparison(example: str, page: Page) -> None:
    page.goto(example)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Stories").click()
    page.locator("main .reports a").first.click()
    claims = page.locator("table.claims").first
    made = page.request.get(page.url.replace("/stories/", "/api/v1/stories/")).json()
    told = {claim["gist"]: claim["independent_origins"]["value"] for claim in made["claims"]}
    assert page.locator(".number").inner_text() == str(told[page.locator(".headline blockquote").inner_text()])
    assert page.locator("table.matrix td .warn + a, table.matrix td .warn + strong + a").count() > 0
    short = dict(zip(page.locator("dl.short dt").all_inner_texts(), page.locator("dl.short dd").all_inner_texts(),
                     strict=True))  # fmt: skip
    central = next(c for c in made["claims"] if c["gist"] == page.locator(".headline blockquote").inner_text())
    assert central["originators"][0] in short["Who says it"]
    relays = set()
    for at in central["statements"]:
        told_by = page.request.get(f"{example}/api/v1/reports/{at['report'][7:19]}/reading").json()
        relays |= {hop["name"] for s in told_by["statements"] if s["id"] == at["statement"] for hop in s["via"]}
    assert relays
    assert all(name in short["Through whom"] for name in relays)
    deniers = page.locator("dl.short dd").nth(2).locator("strong, .warn")
    assert deniers.count() > 0, "who denies it, or else what is denied in the story"
    changed = page.locator("dl.short dd").nth(3)
    assert changed.locator("del.edit, ins.edit").count() > 0
    page.locator(".steps summary", has_text="independent origin").click()
    joined = page.locator(".steps li", has_text="count as one").first
    assert joined.locator("a").first.get_attribute("href").startswith("/reports/")  # type: ignore[union-attr]
    other = page.get_by_role("link", name="how it is counted").nth(1)
    gist = claims.locator("tbody th").nth(1).inner_text().split("\n")[0]
    other.click()
    expect(page.locator(".headline blockquote")).to_contain_text(gist[:60])
    assert page.locator(".number").inner_text() == str(told[page.locator(".headline blockquote").inner_text()])
    page.go_back()
    denial = claims.locator("td:last-child a").first
    words = denial.inner_text().strip("“”…")
    denial.click()
    expect(page.locator(".card.now")).to_contain_text(words[:40])
    page.go_back()
    page.emulate_media(media="print")
    assert page.locator(".matrix tbody tr").first.evaluate("row => getComputedStyle(row).display") == "block"
    widths = page.locator(".matrix td:visible").evaluate_all("cells => cells.map(cell => cell.offsetWidth)")
    assert min(widths) > 400, "on paper every cell has the whole width"
    page.emulate_media(media="screen")
    altered = page.locator(".pair")
    assert altered.count() > 0
    assert "edit" in altered.first.inner_html()
    page.locator("a[href^='/compare']:visible").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Two reports side by side")
    passage = page.locator("a.n").first
    passage.click()
    assert page.url.endswith("#b-1")
    left = page.locator("#a-1 + .shared").inner_text().split()
    right = page.locator("#b-1 + .shared").inner_text().split()
    assert len(set(left) & set(right)) > len(left) / 3


@needs_model
def test_a_claims_page_shows_why_statements_were_taken_for_one(example: str, page: Page) -> None:
    page.goto(f"{example}/stories")
    page.locator("main .reports a").first.click()
    story = page.url
    made = page.request.get(story.replace("/stories/", "/api/v1/stories/")).json()
    claim = next(claim for claim in made["claims"] if claim["together"])
    pair = claim["together"][0]
    page.goto(f"{story}?claim={claim['id']}")
    page.locator(".steps summary", has_text="taken for this claim").click()
    told = page.locator(".steps li li", has_text="taken for one claim").first
    expect(told).to_contain_text(pair["reason"])
    expect(told).to_contain_text(f"likeness {pair['likeness']:.2f}, of which meaning {pair['meaning']:.2f}")
    assert told.locator("a.t[href^='/reports/']").count() == 2


@pytest.fixture
def lonely(tmp_path: Path) -> Iterator[str]:
    yield from serve(tmp_path / "lonely.sqlite3", [DAM])


def test_a_report_that_stands_alone_is_a_story_of_its_own(lonely: str, page: Page) -> None:
    alone = DAM.report.id.removeprefix("sha256:")[:12]
    page.goto(f"{lonely}/reports/{alone}")
    page.get_by_text("Versions, copies, story").click()
    page.get_by_role("link", name="the story it is part of").click()
    expect(page.get_by_role("status")).to_contain_text("No other report here tells of the same events")
    expect(page.locator("#relays text").first).to_be_visible()
    assert page.request.get(f"{lonely}/api/v1/stories/{alone}").json()["reports"][0]["id"] == DAM.report.id
    assert page.request.get(f"{lonely}/stories/{'0' * 12}").status == 404


@needs_model
def test_what_a_storys_page_leaves_out_is_a_link_away(example: str, page: Page) -> None:
    page.goto(f"{example}/stories")
    page.locator("main .reports a").first.click()
    story = page.url
    made = page.request.get(story.replace("/stories/", "/api/v1/stories/")).json()
    shown = page.locator("table.claims tbody tr").count()
    assert shown < len(made["claims"])
    page.get_by_role("link", name=f"All {len(made['claims'])} claims").click()
    seen = set(page.locator("table.claims tbody tr").evaluate_all("rows => rows.map(row => row.id)"))
    while page.get_by_role("link", name="next").count():
        page.get_by_role("link", name="next").first.click()
        seen |= set(page.locator("table.claims tbody tr").evaluate_all("rows => rows.map(row => row.id)"))
    assert seen == {claim["id"] for claim in made["claims"]}
    page.get_by_role("link", name="how it is counted").last.click()
    expect(page.get_by_role("link", name="Back to the central claim")).to_be_visible()
    for section in ("contested", "altered", "families", "caveats", "corrections", "figures", "moments", "relays"):
        answer = page.request.get(f"{story}/{section}")
        assert answer.status == 200, section
        assert page.request.get(f"{story}/{section}?page=99").status == 404, section
    page.goto(f"{story}/moments")
    published = page.locator("tbody tr", has=page.locator("td", has_text="publication"))
    assert published.count() == len(made["reports"])
    assert page.request.get(f"{story}/nothing").status == 404
