"""Whom a description cannot mean, and names with what stands before them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.attribution.sources.scene import read_scene
from sayso.types import Span
from tests.attribution.sources.test_resolve import at, names, read, report

FERRY = """Ferry operator denies skipping checks before Marrow Bay sinking

MARROW BAY - The company whose ferry sank off Marrow Bay on Saturday denied that it had skipped checks.

The coastguard said the boat may have hit a container. He would not confirm a report by the Nordpress agency that it
had been overloaded."""

COURT = """Man jailed for fire at library

Dale Rourke, 36, pleaded guilty on Monday. Dale Rourke told the court that he was sorry.

Defending, Colin Bright said his client was ashamed.

Librarian Sue Marlow told reporters she was relieved.

In a statement read to the court, the council's leader said rebuilding would take years.

Rourke's sister said he had never got over it. Chief of staff Neil Abbot said nobody had asked.

The Library Friends group, which has raised funds, says it hopes to open in spring."""


@pytest.mark.parametrize(
    ("words", "content", "start", "name"),
    [
        ("The company", "it had skipped checks", "- The company", "Ferry operator"),
        ("The coastguard", "the boat may have hit a container", "", "coastguard"),
        ("a", "it\nhad been overloaded", "a report", "report"),
    ],
)
def test_a_company_is_no_place_and_the_coastguard_no_company(words: str, content: str, start: str, name: str) -> None:
    found = read(FERRY, [
        at(FERRY, "Ferry operator", "skipping checks"),
        at(FERRY, words, content, start),
    ])  # fmt: skip
    assert names(found)[1] == name


@pytest.mark.parametrize(
    ("words", "content", "name", "title"),
    [
        ("Librarian Sue Marlow", "she was relieved", "Sue Marlow", "Librarian"),
        ("the council's leader", "rebuilding would take years", "council's leader", None),
        ("Rourke's sister", "he had never got over it", "Rourke's sister", None),
        ("Chief of staff Neil Abbot", "nobody had asked", "Neil Abbot", None),
    ],
)
def test_offices_before_names_and_offices_of_others(words: str, content: str, name: str, title: str | None) -> None:
    found = read(COURT, [
        at(COURT, "Dale Rourke", "he was sorry"),
        at(COURT, "Colin Bright", "his client was ashamed"),
        at(COURT, "Librarian Sue Marlow", "she was relieved"),
        at(COURT, words, content),
    ])  # fmt: skip
    assert names(found)[-1] == name
    assert title is None or found.refs[-1].title == title


def test_a_group_with_a_name_is_not_who_spoke_before() -> None:
    found = read(COURT, [
        at(COURT, "Dale Rourke", "he was sorry"),
        at(COURT, "The Library Friends group", "it hopes to open in spring"),
    ])  # fmt: skip
    assert names(found)[1] != "Dale Rourke"


def test_a_title_ends_before_rank_and_name() -> None:
    text = "Title\n\nA coalition spokesman, Col. Idris Farhat, said the guns were far away."
    found = read(text, [at(text, "A coalition spokesman, Col. Idris Farhat", "the guns were far away")])
    assert (found.refs[0].name, found.refs[0].title) == ("Idris Farhat", "coalition spokesman")


def test_a_title_begins_behind_whose_it_is() -> None:
    text = "Title\n\nThe Prudential Office, whose deputy head, Simon Carr, called it wise, kept the minutes."
    found = read(text, [at(text, "Simon Carr", "it wise")])
    assert found.refs[0].title == "deputy head"


def test_whoever_is_named_after_an_office_is_named() -> None:
    found = read(COURT, [at(COURT, "Chief of staff Neil Abbot", "nobody had asked")])
    assert [(source.name, source.disclosure) for source in found.sources] == [("Neil Abbot", "named")]


def test_what_a_headline_names_without_an_article_is_named_with_one_in_the_body() -> None:
    text = "Coffee may help, study says\n\nCoffee may lower the risk of gout, a study in the Journal of Joints says."
    found = read(text, [
        at(text, "study", "Coffee may help"),
        at(text, "a study in the Journal of Joints", "Coffee may lower the risk of gout"),
    ])  # fmt: skip
    assert len(found.sources) == 1


def test_a_reason_is_not_turned_into_its_opposite() -> None:
    text = "Title\n\nDr. Alan Price, a doctor in Veldham who was not involved in the research, called it weak."
    found = read(text, [at(text, "Dr. Alan Price", "weak")])
    assert found.refs[0].why in (None, "was not involved in the research", "who was not involved in the research")


def test_a_person_in_apposition_to_any_noun_for_one() -> None:
    text = "Title\n\nThe ministry's top civil servant, Sir Giles Pont, replied that there was no money."
    found = read(text, [at(text, "The ministry's top civil servant, Sir Giles Pont", "there was no money")])
    assert names(found) == ["Giles Pont"]


def test_rebels_are_neither_the_helpers_heard_before_nor_the_ministry_beside_them() -> None:
    text = (
        "Title\n\nAid workers in Beyt Hana described scenes of panic.\n\n"
        "The Karesh Health Ministry put the toll at 212; the rebels say it is more than 300."
    )
    found = read(text, [
        at(text, "Aid workers in Beyt Hana", "scenes of panic"),
        at(text, "the rebels", "it is more than 300"),
    ])  # fmt: skip
    assert names(found) == ["Aid workers in Beyt Hana", "rebels"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The mining ministry itself", "mining ministry"),
        ("Two former colleagues who worked with", "Two former colleagues"),
        ("A series of internal emails obtained by", "series of internal emails"),
    ],
)
def test_a_mention_ends_before_what_was_cut_off(words: str, name: str) -> None:
    text = f"Title\n\n{words} Nordpress said the mine was flooded."
    found = read(text, [at(text, words, "the mine was flooded")])
    assert names(found) == [name]


def test_a_title_begins_behind_the_verb() -> None:
    text = "Title\n\nProsecutors charged the former chief of police, Viktor Aas, with theft. Aas said it was false."
    found = read(text, [at(text, "Aas", "it was false", "Aas said")])
    assert (found.refs[0].name, found.refs[0].title) == ("Viktor Aas", "former chief of police")


@pytest.mark.parametrize(
    ("words", "after", "name"),
    [
        ("Chipmaker Altrix", "Altrix employs 900.", "Altrix"),
        ("Rival Senko", "On Monday Senko closed a mill.", "Senko"),
        ("Comedian Nimesh Raval", "Raval left the stage.", "Nimesh Raval"),
        ("Hunter Oster", "Oster left.", "Hunter Oster"),
        ("Airline Pilots Union", "The union met.", "Airline Pilots Union"),
    ],
)
def test_a_noun_at_the_head_of_a_sentence_is_no_part_of_the_name_behind_it(words: str, after: str, name: str) -> None:
    text = f"Title\n\n{words} said it was late. {after}"
    assert names(read(text, [at(text, words, "it was late")])) == [name]


DOCKS = """Dockers stay out

Chairman Tor Brekke, who leads the 3,200-strong Dockers' Federation, said the walkout would go on.

A spokesman for the prime minister said he had nothing to add.

The driver told the court he had been punched. The federation said none of its members was involved."""


def test_the_driver_is_no_spokesman_and_the_federation_the_one_that_was_named() -> None:
    found = read(DOCKS, [
        at(DOCKS, "Chairman Tor Brekke", "the walkout would go on"),
        at(DOCKS, "A spokesman for the prime minister", "he had nothing to add"),
        at(DOCKS, "The driver", "he had been punched"),
        at(DOCKS, "The federation", "none of its members was involved"),
    ])  # fmt: skip
    assert names(found)[2:] == ["driver", "Dockers' Federation"]
    assert found.refs[0].why == "who leads the 3,200-strong Dockers' Federation"


def test_a_reason_ends_before_the_cue() -> None:
    text = "Title\n\nA person close to the board called it absurd."
    called = text.index("called")
    attribution = replace(at(text, "A person close to the board", "it absurd"), cue=(Span(called, called + 6),))
    assert read(text, [attribution]).refs[0].why == "close to the board"


def test_her_office_is_not_another_and_who_is_named_gives_no_reason_to_be_unnamed() -> None:
    text = (
        "Title\n\nThe Budget Office said it was wrong. Gov. Ellen Marsh said it was right, and her office would not "
        "say more.\n\nNorland said its troops had gone. An official, speaking on condition of anonymity, said some "
        "had not."
    )
    found = read(text, [
        at(text, "The Budget Office", "it was wrong"),
        at(text, "Gov. Ellen Marsh", "it was right"),
        at(text, "her office", "more"),
        at(text, "Norland", "its troops had gone"),
        at(text, "An official", "some had not"),
    ])  # fmt: skip
    assert names(found)[2] == "Ellen Marsh's office"
    assert found.refs[3].why is None
    assert found.refs[4].why == "speaking on condition of anonymity"


def test_one_without_a_name_who_both_confirms_and_will_not_say_is_one() -> None:
    text = "Title\n\nA spokesman for the ministry confirmed the plan, but did not say when it would begin."
    found = read(text, [
        at(text, "A spokesman for the ministry", "the plan"),
        at(text, "A spokesman for the ministry", "when it would begin"),
    ])  # fmt: skip
    assert len(found.sources) == 1


def test_the_hospital_of_a_saint_is_a_hospital() -> None:
    scene = read_scene(report("Title\n\nThe surgeon works at St Bride's Hospital. Veldham’s Hospital said yes."))
    assert [name.key for name in scene.names] == [("st", "bride", "hospital"), ("veldham",), ("hospital",)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Georgia Secretary of State Brian Oster said no.", [("brian", "oster")]),
        ("Austin Chief of Police Ann Oster said no.", [("ann", "oster")]),
        ("Peter King of Oakford said no.", [("peter", "king"), ("oakford",)]),
        ("The Virginia Department of Health said no.", [("virginia", "department", "of", "health")]),
    ],
)
def test_a_place_that_is_a_first_name_too_before_an_office(words: str, names: list[tuple[str, ...]]) -> None:
    assert [name.key for name in read_scene(report(f"Title\n\n{words}")).names] == names


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("House Oversight and Government Reform Committee Chairman Dale E. Hurst", "Dale E. Hurst"),
        ("House Energy and Commerce Committee Chairman Fred Oster", "Fred Oster"),
        ("Health and Human Services Secretary Kathleen Oster", "Kathleen Oster"),
        ("Housing and Urban Development Secretary Ben Oster", "Ben Oster"),
        ("Office of Management and Budget director Ann Oster", "Ann Oster"),
        (
            "the Washington Association of Sheriffs and Police Chiefs",
            "Washington Association of Sheriffs and Police Chiefs",
        ),
        ("Pelham and House Speaker Ann Oster", "Pelham and Ann Oster"),
        ("Secretary of State Ann Oster and Defense Secretary Jim Hale", "Ann Oster and Jim Hale"),
    ],
)
def test_an_office_named_after_two_things_is_one_source_and_two_people_are_two(source: str, name: str) -> None:
    text = f"Title\n\nOn Monday, {source} said no."
    assert names(read(text, [at(text, source, "no")])) == [name]


@pytest.mark.parametrize(
    ("source", "name", "title"),
    [
        ("U.S. Ambassador to Freedonia Deborah Hale", "Deborah Hale", "U.S. Ambassador to Freedonia"),
        ("Professor of Law Jonathan Hale", "Jonathan Hale", "Professor of Law"),
        ("special counsel Jonathan Hale Friday", "Jonathan Hale", "special counsel"),
        ("Tarn County Coroner John Hale", "John Hale", "Tarn County Coroner"),
    ],
)
def test_an_office_with_what_it_is_over_before_the_name(source: str, name: str, title: str) -> None:
    text = f"Title\n\nOn Monday, {source} said no. Hale said more."
    found = read(text, [at(text, source, "no"), at(text, "Hale", "more", "Hale said")])
    assert names(found) == [name, name]
    assert found.refs[0].title == title
