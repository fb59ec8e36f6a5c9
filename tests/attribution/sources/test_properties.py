"""What holds for any text and any spans: nothing raises, spans slice back, the same input gives the same sources."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.attribution.sources import resolve
from sayso.attribution.sources.lexicon import word_set
from sayso.attribution.sources.page import read_page
from sayso.tagger.spans import Attribution
from sayso.types import Span
from tests.attribution.sources.test_resolve import report

_WORDS = st.sampled_from(
    [
        *sorted(
            word_set(
                """Anna Korb Mr. Ms. the The a said “ ” ' , . who of and & US Moscow Russian spokesman for Harbour
            Board she he they it its officials KorbKorb al-Rashid O’Dell 's ’s President Prime CEO ( ) HB
            D-Ohio - — 43"""
            )
        ),
        '"',
        "\n\n",
    ]
)
_TEXTS = st.lists(_WORDS, max_size=60).map(" ".join) | st.text(max_size=80)


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, list[Attribution]]:
    text = draw(_TEXTS)
    offsets = st.integers(0, len(text))

    def span() -> Span:
        return Span(*sorted((draw(offsets), draw(offsets))))

    made = [
        Attribution(span() if draw(st.booleans()) else None, (span(),), (span(),))
        for _ in range(draw(st.integers(0, 6)))
    ]
    return text, sorted(made, key=lambda attribution: attribution.begin)


@settings(max_examples=150, deadline=None)
@given(cases())
def test_sources_of_anything(case: tuple[str, list[Attribution]]) -> None:
    text, attributions = case
    found = resolve(report(text), attributions)
    assert len(found.refs) == len(found.confidence) == len(attributions)
    assert all(0 <= sure <= 1 for sure in found.confidence)
    ids = {source.id for source in found.sources}
    assert len(ids) == len(found.sources)
    assert {ref.id for ref in found.refs} == ids
    for source in found.sources:
        assert source.title == (source.title_span.of(text) if source.title_span else None)
        assert source.why == (source.why_span.of(text) if source.why_span else None)
        assert all(mention.of(text) for mention in source.mentions if mention.end > mention.begin)
    assert found == resolve(report(text), attributions)


@given(_TEXTS)
def test_words_slice_back(text: str) -> None:
    page = read_page(text, ())
    spans = list(zip(page.begins, page.ends, strict=True))
    assert [text[begin:end] for begin, end in spans] == page.words
    assert all(end <= begin for (_, end), (begin, _) in pairwise(spans))
