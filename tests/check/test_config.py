from __future__ import annotations

import pytest

from sayso.check import Config, all_rules, check, find_config, load_config
from sayso.check.example import reading_of
from sayso.errors import SettingsError

TEXT = "He went to the the market. It ends on Feb. 30."


def asked(config: Config) -> list[str]:
    return [finding.code for finding in check(reading_of(TEXT), config)]


def test_default_asks_what_is_not_optional():
    selected = {code for code, rule in all_rules().items() if Config().selects(rule)}
    assert selected == {code for code, rule in all_rules().items() if not rule.optional}


@pytest.mark.parametrize(
    ("select", "extend", "ignore", "expected"),
    [
        ([], [], [], ["FORM502", "DATE403"]),
        (["FORM"], [], [], ["FORM502"]),
        (["FORM502", "DATE"], [], [], ["FORM502", "DATE403"]),
        ([], [], ["FORM5"], ["DATE403"]),
        (["FORM"], [], ["FORM502"], []),
        (["FORM502"], [], ["FORM"], ["FORM502"]),
        (["FORM"], ["FORM504"], [], ["FORM502", "FORM504"]),
        (["ALL"], [], [], ["FORM502", "FORM504", "DATE403"]),
    ],
)
def test_the_longest_prefix_decides(select, extend, ignore, expected):
    assert sorted(asked(Config().override(select, extend, ignore))) == sorted(expected)


def test_an_optional_rule_needs_its_whole_code():
    assert "FORM504" not in asked(Config(select=("FORM",)))
    assert "FORM504" in asked(Config(select=("FORM504",)))


def test_sayso_toml_is_found_upwards(tmp_path):
    (tmp_path / "sayso.toml").write_text('[check]\nignore = ["FORM"]\n[check.severity]\nDATE4 = "info"\n')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    config = load_config(find_config(inner))
    found = check(reading_of(TEXT), config)
    assert [(each.code, each.severity) for each in found] == [("DATE403", "info")]


def test_pyproject_with_a_table_is_found_and_one_without_is_passed_over(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.sayso.check]\nselect = ["DATE"]\n')
    inner = tmp_path / "a"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[tool.other]\n")
    assert find_config(inner) == tmp_path / "pyproject.toml"
    assert asked(load_config(find_config(inner))) == ["DATE403"]


def test_words_in_the_table_of_exceptions_are_left_alone(tmp_path):
    path = tmp_path / "sayso.toml"
    path.write_text('[check.exceptions]\n"the the" = ["FORM502"]\n"Feb. 30" = ["FORM"]\n')
    assert asked(load_config(path)) == ["DATE403"]


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("[check]\nselct = []\n", "unknown key 'selct'"),
        ('[check]\nselect = ["NOPE1"]\n', "'NOPE1'"),
        ('[check]\nselect = "FORM"\n', "list"),
        ('[check.severity]\nFORM502 = "fatal"\n', "'fatal'"),
        ("[check\n", "TOML"),
        ("check = 3\n", "no table"),
    ],
)
def test_a_wrong_file_says_what_is_wrong_and_what_to_do(tmp_path, content, part):
    path = tmp_path / "sayso.toml"
    path.write_text(content)
    with pytest.raises(SettingsError) as error:
        load_config(path)
    assert part in str(error.value)
    assert error.value.remedy
    assert error.value.input == str(path)
