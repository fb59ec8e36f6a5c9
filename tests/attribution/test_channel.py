"""How a thing was said, where the text names it."""

from __future__ import annotations

import pytest

from tests.attribution.said import Said, one, read

CASES = [
    ("“We sail,” the colonel told a news conference.", "told", "news-conference"),
    ("“We sail,” the colonel told reporters.", "told", "news-conference"),
    ("“We sail,” the colonel said in an interview.", "said", "interview"),
    ("“We sail,” the colonel said in a statement.", "said", "statement"),
    ("“We sail,” the colonel wrote on Twitter.", "wrote", "social-media"),
    ("“We sail,” the colonel tweeted.", "tweeted", "social-media"),
    ("“We sail,” the colonel said in a televised address.", "said", "broadcast"),
    ("“We sail,” the colonel wrote in a letter to the council.", "wrote", "document"),
    ("“We sail,” the colonel testified.", "testified", "hearing"),
    ("“We sail,” the colonel told a public meeting.", "told", "other"),
    ("“We sail,” the colonel told the party conference.", "told", "other"),
    ("“We sail,” the colonel said.", "said", None),
]


@pytest.mark.parametrize(("text", "cue", "kind"), CASES, ids=[case[0] for case in CASES])
def test_channel(text: str, cue: str, kind: str | None) -> None:
    way = one(text, Said("“We sail,”", cue, "the colonel")).channel
    assert (way and way.kind) == kind


def test_words_of_the_content_are_no_channel() -> None:
    text = "The colonel said the tweet was a letter to reporters."
    assert one(text, Said("the tweet was a letter to reporters", "said", "The colonel")).channel is None


def test_words_of_another_statement_of_the_sentence_are_no_channel() -> None:
    text = "The colonel called the case theatre and said she looked forward to her day in court."
    first = Said("the case theatre", "called", "The colonel")
    second = Said("she looked forward to her day in court", "said", "The colonel")
    assert [s.channel for s in read(text, first, second).statements] == [None, None]
