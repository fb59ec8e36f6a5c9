"""JSON reports: JSON Lines read line by line, an array of objects, or one object."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sayso.errors import InputError
from sayso.report.document import Document
from sayso.report.draft import Draft
from sayso.report.encodings import clean, decode
from sayso.types import Block, Span

_KEYS = {
    "text": ("text", "body"),
    "headline": ("headline", "title"),
    "url": ("url",),
    "outlet": ("outlet", "publisher"),
    "published": ("published", "date"),
    "updated": ("updated",),
    "language": ("language",),
    "external_id": ("id",),
}
#: What may stand there: ids and dates also come as numbers, outlets also as objects with a name.
_KINDS = {"text": (str,), "url": (str,), "outlet": (str, Mapping), "published": (str, int), "updated": (str, int)}
_JSON = {bool: "a boolean", int: "a number", float: "a number", list: "a list", dict: "an object"}
#: Every key that is read.
KEYS = frozenset([*(key for keys in _KEYS.values() for key in keys), "author", "authors"])
_REMEDY = 'Give one JSON object a line with the report\'s body in "text".'


def read_lines(document: Document) -> Iterator[Draft | InputError]:
    """One draft or error a line, named ``file:line``; blank lines are passed over."""
    for number, line in document.lines():
        name = f"{document.name}:{number}"
        if isinstance(line, InputError):
            yield line
        elif line.strip(b" \t\r\n\xef\xbb\xbf\x00"):
            try:
                draft = read_record(name, _parse(name, decode(name, line, document.charset)))
                yield replace(draft, content=line.rstrip(b"\r\n"))
            except InputError as error:
                yield error


def read_json(document: Document) -> Iterator[Draft | InputError]:
    """JSON Lines where the first line is a whole value of its own, else one array or object."""
    first, newline, rest = document.head().lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if newline and rest.strip() and _is_object(first):
        yield from read_lines(document)
        return
    value = _parse(document.name, decode(document.name, document.data(), document.charset))
    if not isinstance(value, list):
        yield read_record(document.name, value)
        return
    for number, record in enumerate(value, start=1):
        try:
            yield read_record(f"{document.name}[{number}]", record)
        except InputError as error:
            yield error


def read_record(name: str, record: object) -> Draft:
    """The draft of one object; ``report.text`` is headline, blank line, body.

    Raises:
        InputError: no object, or no text in it.
    """
    if not isinstance(record, Mapping):
        raise InputError(name, "This is no JSON object", _REMEDY, code="malformed")
    values = {field: _first(record, keys, kinds=_KINDS.get(field, (str, int, float))) for field, keys in _KEYS.items()}
    body, headline = values["text"], values["headline"]
    if not body:
        raise InputError(name, f"The record holds no text{_instead(record, headline)}", _REMEDY, code="empty")
    text, blocks = with_headline(headline, body)
    return Draft(
        text,
        headline=" ".join(headline.split()) if headline else None,
        byline=_authors(record.get("author") or record.get("authors")),
        published=values["published"],
        updated=values["updated"],
        url=values["url"],
        outlet=values["outlet"],
        language=values["language"],
        external_id=values["external_id"],
        blocks=blocks,
        origins=dict.fromkeys((*_KEYS, "byline"), "record"),
        name=name,
    )


def with_headline(headline: str | None, body: str) -> tuple[str, tuple[Block, ...]]:
    """Headline, blank line, body, as the contract has it, also where the body repeats it; and the headline's block."""
    if not headline:
        return body, ()
    headline = headline.strip()
    return f"{headline}\n\n{body}", (Block("headline", Span(0, len(headline))),)


def _parse(name: str, text: str) -> object:
    try:
        return json.loads(text)
    except ValueError as error:
        what = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise InputError(name, f"This is not valid JSON ({what})", _REMEDY, code="malformed") from None
    except RecursionError:
        raise InputError(name, "The JSON is nested too deep", _REMEDY, code="malformed") from None


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        # A broken first line of many that begin like objects is still JSON Lines.
        return line.startswith(b"{") and len(line.strip()) > 1 and line.rstrip().endswith(b"}")


def _first(record: Mapping[str, Any], keys: tuple[str, ...], kinds: tuple[type, ...]) -> str | None:
    for key in keys:
        value = record.get(key)
        if isinstance(value, Mapping) and Mapping in kinds:
            value = value.get("name")
        if isinstance(value, kinds) and isinstance(value, (str, int, float)) and not isinstance(value, bool):
            text = clean(str(value))
            if text.strip():
                return text
    return None


def _instead(record: Mapping[str, Any], headline: str | None) -> str:
    """What a record has in the place of a text, in words."""
    given = next((record[key] for key in _KEYS["text"] if record.get(key) is not None), None)
    if isinstance(given, str):
        return ", only white space"
    if given is not None:
        return f", “text” is {_JSON.get(type(given), type(given).__name__)}"
    return ", only a headline" if headline else ""


def _authors(value: object) -> tuple[str, ...]:
    people = value if isinstance(value, list) else [value]
    names = [person.get("name") if isinstance(person, Mapping) else person for person in people]
    return tuple(clean(name).strip() for name in names if isinstance(name, str) and name.strip())
