"""Hold the scores: ``python -m evaluation.floors`` fails where one lies under its floor.

``--raise`` lifts each floor to just under today's score; a floor is lowered only by hand, with a word in the changelog.
"""

from __future__ import annotations

import argparse
import sys
import tomllib

from evaluation.corpora import DATA, ROOT
from evaluation.suites import OF_THIS_MACHINE, SUITES

FLOORS = ROOT / "evaluation" / "floors.toml"
#: How far under a measured score its floor is set: what another processor's arithmetic may move it by.
SLACK = 0.004
#: The same where a figure is taken over few cases, of which two or three may tip, or over what else the machine does.
MORE = {
    "about": 0.045,
    "via": 0.015,
    "when": 0.01,
    "title": 0.01,
    "firmness_macro": 0.01,
    "counts of word pairs, share of the rest": 0.006,
}


def load() -> dict[str, dict[str, float]]:
    with FLOORS.open("rb") as file:
        return tomllib.load(file)


def check(floors: dict[str, dict[str, float]]) -> list[str]:
    """What fell, in words."""
    fallen = []
    for suite, held in floors.items():
        figures = SUITES[suite]()
        for name, floor in held.items():
            value = figures.get(name)
            ok = value is not None and value >= floor
            print(f"{'ok  ' if ok else 'FELL'} {suite}: {name} {value} (floor {floor})")
            if not ok:
                fallen.append(f"{suite}: {name} is {value}, floor {floor}")
    return fallen


def lift(floors: dict[str, dict[str, float]]) -> None:
    lines = [
        "# Scores on development data may rise, never fall silently. Lifted by: python -m evaluation.floors --raise"
    ]
    for suite, held in floors.items():
        figures = SUITES[suite]()
        lines.append(f'\n["{suite}"]')
        for name, floor in held.items():
            value = figures.get(name)
            if value is None:
                raise SystemExit(f"{suite}: {name} is no figure of this suite; mend {FLOORS}")
            slack = MORE.get(name, SLACK) * (1 if value <= 1 else 100)
            lines.append(f'"{name}" = {max(floor, round(value - slack, 4))}')
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--raise", dest="lift", action="store_true")
    o = ap.parse_args()
    floors = load()
    if odd := set(floors) & OF_THIS_MACHINE:
        sys.exit(f"floors cannot be set for {', '.join(odd)}: its figures are of one machine")
    if not DATA.exists():
        print(f"SKIPPED {sum(map(len, floors.values()))} evaluation floors: the corpora are not beside this checkout")
        return
    if o.lift:
        lift(floors)
        return
    fallen = check(floors)
    if fallen:
        sys.exit("Scores fell:\n  " + "\n  ".join(fallen))


if __name__ == "__main__":
    main()
