"""Known misses, kept as data: each fails today, and the test tells when one is mended."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from sayso.grounding.dates import find_dates

MISSES = json.loads((Path(__file__).parents[2] / "misses" / "dates.json").read_text(encoding="utf8"))


@pytest.mark.xfail(reason="known miss", strict=True, raises=AssertionError)
@pytest.mark.parametrize("miss", MISSES, ids=[miss["why"] for miss in MISSES])
def test_known_miss(miss: dict[str, str]) -> None:
    text = miss["text"]
    found = {mention.span.of(text): mention.start for mention in find_dates(text, datetime.date(2022, 11, 6))}
    assert found.get(miss["words"]) == miss["start"]
