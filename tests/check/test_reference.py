from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from sayso.check import all_rules
from sayso.check.reference import pages
from sayso.cli import check as command

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", pages())
def test_the_reference_in_docs_is_that_of_the_code(name):
    assert (DOCS / "rules" / name).read_text("utf-8") == pages()[name], "run: python -m sayso.check.reference"


def test_docs_hold_no_page_of_a_rule_that_is_no_more():
    assert {path.name for path in (DOCS / "rules").glob("*.md")} == set(pages())


def test_examples_are_shown_without_marks():
    assert not any(re.search(r"</?(?:a|s|c|q|r|h)[ >]", page) for page in pages().values())


def test_every_option_of_the_command_is_documented():
    app = typer.Typer()
    command.register(app)
    words = (DOCS / "check.md").read_text("utf-8")
    for parameter in get_command(app).params:
        for option in parameter.opts:
            if option.startswith("--") and option not in ("--help", "--install-completion", "--show-completion"):
                assert option in words, f"docs/check.md says nothing of {option}"


def test_codes_in_the_guide_exist():
    words = (DOCS / "check.md").read_text("utf-8")
    assert set(re.findall(r"\b(?:ANON|ATTR|FAIR|DATE|FIG|FORM|CROSS)\d{3}\b", words)) <= set(all_rules())
