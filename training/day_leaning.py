"""Train what the tagger's word vectors add to the choice of the day on which a statement was made.

    python -m training.day_leaning

writes ``src/sayso/attribution/leaning_days.npz`` for the tagger that is shipped. The network learns what the models of
:mod:`training.utterance_dates` do not know, so that they are fitted on each half of the reports and judge the other
half. Takes some minutes on one core. Prints the share right with and without the network in each half, by a network
fitted on the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from evaluation.gold import GoldReading
from evaluation.utterances import Case, case_of
from sayso.attribution.leaning import Leaning, Network
from sayso.grounding.dates.course import Course
from sayso.grounding.dates.history import History
from sayso.grounding.dates.utterance import Weights, course_of, decided, kinds, scores
from sayso.settings import from_environment
from sayso.tagger import Tagger, load
from training import tagged
from training.leaning import Decision, fit, made, save, vectors
from training.relay_leaning import seen_of
from training.utterance_dates import OWN, SILENCE, fit_days, groups, own_examples, tagged_case
from training.utterance_dates import fit as fit_own

#: Of :func:`sayso.grounding.dates.utterance.kinds`.
KINDS = ("0", "own2", "own4", "own6", "own8", "ownmore", "S", "s", "x", "P1", "P", "A")

Histories = list[list[str | None]]


@dataclass(frozen=True, slots=True)
class Half:
    """The cases of a half of the reports, tagged spans first and then annotated ones, as the other half sees them."""

    cases: list[Case]
    courses: list[Course]


def halves(pairs: Sequence[tuple[Case, Case]]) -> tuple[list[Half], list[Weights]]:
    """``pairs``: each report as tagged and as annotated. The models fitted on each half: first on annotated days, then
    on histories that the other half's model decided."""
    parts = [[*(pair[0] for pair in pairs[half::2]), *(pair[1] for pair in pairs[half::2])] for half in range(2)]
    own = [fit_own(own_examples(part)) for part in parts]
    seen_by = [Weights(each, {}, OWN, SILENCE) for each in reversed(own)]
    made_ = [Half(part, [course_of(case.scene, w) for case in part]) for part, w in zip(parts, seen_by, strict=True)]
    told: list[Histories] = [
        [[gold if known else day for gold, known, day in zip(case.gold, case.known, course.own, strict=True)]
         for case, course in zip(half.cases, half.courses, strict=True)]
        for half in made_
    ]  # fmt: skip
    for round_ in range(2):
        models = [
            Weights(own[k], fit_days([g for row in zip(half.cases, half.courses, told[k], strict=True)
                                      for g in groups(*row)]), OWN, SILENCE)
            for k, half in enumerate(made_)
        ]  # fmt: skip
        if not round_:
            told = [[decided(course, models[1 - k]) for course in half.courses] for k, half in enumerate(made_)]
    return made_, models


def decisions(gold: GoldReading, case: Case, course: Course, model: Weights, tagger: Tagger) -> list[Decision]:
    """Every choice of a day, as the model comes to it by its own choices before."""
    told, out, seen = History(), [], seen_of(gold, tagger)
    chosen = decided(course, model)
    for index, one in enumerate(course.scene.utterances):
        days, right = course.days(index), case.gold[index]
        if days and case.known[index] and seen.read[index] and (right is None or right in days):
            features = [course.day_features(index, day, told) for day in days]
            base = scores(course, index, told, model, features)
            names = [seen.words.mean([course.words_for(index, day).span]) for day in days]
            ways = np.array([[kind in kinds(each) for kind in KINDS] for each in features], float)
            at = days.index(right) if right else len(days)
            out.append(
                Decision(np.array(base), ways, vectors(names, seen.vectors.shape[1] // 2), seen.vectors[index], at)
            )
        told.add(index, one.source_key, chosen[index])
    return out


def share_right(
    golds: Sequence[GoldReading], half: Half, model: Weights, tagger: Tagger, own: Network | None = None
) -> str:
    """Of the statements with a day on either side."""
    right = either = 0
    for gold, case, course in zip(golds, half.cases, half.courses, strict=False):
        lean = Leaning(own, seen_of(gold, tagger)) if own else None
        for wanted, known, day in zip(case.gold, case.known, decided(course, model, lean), strict=True):
            either += known and bool(wanted or day)
            right += known and bool(wanted) and wanted == day
    return f"{right}/{either} = {right / either:.4f}"


def taught(golds: Sequence[GoldReading], half: Half, model: Weights, tagger: Tagger) -> Iterable[Decision]:
    rows = zip(golds, half.cases, half.courses, strict=False)
    return [d for gold, case, course in rows for d in decisions(gold, case, course, model, tagger)]


def main() -> None:
    rows, tagger = tagged.rows("train"), load(from_environment().model, 1)
    golds = tagged.readings(rows)
    parts, models = halves([(tagged_case(g, row["date"]), case_of(row)) for g, row in zip(golds, rows, strict=True)])
    judged = [list(taught(golds[k::2], parts[k], models[1 - k], tagger)) for k in range(2)]
    save("days", made(fit([*judged[0], *judged[1]]), tagger.name, KINDS))
    for k in range(2):
        net = made(fit(judged[1 - k]), tagger.name, KINDS)
        plain = share_right(golds[k::2], parts[k], models[1 - k], tagger)
        print(f"held out: {plain}, with the network", share_right(golds[k::2], parts[k], models[1 - k], tagger, net))


if __name__ == "__main__":
    main()
