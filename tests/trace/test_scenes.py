"""What is traced together: a story with those that come to it, by way of another at most."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.trace.memory import Memory
from sayso.trace.placing import Place
from sayso.trace.scenes import SATELLITES, rescene

Rests = Mapping[tuple[str, str], float]


class _Stories(Memory):
    """Stories given as their reports; each is named after the first of them."""

    def __init__(self) -> None:
        super().__init__([])

    def key(self, report: str) -> str:
        return report

    def told(self, stories: Iterable[list[str]], rests: Rests) -> None:
        """These stories are new, and what their reports rest on or what rests on them."""
        made = {report: Place(report, 0, None, (), (), own[0], "") for own in stories for report in own}
        here = made.keys() | self._places.keys()
        weights = {pair: weight for pair, weight in rests.items() if here.issuperset(pair)}
        changed = {end for pair in weights if not made.keys().isdisjoint(pair) for end in pair}
        places = made | {report: self._places[report] for report in changed - made.keys()}
        self.put(places, weights, ())
        rescene(self, places, {})

    @property
    def together(self) -> set[frozenset[str]]:
        found: dict[str, set[str]] = {}
        for report, scene in self.scenes.items():
            found.setdefault(scene, set()).add(report)
        return set(map(frozenset, found.values()))


MAIN = ["m1", "m2", "m3", "m4"]


def scenes(stories: list[list[str]], rests: Rests) -> set[frozenset[str]]:
    store = _Stories()
    store.told(stories, rests)
    return store.together


@pytest.mark.parametrize("witness", ["a1", "z1"])
def test_a_witness_whom_only_a_round_up_credits_is_traced_with_the_rest(witness: str) -> None:
    """Whichever of two stories of one size comes first by name."""
    round_up = ["r1", "r2"]
    stories = [MAIN, round_up, [witness, witness + "b"]]
    assert len(scenes(stories, {("r1", "m1"): 0.6, ("r2", witness): 0.2})) == 1


def test_what_comes_from_farther_stays_apart() -> None:
    stories = [MAIN, ["r1", "r2", "r3"], ["w1", "w2"], ["x1"]]
    rests = {("r1", "m1"): 0.6, ("w1", "r1"): 0.4, ("x1", "w1"): 0.3}
    assert scenes(stories, rests) == {frozenset([*MAIN, "r1", "r2", "r3", "w1", "w2"]), frozenset(["x1"])}


def test_there_is_room_for_so_many() -> None:
    lesser = [[f"s{n:02}"] for n in range(SATELLITES + 5)]
    made = scenes([MAIN, *lesser], {(own[0], "m1"): 0.5 + n / 100 for n, own in enumerate(lesser)})
    assert max(map(len, made)) == len(MAIN) + SATELLITES
    assert {frozenset(own) for own in lesser[:5]} <= made, "those that have least to do with it"


def test_a_story_that_another_no_longer_goes_to_is_traced_again() -> None:
    store = _Stories()
    store.told([MAIN, ["r1"]], {("r1", "m1"): 0.6})
    before, went = store.scenes["m1"], store.goes_to(["r1"])
    store._rests.clear()
    store._goes_to.pop("r1")  # a ledger writes the row of a story that changed anew
    rescene(store, store.places(["r1"]), went)
    assert store.together == {frozenset(MAIN), frozenset(["r1"])}
    assert store.scenes["m1"] != before


@settings(max_examples=60, deadline=None)
@given(
    sizes=st.lists(st.integers(1, 4), min_size=2, max_size=9),
    pairs=st.dictionaries(
        st.tuples(st.integers(0, 8), st.integers(0, 8)), st.sampled_from([0.2, 0.4, 0.4, 0.7, 1.3]), max_size=14
    ),
    seed=st.integers(0, 99),
)
def test_in_whatever_order_the_stories_come_the_scenes_are_the_same(
    sizes: list[int], pairs: dict[tuple[int, int], float], seed: int
) -> None:
    stories = [[f"{'qdxahznbk'[n]}{m}" for m in range(size)] for n, size in enumerate(sizes)]
    rests = {
        (stories[a][0], stories[b][-1]): weight
        for (a, b), weight in pairs.items()
        if a != b and a < len(stories) and b < len(stories)
    }
    one_by_one = _Stories()
    for story in random.Random(seed).sample(stories, len(stories)):
        one_by_one.told([story], rests)
    assert one_by_one.together == scenes(stories, rests)
    assert {report for scene in one_by_one.together for report in scene} == {r for own in stories for r in own}
