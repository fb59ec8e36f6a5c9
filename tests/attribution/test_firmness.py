"""How firmly a source asserts, and the reporter's own doubt."""

from __future__ import annotations

import pytest

from tests.attribution.said import Said, one, read

CASES = [
    ("The colonel said the dam may have been damaged.", "the dam may have been damaged", "possible", "may"),
    ("The colonel said the dam might burst.", "the dam might burst", "possible", "might"),
    ("The colonel said the dam will probably hold.", "the dam will probably hold", "probable", "probably"),
    ("The colonel said the dam was damaged.", "the dam was damaged", "certain", None),
    ("The colonel said the ferry left in May.", "the ferry left in May", "certain", None),
]


@pytest.mark.parametrize(("text", "content", "firmness", "trigger"), CASES, ids=[case[1] for case in CASES])
def test_firmness(text: str, content: str, firmness: str, trigger: str | None) -> None:
    read_ = read(text, Said(content, "said", "The colonel"))
    assert read_.statements[0].firmness == firmness
    because = next(d for d in read_.derivations if d.field == "firmness")
    assert (because.span and because.span.of(text)) == trigger


@pytest.mark.xfail(strict=True, reason="a known miss of the fitted classifier; take the mark away when it is mended")
def test_a_hedge_inside_a_wish_of_another_is_out_of_scope() -> None:
    text = "The colonel said he would meet anyone who might help."
    assert one(text, Said("he would meet anyone who might help", "said", "The colonel")).firmness == "certain"


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("It became an unlikely bestseller.", []),
        ("It is unlikely to sell. Rain was likely.", ["unlikely", "likely"]),
        ("He went, likely because it rained.", ["likely"]),
    ],
)
def test_an_adjective_before_its_noun_is_no_hedge(text: str, hedges: list[str]) -> None:
    whole = f"{text} The colonel said no."
    notes = read(whole, Said("no", "said", "The colonel")).notes
    assert [n.span and n.span.of(whole) for n in notes] == hedges


def test_the_reporters_own_hedges() -> None:
    text = "The retreat may mean the end of the siege. The colonel said the dam might burst. It was May 4."
    notes = read(text, Said("the dam might burst", "said", "The colonel")).notes
    assert [(n.code, n.span and n.span.of(text)) for n in notes] == [("reporter-hedge", "may")]
    assert notes[0].text == "The retreat may mean the end of the siege."
