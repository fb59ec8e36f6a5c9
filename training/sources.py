"""Train what works out sources: the ranker of candidates, the linear model of types, the calibration of confidence.

    python -m training.sources ../shared/data/sourcing/train.jsonl

writes ``src/sayso/attribution/sources/data/model.json``. Needs torch and scikit-learn; takes some minutes on one core.
Calibration and the printed figures come from cross-validation by report; the shipped weights from all reports.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
import torch
from numpy.typing import NDArray
from rapidfuzz import fuzz
from sklearn.linear_model import LogisticRegression

import sayso.attribution.sources
from evaluation.gold import GoldReading
from evaluation.sources import norm, same_name
from sayso.attribution.sources.candidates import Candidate
from sayso.attribution.sources.features import NAMES, Rows
from sayso.attribution.sources.kinds import type_features
from sayso.attribution.sources.mentions import Mention
from sayso.attribution.sources.offices import title_candidates, title_features
from sayso.attribution.sources.ranker import LONE, TYPES, logit
from sayso.attribution.sources.reasons import reason_features, reasons
from sayso.attribution.sources.scene import Scene, read_scene
from sayso.attribution.sources.walk import Choice, walk
from sayso.types import SourceRef
from training import tagged

OUT = Path(sayso.attribution.sources.__file__).with_name("data") / "model.json"
FOLDS = 4
HIDDEN = (128,)
EPOCHS = 14
SEEDS = 2  # trainings of the shipped network, averaged
TITLED = ("person", "unnamed-person", "organization", "anonymous")
same = lru_cache(None)(same_name)


@dataclass(slots=True)
class Examples:
    """Rows of candidates in groups, one group for each decision."""

    rows: list[list[float]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    report: list[int] = field(default_factory=list)
    decided: list[tuple[str, float, bool]] = field(default_factory=list)  # what decided, how surely, rightly
    types: list[tuple[list[str], str]] = field(default_factory=list)
    titles: list[tuple[list[str], bool]] = field(default_factory=list)
    reasons: list[tuple[list[str], bool]] = field(default_factory=list)


@dataclass(slots=True)
class Network:
    """A trained ranker: standardisation and layers."""

    mean: NDArray[np.float32]
    scale: NDArray[np.float32]
    layers: list[tuple[NDArray[np.float32], NDArray[np.float32]]]

    def scores(self, X: NDArray[np.float32]) -> NDArray[np.float32]:
        values = np.clip((X - self.mean) / self.scale, -5, 5)
        for index, (weights, biases) in enumerate(self.layers):
            values = values @ weights + biases
            if index < len(self.layers) - 1:
                values = np.maximum(values, 0)
        result: NDArray[np.float32] = values[:, 0]
        return result

    def choose(self, rows: Rows) -> tuple[int, float]:
        """The best row and its share of the softmax, as at run time."""
        scores = self.scores(np.asarray(rows.full(), np.float32))
        shares = np.exp(scores - scores.max())
        best = int(scores.argmax())
        return best, (float(shares[best] / shares.sum()) if len(rows.each) > 1 else LONE)


def gather(readings: Sequence[GoldReading], guides: Sequence[Network] = ()) -> Examples:
    """Walk every report, as annotated and then as tagged, and keep what was to be decided.

    Without guides every decision falls rightly where a candidate is right; with them the guide trained on the other
    folds decides, so that what follows sees the mistakes it will have to live with.
    """
    made = Examples()
    for place, reading in enumerate(readings):
        number = place % (len(readings) // 2)  # a report and its tagged double fall into one fold
        scene = read_scene(reading.report)

        def choose(
            turn: int, mention: Mention, found: list[Candidate], made_rows: Callable[[], Rows], number: int = number,
            reading: GoldReading = reading,
        ) -> tuple[int, float]:  # fmt: skip
            rows = made_rows()
            own = next((i for i, candidate in enumerate(found) if candidate.origin == "self"), 0)
            guided = guides[number % FOLDS].choose(rows) if guides else (own, 1.0)
            if turn < 0 or not reading.statements[turn]:  # a part of a joint source; no statement of the annotators'
                return guided
            gold = reading.refs[turn].name
            right = [same(candidate.name, gold) for candidate in found]
            made.rows += rows.full()
            made.right += right
            made.sizes.append(len(rows.each))
            made.report.append(number)
            if guides:
                return guided
            return (right.index(True) if any(right) else own), 1.0

        groups: dict[int, list[tuple[Choice, SourceRef]]] = {}
        choices = walk(scene, reading.attributions, choose)
        for choice, ref, attribution, statement in zip(
            choices, reading.refs, reading.attributions, reading.statements, strict=True
        ):
            if choice is not None and statement:
                made.types.append((type_features(scene, choice, attribution), ref.type))
                right = same(choice.candidate.name, ref.name)
                made.decided.append((choice.by, choice.sure, right))
                if right:
                    groups.setdefault(choice.referent.number, []).append((choice, ref))
        for group in groups.values():
            made.titles += _titles(scene, group)
            made.reasons += _reasons(scene, group)
    return made


def _reasons(scene: Scene, group: list[tuple[Choice, SourceRef]]) -> list[tuple[list[str], bool]]:
    """Each candidate for a source's reason, as often as the source speaks, and whether it is the annotated one."""
    choices, ref = [choice for choice, _ in group], group[0][1]
    rows = []
    for reason in reasons(scene, choices[0].referent, choices):
        words = reason.span.of(scene.page.text)
        right = [bool(r.why) and fuzz.token_set_ratio(norm(words), norm(r.why)) >= 70 for _, r in group]
        rows.append((reason_features(scene, reason, ref.type), 2 * sum(right) > len(right)))
    return rows


def _titles(scene: Scene, group: list[tuple[Choice, SourceRef]]) -> list[tuple[list[str], bool]]:
    """Each candidate for a source's title, and whether it is the annotated one as the score judges it."""
    choices, ref = [choice for choice, _ in group], group[0][1]
    referent = choices[0].referent
    if ref.type not in TITLED:
        return []
    found = title_candidates(scene, referent, choices)
    rows = []
    for index, title in enumerate(found):
        words = scene.page.span(title.first, title.end).of(scene.page.text)
        right = bool(ref.title) and fuzz.token_set_ratio(norm(words), norm(ref.title)) >= 80
        rows.append((title_features(scene, referent, found, index, ref.type), right))
    return rows


def fit(X: NDArray[np.float32], right: NDArray[np.bool_], sizes: Sequence[int], seed: int = 0) -> Network:
    """Fit by the likelihood that the group's softmax falls on a right candidate; groups without one are left out."""
    torch.manual_seed(seed)
    mean, scale = X.mean(0), np.maximum(X.std(0), 1e-3)
    offsets = np.concatenate([[0], np.cumsum(sizes)])
    groups = [i for i, n in enumerate(sizes) if n > 1 and right[offsets[i] : offsets[i + 1]].any()]
    inputs = torch.from_numpy(np.clip((X - mean) / scale, -5, 5).astype(np.float32))
    labels = torch.from_numpy(right)
    spans = [torch.arange(offsets[i], offsets[i + 1]) for i in groups]
    modules: list[torch.nn.Module] = []
    width = X.shape[1]
    for hidden in HIDDEN:
        modules += [torch.nn.Linear(width, hidden), torch.nn.ReLU(), torch.nn.Dropout(0.3)]
        width = hidden
    net = torch.nn.Sequential(*modules, torch.nn.Linear(width, 1))
    batch = 128
    optimizer = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=1e-3)
    steps = EPOCHS * -(-len(groups) // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=steps)
    shuffler = torch.Generator().manual_seed(seed)
    net.train()
    for _ in range(EPOCHS):
        order = torch.randperm(len(groups), generator=shuffler)
        for begin in range(0, len(groups), batch):
            chosen = [spans[i] for i in order[begin : begin + batch].tolist()]
            at = torch.cat(chosen)
            lengths = torch.tensor([len(span) for span in chosen])
            real = torch.arange(int(lengths.max())) < lengths[:, None]
            scores = torch.full(real.shape, -1e9).masked_scatter(real, net(inputs[at]).squeeze(-1))
            wrong = torch.ones(real.shape, dtype=torch.bool).masked_scatter(real, ~labels[at])
            shares = torch.log_softmax(scores, -1).masked_fill(wrong, -1e9)
            loss = -torch.logsumexp(shares, -1).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    linear = [module for module in net if isinstance(module, torch.nn.Linear)]
    layers = [(m.weight.detach().numpy().T.copy(), m.bias.detach().numpy().copy()) for m in linear]
    return Network(mean, scale, layers)


def calibrate(decided: Sequence[tuple[str, float, bool]]) -> dict[str, tuple[float, float]]:
    """Slope and offset of a logistic for each kind of decision; prints how many there are and how many are right."""
    table = {}
    print(f"cross-validated: {np.mean([hit for *_, hit in decided]):.4f} of {len(decided)} names right")
    for by in sorted({by for by, *_ in decided}):
        shares = [share for other, share, _ in decided if other == by]
        hits = [hit for other, _, hit in decided if other == by]
        print(f"  {by:12s} {len(hits):5d} {np.mean(hits):.4f}", flush=True)
        if len(set(hits)) == 1 or len(set(shares)) == 1:
            table[by] = (0.0, round(logit((sum(hits) + 1) / (len(hits) + 2)), 3))
            continue
        model = LogisticRegression(C=10).fit(np.array([[logit(share)] for share in shares]), hits)
        table[by] = (round(float(model.coef_[0, 0]), 3), round(float(model.intercept_[0]), 3))
    return table


def fit_binary(examples: Sequence[tuple[list[str], bool]], bias: str) -> dict[str, float]:
    """Logistic regression over features that occur at least three times."""
    kept, X = _sparse([features for features, _ in examples])
    model = LogisticRegression(C=0.3, max_iter=400).fit(X, [right for _, right in examples])
    table = {
        feature: round(float(model.coef_[0, i]), 3) for feature, i in kept.items() if abs(model.coef_[0, i]) > 0.02
    }
    table[bias] = round(float(model.intercept_[0]) + table.get(bias, 0.0), 3)
    return table


def _sparse(examples: Sequence[list[str]]) -> tuple[dict[str, int], sp.csr_matrix]:
    counts = Counter(feature for features in examples for feature in set(features))
    kept = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= 3))}
    rows = [(r, kept[f]) for r, features in enumerate(examples) for f in set(features) if f in kept]
    return kept, sp.csr_matrix((np.ones(len(rows)), tuple(zip(*rows, strict=True))), shape=(len(examples), len(kept)))


def fit_types(examples: Sequence[tuple[list[str], str]]) -> dict[str, list[float]]:
    """Multinomial logistic regression over features that occur at least three times."""
    kept, X = _sparse([features for features, _ in examples])
    model = LogisticRegression(C=0.5, max_iter=400).fit(X, [TYPES.index(type) for _, type in examples])
    weights = np.round(model.coef_.T, 3)
    table = {feature: [float(w) for w in weights[i]] for feature, i in kept.items() if np.abs(weights[i]).max() > 0.02}
    table["bias"] = [float(w) for w in np.round(model.intercept_ + weights[kept["bias"]], 3)]
    return table


def average(networks: Sequence[Network]) -> Network:
    """One network whose score is the mean of networks of one hidden layer each."""
    (first, second) = zip(*(network.layers for network in networks), strict=True)
    hidden = np.concatenate([weights for weights, _ in first], 1), np.concatenate([biases for _, biases in first])
    outer = np.concatenate([weights for weights, _ in second]) / len(networks)
    offset = np.mean([biases for _, biases in second], 0)
    return Network(networks[0].mean, networks[0].scale, [hidden, (outer, offset)])


def fit_without(made: Sequence[Examples], fold: int | None, seeds: int = 1) -> Network:
    """A network from all examples but those of one fold of the reports, the mean of ``seeds`` trainings."""
    X = np.concatenate([np.asarray(part.rows, np.float32) for part in made])
    right = np.concatenate([np.asarray(part.right) for part in made])
    sizes = np.concatenate([np.asarray(part.sizes) for part in made])
    folds = np.concatenate([np.asarray(part.report) for part in made]) % FOLDS
    kept = np.repeat(folds != fold, sizes)
    return average([fit(X[kept], right[kept], sizes[folds != fold].tolist(), seed) for seed in range(seeds)])


def main(path: Path) -> None:
    torch.set_num_threads(1)
    readings = tagged.both(path.stem)
    taught = gather(readings)
    guides = [fit_without([taught], fold) for fold in range(FOLDS)]
    lived = gather(readings, guides)
    network = fit_without([taught, lived], None, SEEDS)
    model: dict[str, Any] = {
        "features": NAMES,
        "mean": [round(float(v), 5) for v in network.mean],
        "scale": [round(float(v), 5) for v in network.scale],
        "layers": [{"weights": _rounded(weights), "biases": _rounded(biases)} for weights, biases in network.layers],
        "types": fit_types(lived.types),
        "titles": fit_binary(lived.titles, "title") | fit_binary(lived.reasons, "why"),
        "calibration": calibrate(lived.decided),
    }
    OUT.write_text(json.dumps(model, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"wrote {OUT} ({OUT.stat().st_size // 1024} KiB)")


def _rounded(values: NDArray[np.float32]) -> list[Any]:
    rounded: list[Any] = np.round(values.astype(float), 3).tolist()
    return rounded


if __name__ == "__main__":
    main(Path(sys.argv[1]))
