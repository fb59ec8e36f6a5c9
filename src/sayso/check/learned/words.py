"""A sentence as hashed words: names and figures are all the same, so that what is learned is no matter of the day."""

from __future__ import annotations

from itertools import pairwise
from zlib import crc32

from sayso.patterns import compiled

BUCKETS = 1 << 16
_TOKEN = compiled(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d,.]*|[%$£€;:()–—-]")


def tokens(words: str) -> list[str]:
    """Small letters; a capitalised word that does not begin the sentence is ``Xx``, a number ``0``."""
    out = []
    for place, token in enumerate(_TOKEN.findall(words)):
        if token[0].isdigit():
            out.append("0")
        elif place and token[0].isupper():
            if not out or out[-1] != "Xx":
                out.append("Xx")
        else:
            out.append(token.lower().replace("’", "'"))
    return out


def features(words: str) -> list[str]:
    """Words, pairs and threes of neighbours, and the words that the sentence begins with."""
    found = tokens(words)
    pairs = [f"{one} {other}" for one, other in pairwise(found)]
    threes = [" ".join(found[n : n + 3]) for n in range(len(found) - 2)]
    return [*found, *pairs, *threes, "^" + " ".join(found[:2])]


def rows(words: str) -> list[int]:
    """The rows of the table of weights that stand for a sentence, each once."""
    return sorted({crc32(each.encode()) % BUCKETS for each in features(words)})
