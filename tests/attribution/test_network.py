"""The network's view of statements and its opinion on their acts."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution import acts, network
from sayso.attribution.cues import cues
from sayso.attribution.encoded import CONTENT, ROWS, Floats
from sayso.attribution.passages import passages
from sayso.attribution.views import View, view
from sayso.tagger.spans import Attribution
from sayso.types import SourceRef, Span
from tests.attribution.said import report

HEAD = "Odile Fenn said "


def views(*contents: str) -> list[View]:
    """One statement of Odile Fenn's with each of the contents."""
    text, spans = "", []
    for content in contents:
        begin = len(text) + len(HEAD)
        text += f"{HEAD}{content}.\n\n"
        spans.append(Span(begin, begin + len(content)))
    made = report(text)
    where = passages(made)
    items = []
    for span in spans:
        source, cue = Span(span.begin - len(HEAD), span.begin - 6), Span(span.begin - 5, span.begin - 1)
        found = Attribution(source, (cue,), (span,))
        items.append(view(made, found, SourceRef("p1", source, "Odile Fenn", "person", None, None), where))
    return items


def opinion(items: list[View]) -> Floats:
    return network.load().probabilities(acts.encoded(items, cues()))


@given(st.lists(st.text(min_size=1).filter(lambda words: words.strip() and "\n" not in words), max_size=4))
def test_whatever_is_said_has_an_opinion(contents: list[str]) -> None:
    given_ = acts.encoded(views(*contents), cues())
    told = network.load().probabilities(given_)
    assert told.shape == (len(contents), len(network.load().labels))
    assert np.allclose(told.sum(1), 1, atol=1e-5)
    for row in given_.features:
        rows = row[row > 0].tolist()
        assert len(rows) == len(set(rows))
        assert max(rows) < ROWS


def test_neighbours_count() -> None:
    alone = opinion(views("the dam holds"))[0]
    beside = opinion(views("the mayor lied and must go", "the dam holds"))[1]
    assert not np.allclose(alone, beside)


def test_what_stands_beyond_the_words_looked_at_does_not_count() -> None:
    long = "the dam holds and " + "the water falls and " * CONTENT
    assert np.allclose(opinion(views(long + "so on")), opinion(views(long + "the mayor lied")))


def test_its_labels_are_acts() -> None:
    assert {"say", "deny", "accuse", "warn", "urge"} <= set(network.load().labels)
