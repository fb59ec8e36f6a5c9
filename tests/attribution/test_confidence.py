"""What is withheld shows nowhere, and what marks make sure is sure."""

from __future__ import annotations

from dataclasses import replace

from sayso.attribution import confidence
from sayso.report.marks import quotations
from sayso.tagger.spans import Attribution
from sayso.types import Block, Span
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
