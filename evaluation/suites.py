"""Every score that the project publishes and holds: name → function giving figures by name.

A figure is kept in ``evaluation/scores.json`` (the last measured values), shown in ``docs/evaluation.md``, and held by
``evaluation/floors.toml`` where a floor is set.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Figures = Mapping[str, float | None]


def statements() -> Figures:
    from evaluation.statements import score

    out, _ = score("dev")
    return {k: v for k, v in out.items() if k not in ("reports", "reports_missing", "gold", "predicted")}


def outermost() -> Figures:
    from evaluation.corpora import DATA
    from evaluation.outermost import score

    out = score(DATA / "polnear" / "dev.jsonl")
    return {k: out[k] for k in ("source", "cue", "content", "whole")}


def speed() -> Figures:
    from evaluation.speed import score

    return score()


#: What CI measures and holds, in the order of the table.
SUITES: dict[str, Callable[[], Figures]] = {
    "statements": statements,
    "outermost": outermost,
    "speed": speed,
}
#: Suites whose figures are of one machine; shown, never held.
OF_THIS_MACHINE = frozenset(["speed"])
