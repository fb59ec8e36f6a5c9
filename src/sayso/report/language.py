"""The language of a text: English by its commonest words, any other by py3langid (loading its model takes 0.3 s).

Short plain English looks to it like a creole or a neighbour: text in Latin letters is English unless it surely is not.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sayso.patterns import kept

_SAMPLE = 600  # code points: enough for certainty, and cheap
_SHORTEST = 20  # letters: below this any answer would be a guess
_WORD = kept(r"\w+")
_ENGLISH = frozenset(["the", "of", "and", "to", "said", "that", "was", "for", "with", "by", "on", "from", "at", "his"])
_SURE = 0.15  # share of those words; no other language comes near with "the" among them

_OTHER = 0.7  # probability from which text in Latin letters is taken for another language
_CREOLES = frozenset(["pcm"])  # of English, and too like it for a guess
_LATIN = kept(r"[A-Za-z\u00c0-\u024f]")


def language(text: str) -> str | None:
    """ISO 639-1 code; None where there is too little text to tell."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _SHORTEST:
        return None
    words = _WORD.findall(sample.lower())
    if "the" in words and len(words) > 15 and sum(word in _ENGLISH for word in words) > _SURE * len(words):
        return "en"
    found, probability = _identifier().classify(sample)
    latin = len(_LATIN.findall(sample)) > sum(map(str.isalpha, sample)) / 2
    if found in _CREOLES or (latin and probability < _OTHER):
        return "en"
    return str(found)


@cache
def _identifier() -> Any:
    from py3langid import langid  # type: ignore[import-untyped]  # ships no types

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
