"""Outermost attributions of any file in PolNeAR's form: ``python -m evaluation.outermost FILE.jsonl``.

Exact F1 of source, cue and content spans, each distinct one counted once per report, to the code point (a content in
several parts is right only as a whole; ``parts`` counts each by itself); and whole attributions: cue exact, source and
content overlapping by half.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.measure import measure

from evaluation.corpora import DATA
from sayso.settings import MODEL
from sayso.tagger import load
from training import data


def score(path: Path, model: str = MODEL) -> dict[str, float]:
    tagger = load(model)
    return measure(data.polnear(path), lambda report: tagger.outermost(report.text, report.units))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("file", type=Path, nargs="?", default=DATA / "polnear" / "dev.jsonl")
    ap.add_argument("--model", default=MODEL)
    o = ap.parse_args()
    print("\n".join(f"{key:18s} {value}" for key, value in score(o.file, o.model).items()))


if __name__ == "__main__":
    main()
