"""Known misses of the checks, kept as data: each must still be missed, so that a mended one is noticed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sayso.check import Config
from sayso.check.inputs import check_bytes

MISSES = tomllib.loads((Path(__file__).parents[1] / "misses" / "check.toml").read_text("utf-8"))["draft"]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("draft", MISSES, ids=lambda draft: draft["fault"])
@pytest.mark.xfail(strict=True, raises=AssertionError, reason="a known miss; when it is mended, move it to drafts.toml")
def test_known_miss(draft):
    found = {each.code for each in check_bytes(draft["text"].encode(), "draft.txt", Config()).findings}
    assert found & set(draft["codes"])
