"""NewsML-G2: every news item of a message, or a single one, with XHTML or NITF inside; and NITF by itself.

Read with lxml: the ``newsmlg2`` package covers the metadata but not the content, and refuses damaged files.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from sayso.errors import InputError
from sayso.patterns import kept
from sayso.report.document import Document
from sayso.report.draft import Draft
from sayso.report.encodings import clean
from sayso.report.fragments import Pieces, lay, line, name_of, of_element, of_html, of_text, people, xml_parser

_REMEDY = "Give news items as the agency delivers them."
_WITHDRAWN = {"canceled": "withdrawn", "cancelled": "withdrawn", "withheld": "withheld"}
_COMPANY = kept(r",? (?:GmbH|AG|LLC|LLP|Inc\.?|Ltd\.?|plc)$")
_OTHERS = {
    "packageitem": "a package, which only lists other items", "conceptitem": "a concept item",
    "knowledgeitem": "a knowledge item", "planningitem": "a planning item", "catalogitem": "a catalogue",
    "newsmessage": "a message without news items",
}  # fmt: skip


def read_newsml(document: Document) -> Iterator[Draft | InputError]:
    """A draft or error for each news item; where the XML is damaged, what can still be read, then the damage.

    Raises:
        InputError: too large; no news item; damage.
    """
    data = document.data()
    damage = None
    try:
        root = etree.fromstring(data, parser=xml_parser(recover=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        damage = str(error)
        try:
            root = etree.fromstring(data, parser=xml_parser(recover=True))
        except (etree.XMLSyntaxError, ValueError):
            root = None
    items = _items(root) if root is not None else []
    for number, item in enumerate(items, 1):
        name = f"{document.name}#{number}" if len(items) > 1 else document.name
        try:
            yield _draft(name, item)
        except InputError as error:
            yield error
    if damage:
        message = f"The XML is damaged ({damage}); what comes after may be lost"
        raise InputError(document.name, message, "Get the file again.", code="malformed")
    if not items:
        what = _OTHERS.get(name_of(root) if root is not None else "", "a part of NewsML-G2 without a text")
        raise InputError(document.name, f"This is {what}, not a report", _REMEDY, code="no-article")


def refuse_xml(document: Document) -> Iterator[Draft | InputError]:
    """XML that no reader knows is told, rather than read as plain text with its tags.

    Raises:
        InputError: always.
    """
    message = "This is XML of a kind that is not read"
    raise InputError(document.name, message, "Give RSS, Atom, NewsML-G2, NITF, HTML or plain text.", code="format")


def _items(root: etree._Element) -> list[etree._Element]:
    """News items; a content set or NITF document by itself counts as one."""
    found = list(root.iter("{*}newsItem"))
    return found or ([root] if name_of(root) in ("contentset", "nitf") else [])


def _draft(name: str, item: etree._Element) -> Draft:
    """Raises InputError where the item holds no text or must not be used."""
    status = _code(_first(item, "itemMeta/pubStatus"))
    if status in _WITHDRAWN:
        remedy = "Leave it out, or ask the agency."
        raise InputError(name, f"The agency has {_WITHDRAWN[status]} this item", remedy, code="withdrawn")
    headline = _words(_first(item, "contentMeta/headline")) or _words(next(item.iter("{*}hl1"), None))
    headline = headline or _words(next(item.iter("{*}h1"), None))
    body, part = _body(item), "content"
    if not body:
        body, part = _description(item), "description"
    corrected = _correction(item)
    deck = _words(next(item.iter("{*}abstract"), None))
    laid = lay(headline, deck, [*body, *(("correction", words) for words in corrected)])
    if not laid.text or not (body or headline):
        raise InputError(name, "The item holds no text", _REMEDY, code="empty")
    values = _told(item)
    byline = _byline(item)
    origins = dict.fromkeys(values, "newsml-g2")
    origins["text"] = f"newsml-g2 {part}" if body else "newsml-g2 headline"
    for field, given in (("headline", headline), ("byline", byline), ("deck", deck)):
        if given:
            origins[field] = "newsml-g2"
    signals = (_code(signal) for signal in item.iterfind("{*}itemMeta/{*}signal"))
    version = " ".join(filter(None, (item.get("version"), *signals)))
    if version:
        origins["version"] = f"newsml-g2 {version}"
    return Draft(
        laid.text, headline=headline, deck=(deck,) if deck else (), byline=byline, blocks=laid.blocks, origins=origins,
        name=name, **values,
    )  # fmt: skip


def _told(item: etree._Element) -> dict[str, Any]:
    first = _words(_first(item, "itemMeta/firstCreated")) or _words(_first(item, "contentMeta/contentCreated"))
    version = _words(_first(item, "itemMeta/versionCreated"))
    tag = _first(item, "contentMeta/language")
    language = (tag.get("tag") if tag is not None else None) or item.get("{http://www.w3.org/XML/1998/namespace}lang")
    guid = (item.get("guid") or "").strip()
    provider = _first(item, "itemMeta/provider")
    told = {
        "published": first or version,
        "updated": version if first and version != first else None,
        "outlet": _named(provider) or _words(_first(item, "contentMeta/creditline")),
        "language": (language or "").split("-")[0].lower() or None,
        "external_id": guid or None,
        "url": guid if guid.startswith(("http://", "https://")) else None,
    }
    return {key: value for key, value in told.items() if value}


def _body(item: etree._Element) -> Pieces:
    """The fullest rendering of the text; marked-up ones go before plain ones, which are wrapped at 70 columns."""
    if name_of(item) == "nitf":
        return of_element(item)
    marked = [of_element(e) for e in item.iter("{*}inlineXML") if len(e)]
    whole = [pieces for pieces in marked if pieces]
    if not whole:
        whole = [_plain(e) for e in item.iter("{*}inlineData") if "text/" in (e.get("contenttype") or "text/")]
    return max(whole, key=lambda pieces: sum(len(words) for _, words in pieces), default=[])


def _plain(element: etree._Element) -> Pieces:
    text = clean("".join(element.itertext()))
    return of_html(text) if "html" in (element.get("contenttype") or "") else of_text(text)


def _description(item: etree._Element) -> Pieces:
    given = item.iterfind("{*}contentMeta/{*}description")
    return [("paragraph", words) for element in given if (words := _words(element))][:1]


def _correction(item: etree._Element) -> list[str]:
    """What the agency says that it corrected, where the item is sent as a correction."""
    signals = {_code(signal) for signal in item.iterfind("{*}itemMeta/{*}signal")}
    if "correction" not in signals:
        return []
    notes = item.iterfind("{*}itemMeta/{*}edNote")
    roles = {_code(note, "role"): words for note in reversed(list(notes)) if (words := _words(note))}
    told = roles.get("correction") or roles.get("correctionshort") or roles.get("")
    return [told] if told else []


def _byline(item: etree._Element) -> tuple[str, ...]:
    stated = _words(_first(item, "contentMeta/by")) or _words(next(item.iter("{*}byline"), None))
    stated = stated or next((_words(e) for e in item.iter("{*}p") if "byline" in (e.get("class") or "").split()), None)
    if stated:
        return people(stated)
    creators = (_named(creator) for creator in item.iterfind("{*}contentMeta/{*}creator"))
    # A word without a space is an account's name, not a person's.
    return tuple(dict.fromkeys(name for name in creators if name and " " in name))


def _first(item: etree._Element, path: str) -> etree._Element | None:
    return item.find("/".join(f"{{*}}{step}" for step in path.split("/")))


def _words(element: etree._Element | None) -> str | None:
    return line("".join(element.itertext())) or None if element is not None else None


def _code(element: etree._Element | None, attribute: str = "qcode") -> str:
    """``stat:usable`` to ``usable``; empty where there is none."""
    value = element.get(attribute) or element.get("uri") or "" if element is not None else ""
    return value.rsplit(":", 1)[-1].rsplit("/", 1)[-1].lower()


def _named(element: etree._Element | None) -> str | None:
    """The name of a party, else the literal or the code after the colon."""
    if element is None:
        return None
    name = _COMPANY.sub("", _words(_first(element, "name")) or element.get("literal") or "")
    return name or (element.get("qcode") or "").rpartition(":")[2] or None
