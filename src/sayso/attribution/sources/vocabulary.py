"""Word lists that ship as data: first names with the share of women who bear them, ordinary English words."""

from __future__ import annotations

from functools import cache
from importlib import resources

from sayso.attribution.sources import lexicon


def _lines(name: str) -> list[str]:
    return resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8").splitlines()


@cache
def first_names() -> dict[str, float]:
    """First name in lower case → share of its bearers who are women, 0 to 1. Sources: see data/README.md."""
    return {name: int(share) / 100 for name, share in (line.split("\t") for line in _lines("first_names.tsv"))}


def plain(word: str) -> str:
    """A word in lower case as learned models may see it: ordinary words and terms as they are, any name as ``*``."""
    return word if word in common_words() or word in lexicon.TERMS else "*"


@cache
def common_words() -> frozenset[str]:
    """Words that news writes in lower case inside sentences, nearly always."""
    return frozenset(_lines("common_words.txt"))
