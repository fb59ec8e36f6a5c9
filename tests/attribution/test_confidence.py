"""What is withheld shows nowhere, and what marks make sure is sure."""

from __future__ import annotations

from dataclasses import replace

from sayso.attribution import confidence
from sayso.attribution.statements import attribute
from sayso.report import Draft, compose, open_drafts
from sayso.report.marks import quotations
from sayso.tagger.spans import Attribution
from sayso.types import Block, Span, Standing
from tests.readings import reading


def test_a_withheld_name_has_a_nameless_source_of_its_own() -> None:
    made = reading()
    (known,) = made.statements
    unsure = replace(known, id="s2", source=replace(known.source, name=None), abstained=("name",))
    statements, sources = confidence.withheld((known, unsure), made.sources)
    assert statements[0] == known
    assert statements[1].source.id not in {source.id for source in made.sources}
    (own,) = (source for source in sources if source.id == statements[1].source.id)
    assert (own.name, own.title, own.why) == (None, None, None)
    assert own.mentions == ((known.source.mention,) if known.source.mention else ())


def test_a_source_known_only_from_withheld_statements_is_not_listed() -> None:
    made = reading()
    unsure = replace(made.statements[0], abstained=("name",))
    _, sources = confidence.withheld((unsure,), made.sources)
    assert [source.name for source in sources] == [None]


def test_only_a_doubtful_name_on_a_direct_quotation_is_withheld() -> None:
    (statement,) = reading().statements
    found = Attribution(None, (), statement.content)
    for kind, name, expected in (("direct", 0.0, ("name",)), ("direct", 1.0, ()), ("indirect", 0.0, ())):
        asked = replace(statement, kind=kind, abstained=())  # type: ignore[arg-type]
        (judged,) = confidence.judge((asked,), (found,), (name,))
        assert judged.abstained == expected
        assert (judged.source.name is None) == bool(expected)
        assert 0 < judged.confidence < 1


def test_a_quotation_that_opens_again_is_as_sure_as_the_one_before() -> None:
    text = "“We stay. Orlo said.\n\n“We always have.”"
    cut = text.index("\n\n")
    blocks = [Block("paragraph", Span(0, cut)), Block("paragraph", Span(cut + 2, len(text)))]
    marks = quotations(text, blocks)
    ref = reading().statements[0].source
    found = [Attribution(None, (Span(15, 19),), (Span(0, cut),)), Attribution(None, (), (Span(cut + 2, len(text)),))]
    assert confidence.carried(found, [ref, ref], [0.9, 0.2], marks) == [0.9, 0.9]
    assert confidence.carried(found, [ref, replace(ref, id="p9")], [0.9, 0.2], marks) == [0.9, 0.2]


def test_what_tagger_and_source_leave_in_doubt_is_not_listed() -> None:
    one = replace(reading().statements[0], act="say", about=(), standing=(), parent=None)
    sure, unsure = confidence.DOUBTED, confidence.DOUBTED - 0.1
    likely, unlikely = confidence.LISTED, confidence.LISTED - 0.1
    for tagger, confident, listed in (
        (sure, unlikely, True),
        (unsure, likely, True),
        (unsure, unlikely, False),
    ):
        found = Attribution(None, (), one.content, score=tagger)
        assert bool(confidence.listed((replace(one, confidence=confident),), (found,))) == listed


def test_however_doubtful_what_others_lean_on_is_listed() -> None:
    (one,) = reading().statements
    doubtful = replace(one, act="say", confidence=0.0, about=(), standing=(), parent=None)
    other = replace(doubtful, id="s2", confidence=1.0)
    denied = replace(other, standing=(Standing("denied", doubtful.id, one.content[0]),))
    found = [Attribution(None, (), one.content, score=score) for score in (0.0, 1.0)]
    assert confidence.listed((replace(doubtful, act="no-comment"),), found[:1])
    for second in (replace(other, about=(doubtful.id,)), replace(other, parent=doubtful.id), denied):
        assert confidence.listed((doubtful, second), found) == (doubtful, second)
    assert confidence.listed((doubtful, other), found) == (other,)


def test_what_is_not_listed_is_noted_with_its_words() -> None:
    (draft,) = open_drafts(b"Bridge closed\n\nThe mayor said the bridge is closed. Some hoped it would open soon.")
    assert isinstance(draft, Draft)
    report, _ = compose(draft)

    def words(part: str) -> Span:
        return Span(report.text.rindex(part), report.text.rindex(part) + len(part))

    sure = Attribution(words("The mayor"), (words("said"),), (words("the bridge is closed"),))
    doubtful = Attribution(words("Some"), (words("hoped"),), (words("it would open soon"),), score=0.5)
    made = attribute(report, [sure, doubtful], None, listed=lambda statements, _: statements[:1])
    assert [s.content for s in made.statements] == [sure.content]
    assert [(n.code, n.span) for n in made.report.notes] == [("doubtful-statement", doubtful.content[0])]
    assert {d.statement for d in made.derivations} <= {None, "s1", *(source.id for source in made.sources)}
