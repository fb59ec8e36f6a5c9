"""Annotated reports with the spans that the tagger finds in them, as the attribution steps meet them at run time.

A statement that the scorer pairs with an annotated one has that one's source and meaning; the others have the source
that is worked out for them and no meaning: they stand among the rest but teach nothing by themselves.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evaluation.corpora import DATA
from evaluation.gold import GoldReading
from evaluation.gold import reading as given
from evaluation.statements import gold, inputs, scorer
from sayso import pipeline
from sayso.attribution.passages import passages
from sayso.attribution.sources.resolve import resolve
from sayso.attribution.statements import found_in
from sayso.report import compose, open_drafts
from sayso.report.marks import quotations
from sayso.settings import from_environment
from sayso.tagger import Tagger, load
from sayso.types import SourceRef
from training.data import act_rows, further_rows

ANNOTATIONS = Path(__file__).with_name("annotations")


def rows(part: str) -> list[dict[str, Any]]:
    """The annotated reports of a part; with those of training, the further ones annotated since."""
    news = DATA / "news" / "allsides.jsonl.xz"
    return gold(part) + (further_rows(ANNOTATIONS, news) if part == "train" else [])


def both(part: str) -> list[GoldReading]:
    """Every report as annotated, then every one as the tagger sees it, in the same order."""
    reports = rows(part)
    return [given(row) for row in reports] + readings(reports)


def acts_only() -> list[GoldReading]:
    """The reports of which nothing but acts is annotated, as the tagger sees them."""
    return readings(act_rows(ANNOTATIONS / "acts", DATA / "news" / "allsides.jsonl.xz"))


def readings(rows: list[dict[str, Any]], model: str | None = None) -> list[GoldReading]:
    """One for each annotated report, in their order; ``model``: another than the shipped one, by name or folder."""
    tagger = load(model or from_environment().model, 1)
    return [reading(row, draft, tagger) for row, draft in zip(rows, open_drafts(inputs(rows)), strict=True)]


def reading(row: dict[str, Any], draft: Any, tagger: Tagger) -> GoldReading:
    """``row`` as annotated, ``draft`` as opened."""
    report, _ = compose(draft)
    spans, headline = pipeline.units(report)
    marks = quotations(report.text, report.blocks)
    found = found_in(report, tagger.tag(report.text, spans, headline=headline), marks, passages(report))
    shift = report.text.find(row["text"].strip()[:80]) - row["text"].find(row["text"].strip()[:80])
    ours = [{"source": {"name": None}, "content": [[s.begin - shift, s.end - shift] for s in a.content]} for a in found]
    golds = [{"source": {"name": None}} | s for s in row["statements"]]
    meant = {j: row["statements"][i] for i, j in scorer("score_statements").pair(golds, ours)}
    ids: dict[str | None, str] = {}
    refs: list[SourceRef] = []
    for j, own in enumerate(resolve(report, found).refs):
        source = meant[j].get("source") if j in meant else None
        name = source["name"] if source else own.name
        id_ = ids.setdefault(name, f"p{len(ids) + 1}")
        mention = found[j].source
        refs.append(
            SourceRef(id_, mention, name, source["type"], source["title"], source["why"])
            if source
            else SourceRef(id_, mention, name, own.type, own.title, own.why)
        )
    return GoldReading(report, tuple(found), tuple(refs), tuple(meant.get(j, {}) for j in range(len(found))))
