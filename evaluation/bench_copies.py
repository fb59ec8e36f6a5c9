"""Speed, memory and recall of the tracing of copies against rensa alone, in one run.

    python -m evaluation.bench_copies ../shared/data/news --reports 20000 --thesaurus /usr/share/wordnet

rensa fingerprints word 3-shingles (128 permutations) and bands them (32 bands of 4); its time includes making the
shingles, as there is no way to use it without. Ours: fingerprints, links of every report to all before it, families,
passages. The reports are real ones, and where these run out, altered copies of them (kinds in ``MIX``). Both run in
processes of their own, one after the other, so that each has its own peak of memory.
"""

from __future__ import annotations

import argparse
import gc
import json
import multiprocessing
import random
import re
import resource
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from evaluation.alter import Thesaurus, alter
from evaluation.material import plain_report, records
from sayso.types import Report

ONE_BY_ONE = 20  # reports that come when all others are in; the time is that of one
MIX = {"cut": 35, "light": 25, "spun20": 10, "spun40": 20, "back": 10}
Pair = tuple[str, str]


def collection(folder: Path, count: int, share: float, thesaurus: Path) -> list[dict[str, Any]]:
    """``count`` records in a fixed random order, at least ``share`` of them altered copies: ``id`` is ORIGINAL/KIND."""
    dice = random.Random(7)
    real = [
        r for name in ("allsides", "reuters21578") for r in records(folder / f"{name}.jsonl.xz") if len(r["text"]) > 600
    ]
    for number, record in enumerate(real):
        record["id"] = f"r{number}"
    dice.shuffle(real)
    chosen = real[: int(count * (1 - share))]
    words = Thesaurus(thesaurus)
    copies = []
    while len(chosen) + len(copies) < count:
        of, kind = dice.choice(chosen), dice.choices(list(MIX), list(MIX.values()))[0]
        text = alter(of["text"], kind, dice, words)
        copies.append(
            {**of, "id": f"{of['id']}/{kind}/{len(copies)}", "text": text, "publisher": f"Outlet {dice.random()}"}
        )
    mixed = chosen + copies
    dice.shuffle(mixed)
    return mixed


def rensa_pairs(reports: list[Report]) -> tuple[dict[str, float], set[Pair]]:
    """Seconds by step, and the pairs that share a band with their original."""
    from rensa import RMinHash, RMinHashLSH

    clock = {}
    start = time.process_time()
    sets = []
    for report in reports:
        words = re.findall(r"\w+", report.text.lower())
        sets.append([" ".join(words[i : i + 3]) for i in range(len(words) - 2)])
    clock["shingles"] = time.process_time() - start
    start = time.process_time()
    matrix = RMinHash.digest_matrix_from_token_sets(sets, 128, 42)
    clock["fingerprints"] = time.process_time() - start
    start = time.process_time()
    bands = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    bands.insert_matrix(matrix)
    clock["bands"] = time.process_time() - start
    place = {report.id: n for n, report in enumerate(reports)}
    hashes = {}
    pairs = set()
    for report in reports:
        of = report.id.split("/")[0]
        if of == report.id:
            continue
        if report.id not in hashes:
            made = RMinHash(128, 42)
            made.update(sets[place[report.id]])
        if place[of] in bands.query(made):
            pairs.add((report.id, of))
    return clock, pairs


def our_pairs(reports: list[Report]) -> tuple[dict[str, float], set[Pair]]:
    """Seconds by step, and the pairs of one family of which one is the other's original."""
    from sayso.trace.copies import CopyFinder, copies, groups
    from sayso.trace.families import families
    from sayso.trace.fingerprints import fingerprints, from_bytes, to_bytes

    clock = {}
    start = time.process_time()
    stored = {print_.report: to_bytes(print_) for print_ in fingerprints(reports)}
    clock["fingerprints"] = time.process_time() - start
    start = time.process_time()
    prints = {name: from_bytes(data) for name, data in stored.items()}
    finder = CopyFinder(prints.__getitem__)
    links = finder.add(list(prints.values()))
    clock["links"] = time.process_time() - start
    start = time.process_time()
    found = families(prints, links)
    clock["families"] = time.process_time() - start
    start = time.process_time()
    made = copies(groups(links), prints)
    clock["passages"] = time.process_time() - start
    start = time.process_time()
    more = fingerprints([replace(report, id=f"one more/{report.id}") for report in reports[:ONE_BY_ONE]])
    for each in more:
        prints[each.report] = each
        copies([finder.add([each])], prints)
    clock["one more"] = (time.process_time() - start) / ONE_BY_ONE
    print(f"  {len(links)} links, {len(made)} copies, {sum(len(f.reports) > 1 for f in found)} families", flush=True)
    member = {name: family.id for family in found for name in family.reports}
    whole = {(name, of) for name in member if (of := name.split("/")[0]) != name and member[of] == member[name]}
    wrong = Counter(
        "/".join(sorted({"real" if "/" not in n else "altered" for n in (c.report, c.of)}))
        for c in made
        if not c.partial and c.report.split("/")[0] != c.of.split("/")[0]
    )
    print("  copies of another original than their own:", dict(wrong), flush=True)
    return clock, whole


def measured(run: Callable[[list[Report]], tuple[dict[str, float], set[Pair]]], reports: list[Report]) -> None:
    """Run in this process and print seconds, memory and recall by kind."""
    gc.freeze()  # the collection is the benchmark's own: neither side is to search it for garbage
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    clock, pairs = run(reports)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    total = Counter(report.id.split("/")[1] for report in reports if "/" in report.id)
    hit = Counter(pair[0].split("/")[1] for pair in pairs)
    print(
        f"{run.__name__}: {sum(s for step, s in clock.items() if step != 'one more'):.1f} s",
        {k: round(v, 3) for k, v in clock.items()},
    )
    print(
        f"  peak {peak / 1e6:.2f} GB, of which the reports {before / 1e6:.2f}; recall",
        {k: round(hit[k] / total[k], 3) for k in MIX if total[k]},
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", type=int, default=5000)
    parser.add_argument("--copies", type=float, default=0.4, help="share of altered copies")
    parser.add_argument("--thesaurus", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--keep", type=Path, help="where the collection is kept for the next run")
    args = parser.parse_args()
    if args.keep and args.keep.exists():
        chosen = list(records(args.keep))
    else:
        chosen = collection(args.folder, args.reports, args.copies, args.thesaurus)
        if args.keep:
            args.keep.write_text("".join(json.dumps(record) + "\n" for record in chosen), "utf8")
    reports = [plain_report(record) for record in chosen]
    words = sum(len(report.text.split()) for report in reports)
    print(f"{len(reports)} reports, {words / len(reports):.0f} words each", flush=True)
    for run in (rensa_pairs, our_pairs):
        process = multiprocessing.get_context("fork").Process(target=measured, args=(run, reports))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
