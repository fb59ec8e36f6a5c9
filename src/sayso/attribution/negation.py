"""Whether what a cue names is said not to have been done: "did not deny", "has never said", "Nobody claimed"."""

from __future__ import annotations

from sayso.attribution.cues import Cues


def negated(before: tuple[str, ...], cue: tuple[str, ...], word: tuple[str, ...], cues: Cues) -> bool:
    """``word``: the part of ``cue`` that names the act; what stands before it, in the cue and before, decides."""
    if not word:
        return False
    at = next((i for i in range(len(cue)) if cue[i] == word[0]), 0)
    left = " ".join((*before[-4:], *cue[:at]))
    return bool(cues.negation.search(left))


def turned(before: tuple[str, ...], cue: tuple[str, ...], word: tuple[str, ...], cues: Cues) -> bool:
    """As :func:`negated`; where no table knows a word of the cue, its verb is the word after the last negation."""
    if word:
        return negated(before, cue, word, cues)
    return any(negated(before, cue, (verb,), cues) for verb in cue if not negates(verb, cues))


def negates(word: str, cues: Cues) -> bool:
    return word in cues.no or word.endswith("n't")


def nobody(before: tuple[str, ...], cue: tuple[str, ...], cues: Cues) -> bool:
    """Whether the subject right before a cue is one that nobody is: "No one at the firm", "Neither he nor she"."""
    return bool(cue and not cues.no.isdisjoint(before) and cues.nobody.search(" ".join(before)))
