"""Word lists that ship as data: first names with the share of women who bear them, ordinary English words."""

from __future__ import annotations

from functools import cache
from importlib import resources


def _lines(name: str) -> list[str]:
    return resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8").splitlines()


@cache
def first_names() -> dict[str, float]:
    """First name in lower case → share of its bearers who are women, 0 to 1. Sources: see data/README.md."""
    return {name: int(share) / 100 for name, share in (line.split("\t") for line in _lines("first_names.tsv"))}


@cache
def common_words() -> frozenset[str]:
    """Words that news writes in lower case nine times in ten, in lower case."""
    return frozenset(_lines("common_words.txt"))
