"""``make demo``: read the example story and print what it rests on."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from rich.console import Console

import sayso
from sayso.cli._table import show
from sayso.errors import SaysoError
from sayso.types import Reading

HERE = Path(__file__).resolve().parent


def main() -> None:
    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 100)
    readings: list[Reading] = []
    for result in sayso.read_all(HERE / "story.jsonl"):
        if isinstance(result, SaysoError):
            sys.exit(f"sayso: {result}")
        readings.append(result)
    console.rule("One report in full")
    show(next(r for r in readings if r.report.external_id == "meridian-1"), console)
    console.print()
    console.rule("The whole story")
    for reading in readings:
        _line(console, reading)
    console.print()
    console.print("Read a report of your own:      .venv/bin/sayso read story.txt")
    console.print("As a page you can click in:     .venv/bin/sayso read --html -o story.html story.txt")
    console.print("For programs:                   .venv/bin/sayso read --json story.txt")


def _line(console: Console, reading: Reading) -> None:
    kinds = Counter(s.source.type for s in reading.statements)
    unnamed = kinds["anonymous"] + kinds["unnamed-person"] + kinds["unnamed-group"]
    relayed = sum(bool(s.via) for s in reading.statements)
    outlet = f"{reading.report.outlet}: {reading.report.headline}"
    console.print(outlet, overflow="ellipsis", no_wrap=True)
    console.print(
        f"    {len(reading.statements)} statements, {len(reading.sources)} sources; "
        f"{unnamed} from unnamed sources, {relayed} at second hand, {len(reading.report.notes)} notes on the text"
    )


if __name__ == "__main__":
    main()
