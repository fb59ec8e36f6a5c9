"""Measure everything and rewrite the table of ``docs/evaluation.md``: ``python -m evaluation.table [SUITE…]``."""

from __future__ import annotations

import json
import re
import sys

from evaluation.corpora import ROOT
from evaluation.suites import OF_THIS_MACHINE, SUITES

SCORES = ROOT / "evaluation" / "scores.json"
PAGE = ROOT / "docs" / "evaluation.md"
BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"


def table(scores: dict[str, dict[str, float | None]]) -> str:
    """Markdown: one row a figure."""
    lines = ["| suite | figure | value |", "|---|---|---|"]
    for suite in SUITES:
        for name, value in scores.get(suite, {}).items():
            mark = " (this machine)" if suite in OF_THIS_MACHINE else ""
            lines.append(f"| {suite}{mark} | {name.replace('_', ' ')} | {'–' if value is None else value} |")
    return "\n".join(lines)


def main() -> None:
    scores = json.loads(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
    for suite in sys.argv[1:] or SUITES:
        print(f"measuring {suite} …", file=sys.stderr)
        scores[suite] = dict(SUITES[suite]())
    SCORES.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    made = re.sub(f"{BEGIN}.*{END}", lambda _: f"{BEGIN}\n{table(scores)}\n{END}", page, flags=re.DOTALL)
    PAGE.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
