"""Words that may stand for one another in a headline and its story: by what they mean, and which of them act."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import numpy.typing as npt

from sayso.attribution.vectors import load as word_vectors
from sayso.check.headlines.hardened import past


@cache
def acts(word: str) -> bool:
    """Whether a word is a verb's form, as far as forms show: "kills" has "killed" and "killing" beside it."""
    row = word_vectors().row
    if re.search(r"(?:ed|ing)$", word) and word in row:
        return True
    for base in dict.fromkeys([word, re.sub(r"s$", "", word), re.sub(r"es$", "", word), re.sub(r"ies$", "y", word)]):
        stem = base.rstrip("e")
        doubled = stem + stem[-1:]
        pairs = ((stem + "ed", stem + "ing"), (doubled + "ed", doubled + "ing"), (base[:-1] + "ied", base + "ing"))
        if len(base) > 2 and any(one in row and other in row for one, other in pairs):
            return True
    return past(word) != word and word.endswith("s") and word in row


def alike(one: str, others: list[str]) -> list[float]:
    """How near in meaning a word stands to each of ``others``, from 0 to 1; 0 where either is not known."""
    row = word_vectors().row
    known = [word for word in others if word in row]
    if one not in row or not known:
        return [0.0] * len(others)
    found = dict(zip(known, _unit(known) @ _unit([one])[0], strict=True))
    return [max(0.0, float(found.get(word, 0.0))) for word in others]


def _unit(words: list[str]) -> npt.NDArray[np.float32]:
    """The vector of each word, of length one."""
    vectors = word_vectors()
    found = vectors.table[[vectors.row[word] for word in words]].astype(np.float32)
    sizes: npt.NDArray[np.float32] = np.linalg.norm(found, axis=1, keepdims=True)
    return np.divide(found, np.maximum(sizes, 1e-9), dtype=np.float32)
