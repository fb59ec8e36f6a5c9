"""Train what the tagger's word vectors add to the choice of relays.

    python -m training.relay_leaning work/attribution_v2

writes ``src/sayso/attribution/leaning_relays.npz`` for the tagger that is shipped. The network learns what the linear
model of :mod:`training.relays` does not know, so that one is fitted on each half of the reports and judges the other
half. Spans and the tagger's opinion of relays are as in :mod:`training.relays`, the vectors those of the shipped
tagger. Takes some minutes on one core. Prints the share of right chains with and without the network in each half, by
a network fitted on the other.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import numpy as np

from evaluation.gold import GoldReading
from evaluation.gold import reading as given
from sayso import pipeline
from sayso.attribution import chains, linear
from sayso.attribution.leaning import Leaning, Network, Seen, look
from sayso.attribution.outlets import outlets, people
from sayso.attribution.relays import Way
from sayso.settings import from_environment
from sayso.tagger import Tagger, load
from training import relays, tagged
from training.leaning import Decision, fit, made, save, vectors
from training.meaning import fit_choice, views

RULES = (
    "nested", "above", "medium", "nearby", "beside", "quoting", "document", "again", "ahead", "around",
    "medium before", "medium after", "source before", "within",
)  # fmt: skip


def seen_of(gold: GoldReading, tagger: Tagger) -> Seen:
    units, headline = pipeline.units(gold.report)
    return look(gold.attributions, tagger.read(gold.report.text, units, headline=headline)[1])


def decisions(gold: GoldReading, model: linear.Linear, tagger: Tagger) -> list[Decision]:
    """The last choice of each statement, as the linear model comes to it by its own choices before."""
    seen, wanted = seen_of(gold, tagger), relays.names_of(gold)
    made: dict[int, Decision] = {}

    def choose(index: int, ways: Sequence[Way], page: Way) -> Way | None:
        names = wanted[index]
        right = next((k for k, way in enumerate(ways) if names and relays.same_chain(way.hops, names)), len(ways))
        if seen.read[index] and names is not None and (right < len(ways) or not names):
            chances = model.choose([way.features for way in (*ways, page)])
            mentions = [way.hops[0].mention for way in ways]
            named = [seen.words.mean([span]) if span else None for span in mentions]
            made[index] = Decision(
                np.log(np.array(chances) + 1e-30),
                np.array([[rule in way.kinds for rule in RULES] for way in ways], float),
                vectors(named, seen.vectors.shape[1] // 2),
                seen.vectors[index],
                right,
            )
        return chains.chosen(model, ways, page)

    chains.chains(gold.report, views(gold), outlets(gold.report.text, people(gold.refs)), choose)
    return list(made.values())


def share_right(golds: Iterable[GoldReading], model: linear.Linear, own: Network, tagger: Tagger) -> str:
    """With the network."""
    right = either = 0
    for gold in golds:
        choose = chains.leant(Leaning(own, seen_of(gold, tagger)), model)
        found = chains.chains(gold.report, views(gold), outlets(gold.report.text, people(gold.refs)), choose)
        for chain, names in zip(found, relays.names_of(gold), strict=True):
            if names is not None and (names or chain.via):
                either += 1
                right += relays.same_chain(chain.via, names)
    return f"{right}/{either} = {right / either:.4f}"


def halves(golds: Sequence[GoldReading], others: Sequence[GoldReading]) -> list[linear.Linear]:
    """The linear model fitted on each half: first on what follows from the annotated relays, then on its own choices.

    ``others``: the same reports with their annotated spans.
    """
    parts = [[*golds[half::2], *others[half::2]] for half in range(2)]
    guides = [fit_choice(relays.gathered(part, None), relays.BUCKETS, relays.STRENGTH) for part in parts]
    lived = [relays.gathered(part, guide) for part, guide in zip(parts, reversed(guides), strict=True)]
    return [fit_choice(groups, relays.BUCKETS, relays.STRENGTH) for groups in lived]


def main(earlier: str) -> None:
    rows = tagged.rows("train")
    tagger = load(from_environment().model, 1)
    golds = relays.read(rows, earlier)
    models = halves(golds, [given(row) for row in rows])
    judged = [
        [d for gold in golds[half::2] for d in decisions(gold, models[1 - half], tagger) if len(d.base) > 1]
        for half in range(2)
    ]
    for half in range(2):
        other, held = 1 - half, golds[half::2]
        right, either = relays.share_right(held, models[other])
        with_it = share_right(held, models[other], made(fit(judged[other]), tagger.name, RULES), tagger)
        print(f"held out: {right}/{either} = {right / either:.4f}, with the network {with_it}", flush=True)
    save("relays", made(fit([*judged[0], *judged[1]]), tagger.name, RULES))


if __name__ == "__main__":
    main(sys.argv[1])
