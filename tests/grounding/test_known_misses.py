"""Known misses of amounts and places, kept as data: each fails today, and the test tells when one is mended."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.grounding.amounts import find_amounts
from sayso.grounding.places import find_places, resolve

MISSES = Path(__file__).parents[1] / "misses"


def kept(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((MISSES / name).read_text(encoding="utf-8"))
    return cases


@pytest.mark.parametrize("miss", kept("amounts.json"), ids=lambda m: m["why"])
@pytest.mark.xfail(strict=True, reason="known miss; when it passes, move it to the tests of amounts")
def test_amount(miss: dict[str, Any]) -> None:
    found = {m.span.of(miss["text"]): m.amount for m in find_amounts(miss["text"])}
    if miss["words"] is None:
        assert not found
    else:
        amount = found[miss["words"]]
        assert (amount.value, amount.low) == (miss.get("value"), miss.get("low"))


@pytest.mark.parametrize("miss", kept("places.json"), ids=lambda m: m["why"])
@pytest.mark.xfail(strict=True, reason="known miss; when it passes, move it to the tests of places")
def test_place(miss: dict[str, Any]) -> None:
    spans = [m.span for m in find_places(miss["text"])]
    found = {r.place.span.of(miss["text"]): r.place.country for r in resolve(spans, miss["text"])}
    if miss["country"] is None:
        assert miss["words"] not in found
    else:
        assert found[miss["words"]] == miss["country"]
