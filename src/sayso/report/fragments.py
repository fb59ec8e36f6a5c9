"""The body of a feed item or wire (HTML, XHTML or NITF) to blocks, and blocks to a report's text.

Such bodies hold the article and little else, so nothing is guessed away: what the markup says decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import lxml.html
from lxml import etree

from sayso.patterns import kept
from sayso.report.encodings import clean
from sayso.types import Block, Span

_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "hl2"), "subhead"),
    **dict.fromkeys(("figcaption", "media-caption"), "caption"),
}
_BLOCKS = frozenset(
    ["p", "div", "section", "article", "main", "body", "body.content", "blockquote", "bq", "block", "ul", "ol", "li",
     "dl", "dt", "dd", "table", "tbody", "thead", "tfoot", "tr", "caption", "figure", "pre", "hr", "media", "address",
     "center", "fieldset", "aside", *_ROLES],
)  # fmt: skip
_SKIPPED = frozenset(
    ["script", "style", "head", "header", "nav", "template", "noscript", "iframe", "svg", "object", "form", "button",
     "select", "textarea", "media-metadata", "media-producer", "body.head", "body.end", "time"],
)  # fmt: skip
#: Notes to the desk that agencies put beside the text, at times marked as not for publication.
_DESK = kept(r"(?:^|\s)(?:notepad|np-\S+|\S*nonpublic|closingline|genre|slugline)(?:\s|$)")
_ENDS = kept(r"[.!?:…][”\"’'»)\]]*\s*$")
_BY = kept(r"\A(?:by|von|par|por|di|door|av)\b:?\s*", re.IGNORECASE)
_BREAK = "\ue001"  # private use: a line break in running text
_CONTROLS = dict.fromkeys(set(range(32)) - {9, 10, 13})  # what XML, and so lxml, cannot hold

Pieces = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Laid:
    """``text`` is headline, deck and body, separated by blank lines; ``blocks`` are the roles in it."""

    text: str
    blocks: tuple[Block, ...]


def lay(headline: str | None, deck: str | None, pieces: Sequence[tuple[str, str]]) -> Laid:
    """Joins what goes into a report's text; a headline or deck that the body repeats at its beginning goes in once."""
    parts = [(role, line(words)) for role, words in (("headline", headline), ("deck", deck)) if words]
    opening = {words for _, words in parts}
    parts += [piece for number, piece in enumerate(pieces) if number >= 6 or piece[1] not in opening]
    text, blocks = "", []
    for role, words in parts:
        begin = len(text) + (2 if text else 0)
        text = f"{text}\n\n{words}" if text else words
        blocks.append(Block(role, Span(begin, begin + len(words))))
    return Laid(text, tuple(blocks))


def people(byline: str | None) -> tuple[str, ...]:
    """``By Ann Reed and Ben Oak`` to its people, as they are written."""
    return tuple(filter(None, map(str.strip, re.split(r"\s+(?:and|und|et|y|&)\s+", _BY.sub("", line(byline or ""))))))


def line(words: str) -> str:
    """One line, white space collapsed."""
    return " ".join(clean(words).split())


def of_text(text: str) -> Pieces:
    """Plain text: paragraphs at blank lines; where there are none, every line is one."""
    text = clean(text)
    parts = re.split(r"\n\s*\n", text) if re.search(r"\n\s*\n", text.strip()) else text.split("\n")
    return [("paragraph", words) for part in parts if (words := line(part))]


def of_html(html: str) -> Pieces:
    """A piece of HTML, well-formed or not, or plain text with entities."""
    tree = parse_html(html)
    return of_element(tree) if tree is not None else []


def parse_html(html: str) -> lxml.html.HtmlElement | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = f"<div>{html.translate(_CONTROLS)}</div>".encode("utf-8", "replace")
    try:
        return lxml.html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def of_nitf(xml: str) -> tuple[etree._Element | None, Pieces]:
    """The root of a NITF document and its body; (None, []) where it is none."""
    try:
        root = etree.fromstring(xml.encode("utf-8", "replace"), parser=xml_parser(recover=True))
    except (etree.LxmlError, ValueError):
        return None, []
    return root, of_element(root) if root is not None else []


def xml_parser(*, recover: bool) -> etree.XMLParser:
    """Nothing is loaded from elsewhere and no entity is expanded."""
    return etree.XMLParser(resolve_entities=False, no_network=True, recover=recover, remove_comments=True,
                           remove_pis=True)  # fmt: skip


def of_element(root: etree._Element) -> Pieces:
    """The blocks below ``root``: of its part marked as the main one, where there is one, else of all."""
    main = next((e for e in root.iter("{*}section", "{*}article", "{*}div", "{*}body.content") if _is_main(e)), root)
    return list(_blocks(main))


def name_of(element: etree._Element) -> str:
    """Local name, lower case; empty for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _is_main(element: etree._Element) -> bool:
    classes = (element.get("class") or "").split()
    return "main" in classes or name_of(element) == "body.content" or element.get("itemprop") == "articleBody"


def _is_desk(element: etree._Element) -> bool:
    return name_of(element) in _SKIPPED or bool(_DESK.search(element.get("class") or ""))


def _blocks(element: etree._Element) -> Iterator[tuple[str, str]]:
    role = _ROLES.get(name_of(element), "paragraph")
    loose: list[str] = [element.text or ""]
    for child in element:
        name = name_of(child)
        if _is_desk(child):
            pass
        elif name == "tr":
            yield from _lines(role, loose)
            loose = []
            cells = (line("".join(cell.itertext())) for cell in child)
            yield from _lines("paragraph", [" | ".join(filter(None, cells))])
        elif name in _BLOCKS or _holds_blocks(child):
            yield from _lines(role, loose)
            loose = []
            yield from _blocks(child)
        else:
            loose.extend(_inline(child))
        loose.append(child.tail or "")
    yield from _lines(role, loose)


def _holds_blocks(element: etree._Element) -> bool:
    return any(name_of(below) in _BLOCKS for below in element.iterdescendants())


def _inline(element: etree._Element) -> Iterator[str]:
    if name_of(element) == "br":
        yield _BREAK
        return
    yield element.text or ""
    for child in element:
        if not _is_desk(child):
            yield from _inline(child)
        yield child.tail or ""


def _lines(role: str, words: list[str]) -> Iterator[tuple[str, str]]:
    """Line breaks part paragraphs where two follow one another or a sentence ends before them."""
    pending = ""
    for part in line("".join(words)).replace(f"{_BREAK} {_BREAK}", _BREAK * 2).split(_BREAK):
        pending = f"{pending} {part.strip()}".strip()
        if pending and (not part.strip() or _ENDS.search(pending)):
            yield role, pending
            pending = ""
    if pending:
        yield role, pending
