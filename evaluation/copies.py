"""Copies and stories against known truth.

    python -m evaluation.copies ../shared --thesaurus /usr/share/wordnet

Four tables: the story sets with their keys; real reports altered by ``evaluation.alter``; real reports of one event
by different outlets, long (silver groups) and short (ECB+), most of them independent (both hold real reprints and much
that leans on one agency's text, so pairs are counted by what they share and listed with their evidence on request);
B-cubed of the grouping into stories. Figures on altered reports are on reports that no
threshold was set on (``--seed``).
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations, pairwise
from pathlib import Path

from evaluation.alter import KINDS, Thesaurus, alter, cut
from evaluation.material import plain_report, records, report_of
from sayso.trace.copies import compare
from sayso.trace.families import trace_copies
from sayso.trace.fingerprints import Fingerprint, fingerprint, fingerprints
from sayso.trace.passages import align, alteration
from sayso.trace.stories import stories

BANDS = (0.0, 0.2, 0.35, 0.5, 1.01)  # below the first there is only the order of facts to tell by
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


def independent(name: str, prints: Mapping[str, Fingerprint], groups: list[list[str]], show: bool) -> None:
    pairs = [pair for group in groups for pair in combinations(group, 2)]
    links = [link for a, b in pairs if (link := compare(prints[a], prints[b]))]
    whole = sorted((link for link in links if not link.partial), key=lambda each: each.wording)
    bands = [(low, high, sum(low <= each.wording < high for each in whole)) for low, high in pairwise(BANDS)]
    print(
        f"real reports of one event, {name}: {len(pairs)} pairs; in part {len(links) - len(whole)},",
        f"copies {len(whole)}, by the wording that they share:",
        ", ".join(f"{low:.2f} to {high:.2f} {count} ({count / len(pairs):.2%})" for low, high, count in bands),
    )
    if show:
        for link in whole:
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
    silver = [group["ids"] for group in records(data / "trace" / "silver_stories.jsonl")]
    gold: dict[str, object] = {name: n for n, group in enumerate(silver) for name in group}
    rows = [row for row in records(data / "news" / "allsides.jsonl.xz") if row["id"] in gold]
    long = fingerprints([plain_report(row) for row in rows])
    short, stories_of = ecb(data / "ecbplus" / "topics_1-35.jsonl")
    together: dict[object, list[str]] = defaultdict(list)
    for report, story in stories_of.items():
        together[story].append(report)
    independent("silver groups", {each.report: each for each in long}, silver, args.show)
    independent("ECB+", {each.report: each for each in short}, list(together.values()), args.show)
    grouping("ECB+", short, stories_of)
    grouping("silver groups", long, gold)


if __name__ == "__main__":
    main()
