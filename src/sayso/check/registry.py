"""The register of rules: every rule function is decorated once and found here by its code."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from sayso.check.context import Context
from sayso.check.model import Hit, Rule, Severity

FAMILIES = {
    "ANON": "Anonymous sources",
    "ATTR": "Attribution",
    "FAIR": "Fairness and verification",
    "DATE": "Dateline and dates",
    "FIG": "Figures",
    "FORM": "Form",
    "CROSS": "Across reports",
}

_rules: dict[str, Rule] = {}

Find = Callable[[Context], Iterator[Hit]]


def rule(
    code: str,
    name: str,
    *,
    question: str,
    explanation: str,
    fires: str,
    fine: str,
    reference: str,
    severity: Severity = "warning",
    optional: bool = False,
    limit: int = 3,
) -> Callable[[Find], Find]:
    """Registers the decorated function as the rule ``code``; arguments are the fields of :class:`Rule`."""

    def register(find: Find) -> Find:
        if code in _rules:
            raise ValueError(f"two rules are called {code}")
        _rules[code] = Rule(code, name, question, explanation, fires, fine, reference, severity, optional, limit, find)
        return find

    return register


@cache
def rules() -> dict[str, Rule]:
    """All rules by code, in the order of their families and numbers."""
    from sayso.check import rules as package

    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    families = list(FAMILIES)
    return {
        each.code: each for each in sorted(_rules.values(), key=lambda each: (families.index(each.family), each.code))
    }
