"""Patterns compiled late are what they would be compiled early, and none of them has a fault."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import sayso.check
from sayso import patterns
from sayso.patterns import compiled


def test_a_pattern_compiled_late_does_what_one_compiled_early_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_waiting", [])  # the next test asks all that wait there
    late, early = compiled(r"(?P<n>\d+) Men", re.IGNORECASE), re.compile(r"(?P<n>\d+) Men", re.IGNORECASE)
    text = "12 men and 9 MEN"
    assert (
        [match["n"] for match in late.finditer(text)] == [match["n"] for match in early.finditer(text)] == ["12", "9"]
    )
    assert late.sub("x", text) == early.sub("x", text)
    assert (late.pattern, late.flags, late.groupindex) == (early.pattern, early.flags, early.groupindex)
    with pytest.raises(re.error):
        compiled("(").search("")


def test_no_pattern_of_a_rule_has_a_fault() -> None:
    for module in pkgutil.walk_packages(sayso.check.__path__, "sayso.check."):
        if module.name.rpartition(".")[2] != "server":
            importlib.import_module(module.name)
    for pattern in patterns._waiting:  # wherever a module keeps it: in tuples, tables, classes
        assert pattern.flags is not None, pattern._given
    assert len(patterns._waiting) > 1000
