"""Whether a predicate is said not to have been done: "did not deny", "stopped short of confirming"."""

from __future__ import annotations

from sayso.attribution.cues import Cues


def negated(before: tuple[str, ...], cue: tuple[str, ...], word: tuple[str, ...], cues: Cues) -> bool:
    """``word``: the part of ``cue`` that names the act; what stands before it, in the cue and before, decides."""
    if not word:
        return False
    at = next((i for i in range(len(cue)) if cue[i] == word[0]), 0)
    left = " ".join((*before[-4:], *cue[:at]))
    return bool(cues.negation.search(left))
