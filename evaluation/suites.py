"""Every score that the project publishes and holds: name → function giving figures by name.

A figure is kept in ``evaluation/scores.json`` (the last measured values), shown in ``docs/evaluation.md``, and held by
``evaluation/floors.toml`` where a floor is set.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

Figures = Mapping[str, float | None]


def statements() -> Figures:
    from evaluation.statements import score

    out, _ = score("dev")
    return {k: v for k, v in out.items() if k not in ("reports", "reports_missing", "gold", "predicted")}


def fast() -> Figures:
    from evaluation.statements import score
    from sayso.settings import FAST

    out, _ = score("dev", FAST)
    return {k: out[k] for k in ("F1", "attributed", "full", "exact")}


def outermost() -> Figures:
    from evaluation.corpora import DATA
    from evaluation.outermost import score

    out = score(DATA / "polnear" / "dev.jsonl")
    return {k: out[k] for k in ("source", "cue", "content", "content_whole", "whole")}


def across() -> Figures:
    from collections import defaultdict

    from evaluation import trace as across_reports
    from evaluation.corpora import SHARED
    from sayso.trace.types import to_json
    from sayso.trace.whole import trace

    score = across_reports.scorer(SHARED / "tools" / "score_trace.py")
    pooled: dict[str, float] = defaultdict(float)
    for story in sorted(path for path in (SHARED / "data" / "stories").iterdir() if path.is_dir()):
        score(str(story), json.loads(to_json(trace(across_reports.read(story)))), pooled)
    copies = {
        "copy pairs, precision": pooled["pair_tp"] / pooled["pair_p"],
        "copy pairs, recall": pooled["pair_tp"] / pooled["pair_g"],
    }
    return {**{k: round(v, 3) for k, v in copies.items()}, **across_reports.figures(pooled)}


def dates() -> Figures:
    from evaluation.corpora import DATA
    from evaluation.dates import ours, score

    lines = (DATA / "wikiwars" / "wikiwars.jsonl").read_text(encoding="utf-8").splitlines()
    result = score([json.loads(line) for line in lines if line], ours, calendar=False, peer=False)
    return {"WikiWars, exact F1": round(result["exact_F1"], 4), "WikiWars, extent F1": round(result["extent_F1"], 4)}


def amounts() -> Figures:
    from evaluation.amounts import score

    return {f"recognizers, {kind}": result["right"] for kind, result in score(False).items()}


def places() -> Figures:
    from evaluation.geodata import geovirus, lgl
    from evaluation.places import resolved

    out = {}
    for name, documents in (("LGL", lgl()), ("GeoVirus", geovirus())):
        held_out = [d for d in documents if d.held_out]
        out |= {f"{name} held out, {k}": v for k, v in resolved(held_out, with_outlet=False).items()}
    return {k: v for k, v in out.items() if isinstance(v, float)}


def cost() -> Figures:
    from evaluation.cost import score

    return score()


def speed() -> Figures:
    from evaluation.speed import score

    return score()


#: What CI measures and holds, in the order of the table.
SUITES: dict[str, Callable[[], Figures]] = {
    "statements": statements,
    "fast model": fast,
    "outermost": outermost,
    "across reports": across,
    "dates": dates,
    "amounts": amounts,
    "places": places,
    "cost beyond the tagger": cost,
    "speed": speed,
}
#: Suites whose figures are of one machine; shown, never held.
OF_THIS_MACHINE = frozenset(["speed"])
