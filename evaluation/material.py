"""Reports for measuring, from the JSON Lines of the data folder, with no more layout than their paragraphs."""

from __future__ import annotations

import hashlib
import json
import lzma
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.types import Block, Credits, Dateline, Report, Span, Timestamp

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_DATELINE = re.compile(r"[A-Z][A-Z .,’'/-]+[^()\n]{0,30}\((?P<agency>[A-Z][\w .&-]{1,30})\)\s*[-–—]+\s*")
_CREDIT = re.compile(r"\((?:Reporting|Additional reporting|Writing|Editing)\b.*|By [^.!?]{3,80}|– [A-Z]\w+")


def simple_report(record: dict[str, Any]) -> Report:
    """Headline, paragraphs, dateline with agency, credit lines; offsets into ``headline, blank line, text``."""
    headline, body = record.get("headline") or record.get("title"), record["text"]
    text = f"{headline}\n\n{body}" if headline else body
    begin = len(text) - len(body)
    blocks, dateline = [], None
    for match in _PARAGRAPH.finditer(text, begin):
        start, end = match.span()
        if _CREDIT.fullmatch(match[0].strip()):
            blocks.append(Block("credit", Span(start, end)))
            continue
        if dateline is None and (line := _DATELINE.match(match[0])):
            span = Span(start, start + line.end())
            dateline = Dateline((), line["agency"], None, span)
            blocks.append(Block("dateline", span))
            start = span.end
        if tail := re.search(r" – ([A-Z]\w+)\s*$", match[0]):
            blocks += [Block("paragraph", Span(start, match.start() + tail.start()))]
            blocks += [Block("credit", Span(match.start() + tail.start(1), end))]
            continue
        blocks.append(Block("paragraph", Span(start, end)))
    published = record.get("published") or record.get("date")
    outlet = record.get("outlet") or record.get("publisher")
    name = record.get("id") or hashlib.sha256(text.encode()).hexdigest()
    return Report(
        id=name, text_sha256="", external_id=record.get("id"), text=text, url=record.get("url"), outlet=outlet,
        agency=dateline.agency if dateline else None, language="en", genre="news", headline=headline, deck=(), byline=(),
        published=Timestamp(published, "minute" if "T" in published else "day") if published else None, updated=None,
        dateline=dateline, credits=Credits(), blocks=tuple(blocks), notes=(),
    )  # fmt: skip


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, also one packed with xz."""
    with lzma.open(path, "rt", encoding="utf8") if path.suffix == ".xz" else path.open(encoding="utf8") as lines:
        yield from map(json.loads, lines)
