"""Reports for the tests: a text and what is said in it, given in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.attribution.meaning import Meaning, Meanings, meanings
from sayso.tagger.spans import Attribution
from sayso.types import Block, Credits, How, Report, SourceRef, SourceType, Span


@dataclass(frozen=True)
class Said:
    """One statement in words of the text; ``name`` is the source's, ``after`` where to begin looking for the words."""

    content: str
    cue: str = ""
    source: str = ""
    name: str = ""
    type: SourceType = "person"
    how: How = "explicit"
    after: str = ""
    act: dict[str, float] = field(default_factory=dict)


def find(text: str, words: str, start: int = 0) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))


def report(text: str, outlet: str | None = None, roles: Sequence[str] = ()) -> Report:
    """Paragraphs are lines; ``roles`` gives their blocks' roles, else there are no blocks."""
    blocks, at = [], 0
    for role, line in zip(roles, text.split("\n\n"), strict=False):
        blocks.append(Block(role, Span(at, at + len(line))))
        at += len(line) + 2
    return Report(
        id="r", text_sha256="", external_id=None, text=text, url=None, outlet=outlet, agency=None,
        language="en", genre="news", headline=None, deck=(), byline=(), published=None, updated=None, dateline=None,
        credits=Credits(),
        blocks=tuple(blocks), notes=(),
    )  # fmt: skip


def read(text: str, *statements: Said, outlet: str | None = None, roles: Sequence[str] = ()) -> Meanings:
    """What the statements of a text mean, in the order given."""
    attributions, refs, ids = [], [], dict[str, str]()
    for said in statements:
        start = text.index(said.after) if said.after else 0
        mention = find(text, said.source, start) if said.source else None
        cue = (find(text, said.cue, start),) if said.cue else ()
        content = tuple(find(text, piece, start) for piece in said.content.split(" … "))
        attributions.append(Attribution(mention, cue, content, said.how, act=said.act))
        name = said.name or said.source
        refs.append(SourceRef(ids.setdefault(name, f"p{len(ids) + 1}"), mention, name, said.type, None, None))
    return meanings(report(text, outlet, roles), attributions, refs)


def one(text: str, said: Said, **given: str) -> Meaning:
    return read(text, said, outlet=given.get("outlet")).statements[0]
