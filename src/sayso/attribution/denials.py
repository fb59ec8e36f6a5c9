"""Who denies a thing once denies it wherever he says that it is not so: "denied it", "“I never did it”"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.acts import Act
from sayso.attribution.cues import Cues
from sayso.attribution.signs import Matter, answered, matters
from sayso.attribution.views import View

#: Directly after a denial of the same source, 53 of 88 with a negation and no telling cue go on with it.
_BESIDE = (0, 1)  # paragraphs
#: Words that the two must share, and their share of the words of the shorter one. Of 68 statements of the annotated
#: reports without a telling cue that share so much with a denial of the same source, 58 are denials.
_WORDS, _SHARE = 2, 0.6
#: A plain act that may be a denial said again.
_PLAIN = frozenset({"say", "report", "declare", "believe", "acknowledge"})


def said_again(items: Sequence[View], acts: Sequence[Act], cues: Cues) -> list[Act]:
    """``acts``, by index with the statements, with what repeats a denial made one."""
    denied: dict[str, list[int]] = {}
    for i, act in enumerate(acts):
        if act.act == "deny" and not act.negated:
            denied.setdefault(items[i].ref.id, []).append(i)
    out = list(acts)
    if not denied:
        return out
    about = matters(items)
    for i, act in enumerate(acts):
        others = denied.get(items[i].ref.id, ()) if act.act in _PLAIN and act.rule.startswith("classifier") else ()
        if (
            any(_alike(about[i], about[j]) or _next(items, i, j) for j in others)
            and answered(items, about, i, cues).negates
        ):
            out[i] = replace(act, act="deny", rule="denied elsewhere", score=None)
    return out


def _alike(one: Matter, other: Matter) -> bool:
    shared = len(one.stems & other.stems)
    return shared >= max(_WORDS, _SHARE * min(len(one.stems), len(other.stems)))


def _next(items: Sequence[View], i: int, j: int) -> bool:
    return i == j + 1 and items[i].paragraph - items[j].paragraph in _BESIDE
