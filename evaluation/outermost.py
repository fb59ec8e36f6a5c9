"""Outermost attributions of any file in PolNeAR's form: ``python -m evaluation.outermost FILE.jsonl``.

Exact F1 of source, cue and content spans, each distinct one counted once per report, to the code point. ``content``
counts each part of an interrupted content by itself, as taggers that label word by word are scored, with which the
published figures were made; for ``content_whole`` all parts of one must be right. ``whole``: attributions with the cue
exact, source and content overlapping by half.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from evaluation.corpora import DATA
from sayso.settings import MODEL
from sayso.tagger import load
from training import data
from training.measure import measure


def score(path: Path, model: str = MODEL) -> dict[str, float]:
    tagger = load(model)
    out = measure(data.polnear(path), lambda report: tagger.outermost(report.text, report.units))
    spans = {"source": out["source"], "cue": out["cue"], "content": out["parts"], "content_whole": out["content"]}
    return spans | {key: out[key] for key in ("whole", "found", "precision", "exact")}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("file", type=Path, nargs="?", default=DATA / "polnear" / "dev.jsonl")
    ap.add_argument("--model", default=MODEL)
    o = ap.parse_args()
    print("\n".join(f"{key:18s} {value}" for key, value in score(o.file, o.model).items()))


if __name__ == "__main__":
    main()
