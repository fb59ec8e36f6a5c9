"""Train the choice of relays: through whom a statement reached the page.

    python -m training.relays work/attribution_v2

writes ``src/sayso/attribution/relays.npz`` from the annotated reports but those of development, with their annotated
spans and, again, with those that the tagger finds. How far the tagger's own opinion of relays is to be believed can
be learned only from reports that it had not learned from: the model named (a folder, out of this repository's
history) had not seen the last four sets of annotations, and reads those; of the others the opinion is left out. What
is decided of one statement bears on the next: the model is fitted first on what follows from the annotated relays,
then on what follows from those that a model fitted on other reports chose. Prints the share of right chains where
either side has one, for reports held out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from evaluation.gold import GoldReading
from evaluation.gold import reading as given
from evaluation.meaning import same_name
from sayso.attribution import chains, linear
from sayso.attribution.outlets import outlets, people
from sayso.attribution.relays import Way
from sayso.types import Hop
from training import tagged
from training.meaning import fit_choice, save, views

STRENGTH = 0.08  # inverse of the penalty
BUCKETS = 1 << 15
UNSEEN = ("fourth", "fifth", "sixth", "seventh")  # annotations made after attribution_v2
ROUNDS = 2  # of living with its own choices
FOLDS = 3

Group = tuple[list[list[str]], int]


def names_of(gold: GoldReading) -> list[Sequence[str] | None]:
    """The relays of each statement, None where they are not known: a name that the report nowhere has is null."""
    return [s["via"] or [] if s and None not in (s["via"] or []) else None for s in gold.statements]


def same_chain(hops: Sequence[Hop], names: Sequence[str]) -> bool:
    return len(hops) == len(names) and all(same_name(h.name, n) for h, n in zip(hops, names, strict=True))


def gather(gold: GoldReading, guide: linear.Linear | None) -> list[Group]:
    """Every choice to be made in a report: its options (the last: no relay) and which is right.

    Without a guide every choice falls rightly where an option is right; with one it decides.
    """
    names, groups = names_of(gold), list[Group]()

    def choose(index: int, ways: Sequence[Way], page: Way) -> Way | None:
        wanted = names[index]
        right = next((k for k, way in enumerate(ways) if wanted and same_chain(way.hops, wanted)), len(ways))
        if wanted is not None and (right < len(ways) or not wanted):
            groups.append(([list(linear.names(way.features)) for way in (*ways, page)], right))
        if guide is not None:
            return chains.chosen(guide, ways, page)
        return ways[right] if right < len(ways) else None

    chains.chains(gold.report, views(gold), outlets(gold.report.text, people(gold.refs)), choose)
    return groups


def train(folds: Sequence[Sequence[GoldReading]]) -> linear.Linear:
    """``folds``: what was fitted on the others guides through each."""
    guides: list[linear.Linear | None] = [None] * len(folds)
    for _ in range(ROUNDS):
        parts = [gathered(fold, guide) for fold, guide in zip(folds, guides, strict=True)]
        guides = [
            fit_choice([g for other, part in enumerate(parts) if other != number for g in part], BUCKETS, STRENGTH)
            for number in range(len(folds))
        ]
    lived = [group for fold, guide in zip(folds, guides, strict=True) for group in gathered(fold, guide)]
    return fit_choice(lived, BUCKETS, STRENGTH)


def gathered(golds: Iterable[GoldReading], guide: linear.Linear | None) -> list[Group]:
    return [group for gold in golds for group in gather(gold, guide)]


def share_right(golds: Iterable[GoldReading], model: linear.Linear) -> tuple[int, int]:
    """Right chains, and statements where the annotators or the model give one."""
    right = either = 0
    for gold in golds:
        media = outlets(gold.report.text, people(gold.refs))
        found = chains.chains(gold.report, views(gold), media, lambda _, ways, page: chains.chosen(model, ways, page))
        for chain, names in zip(found, names_of(gold), strict=True):
            if names is not None and (names or chain.via):
                either += 1
                right += same_chain(chain.via, names)
    return right, either


def read(rows: list[dict[str, Any]], earlier: str) -> list[GoldReading]:
    """The reports as the tagger finds them, with its opinion of relays only where ``earlier`` had not seen them."""
    later = [row for row in rows if any(s.get("hand") in UNSEEN for s in row["statements"])]
    unseen = dict(zip((row["id"] for row in later), tagged.readings(later, earlier), strict=True))
    seen = [without_opinion(gold) for gold in tagged.readings(rows)]
    return [unseen.get(row["id"], gold) for row, gold in zip(rows, seen, strict=True)]


def without_opinion(gold: GoldReading) -> GoldReading:
    return replace(gold, attributions=tuple(replace(a, relayed=0.0) for a in gold.attributions))


def main(earlier: str) -> None:
    rows = tagged.rows("train")
    golds = [given(row) for row in rows] + read(rows, earlier)
    half = len(rows)
    folds = [[*golds[fold:half:FOLDS], *golds[half + fold :: FOLDS]] for fold in range(FOLDS)]
    for number, fold in enumerate(folds):
        model = train([other for k, other in enumerate(folds) if k != number])
        size = len(fold) // 2
        for kind, part in (("annotated", fold[:size]), ("tagged", fold[size:])):
            right, either = share_right(part, model)
            print(f"held out, {kind} spans: {right}/{either} = {right / either:.4f}")
    save("relays", train(folds))


if __name__ == "__main__":
    main(sys.argv[1])
