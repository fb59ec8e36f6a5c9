"""RSS, Atom and JSON Feed: one draft for each item.

Many items carry only a summary of the article. They are kept, and their origins say so (``text``: ``feed summary``).
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.errors import InputError
from sayso.report.document import Document
from sayso.report.draft import Draft
from sayso.report.encodings import clean, decode
from sayso.report.fragments import Pieces, lay, line, of_html, of_text

_REMEDY = "Fetch the feed again, or give the pages that it names."


def read_feed(document: Document) -> Iterator[Draft | InputError]:
    """RSS 0.9 to 2.0 and Atom; the items that a damaged feed still shows come first, the damage after them.

    Raises:
        InputError: too large; no feed; a feed without items.
    """
    feed = _parse(document)
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _of_entry(f"{document.name}#{number}", entry, feed.feed)
        except InputError as error:
            yield error
    damage = _damage(feed)
    if damage:
        raise InputError(document.name, f"The feed is damaged ({damage})", _REMEDY, code="malformed")
    if not feed.entries:
        raise _no_items(document.name)


def _parse(document: Document) -> Any:
    import feedparser

    data = document.data()
    fetched = document.fetched
    headers = dict(fetched.headers) if fetched else {}
    if fetched:
        headers["content-location"] = fetched.final_url  # what relative links are relative to
    try:
        # As a stream: text that looks like an address or a path would be opened.
        return feedparser.parse(io.BytesIO(data), response_headers=headers)
    except Exception as error:  # feedparser promises to raise nothing; its loose parser breaks that on rare input
        message = f"The feed cannot be parsed ({type(error).__name__}: {error})"
        raise InputError(document.name, message, _REMEDY, code="malformed") from error


def _damage(feed: Any) -> str | None:
    """In words, where part of the feed may be lost; a wrong declaration of the encoding loses nothing."""
    import feedparser

    error = feed.get("bozo_exception")
    if not feed.bozo or isinstance(error, (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)):
        return None
    where = getattr(error, "getLineNumber", lambda: None)()
    what = getattr(error, "getMessage", lambda: str(error))()
    return f"{what}, line {where}" if where else str(what)


def _no_items(name: str) -> InputError:
    return InputError(name, "The feed holds no items", "Give a feed that does, or the pages themselves.", code="empty")


def _of_entry(name: str, entry: Any, feed: Any) -> Draft:
    contents = [value for content in entry.get("content", ()) if (value := _body(content))]
    summary = _body(entry.get("summary_detail"))
    body = max([*contents, *([summary] if summary else [])], key=_size, default=[])
    title = _title(entry.get("title_detail")) or entry.get("title")
    source = entry.get("source") or {}
    outlet = source.get("title") or (feed.get("publisher_detail") or {}).get("name") or feed.get("title")
    language = next((c.language for c in entry.get("content", ()) if c.get("language")), None) or feed.get("language")
    updated = entry.updated if "updated" in entry else None  # its get() takes published for it, with a warning
    return _draft(
        name,
        title=title,
        body=body,
        part="summary" if body and _size(body) > max(map(_size, contents), default=0) else "content",
        authors=[a.get("name") for a in entry.get("authors", ())] or [entry.get("author")],
        published=entry.get("published") or entry.get("created") or updated,
        updated=updated,
        url=entry.get("link"),
        outlet=outlet,
        language=language,
        external_id=entry.get("id"),
    )


def _title(detail: Mapping[str, Any] | None) -> str | None:
    return " ".join(words for _, words in _body(detail)) or None


def _body(detail: Mapping[str, Any] | None) -> Pieces:
    value = (detail or {}).get("value") or ""
    if (detail or {}).get("type") == "text/plain" and "<" not in value:
        return of_text(value)
    return of_html(value) if value.strip() else []


def _size(pieces: Pieces) -> int:
    return sum(len(words) for _, words in pieces)


def read_json_feed(document: Document) -> Iterator[Draft | InputError]:
    """JSON Feed 1 and 1.1.

    Raises:
        InputError: too large; not valid JSON; a feed without items.
    """
    try:
        feed = json.loads(decode(document.name, document.data(), document.charset))
    except (ValueError, RecursionError) as error:
        raise InputError(document.name, f"This is not valid JSON ({error})", _REMEDY, code="malformed") from None
    items = feed.get("items") if isinstance(feed, Mapping) else None
    if not isinstance(items, list) or not items:
        raise _no_items(document.name)
    for number, item in enumerate(items, 1):
        name = f"{document.name}#{number}"
        try:
            if not isinstance(item, Mapping):
                raise InputError(name, "This is no item of a feed", _REMEDY, code="malformed")
            yield _of_item(name, item, feed)
        except InputError as error:
            yield error


def _of_item(name: str, item: Mapping[str, Any], feed: Mapping[str, Any]) -> Draft:
    html, plain, summary = (_string(item.get(key)) for key in ("content_html", "content_text", "summary"))
    body = of_html(html) if html else of_text(plain or summary or "")
    people = item.get("authors") or item.get("author") or feed.get("authors") or feed.get("author")
    people = people if isinstance(people, list) else [people]
    return _draft(
        name,
        title=_string(item.get("title")),
        body=body,
        part="content" if html or plain else "summary",
        authors=[_string(person.get("name")) for person in people if isinstance(person, Mapping)],
        published=_string(item.get("date_published")) or _string(item.get("date_modified")),
        updated=_string(item.get("date_modified")),
        url=_string(item.get("url")) or _string(item.get("external_url")),
        outlet=_string(feed.get("title")),
        language=_string(item.get("language")) or _string(feed.get("language")),
        external_id=_string(item.get("id")),
    )


def _string(value: object) -> str | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)  # ids of early feeds are numbers
    return value if isinstance(value, str) and value.strip() else None


def _draft(name: str, *, title: str | None, body: Pieces, part: str, authors: list[str | None], **told: Any) -> Draft:
    """Raises InputError where the item holds neither title nor text."""
    headline = line(title) if title else None
    laid = lay(headline, None, body)
    if not laid.text:
        raise InputError(name, "The item holds no text", "Give the page that it names.", code="empty")
    values: dict[str, Any] = {key: line(str(value)) for key, value in told.items() if value and str(value).strip()}
    if not values.get("url", "http").startswith("http"):
        del values["url"]
    if "language" in values:
        values["language"] = values["language"].replace("_", "-").split("-")[0].lower()[:3]
    if values.get("updated") == values.get("published"):
        values.pop("updated", None)
    byline = tuple(dict.fromkeys(line(clean(author)) for author in authors if author and author.strip()))
    origins = dict.fromkeys(values, "feed")
    origins["text"] = f"feed {part}" if body else "feed title"
    if headline:
        origins["headline"] = "feed"
    if byline:
        origins["byline"] = "feed"
    return Draft(laid.text, headline=headline, byline=byline, blocks=laid.blocks, origins=origins, name=name, **values)
