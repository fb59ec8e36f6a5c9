"""The register of rules: every rule function is decorated once and found here by its code.

What a rule asks, why, and its examples stand in the TOML file beside the rule's module, under the rule's code.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sayso import tables
from sayso.check.context import Context
from sayso.check.model import Hit, Rule

FAMILIES = {
    "ANON": "Anonymous sources",
    "ATTR": "Attribution",
    "FAIR": "Fairness and verification",
    "DATE": "Dateline and dates",
    "FIG": "Figures",
    "FORM": "Form",
    "CROSS": "Across reports",
}

Find = Callable[[Context], Iterator[Hit]]

_rules: dict[str, Rule] = {}


def rule(code: str) -> Callable[[Find], Find]:
    """Registers the decorated function under ``code``, with the description in its module's TOML file."""

    def register(find: Find) -> Find:
        if code in _rules:
            raise ValueError(f"two rules are called {code}")
        _rules[code] = _described(code, _descriptions(find.__module__.rpartition(".")[2])[code], find)
        return find

    return register


@cache
def _descriptions(module: str) -> dict[str, Any]:
    return tables.read(Path(__file__).with_name("rules") / f"{module}.toml")


def _described(code: str, given: dict[str, Any], find: Find) -> Rule:
    return Rule(
        code=code,
        name=given["name"],
        question=given["question"],
        explanation=given["explanation"],
        fires=given["fires"],
        fine=given["fine"],
        reference=given["reference"],
        severity=given["severity"],
        optional=given.get("optional", False),
        limit=given.get("limit", 3),
        news_only=given.get("news_only", False),
        any_language=given.get("any_language", False),
        find=find,
    )


@cache
def all_rules() -> dict[str, Rule]:
    """All rules by code, in the order of their families and numbers."""
    from sayso.check import rules

    for module in pkgutil.iter_modules(rules.__path__):
        importlib.import_module(f"{rules.__name__}.{module.name}")
    families = list(FAMILIES)
    return {
        each.code: each for each in sorted(_rules.values(), key=lambda each: (families.index(each.family), each.code))
    }
