"""The sourcing linter: questions that a standards editor would ask of a report, with the exact words.

``check(reading)`` gives the findings of one reading; ``all_rules()`` the register of rules by code; ``checked(paths)``
reads and checks files.
"""

from __future__ import annotations

from sayso.check.across import Across
from sayso.check.config import Config, find_config, load_config
from sayso.check.engine import check
from sayso.check.inputs import Checked, checked
from sayso.check.model import CHECK_SCHEMA, Finding, Rule, Severity
from sayso.check.registry import FAMILIES, all_rules

__all__ = [
    "CHECK_SCHEMA",
    "FAMILIES",
    "Across",
    "Checked",
    "Config",
    "Finding",
    "Rule",
    "Severity",
    "all_rules",
    "check",
    "checked",
    "find_config",
    "load_config",
]  # fmt: skip
