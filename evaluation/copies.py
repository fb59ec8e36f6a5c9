"""Copies and stories against known truth.

    python -m evaluation.copies ../shared --thesaurus /usr/share/wordnet

Four tables: the story sets with their keys; real reports altered by ``evaluation.alter``; real reports of one event
by different outlets, most of them independent (silver: groups hold real reprints too, so each pair found is listed
with its evidence on request); B-cubed of the grouping into stories. Figures on altered reports are on reports that no
threshold was set on (``--seed``).
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from evaluation.alter import KINDS, Thesaurus, alter, cut
from evaluation.material import plain_report, records, report_of
from sayso.trace.copies import compare
from sayso.trace.families import trace_copies
from sayso.trace.fingerprints import Fingerprint, fingerprint, fingerprints
from sayso.trace.passages import align, alteration
from sayso.trace.stories import stories

CHANGES = {"cut": "cut", "light": "light", "spun20": "spun", "spun40": "spun", "back": "spun"}


def story_sets(folder: Path) -> None:
    total: Counter[str] = Counter()
    for each in sorted(folder.iterdir()):
        truth = json.loads((each / "truth.json").read_text("utf8"))
        rows = list(records(each / "reports.jsonl"))
        made = [report_of(row) for row in rows]
        names = {report.id: row["id"] for report, row in zip(made, rows, strict=True)}
        copies, families = trace_copies({report.id: fingerprint(report) for report in made})
        part = {frozenset((c["copy"], c["of"])) for c in truth["copies"] if c.get("partial")}
        gold = {frozenset(pair) for family in truth["families"] for pair in combinations(family, 2)} - part
        found = {frozenset(names[r] for r in pair) for f in families for pair in combinations(f.reports, 2)} - part
        total.update(pairs=len(gold), found=len(found), right=len(gold & found))
        nearest = {(names[c.report], names[c.of]): c.alteration for c in copies}
        for copy in truth["copies"]:
            if not copy.get("partial"):
                total["copies"] += 1
                total["nearest"] += (copy["copy"], copy["of"]) in nearest
                total["alteration"] += nearest.get((copy["copy"], copy["of"])) == copy["alteration"]
    print(
        f"story sets: pairs {total['right']} right of {total['found']} found and {total['pairs']} in the keys;", end=" "
    )
    print(f"copies with the key's own source {total['nearest']}/{total['copies']}, alteration {total['alteration']}")


def altered(news: Path, words: Thesaurus, count: int, seed: int) -> None:
    dice = random.Random(seed)
    rows = [row for row in records(news) if 1500 < len(row["text"]) < 20_000]
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for row in dice.sample(rows, count):
        source = fingerprint(plain_report(row | {"publisher": "First", "date": "2031-01-01"}))
        for kind in (*KINDS, "cut and back"):
            text = alter(cut(row["text"], dice) if " " in kind else row["text"], kind.split()[-1], dice, words)
            made = fingerprint(
                plain_report({"id": "altered", "text": text, "publisher": "Second", "date": "2031-01-02"})
            )
            link = compare(source, made)
            tally[kind].update(made=1, found=link is not None and not link.partial, partial=bool(link and link.partial))
            if link:
                tally[kind].update(direction=link.report == "altered")
                tally[kind].update(named=alteration(align(made, source)) == CHANGES[kind.split()[-1]])
    for kind, row in tally.items():
        linked = row["found"] + row["partial"]
        print(
            f"altered, {kind}: whole {row['found']}/{row['made']}, in part {row['partial']}, "
            f"direction {row['direction']}/{linked}, alteration named {row['named']}/{linked}"
        )


def independent(news: Path, groups: Path, show: bool) -> None:
    wanted = [group["ids"] for group in records(groups)]
    needed = {name for group in wanted for name in group}
    rows = {row["id"]: row for row in records(news) if row["id"] in needed}
    prints = dict(zip(rows, fingerprints([plain_report(row) for row in rows.values()]), strict=True))
    pairs = [pair for group in wanted for pair in combinations(group, 2)]
    links = [link for a, b in pairs if (link := compare(prints[a], prints[b]))]
    whole = [link for link in links if not link.partial]
    altered_only = [link for link in whole if link.wording < 0.2]
    print(
        f"real groups of one event: {len(pairs)} pairs; copies {len(whole)}, in part {len(links) - len(whole)}; "
        f"copies by order alone (no shared wording to speak of) {len(altered_only)}"
    )
    if show:
        for link in sorted(whole, key=lambda each: each.wording):
            print(f"   {link.wording:.2f} {link.order:.2f} {link.report} {link.of}")


def grouping(name: str, prints: list[Fingerprint], gold: Mapping[str, object]) -> None:
    found = {report: story.id for story in stories(prints) for report in story.reports}
    same: dict[object, set[str]] = defaultdict(set)
    together: dict[str, set[str]] = defaultdict(set)
    for report, story in found.items():
        same[gold[report]].add(report)
        together[story].add(report)
    shared = {report: len(same[gold[report]] & together[story]) for report, story in found.items()}
    precision = sum(n / len(together[found[report]]) for report, n in shared.items()) / len(found)
    recall = sum(n / len(same[gold[report]]) for report, n in shared.items()) / len(found)
    score = 2 * precision * recall / (precision + recall)
    print(
        f"stories, {name}: B-cubed precision {precision:.3f} recall {recall:.3f} F1 {score:.3f} ({len(found)} reports)"
    )


def ecb(path: Path) -> tuple[list[Fingerprint], dict[str, object]]:
    rows = list(records(path))
    texts = [" ".join(row["sentences"][1 if row["url_line"] else 0 :]) for row in rows]
    tidy = [text.replace("`` ", '"').replace(" ''", '"').replace(" ,", ",").replace(" .", ".") for text in texts]
    made = [plain_report({"id": row["doc"], "text": text}) for row, text in zip(rows, tidy, strict=True)]
    return fingerprints(made), {row["doc"]: row["story"] for row in rows}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--thesaurus", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--count", type=int, default=300, help="real reports to alter")
    parser.add_argument("--seed", type=int, default=2031)
    parser.add_argument("--show", action="store_true", help="list what was found among real reports of one event")
    args = parser.parse_args()
    data: Path = args.shared / "data"
    story_sets(data / "stories")
    altered(data / "news" / "allsides.jsonl.xz", Thesaurus(args.thesaurus), args.count, args.seed)
    independent(data / "news" / "allsides.jsonl.xz", data / "trace" / "silver_stories.jsonl", args.show)
    grouping("ECB+", *ecb(data / "ecbplus" / "topics_1-35.jsonl"))
    gold: dict[str, object] = {
        name: n for n, g in enumerate(records(data / "trace" / "silver_stories.jsonl")) for name in g["ids"]
    }
    rows = [row for row in records(data / "news" / "allsides.jsonl.xz") if row["id"] in gold]
    grouping("silver groups", fingerprints([plain_report(row) for row in rows]), gold)


if __name__ == "__main__":
    main()
