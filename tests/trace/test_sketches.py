"""Which reports are about the like: neighbours of dated and of undated ones."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import nearby
from sayso.trace import sketches
from sayso.trace.sketches import FARTHEST, LEAST, SCALE, TOLD, UNDATED, Sketch, near

NEAREST = 2

_vectors = st.lists(st.integers(-9, 9), min_size=6, max_size=6)
_days = st.one_of(st.just(float("inf")), st.integers(0, 40).map(float))


def made(name: int, vector: list[int], when: float) -> Sketch:
    length = float(np.hypot.reduce(vector)) or 1.0
    whole = np.round(np.array(vector) * SCALE / length).astype(np.int16)
    places = np.flatnonzero(whole)
    return Sketch(f"r{name:02}", when, places.astype(np.uint16), whole[places])


def alike(a: Sketch, b: Sketch) -> float:
    one, other = dict(zip(a.places, a.values, strict=True)), dict(zip(b.places, b.values, strict=True))
    cosine = sum(int(value) * int(other.get(place, 0)) for place, value in one.items()) / SCALE**2
    if np.isinf(a.when) or np.isinf(b.when):
        return round(float(np.round(cosine * (1.0 if a.when == b.when else UNDATED), 4)), 4)
    apart = np.abs(a.when - b.when)
    return round(float(np.round(cosine * np.exp(-np.maximum(apart - 2.0, 0) / 7.0), 4)), 4)


def neighbours(reports: list[Sketch]) -> set[tuple[str, str, float]]:
    """The definition, pair by pair."""

    def among_nearest(of: Sketch, other: Sketch) -> bool:
        near_by = [each for each in reports if each is not of and (np.isinf(of.when) or np.isfinite(each.when))]
        best = sorted((alike(of, each) for each in near_by), reverse=True)[:NEAREST]
        return len(best) < NEAREST or alike(of, other) >= best[-1]

    found = set()
    for n, a in enumerate(reports):
        for b in reports[n + 1 :]:
            late = [each for each in (a, b) if np.isinf(each.when)]
            both = [(a, b), (b, a)]
            kept = any(among_nearest(of, other) for of, other in both if not late or np.isinf(of.when))
            if alike(a, b) >= LEAST and (kept or (not late and alike(a, b) >= TOLD)):
                found.add((*sorted((a.report, b.report)), alike(a, b)))
    return found


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_vectors, _days), max_size=9))
def test_neighbours_are_those_of_the_definition(given_: list[tuple[list[int], float]]) -> None:
    reports = [made(n, vector, when) for n, (vector, when) in enumerate(given_)]
    before, sketches.NEAREST = sketches.NEAREST, NEAREST
    try:
        found = near(reports)
    finally:
        sketches.NEAREST = before
    assert {(*sorted((a, b)), likeness) for a, b, likeness in found} == neighbours(reports)
    assert len(found) == len({frozenset((a, b)) for a, b, _ in found}), "each pair once"


def test_of_undated_reports_only_the_nearest_are_neighbours() -> None:
    """However many are like one: it could be about the events of any year."""
    like = [made(n, [9, n % 5, 0, 1, 0, 0], float(n // 10)) for n in range(90)]
    undated = made(99, [9, 2, 0, 1, 0, 0], float("inf"))
    beside = [pair for pair in near([*like, undated]) if "r99" in pair]
    assert len(beside) < 60 <= sum(alike(undated, each) >= TOLD for each in like)
    assert min(likeness for *_, likeness in beside) >= sorted(alike(undated, each) for each in like)[-sketches.NEAREST]


def test_reports_too_far_apart_are_no_neighbours() -> None:
    a, b, c = (made(n, [1, 2, 3, 0, 0, 0], when) for n, when in enumerate((0.0, FARTHEST - 0.1, FARTHEST + 0.1)))
    assert {(one, other) for one, other, _ in near([a, b, c])} == {("r00", "r01"), ("r01", "r02")}


@given(st.lists(st.tuples(st.integers(0, 2**40), st.integers(0, 10_000), st.booleans()), max_size=8))
def test_neighbours_are_packed_and_found_again(rows: list[tuple[int, int, bool]]) -> None:
    pks, steps, undated = (np.array(column) for column in (zip(*rows, strict=True) if rows else ([], [], [])))
    entries = np.sort(nearby.pack(pks.astype(np.int64), steps / 10_000, undated.astype(np.bool_)))
    got = zip(nearby.pks_of(entries), nearby.alike_of(entries), nearby.undated_of(entries), strict=True)
    assert sorted((int(pk), round(float(like), 4), bool(it)) for pk, like, it in got) == sorted(
        (pk, step / 10_000, it) for pk, step, it in rows
    )
    assert len(nearby.from_likeness(entries, TOLD)) == sum(step >= 2500 for _, step, _ in rows)
