"""Readings made from the annotated reports: what the rules would see if every statement were read without a fault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.report.notes import notes
from sayso.types import (
    Block,
    Credits,
    Hop,
    Reading,
    ReadingInfo,
    Report,
    Source,
    SourceRef,
    Span,
    Standing,
    Statement,
    Timestamp,
)

_STANDING = {"deny": "denied", "cannot-verify": "unverified", "confirm": "confirmed", "no-comment": "declined"}


def gold_readings(path: Path) -> Iterator[Reading]:
    """One reading for each line of a file of ``sourcing/``."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield gold_reading(json.loads(line))


def gold_reading(row: dict[str, Any]) -> Reading:
    text = row["text"]
    blocks = _blocks(row)
    sources: dict[str, Source] = {}
    keys: dict[tuple[str, str], str] = {}
    for each in row["statements"]:
        key = (each["source"]["name"], each["source"]["type"])
        id_ = keys.setdefault(key, f"p{len(keys) + 1}")
        sources[id_] = _source(id_, each["source"], sources.get(id_))
    statements = [_statement(each, row, keys, sources) for each in row["statements"]]
    info = ReadingInfo("gold", "gold", "gold", "2026-01-01T00:00:00Z")
    return Reading("sayso.reading/1", row["id"], info, _report(row, text, blocks), tuple(sources.values()),
                   tuple(statements))  # fmt: skip


def _blocks(row: dict[str, Any]) -> tuple[Block, ...]:
    furniture = {words.strip() for words in row["report"].get("anomalies", ())}
    blocks = []
    for n, (begin, end) in enumerate(row["paragraphs"]):
        words = row["text"][begin:end].strip()
        role = "headline" if n == 0 else "furniture" if words in furniture or words.isupper() else "paragraph"
        blocks.append(Block(role, Span(begin, end)))
    return tuple(blocks)


def _report(row: dict[str, Any], text: str, blocks: tuple[Block, ...]) -> Report:
    return Report(
        id=row["id"], text_sha256="", external_id=row["id"], text=text, url=row.get("url"), outlet=row["publisher"],
        agency=None, language="en", genre="news", headline=blocks[0].span.of(text), deck=(), byline=(),
        published=Timestamp(row["date"], "day") if row["date"] else None, updated=None, dateline=None,
        credits=Credits(), blocks=blocks, notes=notes(text, blocks),
    )  # fmt: skip


def _source(id_: str, given: dict[str, Any], old: Source | None) -> Source:
    mention = (Span(*given["mention"]),) if given["mention"] else ()
    kind = given["type"]
    disclosure = "anonymous" if kind == "anonymous" else "unnamed" if kind.startswith("unnamed") else "named"
    return Source(
        id_, given["name"], kind, disclosure, given["title"] or (old.title if old else None), None,
        given["why"] or (old.why if old else None), None, (*(old.mentions if old else ()), *mention),
    )  # fmt: skip


def _statement(
    each: dict[str, Any], row: dict[str, Any], keys: dict[tuple[str, str], str], sources: dict[str, Source]
) -> Statement:
    given = each["source"]
    source = sources[keys[given["name"], given["type"]]]
    content = tuple(Span(*span) for span in each["content"])
    cue = tuple(Span(*span) for span in each["cue"] or ())
    mention = Span(*given["mention"]) if given["mention"] else None
    spans = [*content, *cue, *([mention] if mention else [])]
    about = each["about"]
    return Statement(
        id=each["id"], parent=None, extent=Span(min(s.begin for s in spans), max(s.end for s in spans)),
        content=content, cue=cue, kind=each["kind"], how=each["how"],
        source=SourceRef(source.id, mention, source.name, source.type, source.title, source.why),
        via=tuple(Hop(name, None, ()) for name in each["via"]), channel=None, act=each["act"], negated=False,
        firmness=each["firmness"], about=(about,) if about else (),
        standing=tuple(
            Standing(_STANDING[other["act"]], other["id"], Span(*(other["cue"] or other["content"])[0]))
            for other in row["statements"]
            if other["act"] in _STANDING and each["id"] == other["about"]
        ),
        when=None, where=None, dates=(), amounts=(), places=(), confidence=1.0,
    )  # fmt: skip
