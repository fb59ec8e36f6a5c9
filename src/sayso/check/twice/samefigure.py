"""How likely two figures of a report are the same one, told twice, from the words around them.

The trees are fitted by ``training/figures.py`` on published reports: two mentions with one value count as the same
figure (one of them is then changed, as a slip of the pen would), two with different values as two.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from sayso.check.figures.mentions import PERSONS, TIMES, Mention
from sayso.check.twice.alike import likeness, rarity, run
from sayso.patterns import compiled

MOST = 120  # figures in a report: more are a table
_RUN = 6  # words in a row that count


def candidates(found: list[Mention]) -> list[tuple[Mention, Mention]]:
    """Pairs that may be one figure: of one kind, in different sentences, not too far apart in size."""
    pairs = []
    for n, other in enumerate(found):
        for one in found[:n]:
            if one.kind != other.kind or one.place == other.place or one.kind == "point":
                continue
            if min(one.value, other.value) < 1 or not (0.2 <= one.value / other.value <= 5 or _scale_apart(one, other)):
                continue
            if one.kind in ("things", "age") and not _one_head(one, other):
                continue
            pairs.append((one, other))
    return pairs


def _scale_apart(one: Mention, other: Mention) -> bool:
    """Whether the figures have the same digits and differ by a power of ten: million for billion."""
    power = math.log10(one.value / other.value)
    return one.digits > 1 and abs(power - round(power)) < 1e-9


def _one_head(one: Mention, other: Mention) -> bool:
    if one.kind == "age":
        return one.head == other.head and (one.head != "" or other.definite)
    if one.head == other.head:
        return bool(one.head) or (one.fate > 0 and one.fate == other.fate)
    if not one.head or not other.head:
        return one.fate > 0 and one.fate == other.fate
    return likeness(one.head, other.head) > 0.45 or {one.head, other.head} <= PERSONS


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / math.sqrt(max(1, len(a)) * max(1, len(b)))


def _odd(a: frozenset[str], b: frozenset[str]) -> float:
    """How much is in only one of the two."""
    return min(4, len(a ^ b)) / 4


_COMMON = 20  # below this, one value may well count other things too


class Setting:
    """What a report as a whole says of its figures: how often each value, head and word stands in it."""

    def __init__(self, found: list[Mention]) -> None:
        self.values = Counter((each.kind, each.value) for each in found)
        self.counts = Counter((each.kind, each.head, each.value) for each in found)
        self.heads: dict[tuple[str, str], set[float]] = {}
        for each in found:
            self.heads.setdefault((each.kind, each.head), set()).add(each.value)
        sentences = {each.place: each.words for each in found}
        self.spread = Counter(word for words in sentences.values() for word in words)
        self.number = max(1, len(sentences))
        self.rest = sorted({each.value for each in found})
        self.beside = Counter(each.place for each in found)
        self.kin = Counter((each.place, each.kind) for each in found)
        self.mentioned = Counter((each.kind, each.head) for each in found)
        self.told: dict[int, set[float]] = defaultdict(set)
        for each in found:
            self.told[each.place].add(each.value)

    def often(self, each: Mention) -> int:
        """How often the report has the figure's value, of whatever things."""
        return self.values[each.kind, each.value]

    def stray(self, one: Mention, other: Mention) -> bool:
        """Whether one of the two has a value that the report has nowhere else for the same."""
        return any(
            self.counts[each.kind, each.head, each.value] == 1 and (each.value < _COMMON or self.often(each) == 1)
            for each in (one, other)
        )

    def told_as(self, one: Mention, other: Mention) -> int:
        """How often the report tells the more frequent of the two values of the same things."""
        return max(self.counts[each.kind, each.head, each.value] for each in (one, other))

    def early(self, one: Mention, other: Mention) -> tuple[float, float]:
        """Whether either value stands, of whatever things, in the headline, and in the opening."""
        values = {one.value, other.value}
        return float(bool(values & self.told[0])), float(bool(values & (self.told[1] | self.told[2])))

    def rare(self, words: frozenset[str]) -> float:
        """The words' weight by how few of the report's sentences with figures have them."""
        return rarity(words, self.spread, self.number)

    def joined(self, one: Mention, other: Mention) -> bool:
        """Whether a third figure is the sum or the difference of the two."""
        goals = (one.value + other.value, abs(one.value - other.value))
        return any(
            third not in (one.value, other.value) and goal > 2 and abs(third - goal) <= 0.01 * goal
            for third in self.rest
            for goal in goals
        )


FEATURES = (
    "head", "no head", "likeness", "near", "close", "words", "rare near", "rare words", "marks odd", "marks any",
    "dates odd", "dates shared", "names shared", "names apart", "fate same", "fate apart", "rough same",
    "rough apart", "definite later", "first in headline", "first early", "distance", "same block", "next sentence",
    "values of head", "head in near", "fate same head", "kind %", "kind money", "kind time", "kind age",
    "kind things", "log ratio", "digits few", "other often", "joined", "word before", "word after", "small",
    "headline and near", "head and marks", "head and near", "head and few values", "person age", "run before",
    "run after", "figures beside", "kin beside", "other value beside", "mentions of head", "bound kept",
    "span of words", "definite both", "usual often", "usual in headline", "usual early", "restricted", "lone heads",
    "later in opening", "quoted one", "kind times", "scale apart", "run both", "near rest",
)  # fmt: skip


def features(one: Mention, other: Mention, setting: Setting) -> list[float]:
    """The features of a pair in the order of :data:`FEATURES`; ``one`` stands before ``other``."""
    head = float(one.head == other.head and bool(one.head))
    none = float(not one.head or not other.head)
    own = frozenset([one.head, other.head])
    near = _shared(one.near, other.near)
    marks = _odd(one.marks, other.marks)
    values = len(setting.heads.get((one.kind, one.head), set()) | setting.heads.get((other.kind, other.head), set()))
    most = max(setting.often(one), setting.often(other))
    few = 1 / max(1, values - 1)
    ratio = abs(math.log(one.value / other.value))
    rare = min(20.0, setting.rare((one.words & other.words) - own)) / 20
    return [
        head,
        none,
        1.0 if head else likeness(one.head, other.head) if not none else 0.0,
        near,
        _shared(one.close, other.close),
        _shared(one.words, other.words),
        min(10.0, setting.rare((one.near & other.near) - own)) / 10,
        rare,
        marks,
        float(bool(one.marks | other.marks)),
        _odd(one.dates, other.dates),
        float(bool(one.dates & other.dates)),
        min(3, len(one.names & other.names)) / 3,
        float(bool(one.names) and bool(other.names) and not one.names & other.names),
        float(one.fate > 0 and one.fate == other.fate),
        float(one.fate != other.fate),
        float(one.rough == other.rough and one.rough != ""),
        float(one.rough != other.rough),
        float(other.definite),
        float(one.place == 0),
        float(one.place in (1, 2)),
        min(1.0, math.log(1 + abs(other.place - one.place)) / 4),
        float(one.block == other.block),
        float(other.place - one.place == 1),
        min(6, values) / 6,
        float(bool(one.close & other.close)),
        float(one.fate > 0 and one.fate == other.fate and one.head == other.head),
        float(one.kind == "%"),
        float(one.kind == "money"),
        float(one.kind in TIMES),
        float(one.kind == "age"),
        float(one.kind == "things"),
        min(1.6, ratio),
        float(min(one.digits, other.digits) < 2),
        min(4, most) / 4,
        float(setting.joined(one, other)),
        float(one.before.split()[-1:] == other.before.split()[-1:]),
        float(_next(one) == _next(other) and _next(one) != ""),
        float(max(one.value, other.value) < 13),
        near * (one.place == 0),
        head * (1 - marks),
        head * near,
        head * few,
        float(one.kind == "age" and one.head != "" and one.head == other.head),
        run(one.before, other.before, _RUN, backwards=True),
        run(one.after, other.after, _RUN),
        min(6, max(setting.beside[one.place], setting.beside[other.place])) / 6,
        min(4, max(setting.kin[one.place, one.kind], setting.kin[other.place, other.kind])) / 4,
        float(other.value in setting.told[one.place] or one.value in setting.told[other.place]),
        min(8, setting.mentioned[one.kind, one.head] + setting.mentioned[other.kind, other.head]) / 8,
        float(bound_kept(one, other)),
        min(60, len(one.words), len(other.words)) / 60,
        float(one.definite and other.definite),
        min(5, setting.told_as(one, other)) / 5,
        *setting.early(one, other),
        float(other.restricted),
        float(setting.mentioned[one.kind, one.head] + setting.mentioned[other.kind, other.head] <= 2),
        float(other.place <= 3),
        float(("“" in one.sentence or '"' in one.sentence) != ("“" in other.sentence or '"' in other.sentence)),
        float(one.kind == "times"),
        float(ratio > 2 and _scale_apart(one, other)),
        min(
            6,
            run(one.before, other.before, _RUN, backwards=True) * 6 + run(one.after, other.after, _RUN) * 6,
        )
        / 6,
        float(len(_phrase(one) & _phrase(other))) / 3,
    ]


def _phrase(each: Mention) -> frozenset[str]:
    """The words of the noun phrase that the figure opens: "the $16.4 billion Sandy relief bill"."""
    return frozenset(word.lower().strip(".,;:") for word in _TO_VERB.split(each.after)[0].split()[:5]) - {each.head}


_TO_VERB = compiled(
    r"[.,;:()“”\"]|\b(?:was|were|is|are|had|has|have|will|would|to|in|on|at|by|who|that|which|and|said|over|from)\b"
)


def bound_kept(one: Mention, other: Mention) -> bool:
    """Whether one figure is a bound that the other keeps: "more than 2,300" and "2,342"."""
    for bound, exact in ((one, other), (other, one)):
        if (bound.rough == "more" and bound.value <= exact.value <= _FAR * bound.value) or (
            bound.rough == "less" and exact.value <= bound.value <= _FAR * exact.value
        ):
            return True
        if bound.rough and abs(bound.value - exact.value) <= 0.1 * exact.value:
            return True
    return False


_FAR = 4  # times the bound: nobody calls 13,000 "more than 1,300"


def _next(each: Mention) -> str:
    words = each.after.split()
    return words[0].lower().strip(",.;:") if words else ""


def sameness(one: Mention, other: Mention, setting: Setting) -> float:
    """The probability that both tell the same figure."""
    from sayso.check.learned.trees import load

    return load("samefigure").probability(features(one, other, setting))
