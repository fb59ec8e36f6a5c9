"""Which rules are asked, how weighty they are, and which words are known to be right: ``sayso.toml``.

[check]                      # in pyproject.toml: [tool.sayso.check]
select = ["ANON", "FORM5"]   # codes or beginnings of codes; replaces the default selection
extend-select = ["FAIR303"]
ignore = ["ATTR205"]

[check.severity]
ANON102 = "error"

[check.exceptions]           # exact words that are known to be right, and for which rules
"that that" = ["FORM502"]
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sayso.check.model import SEVERITIES, Rule, Severity
from sayso.errors import SettingsError

_KEYS = {"select", "extend-select", "ignore", "severity", "exceptions"}


@dataclass(frozen=True, slots=True)
class Config:
    """``select`` None means the rules that are on by default. Codes may be shortened from the right."""

    select: tuple[str, ...] | None = None
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    exceptions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def selects(self, rule: Rule) -> bool:
        """The longest matching prefix decides; between equals, ``ignore`` does.

        A rule that is off by default is turned on by its whole code or by ``ALL``, not by the beginning of its code.
        """
        chosen = (*self.extend, *(self.select or ()))
        if rule.optional:
            chosen = tuple(prefix for prefix in chosen if prefix in (rule.code, "ALL"))
        wanted = _longest(rule.code, chosen)
        if self.select is None and not rule.optional:
            wanted = max(wanted, 0)
        return wanted > _longest(rule.code, self.ignore)

    def severity_of(self, rule: Rule) -> Severity:
        best = max(self.severity, key=lambda prefix: _match(rule.code, prefix), default=None)
        return self.severity[best] if best is not None and _match(rule.code, best) > 0 else rule.severity

    def override(self, select: Iterable[str], extend: Iterable[str], ignore: Iterable[str]) -> Config:
        """This configuration with a command line's choices on top."""
        chosen = _prefixes("--select", tuple(select))
        return replace(
            self,
            select=chosen or self.select,
            extend=self.extend + _prefixes("--extend-select", tuple(extend)),
            ignore=self.ignore + _prefixes("--ignore", tuple(ignore)),
        )


def _match(code: str, prefix: str) -> int:
    if prefix == "ALL":
        return 1
    return len(prefix) + 1 if code.startswith(prefix) else -1


def _longest(code: str, prefixes: Iterable[str]) -> int:
    return max((_match(code, prefix) for prefix in prefixes), default=-1)


def find_config(start: Path) -> Path | None:
    """The nearest ``sayso.toml``, or ``pyproject.toml`` with a ``[tool.sayso]`` table, at or above ``start``."""
    for folder in (start, *start.parents):
        own = folder / "sayso.toml"
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and "sayso" in _load(project).get("tool", {}):
            return project
    return None


def load_config(path: Path | None) -> Config:
    """The configuration in ``path``; defaults where it is None.

    Raises:
        SettingsError: the file is no TOML, or a key, code or severity in it is unknown.
    """
    if path is None:
        return Config()
    table = _load(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("sayso", {})
    section = table.get("check", {})
    _expect(isinstance(section, dict), path, "[check] is no table", "write [check] and keys under it")
    for key in section:
        _expect(key in _KEYS, path, f"unknown key {key!r} under [check]", f"use one of {', '.join(sorted(_KEYS))}")
    severity = section.get("severity", {})
    for code, value in severity.items():
        _expect(value in SEVERITIES, path, f"severity of {code} is {value!r}", f"use one of {', '.join(SEVERITIES)}")
    _prefixes(str(path), tuple(severity))
    exceptions = {words: _codes(path, words, codes) for words, codes in section.get("exceptions", {}).items()}
    return Config(
        select=_codes(path, "select", section["select"]) if "select" in section else None,
        extend=_codes(path, "extend-select", section.get("extend-select", [])),
        ignore=_codes(path, "ignore", section.get("ignore", [])),
        severity=severity,
        exceptions=exceptions,
    )


def _codes(path: Path, key: str, value: Any) -> tuple[str, ...]:
    fits = isinstance(value, list) and all(isinstance(each, str) for each in value)
    _expect(fits, path, f"{key!r} holds {value!r}", 'write a list of rule codes: ["ANON102"]')
    return _prefixes(str(path), tuple(value))


def _prefixes(where: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """``codes`` as they are, each checked to be the beginning of at least one rule's code."""
    from sayso.check.registry import all_rules  # the rules import much that settings can do without

    for code in codes:
        if code != "ALL" and not any(known.startswith(code) for known in all_rules()):
            raise SettingsError(where, f"no rule's code begins with {code!r}", "See them with: sayso check --list")
    return codes


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(str(path), f"cannot be read as TOML ({error})", "Mend or remove the file") from error


def _expect(holds: bool, path: Path, message: str, remedy: str) -> None:
    if not holds:
        raise SettingsError(str(path), message, remedy[0].upper() + remedy[1:])
