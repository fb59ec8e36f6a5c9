"""``make demo``: read the example story and print what it rests on."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from rich.console import Console

import sayso
from sayso.cli._table import show
from sayso.errors import SaysoError
from sayso.trace.whole import trace
from sayso.types import Reading

HERE = Path(__file__).resolve().parent
CLAIMS, CHANGES = 5, 4  # shown; the commands have all


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
    console.rule("What the story rests on")
    _across(console, readings)
    console.print()
    console.print("Read a report of your own:      .venv/bin/sayso read story.txt")
    console.print("As a page you can click in:     .venv/bin/sayso read --html -o story.html story.txt")
    console.print("For programs:                   .venv/bin/sayso read --json story.txt")
    console.print("What many reports rest on:      .venv/bin/sayso trace examples/story.jsonl")
    console.print("This story in your browser:     .venv/bin/sayso add examples/story.jsonl && .venv/bin/sayso serve")


def _across(console: Console, readings: list[Reading]) -> None:
    """The first claims with their counts, and the quotations that changed on the way; ``sayso trace`` has it all."""
    made = trace(readings)
    texts = {r.report.id: r.report for r in readings}
    speakers = {
        (r.report.id, s.id): s.source.name or f"“{s.source.mention.of(r.report.text)}”"
        for r in readings
        for s in r.statements
        if s.source.name or s.source.mention
    }
    for claim in made.claims[:CLAIMS]:
        count = claim.independent_origins
        span = "" if count.low == count.high else f" ({count.low} to {count.high})"
        reports = len({place.report for place in claim.statements})
        origins = "independent origin" if count.value == 1 and not span else "independent origins"
        console.print(f"{reports} reports, {count.value}{span} {origins}, {claim.stands}: {claim.gist}")
        console.print(f"    said by {', '.join(claim.originators)}")
    console.print()
    seen: set[tuple[str, str]] = set()
    for quotation in made.quotations:
        for change in quotation.changes:
            a, b = (place.span.of(texts[place.report].text) for place in (change.a, change.b))
            if change.change in ("same", "harmless") or (a, b) in seen or len(seen) == CHANGES:
                continue
            seen.add((a, b))
            console.print(f"{change.change}: {quotation.speaker}")
            said = {(v.report, v.span): v.statement for v in quotation.versions}
            for place, words in ((change.a, a), (change.b, b)):
                who = speakers.get((place.report, said[place.report, place.span]), "nobody named")
                console.print(f"    {texts[place.report].outlet}: {words} ({who})")


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
