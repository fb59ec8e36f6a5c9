"""The published reports that the estimate learns from, by part; whole publishers are held out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from training.data import read_allsides
from training.tagged import rows

PUBLISHERS: dict[str, frozenset[str]] = {
    "train": frozenset([
        "CNN (Web News)", "Washington Times", "Politico", "Fox Online News", "Fox News", "Fox News (Online)",
        "USA TODAY", "NPR Online News", "New York Times - News", "The Hill", "Reuters", "Newsmax", "Newsmax - News",
        "CBN", "ABC News", "Wall Street Journal - News", "CNBC", "MarketWatch", "Business Insider", "TheBlaze.com",
        "New York Post", "NBC News", "NBCNews.com", "Axios", "Time Magazine", "BuzzFeed News",
    ]),
    "dev": frozenset(["Christian Science Monitor", "Al Jazeera", "CBS News", "The Week - News"]),
    "test": frozenset([
        "BBC News", "The Guardian", "Bloomberg", "Washington Post", "Chicago Sun-Times", "Associated Press",
    ]),
}  # fmt: skip


def reports(news: Path, part: str, without: Iterable[str]) -> list[dict[str, Any]]:
    """The news reports of the part's publishers but those with an id of ``without``, in an order by chance that stays.

    ``without``: what other scores are taken on, and what the tagger learned from: of that its encoder knows too much.
    """
    left_out = frozenset(without)
    found = [
        row
        for row in read_allsides(news)
        if row["publisher"] in PUBLISHERS[part] and row["id"] not in left_out and 1200 <= len(row["text"]) <= 9000
    ]
    return sorted(found, key=lambda row: hashlib.sha256(f"need{row['id']}".encode()).digest())


def cut_by_hand() -> list[dict[str, Any]]:
    """The annotated reports of the publishers that are not held out: what is said in them needs no reading."""
    held_out = PUBLISHERS["dev"] | PUBLISHERS["test"]
    return [{"report": {}, **row} for row in rows("train") if row["publisher"] not in held_out]


def annotated(folders: Iterable[Path]) -> set[str]:
    """Ids of the reports in the files of these folders, one JSON object a line."""
    paths = [path for folder in folders for path in folder.glob("*.jsonl")]
    return {json.loads(line)["id"] for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()}
