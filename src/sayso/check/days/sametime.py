"""How likely two times of a report are those of one event, told twice, from the words around them.

The trees are fitted by ``training/times.py`` on published reports: two tellings with one time count as one event, two
with different times as two. What the times are is not among the features.
"""

from __future__ import annotations

import math
import re
from collections import Counter

from sayso.check.context import Context
from sayso.check.days.happenings import Happening
from sayso.check.language import content_words
from sayso.check.twice.alike import likeness, rarity, run

FEATURES = (
    "family", "word", "likeness", "nouns", "mixed", "close shared", "close rare", "shared", "rare shared",
    "names shared", "names apart", "family near other", "article one a", "article one the", "article other a",
    "article other the", "article other 's", "how same", "how one none", "how other 's", "until", "marks odd",
    "marks any", "ahead differs", "ahead both", "weekday", "day", "month", "kinds differ", "distance",
    "same block", "next sentence", "one in opening", "dated of family", "told of family", "times of kind",
    "plural", "quoted differs", "run before", "run after", "say", "rare event", "shared share", "both opening",
    "a in story",
)  # fmt: skip


class Scene:
    """What a report as a whole says of its events: how often each family is dated, and how often each word stands."""

    def __init__(self, context: Context, found: list[Happening]) -> None:
        self.dated = Counter(each.family for each in found)
        self.kinds = Counter(each.when.kind for each in found)
        self.story = context.story
        self.spread = Counter[str]()
        for sentence in context.sentences:
            self.spread.update(content_words(sentence.span.of(context.text)))
        self.number = max(2, len(context.sentences))

    def rare(self, words: frozenset[str]) -> float:
        """The words' weight by how few of the report's sentences have them."""
        return rarity(words, self.spread, self.number)

    def plural(self, each: Happening) -> bool:
        return re.search(rf"\b{re.escape(each.word)}s\b", self.story) is not None

    def introduced(self, each: Happening) -> int:
        """How often the report has "a" before the event's word, an adjective between or not."""
        return len(re.findall(rf"\b[Aa]n? (?:[\w-]+ )?{re.escape(each.word)}\b", self.story))


def candidates(found: list[Happening]) -> list[tuple[Happening, Happening]]:
    """Pairs in different sentences whose events are of one family, or alike, or the one named beside the other."""
    dated = [each for each in found if each.when.kind != "year" and each.family not in _SAYING]
    return [
        (one, other)
        for n, other in enumerate(dated)
        for one in dated[:n]
        if one.place != other.place
        and (one.family == other.family or _akin(one, other))
        and len(one.stems & other.stems) < 0.8 * max(4, len(one.stems), len(other.stems))
    ]


_SAYING = frozenset("tell ask add write note report tweet".split())
_LEAST_LIKE = 0.55
_RUN = 4  # words in a row that count


def _akin(one: Happening, other: Happening) -> bool:
    if not one.close & other.close:
        return False
    beside = one.family in other.stems or other.family in one.stems
    return beside or likeness(one.word, other.word) > _LEAST_LIKE


def features(one: Happening, other: Happening, scene: Scene) -> list[float]:
    """The features of a pair in the order of :data:`FEATURES`; ``one`` stands before ``other``."""
    shared, near = one.stems & other.stems, one.close & other.close
    kinds = {one.when.kind, other.when.kind}
    return [
        float(one.family == other.family),
        float(one.word == other.word),
        1.0 if one.family == other.family else likeness(one.word, other.word),
        float(one.noun and other.noun),
        float(one.noun != other.noun),
        min(4, len(near)) / 4,
        min(10.0, scene.rare(near)) / 10,
        min(6, len(shared)) / 6,
        min(16.0, scene.rare(shared)) / 16,
        min(3, len(one.names & other.names)) / 3,
        float(bool(one.names) and bool(other.names) and not one.names & other.names),
        float(one.family in other.stems or other.family in one.stems),
        float(one.article == "a"),
        float(one.article == "the"),
        float(other.article == "a"),
        float(other.article == "the"),
        float(other.article == "’s"),
        float(one.how == other.how),
        float(one.how == ""),
        float(other.how == "’s"),
        float(one.how in _BOUND or other.how in _BOUND),
        min(4, len(one.marks ^ other.marks)) / 4,
        float(bool(one.marks | other.marks)),
        float(one.ahead != other.ahead),
        float(one.ahead and other.ahead),
        *(float(kind in kinds) for kind in ("weekday", "day", "month")),
        float(len(kinds) > 1),
        min(1.0, math.log(1 + other.place - one.place) / 4),
        float(one.block == other.block),
        float(other.place - one.place == 1),
        float(one.place < 2),
        min(5, scene.dated[one.family] + scene.dated[other.family]) / 5,
        min(6, scene.spread[one.family] + scene.spread[other.family]) / 6,
        min(12, sum(scene.kinds[kind] for kind in kinds)) / 12,
        float(scene.plural(one) or scene.plural(other)),
        float(one.quoted != other.quoted),
        run(one.before, other.before, _RUN, backwards=True),
        run(one.after, other.after, _RUN),
        float("say" in (one.family, other.family)),
        min(5.0, scene.rare(frozenset([other.family]))) / 5,
        len(shared) / max(1, min(len(one.stems), len(other.stems))),
        float(other.place < 4),
        min(3, scene.introduced(other)) / 3,
    ]


_BOUND = frozenset("until by before since after from through to".split())


def sameness(one: Happening, other: Happening, scene: Scene) -> float:
    """The probability that both tell the time of one event."""
    from sayso.check.learned.trees import load

    return load("sametime").probability(features(one, other, scene))
