"""Plants faults in real annotated reports, in memory, and counts which of them the rules find.

    python -m evaluation.check_planted ../shared/data/sourcing/train.jsonl --each 10 [--pipeline] [--missed]

Each fault changes one real passage: it takes away an attribution, a reason for anonymity, a closing mark, a response …
A fault counts as found when a rule that is on by default, and that was silent there before, points into or right
beside the changed passage with one of the expected codes. Without ``--pipeline`` the annotated statements are carried
along through the change; with it the changed text is read anew.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from evaluation.faults_of_form import (
    break_sentence,
    conversion,
    double,
    headline_number,
    late,
    together,
    unclose,
    weekday,
)
from evaluation.faults_of_sourcing import (
    drop_reason,
    headline_asserts,
    no_response,
    plural,
    unattribute,
    uncredit,
    unname_attack,
)
from evaluation.gold_readings import gold_reading
from evaluation.planting import Planted, Row
from sayso.check.engine import check
from sayso.types import Reading

FAULTS: dict[str, Callable[[Row, random.Random], Planted | None]] = {
    "attribution removed": unattribute, "reason for anonymity dropped": drop_reason, "quotation unclosed": unclose,
    "word doubled": double, "sentence broken": break_sentence, "headline asserts": headline_asserts,
    "no response": no_response, "attack unnamed": unname_attack, "sources for one": plural,
    "outlet uncredited": uncredit,
    "speaker late": late, "speakers together": together, "wrong date": weekday, "conversion off": conversion,
    "headline figure": headline_number,
}  # fmt: skip


def read_row(row: Row, pipeline: bool) -> Reading:
    if not pipeline:
        return gold_reading(row)
    from sayso.pipeline import read

    first, second = row["paragraphs"][:2]
    known = {"id": row["id"], "date": row["date"], "publisher": row["publisher"]}
    line = {**known, "title": row["text"][: first[1]], "text": row["text"][second[0] :]}
    result = next(iter(read(json.dumps(line).encode())))
    if not isinstance(result, Reading):
        raise result
    return result


def found(planted: Planted, before: Counter[tuple[str, str]], pipeline: bool) -> bool:
    for finding in check(read_row(planted.row, pipeline)):
        if finding.code not in planted.codes:
            continue
        spans = [finding.span, *finding.related]
        near = planted.place < 0 or any(span.begin - 250 <= planted.place <= span.end + 250 for span in spans)
        if near and before[finding.code, finding.words] == 0:
            return True
    return False


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--each", type=int, default=10)
    options.add_argument("--pipeline", action="store_true")
    options.add_argument("--missed", action="store_true")
    options.add_argument("--only", default="")
    options.add_argument("--seed", type=int, default=7)
    chosen = options.parse_args()
    rows = [json.loads(line) for line in chosen.file.open(encoding="utf-8")]
    rng = random.Random(chosen.seed)
    rng.shuffle(rows)
    totals = Counter[str]()
    for name, plant in FAULTS.items():
        if chosen.only not in name:
            continue
        made = hits = 0
        for row in rows:
            planted = plant(row, rng)
            if planted is None:
                continue
            made += 1
            before = Counter((each.code, each.words) for each in check(read_row(row, chosen.pipeline)))
            good = found(planted, before, chosen.pipeline)
            hits += good
            if not good and chosen.missed:
                around = planted.row["text"][max(0, planted.place - 150) : planted.place + 300]
                print(f"  missed {name} in {row['id']}: …{around!r}…")
            if made == chosen.each:
                break
        totals.update(made=made, found=hits)
        print(f"{name:32} {hits:3} of {made:3}")
    print(f"{'all':32} {totals['found']:3} of {totals['made']:3}")


if __name__ == "__main__":
    main()
