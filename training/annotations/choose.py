"""Choose further reports to annotate: news of the world and politics that the shipped model is least sure of.

    python -m training.annotations.choose allsides.jsonl.xz sourcing/train.jsonl sourcing/dev.jsonl > chosen.jsonl

Deterministic: one object a line, surest last: id, publisher, date, doubtful words per hundred. Left out: reports that
share wording with an annotated or a chosen one, and those of a development report's publisher and day.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from sayso.settings import MODEL
from sayso.tagger import load
from sayso.tagger.decoding import softmax
from sayso.tagger.encoding import windows
from sayso.tagger.runtime import Tagger
from training.data import allsides_text, paragraphs, read_allsides

TOPICS = frozenset(
    "world middle_east national_security foreign_policy terrorism north_korea us_military defense russia china europe"
    " isis great_britain national_defense state_department nsa trade syria iran israel africa asia mexico"
    " politics".split()
)
WORDS = range(300, 701)
SCORED = 400
SHARED = 0.1  # share of a report's eight-word runs that another one has


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[i : i + 8]) for i in range(len(words) - 7)}


def _alike(runs: set[tuple[str, ...]], known: set[tuple[str, ...]]) -> bool:
    return len(runs & known) > SHARED * len(runs)


def doubt(tagger: Tagger, text: str) -> float:
    """Words per hundred that may or may not begin an attribution, in the model's eyes."""
    unsure = words = 0
    for window in windows(tagger.pieces, text, paragraphs(text), size=tagger.manifest.window, headline=0):
        row = {k: getattr(window, k)[None] for k in ("pieces", "case", "place", "quote", "first")}
        anchors = 1 - softmax(tagger._encoder.run(None, row)[1])[:, 0]
        unsure += int(np.count_nonzero((anchors > 0.3) & (anchors < 0.7)))
        words += len(anchors)
    return 100 * unsure / words


def candidates(allsides: Path, annotated: list[dict[str, Any]], dev: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Reports of fitting length and topic that no annotated one is like, in an order that depends on ids alone."""
    ids = {row["id"].removeprefix("as-") for row in annotated}
    publishers = {row["publisher"] for row in annotated}
    days = {(row["publisher"], row["date"]) for row in dev}
    known = {run for row in annotated for run in _runs(row["text"])}
    rows = sorted(read_allsides(allsides), key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())
    taken: list[dict[str, Any]] = []
    for row in rows:
        fits = row["topic"] in TOPICS and row["publisher"] in publishers and len(row["text"].split()) in WORDS
        if not fits or row["id"] in ids or (row["publisher"], row["date"]) in days:
            continue
        runs = _runs(row["text"])
        if not _alike(runs, known):
            known |= runs
            taken.append(row)
            if len(taken) == SCORED:
                break
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("allsides", type=Path)
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--number", type=int, default=40)
    parser.add_argument("--each", type=int, default=3, help="at most so many of one publisher")
    parser.add_argument("--model", default=MODEL)
    args = parser.parse_args()
    train, dev = ([json.loads(line) for line in path.open(encoding="utf-8")] for path in (args.train, args.dev))
    tagger = load(args.model, 1)
    scored = [(doubt(tagger, allsides_text(row)), row) for row in candidates(args.allsides, train + dev, dev)]
    had: Counter[str] = Counter()
    for score, row in sorted(scored, key=lambda pair: (-pair[0], pair[1]["id"])):
        if had[row["publisher"]] < args.each and had.total() < args.number:
            had[row["publisher"]] += 1
            chosen = {"id": row["id"], "publisher": row["publisher"], "date": row["date"], "doubt": round(score, 2)}
            print(json.dumps(chosen, ensure_ascii=False))


if __name__ == "__main__":
    main()
