"""Single faults of an editor's hand in drafts written for this project: which of them the rules find.

    python -m evaluation.check_edited evaluation/check_edited/tuned.toml [--missed]

Each edit takes away an attribution, a response, a credit …, or makes a figure wrong. It counts as found when the edited
draft, read anew, has a finding of an expected code that the sound draft has not (same code, same words).
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


def findings(draft: dict[str, Any], text: str) -> tuple[Finding, ...]:
    result = check_bytes(text.encode(), draft["name"], Config(), Options(published=draft["published"]))
    if not isinstance(result, Checked):
        raise result
    return result.findings


def edited(text: str, edit: dict[str, Any]) -> str:
    """The draft with the edit made; every passage that it names stands there once."""
    for old, new in [(edit["old"], edit["new"]), *edit.get("also", [])]:
        if text.count(old) != 1:
            raise ValueError(f"not there once: {old!r}")
        text = text.replace(old, new)
    return text


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--missed", action="store_true")
    options.add_argument("--sound", action="store_true", help="show what is asked about the sound drafts")
    chosen = options.parse_args()
    made, hits = Counter[str](), Counter[str]()
    for draft in tomllib.loads(chosen.file.read_text("utf-8"))["draft"]:
        before = findings(draft, draft["text"])
        if chosen.sound:
            for each in before:
                print(f"  sound {draft['name']}: {each.code} {each.words!r}: {each.looked_for}")
        known = Counter((each.code, each.words) for each in before)
        for edit in draft["edit"]:
            after = Counter((each.code, each.words) for each in findings(draft, edited(draft["text"], edit)))
            good = any(code in edit["codes"] for code, _ in after - known)
            made[edit["fault"]] += 1
            hits[edit["fault"]] += good
            if chosen.missed and not good:
                print(f"  missed {draft['name']}: {edit['fault']}: {edit['new'][:100]!r} {list(after - known)}")
    for fault, number in made.items():
        print(f"{fault:24} {hits[fault]:3} of {number:3}")
    print(f"{'all':24} {hits.total():3} of {made.total():3}")


if __name__ == "__main__":
    main()
