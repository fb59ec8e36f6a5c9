"""Measure sources on annotated reports with their spans given.

    python -m evaluation.sources ../shared/data/sourcing/dev.jsonl [--misses N] [--perturb]

Names are judged as ``score_statements.py`` does (:func:`same_name`), titles by a token-set ratio of at least 80,
reasons of at least 70. ``wrong speaker``: of the direct quotations with the surest names, all, 95 and 90 in a hundred,
the share with a wrong one.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time

from rapidfuzz import fuzz

from evaluation.gold import GoldReading, load
from sayso.attribution.sources import Resolution, resolve
from sayso.tagger.spans import Attribution
from sayso.types import Span

_DETERMINERS = ("the ", "a ", "an ")


def norm(words: str | None) -> str:
    """As ``score_statements.py`` normalises."""
    words = re.sub(r"[’‘]", "'", (words or "").lower())
    words = re.sub(r"^(the|an|a)\s+|[.\"“”,]|'s$", "", words.strip())
    return re.sub(r"\s+", " ", words).strip()


def same_name(a: str | None, b: str | None) -> bool:
    """As ``score_statements.py`` judges names."""
    x, y = norm(a), norm(b)
    if not x or not y or x == y:
        return x == y
    p, q = set(x.split()), set(y.split())
    if len(x.split()) > 1 and len(y.split()) > 1 and (p <= q or q <= p):
        return True
    return fuzz.token_sort_ratio(x, y) >= 85


def perturbed(reading: GoldReading) -> GoldReading:
    """Spans as a tagger might give them: determiners trimmed off, every seventh one stretched over its last comma."""
    text = reading.report.text
    changed: list[Attribution] = []
    for number, attribution in enumerate(reading.attributions):
        span = attribution.source
        if span is not None:
            words = span.of(text)
            for determiner in _DETERMINERS:
                if words.lower().startswith(determiner):
                    span = Span(span.begin + len(determiner), span.end)
                    break
            if number % 7 == 3 and text[span.end : span.end + 2] == ", ":
                span = Span(span.begin, min(span.end + 12, len(text)))
            if number % 11 == 5 and len(words.split()) > 2:
                span = Span(span.begin, span.begin + len(text[span.begin : span.end].rsplit(" ", 1)[0]))
        changed.append(replace(attribution, source=span))
    return replace(reading, attributions=tuple(changed))


def form_of(words: str | None, name: str) -> str:
    """A rough class of a mention, for the table of misses."""
    if words is None:
        return "none"
    if words.lower() in ("he", "she", "they", "it", "we", "i", "his", "her", "their", "both", "who", "its"):
        return "pronoun"
    if norm(words) == norm(name):
        return "same"
    if norm(name).endswith(" " + norm(words)):
        return "surname"
    return "name inside" if norm(name) in norm(words) else "other"


def measure(readings: Sequence[GoldReading], misses: int = 0) -> dict[str, float]:
    """Shares over all attributions of the readings; prints a table by form and the first misses."""
    hits: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    direct: list[tuple[float, bool]] = []
    reliability: Counter[tuple[int, bool]] = Counter()
    seconds = words = 0.0
    for reading in readings:
        begin = process_time()
        result: Resolution = resolve(reading.report, reading.attributions)
        seconds += process_time() - begin
        words += len(reading.report.text.split())
        for gold, ref, sure, statement in zip(
            reading.refs, result.refs, result.confidence, reading.statements, strict=True
        ):
            right = same_name(gold.name, ref.name)
            mention = gold.mention.of(reading.report.text) if gold.mention else None
            form = form_of(mention, gold.name or "")
            for key in ("name", f"name, {form}", f"name, {gold.type}"):
                totals[key] += 1
                hits[key] += right
            totals["type"] += 1
            hits["type"] += gold.type == ref.type
            reliability[min(int(sure * 10), 9), right] += 1
            for field, least in (("title", 80), ("why", 70)):
                a, b = getattr(gold, field), getattr(ref, field)
                if a or b:
                    totals[field] += 1
                    hits[field] += bool(a and b) and fuzz.token_set_ratio(norm(a), norm(b)) >= least
            if statement["kind"] == "direct":
                direct.append((sure, right))
            if not right and misses > 0:
                misses -= 1
                print(f"miss ({form}, {sure:.2f}): {mention!r} is {gold.name!r}, not {ref.name!r}")
    for key in sorted(totals):
        print(f"{key:28s} {totals[key]:5d} {hits[key] / totals[key]:.4f}")
    for share in (1.0, 0.95, 0.9):
        kept = sorted(direct, reverse=True)[: round(len(direct) * share)]
        if kept:
            print(f"wrong speaker at {share:.2f}       {sum(not right for _, right in kept) / len(kept):.4f}"
                  f"   (confidence from {kept[-1][0]:.3f})")  # fmt: skip
    for bin in range(10):
        n = reliability[bin, True] + reliability[bin, False]
        if n:
            print(f"confidence {bin / 10:.1f}–{bin / 10 + 0.1:.1f}      {n:5d} {reliability[bin, True] / n:.3f}")
    print(f"{1000 * seconds / len(readings):.2f} ms a report, {600_000 * seconds / words:.2f} ms for 600 words")
    return {key: hits[key] / totals[key] for key in totals}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--perturb", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    readings = load(options.gold)
    resolve(readings[0].report, readings[0].attributions)  # load the lists before the clock runs
    scores = measure([perturbed(reading) for reading in readings] if options.perturb else readings, options.misses)
    if options.json:
        print(json.dumps(scores))


if __name__ == "__main__":
    main()
