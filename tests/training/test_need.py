"""What is trained is what is shipped, and cutting an attribution leaves a whole sentence."""

from __future__ import annotations

import random

import numpy as np
import pytest

from evaluation.attribution_cuts import apply, cuts, finished
from sayso.check.context import Context
from sayso.check.example import reading_of
from sayso.check.ownvoice.need.estimate import Estimate
from sayso.types import Span

torch = pytest.importorskip("torch", reason="training needs torch")
pytest.importorskip("sklearn", reason="training needs scikit-learn")


def test_the_network_in_numpy_is_the_trained_one():
    from training.need.examples import Examples, Sentence
    from training.need.fitted import Fitted
    from training.need.network import Network, logits

    chance = np.random.default_rng(5)
    length = np.array([4, 9, 2])
    examples = Examples(
        [Sentence(str(n), "cut", n % 2, f"The wall {n} would fall.") for n in range(3)],
        chance.normal(size=(3, 30)).astype(np.float32),
        chance.normal(size=(15, 8)).astype(np.float16),
        chance.uniform(size=15).astype(np.float32),
        length,
    )
    fitted = Fitted(chance.integers(-9, 9, 1 << 16).astype(np.int8), 0.1, 1, 2)
    for full in (False, True):
        side = fitted._raw(examples, full)
        fitted.mean[full], fitted.deviation[full] = side.mean(0), side.std(0) + 1e-3
        torch.manual_seed(3)
        fitted.nets[full] = [Network(side.shape[1], 8 if full else 0).eval() for _ in range(2)]
    shipped = Estimate(dict(fitted.file()))
    ends = np.cumsum(length)[:-1]
    seen = list(zip(np.split(examples.vec.astype(np.float32), ends), np.split(examples.anchor, ends), strict=True))
    for full in (False, True):
        trained = logits(fitted.nets[full], fitted._batches(examples, full))
        given = [
            shipped.logit(each.text, tuple(examples.around[n].tolist()), seen[n] if full else None)
            for n, each in enumerate(examples.meta)
        ]
        assert np.allclose(trained, given, atol=0.02)  # the file's weights have 16 bits


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        (
            "<q>The dam near Lorn would not last another winter</q>, <s>engineers</s> <c>said</c>",
            "The dam near Lorn would not last another winter.",
        ),
        (
            "<s>Engineers</s> <c>said</c> that <q>the dam near Lorn would not last another winter</q>",
            "The dam near Lorn would not last another winter.",
        ),
        (
            "<s>Lars Hagen</s> <c>said</c> <q>he would never have built the dam</q>",
            "Lars Hagen would never have built the dam.",
        ),
        (
            "<c>According to</c> <s>engineers</s>, <q>the dam had not been inspected for years</q>",
            "The dam had not been inspected for years.",
        ),
        (
            "<q>The dam</q>, <s>she</s> <c>said</c>, <q>would not last another winter</q>",
            "The dam would not last another winter.",
        ),
    ],
)
def test_the_content_of_an_attribution_is_left_as_a_sentence(marked, left):
    text = f'<h>Dam</h>\n\nIt rained in Lorn on Monday.\n\n<a t="person" n="Ida Orr">{marked}</a>.'
    context = Context(reading_of(text))
    (cut,) = cuts(context)
    words = finished(cut, random.Random(0))
    assert words.replace("will not", "would not") == left
    altered, (place,) = apply(context.text, [(cut.span, words)])
    assert place.of(altered) == words
    assert altered.replace(words, cut.span.of(context.text)) == context.text


@pytest.mark.parametrize(
    ("marked", "left", "kind"),
    [
        (
            '<a t="person" n="Ida Orr" k="mixed"><s>Orr</s> <c>said</c> <q>the dam was “a danger to all”</q></a>.',
            "The dam was a danger to all.",
            "leading",
        ),
        (
            '<a t="person" n="Ida Orr" k="mixed"><s>Orr</s> <c>called</c> <q>the dam “a disgrace to all.”</q></a>',
            "The dam is a disgrace to all.",
            "verdict",
        ),
        ("The dam is widely believed to be older than the town.", "The dam is older than the town.", "belief"),
    ],
)
def test_a_judgement_is_left_as_a_fact(marked, left, kind):
    context = Context(reading_of(f"<h>Dam</h>\n\nIt rained in Lorn on Monday.\n\n{marked}"))
    (cut,) = cuts(context)
    assert (finished(cut, random.Random(1)), cut.kind) == (left, kind)


def test_what_is_no_sentence_by_itself_is_not_cut():
    marked = '<h>Dam</h>\n\n<a t="person" n="Ida Orr"><s>Ida Orr</s> <c>warned</c> <q>of a breach of the dam</q></a>.'
    assert not list(cuts(Context(reading_of(marked))))


def test_nothing_cut_is_nothing_changed():
    assert apply("The dam held.", []) == ("The dam held.", [])
    assert apply("The dam held.", [(Span(4, 7), "wall")]) == ("The wall held.", [Span(4, 8)])
