"""Best paths: the vectorised search finds what trying every sequence finds."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from sayso.tagger.decoding import Scored, attributions, best_path, paragraphs
from sayso.tagger.encoding import Window
from sayso.tagger.labels import ANCHORS, CLASSES, ROLES

ROLE_COUNT = 5  # O, B-x, I-x, B-y, I-y


def _allowed(path: tuple[int, ...]) -> bool:
    before = 0
    for role in path:
        if role and role % 2 == 0 and before not in (role, role - 1):
            return False
        before = role
    return True


@pytest.mark.parametrize("learned", [False, True])
@pytest.mark.parametrize("seed", range(20))
def test_best_path_is_the_best_allowed_sequence(seed: int, learned: bool) -> None:
    random = np.random.default_rng(seed)
    scores = random.normal(size=(3, 4, ROLE_COUNT)).astype(np.float32)
    steps = random.normal(size=(ROLE_COUNT, ROLE_COUNT)).astype(np.float32) * learned
    found = best_path(scores, steps if learned else None)
    for row, path in zip(scores, found, strict=True):
        every = [p for p in product(range(ROLE_COUNT), repeat=4) if _allowed(p)]
        best = max(every, key=lambda p: sum(row[i, r] for i, r in enumerate(p)) + sum(steps[s] for s in pairwise(p)))
        assert tuple(path) == best


def _window(words: int) -> Window:
    zero = np.zeros(words + 2, dtype=np.int64)
    spans = np.array([[10 * i, 10 * i + 8] for i in range(words)], dtype=np.int64)
    return Window(zero, zero, zero, zero, np.arange(1, words + 1), spans, np.zeros(words, dtype=np.int64))


def _scores(path: str) -> np.ndarray:
    """Role scores that say clearly: S source, C cue, X content; a capital begins, lower case goes on, - is outside."""
    role = {"S": "B-source", "s": "I-source", "C": "B-cue", "c": "I-cue", "X": "B-content", "x": "I-content", "-": "O"}
    out = np.full((1, len(path), len(ROLES)), -5.0, dtype=np.float32)
    for i, char in enumerate(path):
        out[0, i, ROLES.index(role[char])] = 5.0
    return out


def _scored(anchors: np.ndarray, at: int, path: str, classes: np.ndarray | None) -> Scored:
    window, where = _window(len(path)), np.array([at])
    return Scored(window.words, anchors, where, *paragraphs(window.unit, where), _scores(path), classes)


@pytest.mark.parametrize(
    ("path", "source", "cue", "content"),
    [
        ("SCXxx", (0, 8), [(10, 18)], [(20, 48)]),
        ("XxCSXx", (30, 38), [(20, 28)], [(0, 18), (40, 58)]),  # interrupted
        ("-CXx", None, [(10, 18)], [(20, 38)]),
        ("S-CXS", (0, 8), [(20, 28)], [(30, 38)]),  # of two sources the nearer; a tie keeps the first
    ],
)
def test_spans_of_an_anchor(
    path: str, source: tuple[int, int] | None, cue: list[tuple[int, int]], content: list[tuple[int, int]]
) -> None:
    anchors = np.zeros((len(path), len(ANCHORS)), dtype=np.float32)
    anchors[:, 0] = 1
    at = path.index("C")
    anchors[at] = [0.1, 0.9, 0, 0]
    classes = np.zeros((1, sum(map(len, CLASSES.values()))), dtype=np.float32)
    (found,) = attributions([_scored(anchors, at, path, classes)])
    assert found.source == source
    assert list(found.cue) == cue
    assert list(found.content) == content
    assert found.score == pytest.approx(0.9)


def test_an_anchor_without_content_is_dropped() -> None:
    anchors = np.full((3, len(ANCHORS)), 0.25, dtype=np.float32)
    assert attributions([_scored(anchors, 1, "SC-", None)]) == []


def test_an_anchor_sees_the_words_of_its_paragraph() -> None:
    unit = np.array([3, 3, 4, 4, 4, 7])
    near, mask = paragraphs(unit, np.array([1, 3, 5]))
    assert [row[seen > 0].tolist() for row, seen in zip(near, mask, strict=True)] == [[0, 1], [2, 3, 4], [5]]


def test_each_stretch_of_content_has_its_price() -> None:
    path = "SCX-X"
    anchors = np.zeros((len(path), len(ANCHORS)), dtype=np.float32)
    anchors[1] = [0.1, 0.9, 0, 0]
    scored = _scored(anchors, 1, path, None)
    scored.roles[0, 4, ROLES.index("O")] = 4.0  # nearly as good as a second stretch
    contents = [found.content for price in (0.0, 2.0) for found in attributions([scored], price)]
    assert contents == [((20, 28), (40, 48)), ((20, 28),)]


def test_windows_decoded_together_come_out_as_when_alone() -> None:
    scored = []
    for path in ("SCXxx", "-CXx-XxXX", "CX"):
        anchors = np.full((len(path), len(ANCHORS)), 0.25, dtype=np.float32)
        scored.append(_scored(anchors, path.index("C"), path, None))
    assert attributions(scored) == [found for s in scored for found in attributions([s])]
    assert attributions([]) == []
