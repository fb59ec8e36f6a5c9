"""Entities left undecoded, words broken at a line's end: the text stays as given, and is read as if it were sound."""

import html
import textwrap
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
    "Sen. Ann Oster Ann (Annie) OsterOld bridge shuts Mayor resigns MORE’s camp": "Sen. Ann (Annie) Oster’s camp",
    "President Hale Robert HaleRain comes again MORE": "President Robert Hale\n",
    "Hale Robert HaleRain &amp; wind come again MORE said &amp; left": "Robert Hale said & left",
    "Ann Oster Ann OsterOld MORE": None,  # no room for a headline
    "Oster asked for MORE. Ann Oster said OsterCo would do no MORE": None,
}
CARD = """Bridge shut

OAKFORD, March 3 - Sen. Ann Oster Ann Marie OsterOld bridge shuts Mayor to resign Who pays for it? MORE (R) said on
Tuesday that the bridge was safe.
"""
STORY = """Bridge &ldquo;is safe&rdquo;, mayor says

OAKFORD, March 3 &mdash; The bridge &ldquo;is safe to cross,&rdquo; Mayor Ann O&rsquo;Dell said on Tuesday.

&ldquo;There&rsquo;s nothing there,&rdquo; O&rsquo;Dell said. &ldquo;We looked at every bolt.&rdquo;

The town&rsquo;s engineer, Piet Vos, told R&amp;B Radio that repairs cost &pound;4 million. A source said it&rsquo;s so.
"""


@pytest.mark.parametrize(("text", "meant"), DECODED.items())
def test_decoding(text, meant):
    found = as_read(text)
    assert (found.text if found else None) == meant


def test_a_card_over_a_name_is_left_out_of_what_is_read_and_noted():
    reading = sayso.read(CARD)
    (statement,) = reading.statements
    assert statement.source.name == "Ann Marie Oster"
    assert "Ann Marie OsterOld" in statement.source.mention.of(CARD)
    assert [note.span.of(CARD) for note in reading.report.notes if note.code == "inserted-card"] == [
        "Old bridge shuts Mayor to resign Who pays for it? MORE"
    ]


WHOLE = """Dockers stay out as talks stall

HARROWGATE, Oct. 12 (Nordwire) - Dockers at the port of Harrowgate voted on Thursday to stay out, their union said,
after the harbour authority walked away from talks.

"They called us in, and then they left the room," said Tor Brekke, who leads the Dockers' Federation. Brekke said that
he would wait.

The Harrowgate Courier, citing a memo, reported on Wednesday that the authority lost 14 million crowns a week. Sources
said the figure was too low. The the authority would not comment.
"""


def test_the_lines_of_a_paragraph_are_read_as_one():
    blocks = [" ".join(block.split("\n")).strip() for block in WHOLE.split("\n\n")]
    wrapped = "\n\n".join(textwrap.fill(block, 60, break_on_hyphens=False) for block in blocks)
    one, other = sayso.read("\n\n".join(blocks)), sayso.read(wrapped)
    assert "\n" in " ".join(span.of(wrapped) for s in other.statements for span in s.content)
    told = [
        [(s.source.name, s.source.title, s.act, [hop.name for hop in s.via], s.extent) for s in reading.statements]
        for reading in (one, other)
    ]
    assert told[0] == told[1]
    assert len(told[0]) > 4
    asked = [[(finding.code, finding.span) for finding in check(reading)] for reading in (one, other)]
    assert asked[0] == asked[1]
    assert asked[0]


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
