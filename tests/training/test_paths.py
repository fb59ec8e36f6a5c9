"""The loss of whole paths against counting every path."""

from __future__ import annotations

from itertools import pairwise, product
from math import exp, log

import pytest

torch = pytest.importorskip("torch", reason="training needs torch")

from sayso.tagger.labels import ROLES  # noqa: E402
from training.paths import allowed, path_loss  # noqa: E402


def _may(path: tuple[int, ...]) -> bool:
    return all(b == 0 or b % 2 or a in (b, b - 1) for a, b in pairwise((0, *path)))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("length", [1, 2, 3])
def test_it_is_the_share_of_the_right_path_among_all(seed: int, length: int) -> None:
    torch.manual_seed(seed)
    scores, steps = torch.randn(1, 3, len(ROLES)), torch.randn(len(ROLES), len(ROLES))
    every = [path for path in product(range(len(ROLES)), repeat=length) if _may(path)]
    right = every[(seed * 7919) % len(every)]

    def weight(path: tuple[int, ...]) -> float:
        words = sum(float(scores[0, w, role]) for w, role in enumerate(path))
        return words + sum(float(steps[a, b]) for a, b in pairwise(path))

    expected = log(sum(exp(weight(path)) for path in every)) - weight(right)
    gold = torch.tensor([[*right, *[-100] * (3 - length)]])
    assert float(path_loss(scores, gold, steps + allowed())) == pytest.approx(expected, abs=1e-4)


def test_no_path_that_may_not_be_is_reached() -> None:
    table = allowed()
    for role, name in enumerate(ROLES):
        inside = name.startswith("I-")
        assert int((table[:, role] == 0).sum()) == (2 if inside else len(ROLES))
