"""Statements that people add to a report by hand: what they may say of one, and the reading with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Annotated, Any

import msgspec

from sayso.attribution.passages import passages
from sayso.errors import LedgerError
from sayso.ledger.judgement import Judgement, active
from sayso.types import Disclosure, Firmness, Hop, Kind, Reading, Report, Source, SourceRef, SourceType, Span, Statement

_OPENING, _CLOSING = "“\"‘'«„‹「『", "”\"’'»“›」』"
_QUOTED = re.compile(r"[“\"«„「『].*?[”\"»“」』]", re.DOTALL)
_REMEDY = "Give content and source, and of the other fields those that the text gives"


#: What one field may hold, so that nobody fills the ledger with one statement.
Words = Annotated[str, msgspec.Meta(max_length=1000)]
Spans = Annotated[tuple[Span, ...], msgspec.Meta(max_length=100)]


class AddedBy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``name`` as the report has it most completely; ``mention``: the words that name it here."""

    name: Words | None = None
    type: SourceType = "person"
    title: Words | None = None
    why: Words | None = None
    mention: Span | None = None


class Addition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A statement as somebody adds it; the fields are those of :class:`sayso.types.Statement`.

    ``kind`` and ``extent`` follow from the text where they are not given.
    """

    content: Spans
    source: AddedBy
    cue: Spans = ()
    via: Annotated[tuple[Hop, ...], msgspec.Meta(max_length=20)] = ()
    act: Words = "say"
    negated: bool = False
    firmness: Firmness = "certain"
    kind: Kind | None = None
    extent: Span | None = None


def addition(value: Any, report: Report) -> Addition:
    """What was given of a statement of ``report``, a JSON value, with what follows from it.

    Raises:
        LedgerError: it describes no statement.
    """
    try:
        made = msgspec.convert(value, Addition)
    except msgspec.ValidationError as error:
        raise LedgerError("the statement", f"is not described so that it can be added ({error})", _REMEDY) from None
    relayed = [span for hop in made.via for span in (hop.mention, *hop.cue)]
    spans = [*made.content, *made.cue, *filter(None, [made.source.mention, made.extent, *relayed])]
    if not made.content or any(not 0 <= begin < end <= len(report.text) for begin, end in spans):
        raise LedgerError("the statement", "would point to no words of the text",
                          f"Give spans within 0 and {len(report.text)}")  # fmt: skip
    if not made.act.strip():
        raise LedgerError("the statement", "has no act", _REMEDY)
    sentence = passages(report).sentence
    begin, end = min(span.begin for span in spans), max(span.end for span in spans)
    whole = Span(min(begin, sentence(begin).begin), max(end, sentence(end - 1).end))
    kind = made.kind or _kind(made.content, report.text)
    return msgspec.structs.replace(made, kind=kind, extent=made.extent or whole)


def with_added(reading: Reading, judgements: Sequence[Judgement]) -> tuple[Reading, dict[str, str]]:
    """The reading with all statements added to its report that are in force, and their ids by judgement.

    They are numbered on from those of the reading, by the order of adding: undoing one renumbers no other.
    """
    if not any(judgement.action == "add" for judgement in judgements):
        return reading, {}
    standing = {judgement.id for judgement in active(judgements)}
    last = _last(statement.id for statement in reading.statements)
    ids: dict[str, str] = {}
    for number, judgement in enumerate((each for each in judgements if each.action == "add"), last + 1):
        if judgement.id in standing:
            reading, ids[judgement.id] = (
                _with(reading, msgspec.convert(judgement.value, Addition), number),
                f"s{number}",
            )
    return reading, ids


def _with(reading: Reading, given: Addition, number: int) -> Reading:
    source = source_of(reading, given.source)
    if all(known.id != source.id for known in reading.sources):
        reading = replace(reading, sources=(*reading.sources, source))
    named = given.source
    made = Statement(
        id=f"s{number}", parent=None, extent=given.extent or given.content[0], content=given.content,
        cue=given.cue, kind=given.kind or "indirect", how="explicit",
        source=SourceRef(source.id, named.mention, source.name, source.type, named.title or source.title,
                         named.why or source.why),
        via=given.via, channel=None, act=given.act, negated=given.negated, firmness=given.firmness, about=(),
        standing=(), when=None, where=None, dates=(), amounts=(), places=(), confidence=1.0,
    )  # fmt: skip
    return replace(reading, statements=(*reading.statements, made))


def source_of(reading: Reading, given: AddedBy | SourceRef) -> Source:
    """The reading's own of this name and type, else one more; unnamed ones are never taken for one another."""
    for source in reading.sources if given.name else ():
        if (source.name, source.type) == (given.name, given.type):
            return source
    disclosure: Disclosure = "unnamed"
    if given.type == "anonymous":
        disclosure = "anonymous"
    elif given.name and given.type in ("person", "organization", "document"):
        disclosure = "named"
    number = _last(source.id for source in reading.sources) + 1
    mentions = (given.mention,) if given.mention else ()
    return Source(
        f"p{number}", given.name, given.type, disclosure, given.title, None, given.why, None, mentions
    )  # fmt: skip


def _last(ids: Iterable[str]) -> int:
    return max((int(each[1:]) for each in ids if each[1:].isdecimal()), default=0)


def _kind(content: Sequence[Span], text: str) -> Kind:
    words = " ".join(span.of(text) for span in content).strip(" ,.;")
    if words[:1] in _OPENING and words[-1:] in _CLOSING and len(words) > 1:
        return "direct"
    return "mixed" if _QUOTED.search(words) else "indirect"
