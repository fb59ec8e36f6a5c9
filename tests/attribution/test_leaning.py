"""What word vectors add to a choice."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.attribution.chains import leant
from sayso.attribution.leaning import Leaning, Network, Seen, leaning, load, look
from sayso.attribution.linear import Crossed, Linear, buckets
from sayso.attribution.relays import Way, made, merged
from sayso.settings import MODEL
from sayso.tagger.spans import Attribution
from sayso.tagger.words import Words
from sayso.types import Hop
from tests.attribution.said import find

TEXT = "“The dam will hold,” Tove Lind told Radio Velder."
NAME = find(TEXT, "Radio Velder")
TOLD = Attribution(find(TEXT, "Tove Lind"), (find(TEXT, "told"),), (find(TEXT, "“The dam will hold,”"),))


def seen(model: str = "some", read: bool = True) -> Seen:
    """The cue is (1, 0), the name of the relay (0, 1), all else nothing."""
    begins = [0, find(TEXT, "told").begin, NAME.begin]
    ends = [20, begins[1] + 4, NAME.end]
    table = np.array([[0, 0], [1, 0], [0, 1]], np.float32)
    parts = [(np.array(begins), np.array(ends), table)]
    return look([TOLD], Words(model, [0], parts) if read else Words(model, [], []))


#: Sees the cue alone: one hidden unit of 1; of a name's vector the second number.
PARTS = {
    "look": np.array([[1, 0, 0, 0]], np.float32),
    "look.bias": np.zeros(1, np.float32),
    "lean": np.array([[-1], [2], [0.5]], np.float32),
    "lean.bias": np.zeros(3, np.float32),
    "heed": np.array([[0, 3]], np.float32),
    "heed.bias": np.zeros(1, np.float32),
    "name": np.array([1], np.float32),
    "name.bias": np.array(0.25, np.float32),
}
NETWORK = Network("some", {"medium": 0, "again": 1}, 2.0, PARTS)


def test_what_is_seen_leans_toward_the_kinds_and_toward_none() -> None:
    lean = Leaning(NETWORK, seen())
    assert lean.of(0, [["medium"], ["again"], ["medium", "again"]], [NAME, None, NAME]) == [
        2 + 3.25, 0.5 + 0.25, 2 + 0.5 + 3.25, -1,
    ]  # fmt: skip


def test_of_words_that_were_not_read_there_is_no_opinion() -> None:
    assert Leaning(NETWORK, seen(read=False)).of(0, [["medium"]], [NAME]) == [0, 0]


@pytest.mark.parametrize("name", ["relays", "days"])
@pytest.mark.parametrize("known", [None, seen("another")])
def test_no_opinion_on_the_vectors_of_another_tagger(name: str, known: Seen | None) -> None:
    assert leaning(name, known) is None


@pytest.mark.parametrize("name", ["relays", "days"])
def test_the_shipped_networks_know_the_shipped_tagger(name: str) -> None:
    """Anew with every tagger: ``python -m training.relay_leaning`` and ``python -m training.day_leaning``."""
    assert load(name).model == MODEL


def way(rule: str) -> Way:
    return made((Hop("Radio Velder", NAME, ()),), rule, ("cue=told",), ("after=True",))


def test_a_way_found_twice_has_both_kinds() -> None:
    (both,) = merged([way("medium"), way("again")])
    assert both.kinds == ["medium", "again"]


@pytest.mark.parametrize(("toward_none", "taken"), [(0.0, True), (20.0, False)])
def test_a_leaning_decides_where_features_do_not(toward_none: float, taken: bool) -> None:
    parts = PARTS | {"lean.bias": np.array([toward_none, 0, 0], np.float32)}
    indifferent = Linear(("right",), np.zeros((8, 1), np.int8), 1.0, np.zeros(1, np.float32))
    choose = leant(Leaning(Network("some", NETWORK.kinds, 1.0, parts), seen()), indifferent)
    medium = way("medium")
    assert choose(0, [medium], made((), "page", (), ())) is (medium if taken else None)


def test_a_lean_is_added_to_scores_made_keener() -> None:
    model = Linear(("right",), np.array([[10], [0]], np.int8), 0.1, np.zeros(1, np.float32))
    words = [next(word for word in "abcdefgh" if buckets([word], 2) == {row}) for row in range(2)]
    options = [[Crossed((word,), ("",))] for word in words]
    plain = model.choose(options)
    assert plain[0] == pytest.approx(1 / (1 + np.exp(-1)))
    assert model.choose(options, lean=[0.0, 0.0]) == pytest.approx(plain)
    assert model.choose(options, lean=[0.0, 3.0], keen=2.0)[0] == pytest.approx(1 / (1 + np.exp(1)))
