"""Prints the findings over real reports, so that a person can judge each as an editor would.

    python evaluation/check_precision.py ../shared/data/sourcing/dev.jsonl --limit 30 [--gold] [--select ALL]

``--gold`` takes the annotated statements instead of the pipeline's. ``--counts`` prints only how often each rule fires.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gold_readings import gold_readings
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


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--gold", action="store_true")
    options.add_argument("--counts", action="store_true")
    options.add_argument("--skip", type=int, default=0)
    options.add_argument("--limit", type=int, default=30)
    options.add_argument("--select", nargs="*", default=[])
    chosen = options.parse_args()
    config = Config().override(chosen.select, [], [])
    counts: Counter[str] = Counter()
    reports = 0
    for number, reading in enumerate(readings(chosen.file, chosen.gold)):
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
