"""Correcting a statement by hand: which fields a form offers, and from what was typed to the value of the field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

from sayso.errors import SettingsError
from sayso.types import ACTS, Firmness, How, Kind, SourceType, Span, Statement

#: Fields whose value is words of the report, and those chosen from a list.
_SPANS = ("content", "cue", "source.mention")
_CHOICES: dict[str, Sequence[str]] = {
    "act": ACTS, "kind": get_args(Kind), "how": get_args(How), "firmness": get_args(Firmness),
    "source.type": get_args(SourceType), "negated": ("no", "yes"),
}  # fmt: skip
_NAMES = {
    "source.name": "Source", "source.title": "Title or role", "source.why": "Why this source", "source.type":
    "Source type", "source.mention": "Words that name the source", "content": "What was said, exact words",
    "cue": "Cue, exact words", "act": "Act", "kind": "Words", "how": "Attribution", "firmness": "Firmness",
    "negated": "Negated: the source did not say it",
}  # fmt: skip
_ORDER = ("source.name", "source.type", "source.title", "source.why", "source.mention", "content", "cue", "act",
          "negated", "kind", "how", "firmness")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """``choices`` is empty where words are typed; ``machine`` is set where the machine had said something else."""

    name: str
    label: str
    value: str
    choices: tuple[str, ...]
    machine: str | None


def editable(statement: Statement, machine: Statement, text: str) -> list[Field]:
    out = []
    for name in _ORDER:
        value, was = _shown(statement, name, text), _shown(machine, name, text)
        out.append(Field(name, _NAMES[name], value, tuple(_CHOICES.get(name, ())), was if was != value else None))
    return out


def _shown(statement: Statement, name: str, text: str) -> str:
    value: Any = statement
    for step in name.split("."):
        value = getattr(value, step)
    if name in _SPANS:
        spans = value if name != "source.mention" else (value,) if value else ()
        return " … ".join(span.of(text) for span in spans)
    if name == "negated":
        return "yes" if value else "no"
    return str(value or "")


def typed(name: str, value: str, statement: Statement, text: str) -> Any:
    """The JSON value of a field from what was typed.

    Raises:
        SettingsError: no such field, or words that the report does not have.
    """
    if name not in _ORDER:
        raise SettingsError(name, "cannot be corrected here", f"Choose one of {', '.join(_ORDER)}")
    if name == "negated":
        return value == "yes"
    if name in _SPANS:
        spans = [list(_near(piece, statement, text)) for piece in _words(value)]
        return (spans[0] if spans else None) if name == "source.mention" else spans
    return value.strip() or None


def _words(value: str) -> list[str]:
    return [piece.strip() for piece in value.replace("\r\n", "\n").split(" … ") if piece.strip()]


def _near(words: str, statement: Statement, text: str) -> Span:
    """Where these words stand, nearest to where the statement is now."""
    here = statement.extent.begin
    found: list[int] = []
    at = text.find(words)
    while at >= 0 and len(found) < 1000:
        found.append(at)
        at = text.find(words, at + 1)
    if not found:
        raise SettingsError(f"“{words[:80]}”", "are no words of this report", "Copy them from the text as they stand")
    best = min(found, key=lambda begin: abs(begin - here))
    return Span(best, best + len(words))
