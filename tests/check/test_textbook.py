"""The plain cases of every rule, as a handbook would print them, read by the model."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.check import Checked, Config, all_rules
from sayso.check.inputs import check_bytes
from sayso.pipeline import Options

OPENING = (
    "Council meets in Lorn\n\nBy Lars Hagen\n\n"
    "LORN, Vesta - The Lorn council met on Tuesday to discuss the harbour.\n\n"
)


def cases(kind: str) -> Iterator[object]:
    for path in sorted(Path(__file__).parent.glob("textbook*.toml")):
        for code, table in tomllib.loads(path.read_text("utf-8")).items():
            for number, passage in enumerate(table[kind]):
                yield pytest.param(code, passage, id=f"{code}-{kind}-{number}")


def codes(code: str, passage: str) -> set[str]:
    text = passage[1:] if passage.startswith("^") else OPENING + passage
    result = check_bytes(text.encode(), "draft.txt", Config(extend=(code,)), Options(published="2023-03-16"))
    assert isinstance(result, Checked)
    return {each.code for each in result.findings}


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(("code", "passage"), list(cases("fires")))
def test_a_plain_case_is_asked_about(code, passage):
    assert code in codes(code, passage)


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(("code", "passage"), list(cases("fine")))
def test_a_plain_passage_is_left_alone(code, passage):
    assert code not in codes(code, passage)


def test_every_rule_is_in_the_textbook():
    found = {
        code for path in Path(__file__).parent.glob("textbook*.toml") for code in tomllib.loads(path.read_text("utf-8"))
    }
    assert found >= {rule.code for rule in all_rules().values() if rule.family != "CROSS"} - {"FORM504", "FORM510"}
