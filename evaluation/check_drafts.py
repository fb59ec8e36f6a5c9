"""Drafts written with faults in them and a key beside them: which of the faults the rules ask about.

    python -m evaluation.check_drafts evaluation/check_drafts/round_6.toml [--missed] [--others]

A fault counts as found when a rule that is on by default, with one of the codes of its key, points into the paragraph
(or headline) where the fault stands. ``--others`` shows the findings that answer no fault. A draft's ``fine`` are
passages about which no question of the family ANON or ATTR should be asked; how many are is told where a file has any.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from sayso.check import Checked, Config, Finding
from sayso.check.inputs import check_bytes
from sayso.pipeline import Options
from sayso.types import Span


def checked(draft: dict[str, Any]) -> Checked:
    result = check_bytes(draft["text"].encode(), draft["name"], Config(), Options(published=draft["published"]))
    if not isinstance(result, Checked):
        raise result
    return result


def paragraph(text: str, words: str) -> Span:
    """The paragraph in which ``words`` stand, which must be the only place."""
    if text.count(words) != 1:
        raise ValueError(f"not there once: {words!r}")
    place = text.index(words)
    begin = text.rfind("\n\n", 0, place)
    end = text.find("\n\n", place)
    return Span(begin + 2 if begin >= 0 else 0, end if end >= 0 else len(text))


def points_into(finding: Finding, span: Span) -> bool:
    return any(span.overlaps(each) for each in (finding.span, *finding.related))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--missed", action="store_true")
    options.add_argument("--others", action="store_true")
    chosen = options.parse_args()
    made, hits = Counter[str](), Counter[str]()
    asked = answered = fine = disturbed = 0
    for draft in tomllib.loads(chosen.file.read_text("utf-8"))["draft"]:
        result = checked(draft)
        used: set[Finding] = set()
        for fault in draft.get("fault", ()):
            span = paragraph(result.text, fault["words"])
            near = [each for each in result.findings if points_into(each, span)]
            good = [each for each in near if each.code in fault["codes"]]
            used.update(good)
            made[fault["fault"]] += 1
            hits[fault["fault"]] += bool(good)
            if chosen.missed and not good:
                print(f"  missed {draft['name']}: {fault['fault']}: {fault['words']!r} {[each.code for each in near]}")
        for passage in draft.get("fine", ()):
            span = paragraph(result.text, passage["words"])
            near = [each for each in result.findings if points_into(each, span) and each.code[:4] in ("ANON", "ATTR")]
            fine += 1
            disturbed += bool(near)
            if chosen.others and near:
                print(f"  fine, asked about {draft['name']}: {passage['words']!r} {[each.code for each in near]}")
        asked += len(result.findings)
        answered += len(used)
        if chosen.others:
            for each in result.findings:
                if each not in used:
                    print(f"  other {draft['name']}: {each.code} {each.words[:80]!r}: {each.looked_for[:140]}")
    for fault, number in sorted(made.items()):
        print(f"{fault:60} {hits[fault]:3} of {number:3}")
    print(f"{'all':60} {hits.total():3} of {made.total():3}; {answered} of {asked} findings answer a fault")
    if fine:
        print(f"{disturbed} of {fine} passages that are fine asked about")


if __name__ == "__main__":
    main()
