"""Statements of the development reports against their annotation: ``python -m evaluation.statements``.

Reads the reports as JSON Lines through the whole pipeline and scores the JSON with the data's own scorer.
"""

from __future__ import annotations

import argparse
import json
from types import ModuleType
from typing import Any

from evaluation.corpora import SHARED, script
from sayso import pipeline, wire
from sayso.errors import SaysoError


def scorer(name: str) -> ModuleType:
    """A scorer of the data's folder as a module."""
    return script(SHARED / "tools" / f"{name}.py")


def inputs(gold: list[dict[str, Any]]) -> bytes:
    """The gold reports as a reader gets them: headline, body, outlet, date."""
    rows = []
    for report in gold:
        head, _, body = report["text"].partition("\n\n")
        row = {"id": report["id"], "headline": head, "text": body}
        rows.append(row | {"outlet": report.get("publisher"), "published": report.get("date")})
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


def predict(gold: list[dict[str, Any]], model: str | None = None) -> list[dict[str, Any]]:
    """The ``sayso.reading/1`` object of each report.

    Raises:
        SaysoError: one of them could not be read.
    """
    out = []
    for reading in pipeline.read(inputs(gold), pipeline.Options(), model=model):
        if isinstance(reading, SaysoError):
            raise reading
        out.append(json.loads(wire.to_json(reading)))
    return out


def gold(part: str) -> list[dict[str, Any]]:
    with (SHARED / "data" / "sourcing" / f"{part}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def score(part: str = "dev", model: str | None = None, misses: int = 0) -> tuple[dict[str, Any], list[Any]]:
    rows = gold(part)
    result: tuple[dict[str, Any], list[Any]] = scorer("score_statements").score(rows, predict(rows, model), misses)
    return result


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--part", default="dev")
    ap.add_argument("--model")
    ap.add_argument("--misses", type=int, default=0)
    o = ap.parse_args()
    out, shown = score(o.part, o.model, o.misses)
    print("\n".join(f"{key:20s} {value}" for key, value in out.items()))
    for miss in shown:
        print("missed:", *miss, sep=" | ")


if __name__ == "__main__":
    main()
