"""What statements of sources without a name are taken for, and what the rules make of it."""

from __future__ import annotations

import pytest

from sayso.check.context import Context
from sayso.check.example import reading_of
from sayso.check.unnamed.nature.estimate import NATURES, load, natures
from sayso.check.unnamed.nature.features import WIDTH, marks
from sayso.pipeline import read
from sayso.settings import MODEL
from sayso.types import Reading

OPENING = (
    "Lorn council splits over harbour wall\n\n"
    "The council in Lorn voted 12 to 11 on Tuesday to build the harbour wall anew.\n\n"
    "Mayor Ida Brandt said the work would begin in June.\n\n"
)


def context_of(passage: str) -> Context:
    made = next(iter(read((OPENING + passage).encode())))
    assert isinstance(made, Reading)
    return Context(made)


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("nature", "passage"),
    [
        ("attack", "“He is a crook and a coward,” one former councillor said."),
        ("attack", "“He was drunk at every meeting and bullied the staff,” one former councillor said."),
        ("opinion", "“The wall should have been built ten years ago,” said one councillor, who asked not to be named."),
        ("contentious", "The mayor had secretly promised the contract to her brother, an official with knowledge "
         "of the talks said, speaking on condition of anonymity because the talks are confidential."),
        ("information", "The meeting began at noon and lasted two hours, said an official who was not authorized to "
         "speak publicly."),
    ],
)  # fmt: skip
def test_the_likeliest_nature(nature, passage):
    found = list(context_of(passage).natures.values())
    assert found
    assert max(NATURES, key=lambda each: getattr(found[-1], each)) == nature


@pytest.mark.usefixtures("model")
def test_what_is_estimated_adds_up_and_is_of_sources_without_a_name_alone():
    context = context_of("“He lost his nerve,” one former councillor said. “He did not,” Mayor Brandt said.")
    assert set(context.natures) <= {each.id for each in context.statements}
    for id_, nature in context.natures.items():
        assert sum(getattr(nature, each) for each in NATURES) == pytest.approx(1, abs=1e-5)
        assert context.by_id[id_].source.name != "Ida Brandt"


def test_a_reading_of_another_tagger_has_none():
    marked = '<a t="anonymous"><q>“He is a coward,”</q> <c>said</c> <s>one official</s></a>.'
    assert natures(Context(reading_of(marked))) == {}


def test_the_file_is_of_the_shipped_tagger():
    estimate = load()
    assert estimate.tagger == MODEL
    assert estimate.weights.shape == (len(NATURES), 8 * WIDTH + len(estimate.marks))


def test_marks_are_those_that_the_file_knows():
    context = Context(reading_of('<a t="anonymous"><q>“He is a coward,”</q> <c>said</c> <s>one official</s></a>.'))
    assert {each.split()[0] for each in marks(context.statements[0])} <= {"act", "kind", "how", "firmness", "source"}
