"""Refusals, failures to verify and denials of news that was judged by hand: is each found with its act?

    python -m evaluation.refusals [--half report] [--misses]

``refusals.jsonl`` names sentences by corpus, report and span (offsets only; the texts stay in the data folder). They
were drawn at random by a broad pattern (a stem of commenting, verifying or denying near a negation) from PolNeAR,
AllSides and Reuters-21578, and judged by reading: ``acts`` are the acts that a statement of the sentence must have, one
of each group; none where no statement of it may have such an act. Even lines were used to build the forms, odd ones
only here, until all of the first 279 had been looked at; the 59 after them were drawn then, and their first figures
(deny .81 of 16, others left alone .88 of 33), taken before they were looked at too, say most of what to expect.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from evaluation.corpora import DATA, ROOT
from evaluation.material import records
from sayso import pipeline
from sayso.errors import SaysoError
from sayso.types import Reading, Statement

KINDS = ("no-comment", "cannot-verify", "deny")
Row = dict[str, Any]


def judged(half: str) -> list[Row]:
    """The judged sentences: those of ``half`` ("build" or "report"), or "all"."""
    with (ROOT / "evaluation" / "refusals.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row for i, row in enumerate(rows) if half == "all" or (i % 2 == 0) == (half == "build")]


def _unwrapped(text: str) -> str:
    """Reuters-21578 breaks lines inside paragraphs and indents the first line of each."""
    return re.sub(r"\n +", "\n\n", re.sub(r"\n(?=\S)", " ", text.strip()))


def _texts(corpus: str) -> Iterator[tuple[str, str]]:
    if corpus == "polnear":
        for part in ("dev", "train"):
            yield from ((row["id"], row["text"]) for row in records(DATA / "polnear" / f"{part}.jsonl"))
        return
    for row in records(DATA / "news" / f"{corpus}.jsonl.xz"):
        body = row.get("text") or ""
        body = body.strip() if corpus == "allsides" else _unwrapped(body)
        title = f"{(row.get('title') or '').strip()}\n\n{body}"
        yield row["id"], title if corpus == "allsides" else re.sub(r"\n +", "\n\n", title)


def texts(rows: list[Row]) -> dict[tuple[str, str], str]:
    """By corpus and id, the text that the spans count in."""
    wanted = {(row["set"], row["id"]) for row in rows}
    corpora = sorted({corpus for corpus, _ in wanted})
    return {(c, id_): text for c in corpora for id_, text in _texts(c) if (c, id_) in wanted}


def read(corpus: str, text: str) -> Reading:
    head, _, body = text.partition("\n\n") if corpus != "polnear" else ("", "", text)
    row = {"text": body} | ({"headline": head} if head else {})
    reading = next(pipeline.read(json.dumps(row).encode() + b"\n"))
    if isinstance(reading, SaysoError):
        raise reading
    return reading


def of_sentence(reading: Reading, sentence: str) -> list[Statement]:
    """The statements whose cue (content where there is none) lies in the sentence."""
    at = reading.report.text.find(sentence.strip())
    end = at + len(sentence.strip())
    firsts = ((s, (s.cue or s.content)[0]) for s in reading.statements)
    return [s for s, first in firsts if first.begin < end and first.end > at]


def measure(half: str = "report", misses: list[str] | None = None) -> dict[str, float]:
    """Share found with the right act of each kind, how many there are, and the share of the others left alone."""
    rows = judged(half)
    whole = texts(rows)
    readings = {key: read(key[0], text) for key, text in whole.items()}
    right, total = Counter[str](), Counter[str]()
    for row in rows:
        key = (row["set"], row["id"])
        sentence = whole[key][slice(*row["span"])]
        got = {s.act for s in of_sentence(readings[key], sentence) if not s.negated}
        wanted = {group[0]: bool(got & set(group)) for group in row["acts"]} or {"none": not got & set(KINDS)}
        total.update(wanted.keys())
        right.update(kind for kind, ok in wanted.items() if ok)
        if misses is not None:
            told = f"{sentence.strip()} ({', '.join(sorted(got))})"
            misses += [f"{kind}: {told}" for kind, ok in wanted.items() if not ok]
    shares = {kind: round(right[kind] / total[kind], 4) for kind in (*KINDS, "none")}
    return shares | {f"{kind} of": total[kind] for kind in (*KINDS, "none")}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--half", choices=("build", "report", "all"), default="report")
    ap.add_argument("--misses", action="store_true")
    o = ap.parse_args()
    misses: list[str] = []
    print(json.dumps(measure(o.half, misses), indent=1))
    if o.misses:
        print("\n".join(misses))


if __name__ == "__main__":
    main()
