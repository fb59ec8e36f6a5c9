"""Contents and quotation marks made to agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution import quoting
from sayso.report.marks import quotations
from sayso.tagger.spans import Attribution
from sayso.types import Block, Span


def spans(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def blocks(text: str) -> list[Block]:
    out, at = [], 0
    for paragraph in text.split("\n\n"):
        out.append(Block("paragraph", Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return out


CASES = [
    # text, tagged content, cue, settled content, kind
    ("“We will stay,” Orlo said.", ["We will stay"], "said", ["“We will stay,”"], "direct"),
    ("“We will stay,” Orlo said.", ["“We will stay,”"], "said", ["“We will stay,”"], "direct"),
    ("Orlo said: “We stay. We do.”", ["We stay."], "said", ["“We stay. We do.”"], "direct"),
    ("Orlo said they “stay for good”.", ["they “stay for good"], "said", ["they “stay for good”"], "mixed"),
    ("Orlo said they would stay.", ["they would stay."], "said", ["they would stay"], "indirect"),
    ("Orlo said it sank, but no one saw it.", ["it sank, but"], "said", ["it sank"], "indirect"),
    ("Orlo pleaded guilty to arson at Veldham Court.", ["guilty to arson at"], "pleaded", ["guilty to arson"],
     "indirect"),
    ("Orlo said it was what they looked at.", ["it was what they looked at."], "said",
     ["it was what they looked at"],
     "indirect"),
    ("Orlo said it left the U.S.", ["it left the U.S."], "said", ["it left the U.S."], "indirect"),
    ("“We stay,” Orlo said, “but not tonight.”", ["We stay", "but not"], "said", ["“We stay,”", "“but not tonight.”"],
     "direct"),
    ("“No one left, Orlo said, and he should know.", ["“No one left"], "Orlo said", ["“No one left"], "direct"),
    ("Orlo called it “folly” and “a sham”.", ["it “folly” and “a sham"], "called", ["it “folly” and “a sham”"],
     "mixed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tagged", "cue", "settled", "kind"), CASES)
def test_settle(text: str, tagged: list[str], cue: str, settled: list[str], kind: str) -> None:
    marks = quotations(text, blocks(text))
    found = [Attribution(None, spans(text, cue), spans(text, *tagged))]
    (out,) = quoting.settle(text, found, marks)
    assert [s.of(text) for s in out.content] == settled
    assert quoting.kind(text, out.content, marks) == kind


def test_a_quotation_that_two_statements_share_stays_shared() -> None:
    text = "“Vera told me the dam was safe, and I believed it,” Orlo said."
    found = [
        Attribution(None, spans(text, "said"), spans(text, "“Vera told me the dam was safe, and I believed it,”")),
        Attribution(None, spans(text, "told"), spans(text, "the dam was safe")),
    ]
    outer, inner = quoting.settle(text, found, quotations(text, blocks(text)))
    assert inner.content == spans(text, "the dam was safe")
    assert outer.content == found[0].content


def test_a_paragraph_that_is_only_a_quotation_goes_on() -> None:
    text = "Orlo said no.\n\n“The gates will hold. They always have.”\n\nThe river rose."
    where = [b.span for b in blocks(text)]
    (found,) = quoting.continued(text, where, [], quotations(text, blocks(text)))
    assert [s.of(text) for s in found.content] == ["“The gates will hold. They always have.”"]
    assert found.how == "continued"
    assert quoting.continued(text, where, [found], quotations(text, blocks(text))) == []


@given(st.text(alphabet="ab .,“”\"'‘’\n", max_size=60), st.data())
def test_settled_content_lies_in_the_text_and_never_grows_out_of_it(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    marks = quotations(text, blocks(text))
    for found in quoting.settle(text, [Attribution(None, (), (Span(begin, end),))], marks):
        for span in found.content:
            assert 0 <= span.begin < span.end <= len(text)
            assert not span.of(text)[0].isspace()
            assert not span.of(text)[-1].isspace()


def test_a_dateline_is_nobodys_words() -> None:
    text = "TARN, Oct 5 (Meridian) – The gates held, the guard said."
    found = [Attribution(None, spans(text, "said"), spans(text, "TARN, Oct 5 (Meridian) – The gates held,"))]
    (out,) = quoting.settle(text, found, [], spans(text, "TARN, Oct 5 (Meridian) –"))
    assert [s.of(text) for s in out.content] == ["The gates held"]


@pytest.mark.parametrize("clock", ["14:05 ", "2.05 p.m. – ", "09:30 GMT: "])
def test_the_time_of_an_entry_is_nobodys_words(clock: str) -> None:
    text = f"{clock}The gates held, the guard said."
    page = quoting.clocks(text, [Span(0, len(text))])
    found = [Attribution(Span(0, len(clock) + 9), spans(text, "said"), (Span(0, text.index(",") + 1),))]
    (out,) = quoting.settle(text, found, [], page)
    assert [s.of(text) for s in out.content] == ["The gates held"]
    assert out.source is not None
    assert out.source.of(text) == "The gates"


def test_a_quotation_over_paragraphs_is_one_statement_for_each() -> None:
    text = "“The law is clear,” Toll said. “It has been.\n\n“No one may take it.\n\n“And no one will.”"
    where = [b.span for b in blocks(text)]
    marks = quotations(text, blocks(text))
    tagged = [
        Attribution(
            spans(text, "Toll")[0], spans(text, "said"), spans(text, "“The law is clear,”", "“It has been.", "“No")
        ),
        Attribution(None, (), spans(text, "“"), "continued"),
        Attribution(None, (), spans(text, "“No one may take"), "continued"),
        Attribution(None, (), spans(text, "“No one may take it."), "continued", score=0.5),
    ]
    settled = quoting.settle(text, quoting.split(text, tagged), marks)
    settled += quoting.continued(text, where, settled, marks)
    contents = [[s.of(text) for s in a.content] for a in settled]
    assert contents == [["“The law is clear,”", "“It has been."], ["“No one may take it."], ["“And no one will.”"]]


@given(
    st.text(alphabet="ab .“”\n", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6)
)
def test_no_statement_twice_and_none_without_words(text: str, pairs: list[tuple[int, int]]) -> None:
    tagged = [Attribution(None, (), (Span(b, e),)) for b, e in pairs if 0 <= b < e <= len(text)]
    settled = quoting.settle(text, quoting.split(text, tagged), quotations(text, blocks(text)))
    assert len({a.content for a in settled}) == len(settled)
    assert all(any(map(str.isalnum, s.of(text))) for a in settled for s in a.content)
