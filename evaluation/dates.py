"""Date expressions of histories: our finder beside dateparser's own search, on WikiWars, in one run.

    python -m evaluation.dates ../shared/data/wikiwars/wikiwars.jsonl [--no-peer] [--misses N]

How a found expression counts as right (exact value): its characters overlap a gold expression's, each is paired once
(most overlap first), and both have the same value at the gold's own grain. Values are compared as TIMEX3 strings:
1942-04-10, 1942-04, 1942, 1942-SU, 194 (decade), 19 (century), BC0490, 1942-04-10TNI; a clock time is cut to its day on
both sides. WikiWars marks the two ends of a range as two expressions, so ours is split into its two ends. Precision is
over all that was found, recall over all gold expressions.

"all" keeps every gold expression, also those that are no dates (durations such as P3M, PRESENT_REF for "now" and
"current", PAST_REF for "former", null): we find none of these, so that each costs recall. "calendar" leaves them out of
the gold, and leaves out of the found what overlaps one of them. dateparser gives a moment, not a grain, for each find:
it is cut to the grain of the gold expression that it is paired with (a favour); its settings are its own, with the
document's date as base.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import time
from collections.abc import Iterable
from pathlib import Path

from sayso.grounding.dates import find_dates

Found = tuple[int, int, str | None]  # begin, end, value
_CALENDAR = re.compile(r"(?:BC)?\d{2,4}(?:-(?:\d\d|SP|SU|FA|WI|H\d|Q\d|W\d\d)(?:-\d\d)?(?:T\w\w)?)?$")


_LINK = re.compile(r"\s*(?:[-–—/]|(?<!from)\s(?:to|and|until|till|through)\s)\s*")


def cut(value: str | None) -> str | None:
    """A clock time cut to its day; parts of day stay."""
    return re.sub(r"T(?:\d.*|XX)$", "", value) if value else value


def pairs(gold: list[Found], found: list[Found]) -> list[tuple[int, int]]:
    """Indices of gold and found expressions that overlap, each used once, most overlap first."""
    overlaps = sorted(
        (
            (min(g[1], f[1]) - max(g[0], f[0]), -i, -j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if f[0] < g[1] and g[0] < f[1]
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    chosen = []
    for _, minus_i, minus_j in overlaps:
        if -minus_i not in used_gold and -minus_j not in used_found:
            used_gold.add(-minus_i)
            used_found.add(-minus_j)
            chosen.append((-minus_i, -minus_j))
    return chosen


def ours(text: str, day: datetime.date) -> list[Found]:
    result: list[Found] = []
    for mention in find_dates(text, day):
        words, (begin, end) = mention.span.of(text), mention.span
        link = _LINK.search(words)
        if mention.value and "/" in mention.value and link:
            first, last = mention.value.split("/")
            result += [(begin, begin + link.start(), first), (begin + link.end(), end, last)]
        else:
            result.append((begin, end, mention.value))
    return result


def dateparser_search(text: str, day: datetime.date) -> list[Found]:
    """dateparser gives words and a moment, in text order; the words are looked up from where the last one ended."""
    from dateparser.search import search_dates

    base = datetime.datetime.combine(day, datetime.time())
    result, position = [], 0
    for words, moment in search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base}) or ():
        begin = text.find(words, position)
        if begin >= 0:
            position = begin + len(words)
            result.append((begin, position, moment.date().isoformat()))
    return result


def same(gold: str | None, found: str | None, peer: bool) -> bool:
    if gold is None or found is None:
        return False
    return found[: len(gold)] == gold if peer and re.fullmatch(r"[\d-]+", gold) else found == gold


def _on_any(found: Found, gold: list[Found]) -> bool:
    return any(found[0] < g[1] and g[0] < found[1] for g in gold)


def score(documents: list[dict], finder, *, calendar: bool, peer: bool, misses: list | None = None) -> dict[str, float]:
    """Exact-value precision, recall and F1, and the F1 of extents alone."""
    right = overlapped = golds = founds = 0
    for document in documents:
        text, day = document["text"], datetime.date.fromisoformat(document["dct"])
        gold = [(t["start"], t["end"], cut(t["value"])) for t in document["timex"]]
        found = [(b, e, cut(v)) for b, e, v in finder(text, day)]
        if calendar:
            dates = [g for g in gold if g[2] and _CALENDAR.match(g[2])]
            others = [g for g in gold if g not in dates]
            found = [f for f in found if _on_any(f, dates) or not _on_any(f, others)]
            gold = dates
        matched = pairs(gold, found)
        golds, founds, overlapped = golds + len(gold), founds + len(found), overlapped + len(matched)
        good = {(i, j) for i, j in matched if same(gold[i][2], found[j][2], peer)}
        right += len(good)
        if misses is not None:
            by_gold, by_found = dict(matched), {j: i for i, j in matched}
            for i, g in enumerate(gold):
                j = by_gold.get(i)
                if j is None or (i, j) not in good:
                    got = (text[found[j][0] : found[j][1]], found[j][2]) if j is not None else None
                    misses.append((document["doc"], text[g[0] - 60 : g[1] + 30], text[g[0] : g[1]], g[2], got))
            misses.extend(
                (document["doc"], text[f[0] - 60 : f[1] + 30], None, None, (text[f[0] : f[1]], f[2]))
                for j, f in enumerate(found)
                if j not in by_found
            )
    return {
        "gold": golds, "found": founds, "precision": right / max(founds, 1), "recall": right / max(golds, 1),
        "exact_F1": 2 * right / max(golds + founds, 1), "extent_F1": 2 * overlapped / max(golds + founds, 1),
    }  # fmt: skip


def seconds_per_1000_words(documents: Iterable[dict], finder) -> float:
    """Processor seconds."""
    words = sum(len(document["text"].split()) for document in documents)
    begin = time.process_time()
    for document in documents:
        finder(document["text"], datetime.date.fromisoformat(document["dct"]))
    return (time.process_time() - begin) * 1000 / words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--no-peer", action="store_true", help="leave dateparser out")
    parser.add_argument("--half", choices=("tuned", "unseen"), help="only documents 1, 3, … (tuned on) or 2, 4, …")
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    documents = [json.loads(line) for line in options.data.read_text(encoding="utf8").splitlines() if line]
    if options.half:
        documents = documents[0 if options.half == "tuned" else 1 :: 2]
    finders = [("sayso", ours, False)] + ([] if options.no_peer else [("dateparser search", dateparser_search, True)])
    for name, finder, peer in finders:
        for calendar in (False, True):
            result = score(documents, finder, calendar=calendar, peer=peer)
            print(f"{name:18s} {'calendar' if calendar else 'all':9s}", {k: round(v, 4) for k, v in result.items()})
        print(f"{name:18s} {seconds_per_1000_words(documents, finder) * 1000:.1f} ms of processor time for 1,000 words")
    if options.misses:
        missed: list = []
        score(documents, ours, calendar=True, peer=False, misses=missed)
        for miss in missed[:: max(1, len(missed) // options.misses)]:
            print(" | ".join(repr(part) for part in miss))


if __name__ == "__main__":
    main()
