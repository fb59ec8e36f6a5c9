"""Fit the two models of ``sayso.grounding.dates.utterance`` on annotated reports.

    python -m training.utterance_dates

writes ``src/sayso/grounding/dates/utterance.json`` from all annotated reports but those of development, with their
annotated spans and, again, with those that the tagger finds. The first model is fitted by L2-regularised Newton steps.
The second chooses knowing its own earlier choices: it is fitted on histories of annotated days first, then twice on
histories that a model fitted on other reports decided. Prints the share right of all statements where either side has
a day, every report judged by weights fitted on other reports.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import scipy.sparse as sp

import sayso.grounding.dates
from evaluation.gold import GoldReading
from evaluation.utterances import Case, case_of, scene_of, share_right
from sayso.grounding.dates.course import Course
from sayso.grounding.dates.history import History
from sayso.grounding.dates.scene import Utterance
from sayso.grounding.dates.utterance import Weights, course_of, decided
from training import tagged
from training.meaning import choice_weights

OUT = Path(sayso.grounding.dates.__file__).with_name("utterance.json")

PULL = 4.0  # to zero, in the first model
RARE = 25  # features seen in fewer examples of the first model are left out
OWN = 0.3  # threshold of the first model
STRENGTH = 0.05  # inverse of the second model's penalty
LEAST = 12  # features seen with fewer options of the second model are left out
ROUNDS = 2  # of living with its own decisions
FOLDS = 3
#: Where silence must outweigh a day: of the days that either side has, somewhat more than half are right.
SILENCE = 0.6

Example = tuple[list[str], bool]
Group = tuple[list[list[str]], int]


def fit(examples: list[Example]) -> dict[str, float]:
    """Weight per feature and ``bias``."""
    counts = Counter(feature for features, _ in examples for feature in features)
    names = ["bias", *sorted(name for name, count in counts.items() if count >= RARE)]
    column = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    matrix[:, 0] = 1
    for row, (features, _) in enumerate(examples):
        for feature in features:
            if feature in column:
                matrix[row, column[feature]] = 1
    target = np.array([right for _, right in examples], dtype=float)
    pull = np.full(len(names), PULL)
    pull[0] = 1e-3
    beta = np.zeros(len(names))
    for _ in range(12):
        chance = 1 / (1 + np.exp(-matrix @ beta))
        gradient = matrix.T @ (target - chance) - pull * beta
        hessian = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + np.diag(pull)
        beta = beta + np.linalg.solve(hessian, gradient)
    return {name: round(float(value), 3) for name, value in zip(names, beta, strict=True)}


def own_examples(cases: Sequence[Case]) -> list[Example]:
    return [
        (case.scene.own_features(index, day), day.start == case.gold[index])
        for case in cases
        for index in range(len(case.gold))
        if case.known[index]
        for day in case.scene.days[index]
    ]


def groups(case: Case, course: Course, history: Sequence[str | None]) -> list[Group]:
    """For each annotated statement the days that it may be of (the last: none), and which is right."""
    told, out = History(), []
    for index, (gold, one) in enumerate(zip(case.gold, case.scene.utterances, strict=True)):
        days = course.days(index)
        if days and case.known[index] and (gold is None or gold in days):
            options = [course.day_features(index, day, told) for day in days]
            options.append(course.silence_features(index, told))
            out.append((options, days.index(gold) if gold else len(days)))
        told.add(index, one.source_key, history[index])
    return out


def fit_days(taught: Sequence[Group]) -> dict[str, float]:
    counts = Counter(name for options, _ in taught for option in options for name in set(option))
    column = {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n >= LEAST))}
    rows = [sorted({column[name] for name in option if name in column}) for options, _ in taught for option in options]
    ends = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    places = np.concatenate([np.array(row, np.int32) for row in rows])
    examples = sp.csr_matrix((np.ones(len(places), np.float32), places, ends), shape=(len(rows), len(column)))
    weights = choice_weights(examples, [len(options) for options, _ in taught], [r for _, r in taught], STRENGTH)
    return {name: weight for name, i in column.items() if (weight := round(float(weights[i]), 3))}


def train(folds: Sequence[Sequence[Case]]) -> Weights:
    """``folds``: what was fitted on the others decides the histories of each."""
    own = fit(own_examples([case for fold in folds for case in fold]))
    first = Weights(own, {}, OWN, SILENCE)
    courses = [[course_of(case.scene, first) for case in fold] for fold in folds]
    told = [
        [[gold if known else day for gold, known, day in zip(case.gold, case.known, course.own, strict=True)]
         for case, course in zip(fold, made, strict=True)]
        for fold, made in zip(folds, courses, strict=True)
    ]  # fmt: skip
    for round_ in range(ROUNDS + 1):
        taught = [
            [group for row in zip(*parts, strict=True) for group in groups(*row)]
            for parts in zip(folds, courses, told, strict=True)
        ]
        if round_ == ROUNDS:
            return Weights(own, fit_days([group for fold in taught for group in fold]), OWN, SILENCE)
        for number, made in enumerate(courses):
            others = [group for other, fold in enumerate(taught) if other != number for group in fold]
            model = Weights(own, fit_days(others), OWN, SILENCE)
            told[number] = [decided(course, model) for course in made]
    raise AssertionError("unreachable")


def tagged_case(reading: GoldReading, published: str | None) -> Case:
    """A report with the spans that the tagger found."""
    utterances = [
        Utterance(a.source, a.cue, a.content, a.how, ref.id)
        for a, ref in zip(reading.attributions, reading.refs, strict=True)
    ]
    scene = scene_of(reading.report.text, utterances, published)
    known = tuple(map(bool, reading.statements))
    return Case(scene, tuple(statement.get("when") for statement in reading.statements), known)


def main() -> None:
    rows = tagged.rows("train")
    pairs = [
        (case_of(row), tagged_case(reading, row["date"]))
        for row, reading in zip(rows, tagged.readings(rows), strict=True)
    ]
    folds = [[case for pair in pairs[fold::FOLDS] for case in pair] for fold in range(FOLDS)]
    for number in range(FOLDS):
        model = train([fold for other, fold in enumerate(folds) if other != number])
        shares = [share_right(folds[number][kind::2], model) for kind in range(2)]
        print(
            "held out, annotated and tagged spans:", *(f"{right}/{all_} = {right / all_:.4f}" for right, all_ in shares)
        )
    model = train(folds)
    value = {"own": model.own, "days": model.days, "own_threshold": OWN, "silence": SILENCE}
    OUT.write_text(json.dumps(value, indent=1, sort_keys=True) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
