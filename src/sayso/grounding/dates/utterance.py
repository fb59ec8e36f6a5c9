"""When a statement was made: the date of its own sentence, or one that carries on from what stands around it.

Two small logistic models decide, over features spelt out as words. The first says how likely a date in a statement's
sentence is that of its utterance (:mod:`sayso.grounding.dates.scene`). The second goes through the statements in text
order and chooses among the days named nearby and none of them, knowing what it chose before
(:mod:`sayso.grounding.dates.course`). Their weights (``utterance.json``) were fitted on annotated reports by
``training/utterance_dates.py``. Who knows more of the words may add to what the second finds (:class:`Lean`).
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
from typing import Protocol

from sayso.grounding.dates.course import Chance, Course
from sayso.grounding.dates.history import History
from sayso.grounding.dates.mention import DateMention
from sayso.grounding.dates.scene import Scene, Spoken, Utterance
from sayso.types import DateRange, Span


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


class Lean(Protocol):
    """Another opinion, added to the second model's scores, which are multiplied by ``keen`` before."""

    @property
    def keen(self) -> float: ...

    def of(self, i: int, kinds: Sequence[Sequence[str]], mentions: Sequence[Span | None]) -> list[float]:
        """For each day and, last, for none; ``kinds``: of :func:`kinds` of each, ``mentions``: its words."""


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
    lean: Lean | None = None,
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
    days = days_of(Scene(text, utterances, mentions, anchor), weights(), lean)
    return [day.range if day else None for day in days]


def days_of(scene: Scene, model: Weights, lean: Lean | None = None) -> list[DateMention | None]:
    """For each statement the mention that gives its day."""
    course = course_of(scene, model)
    days = decided(course, model, lean)
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


def decided(course: Course, model: Weights, lean: Lean | None = None) -> list[str | None]:
    """For each statement its day, in text order: each knows of those before it."""
    told, out = History(), list[str | None]()
    for index, one in enumerate(course.scene.utterances):
        day, leant = _decide(course, index, told, model, lean)
        told.add(index, one.source_key, day)  # what the other opinion was fitted on
        out.append(leant)
    return out


def _decide(
    course: Course, index: int, told: History, model: Weights, lean: Lean | None
) -> tuple[str | None, str | None]:
    """By the model alone, and with the other opinion."""
    days = course.days(index)
    if not days:
        return None, None
    features = [course.day_features(index, day, told) for day in days]
    own = scores(course, index, told, model, features)
    alone = _likeliest(days, own, model)
    if lean is None:
        return alone, alone
    more = lean.of(index, [kinds(each) for each in features], [course.words_for(index, day).span for day in days])
    return alone, _likeliest(days, [lean.keen * score + each for score, each in zip(own, more, strict=True)], model)


def _likeliest(days: Sequence[str], scores: Sequence[float], model: Weights) -> str | None:
    """``scores``: of the days and, last, of none."""
    *likely, silent = scores
    best = max(range(len(days)), key=likely.__getitem__)
    return days[best] if likely[best] > silent + math.log(model.silence) else None


def scores(course: Course, index: int, told: History, model: Weights, features: Sequence[Sequence[str]]) -> list[float]:
    """Of the days of these features for statement ``index`` and, last, of none."""
    silent = _sum(course.silence_features(index, told), model.days)
    return [*(_sum(each, model.days) for each in features), silent]


def kinds(features: Sequence[str]) -> list[str]:
    """In which ways a day of these features may be the one: by its sentence's words, the source's last day, …"""
    return next(name[5:] for name in features if name.startswith("core=")).split("|")
