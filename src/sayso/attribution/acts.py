"""Which act a statement is: said, denied, warned, declined to comment.

Refusals and failures to verify are told by patterns over the cue; a word of the tables decides where it is
unambiguous; everything else ("said", "told", no cue) is decided by a classifier over cue and content together
with the tagger's own opinion.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

import numpy as np
import numpy.typing as npt

from sayso.attribution import linear, vectors
from sayso.attribution.cues import Cues
from sayso.attribution.negation import negates, nobody, turned
from sayso.attribution.signs import Answered, answered, bears, matters
from sayso.attribution.views import View, stem

#: Acts that the patterns decide: the classifier may not give them without a word that says so.
_BY_PATTERN = frozenset({"no-comment", "cannot-verify"})
#: Acts that the classifier may give only with a sign of them, and never where the cue says that it was not done.
_BY_SIGN = frozenset({"deny", "urge", "ask"})
#: What the tagger's opinion counts against our own, 0 to 1; chosen on the development reports.
_MODEL_WEIGHT = 0.75
_TABLE = 100.0
#: How much the vector weighs against the features in training.
_DENSE = 0.3
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
    about = matters(items)
    rows = [features(item, items[i - 1] if i else None, cues) for i, item in enumerate(items)]
    chances = linear.load("acts").all_probabilities(rows, vector(items))
    return [
        _decide(item, own, answered(items, about, i, cues), cues)
        for i, (item, own) in enumerate(zip(items, chances, strict=True))
    ]


def _decide(item: View, own: Mapping[str, float], answer: Answered, cues: Cues) -> Act:
    """``own``: what the classifier over words gives."""
    if len(item.attribution.act) == 1:  # a form that leaves no doubt
        return Act(next(iter(item.attribution.act)), False, "form")
    reach = _reach(item, cues)
    silent = nobody(item.before, item.cue, cues)
    if cues.failure.search(reach) and item.cue:
        return Act("cannot-verify", False, "failure")
    if item.cue and (cues.refusal.search(reach) or (silent and cues.unsaid.search(reach))):
        return Act("no-comment", False, "refusal")
    told = _of_oneself(item, answer, cues)
    if told and not silent:
        return Act(told, False, "said of oneself")
    word, known = in_table(item, cues)
    undone = silent or turned(item.before, item.cue, word, cues)
    model = item.attribution.act
    joint = linear.combined(own, model, _MODEL_WEIGHT)
    sure = known if known and not cues.unsure.intersection(word) else None
    weighed = {a: p * _worth(a, sure) for a, p in joint.items()}
    untrue = not undone and known in (None, "criticize") and bool(cues.rejects.search(" ".join(item.plain)))
    if untrue:  # a claim is called so
        weighed["deny"] *= _TABLE
    meant = {known, "deny"} if untrue else {known}
    act = max(weighed, key=weighed.__getitem__)
    while act in _BY_SIGN - meant and (undone or not bears(act, item, answer, cues)):
        del weighed[act]
        act = max(weighed, key=weighed.__getitem__)
    score = weighed[act] / sum(weighed.values())
    if known == act:
        return Act(act, undone, f"cue:{' '.join(word)}", score)
    return Act(act, undone, "classifier+model" if model else "classifier", score)


def _worth(act: str, known: str | None) -> float:
    """A table's word outweighs all but a sure classifier; what patterns decide is not guessed."""
    if act == known:
        return _TABLE
    return 0.0 if act in _BY_PATTERN else 1.0


def in_table(item: View, cues: Cues) -> tuple[tuple[str, ...], str | None]:
    """The first words of the cue that a table knows, and the act they decide; "insisted" before a negation denies."""
    for size in (3, 2, 1):
        for at in range(len(item.core) - size + 1):
            words = item.core[at : at + size]
            if words in cues.acts:
                return words, cues.acts[words]
    if item.core[:1] and item.core[0] in cues.insisting and any(negates(word, cues) for word in item.plain[:6]):
        return item.core[:1], "deny"
    return (), None


def _of_oneself(item: View, answer: Answered, cues: Cues) -> str | None:
    """The act of "“No comment,” said", "said he had no comment", "said it could not verify the video", "said it denied
    the charge", and of "said she did not recall it" where another said it before."""
    if item.cue and cues.bare.match(" ".join(item.plain)):
        return "no-comment"
    if item.cue and item.plain[:1] and item.plain[0] in cues.self:
        first = (*takewhile(lambda word: word not in _CLAUSES, item.plain[:_HEAD]),)
        head = " ".join(first)
        if cues.refusal.search(head):
            return "no-comment"
        if cues.failure.search(head) and cues.verifying.intersection(first):
            return "cannot-verify"
        if cues.denies.match(head):
            return "deny"
        if answer.shared and cues.forgets.match(head):
            return "cannot-verify"
    if item.cue and in_table(item, cues)[1] is None and cues.total.match(" ".join(item.plain[:_HEAD])):
        return "deny"
    return None


def _reach(item: View, cues: Cues) -> str:
    """The cue with what its clause has right before and after it: a cue is often marked without its object.

    Words of the content count only after a cue that is nothing without them ("declined", "could not").
    """
    before = [*takewhile(lambda word: word not in _STOPS, reversed(item.before[-3:]))][::-1]
    after = item.after[:5] if cues.open.intersection(item.cue) else item.gap[:5]
    return " ".join((*before, *item.cue, *takewhile(lambda word: word not in _STOPS, after)))


def features(item: View, previous: View | None, cues: Cues) -> Iterator[str]:
    """What the classifier sees of one statement, as strings."""
    core, plain = item.core, item.plain[:60]
    _, known = in_table(item, cues)
    yield f"t:{known}"
    yield "cue=" + " ".join(core)
    for word in item.cue:
        yield "c:" + word
        yield "cs:" + stem(word)
    for a, b in pairwise(core):
        yield f"c2:{a} {b}"
    if not item.cue:
        yield "nocue"
    yield "how=" + item.attribution.how
    yield f"direct={item.direct}"
    yield "st=" + item.ref.type
    for at, word in enumerate(plain[:4]):
        yield f"f{at}:{word}"
    yield "f01:" + " ".join(plain[:2])
    yield "f012:" + " ".join(plain[:3])
    for word in plain:
        yield "w:" + word
        yield "ws:" + stem(word)
    for a, b in pairwise(plain):
        yield f"w2:{a} {b}"
    for at, word in enumerate(reversed(item.before[-4:])):
        yield f"l{min(at, 2)}:{word}"
    for at, word in enumerate(item.after[:4]):
        yield f"r{min(at, 2)}:{word}"
    if core:
        head = stem(core[0])
        yield f"cf:{head} {plain[0] if plain else ''}"
        yield f"cr:{stem(core[-1])} {item.after[0] if item.after else ''}"
        yield f"cl:{item.before[-1] if item.before else ''} {head}"
        yield f"ct:{head} {item.ref.type}"
    yield from _denying(item, cues)
    if item.headline:
        yield "headline"
    if previous is not None:
        same = previous.ref.id == item.ref.id
        yield f"same={same}"
        if same:
            for word in previous.core:
                yield ("ps:" if item.cue else "p:") + stem(word)


def vector(items: Sequence[View]) -> npt.NDArray[np.float64]:
    """(items, 192): what each one's content, cue and first words of the content are like."""
    read = [words for item in items for words in (item.plain[:80], item.core, item.plain[:5])]
    means = vectors.load().means(read)
    return means.reshape(len(items), 3 * means.shape[1]) * _DENSE


def _denying(item: View, cues: Cues) -> Iterator[str]:
    """Signs that a content denies: a negation near its start, whose, and words such as "untrue"."""
    plain = item.plain
    for at, word in enumerate(plain[:14]):
        if negates(word, cues):
            near = "start" if at < 5 else "middle"
            subject = next((w for w in plain[:at] if w in cues.self), "")
            yield f"no:{near}"
            yield f"no:{near}:{subject}"
            yield f"no:{near}:{item.core[0] if item.core else ''}"
            yield f"no:{near}:short={len(plain) < 14}"
            yield f"no:{word}:{plain[at - 1] if at else '^'}"
            break
    found = cues.denying.intersection(plain)
    if found:
        yield f"denying={min(len(found), 2)}"
        yield f"denying:short={len(plain) < 14}"
