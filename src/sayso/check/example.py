"""Example passages in which the statements are marked by hand, for the rule reference and for tests of the rules.

    <a t="anonymous" act="accuse"><s>A rival</s> <c>said</c> <q>the mayor took bribes</q></a>

``a`` is a statement with its source mention ``s``, cue ``c`` and content ``q`` (each may occur several times, and
statements may stand in a ``q``); attributes: ``t`` type, ``n`` name, ``id``, ``act``, ``firm``, ``title``, ``why``,
``via`` (names, outermost first, separated by ``;``), ``how``, ``about``, ``standing`` (statuses). ``h`` is the
headline, ``d`` a deck line, ``dl`` a dateline, ``p`` any other block, with its ``role``. A root element ``r`` may give
``published``, ``agency`` and ``outlet``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree

from sayso.report.notes import notes
from sayso.types import (
    Block,
    Credits,
    Dateline,
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

_ROLES = {"h": "headline", "d": "deck", "dl": "dateline"}
_DISCLOSURE = {"anonymous": "anonymous", "unnamed-person": "unnamed", "unnamed-group": "unnamed"}


@dataclass
class _Mark:
    """One ``a`` element while its words are collected."""

    attributes: dict[str, str]
    begin: int
    end: int = 0
    spans: dict[str, list[Span]] = field(default_factory=lambda: {"s": [], "c": [], "q": []})


def plain(marked: str) -> str:
    """The words of a marked passage."""
    return _Parser(marked).text


def reading_of(marked: str) -> Reading:
    """The reading that the marks describe; raises ElementTree.ParseError where they are not well formed."""
    parser = _Parser(marked)
    sources: dict[str, Source] = {}
    statements = tuple(_statement(n, mark, parser.text, sources) for n, mark in enumerate(parser.marks, 1))
    info = ReadingInfo("example", "example", "example", "2026-01-01T00:00:00Z")
    report = _report(parser)
    return Reading("sayso.reading/1", "example", info, report, tuple(sources.values()), statements)


class _Parser:
    def __init__(self, marked: str) -> None:
        whole = marked if marked.startswith("<r") else f"<r>{marked}</r>"
        root = ElementTree.fromstring(whole)  # noqa: S314 - our own examples
        self.attributes = dict(root.attrib)
        self.text = ""
        self.marks: list[_Mark] = []
        self.blocks: list[Block] = []
        self._walk(root, None)

    def _walk(self, element: ElementTree.Element, mark: _Mark | None) -> None:
        begin = len(self.text)
        inner = mark
        if element.tag == "a":
            inner = _Mark(dict(element.attrib), begin)
            self.marks.append(inner)
        self.text += element.text or ""
        for child in element:
            self._walk(child, inner)
            self.text += child.tail or ""
        span = Span(begin, len(self.text))
        if element.tag == "a" and inner is not None:
            inner.end = span.end
        elif element.tag in ("s", "c", "q") and mark is not None:
            mark.spans[element.tag].append(span)
        elif element.tag in _ROLES or element.tag == "p":
            self.blocks.append(Block(_ROLES.get(element.tag) or element.attrib["role"], span))


def _blocks(parser: _Parser) -> tuple[Block, ...]:
    blocks = list(parser.blocks)
    for match in re.finditer(r"\S.*?(?=\n\s*\n|\s*\Z)", parser.text, re.DOTALL):
        begin = match.start()
        for marked in parser.blocks:
            if marked.span.begin <= begin < marked.span.end:
                begin = marked.span.end
        while begin < match.end() and parser.text[begin].isspace():
            begin += 1
        if begin < match.end():
            blocks.append(Block("paragraph", Span(begin, match.end())))
    return tuple(sorted(blocks, key=lambda block: block.span))


def _report(parser: _Parser) -> Report:
    blocks, given = _blocks(parser), parser.attributes
    headline = next((block.span.of(parser.text) for block in blocks if block.role == "headline"), None)
    dateline = next((block.span for block in blocks if block.role == "dateline"), None)
    return Report(
        id="example",
        text_sha256="",
        external_id=None,
        text=parser.text,
        url=None,
        outlet=given.get("outlet"),
        agency=given.get("agency"),
        language="en",
        genre="news",
        headline=headline,
        deck=tuple(block.span.of(parser.text) for block in blocks if block.role == "deck"),
        byline=(),
        published=Timestamp(given["published"], "day") if "published" in given else None,
        updated=None,
        dateline=Dateline((), given.get("agency"), given.get("dateline-date"), dateline) if dateline else None,
        credits=Credits(),
        blocks=blocks,
        notes=notes(parser.text, blocks),
    )


def _statement(number: int, mark: _Mark, text: str, sources: dict[str, Source]) -> Statement:
    given = mark.attributes
    mention = mark.spans["s"][0] if mark.spans["s"] else None
    name = given.get("n") or (mention.of(text) if mention else None)
    type_ = given.get("t", "person")
    key = f"{name}/{type_}"
    old = sources.get(key)
    source = Source(
        id=old.id if old else f"p{len(sources) + 1}",
        name=name,
        type=type_,  # type: ignore[arg-type]  # checked by the tests of the examples
        disclosure=_DISCLOSURE.get(type_, "named"),  # type: ignore[arg-type]
        title=given.get("title") or (old.title if old else None),
        title_span=None,
        why=given.get("why") or (old.why if old else None),
        why_span=None,
        mentions=(*(old.mentions if old else ()), *((mention,) if mention else ())),
    )
    sources[key] = source
    content = tuple(mark.spans["q"])
    return Statement(
        id=given.get("id", f"s{number}"),
        parent=None,
        extent=Span(mark.begin, mark.end),
        content=content,
        cue=tuple(mark.spans["c"]),
        kind=_kind(" ".join(span.of(text) for span in content)),  # type: ignore[arg-type]
        how=given.get("how", "explicit"),  # type: ignore[arg-type]
        source=SourceRef(source.id, mention, name, source.type, source.title, source.why),
        via=tuple(Hop(relay.strip(), None, ()) for relay in given.get("via", "").split(";") if relay.strip()),
        channel=None,
        act=given.get("act", "say"),
        negated=False,
        firmness=given.get("firm", "certain"),  # type: ignore[arg-type]
        about=tuple(given.get("about", "").split()),
        standing=tuple(Standing(status, None, content[0]) for status in given.get("standing", "").split()),
        when=None,
        where=None,
        dates=(),
        amounts=(),
        places=(),
        confidence=1.0,
    )


def _kind(words: str) -> str:
    if not any(mark in words for mark in '"“'):
        return "indirect"
    return "direct" if words[0] in '"“' and words.rstrip()[-1] in '"”' else "mixed"
