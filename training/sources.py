"""Train what works out sources: the ranker of candidates, the linear model of types, the calibration of confidence.

    python -m training.sources ../shared/data/sourcing/train.jsonl

writes ``src/sayso/attribution/sources/data/model.json``. Needs torch and scikit-learn; takes some minutes on one core.
Calibration and the printed figures come from cross-validation by report; the shipped weights from all reports.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

import sayso.attribution.sources
from evaluation.gold import GoldReading, load
from evaluation.sources import same_name
from sayso.attribution.sources.candidates import Candidate
from sayso.attribution.sources.features import NAMES
from sayso.attribution.sources.kinds import type_features
from sayso.attribution.sources.mentions import Mention
from sayso.attribution.sources.ranker import FORMS, TYPES, logit
from sayso.attribution.sources.scene import read_scene
from sayso.attribution.sources.walk import walk

OUT = Path(sayso.attribution.sources.__file__).with_name("data") / "model.json"
FOLDS = 5
HIDDEN = (64, 32)
EPOCHS = 40
same = lru_cache(None)(same_name)


@dataclass(slots=True)
class Examples:
    """Rows of candidates in groups, one group for each decision."""

    rows: list[list[float]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    report: list[int] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    types: list[tuple[list[str], str]] = field(default_factory=list)


def gather(readings: Sequence[GoldReading]) -> Examples:
    """Walk every report, choosing rightly wherever a candidate is right, and keep what was to be decided."""
    made = Examples()
    for number, reading in enumerate(readings):
        scene = read_scene(reading.report)

        def choose(
            turn: int, mention: Mention, found: list[Candidate], rows: list[list[float]], number: int = number,
            reading: GoldReading = reading,
        ) -> tuple[int, float]:  # fmt: skip
            if turn < 0:
                return 0, 1.0
            gold = reading.refs[turn].name
            right = [same(candidate.name, gold) for candidate in found]
            made.rows += rows
            made.right += right
            made.sizes.append(len(rows))
            made.report.append(number)
            made.forms.append(mention.form)
            own = next((i for i, candidate in enumerate(found) if candidate.origin == "self"), 0)
            return (right.index(True) if any(right) else own), 1.0

        for choice, ref in zip(walk(scene, reading.attributions, choose), reading.refs, strict=True):
            if choice is not None:
                made.types.append((type_features(scene, choice), ref.type))
    return made


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
        return values[:, 0]


def fit(X: NDArray[np.float32], right: NDArray[np.bool_], sizes: Sequence[int], seed: int = 0) -> Network:
    """Fit by the likelihood that the group's softmax falls on a right candidate; groups without one are left out."""
    torch.manual_seed(seed)
    mean, scale = X.mean(0), np.maximum(X.std(0), 1e-3)
    offsets = np.concatenate([[0], np.cumsum(sizes)])
    groups = [i for i, n in enumerate(sizes) if n > 1 and right[offsets[i] : offsets[i + 1]].any()]
    widest = max(sizes)
    A = np.zeros((len(groups), widest, X.shape[1]), np.float32)
    Y, M = np.zeros((len(groups), widest), bool), np.zeros((len(groups), widest), bool)
    for k, i in enumerate(groups):
        begin, end = offsets[i], offsets[i + 1]
        A[k, : end - begin] = np.clip((X[begin:end] - mean) / scale, -5, 5)
        Y[k, : end - begin], M[k, : end - begin] = right[begin:end], True
    inputs, labels, real = torch.from_numpy(A), torch.from_numpy(Y), torch.from_numpy(M)
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
            at = order[begin : begin + batch]
            scores = net(inputs[at]).squeeze(-1).masked_fill(~real[at], -1e9)
            shares = torch.log_softmax(scores, -1).masked_fill(~labels[at], -1e9)
            loss = -torch.logsumexp(shares, -1).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    linear = [module for module in net if isinstance(module, torch.nn.Linear)]
    layers = [(m.weight.detach().numpy().T.copy(), m.bias.detach().numpy().copy()) for m in linear]
    return Network(mean, scale, layers)


def decisions(
    scores: NDArray[np.float32], right: NDArray[np.bool_], sizes: Sequence[int]
) -> tuple[list[bool], list[float]]:
    """For each group whether the best candidate is right, and its share of the softmax (0.7 where it stands alone)."""
    offsets = np.concatenate([[0], np.cumsum(sizes)])
    hits, shares = [], []
    for begin, end in zip(offsets[:-1], offsets[1:], strict=True):
        share = np.exp(scores[begin:end] - scores[begin:end].max())
        share /= share.sum()
        best = int(share.argmax())
        hits.append(bool(right[begin + best]))
        shares.append(float(share[best]) if end - begin > 1 else 0.7)
    return hits, shares


def calibrate(forms: Sequence[str], shares: Sequence[float], hits: Sequence[bool]) -> dict[str, tuple[float, float]]:
    """Slope and offset of a logistic for each form of mention."""
    table = {"joint": (1.0, 0.0)}
    for form in FORMS:
        at = [i for i, other in enumerate(forms) if other == form]
        if at:
            X = np.array([[logit(shares[i])] for i in at])
            model = LogisticRegression(C=10).fit(X, [hits[i] for i in at])
            table[form] = (round(float(model.coef_[0, 0]), 3), round(float(model.intercept_[0]), 3))
    return table


def fit_types(examples: Sequence[tuple[list[str], str]]) -> dict[str, list[float]]:
    """Multinomial logistic regression over features that occur at least three times."""
    counts: dict[str, int] = {}
    for features, _ in examples:
        for feature in set(features):
            counts[feature] = counts.get(feature, 0) + 1
    kept = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= 3))}
    import scipy.sparse as sp

    rows = [(r, kept[f]) for r, (features, _) in enumerate(examples) for f in set(features) if f in kept]
    X = sp.csr_matrix((np.ones(len(rows)), tuple(zip(*rows, strict=True))), shape=(len(examples), len(kept)))
    model = LogisticRegression(C=0.5, max_iter=400).fit(X, [TYPES.index(type) for _, type in examples])
    weights = np.round(model.coef_.T, 3)
    table = {feature: [float(w) for w in weights[i]] for feature, i in kept.items() if np.abs(weights[i]).max() > 0.02}
    table["bias"] = [float(w) for w in np.round(model.intercept_ + weights[kept["bias"]], 3)]
    return table


def main(path: Path) -> None:
    torch.set_num_threads(1)
    made = gather(load(path))
    X, right = np.asarray(made.rows, np.float32), np.asarray(made.right)
    folds = np.asarray(made.report) % FOLDS
    row_folds = np.repeat(folds, made.sizes)
    sizes = np.asarray(made.sizes)
    scores = np.zeros(len(X), np.float32)
    for fold in range(FOLDS):
        train = row_folds != fold
        scores[~train] = fit(X[train], right[train], sizes[folds != fold].tolist()).scores(X[~train])
    hits, shares = decisions(scores, right, made.sizes)
    print(f"cross-validated: {np.mean(hits):.4f} of {len(hits)} names right")
    for form in FORMS:
        at = [i for i, other in enumerate(made.forms) if other == form]
        if at:
            print(f"  {form:12s} {len(at):5d} {np.mean([hits[i] for i in at]):.4f}")
    network = fit(X, right, made.sizes)
    model: dict[str, Any] = {
        "features": NAMES,
        "mean": [round(float(v), 5) for v in network.mean],
        "scale": [round(float(v), 5) for v in network.scale],
        "layers": [
            {
                "weights": np.round(weights, 4).astype(float).tolist(),
                "biases": np.round(biases, 4).astype(float).tolist(),
            }
            for weights, biases in network.layers
        ],
        "types": fit_types(made.types),
        "calibration": calibrate(made.forms, shares, hits),
    }
    OUT.write_text(json.dumps(model, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"wrote {OUT} ({OUT.stat().st_size // 1024} KiB)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
