"""Every rule asks about its example and its cases, and leaves alone what is fine."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.check import FAMILIES, Config, all_rules, check
from sayso.check.example import plain, reading_of

CASES = Path(__file__).parent / "cases"
ALONE = [rule for rule in all_rules().values() if rule.family != "CROSS"]


def cases(kind: str) -> Iterator[object]:
    for path in sorted(CASES.glob("*.toml")):
        for code, table in tomllib.loads(path.read_text("utf-8")).items():
            for number, marked in enumerate(table[kind]):
                yield pytest.param(code, marked.replace("\\n", "\n"), id=f"{code}-{kind}-{number}")


def codes(marked: str, code: str) -> list[str]:
    return [finding.code for finding in check(reading_of(marked), Config(select=(code,)))]


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.code)
def test_its_example_is_asked_about(rule):
    assert codes(rule.fires, rule.code)


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.code)
def test_its_fine_passage_is_left_alone(rule):
    assert not codes(rule.fine, rule.code)


@pytest.mark.parametrize(("code", "marked"), list(cases("fires")))
def test_fires(code, marked):
    assert codes(marked, code)


@pytest.mark.parametrize(("code", "marked"), list(cases("fine")))
def test_fine(code, marked):
    assert not codes(marked, code)


def test_every_rule_has_cases():
    with_cases = {code for path in CASES.glob("*.toml") for code in tomllib.loads(path.read_text("utf-8"))}
    assert with_cases == {rule.code for rule in ALONE}


def test_at_least_35_rules_cover_every_family():
    rules = all_rules().values()
    assert len(rules) >= 35
    assert {rule.family for rule in rules} == set(FAMILIES)


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_a_rule_is_described_as_a_question(rule):
    assert rule.question.endswith("?") or "?" in rule.question or rule.question.endswith(".")
    assert rule.explanation.endswith((".", "?"))
    assert rule.reference
    assert "http" not in rule.reference


def test_conventions_of_doubtful_standing_are_off():
    off = {rule.code for rule in all_rules().values() if rule.optional}
    assert {"FAIR303", "FAIR306"} <= off


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.code)
def test_findings_point_into_the_text(rule):
    reading = reading_of(rule.fires)
    for finding in check(reading, Config(select=("ALL",))):
        assert finding.span.of(reading.report.text) == finding.words
        assert finding.words.strip()
        assert set(finding.statements) <= {statement.id for statement in reading.statements}


def test_findings_come_in_text_order():
    reading = reading_of("He went to the the market. It ends on Feb. 30. The pipe is 80 km (30 miles) long.")
    found = check(reading)
    assert [finding.code for finding in found] == ["FORM502", "DATE403", "FIG412"]


def test_many_findings_of_a_rule_are_capped_and_counted():
    reading = reading_of("\n\n".join(f"It ends on Feb. 30, {year}." for year in range(2000, 2010)))
    found = check(reading, Config(select=("DATE403",)))
    assert len(found) == 3
    assert "7 more" in found[-1].looked_for


TEXT = st.text(alphabet=st.sampled_from(list("“”\"'‘ .,()[]\nAabs0125%$km–|€é💥")), max_size=200)


@settings(deadline=None)  # the first text loads word lists
@given(TEXT)
def test_no_text_breaks_the_rules(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    reading = reading_of(f"<r>{escaped}</r>")
    for finding in check(reading, Config(select=("ALL",))):
        assert finding.span.of(plain(f"<r>{escaped}</r>")) == finding.words
