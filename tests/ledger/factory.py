"""Readings of made-up reports: a text with its statements marked by their words, no model needed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sayso.types import (
    Block,
    Credits,
    DateRange,
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


def sha(*parts: str | None) -> str:
    return hashlib.sha256("\0".join(part or "" for part in parts).encode()).hexdigest()


def span(text: str, words: str | None) -> Span | None:
    """Where ``words`` first occur; they must."""
    if words is None:
        return None
    begin = text.index(words)
    return Span(begin, begin + len(words))


def said(content: str, by: str | None, **more: Any) -> dict[str, Any]:
    """A statement: ``content`` and ``by`` are words of the text; ``more`` as for :func:`reading`."""
    return {"content": content, "by": by, **more}


def reading(
    text: str,
    statements: Sequence[dict[str, Any]] = (),
    *,
    url: str | None = None,
    outlet: str | None = "Harbour Courier",
    published: str | None = "2031-05-04",
    external_id: str | None = None,
    headline: str | None = None,
    model: str = "attribution_v1",
    software: str = "sayso 0.1.0",
) -> Reading:
    """A reading of ``text``. Statements of equal ``name`` (default: ``by``) and title are of one source, unless
    ``disclosure`` says unnamed.
    """
    report_id = "sha256:" + sha(url or external_id or outlet, text)
    sources: dict[Any, Source] = {}
    made: list[Statement] = []
    for number, given in enumerate(statements, 1):
        made.append(_statement(text, number, given, sources))
    report = Report(
        id=report_id, text_sha256=sha(text), external_id=external_id, text=text, url=url, outlet=outlet, agency=None,
        language="en", genre="news", headline=headline, deck=(), byline=(),
        published=Timestamp(published, "day" if len(published) == 10 else "minute") if published else None,
        updated=None, dateline=None, credits=Credits(), blocks=(Block("paragraph", Span(0, len(text))),), notes=(),
    )  # fmt: skip
    info = ReadingInfo("sha256:" + sha(report_id, software, model), software, model, "2031-05-04T12:00:00Z")
    return Reading("sayso.reading/1", "test", info, report, tuple(sources.values()), tuple(made))


def _statement(text: str, number: int, given: dict[str, Any], sources: dict[Any, Source]) -> Statement:
    mention = span(text, given["by"])
    name = given.get("name", given["by"])
    kind, title = given.get("type", "person"), given.get("title")
    disclosure = given.get("disclosure", "named")
    key = (name, title, number if disclosure != "named" else 0)
    old = sources.get(key)
    mentions = (*(old.mentions if old else ()), *((mention,) if mention else ()))
    source_id = old.id if old else f"p{len(sources) + 1}"
    sources[key] = Source(
        source_id, name, kind, disclosure, title, span(text, title), None, None, tuple(dict.fromkeys(mentions))
    )
    content = given["content"]
    spans = tuple(span(text, words) for words in ([content] if isinstance(content, str) else content))
    extent = Span(min(s.begin for s in spans if s), max(s.end for s in spans if s))
    when = given.get("when")
    return Statement(
        id=f"s{number}", parent=None, extent=extent, content=tuple(s for s in spans if s), cue=(),
        kind=given.get("kind", "indirect"), how=given.get("how", "explicit"),
        source=SourceRef(source_id, mention, name, kind, title, None),
        via=tuple(Hop(hop, span(text, hop), ()) for hop in given.get("via", ())),
        channel=None, act=given.get("act", "say"), negated=False, firmness=given.get("firmness", "certain"),
        about=tuple(given.get("about", ())),
        standing=tuple(Standing(status, None, extent) for status in given.get("standing", ())),
        when=DateRange(when, when, extent) if when else None, where=None, dates=(), amounts=(), places=(),
        confidence=given.get("confidence", 0.9),
    )  # fmt: skip
