"""Which statement a denial, confirmation, refusal or failure to verify is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.attribution import linear
from sayso.attribution.acts import Act, stem
from sayso.attribution.views import View

#: Acts that answer another statement.
ANSWERS = frozenset({"deny", "confirm", "no-comment", "cannot-verify"})
_FAR = 25
_STOP = frozenset(
    "the a an of to in on at for and or that which who it its he his she her they their was is were are be been by with as from this"
    " had has have not no any all said about . , - ' s".split()
)
_REPORT = frozenset("report reports story allegation allegations claim claims accusation accusations charge charges comments"
                    " comment assertion suggestion statement remarks idea account finding conclusion assessment that it this".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """``about``: index of the statement meant, None where the report has none; ``score``: its probability."""

    about: int | None
    score: float


def content_stems(item: View) -> frozenset[str]:
    return frozenset(stem(word) for word in item.plain if word not in _STOP)


def links(items: Sequence[View], acts: Sequence[Act], parents: Sequence[int | None]) -> list[Link]:
    """For each statement the one it answers."""
    stems = [content_stems(item) for item in items]
    scorer = linear.load("links")
    out = []
    for i, act in enumerate(acts):
        best, score = None, 0.5
        if act.act in ANSWERS and not act.negated:
            for j in candidates(items, i):
                p = scorer.probabilities(features(items, acts, stems, parents, i, j))["yes"]
                if p > score:
                    best, score = j, p
        out.append(Link(best, score if best is not None else 0.0))
    return out


def candidates(items: Sequence[View], i: int) -> Iterator[int]:
    """Statements near enough to be meant by statement ``i``, of another source."""
    for j in range(max(0, i - _FAR), min(len(items), i + 4)):
        if j != i and items[j].ref.id != items[i].ref.id:
            yield j


def features(
    items: Sequence[View],
    acts: Sequence[Act],
    stems: Sequence[frozenset[str]],
    parents: Sequence[int | None],
    i: int,
    j: int,
) -> Iterator[str]:
    """What the classifier sees of the pair: ``i`` answers, ``j`` may be meant."""
    a, b = items[i], items[j]
    act, other = acts[i].act, acts[j].act
    yield f"{act}>{other}"
    yield f"act={act}"
    yield f"other={other}"
    away = i - j
    yield f"away={max(-2, min(away, 6))}"
    yield f"{act}:away={max(-2, min(away, 6))}"
    yield f"paragraphs={max(-1, min(a.paragraph - b.paragraph, 4))}"
    yield f"sentence={a.sentence == b.sentence}"
    yield f"child={parents[j] == i}"
    yield f"parent={parents[i] == j}"
    shared = stems[i] & stems[j]
    small = min(len(stems[i]), len(stems[j])) or 1
    share = len(shared) / small
    yield f"share={int(share * 5)}"
    yield f"shared={min(len(shared), 6)}"
    yield f"{act}:share={int(share * 5)}"
    yield f"same={a.attribution.content == b.attribution.content}"
    yield f"within={any(p.contains(q) for p in a.attribution.content for q in b.attribution.content)}"
    short = len(stems[i]) <= 4
    yield f"short={short}:away={max(-2, min(away, 6))}"
    for word in set(a.plain[:6]) & _REPORT:
        yield f"says:{word}"
        yield f"says:{word}:{other}"
    named = {stem(word) for word in (b.ref.name or "").lower().split() if word not in _STOP}
    yield f"names={bool(named & stems[i])}"
    me = {stem(word) for word in (a.ref.name or "").lower().split() if word not in _STOP}
    yield f"ofme={bool(me & stems[j])}:{other}"
    yield f"via={b.ref.type}"
    yield f"core={a.core[0] if a.core else ''}"
    yield f"head={b.headline}"
    nearest = all(items[k].ref.id == a.ref.id for k in range(j + 1, i))
    yield f"nearest={nearest and j < i}"
    yield f"other={other}:nearest={nearest and j < i}"
