"""How a rule is written: a pattern over token classes, and a function from what it matched to a node.

In a pattern ``<weekday>`` is one token of that class, ``<num|ord>`` one of either; blanks mean nothing; the rest is
regular-expression syntax. A group called ``t`` limits what the node covers to that group.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sayso.grounding.dates.lexer import CODES, Tokens
from sayso.grounding.dates.nodes import Node
from sayso.patterns import kept


@dataclass(frozen=True, slots=True)
class Hit:
    """One match of a pattern; groups are looked up by their first token."""

    tokens: Tokens
    match: re.Match[str]

    def has(self, group: str) -> bool:
        return self.match.start(group) >= 0

    def value(self, group: str) -> Any:
        return self.tokens.values[self.match.start(group)]

    def word(self, group: str) -> str:
        return self.tokens.word(self.match.start(group))

    def is_a(self, group: str, name: str) -> bool:
        return self.tokens.codes[self.match.start(group)] == CODES[name]

    @property
    def before(self) -> str:
        """The word (or mark) left of the match, lower case; empty at the beginning."""
        index = self.match.start() - 1
        return self.tokens.word(index) if index >= 0 else ""

    @property
    def after(self) -> str:
        index = self.match.end()
        return self.tokens.word(index) if index < len(self.tokens.codes) else ""


@dataclass(frozen=True, slots=True)
class Number:
    """A token of the class ``kind`` in place of several: a year in words."""

    kind: str
    value: int


Handler = Callable[[Hit], Node | Number | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """``needs``: of each set of classes one stands in every match."""

    name: str
    pattern: re.Pattern[str]
    needs: tuple[frozenset[str], ...]
    handler: Handler


def rule(pattern: str) -> Callable[[Handler], Rule]:
    """Make a rule of a handler; its name is the handler's."""

    def wrap(handler: Handler) -> Rule:
        made = compiled(pattern)
        return Rule(handler.__name__, made, tuple(_needs(made.pattern)), handler)

    return wrap


def compiled(pattern: str) -> re.Pattern[str]:
    def one(match: re.Match[str]) -> str:
        return "[" + "".join(CODES[name] for name in match.group(1).split("|")) + "]"

    return kept(re.sub(r"(?<!\?P)<([A-Za-z0-9|]+)>", one, re.sub(r"\s+", "", pattern)))


_PART = kept(r"\[[^\]]*\]|\((?:\?(?:P<\w+>|[:=]|<?!|<=))?|.", re.DOTALL)


def _needs(pattern: str) -> Iterator[frozenset[str]]:
    """The sets of classes of which every match has one: those outside choices and what may be left out."""
    if "|" in _outermost(pattern):
        return
    at = 0
    while part := _PART.match(pattern, at):
        end = _closed(pattern, at) if part.group().startswith("(") else part.end()
        if pattern[end : end + 1] not in ("?", "*", "{"):
            if part.group().startswith("["):
                yield frozenset(part.group()[1:-1])
            elif part.group().startswith("(") and "!" not in part.group():
                yield from _needs(pattern[part.end() : end - 1])
        at = end


def _closed(pattern: str, at: int) -> int:
    """Where the group that opens at ``at`` ends."""
    depth = 0
    for place in range(at, len(pattern)):
        depth += (pattern[place] == "(") - (pattern[place] == ")")
        if not depth:
            return place + 1
    return len(pattern)


def _outermost(pattern: str) -> str:
    """What stands in no group."""
    while (shorter := re.sub(r"\([^()]*\)", "", pattern)) != pattern:
        pattern = shorter
    return pattern


def apply(rules: tuple[Rule, ...], tokens: Tokens) -> Tokens:
    """Replace what the rules match by their nodes: of overlapping matches the leftmost, then the longest, wins."""
    codes = "".join(tokens.codes)
    present = set(tokens.codes)
    found: list[tuple[int, int, int, Node | Number]] = []
    for order, one in enumerate(rules):
        if any(present.isdisjoint(classes) for classes in one.needs):
            continue
        for match in one.pattern.finditer(codes):
            node = one.handler(Hit(tokens, match))
            if node is not None:
                begin, end = match.span("t") if "t" in one.pattern.groupindex else match.span()
                found.append((begin, -end, order, node))
    if not found:
        return tokens
    found.sort(key=lambda item: item[:3])
    reduced = Tokens(tokens.text)
    position = 0
    for begin, minus_end, _, node in found:
        if begin < position:
            continue
        _copy(tokens, reduced, position, begin)
        reduced.add(
            node.kind,
            node.value if isinstance(node, Number) else node,
            tokens.begins[begin],
            tokens.ends[-minus_end - 1],
        )
        position = -minus_end
    _copy(tokens, reduced, position, len(tokens.codes))
    return reduced


def _copy(tokens: Tokens, reduced: Tokens, begin: int, end: int) -> None:
    reduced.codes += tokens.codes[begin:end]
    reduced.values += tokens.values[begin:end]
    reduced.begins += tokens.begins[begin:end]
    reduced.ends += tokens.ends[begin:end]
