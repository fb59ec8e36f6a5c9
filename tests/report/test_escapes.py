"""Entities left undecoded: the text stays as given, and is read as if they were decoded."""

import html
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.check import check
from sayso.report.escapes import moved, unescaped
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
}
STORY = """Bridge &ldquo;is safe&rdquo;, mayor says

OAKFORD, March 3 &mdash; The bridge &ldquo;is safe to cross,&rdquo; Mayor Ann O&rsquo;Dell said on Tuesday.

&ldquo;There&rsquo;s nothing there,&rdquo; O&rsquo;Dell said. &ldquo;We looked at every bolt.&rdquo;

The town&rsquo;s engineer, Piet Vos, told R&amp;B Radio that repairs cost &pound;4 million. A source said it&rsquo;s so.
"""


@pytest.mark.parametrize(("text", "meant"), DECODED.items())
def test_decoding(text, meant):
    found = unescaped(text)
    assert (found.text if found else None) == meant


@given(st.lists(st.sampled_from(["a", " ", "&amp;", "&ldquo;", "&#8217;", "&", "bc", "&amp;lt;", "é"])).map("".join))
def test_every_place_comes_back(text):
    plain = unescaped(text)
    if plain:
        for begin in range(len(plain.text)):
            span = Span(begin, begin + 1)
            given_span = plain.as_given(span)
            assert html.unescape(html.unescape(given_span.of(text))) == span.of(plain.text)
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
    plain = unescaped(STORY)
    assert moved(moved(both[0].statements, plain, back=False), plain, back=True) == both[0].statements
