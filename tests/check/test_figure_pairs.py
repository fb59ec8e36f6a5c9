"""Passages with one figure right and wrong: asked about is the wrong one alone. Read without a model."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.check import Config
from sayso.check.engine import check
from sayso.report.draft import Draft
from sayso.report.layout import compose
from sayso.types import Reading, ReadingInfo

OPENING = (
    "Council meets in Lorn\n\nBy Lars Hagen\n\n"
    "LORN, Vesta - The Lorn council met on Tuesday to discuss the harbour.\n\n"
)
_EITHER = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def passages() -> Iterator[object]:
    tables = tomllib.loads((Path(__file__).parent / "figure_pairs.toml").read_text("utf-8"))
    for kind, table in tables.items():
        for number, passage in enumerate(table["pairs"]):
            yield pytest.param(passage, id=f"{kind}-{number}")


def asked(passage: str) -> list[str]:
    report, _ = compose(Draft(passage[1:] if passage.startswith("^") else OPENING + passage))
    info = ReadingInfo("sha256:0", "sayso", "none", "2026-01-01T00:00:00Z")
    reading = Reading("sayso.reading/1", "x", info, report, (), ())
    return [each.code for each in check(reading, Config().override(["FIG"], [], []))]


@pytest.mark.parametrize("passage", list(passages()))
def test_the_wrong_figure_is_asked_about_and_the_right_one_is_not(passage):
    assert _EITHER.search(passage)
    assert asked(_EITHER.sub(r"\1", passage))
    assert not asked(_EITHER.sub(r"\2", passage))
