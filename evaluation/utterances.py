"""The date of each statement's utterance, from annotated spans and sources: share right where either side has one.

    python -m evaluation.utterances ../shared/data/sourcing/dev.jsonl

Spans, source names (as identities) and the report's date are the annotators'; only the dates are worked out.
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.grounding.dates import find_dates
from sayso.grounding.dates.scene import Scene, Utterance
from sayso.grounding.dates.utterance import Weights, days_of, weights
from sayso.types import Span


@dataclass(frozen=True, slots=True)
class Case:
    """One report; ``gold`` holds the ISO day of each statement or None, ``known`` whether it was annotated at all."""

    scene: Scene
    gold: tuple[str | None, ...]
    known: tuple[bool, ...]


def read_cases(path: Path) -> list[Case]:
    return [case_of(json.loads(line)) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def case_of(report: dict) -> Case:
    """A row of the annotated reports as a case."""
    pairs = sorted(
        ((_utterance(statement), statement.get("when")) for statement in report["statements"]),
        key=lambda pair: pair[0].begin,
    )
    days = tuple(day for _, day in pairs)
    return Case(scene_of(report["text"], [one for one, _ in pairs], report["date"]), days, (True,) * len(days))


def scene_of(text: str, utterances: Sequence[Utterance], published: str | None) -> Scene:
    """``published``: ISO date or time."""
    anchor = datetime.date.fromisoformat(published[:10]) if published else None
    return Scene(text, utterances, find_dates(text, anchor), anchor)


def _utterance(statement: dict) -> Utterance:
    source = statement["source"]
    return Utterance(
        Span(*source["mention"]) if source.get("mention") else None,
        tuple(Span(*span) for span in statement.get("cue") or ()),
        tuple(Span(*span) for span in statement["content"]),
        statement["how"],
        source["name"],
    )


def share_right(cases: list[Case], model: Weights | None = None, tally: Counter[str] | None = None) -> tuple[int, int]:
    """Right dates, and statements where the annotators or we give one."""
    right = either = 0
    for case in cases:
        found = days_of(case.scene, model or weights())
        for gold, ours, known in zip(case.gold, found, case.known, strict=True):
            value = ours.start if ours else None
            if known and (gold or value):
                either += 1
                right += gold == value
                if tally is not None:
                    tally[
                        "right" if gold == value else "missed" if not value else "invented" if not gold else "wrong"
                    ] += 1
    return right, either


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    cases = read_cases(parser.parse_args().data)
    tally: Counter[str] = Counter()
    right, either = share_right(cases, tally=tally)
    print(f"{right}/{either} = {right / either:.4f}", dict(tally))
    dated = [case for case in cases if case.scene.anchor]
    right, either = share_right(dated)
    print(f"reports with a date only: {right}/{either} = {right / either:.4f}")


if __name__ == "__main__":
    main()
