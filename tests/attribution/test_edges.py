"""Contents that end where another's words begin."""

from __future__ import annotations

import pytest

from sayso.attribution.edges import trim
from sayso.report.marks import quotations
from sayso.tagger.spans import Attribution
from sayso.types import Block, Span


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def said(text: str, source: str | None, cue: str, *content: str) -> Attribution:
    return Attribution(at(text, source) if source else None, (at(text, cue),), tuple(at(text, c) for c in content))


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        pytest.param(
            "Ann Oster said it was full, and the manifest, seen by Norvast, lists 141 names.",
            [("Ann Oster", "said", "it was full, and the manifest"), ("the manifest", "lists", "141 names")],
            ["it was full", "141 names"],
            id="the source that follows",
        ),
        pytest.param(
            "Ann Oster said that the mayor claimed to be ill.",
            [("Ann Oster", "said", "the mayor claimed to be ill"), ("the mayor", "claimed", "to be ill")],
            ["the mayor claimed to be ill", "to be ill"],
            id="a source within what is said stays",
        ),
        pytest.param(
            "Minister Ann Oster said samples had been taken. Results are due next week, her ministry said.",
            [
                ("Minister Ann Oster", "said", "samples had been taken"),
                ("her ministry", "said.", "Minister Ann", "Results are due next week"),
            ],
            ["samples had been taken", "Results are due next week"],
            id="another's source is no part of a content",
        ),
        pytest.param(
            "After the vote, “We were robbed,” Ann Oster said.",
            [("Ann Oster", "said", "After the vote, “We were robbed,”")],
            ["“We were robbed,”"],
            id="words that lead in a quoted sentence",
        ),
        pytest.param(
            "As he put it, the town was “lost,” Ann Oster said.",
            [("Ann Oster", "said", "As he put it, the town was “lost,”")],
            ["As he put it, the town was “lost,”"],
            id="a quoted word is no sentence",
        ),
        pytest.param(
            "According to her publisher, Norvast Press, the books sold well.",
            [("her publisher", "According to", "Norvast Press, the books sold well")],
            ["the books sold well"],
            id="the publisher's own name",
        ),
        pytest.param(
            "According to Ann Oster, Norvast, the publisher, is closing.",
            [("Ann Oster", "According to", "Norvast, the publisher, is closing")],
            ["Norvast, the publisher, is closing"],
            id="another name after a name stays",
        ),
        pytest.param(
            "“He's told me he saw it. There was nothing. I asked,” Ann Oster said.",
            [("He", "told", "he saw it. There was nothing")],
            ["he saw it"],
            id="the next sentence of a quotation",
        ),
        pytest.param(
            "“He's told me Mr. Brandt saw it,” Ann Oster said.",
            [("He", "told", "Mr. Brandt saw it")],
            ["Mr. Brandt saw it"],
            id="a stop that ends no sentence",
        ),
    ],
)
def test_where_a_content_ends(text: str, found: list[tuple[str, ...]], expected: list[str]) -> None:
    given = [said(text, source, cue, *content) for source, cue, *content in found]
    marks = quotations(text, (Block("paragraph", Span(0, len(text))),))
    assert [" / ".join(part.of(text) for part in a.content) for a in trim(text, given, marks)] == expected
