"""Sources named at the end of a headline or bullet by a mark alone."""

from __future__ import annotations

import pytest

from sayso.attribution.headlines import announced, headlines
from sayso.attribution.passages import passages
from sayso.attribution.quoting import clocks
from sayso.report.marks import quotations
from sayso.tagger.spans import Attribution
from tests.attribution.said import find, report

BODY = "The harbour board met on Monday. The Coastal Examiner wrote that Rhea Sandor had seen the plans."


def sources(head: str, found: list[Attribution] | None = None, role: str = "headline") -> list[tuple[str, str, str]]:
    page = report(f"{head}\n\n{BODY}", roles=(role, "paragraph"))
    named = find(page.text, "Rhea Sandor", len(head))
    known = [*(found or []), Attribution(named, (), (find(page.text, "seen the plans"),))]
    return [
        (a.source.of(page.text) if a.source else "", a.content[0].of(page.text), next(iter(a.act)))
        for a in headlines(page, known)
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Pier three is unsafe – survey", ("survey", "Pier three is unsafe", "report")),
        ("Pier three is unsafe: report", ("report", "Pier three is unsafe", "report")),
        ("Pier three to close -- harbour officials", ("harbour officials", "Pier three to close", "say")),
        ("• Pier three is unsafe – Coastal Examiner", ("Coastal Examiner", "Pier three is unsafe", "report")),
        ("Pier three was never safe – Sandor", ("Sandor", "Pier three was never safe", "say")),
        ("'Pier three was never safe': Rhea Sandor", ("Rhea Sandor", "'Pier three was never safe'", "say")),
    ],
)  # fmt: skip
def test_source_after_a_mark(head: str, expected: tuple[str, str, str]) -> None:
    assert sources(head) == [expected]


@pytest.mark.parametrize(
    "head",
    [
        "Pier three finds a rival from afar: Rhea Sandor",  # a name after a colon may be what it is about
        "Pier three is unsafe – and nobody minds",
        "Harbour crisis: what we know",
        "Unsafe – survey",  # too short to be a statement
        "The long-awaited report",
        "Pier three is unsafe",
    ],
)
def test_no_source_after_the_mark(head: str) -> None:
    assert sources(head) == []


def test_bullets_of_the_deck_one_by_one() -> None:
    deck = "• Pier three is unsafe – survey\n• Board to meet on Monday\n• Repairs cost millions – sources"
    assert [source for source, *_ in sources(deck, role="deck")] == ["survey", "sources"]


def test_a_paragraph_is_no_headline() -> None:
    assert sources("Pier three is unsafe – survey", role="paragraph") == []


def test_what_the_tagger_took_is_left_to_it() -> None:
    head = "Pier three is unsafe: report"
    taken = Attribution(find(head, "report"), (), (find(head, "Pier three is unsafe"),))
    assert sources(head, [taken]) == []


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        ("Meteorologist Tor Ask: “The worst is still to come.”", "Meteorologist Tor Ask"),
        ("12:15 Meteorologist Tor Ask: “The worst is still to come.”", "Meteorologist Tor Ask"),
        ("Kari Nes, 34: “It flew like a newspaper.”", "Kari Nes, 34"),
        ("What the mayor wrote: “Never again.”", None),
        ("Tor Ask said: “The worst is still to come.”", None),
    ],
)
def test_name_colon_and_quotation(paragraph: str, name: str | None) -> None:
    text = f"Storm batters coast\n\n{paragraph}"
    page = report(text, roles=("headline", "paragraph"))
    where = passages(page)
    clock = clocks(text, [page.blocks[1].span])
    found = announced(page, [], quotations(text, page.blocks), where, clock)
    assert [a.source.of(text) for a in found if a.source] == ([name] if name else [])
    assert announced(page, found, quotations(text, page.blocks), where, clock) == []
