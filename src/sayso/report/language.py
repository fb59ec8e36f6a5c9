"""The language of a text, by py3langid (loaded on first use)."""

from __future__ import annotations

_SAMPLE = 600  # code points: enough for certainty, and cheap
_SHORTEST = 20  # letters: below this any answer would be a guess


def language(text: str) -> str | None:
    """ISO 639-1 code; None where there is too little text to tell."""
    from py3langid import classify  # type: ignore[import-untyped]  # ships no types

    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _SHORTEST:
        return None
    return str(classify(sample)[0])
