"""Signs without which the classifier's "deny", "urge" and "ask" are not believed.

A denial has a word of denying, or a negation and something before it that it can answer; a call has a word of calling
or of duty, or is an imperative; a question has a word of asking or a question mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.attribution.cues import Cues, table
from sayso.attribution.negation import negates
from sayso.attribution.views import View, stem
from sayso.tokens import Remembered

#: How many statements back one that is answered may lie.
_BACK = 12
#: Words of a content in which a negation counts: later ones belong to other clauses.
_EARLY = 14


@dataclass(frozen=True, slots=True)
class Matter:
    """``stems``: what a statement is about; ``named``: the words of its source's name."""

    stems: frozenset[str]
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answered:
    """What a statement may answer. ``shared``: the most words that it shares with one of another source before it;
    ``charged``: whether one of those claims or charges something of its own source; ``negates``: whether a negation or
    a word of denying stands early in it.
    """

    shared: int
    charged: bool
    negates: bool


def matters(items: Sequence[View]) -> list[Matter]:
    """By index with the statements."""
    return [Matter(_stems(item.plain), _stems((item.ref.name or "").lower().split())) for item in items]


def answered_all(items: Sequence[View], cues: Cues) -> list[Answered]:
    """By index with the statements."""
    about = matters(items)
    return [answered(items, about, i, cues) for i in range(len(items))]


def answered(items: Sequence[View], about: Sequence[Matter], i: int, cues: Cues) -> Answered:
    """``about``: of :func:`matters`."""
    early = items[i].plain[:_EARLY]
    negates_ = any(negates(word, cues) for word in early) or not cues.denying.isdisjoint(early)
    mine, named, own = about[i].stems, about[i].named, items[i].ref.id
    shared, charged = 0, False
    for j in range(max(0, i - _BACK), i):
        if items[j].ref.id != own:
            shared = max(shared, len(mine & about[j].stems))
            charged = charged or (not named.isdisjoint(about[j].stems) and _claims(items[j], cues))
    return Answered(shared, charged, negates_)


def bears(act: str, item: View, answer: Answered, cues: Cues) -> bool:
    """Whether ``item`` bears a sign of ``act``, one of the three; ``answer``: what it may answer."""
    if act == "deny" and answer.negates and (answer.shared or answer.charged):
        return True
    said = " ".join((*item.cue, "|", *item.plain))
    return bool(cues.signs[act].search(said)) or (act == "urge" and _imperative(item))


def _claims(item: View, cues: Cues) -> bool:
    return any(cues.acts.get((word,)) in ("accuse", "report") or word.startswith("claim") for word in item.core)


def _imperative(item: View) -> bool:
    """Quoted words that open with none of the words that open a statement."""
    return item.direct and item.plain[:1] != () and item.plain[0] not in _openers()


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    return frozenset(table()["signs"]["openers"].split())


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset([each for each in {*map(_STEMS.__getitem__, words)} if each is not None])


def _stem(word: str) -> str | None:
    """None for a word that is no matter."""
    if not word[0].isalnum() or word in _light() or word.endswith("n't"):
        return None
    return stem(word)


_STEMS = Remembered(_stem)


@lru_cache(maxsize=1)
def _light() -> frozenset[str]:
    return frozenset(table()["links"]["light"].split())
