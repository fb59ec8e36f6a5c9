"""Write what ``sayso read examples/spun-wire.txt`` prints into the README: ``python -m examples.readme``."""

from __future__ import annotations

import argparse
import io
import re
from pathlib import Path

from rich.console import Console

import sayso
from sayso.cli._table import show

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- output: begin -->", "<!-- output: end -->"
#: Sources shown on the README's first screen; the notes follow.
FIRST = 7


def output() -> str:
    """The table, cut to the first sources and the notes on the text."""
    console = Console(file=io.StringIO(), width=96, highlight=False, markup=False)
    show(sayso.read(ROOT / "examples" / "spun-wire.txt"), console)
    assert isinstance(console.file, io.StringIO)
    lines = [line.rstrip() for line in console.file.getvalue().splitlines()]
    parts = "\n".join(lines).split("\n\n")
    head, sources, notes = parts[0], parts[1:-1], parts[-1]
    return "\n\n".join([head, *sources[:FIRST], "  …", notes])


def block() -> str:
    """The sample as the README has it, its markers and all."""
    return f"{BEGIN}\n```\n$ sayso read examples/spun-wire.txt\n{output()}\n```\n{END}"


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    sample = re.sub(f"{BEGIN}.*{END}", lambda _: block(), page, flags=re.DOTALL)
    (ROOT / "README.md").write_text(sample, encoding="utf-8")


if __name__ == "__main__":
    main()
