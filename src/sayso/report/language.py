"""The language of a text: English by its commonest words, any other by py3langid (loading its model takes 0.3 s)."""

from __future__ import annotations

import re

_SAMPLE = 600  # code points: enough for certainty, and cheap
_SHORTEST = 20  # letters: below this any answer would be a guess
_WORD = re.compile(r"\w+")
_ENGLISH = frozenset(["the", "of", "and", "to", "said", "that", "was", "for", "with", "by", "on", "from", "at", "his"])
_SURE = 0.15  # share of those words; no other language comes near with "the" among them


def language(text: str) -> str | None:
    """ISO 639-1 code; None where there is too little text to tell."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _SHORTEST:
        return None
    words = _WORD.findall(sample.lower())
    if "the" in words and len(words) > 15 and sum(word in _ENGLISH for word in words) > _SURE * len(words):
        return "en"
    from py3langid import classify  # type: ignore[import-untyped]  # ships no types

    return str(classify(sample)[0])
