"""Names found, split and joined in sentences written for these tests."""

from __future__ import annotations

import pytest

from sayso.attribution.sources.entities import find_entities
from sayso.attribution.sources.names import find_names
from sayso.attribution.sources.page import read_page
from sayso.types import Block, Span


def entities(text: str) -> list[tuple[str, str]]:
    page = read_page(text, ())
    return [(entity.kind, entity.display(page)) for entity in find_entities(page, find_names(page))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Secretary of State Maria Oduya.", ("person", "Maria Oduya")),
        ("Then Gen. Paul Varga spoke.", ("person", "Paul Varga")),
        ("They blamed Foreign Minister Lena Brandt for it.", ("person", "Lena Brandt")),
        ("It was sent to the Department of Health and Human Services by post.",
         ("organization", "Department of Health and Human Services")),
        ("A member of the Food and Drug Administration left.", ("organization", "Food and Drug Administration")),
        ("We spoke to Crown Prince Omar bin Tariq there.", ("person", "Omar bin Tariq")),
        ("Later William “Bo” Harker left.", ("person", "William “Bo” Harker")),
        ("Reporters asked Ms. O’Dell about it.", ("person", "O’Dell")),
        ("The US-led force met Anna Korb.", ("person", "Anna Korb")),
        ("It was told to the Veldham Times by him.", ("organization", "Veldham Times")),
        ("CORRECTED-Norsund Bank says its chief will go.", ("organization", "Norsund Bank")),
        ("UPDATE 3-Norsund Bank says its chief will go.", ("organization", "Norsund Bank")),
        ("A secretary of the Grain Sellers' Union left.", ("organization", "Grain Sellers' Union")),
        ("Deputy Chief Laura Tidwell of the Alder Guard left.", ("person", "Laura Tidwell")),
        ("Then Rep. Peter King of New York spoke.", ("person", "Peter King")),
        ("They blamed J.M. Korb for it.", ("person", "J.M. Korb")),
        ("They blamed Councilor J.T. Korb for it.", ("person", "J.T. Korb")),
        ("The pilots blamed Maria Nor for it.", ("person", "Maria Nor")),
        ("It was said.Then Anna Korb left.", ("person", "Anna Korb")),
    ],
)  # fmt: skip
def test_one_name_of_a_sentence(text: str, expected: tuple[str, str]) -> None:
    assert expected in entities(text)


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Anna Korb said no. Later Korb left. Ms. Korb was tired.", "Anna Korb"),
        ("The Harbour Safety Board met. The HSB said little.", "Harbour Safety Board"),
        ("Donald J. Meyer came. Then Donald Meyer left.", "Donald J. Meyer"),
        ("Naef al-Rashid spoke. Rashid left.", "Naef al-Rashid"),
        ("The United States agreed. Then the U.S. left, and America slept.", "United States"),
        ("They met Maria Nor there. Nor said little.", "Maria Nor"),
        ("The Anti-Smuggling League met. The ASL said little.", "Anti-Smuggling League"),
    ],
)
def test_forms_of_one_name_are_joined(text: str, together: str) -> None:
    assert [name for _, name in entities(text)] == [together]


def test_the_stop_of_a_state_in_letters_may_end_a_sentence() -> None:
    assert entities("They met Anna Korb there. She flew to the U.S. Korb said little.") == [("person", "Anna Korb")]


@pytest.mark.parametrize(
    "text",
    ["Velden slept. The Velden Courier said so.", "Tarn slept. Tarn News said so.", "Mr. Korb left. Mrs. Korb stayed."],
)
def test_names_that_share_a_word_stay_apart(text: str) -> None:
    assert len(entities(text)) == 2


@pytest.mark.parametrize(
    "text", ["On Monday nobody came.", "But I said no.", "Critics were loud.", "It’s late. We’ll see."]
)
def test_no_name_in_sight(text: str) -> None:
    assert entities(text) == []


def test_a_headline_gives_no_names_of_its_own() -> None:
    text = "Korb Seeks Harbour Changes Now\n\nAnna Korb said so."
    page = read_page(text, ())
    found = find_names(page)
    assert [page.span(name.first, name.end).of(text) for name in found] == ["Korb", "Anna Korb"]


@pytest.mark.parametrize("dateline", ["VELDHAM (Meridian) – ", "VELDHAM, March 3 - "])
def test_an_ordinary_word_after_a_dateline_is_no_name(dateline: str) -> None:
    text = f"{dateline}Officials said the bridge was closed."
    page = read_page(text, (Block("dateline", Span(0, len(dateline))), Block("paragraph", Span(0, len(text)))))
    assert find_names(page) == []
    assert find_names(read_page(text, ())) != []
