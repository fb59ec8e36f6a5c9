"""The fields that people can correct, as forms show them: a label, columns, and the texts of a value in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_type_hints

from sayso.types import ACTS, STATUSES, Channel, Disclosure, Firmness, How, Kind, SourceType, Span, Timestamp
from sayso.web.quoting import APART

#: How a cell is typed: a text; exact words of the report (one piece, or several joined by " … "); a day or a time; a
#: number; yes or no; statements' places ("s3 s4").
CellKind = Literal["text", "words", "pieces", "day", "time", "number", "flag", "places"]

_GENRES = ("news", "opinion", "live", "transcript", "release", "other")


@dataclass(frozen=True, slots=True)
class Column:
    """``name`` is the attribute of the value; ``needed``: a row is nothing without it."""

    name: str
    label: str
    kind: CellKind = "text"
    choices: Sequence[str] = ()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A field: ``plain`` ones have a single value that is no object; ``many`` are lists; ``hidden`` attributes of a
    row are kept without being shown.
    """

    name: str
    label: str
    columns: tuple[Column, ...]
    many: bool = False
    plain: bool = False
    hidden: tuple[str, ...] = ()


def _plain(name: str, label: str, kind: CellKind = "text", choices: Sequence[str] = ()) -> Entry:
    return Entry(name, label, (Column("value", label, kind, choices),), plain=True)


_WORDS = Column("span", "exact words", "words", needed=True)
_DAYS = (Column("start", "from", "day"), Column("end", "to", "day"))
_PLACE = (Column("name", "name", needed=True), Column("country", "country code"), _WORDS)

STATEMENT = (
    _plain("source.name", "Source"),
    _plain("source.type", "Source type", choices=get_args(SourceType)),
    _plain("source.title", "Title or role"),
    _plain("source.why", "Why this source"),
    _plain("source.mention", "Words that name the source", "words"),
    _plain("content", "What was said, exact words", "pieces"),
    _plain("cue", "Cue, exact words", "pieces"),
    Entry("extent", "The whole sentence or sentences, exact words", (
        Column("value", "The whole sentence", "words", needed=True),), plain=True),
    _plain("act", "Act", choices=ACTS),
    _plain("negated", "Negated: the source did not say it", "flag", ("no", "yes")),
    _plain("kind", "Words", choices=get_args(Kind)),
    _plain("how", "Attribution", choices=get_args(How)),
    _plain("firmness", "Firmness", choices=get_args(Firmness)),
    Entry("standing", "What the report says of it", (
        Column("status", "status", choices=STATUSES, needed=True), Column("by", "by statement"), _WORDS), many=True),
    _plain("about", "It is about the statements", "places"),
    _plain("parent", "It stands inside the statement"),
    Entry("via", "Through whom, outermost first", (
        Column("name", "name", needed=True), Column("mention", "words that name it", "words"),
        Column("cue", "cue", "pieces")), many=True),
    Entry("channel", "How it was said", (
        Column("kind", "channel", choices=get_args(get_type_hints(Channel)["kind"]), needed=True), _WORDS)),
    Entry("when", "When it was said", (*_DAYS, _WORDS)),
    Entry("where", "Where it was said", _PLACE, hidden=("latitude", "longitude")),
    Entry("dates", "Dates it speaks of", (*_DAYS, _WORDS), many=True),
    Entry("amounts", "Amounts", (
        Column("value", "value", "number"), Column("low", "at least", "number"), Column("high", "at most", "number"),
        Column("approximate", "about", "flag", ("no", "yes")), Column("unit", "unit"), _WORDS), many=True),
    Entry("places", "Places", _PLACE, many=True, hidden=("latitude", "longitude")),
)  # fmt: skip
SOURCE = (
    _plain("name", "Name"),
    _plain("type", "Type", choices=get_args(SourceType)),
    _plain("disclosure", "Disclosure", choices=get_args(Disclosure)),
    _plain("title", "Title or role"),
    _plain("why", "Why this source"),
)
REPORT = (
    _plain("headline", "Headline"),
    _plain("outlet", "Outlet"),
    _plain("agency", "Agency"),
    _plain("published", "Published", "time"),
    _plain("language", "Language (ISO 639-1)"),
    _plain("genre", "Genre", choices=_GENRES),
)


def shown(entry: Entry, thing: Any, text: str) -> tuple[tuple[str, ...], ...]:
    """The value of a field as rows of texts, white space made one space; no rows where there is no value."""
    value = thing
    for step in entry.name.split("."):
        value = getattr(value, step)
    if entry.plain:
        cell = _text(entry.columns[0].kind, value, text)
        return ((cell,),) if cell else ()
    items = value if entry.many else (value,) if value is not None else ()
    return tuple(
        tuple(_text(column.kind, getattr(item, column.name), text) for column in entry.columns) for item in items
    )


def _text(kind: CellKind, value: Any, text: str) -> str:
    if kind == "flag":
        return "yes" if value else "no"
    if value is None:
        return ""
    if isinstance(value, Span):
        value = value.of(text)
    elif kind == "pieces":
        value = APART.join(span.of(text) for span in value)
    elif kind == "places":
        value = " ".join(value)
    elif isinstance(value, Timestamp):
        value = value.value
    elif kind == "number":
        value = f"{value:.15g}"
    return " ".join(str(value).split())
