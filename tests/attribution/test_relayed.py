"""Second-hand forms: who is quoted as saying, who is cited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.passages import Passages
from sayso.attribution.relayed import relayed
from sayso.tagger.spans import Attribution
from sayso.types import Span


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def make(text: str, source: str | None, cue: str, content: str) -> Attribution:
    return Attribution(at(text, source) if source else None, (at(text, cue),), (at(text, content),))


def one(text: str) -> Passages:
    return Passages((Span(0, len(text)),), (Span(0, len(text)),))


def shown(text: str, found: list[Attribution]) -> set[tuple[str | None, str, str]]:
    return {
        (a.source and a.source.of(text), a.cue[0].of(text), " / ".join(s.of(text) for s in a.content)) for a in found
    }


QUOTED = "Norvast quoted a port official as saying that a rocket hit the silo."
WRONG_WAYS = [
    [("Norvast", "quoted", "a port official as saying that a rocket hit the silo")],
    [("Norvast", "quoted", "a port official"), ("a port official", "saying", "a rocket hit the silo")],
    [("a port official", "quoted", "a rocket hit the silo")],
]


@pytest.mark.parametrize("tagged", WRONG_WAYS)
def test_who_is_quoted_as_saying_is_the_source(tagged: list[tuple[str, str, str]]) -> None:
    found = relayed(QUOTED, [make(QUOTED, *t) for t in tagged], one(QUOTED))
    assert {(s, c) for s, c, _ in shown(QUOTED, found)} >= {("a port official", "quoted")}
    contents = {x for s, c, x in shown(QUOTED, found) if c == "quoted"}
    assert {c.rstrip(".") for c in contents} == {"a rocket hit the silo"}


PASSIVE = "Ada Prior was quoted by the news agency Kestrel as saying that the bridge was safe."


@pytest.mark.parametrize(
    "tagged",
    [("the news agency Kestrel", "as saying", "the bridge was safe"), ("Ada Prior", "quoted", "the bridge was safe")],
)
def test_who_was_quoted_by_somebody_is_the_source(tagged: tuple[str, str, str]) -> None:
    found = relayed(PASSIVE, [make(PASSIVE, *tagged)], one(PASSIVE))
    assert {(s, x.rstrip(".")) for s, _, x in shown(PASSIVE, found)} == {("Ada Prior", "the bridge was safe")}


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The mayor was told that the bridge was cracked.", [None]),
        ("The mayor was told by an engineer that the bridge was cracked.", ["an engineer"]),
        ("The mayor told the board that the bridge was cracked.", ["The mayor"]),
    ],
)
def test_who_was_told_has_not_said_it(text: str, sources: list[str | None]) -> None:
    found = relayed(text, [make(text, "The mayor", "told", "the bridge was cracked")], one(text))
    assert [a.source and a.source.of(text) for a in found] == sources


def test_who_was_told_within_what_another_says_says_nothing() -> None:
    text = "Two engineers said that the mayor was told that the bridge was cracked."
    outer = make(text, "Two engineers", "said", "the mayor was told that the bridge was cracked")
    inner = make(text, "the mayor", "told", "the bridge was cracked")
    assert relayed(text, [outer, inner], one(text)) == [outer]


CITED = "Citing emergency services, two agencies reported that the silo was on fire."


@pytest.mark.parametrize("tagged", [[], [("two agencies", "Citing", "emergency services")]])
def test_who_is_cited_is_a_source_beside_the_one_who_cites(tagged: list[tuple[str, str, str]]) -> None:
    main = make(CITED, "two agencies", "reported", "the silo was on fire")
    found = relayed(CITED, [main, *(make(CITED, *t) for t in tagged)], one(CITED))
    assert shown(CITED, found) == {
        ("two agencies", "reported", "the silo was on fire"),
        ("emergency services", "Citing", "the silo was on fire"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The board closed the port, citing safety concerns, and the mayor said it was right.",
        "She said the office, citing its policy, would not answer.",
    ],
)
def test_a_reason_that_is_cited_is_no_source(text: str) -> None:
    found = [make(text, None, "said", text[text.index("said") + 5 : -1])]
    assert relayed(text, found, one(text)) == found


@given(st.text(alphabet=st.sampled_from(list("ab .,“”\n")), max_size=30), st.data())
def test_never_raises_and_spans_stay_in_the_text(filler: str, data: st.DataObject) -> None:
    text = f"{filler} quoted {filler}x as saying {filler} citing officials, {filler}"
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    found = [Attribution(None, (Span(begin, end),), (Span(begin, len(text)),))]
    for a in relayed(text, found, one(text)):
        assert a.content
        assert all(0 <= s.begin < s.end <= len(text) for s in a.spans)


def test_a_ground_that_is_cited_says_nothing() -> None:
    text = "“They want out,” the envoy said on condition of anonymity, citing the sensitivity of the talks."
    said = make(text, "the envoy", "said", "“They want out,”")
    cited = make(text, "sensitivity of the talks", "citing", "“They want out,”")
    assert relayed(text, [said, cited], one(text)) == [said]


def test_whoever_is_cited_is_the_nearest_part_of_the_sentence() -> None:
    text = "The Post said that bids had been invited in May, citing two officials; Norvast called the story a fable."
    found = [
        make(text, "The Post", "said", "that bids had been invited in May"),
        make(text, "two officials", "citing", "the story a fable"),
        make(text, "Norvast", "called", "the story a fable"),
    ]
    assert ("two officials", "citing", "that bids had been invited in May") in shown(
        text, relayed(text, found, one(text))
    )
