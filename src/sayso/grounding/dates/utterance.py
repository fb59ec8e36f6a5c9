"""When a statement was made: the date of its own sentence, or one that carries on from a statement near it.

Reports date a speaker once and let the sentences that follow inherit it: "Amberg said on Friday … He added …". Two
small logistic models decide, over the features spelt out in :mod:`sayso.grounding.dates.scene`: the first whether a
date in a statement's sentence is that of its utterance, the second whether a statement without one shares that of a
dated statement around it. Their weights (``utterance.json``) were fitted on annotated reports by
``training/utterance_dates.py``.
"""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from sayso.grounding.dates.mention import DateMention
from sayso.grounding.dates.scene import NEAR, Scene, Spoken, Utterance
from sayso.types import DateRange


@dataclass(frozen=True, slots=True)
class Weights:
    """``own`` and ``carried``: weight per feature, with ``bias``; a date is taken above ``threshold`` (probability)."""

    own: dict[str, float]
    carried: dict[str, float]
    own_threshold: float
    threshold: float


@cache
def weights() -> Weights:
    """The fitted weights that ship with the package."""
    raw = json.loads(resources.files("sayso.grounding.dates").joinpath("utterance.json").read_text(encoding="utf8"))
    return Weights(**raw)


def probability(features: Sequence[str], table: dict[str, float]) -> float:
    score = table.get("bias", 0.0) + sum(table.get(feature, 0.0) for feature in features)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def utterance_dates(
    text: str,
    statements: Sequence[Spoken],
    source_keys: Sequence[Hashable],
    mentions: Sequence[DateMention],
    anchor: datetime.date | None,
) -> list[DateRange | None]:
    """The day of each statement's utterance, None where the text does not tell.

    ``statements`` are in text order; ``source_keys`` holds for each what identifies its source; ``mentions`` are those
    of the whole text (:func:`find_dates`), ``anchor`` is the report's day. The span of a date is that of the words that
    give it, which for a date that carries over stand in another statement's sentence.
    """
    utterances = [
        Utterance(one.source, one.cue, one.content, one.how, key)
        for one, key in zip(statements, source_keys, strict=True)
    ]
    return [day.range if day else None for day in days_of(Scene(text, utterances, mentions, anchor), weights())]


def utterance_date(
    text: str, statement: Spoken, mentions: Sequence[DateMention], anchor: datetime.date | None
) -> DateMention | None:
    """The date in the statement's own sentence that dates its utterance, if one does."""
    utterance = Utterance(statement.source, statement.cue, statement.content, statement.how)
    return own_date(Scene(text, (utterance,), mentions, anchor), 0, weights())


def days_of(scene: Scene, model: Weights) -> list[DateMention | None]:
    """For each statement the mention that dates it."""
    own = [own_date(scene, index, model) for index in range(len(scene.utterances))]
    dated = [(index, found) for index, found in enumerate(own) if found]
    return [found or _carried(scene, index, dated, model) for index, found in enumerate(own)]


def carried_candidates(
    scene: Scene, index: int, dated: Sequence[tuple[int, DateMention]]
) -> list[tuple[DateMention, list[str]]]:
    """The days that statement ``index`` may share, with their features: those of the dated statements nearest before
    and after it, of its own source and of any."""
    key = scene.utterances[index].source_key
    dated = [pair for pair in dated if abs(pair[0] - index) <= NEAR]
    chosen: dict[int, DateMention] = {}
    for same in (True, False):
        pool = [pair for pair in dated if not same or scene.utterances[pair[0]].source_key == key]
        back = [pair for pair in pool if pair[0] < index]
        ahead = [pair for pair in pool if pair[0] > index]
        chosen |= dict((*back[-1:], *ahead[:1]))
    places = [place for place, _ in dated]
    return [(day, scene.carried_features(index, origin, day, places)) for origin, day in chosen.items()]


def own_date(scene: Scene, index: int, model: Weights) -> DateMention | None:
    scored = [(probability(scene.own_features(index, day), model.own), -i) for i, day in enumerate(scene.days[index])]
    if not scored:
        return None
    best, minus = max(scored)
    return scene.days[index][-minus] if best >= model.own_threshold else None


def _carried(scene: Scene, index: int, dated: list[tuple[int, DateMention]], model: Weights) -> DateMention | None:
    scored = [
        (probability(features, model.carried), -order, day)
        for order, (day, features) in enumerate(carried_candidates(scene, index, dated))
    ]
    best = max(scored, default=None, key=lambda item: item[:2])
    return best[2] if best and best[0] >= model.threshold else None
