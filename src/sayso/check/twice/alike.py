"""What speaks for two mentions being of one thing, whatever it is: like words, words in a row, words that are rare."""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache


@lru_cache(maxsize=4096)
def likeness(one: str, other: str) -> float:
    """The cosine of two words' vectors, 0 where one is unknown."""
    from sayso.attribution.vectors import load

    return load().cosine(_forms(one), _forms(other))


def _forms(word: str) -> list[str]:
    return [word, word + "s"]


def run(one: str, other: str, most: int, *, backwards: bool = False) -> float:
    """How many words in a row both have, from the mention onwards, or ``backwards``: a share of ``most``."""
    ours, theirs = (words.lower().split()[:: -1 if backwards else 1] for words in (one, other))
    count = 0
    for a, b in zip(ours, theirs, strict=False):
        if a.strip(',.;:()“”"') != b.strip(',.;:()“”"'):
            break
        count += 1
    return min(most, count) / most


def rarity(words: frozenset[str], spread: Counter[str], number: int) -> float:
    """The words' weight by how few of so many sentences have them; ``spread``: how many have each."""
    return sum(math.log(1 + number / spread[word]) for word in words if spread[word])
