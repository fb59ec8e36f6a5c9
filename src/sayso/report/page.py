"""An HTML page to a draft: the main text by trafilatura, what the page says of itself by :mod:`metadata`.

The text is headline, deck, and the body's blocks, separated by blank lines, entities decoded, white space collapsed.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import lxml.html
from lxml.etree import LxmlError, _Element

from sayso.errors import InputError
from sayso.patterns import kept
from sayso.report.document import Document, too_large
from sayso.report.draft import Draft
from sayso.report.encodings import clean, decode
from sayso.report.markup import BREAK, CAPTION, lines, unjoined
from sayso.report.metadata import Metadata, read_metadata
from sayso.types import Block, Span

_LARGEST = 8_000_000  # bytes: pages beyond are data in HTML's clothes, and extraction takes minutes on them
_BLOCK_TAGS = frozenset(
    ["p", "head", "list", "item", "quote", "table", "row", "cell", "code", "div", "figure", "graphic"]
)
_HIDDEN = kept(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONTROLS = dict.fromkeys(set(range(32)) - {9, 10, 13})  # what XML, and so lxml, cannot hold
_FEWEST = 8  # words of a main text

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports every thin page as an error
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_page(document: Document) -> Iterator[Draft | InputError]:
    """One draft.

    Raises:
        InputError: binary, too large, or a page with no article in it.
    """
    data = document.data()
    if len(data) > _LARGEST:
        raise too_large(document.name, min(_LARGEST, document.options.limit))
    html = decode(document.name, data, document.charset)
    tree = _parse(html)
    if tree is None:
        raise _no_article(document.name)
    told = read_metadata(tree)
    pieces = _main_text(tree) or _paragraphs_of(told.body)
    if told.body and len(told.body) > 2 * sum(len(words) for _, words in pieces):
        pieces = _paragraphs_of(told.body)
    if sum(len(words.split()) for _, words in pieces) < _FEWEST:
        raise _no_article(document.name)
    if not told.published:
        told.offer("published", _date_in_markup(html), "htmldate")
    yield _draft(document, told, pieces)


def _no_article(name: str) -> InputError:
    remedy = "Give the address of one article; where scripts load its text, save the page from a browser and give that."
    return InputError(name, "The page holds no article", remedy, code="no-article")


def _parse(html: str) -> lxml.html.HtmlElement | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(html.translate(_CONTROLS).encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        return None


def _main_text(tree: lxml.html.HtmlElement) -> list[tuple[str, str]]:
    """(role, words) of the article's blocks in order; empty where the extraction finds none."""
    from trafilatura import bare_extraction

    _drop_hidden(tree)
    _keep_captions(tree)
    try:
        found = bare_extraction(tree, include_comments=False, include_tables=True)
    except (RecursionError, LxmlError, ValueError, TypeError, AttributeError):
        return []  # its own slips on damaged trees; the page may still carry its text as data
    body = getattr(found, "body", None)
    return unjoined(tree, list(_blocks(body))) if body is not None else []


def _drop_hidden(tree: lxml.html.HtmlElement) -> None:
    for element in list(tree.iter("div", "p", "span", "section", "aside", "ul", "li", "a", "article")):
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        if hidden and element.getparent() is not None:
            element.drop_tree()


def _keep_captions(tree: lxml.html.HtmlElement) -> None:
    """The extraction drops figures: their captions are put after them as marked paragraphs."""
    for caption in list(tree.iter("figcaption")):
        words = " ".join(caption.text_content().split())
        figure = caption.getparent()
        if figure is None or figure.tag != "figure" or figure.getparent() is None or len(words.split()) < 4:
            continue
        paragraph = lxml.html.Element("p")
        paragraph.text = CAPTION + words
        figure.addnext(paragraph)


def _blocks(element: _Element) -> Iterator[tuple[str, str]]:
    """The extraction's body is flat but for lists, tables and quotations; loose text between blocks is kept."""
    loose: list[str] = [element.text or ""]
    for child in element:
        if child.tag not in _BLOCK_TAGS:
            loose.append("".join(_inline(child)))
        else:
            yield from lines("paragraph", loose)
            loose = []
            is_row = child.tag == "row" and not any(part.tag in _BLOCK_TAGS for cell in child for part in cell)
            if not is_row and any(part.tag in _BLOCK_TAGS for part in child):
                yield from _blocks(child)
            elif is_row:
                cells = (" ".join("".join(_inline(cell)).split()) for cell in child)
                yield from lines("paragraph", [" | ".join(filter(None, cells))])
            else:
                yield from lines("subhead" if child.tag == "head" else "paragraph", list(_inline(child)))
        loose.append(child.tail or "")
    yield from lines("paragraph", loose)


def _inline(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield BREAK
        else:
            yield from _inline(child)
        yield child.tail or ""


def _paragraphs_of(body: str | None) -> list[tuple[str, str]]:
    """JSON-LD's articleBody, which may itself hold markup."""
    if not body:
        return []
    tree = _parse(f"<div>{body}</div>") if "<" in body else None
    text = "\n".join(tree.itertext()) if tree is not None else body
    return [("paragraph", " ".join(line.split())) for line in text.split("\n") if line.strip()]


def _date_in_markup(html: str) -> str | None:
    from htmldate import find_date

    try:
        found = find_date(html, original_date=True, extensive_search=False)
    except (ValueError, TypeError, LxmlError, RecursionError):
        return None
    return str(found) if found else None


def _draft(document: Document, told: Metadata, pieces: list[tuple[str, str]]) -> Draft:
    parts: list[tuple[str, str]] = []
    headline, deck = (" ".join(clean(words or "").split()) for words in (told.headline, told.deck))
    if headline:
        parts.append(("headline", headline))
    if deck and deck != headline:
        parts.append(("deck", deck))
    opening = {words for _, words in parts}
    for index, (role, words) in enumerate(pieces):
        if index < 6 and words in opening:  # the page's own heading, extracted once more
            continue
        parts.append((role, clean(words)))
    text, blocks = "", []
    for role, words in parts:
        begin = len(text) + (2 if text else 0)
        text = f"{text}\n\n{words}" if text else words
        blocks.append(Block(role, Span(begin, begin + len(words))))
    return Draft(
        text,
        headline=headline or None,
        deck=(deck,) if deck and deck != headline else (),
        byline=told.byline,
        published=told.published,
        updated=told.updated,
        url=told.url,
        outlet=told.outlet,
        language=told.language,
        blocks=tuple(blocks),
        origins=told.origins,
        name=document.name,
        fetched=document.fetched,
    )
