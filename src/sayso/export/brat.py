"""brat stand-off: for each report its text (``.txt``) and annotations (``.ann``), and the configuration to show them.

Offsets count code points, as brat does. A span may not cross a line end there, so one that does is given in fragments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sayso.export.items import Item
from sayso.types import ACTS, Span, Statement

_LINE = re.compile(r"[^\n\r]*[^\n\r\s][^\n\r]*")
_CONFIGURATION = f"""[entities]
Content
Cue
Source
Relay

[relations]
Said_by\tArg1:Content, Arg2:Source
Cued_by\tArg1:Content, Arg2:Cue
Relayed_by\tArg1:Content, Arg2:Relay
About\tArg1:Content, Arg2:Content
Within\tArg1:Content, Arg2:Content
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Act\tArg:Content, Value:{"|".join(ACTS)}
Firmness\tArg:Content, Value:certain|probable|possible
Kind\tArg:Content, Value:direct|indirect|mixed
Continued\tArg:Content
Negated\tArg:Content
SourceType\tArg:Source, Value:person|organization|document|anonymous|unnamed-person|unnamed-group
"""


def write_folder(items: Iterable[Item], folder: Path) -> None:
    """Files are named by the first sixteen digits of the report's id."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "annotation.conf").write_text(_CONFIGURATION, encoding="utf-8")
    for item in items:
        name = item.reading.report.id.removeprefix("sha256:")[:16]
        (folder / f"{name}.txt").write_bytes(item.reading.report.text.encode("utf-8"))
        (folder / f"{name}.ann").write_text(standoff(item), encoding="utf-8", newline="\n")


def standoff(item: Item) -> str:
    """The lines of the ``.ann`` file."""
    return "".join(f"{line}\n" for line in _Annotations(item.reading.report.text).lines(item.wanted))


class _Annotations:
    """Numbers annotations; the same spans under the same name are one annotation, shared by several statements."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bound: dict[tuple[str, tuple[Span, ...]], str] = {}
        self._typed: set[str] = set()
        self._lines: list[str] = []
        self._numbers = {"T": 0, "R": 0, "A": 0, "#": 0}

    def lines(self, statements: Sequence[Statement]) -> Iterator[str]:
        contents = {s.id: self._content(s) for s in statements}
        for s in statements:
            for kind, others in (("About", s.about), ("Within", [s.parent])):
                for other in others:
                    self._relation(kind, contents[s.id], contents.get(other or ""))
        yield from self._lines

    def _content(self, s: Statement) -> str | None:
        content = self._text_bound("Content", s.content, shared=False)
        source = self._text_bound("Source", [s.source.mention] if s.source.mention else [])
        self._relation("Said_by", content, source)
        self._relation("Cued_by", content, self._text_bound("Cue", s.cue))
        for hop in s.via:
            self._relation("Relayed_by", content, self._text_bound("Relay", [hop.mention] if hop.mention else []))
        flags = [("Continued", s.how == "continued"), ("Negated", s.negated)]
        for name, value in [("Act", s.act), ("Firmness", s.firmness), ("Kind", s.kind), *flags]:
            if content and value:
                self._add("A", f"{name} {content}" + (f" {value}" if isinstance(value, str) else ""))
        if source and source not in self._typed:
            self._typed.add(source)
            self._add("A", f"SourceType {source} {s.source.type}")
        named = [s.source.name, *(f"via {hop.name}" for hop in s.via), *(f"{x.status} here" for x in s.standing)]
        if content:
            note = f"{s.id}: " + ", ".join(filter(None, named))
            self._add("#", f"AnnotatorNotes {content}\t{' '.join(note.split())}")
        return content

    def _text_bound(self, kind: str, spans: Sequence[Span], *, shared: bool = True) -> str | None:
        fragments = tuple(fragment for span in spans for fragment in self._fragments(span))
        if not fragments:
            return None
        if not shared or (kind, fragments) not in self._bound:
            places = ";".join(f"{begin} {end}" for begin, end in fragments)
            words = " ".join(span.of(self._text) for span in fragments).replace("\t", " ")
            self._bound[kind, fragments] = self._add("T", f"{kind} {places}\t{words}")
        return self._bound[kind, fragments]

    def _fragments(self, span: Span) -> Iterator[Span]:
        for match in _LINE.finditer(self._text, span.begin, span.end):
            words = match[0]
            lead = len(words) - len(words.lstrip())
            yield Span(match.start() + lead, match.start() + len(words.rstrip()))

    def _relation(self, kind: str, one: str | None, other: str | None) -> None:
        if one and other:
            self._add("R", f"{kind} Arg1:{one} Arg2:{other}")

    def _add(self, letter: str, rest: str) -> str:
        self._numbers[letter] += 1
        name = f"{letter}{self._numbers[letter]}"
        self._lines.append(f"{name}\t{rest}")
        return name
