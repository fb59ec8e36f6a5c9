"""Titles, reasons, types, disclosure and identity of sources, in reports written for these tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.attribution.sources import Resolution, resolve
from sayso.attribution.sources.features import Rows
from sayso.attribution.sources.kinds import type_features
from sayso.attribution.sources.meant import Candidate
from sayso.attribution.sources.mentions import Mention
from sayso.attribution.sources.scene import read_scene
from sayso.attribution.sources.walk import walk
from sayso.tagger.spans import Attribution
from sayso.types import Source
from tests.attribution.sources.test_resolve import at, report


def read(text: str, *mentions: tuple[str | None, str]) -> Resolution:
    return resolve(report(text), [at(text, words, content) for words, content in mentions])


def first(found: Resolution) -> Source:
    return next(source for source in found.sources if source.id == found.refs[0].id)


@pytest.mark.parametrize(
    ("sentence", "mention", "title"),
    [
        ("Foreign Minister Lena Brandt said rain came.", "Foreign Minister Lena Brandt", "Foreign Minister"),
        ("Lena Brandt, a geologist at Veldham University, said rain came.", "Lena Brandt",
         "geologist at Veldham University"),
        ("Former harbour pilot Lena Brandt said rain came.", "Lena Brandt", "Former harbour pilot"),
        ("The head of the harbour board, Lena Brandt, said rain came.", "Lena Brandt", "head of the harbour board"),
    ],
)  # fmt: skip
def test_title_beside_the_name(sentence: str, mention: str, title: str) -> None:
    found = read(f"Rain in Veldham\n\n{sentence}", (mention, "rain came"))
    assert first(found).name == "Lena Brandt"
    assert first(found).title == title


@pytest.mark.parametrize(
    ("first_said", "then_said", "names"),
    [
        # one holder of an office is no group, nor another holder, nor a paper
        ("People trapped in the mine", "The governor", ["People trapped in the mine", "governor"]),
        ("The governor", "The mayor", ["governor", "mayor"]),
        ("The Veldham Post", "The rebels", ["Veldham Post", "rebels"]),
        # who saw a memo is not the memo, nor is who asked the one who was asked
        ("An internal memo obtained by the Veldham Post", "It", ["internal memo"] * 2),
        (
            "The Veldham Post",
            "a memo obtained by the Veldham Post",
            ["Veldham Post", "memo obtained by the Veldham Post"],
        ),
        ("The fishermen's union", "The owners' association", ["fishermen's union", "owners' association"]),
        ("Radio Vest", "The coast guard", ["Radio Vest", "coast guard"]),
        # a body in a place is not the place
        ("Veldham", "A company in Veldham", ["Veldham", "company in Veldham"]),
    ],
)
def test_who_a_description_cannot_mean(first_said: str, then_said: str, names: list[str]) -> None:
    text = f"Rain in Veldham\n\n{first_said} said rain came. {then_said} said it would stay."
    found = read(text, (first_said, "rain came"), (then_said, "it would stay"))
    assert [ref.name for ref in found.refs] == names


_AHEAD = """Pilots to stop work in Veldham

A senior diplomat said talks would go on. It rained all day.

"The talks will go on," Lena Brandt, the deputy envoy, said. A carpenter said nobody would fly.

Norland and Freedonia sent boats. Both said the sea was calm.

Harbour chief — former pilot Rolf Amsel — said all was well."""


@pytest.mark.parametrize(
    ("mention", "content", "name"),
    [
        ("A senior diplomat", "talks would go on", "Lena Brandt"),  # named with the next statement
        ("A carpenter", "nobody would fly", "carpenter"),  # who is not named at all
        ("Both", "the sea was calm", "Norland and Freedonia"),
        ("Harbour chief", "all was well", "Rolf Amsel"),
    ],
)
def test_who_is_named_elsewhere(mention: str, content: str, name: str) -> None:
    others = [
        ("A senior diplomat", "talks would go on"),
        ("Lena Brandt", '"The talks will go on,"'),
        ("A carpenter", "nobody would fly"),
        ("Both", "the sea was calm"),
        ("Harbour chief", "all was well"),
    ]
    found = read(_AHEAD, *others)
    assert found.refs[others.index((mention, content))].name == name


@pytest.mark.parametrize(
    ("text", "before", "mention", "name"),
    [
        ("Lena Brandt spoke. Some of her neighbours said rain came.", "Lena Brandt", "Some of her neighbours",
         "Some of Lena Brandt's neighbours"),
        ("Two experts spoke of a storm. Others said rain came.", None, "Others", "other experts"),
        ("One resident of Tarn spoke. Another said rain came.", "One resident of Tarn", "Another",
         "another resident of Tarn"),
    ],
)  # fmt: skip
def test_what_a_mention_may_mean(text: str, before: str | None, mention: str, name: str) -> None:
    made = report(f"Rain in Veldham\n\n{text}")
    scene = read_scene(made)
    spoken = [at(made.text, words, content) for words, content in ((before, "spoke"), (mention, "rain came"))]
    seen: list[list[str]] = []

    def choose(turn: int, mention: Mention, found: list[Candidate], rows: Callable[[], Rows]) -> tuple[int, float]:
        seen.append([candidate.name for candidate in found])
        return next(i for i, candidate in enumerate(found) if candidate.origin == "self"), 1.0

    walk(scene, spoken if before else spoken[1:], choose)
    assert name in seen[-1]


def test_two_people_are_of_the_type_of_each() -> None:
    made = report("Rain in Veldham\n\nLena Brandt and Rolf Amsel met. Both said rain came.")
    spoken, scene = at(made.text, "Both", "rain came"), read_scene(made)

    def choose(turn: int, mention: Mention, found: list[Candidate], rows: Callable[[], Rows]) -> tuple[int, float]:
        return next(i for i, candidate in enumerate(found) if candidate.origin == "pair"), 1.0

    (choice,) = walk(scene, [spoken], choose)
    assert choice is not None
    assert choice.referent.name == "Lena Brandt and Rolf Amsel"
    assert type_features(scene, choice, spoken).count("part=person") == 2


def test_what_could_not_be_verified_the_outlet_could_not_verify() -> None:
    text = "Rain\n\nResidents said rain came. The claim could not be verified."
    failed = Attribution(None, (at(text, None, "could not be verified").content), at(text, None, "The claim").content)
    failed = replace(failed, act={"cannot-verify": 1.0})
    said = at(text, "Residents", "rain came")
    told = [resolve(replace(report(text), outlet=outlet), [said, failed]).refs[1].name for outlet in ("Kestrel", None)]
    assert told == ["Kestrel", None]


def test_title_follows_the_person_to_a_pronoun() -> None:
    text = "Rain\n\nHarbour master Paul Oster said rain came. He said it would stay."
    found = read(text, ("Harbour master Paul Oster", "rain came"), ("He", "it would stay"))
    assert found.refs[1].name == "Paul Oster"
    assert found.refs[1].title == found.refs[0].title == "Harbour master"


@pytest.mark.parametrize(
    ("sentence", "mention", "name", "type", "disclosure"),
    [
        ("Beijing said rain came.", "Beijing", "China", "organization", "named"),
        ("Downing Street said rain came.", "Downing Street", "United Kingdom", "organization", "named"),
        ("A spokeswoman for the Harbour Authority said rain came.", "A spokeswoman for the Harbour Authority",
         "Harbour Authority", "organization", "unnamed"),
        ("A person familiar with the matter said rain came.", "A person familiar with the matter",
         "person familiar with the matter", "anonymous", "anonymous"),
        ("Residents said rain came.", "Residents", "Residents", "unnamed-group", "unnamed"),
        ("Lena Brandt and Paul Oster said rain came.", "Lena Brandt and Paul Oster", "Lena Brandt and Paul Oster",
         "person", "named"),
    ],
)  # fmt: skip
def test_name_type_and_disclosure(sentence: str, mention: str, name: str, type: str, disclosure: str) -> None:
    source = first(read(f"Rain in Veldham\n\n{sentence}", (mention, "rain came")))
    assert (source.name, source.type, source.disclosure) == (name, type, disclosure)


def test_unnamed_speakers_of_one_body_stay_apart() -> None:
    text = "Rain\n\nA spokesman for the Harbour Board said rain came. A spokesman for the Harbour Board denied snow."
    found = resolve(
        report(text),
        [
            at(text, "A spokesman for the Harbour Board", "rain came"),
            at(text, "A spokesman for the Harbour Board", "snow", "came."),
        ],
    )
    assert [ref.name for ref in found.refs] == ["Harbour Board", "Harbour Board"]
    assert found.refs[0].id != found.refs[1].id


def test_reason_given_for_a_source_without_a_name() -> None:
    text = "Rain\n\nAn official, speaking on condition of anonymity because the talks go on, said rain came."
    source = first(read(text, ("An official", "rain came")))
    assert source.why == "speaking on condition of anonymity because the talks go on"
    assert source.why_span is not None
    assert source.why_span.of(text) == source.why


def test_a_continued_quotation_belongs_to_the_speaker_before() -> None:
    text = "Rain\n\n“Rain came,” Lena Brandt said.\n\n“It was cold.”"
    found = read(text, ("Lena Brandt", "“Rain came,”"), (None, "“It was cold.”"))
    assert found.refs[1].id == found.refs[0].id
    assert found.refs[1].mention is None


def test_every_value_says_how_it_was_found() -> None:
    found = read("Rain\n\nBeijing said rain came.", ("Beijing", "rain came"))
    assert {derivation.field for derivation in found.derivations} >= {"source.name", "type"}
