"""The annotated reports as the attribution steps take them: spans and sources given, meaning to be worked out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.tagger.spans import Attribution
from sayso.types import Block, Credits, Report, SourceRef, Span


@dataclass(frozen=True, slots=True)
class GoldReading:
    """``statements`` are the annotated objects as ``../shared/data/sourcing`` has them, by index with the rest."""

    report: Report
    attributions: tuple[Attribution, ...]
    refs: tuple[SourceRef, ...]
    statements: tuple[dict[str, Any], ...]


def _spans(value: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(begin, end) for begin, end in value)


def reading(row: dict[str, Any]) -> GoldReading:
    """One annotated report; sources get one id for each name."""
    blocks = [Block("paragraph" if i else "headline", Span(*span)) for i, span in enumerate(row["paragraphs"])]
    report = Report(
        id=row["id"], text_sha256="", external_id=row["id"], text=row["text"], url=row.get("url"),
        outlet=row["publisher"], agency=None, language="en", genre="news", headline=None, deck=(), byline=(),
        published=None, updated=None, dateline=None, credits=Credits(), blocks=tuple(blocks), notes=(),
    )  # fmt: skip
    attributions, refs, ids = [], [], dict[str | None, str]()
    for s in row["statements"]:
        source = s["source"]
        mention = Span(*source["mention"]) if source["mention"] else None
        attributions.append(Attribution(mention, _spans(s["cue"]), _spans(s["content"]), s["how"]))
        name = ids.setdefault(source["name"], f"p{len(ids) + 1}")
        refs.append(SourceRef(name, mention, source["name"], source["type"], source["title"], source["why"]))
    return GoldReading(report, tuple(attributions), tuple(refs), tuple(row["statements"]))


def load(path: Path) -> list[GoldReading]:
    """All reports of a file of ``../shared/data/sourcing``."""
    with path.open(encoding="utf-8") as lines:
        return [reading(json.loads(line)) for line in lines if line.strip()]
