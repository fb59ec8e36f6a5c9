"""ninjs, the IPTC's news in JSON, versions 1.0 to 3.0: an item, or a list of items, each with those packed into it.

The versions differ in the case of their keys and in whether a headline is a string or a list of objects; keys are
compared without case and underscores.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.errors import InputError
from sayso.report.document import Document
from sayso.report.draft import Draft
from sayso.report.encodings import clean, decode
from sayso.report.fragments import Pieces, lay, line, of_html, of_nitf, of_text, people

_REMEDY = "Give ninjs items as the agency delivers them."
_DEEPEST = 4  # of items in items
_WITHDRAWN = {"canceled": "withdrawn", "cancelled": "withdrawn", "withheld": "withheld"}

Item = Mapping[str, Any]


def read_ninjs(document: Document) -> Iterator[Draft | InputError]:
    """One draft or error for each item.

    Raises:
        InputError: too large; not valid JSON; no items.
    """
    try:
        value = json.loads(decode(document.name, document.data(), document.charset))
    except (ValueError, RecursionError) as error:
        raise InputError(document.name, f"This is not valid JSON ({error})", _REMEDY, code="malformed") from None
    items = value if isinstance(value, list) else [value]
    if not items:
        raise InputError(document.name, "The list holds no items", _REMEDY, code="empty")
    for number, item in enumerate(items, 1):
        yield from _read(f"{document.name}[{number}]" if isinstance(value, list) else document.name, item)


def _read(name: str, value: object, depth: int = 0) -> Iterator[Draft | InputError]:
    """The item and, after it, the texts packed into it."""
    if not isinstance(value, Mapping):
        yield InputError(name, "This is no ninjs item", _REMEDY, code="malformed")
        return
    item = {_key(key): part for key, part in value.items()}
    try:
        yield _draft(name, item)
    except InputError as error:
        yield error
    packed = item.get("associations")
    packed = packed.values() if isinstance(packed, Mapping) else packed if isinstance(packed, list) else ()
    for number, inner in enumerate(packed, 1):
        if isinstance(inner, Mapping) and depth < _DEEPEST and _body({_key(key): part for key, part in inner.items()}):
            yield from _read(f"{name}#{number}", inner, depth + 1)


def _key(key: str) -> str:
    return key.replace("_", "").replace("-", "").lower()


def _draft(name: str, item: Item) -> Draft:
    """Raises InputError where the item holds no text or must not be used."""
    status = str(item.get("pubstatus") or "").lower()
    if status in _WITHDRAWN:
        remedy = "Leave it out, or ask the agency."
        raise InputError(name, f"The agency has {_WITHDRAWN[status]} this item", remedy, code="withdrawn")
    headline = _value(item, "headline", "headlines") or _text(item.get("title"))
    headline = line(headline) if headline else None
    body, part = _body(item), "body"
    if not body:
        body, part = of_text(_value(item, "description", "descriptions") or ""), "description"
    laid = lay(headline, None, body)
    if not laid.text:
        raise InputError(name, "The item holds no text", _REMEDY, code="empty")
    uri = _text(item.get("uri"))
    told = {
        "published": _text(item.get("firstcreated")) or _text(item.get("contentcreated")),
        "updated": _text(item.get("versioncreated")),
        "outlet": _text(item.get("copyrightholder")) or _provider(item),
        "language": (_text(item.get("language")) or "").split("-")[0].lower() or None,
        "external_id": uri,
        "url": uri if uri and uri.startswith(("http://", "https://")) else None,
    }
    if not told["published"]:
        told["published"], told["updated"] = told["updated"], None
    values: dict[str, Any] = {key: value for key, value in told.items() if value}
    byline = people(_text(item.get("byline")) or _text(item.get("by")))
    origins = dict.fromkeys(values, "ninjs")
    origins["text"] = f"ninjs {part}" if body else "ninjs headline"
    for field, given in (("headline", headline), ("byline", byline)):
        if given:
            origins[field] = "ninjs"
    version = " ".join(filter(None, (_text(item.get("version")), _text(item.get("ednote")))))
    if version:
        origins["version"] = f"ninjs {version}"
    return Draft(
        laid.text, headline=headline, byline=byline, blocks=laid.blocks, origins=origins, name=name,
        **values,
    )  # fmt: skip


def _body(item: Item) -> Pieces:
    """The fullest rendering of the text; of two equally full ones the marked-up one, whose paragraphs are certain."""
    bodies = item.get("bodies")
    given = list(bodies) if isinstance(bodies, list) else []
    given += [{"value": part, "contenttype": key} for key, part in item.items() if key.startswith("body")]
    found = [pieces for body in given if isinstance(body, Mapping) and (pieces := _pieces(body))]
    fullest = max((_size(pieces) for pieces in found), default=0)
    return max((pieces for pieces in found if _size(pieces) >= 0.95 * fullest), key=len, default=[])


def _pieces(body: Mapping[str, Any]) -> Pieces:
    values = {_key(key): part for key, part in body.items()}
    text = _text(values.get("value"))
    if not text:
        return []
    kind = f"{values.get('contenttype')} {values.get('role')}".lower()
    if "nitf" in kind:
        return of_nitf(text)[1]
    return of_html(text) if "html" in kind else of_text(text)


def _size(pieces: Pieces) -> int:
    return sum(len(words) for _, words in pieces)


def _value(item: Item, single: str, several: str) -> str | None:
    """A property as version 1 gives it (``headline``), else the best of the later versions' list (``headlines``)."""
    parts = item.get(several)
    values = [part for part in parts if isinstance(part, Mapping)] if isinstance(parts, list) else []
    values.sort(key=lambda part: str(part.get("role")) not in ("main", "text", "caption", "None"))
    listed = next((text for part in values if (text := _text(part.get("value")))), None)
    plain = (text for key, part in item.items() if key in (single, f"{single}text") and (text := _text(part)))
    return next(plain, None) or listed


def _provider(item: Item) -> str | None:
    for key in ("infosource", "infosources", "provider", "source"):
        given = item.get(key)
        for part in given if isinstance(given, list) else [given]:
            name = part.get("name") if isinstance(part, Mapping) else part
            if _text(name):
                return _text(name)
    return None


def _text(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return clean(value).strip() or None if isinstance(value, str) else None
