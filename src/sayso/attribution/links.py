"""Which statement a denial, confirmation, refusal or failure to verify is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log

import numpy as np
import numpy.typing as npt

from sayso.attribution import linear, vectors
from sayso.attribution.acts import Act
from sayso.attribution.cues import table
from sayso.attribution.linear import Crossed
from sayso.attribution.views import View, stem
from sayso.patterns import kept

#: Acts that answer another statement.
ANSWERS = frozenset({"deny", "confirm", "no-comment", "cannot-verify"})
_FAR = 40
#: Words of a statement that its vector is the mean of.
_READ = 60
_PROPER = kept(r"[A-Z](?<!\w.)\w+")
#: An answer so many statements after one of the same source goes on with it: of 43 such denials 32 answer the same
#: statement as the one before, 2 another.
_ON = 1
#: How likely a link must be against none: one left out costs as much as one invented, so well below one.
_LEAST = 0.25
#: Weight of shared words from which a denial without a word of denial may be about a statement further off.
_MATTER = 0.4
#: Acts that may be answered without a word shared.
_CHARGES = frozenset({"accuse", "report"})
#: In a report of so few statements a bare refusal need not be about one of them that only says something.
_FEW = 3
#: And these, right beside it.
_SHARP = {"deny": frozenset({"criticize", "ask"}), "no-comment": frozenset({"criticize"})}
#: A content that opens so names what it answers.
_OPENS = frozenset({"that", "such", "this", "those", "these"})
#: Letters by which "the accusations" are known for those of whoever "accused"; in so many first words of the answer.
_ROOT, _NAMED = 5, 8
#: What sums a statement up stands so few words before the cue, or so few signs behind what it sums up.
_BEHIND, _GAP = 8, 30
#: The whole of what a medium reported, as an answer calls it.
_STORY = kept(
    r"(?:the )?(?:(?:accuracy|veracity|truth|contents?|details) of )?"
    r"(?:the|this|that|its) (?:\w+ )?(?:report|story|article)"
)
#: A content that is nothing but charges.
_CHARGED = kept(
    r"(?:(?:all|both|any|the|these|those|such|his|her|its|their|[\w’'.-]+[’']s?) ){0,2}"
    r"(?:accusations|allegations|charges)\b"
)


@dataclass(frozen=True, slots=True)
class Link:
    """``about``: index of the statement meant, None where the report has none.

    ``rule``: what chose it: "classifier", "the story reported", "goes on from …"; ``score``: the classifier's
    probability.
    """

    about: int | None
    rule: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Topic:
    """``stems``: content words of a statement, ``proper`` the capitalised ones; ``named``: words of its source's name;
    ``mass``: how much the stems weigh; ``like``: (64,), what its words are like, of length one.
    """

    stems: frozenset[str]
    proper: frozenset[str]
    named: frozenset[str]
    weight: dict[str, float]
    mass: float
    like: npt.NDArray[np.float64]

    def shared(self, other: Topic) -> float:
        """Weight of the words shared, as a share of the lighter statement's."""
        common = self.stems & other.stems
        if not common:
            return 0.0
        both = fsum([self.weight[s] for s in common])  # the same in whatever order a set gives them
        return both / max(0.1, min(self.mass, other.mass))


@lru_cache(maxsize=4)
def _pointing(language: str) -> frozenset[str]:
    """Stems of words by which an answer points at a statement: they are no matter of its own."""
    return frozenset(stem(word) for word in _words(language, "report"))


@lru_cache(maxsize=4)
def _words(language: str, which: str) -> frozenset[str]:
    return frozenset(table(language)["links"][which].split())


def topics(items: Sequence[View]) -> list[Topic]:
    """What each statement is about, rare words weighing more."""
    light = _words("english", "light")
    stems = [frozenset([stem(w) for w in item.plain if w not in light and w[0].isalnum()]) for item in items]
    count = Counter(s for each in stems for s in each)
    weight = {s: log(1 + len(items) / n) for s, n in count.items()}
    names = [frozenset(stem(w) for w in (i.ref.name or "").lower().split() if w not in light) for i in items]
    proper = [frozenset(stem(w.lower()) for w in _PROPER.findall(i.content)) for i in items]
    mass = [fsum(weight[x] for x in each) for each in stems]
    alike = _like(items, light)
    return [Topic(s, p, n, weight, m, v) for s, p, n, m, v in zip(stems, proper, names, mass, alike, strict=True)]


def _like(items: Sequence[View], light: frozenset[str]) -> npt.NDArray[np.float64]:
    means = vectors.load().means([[word for word in item.plain if word not in light][:_READ] for item in items])
    lengths = np.sqrt([row @ row for row in means])
    return means / np.maximum(1e-9, lengths)[:, None]


def links(items: Sequence[View], acts: Sequence[Act], held: Sequence[int | None]) -> list[Link]:
    """For each statement the one it answers; ``held``: for each statement the one that holds it."""
    found: list[Link] = []
    about = topics(items) if any(act.act in ANSWERS for act in acts) else []
    last: dict[tuple[str, str], int] = {}
    for i, act in enumerate(acts):
        link = Link(None, "", None)
        if act.act in ANSWERS and not act.negated:
            key = items[i].ref.id, act.act
            before = last.get(key)
            if before is not None and i - before <= _ON and found[before].about is not None:
                link = Link(found[before].about, f"goes on from {before + 1}", None)
            else:
                link = _link(items, acts, about, held, i)
            last[key] = i
        found.append(link)
    return found


def _link(
    items: Sequence[View], acts: Sequence[Act], about: Sequence[Topic], held: Sequence[int | None], i: int
) -> Link:
    """What ``i`` answers, by itself."""
    story = _story(items, acts, i)
    if story is not None:
        return Link(story, "the story reported", None)
    apposed = _apposed(items, acts, i)
    if apposed is not None:
        return Link(apposed, "what it is put beside", None)
    near = _near(items, i)
    may = [k for k, j in enumerate(near) if _answers(items, acts, about, i, j)]
    if not may:
        return Link(None, "", None)
    _, options = choices(items, acts, about, held, i)
    *scores, none = linear.load("links").choose(options, alike=True)
    if acts[i].act == "deny" and _CHARGED.match(items[i].content.strip("“\"' ").lower()):
        # "denied the accusations": whoever accused, not whoever reported since
        may = [k for k in may if acts[near[k]].act == "accuse" and items[near[k]].ref.id != items[i].ref.id] or may
    best = max(may, key=scores.__getitem__)
    if scores[best] > _LEAST * none:
        return Link(near[best], "classifier", scores[best])
    return Link(None, "", None)


def _near(items: Sequence[View], i: int) -> list[int]:
    """The statements that ``i`` may answer, by their place: many before it, few after."""
    return [j for j in range(max(0, i - _FAR), min(len(items), i + 5)) if j != i]


def _story(items: Sequence[View], acts: Sequence[Act], i: int) -> int | None:
    """What a medium is first said to report, where "the accuracy of the report" is all that the answer is about."""
    if not _STORY.fullmatch(items[i].content.strip().lower()):
        return None
    told = (j for j in range(i) if acts[j].act == "report" and not items[j].headline and items[j].attribution.cue)
    return next((j for j in told if items[j].ref.type == "organization"), None)


def _apposed(items: Sequence[View], acts: Sequence[Act], i: int) -> int | None:
    """The statement right behind whose words a denial's matter sums them up: "…, a claim that the harbour denies"."""
    here = items[i]
    if acts[i].act != "deny" or not (_sums(here.plain) or _sums(here.before[-_BEHIND:])):
        return None
    told = [
        j
        for j in range(max(0, i - _FAR), min(len(items), i + 2))
        if items[j].sentence == here.sentence
        and items[j].ref.id != here.ref.id
        and items[j].said.begin < here.whole.begin <= items[j].said.end + _GAP
    ]
    return max(told, key=lambda j: items[j].said.begin, default=None)


def _sums(words: Sequence[str]) -> bool:
    """Whether "a claim" or "a false claim" stands there, or nothing but "claims"."""
    pointing = _pointing("english")
    if len(words) == 1:
        return stem(words[0]) in pointing
    return any(
        word in ("a", "an") and not pointing.isdisjoint(map(stem, words[k + 1 : k + 3])) for k, word in enumerate(words)
    )


def _answers(items: Sequence[View], acts: Sequence[Act], about: Sequence[Topic], i: int, j: int) -> bool:
    """Whether ``i`` may answer ``j`` at all: what the classifier may not overrule.

    What itself refuses or cannot verify is not answered, nor one's own denial denied or own words verified. A denial
    that names its matter answers only a charge or what shares a word of it that is no name, or whose source it names;
    such a refusal also what shares a name or speaks of who refuses; right beside it both answer more: criticism, what
    speaks of who answers or what their first word points at. A denial that no word names as one answers only what is
    near it or of its own matter.
    """
    act, other = acts[i].act, acts[j].act
    same = items[i].ref.id == items[j].ref.id
    if other in ("no-comment", "cannot-verify") or (same and act in (other, "cannot-verify")):
        return False
    if act not in ("deny", "no-comment"):
        return True
    if act == "deny" and acts[i].rule.startswith("classifier"):
        near = abs(items[i].paragraph - items[j].paragraph) <= 1
        if not near and about[i].shared(about[j]) < _MATTER:
            return False
    charged = other in _CHARGES
    if abs(items[i].paragraph - items[j].paragraph) <= 1:
        pointed = bool(_OPENS.intersection(items[i].plain[:1]))
        charged |= same or pointed or other in _SHARP[act] or _of_kin(about[i].named, about[j].stems)
    matter = about[i].stems - _pointing("english")
    if act == "deny":
        shared = (matter & about[j].stems) - about[i].proper
        return charged or not matter or bool(shared) or bool(matter & about[j].named)
    bare = not matter and (len(about) > _FEW or other != "say")
    return charged or bare or bool(about[i].named & about[j].stems) or bool(matter & about[j].stems)


def choices(
    items: Sequence[View], acts: Sequence[Act], about: Sequence[Topic], held: Sequence[int | None], i: int
) -> tuple[list[int], list[list[Crossed]]]:
    """The statements that ``i`` may answer, and the features of each and, last, of answering none of them."""
    found = list(pairs(items, acts, about, held, i))
    none = [Crossed(("",), ("none",)), Crossed(("none:",), _of_answer(items[i], acts[i], about[i]))]
    return [j for j, _ in found], [*(features for _, features in found), none]


def pairs(
    items: Sequence[View], acts: Sequence[Act], about: Sequence[Topic], held: Sequence[int | None], i: int
) -> Iterator[tuple[int, list[Crossed]]]:
    """Every statement that ``i`` may answer, with what the classifier sees of the pair."""
    near = _near(items, i)
    shares = {j: about[i].shared(about[j]) for j in near}
    ranked = sorted(near, key=lambda j: -shares[j])
    own = _of_answer(items[i], acts[i], about[i])
    alone, both = Crossed(("",), own), ("", *(f"{each}&" for each in own[:3]))
    back = [j for j in reversed(near) if j < i]
    accused = [j for j in back if acts[j].act in ("accuse", "report", "criticize")]
    opening = next((j for j, item in enumerate(items) if not item.headline), None)
    roots = {word[:_ROOT] for word in items[i].plain[:_NAMED] if len(word) > _ROOT}
    kin = [j for j in near if any(word[:_ROOT] in roots for word in items[j].core)]
    repeats = {j for at, j in enumerate(near) if any(about[k].shared(about[j]) > 0.6 for k in near[:at])}
    for j in near:
        pair = [
            *_of_place(items, held, i, j),
            f"other={acts[j].act}",
            f"type={items[j].ref.type}",
            f"share={int(shares[j] * 6)}",
            f"rank={min(ranked.index(j), 5)}",
            f"best={ranked[0] == j and shares[j] > 0.25}",
            f"back={min(back.index(j), 5) if j < i else 'later'}",
            f"accused={min(accused.index(j), 3) if j in accused else 'no'}",
            f"asks={bool(about[j].named & about[i].stems)}",
            f"of me={bool(about[i].named & about[j].stems)}",
            f"of mine={_of_kin(about[i].named, about[j].stems)}",
            f"asks kin={_of_kin(about[j].named, about[i].stems)}",
            f"repeat={j in repeats}",
            f"lead={j < 3}",
            f"first={j == 0}",
            f"opening={j == opening}",
            f"like={int(float(about[i].like @ about[j].like) * 8)}",
            f"accuse me={acts[j].act == 'accuse' and bool(about[i].named & about[j].stems)}",
            f"same words={items[i].attribution.content == items[j].attribution.content}",
            f"kin={j in kin}",
            f"same source={items[j].ref.id == items[i].ref.id}",
            f"kin={kin.index(j) if j in kin else None}:{len(kin)}",
        ]
        yield j, [alone, Crossed(both, pair)]


def _of_kin(names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of the names is a word of the others but for its end: "Russia", "Russian"."""
    some, rest = _long(names), _long(others)
    return any(a.startswith(rest) for a in some) or any(b.startswith(some) for b in rest)


@lru_cache(maxsize=1 << 9)
def _long(stems: frozenset[str]) -> tuple[str, ...]:
    return tuple([each for each in stems if len(each) > 3])


def _of_place(items: Sequence[View], held: Sequence[int | None], i: int, j: int) -> list[str]:
    a, b = items[i], items[j]
    within = any(p.contains(q) for p in a.attribution.content for q in b.attribution.content)
    return [
        f"away={max(-2, min(i - j, 6))}",
        f"paragraphs={max(-1, min(a.paragraph - b.paragraph, 4))}",
        f"sentence={a.sentence == b.sentence}",
        f"child={held[j] == i}",
        f"parent={held[i] == j}",
        f"within={within}",
        f"headlines={a.headline}{b.headline}",
    ]


def _of_answer(item: View, act: Act, topic: Topic) -> list[str]:
    naming = sorted(set(item.plain[:7]) & _words("english", "report"))
    size = "short" if len(topic.stems) <= 3 else "middle" if len(topic.stems) <= 8 else "long"
    return [
        f"act={act.act}",
        f"size={size}",
        f"naming={bool(naming)}",
        f"cue={item.core[0] if item.core else ''}",
        *(f"says={word}" for word in naming),
    ]
