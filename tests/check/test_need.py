"""The estimate of whether a report would say who says so: which sentences it is made for, and what comes of it."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.check import Config, check
from sayso.check.context import Context
from sayso.check.example import reading_of
from sayso.check.learned.vectors import encoded
from sayso.check.learned.words import rows, tokens
from sayso.check.ownvoice.need.candidates import AROUND, candidates
from sayso.check.ownvoice.need.estimate import Estimate, load, needs
from sayso.check.ownvoice.need.marks import charged, needs_none
from sayso.pipeline import read
from sayso.settings import MODEL, from_environment
from sayso.tagger import load as tagger
from sayso.types import Reading

BEGIN = "<h>Harbour wall fails</h>\n\nThe harbour wall in Lorn gave way on Tuesday evening.\n\n"


def of(marked: str) -> Context:
    return Context(reading_of(BEGIN + marked))


@pytest.mark.parametrize(
    "marked",
    [
        "Was the wall ever going to hold in such a storm?",
        "The wall was “a disgrace to the town and the county”.",
        "We had never seen a wall like this one in our harbour.",
        "The wall was weak according to nobody in particular here.",
        "Too short, that.",
        "Correction: The harbour wall in Lorn was built in 1931, not in 1913.",
        '<a t="person" n="Ida Brandt"><s>Ida Brandt</s> <c>said</c> <q>the wall would never hold in a storm</q></a>.',
    ],
)
def test_somebody_speaks_or_nobody_could_so_there_is_nothing_to_estimate(marked):
    context = of(marked)
    assert [each.span.of(context.text) for each in candidates(context)] == [
        "The harbour wall in Lorn gave way on Tuesday evening."
    ]


def test_what_stands_around_a_sentence_has_a_value_for_every_name():
    context = of(
        '<a t="person" n="Ida Brandt"><s>Ida Brandt</s> <c>said</c> <q>the wall would never hold</q></a>. '
        "The town had put the money into its marina instead."
    )
    first, second = candidates(context)
    assert {len(first.around), len(second.around)} == {len(AROUND)}
    values = dict(zip(AROUND, second.around, strict=True))
    assert values["attributed before, same paragraph"] == 1
    assert values["lead"] == 0
    assert dict(zip(AROUND, first.around, strict=True))["lead"] == 1
    assert (first.alone, second.alone) == (True, False)


def test_who_speaks_next_is_introduced():
    context = of(
        "Ida Brandt is weary of the wall.\n\n"
        '<a t="person" n="Ida Brandt">“<q>It will never hold,</q>” <s>Brandt</s> <c>said</c></a>.'
    )
    assert [each.introduces for each in candidates(context)] == [False, True]


def test_a_list_announced_by_a_colon_is_told_by_whoever_announces_it():
    context = of("The study foresees:\n\nThe wall will fall in ten years.\n\nThe town will lose half its boats.")
    assert [each.span.of(context.text) for each in candidates(context)] == [
        "The harbour wall in Lorn gave way on Tuesday evening."
    ]


def test_names_and_numbers_are_all_the_same():
    assert tokens("The 12 men whom Ida Brandt met paid $3.5 million") == [
        "the", "0", "men", "whom", "Xx", "met", "paid", "$", "0", "million",
    ]  # fmt: skip
    assert rows("Yesterday Ida Brandt paid 12") == rows("Yesterday Lars Hagen paid 90")


@pytest.mark.parametrize(
    ("words", "none"),
    [
        ("The bridge will ruin the town.", False),
        ("Farmers oppose the bridge.", True),
        ("The bridge is opposed by nobody.", False),
        ("The bridge is expected to fall.", False),
        ("She never liked the bridge.", True),
        ("The Lorn Press is solely responsible for this content.", True),
        ("The engineer will succeed Ida Brandt as head of the harbour.", True),
        ("The council will meet in Lorn on Monday.", True),
        ("It was unclear who had built it.", True),
        ("Two clerks were charged with theft of the toll.", True),
        ("a bridge over the Lorn", True),
        ("The bridge is a disgrace Ida Brandt, engineer", True),
        ("Ida Brandt (@idabrandt) The bridge is a disgrace.", True),
    ],
)
def test_some_sentences_need_nobody_beside_their_subject(words, none):
    assert needs_none(words) is none


@pytest.mark.parametrize(
    ("words", "expected"),
    [("The firm falsified its records.", True), ("The firm moved to Lorn.", False)],
)
def test_a_sentence_that_speaks_of_wrong_is_asked_about_sooner(words, expected):
    assert charged(words) is expected


def test_it_is_of_the_shipped_tagger():
    assert load().tagger == MODEL


@pytest.mark.parametrize(
    ("claim", "event"),
    [
        ("The new wall will ruin every fisherman in the county.", "The council met on Monday in the town hall."),
        ("The plan is unlikely to save a single job.", "The plan was adopted in March after two days of talks."),
        ("The minister has no intention of keeping his promise.", "The minister arrived in Lorn on Monday morning."),
    ],
)
def test_what_nobody_can_have_seen_is_owed_a_source_more_than_what_all_can_see(claim, event):
    estimated = [
        {each.span.of(context.text): each.probability for each in needs(context)}
        for context in (of(f"{claim}"), of(f"{event}"))
    ]
    assert estimated[0][claim] > estimated[1][event]


@pytest.fixture(scope="module")
def draft(model) -> Reading:
    text = (
        "Harbour wall fails\n\nLORN, Vesta - The harbour wall gave way on Tuesday evening.\n\n"
        "The collapse is likely to cost the town its fishing fleet and will ruin its reputation.\n\n"
        "Ida Brandt, the harbour master, said nobody had been hurt.\n"
    )
    made = next(iter(read(text.encode())))
    assert isinstance(made, Reading)
    return made


def test_the_encoder_is_not_asked_twice(draft):
    settings = from_environment()
    reader = tagger(settings.model, settings.threads)
    list(read(draft.report.text.encode()))
    before = reader._encoded.cache_info().misses
    spans = [each.span for each in candidates(Context(draft))]
    seen = encoded(draft, draft.reading.model, spans)
    assert seen is not None
    assert reader._encoded.cache_info().misses == before
    for (vectors, anchors), span in zip(seen, spans, strict=True):
        words = len(tokens(span.of(draft.report.text)))
        assert vectors.shape == (len(anchors), 384)
        assert len(anchors) >= words


def test_another_taggers_reading_has_no_vectors(draft):
    assert encoded(draft, "another", [draft.report.blocks[1].span]) is None


def test_with_and_without_vectors_there_is_an_estimate_of_every_sentence(draft):
    context = Context(draft)
    given = [(each.span.of(context.text), each.around) for each in candidates(context)]
    assert [each.span.of(context.text) for each in needs(context)] == [words for words, _ in given]
    assert all(0 < load().probability(load().logit(words, around, None), False) < 1 for words, around in given)


def test_the_question_says_how_often_reports_give_a_source(monkeypatch):
    monkeypatch.setattr(Estimate, "asks", lambda self, logit, words, full: True)
    claims = "\n\n".join(f"The wall will cost the town {n} thousand jobs a year." for n in ("ten", "five", "six"))
    found = check(reading_of(BEGIN + claims), Config(select=("ATTR216",)))
    assert [each.code for each in found] == ["ATTR216", "ATTR216"]
    assert all("% a source" in each.looked_for for each in found)


def test_the_mean_of_equal_networks_is_one_of_them():
    parts = load()
    words, around = "The wall will ruin the town.", (0.0,) * len(AROUND)
    alone = {
        name: part[:1] if name.startswith("bare_") and name not in ("bare_mean", "bare_deviation") else part
        for name, part in parts._parts.items()
    }
    one = Estimate({**alone, "tagger": np.array("x"), "words": parts._words})
    twice = {
        name: np.concatenate([part, part])
        if name.startswith("bare_") and name not in ("bare_mean", "bare_deviation")
        else part
        for name, part in alone.items()
    }
    two = Estimate({**twice, "tagger": np.array("x"), "words": parts._words})
    assert two.logit(words, around, None) == pytest.approx(one.logit(words, around, None), abs=1e-5)
