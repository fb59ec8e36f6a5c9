"""When a statement was made: the date of its own sentence, or one that carries on from what stands around it.

Two small logistic models decide, over features spelt out as words. The first says how likely a date in a statement's
sentence is that of its utterance (:mod:`sayso.grounding.dates.scene`). The second goes through the statements in text
order and chooses among the days named nearby and none of them, knowing what it chose before
(:mod:`sayso.grounding.dates.course`). Their weights (``utterance.json``) were fitted on annotated reports by
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
from itertools import repeat

from sayso.grounding.dates.course import Chance, Course
from sayso.grounding.dates.history import History
from sayso.grounding.dates.mention import DateMention
from sayso.grounding.dates.scene import Scene, Spoken, Utterance
from sayso.types import DateRange


@dataclass(frozen=True, slots=True)
class Weights:
    """``own`` and ``days``: weight per feature, the first with ``bias``.

    ``own_threshold``: probability from which a sentence's own date stands for itself to the statements before it;
    ``silence``: a day is given where it is likelier than this share of the chance that the text does not tell.
    """

    own: dict[str, float]
    days: dict[str, float]
    own_threshold: float
    silence: float


@cache
def weights() -> Weights:
    """The fitted weights that ship with the package."""
    raw = json.loads(resources.files("sayso.grounding.dates").joinpath("utterance.json").read_text(encoding="utf8"))
    return Weights(**raw)


def probability(features: Sequence[str], table: dict[str, float]) -> float:
    score = table.get("bias", 0.0) + _sum(features, table)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def _sum(features: Sequence[str], table: dict[str, float]) -> float:
    return sum(map(table.get, features, repeat(0.0)))


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


def days_of(scene: Scene, model: Weights) -> list[DateMention | None]:
    """For each statement the mention that gives its day."""
    course = course_of(scene, model)
    days = decided(course, model)
    return [course.words_for(index, day) if day else None for index, day in enumerate(days)]


def course_of(scene: Scene, model: Weights) -> Course:
    """The scene with the chances of each sentence's own dates worked out."""
    chances = []
    for index, mentions in enumerate(scene.days):
        found: dict[str, Chance] = {}
        for mention in mentions:
            features = scene.own_features(index, mention)
            chance = Chance(probability(features, model.own), mention, features)
            known = found.get(mention.start or "")
            if mention.start and (known is None or chance.probability > known.probability):
                found[mention.start] = chance
        chances.append(found)
    return Course(scene, chances, model.own_threshold)


def decided(course: Course, model: Weights) -> list[str | None]:
    """For each statement its day, in text order: each knows of those before it."""
    told, out = History(), list[str | None]()
    for index, one in enumerate(course.scene.utterances):
        day = _decide(course, index, told, model)
        told.add(index, one.source_key, day)
        out.append(day)
    return out


def _decide(course: Course, index: int, told: History, model: Weights) -> str | None:
    table, days = model.days, course.days(index)
    if not days:
        return None
    silent = _sum(course.silence_features(index, told), table)
    scores = [_sum(course.day_features(index, day, told), table) for day in days]
    best = max(range(len(days)), key=scores.__getitem__)
    return days[best] if scores[best] > silent + math.log(model.silence) else None
