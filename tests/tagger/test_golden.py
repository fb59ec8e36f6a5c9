"""A shipped model gives what it gave when it was shipped, however many threads it has."""

from __future__ import annotations

import json

import pytest

from sayso.settings import FAST, MODEL
from tests.golden.make import HERE, outputs

#: Whole numbers are the same on all processors; sums of fractions differ in their last digits, which may tip a span.
TIPPED = 0.02


@pytest.mark.parametrize("model", [MODEL, FAST])
def test_golden_outputs(model: str) -> None:
    golden = json.loads((HERE / f"{model}.json").read_text(encoding="utf-8"))
    was, now = ({(r, json.dumps(a)) for r, found in each.items() for a in found} for each in (golden, outputs(model)))
    assert len(was ^ now) <= TIPPED * len(was)


@pytest.mark.parametrize("threads", [2, 4])
def test_threads_change_nothing(threads: int) -> None:
    assert outputs(MODEL, threads) == outputs(MODEL, 1)
