"""Words of a text for what people are accused of: that it was done, what it is called, and who does such things."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso import tables
from sayso.patterns import compiled
from sayso.types import Span

_WORD = compiled(r"[A-Za-z]+(?:-[A-Za-z]+)*")


@dataclass(frozen=True, slots=True)
class Offence:
    """``kinds``: the kinds of ``offences.toml`` that the words may stand for; ``role``: did, named or doer."""

    kinds: frozenset[str]
    role: str
    span: Span


@cache
def _words() -> dict[str, tuple[str, frozenset[str]]]:
    """Every phrase (words joined by "_"), lower-case, with its role and kinds; "smuggling" names rather than tells."""
    listed = tables.read(Path(__file__).with_suffix(".toml"))
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for role in ("doer", "did", "named"):
        for kind, table in listed.items():
            for word in table[role].split():
                known = found.get(word, (role, frozenset[str]()))
                found[word] = (role if word.endswith("ing") else known[0], known[1] | {kind})
    return found


@cache
def _longest() -> int:
    return max(word.count("_") + 1 for word in _words())


@cache
def _firsts() -> frozenset[str]:
    return frozenset(word.partition("_")[0] for word in _words())


def offences(text: str, span: Span) -> Iterator[Offence]:
    """The offences that a stretch of text tells of, in text order; the longest phrase at each place."""
    listed, begins = _words(), _firsts()
    words = list(_WORD.finditer(text, span.begin, span.end))
    skip = 0
    for place, first in enumerate(words):
        if place < skip or first.group().lower() not in begins:
            continue
        for size in range(min(_longest(), len(words) - place), 0, -1):
            last = words[place + size - 1]
            known = listed.get("_".join(each.group().lower() for each in words[place : place + size]))
            if known:
                yield Offence(known[1], known[0], Span(first.start(), last.end()))
                skip = place + size
                break
