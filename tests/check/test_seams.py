"""The network that tells where a text was cut: what it sees, and that it judges every place by itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.check.form.seams import network
from sayso.check.form.seams.tokens import EDGE, ENDINGS, tokens
from sayso.types import Span

TEXT = "The bridge was shut on Monday, the mayor, Ida Moen, said. It will be open again in June.\n\nNobody was hurt."
PARAGRAPHS = [Span(0, TEXT.index("\n")), Span(TEXT.index("Nobody"), len(TEXT))]


@given(st.text(max_size=200))
def test_tokens_are_words_of_the_text(text: str):
    known = network.load().known
    read = tokens(text, [Span(0, len(text))], known)
    assert "".join(text[b:e] for b, e in zip(read.begin, read.end, strict=True)) == "".join(text.split())
    assert read.number.min() >= 0
    assert read.number.max() < len(known) + ENDINGS
    assert (read.number == EDGE).sum() == 2


def test_every_place_is_judged_by_itself(monkeypatch: pytest.MonkeyPatch):
    net = network.load()
    read = tokens(TEXT, PARAGRAPHS, net.known)
    together = net.scores(read)
    monkeypatch.setattr(network, "_TOGETHER", 5)
    np.testing.assert_allclose(net.scores(read), together, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        ("been promised for years. The ferry", "been promised for the. The ferry"),
        ("had been put off until the spring.", "had been put. Off until the spring."),
        ("could not be kept open through the winter", "could not be kept The council had the winter"),
    ],
)
def test_a_broken_sentence_is_likelier_than_a_sound_one(sound: str, broken: str):
    def worst(words: str) -> float:
        text = f"Ida Moen said on Monday that the repairs {words} will run twice a day until then, she said."
        net = network.load()
        return float(net.scores(tokens(text, [Span(0, len(text))], net.known)).max())

    assert worst(broken) > worst(sound) + 3
