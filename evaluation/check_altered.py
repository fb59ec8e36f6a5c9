"""Alters published reports by rule and counts which of the alterations the rules ask about, kind by kind.

    python -m evaluation.check_altered ../shared/data/news/allsides.jsonl.xz --draw any-word --reports 400 --each 60

Kinds for which the statements do not matter are read without the model. A fault counts as found when the altered
report has a finding of an expected code, and with other words or more often, that the report as published has not.
``--missed`` prints those that are not, ``--only`` takes the kinds whose name contains a word.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from pathlib import Path

from evaluation.alterations import ALTERATIONS
from evaluation.check_precision import drawn_rows
from sayso.check.config import Config
from sayso.check.engine import check
from sayso.report import Draft, Options, compose, open_drafts
from sayso.types import Reading, ReadingInfo


def reading_of(row: dict[str, str], model: bool) -> Reading:
    """The report's reading; without the model, one that holds no statements."""
    data = json.dumps(row).encode()
    if model:
        from sayso.pipeline import read

        made = next(iter(read(data)))
        if not isinstance(made, Reading):
            raise made
        return made
    draft = next(iter(open_drafts(data, Options())))
    if not isinstance(draft, Draft):
        raise draft
    report, _ = compose(draft)
    return Reading("sayso.reading/1", "altered", ReadingInfo("", "", "", ""), report, (), ())


def asked(row: dict[str, str], codes: tuple[str, ...], model: bool) -> Counter[tuple[str, str]]:
    return Counter((each.code, each.words) for each in check(reading_of(row, model), Config(select=codes)))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--draw", default="altered")
    options.add_argument("--reports", type=int, default=400)
    options.add_argument("--each", type=int, default=60)
    options.add_argument("--only", default="")
    options.add_argument("--missed", action="store_true")
    options.add_argument(
        "--unlearned",
        action="store_true",
        help="only the one in ten that most fits hold out; the trees of counted lists saw them",
    )
    chosen = options.parse_args()
    rows = drawn_rows(chosen.file, chosen.draw)
    if chosen.unlearned:
        from training.data import held

        rows = [row for row in rows if held(row)]
    rows = rows[: chosen.reports]
    totals = Counter[str]()
    for name, (alter, codes, model) in ALTERATIONS.items():
        if chosen.only not in name:
            continue
        rng = random.Random(name)
        made = hits = 0
        for row in rows:
            text = f"{row['title']}\n{row['text']}"
            altered = alter(text, rng, row["date"][:10])
            if altered is None:
                continue
            title, _, story = altered[0].partition("\n")
            made += 1
            changed = {**row, "title": title, "text": story}
            before = asked(row, codes, model)
            good = bool(asked(changed, codes, model) - before)
            hits += good
            if chosen.missed and not good:
                around = altered[0][max(0, altered[1] - 130) : altered[1] + 160]
                shown = re.sub(r"\s+", " ", around)
                print(f"  missed {name}: {shown}")
            if made == chosen.each:
                break
        totals.update(made=made, found=hits)
        print(f"{name:24} {hits:3} of {made:3}", flush=True)
    print(f"{'all':24} {totals['found']:3} of {totals['made']:3}")


if __name__ == "__main__":
    main()
