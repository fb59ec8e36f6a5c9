"""Signs without which the classifier's "deny", "urge" and "ask" are not believed.

A denial has a word of denying, or a negation and something before it that it can answer; a call has a word of calling
or of duty, or is an imperative; a question has a word of asking or a question mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.attribution.cues import Cues, table
from sayso.attribution.negation import negates
from sayso.attribution.views import View, stem

#: How many statements back one that is answered may lie.
_BACK = 12
#: Words of a content in which a negation counts: later ones belong to other clauses.
_EARLY = 14


def signed(item: View, before: Sequence[View], cues: Cues) -> Iterator[str]:
    """The acts of the three that ``item`` bears a sign of; ``before``: the statements before it."""
    said = " ".join((*item.cue, "|", *item.plain))
    if cues.signs["deny"].search(said) or _answering(item, before, cues):
        yield "deny"
    if cues.signs["urge"].search(said) or _imperative(item):
        yield "urge"
    if cues.signs["ask"].search(said):
        yield "ask"


def _answering(item: View, before: Sequence[View], cues: Cues) -> bool:
    """A negation, or a word that often denies, in what is said after a claim of another that it can answer."""
    early = item.plain[:_EARLY]
    if not any(negates(word, cues) for word in early) and not cues.denying.intersection(early):
        return False
    mine = _matter(item)
    named = _stems((item.ref.name or "").lower().split())
    return any(
        other.ref.id != item.ref.id and (mine & _matter(other) or (_claims(other, cues) and named & _matter(other)))
        for other in before[-_BACK:]
    )


def _claims(item: View, cues: Cues) -> bool:
    return any(cues.acts.get((word,)) in ("accuse", "report") or word.startswith("claim") for word in item.core)


def _imperative(item: View) -> bool:
    """Quoted words that open with none of the words that open a statement."""
    return item.direct and item.plain[:1] != () and item.plain[0] not in _openers()


def _openers() -> frozenset[str]:
    return frozenset(table()["signs"]["openers"].split())


def _matter(item: View) -> frozenset[str]:
    return _stems(item.plain)


def _stems(words: Sequence[str]) -> frozenset[str]:
    light = table()["links"]["light"].split()
    return frozenset(stem(word) for word in words if word not in light and word[0].isalnum() and "n't" not in word)
