"""Which act a statement is: said, denied, warned, declined to comment.

Refusals and failures to verify are told by patterns over the cue; a word of the tables decides where it is
unambiguous; everything else ("said", "told", no cue) is decided by a small network over cue and content together with
the tagger's own opinion.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat, takewhile

import numpy as np

from sayso.attribution import network
from sayso.attribution.cues import Cues
from sayso.attribution.encoded import Encoded, Floats, encode
from sayso.attribution.negation import negates, nobody, turned
from sayso.attribution.signs import Answered, answered_all, bears
from sayso.attribution.views import View

#: Acts that the patterns decide: the classifier may not give them without a word that says so.
_BY_PATTERN = frozenset({"no-comment", "cannot-verify"})
#: Acts that the classifier may give only with a sign of them, and never where the cue says that it was not done.
_BY_SIGN = frozenset({"deny", "urge", "ask"})
#: What the tagger's opinion counts against our own, 0 to 1; chosen on the development reports.
_MODEL_WEIGHT = 0.5
#: Shades of another act: which of the plain ones it is decided first, which shade of that then.
_SHADES = {
    "say": ("report", "announce", "declare", "acknowledge", "estimate", "believe", "predict", "rule", "praise",
            "promise"),
    "accuse": ("criticize",),
    "warn": ("threaten",),
    "urge": ("order", "ask"),
}  # fmt: skip
#: What "say" with its shades counts against another plain act. Many annotations leave at "say" what blames or warns, so
#: the network believes in it too readily; chosen on the development reports.
_SAID = 0.65
_PLAIN = {shade: plain for plain, shades in _SHADES.items() for shade in shades}
_TABLE = 100.0
#: Words of a content in which it says of its own source that they deny, refuse or cannot tell.
_HEAD = 12
_CLAUSES = frozenset("because which who whom whose if since after unless until although though while".split())
_STOPS = frozenset('.;:,"“”')


@dataclass(frozen=True, slots=True)
class Act:
    """``rule``: what decided it ("form", "refusal", "failure", "cue:denied", "classifier", "classifier+model").

    ``score``: the probability of the act where a classifier had a say, None where a rule alone decided.
    """

    act: str
    negated: bool
    rule: str
    score: float | None = None


def decide_all(items: Sequence[View], cues: Cues) -> list[Act]:
    """The act of every statement of a report, in text order."""
    words = [in_table(item, cues) for item in items]
    answers = answered_all(items, cues)
    net = network.load()
    told = [_told(item, known, answer, cues) for item, (_, known), answer in zip(items, words, answers, strict=True)]
    own = net.probabilities(encode(items, [known for _, known in words], answers, cues))
    joint = _joint(own, items, net.labels)
    return [
        act or _judged(items[i], words[i], answers[i], dict(zip(net.labels, joint[i], strict=True)), cues)
        for i, act in enumerate(told)
    ]


def _joint(own: Floats, items: Sequence[View], labels: Sequence[str]) -> list[list[float]]:
    """The network's opinion and the tagger's: by statement, by label; 0 for what only patterns may give."""
    floor = 1e-4
    theirs = [[*map(item.attribution.act.get, labels, repeat(0.0))] for item in items]
    model = np.array(theirs).reshape(own.shape)
    weight = np.array([[_MODEL_WEIGHT if item.attribution.act else 0.0] for item in items]).reshape(-1, 1)
    joint = np.maximum(own, floor) ** (1 - weight) * np.maximum(model, floor) ** weight
    joint[:, [label in _BY_PATTERN for label in labels]] = 0
    joint /= joint.sum(1, keepdims=True)
    out: list[list[float]] = joint.tolist()
    return out


def encoded(items: Sequence[View], cues: Cues) -> Encoded:
    """The statements of a report as the network sees them."""
    return encode(items, [in_table(item, cues)[1] for item in items], answered_all(items, cues), cues)


def _told(item: View, known: str | None, answer: Answered, cues: Cues) -> Act | None:
    """What forms and patterns decide alone."""
    if len(item.attribution.act) == 1:  # a form that leaves no doubt
        return Act(next(iter(item.attribution.act)), False, "form")
    reach = _reach(item, cues)
    if cues.failure.search(reach) and item.cue:
        return Act("cannot-verify", False, "failure")
    silent = nobody(item.before, item.cue, cues)
    if item.cue and (cues.refusal.search(reach) or (silent and cues.unsaid.search(reach))):
        return Act("no-comment", False, "refusal")
    told = None if silent else _of_oneself(item, known, answer, cues)
    return Act(told, False, "said of oneself") if told else None


def _judged(
    item: View, word: tuple[tuple[str, ...], str | None], answer: Answered, weighed: dict[str, float], cues: Cues
) -> Act:
    """``word``: of :func:`in_table`; ``weighed``: the probability of each act, which is changed."""
    words, known = word
    undone = nobody(item.before, item.cue, cues) or turned(item.before, item.cue, words, cues)
    model = item.attribution.act
    plain = item.plain
    claims = not undone and known in (None, "criticize", "deny") and not cues.claims.isdisjoint((*item.core, *plain))
    untrue = claims and known != "deny" and bool(cues.rejects.search(" ".join(plain)))
    ruled = not cues.courts.isdisjoint(f"{item.ref.name} {item.ref.title}".lower().split())
    untrue = untrue or (claims and not ruled and bool(cues.dismissed.match(" ".join((*item.core, *plain[:_HEAD])))))
    if known == "deny" and cues.refused.match(" ".join((*item.core, *plain[:_HEAD]))):
        known = "rule" if ruled else "criticize"  # an offer cannot be untrue
    if untrue:  # a claim is called so
        weighed["deny"] *= _TABLE
    elif known and not cues.unsure.intersection(words):  # a table's word outweighs all but a sure network
        weighed[known] *= _TABLE
    meant = {known, "deny"} if untrue else {known}
    act = likeliest(weighed)
    while act in _BY_SIGN - meant and (undone or not bears(act, item, answer, cues)):
        del weighed[act]
        act = likeliest(weighed)
    score = weighed[act] / sum(weighed.values())
    if known == act:
        return Act(act, undone, f"cue:{' '.join(words)}", score)
    return Act(act, undone, "classifier+model" if model else "classifier", score)


def likeliest(weighed: Mapping[str, float]) -> str:
    """The likeliest shade of the likeliest plain act: many shades of "say" are together more than one of "accuse"."""
    plain: dict[str, float] = {}
    kinds = [*map(_PLAIN.get, weighed, weighed)]
    for kind, p in zip(kinds, weighed.values(), strict=True):
        plain[kind] = plain.get(kind, 0.0) + p
    plain["say"] = plain.get("say", 0.0) * _SAID
    best = max(plain, key=plain.__getitem__)
    return max([act for act, kind in zip(weighed, kinds, strict=True) if kind == best], key=weighed.__getitem__)


def in_table(item: View, cues: Cues) -> tuple[tuple[str, ...], str | None]:
    """The first words of the cue that a table knows, and the act they decide; "insisted" before a negation denies."""
    for size in (3, 2, 1):
        for at in range(len(item.core) - size + 1):
            words = item.core[at : at + size]
            if words in cues.acts:
                return words, cues.acts[words]
    insisted = next((word for word in item.core if word in cues.insisting), None)
    if insisted and any(negates(word, cues) for word in item.plain[:6]):
        return (insisted,), "deny"
    return (), None


def _of_oneself(item: View, known: str | None, answer: Answered, cues: Cues) -> str | None:
    """The act of "“No comment,” said", "said he had no comment", "said it could not verify the video", "said it denied
    the charge", and of "said she did not recall it" where another said it before."""
    if item.cue and not cues.bare_words.isdisjoint(item.plain) and cues.bare.match(" ".join(item.plain)):
        return "no-comment"
    plain = item.plain[1:] if item.plain[:1] == ("that",) else item.plain
    first = (*takewhile(lambda word: word not in _CLAUSES, plain[:_HEAD]),)
    own = first[:1] and (first[0] in cues.self or _named(item, first))
    if item.cue and first and (own or first[0] in ("there", "there's")):
        head = " ".join(first)
        if own and cues.refusal.search(head):
            return "no-comment"
        if cues.failure.search(head) and cues.verifying.intersection(first):
            return "cannot-verify"
        if own and cues.denies.match(head):
            return "deny"
        if own and answer.shared and cues.forgets.match(head):
            return "cannot-verify"
    if item.cue and not cues.failing.isdisjoint(item.plain) and cues.fails.match(" ".join(item.plain)):
        return "cannot-verify"
    if item.cue and known is None and cues.total.match(" ".join(item.plain[:_HEAD])):
        return "deny"
    return None


def _named(item: View, first: Sequence[str]) -> bool:
    """Whether the source speaks of itself by name: "“FEMA has not confirmed the prices,” the agency said"."""
    own = [word for word in (item.ref.name or "").lower().split() if word != "the"]
    return bool(own) and [word for word in first if word != "the"][: len(own)] == own


def _reach(item: View, cues: Cues) -> str:
    """The cue with what its clause has right before and after it: a cue is often marked without its object.

    Words of the content count only after a cue that is nothing without them ("declined", "could not").
    """
    before = [*takewhile(lambda word: word not in _STOPS, reversed(item.before[-3:]))][::-1]
    after = item.after[:5] if cues.open.intersection(item.cue) else item.gap[:5]
    return " ".join((*before, *item.cue, *takewhile(lambda word: word not in _STOPS, after)))
