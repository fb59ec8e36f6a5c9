"""How well meaning is worked out when spans and sources are given: acts, relays, links, firmness on annotated reports.

    python -m evaluation.meaning ../shared/data/sourcing/dev.jsonl

Each figure is computed as ``score_statements.py`` of the data does it: relays and links count where
either side has some.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

from rapidfuzz import fuzz

from evaluation.gold import GoldReading, load
from sayso.attribution.meaning import Meanings, meanings, statement_id

COARSE = {
    "report": "say", "announce": "say", "declare": "say", "acknowledge": "say", "estimate": "say", "believe": "say",
    "predict": "say", "rule": "say", "praise": "say", "criticize": "accuse", "threaten": "warn", "order": "urge",
    "ask": "urge", "promise": "say",
}  # fmt: skip
ANSWERS = ("deny", "confirm", "no-comment", "cannot-verify")


def same_name(a: str, b: str) -> bool:
    x, y = (re.sub(r"^(the|an?)\s+|[.\"“”,]|'s$", "", n.lower().replace("’", "'").strip()).strip() for n in (a, b))
    p, q = set(x.split()), set(y.split())
    subset = len(p) > 1 and len(q) > 1 and (p <= q or q <= p)
    return x == y or subset or fuzz.token_sort_ratio(x, y) >= 85


def f1(right: int, gold: int, given: int) -> float:
    return 2 * right / (gold + given) if gold + given else 0.0


def count(gold: GoldReading, given: Meanings, tally: Counter[str]) -> None:
    """Add one report's hits and totals to ``tally``."""
    ids = {s["id"]: statement_id(i) for i, s in enumerate(gold.statements)}
    for s, m in zip(gold.statements, given.statements, strict=True):
        tally["statements"] += 1
        tally["act"] += s["act"] == m.act
        tally["coarse"] += COARSE.get(s["act"], s["act"]) == COARSE.get(m.act, m.act)
        tally[f"act gold {s['act']}"] += 1
        tally[f"act given {m.act}"] += 1
        tally[f"act right {m.act}"] += s["act"] == m.act
        via, ours = s["via"] or [], [hop.name for hop in m.via]
        if via or ours:
            tally["via n"] += 1
            tally["via"] += len(via) == len(ours) and all(map(same_name, via, ours))
        if s["about"] or m.about:
            tally["about n"] += 1
            tally["about"] += bool(m.about) and ids.get(s["about"] or "") in m.about
        tally[f"firm gold {s['firmness']}"] += 1
        tally[f"firm given {m.firmness}"] += 1
        tally[f"firm right {m.firmness}"] += s["firmness"] == m.firmness


def figures(tally: Counter[str]) -> dict[str, float]:
    """Shares and F1 from the tally."""
    t = tally
    firm = ("certain", "probable", "possible")
    out = {
        "statements": t["statements"],
        "act": t["act"] / t["statements"],
        "coarse act": t["coarse"] / t["statements"],
        "via": t["via"] / max(1, t["via n"]),
        "about": t["about"] / max(1, t["about n"]),
        "firmness macro": sum(f1(t[f"firm right {k}"], t[f"firm gold {k}"], t[f"firm given {k}"]) for k in firm) / 3,
    }
    for act in ANSWERS:
        out[f"{act} recall"] = t[f"act right {act}"] / max(1, t[f"act gold {act}"])
        out[f"{act} precision"] = t[f"act right {act}"] / max(1, t[f"act given {act}"])
    return {name: round(value, 4) for name, value in out.items()}


def main(path: Path) -> None:
    tally: Counter[str] = Counter()
    golds = load(path)
    meanings(golds[0].report, golds[0].attributions, golds[0].refs)  # tables and weights are read on first use
    spent = 0.0
    for gold in golds:
        began = time.process_time()
        given = meanings(gold.report, gold.attributions, gold.refs)
        spent += time.process_time() - began
        count(gold, given, tally)
    size = sum(len(gold.report.text.split()) for gold in golds)
    print(json.dumps(figures(tally) | {"ms per 600 words": round(spent / size * 600_000, 2)}, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
