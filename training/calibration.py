"""Fit the confidence of statements: ``python -m training.calibration``.

The event is "a second reader lists this statement with this source": a predicted statement pairs with an annotated one
(the data's own scorer) and the names agree. Each half of the development reports (every other one) is checked by what
was fitted on the other: expected calibration error over ten bins of equal size, and the share of direct quotations
shown with the wrong name. One half may well be harder than the other, so that the error is also given over many ways
of halving, beside what chance alone would give. What is written is fitted on all of them, as the floor for names is.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

import numpy as np
from scipy.optimize import minimize

from evaluation.statements import gold, inputs, scorer
from sayso import pipeline, wire
from sayso.attribution import confidence
from sayso.attribution.statements import attribute
from sayso.grounding.dates import anchor_of
from sayso.report import compose, open_drafts
from sayso.settings import MODEL
from sayso.tagger import load

#: Of direct quotations at least this share is shown with a name.
COVERAGE = 0.96
STRENGTH = 5.0
HALVINGS = 150


def observe(model: str) -> tuple[list[list[dict[str, float]]], list[list[dict[str, Any]]]]:
    """For each development report: features of its statements, and for each whether found, name right, direct."""
    score, rows = scorer("score_statements"), gold("dev")
    tagger = load(model)
    features: list[list[dict[str, float]]] = []
    events: list[list[dict[str, Any]]] = []
    for row, draft in zip(rows, open_drafts(inputs(rows)), strict=True):
        assert not isinstance(draft, Exception)
        report, _ = compose(draft)
        spans, headline = pipeline.units(report)
        seen: list[dict[str, float]] = []
        names: list[float] = []

        def judge(statements: Any, found: Any, sure: Any, seen: Any = seen, names: Any = names) -> Any:
            seen += [confidence.features(a, s.kind, n) for a, s, n in zip(found, statements, sure, strict=True)]
            names += sure
            return statements

        tagged, words = tagger.read(report.text, spans, headline=headline)
        made = attribute(report, tagged, anchor_of(report)[0], judge, lambda statements, _: statements, words)
        predicted = [json.loads(wire.encode(s)) for s in made.statements]
        pairs = {j: row["statements"][i] for i, j in score.pair(row["statements"], predicted)}
        features.append(seen)
        events.append(
            [
                {
                    "right": j in pairs and bool(score.same_name(pairs[j]["source"]["name"], p["source"]["name"])),
                    "found": j in pairs,
                    "direct": j in pairs and pairs[j]["kind"] == "direct",
                    "name": names[j],
                }
                for j, p in enumerate(predicted)
            ]
        )
    return features, events


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Logistic regression with an L2 penalty on all but the bias (first column of ones)."""

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        p = 1 / (1 + np.exp(-z))
        value = np.logaddexp(0, z).sum() - y @ z + STRENGTH * (w[1:] ** 2).sum() / 2
        return float(value), x.T @ (p - y) + STRENGTH * np.r_[0, w[1:]]

    return np.asarray(minimize(loss, np.zeros(x.shape[1]), jac=True).x)


def promised(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-(x @ w))))


def calibration_error(p: np.ndarray, y: np.ndarray, bins: int = 10) -> float:
    """Mean distance between what was promised and what came, over bins of equal size."""
    parts = np.array_split(np.argsort(p), bins)
    return float(sum(len(i) * abs(p[i].mean() - y[i].mean()) for i in parts) / len(p))


def halvings(parts: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, float]:
    """``parts``: features and outcomes by report. The error in one random half of the reports by what was fitted on the
    other, many times, and the mean of what would be measured there if every promise were exact."""
    rng = np.random.default_rng(0)
    errors, chance = [], []
    for _ in range(HALVINGS):
        order = rng.permutation(len(parts))
        one, other = (
            [np.concatenate(column) for column in zip(*(parts[i] for i in half), strict=True)]
            for half in (order[: len(parts) // 2], order[len(parts) // 2 :])
        )
        p = promised(other[0], fit(*one))
        errors.append(calibration_error(p, other[1]))
        chance.append(calibration_error(p, (rng.random(len(p)) < p).astype(float)))
    return np.array(errors), float(np.mean(chance))


def floor(events: list[dict[str, Any]]) -> float:
    """The highest name probability that may be asked for while ``COVERAGE`` of found direct quotations stay shown."""
    names = sorted(e["name"] for e in events if e["direct"])
    return round(float(names[int(len(names) * (1 - COVERAGE))]), 4) if names else 0.0


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--model", default=MODEL)
    o = ap.parse_args()
    features, events = observe(o.model)
    keys = sorted(features[0][0])

    def part(start: int) -> tuple[np.ndarray, np.ndarray, list[dict[str, Any]]]:
        flat = [f for some in features[start::2] for f in some]
        happened = [e for some in events[start::2] for e in some]
        x = np.array([[1.0, *(f[k] for k in keys)] for f in flat])
        return x, np.array([float(e["right"]) for e in happened]), happened

    halves = [part(0), part(1)]
    everything = [event for _, _, happened in halves for event in happened]
    least = floor(everything)
    for one, other in (halves, halves[::-1]):
        error = calibration_error(promised(other[0], fit(*one[:2])), other[1])
        direct = [e for e in other[2] if e["direct"]]
        shown = [e for e in direct if e["name"] >= least]
        wrong = sum(not e["right"] for e in shown) / len(shown)
        print(f"fitted on {len(one[1])}, checked on {len(other[1])} statements: expected calibration error {error:.4f}")
        print(f"there wrong speaker {wrong:.4f} at coverage {len(shown) / len(direct):.4f}")
    columns = [np.array([[1.0, *(f[k] for k in keys)] for f in some]).reshape(len(some), -1) for some in features]
    outcomes = [np.array([float(e["right"]) for e in some]) for some in events]
    errors, chance = halvings([(x, y) for x, y in zip(columns, outcomes, strict=True) if len(y)])
    low = (errors < 0.05).mean()
    print(f"{HALVINGS} ways of halving: {errors.mean():.4f}, under 0.05 in {low:.0%}; by chance {chance:.4f}")
    w = fit(np.concatenate([x for x, _, _ in halves]), np.concatenate([y for _, y, _ in halves]))
    made = {"bias": round(float(w[0]), 4), "weights": {k: round(float(v), 4) for k, v in zip(keys, w[1:], strict=True)}}
    path = confidence.FITTED
    path.write_text(json.dumps({**made, "name_floor": least}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
