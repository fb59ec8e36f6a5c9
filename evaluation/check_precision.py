"""Prints the findings over real reports, so that a person can judge each as an editor would.

    python -m evaluation.check_precision ../shared/data/sourcing/dev.jsonl --limit 30 [--gold] [--select ALL]
    python -m evaluation.check_precision ../shared/data/news/allsides.jsonl.xz --draw any-word --limit 30

``--gold`` takes the annotated statements instead of the pipeline's. ``--counts`` prints only how often each rule fires.
``--draw`` takes reports of agencies and newspapers, 1,200 to 8,000 characters long, in the order of a hash of the word
and their ids: another word, other reports.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evaluation.gold_readings import gold_readings
from sayso.check.config import Config
from sayso.check.engine import check
from sayso.types import Reading


def readings(path: Path, gold: bool) -> Iterator[Reading]:
    """The readings of an annotated file, from its annotations or from the pipeline."""
    if gold:
        yield from gold_readings(path)
        return
    from sayso.pipeline import read  # loads the model

    for result in read(str(path)):
        if isinstance(result, Reading):
            yield result


NEWSROOMS = frozenset([
    "Reuters", "Associated Press", "Bloomberg", "BBC News", "New York Times - News", "USA TODAY", "Washington Times",
    "Wall Street Journal - News", "Christian Science Monitor", "The Guardian", "Washington Post", "Chicago Sun-Times",
])  # fmt: skip


def drawn_rows(path: Path, word: str) -> list[dict[str, str]]:
    """Reports of newsrooms in the order that ``word`` gives."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["publisher"] in NEWSROOMS]
    rows = [row for row in rows if 1200 <= len(row["text"]) <= 8000]
    rows.sort(key=lambda row: hashlib.sha256(f"{word} {row['id']}".encode()).digest())
    return rows


def drawn(path: Path, word: str, number: int) -> Iterator[Reading]:
    """The first ``number`` reports in the order that ``word`` gives."""
    from sayso.pipeline import read  # loads the model

    for row in drawn_rows(path, word)[:number]:
        result = next(iter(read(json.dumps(row).encode())))
        if isinstance(result, Reading):
            yield result


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--gold", action="store_true")
    options.add_argument("--counts", action="store_true")
    options.add_argument("--draw", metavar="WORD")
    options.add_argument("--skip", type=int, default=0)
    options.add_argument("--limit", type=int, default=30)
    options.add_argument("--select", nargs="*", default=[])
    chosen = options.parse_args()
    config = Config().override(chosen.select, [], [])
    counts: Counter[str] = Counter()
    reports = 0
    number_of_all = chosen.skip + chosen.limit
    given = drawn(chosen.file, chosen.draw, number_of_all) if chosen.draw else readings(chosen.file, chosen.gold)
    for number, reading in enumerate(given):
        if not chosen.skip <= number < chosen.skip + chosen.limit:
            continue
        reports += 1
        findings = check(reading, config)
        counts.update(f"{each.code} {each.name}" for each in findings)
        if findings and not chosen.counts:
            print(f"\n=== {number} {reading.report.outlet}: {reading.report.headline}")
            for each in findings:
                begin, end = max(0, each.span.begin - 160), min(len(reading.report.text), each.span.end + 160)
                text = reading.report.text
                words = each.words if len(each.words) < 200 else f"{each.words[:100]} … {each.words[-90:]}"
                shown = f"{text[begin : each.span.begin]}[[{words}]]{text[each.span.end : end]}".replace("\n", " / ")
                print(f"  {each.code} {each.name} ({each.severity}): …{shown}…\n      {each.looked_for}")
    print(f"\n{reports} reports, {counts.total()} findings")
    for name, number in counts.most_common():
        print(f"{number:5} {name}")


if __name__ == "__main__":
    main()
