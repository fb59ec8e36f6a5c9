"""Names, types, titles, reasons, relays and dates of the short reports, their spans given; known misses are data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.attribution.reports import FIELDS, cases, holds, made, value

MISSES = json.loads((Path(__file__).parents[2] / "misses" / "sources.json").read_text(encoding="utf-8"))
CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_report(case: dict[str, Any]) -> None:
    """Exactly the known misses of this report are missed."""
    missed = {
        f"{one['content'][:40]}: {field}": value(statement, field)
        for one, statement in made(case)
        for field in FIELDS
        if field in one and not holds(one[field], value(statement, field))
    }
    assert sorted(missed) == sorted(MISSES.get(case["id"], [])), missed
