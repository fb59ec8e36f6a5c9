"""Entities left undecoded, words broken at a line's end: the text stays as given, and is read as if it were sound."""

import html
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.check import check
from sayso.report.asread import as_read, moved
from sayso.types import Span

DECODED = {
    "&ldquo;We stay,&rdquo; she said.": "“We stay,” she said.",
    "O&rsquo;Dell &amp; Sons": "O’Dell & Sons",
    "O&amp;rsquo;Dell": "O’Dell",
    "&#8220;Yes&#8221; &#x2014; he said": "“Yes” — he said",
    "4&nbsp;million": "4\u00a0million",
    "R&D; &bogus; &c. A&B": None,
    "the ampersand & alone": None,
    "&#13; kept": None,
    "They ignored warn-\nings over oxygen": "They ignored warnings\nover oxygen",
    "not subtle sig-\n  nals,” she said": "not subtle signals,”\nshe said",
    "in Au-\ngust\nand May": "in August\nand May",
    "a well-\nknown man, well-known here": None,
    "pre-\nand post-war; Jean-\nPaul; 3-\nyear; a -\nb; x-\ny": None,
    "half-&amp;-\nhalf": "half-&-\nhalf",
}
STORY = """Bridge &ldquo;is safe&rdquo;, mayor says

OAKFORD, March 3 &mdash; The bridge &ldquo;is safe to cross,&rdquo; Mayor Ann O&rsquo;Dell said on Tuesday.

&ldquo;There&rsquo;s nothing there,&rdquo; O&rsquo;Dell said. &ldquo;We looked at every bolt.&rdquo;

The town&rsquo;s engineer, Piet Vos, told R&amp;B Radio that repairs cost &pound;4 million. A source said it&rsquo;s so.
"""


@pytest.mark.parametrize(("text", "meant"), DECODED.items())
def test_decoding(text, meant):
    found = as_read(text)
    assert (found.text if found else None) == meant


@given(
    st.lists(
        st.sampled_from(["a", " ", "&amp;", "&ldquo;", "&#8217;", "&", "bc", "&amp;lt;", "é", "ab-\ncd", "\n"])
    ).map("".join)
)
def test_every_place_comes_back(text):
    plain = as_read(text)
    if plain:
        for begin in range(len(plain.text)):
            span = Span(begin, begin + 1)
            given_span = plain.as_given(span)
            words = html.unescape(html.unescape(given_span.of(text))).removeprefix("-\n")
            assert words == span.of(plain.text) or (words, span.of(plain.text)) == (" ", "\n")
            assert plain.read(given_span) == span
        for at in range(len(text) + 1):
            assert 0 <= plain.read(Span(at, at)).begin <= len(plain.text)


def spans_in(value):
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from spans_in(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from spans_in(getattr(value, each.name))


@pytest.fixture(scope="module")
def both():
    return sayso.read(STORY.encode()), sayso.read(html.unescape(STORY).encode())


def test_a_reading_is_that_of_the_decoded_text(both):
    escaped, plain = both
    assert escaped.report.text == STORY
    assert escaped.report.id != plain.report.id
    assert escaped.reading.id != plain.reading.id
    assert [source.name for source in escaped.sources] == [source.name for source in plain.sources]
    words = [[html.unescape(span.of(STORY)) for span in spans_in(s)] for s in escaped.statements]
    assert words == [[span.of(plain.report.text) for span in spans_in(s)] for s in plain.statements]
    assert {s.source.name for s in escaped.statements} >= {"Ann O’Dell", "Piet Vos"}


def test_notes_name_what_was_left_undecoded(both):
    noted = [note.span.of(STORY) for note in both[0].report.notes if note.code == "entities"]
    assert noted.count("&rsquo;") == 5
    assert "&amp;" in noted
    assert [note.code for note in both[1].report.notes if note.code == "entities"] == []


def test_checks_ask_what_they_ask_of_the_decoded_text(both):
    escaped, plain = ([(found.code, html.unescape(found.words)) for found in check(each)] for each in both)
    assert [found for found in escaped if found[0] != "FORM507"] == plain != []
    for found in check(both[0]):
        assert found.words == found.span.of(STORY)


def test_moving_there_and_back_changes_nothing(both):
    plain = as_read(STORY)
    assert moved(moved(both[0].statements, plain, back=False), plain, back=True) == both[0].statements


def test_a_name_and_statement_of_a_text_with_broken_lines():
    text = """Inquiry finds hospital ignored warn-
ings over oxygen

The health inspectorate said on Monday that managers at Saint Orla's
had "repeatedly ignored" warnings about the oxygen. Chief inspector
Helene Maru of the inspectorate said she would go on once an orderly suc-
cession was in place. "We have looked at it. They were not subtle sig-
nals," Maru told reporters.
"""
    reading = sayso.read(text.encode())
    assert reading.report.text == text
    assert reading.report.headline == "Inquiry finds hospital ignored warnings over oxygen"
    said = {s.content[0].of(text): s.source.name for s in reading.statements}
    assert said['"We have looked at it. They were not subtle sig-\nnals,"'] == "Helene Maru"
    assert all("\n" not in (name or "") for name in said.values())
    assert [note for note in reading.report.notes if note.code == "entities"] == []
