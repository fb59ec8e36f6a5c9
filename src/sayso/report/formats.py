"""The formats that Sayso reads, in the order in which they are tried: one line a format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from sayso.errors import InputError
from sayso.report.document import Document
from sayso.report.draft import Draft

Read = Callable[[Document], Iterator[Draft | InputError]]

_BLANK = b"\xef\xbb\xbf \t\r\n"
_JSON = re.compile(rb"\{\s*(?:\"|\})|\[\s*[\{\]]")
_NINJS = re.compile(
    rb"(?=[^<]*\"uri\"\s*:)(?=.*\"(?:\w*ninjs\"|(?:version_?created|bodies|body_\w+|headlines|descriptions|representation_?type)\"\s*:))",
    re.IGNORECASE | re.DOTALL,
)
_JSON_FEED = re.compile(rb"\{.*\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org", re.DOTALL)
_ARCHIVE = re.compile(rb"WARC/\d|filedesc:|\x1f\x8b")
_XML = re.compile(rb"<\?xml\b")
#: What may stand before the root of an XML document.
_PROLOGUE = rb"(?:\s*<(?:!--.{0,2000}?--|\?[^>]{0,500}|!DOCTYPE[^>]{0,500})>){0,9}\s*"
_FEED = re.compile(_PROLOGUE + rb"<(?:rss|feed|(?:\w+:)?RDF)\b", re.IGNORECASE | re.DOTALL)
_NEWSML = re.compile(
    _PROLOGUE
    + rb"<(?:\w+:)?(?:news(?:Item|Message)|(?:package|concept|knowledge|planning|catalog)Item|content(?:Set|Meta)|"
    rb"groupSet|nitf)\b",
    re.DOTALL,
)
_HTML = re.compile(
    rb"(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*){0,5}"
    rb"<(?:!doctype\s+html|(?:html|head|body|article|main|section|div|p|h1|meta|title)\b)",
    re.IGNORECASE | re.DOTALL,
)
#: Headers of an e-mail, one of them such as no person types.
_MAIL = re.compile(
    rb"(?=(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:Message-ID|MIME-Version|Received|Content-Transfer-Encoding):)"
    rb"(?=(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?From:)[!-9;-~]+:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Format:
    """``sniff`` looks at the first bytes (NULs of UTF-16 and leading blanks removed); else the file name's suffix or
    the media type decides. ``reader`` is ``module:function``, imported on first use, a :data:`Read`: it yields a draft
    or an error for each report, and raises where the whole input cannot be read."""

    name: str
    reader: str
    sniff: Callable[[bytes], object] | None = None
    suffixes: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()

    def read(self, document: Document) -> Iterator[Draft | InputError]:
        module, function = self.reader.split(":")
        read: Read = getattr(import_module(module), function)
        return read(document)


PLAIN = Format("plain text", "sayso.report.plain:read_plain", suffixes=(".txt", ".text"), media_types=("text/plain",))
FORMATS = (
    Format("WARC", "sayso.report.warc:read_archive", _ARCHIVE.match, (".warc", ".arc", ".gz"), ("application/warc",)),
    Format("JSON Feed", "sayso.report.feeds:read_json_feed", _JSON_FEED.match, (), ("application/feed+json",)),
    Format("ninjs", "sayso.report.ninjs:read_ninjs", _NINJS.match),
    Format("Parquet", "sayso.report.parquet:read_parquet", re.compile(rb"PAR1").match, (".parquet",)),
    Format("JSON Lines", "sayso.report.records:read_lines", None, (".jsonl", ".ndjson"), ("application/x-ndjson",)),
    Format("JSON", "sayso.report.records:read_json", _JSON.match, (".json",), ("application/json",)),
    Format(
        "RSS or Atom",
        "sayso.report.feeds:read_feed",
        _FEED.match,
        (".rss", ".atom"),
        ("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
    ),
    Format("NewsML-G2", "sayso.report.newsml:read_newsml", _NEWSML.match),
    Format(
        "HTML",
        "sayso.report.page:read_page",
        _HTML.match,
        (".html", ".htm", ".xhtml"),
        ("text/html", "application/xhtml+xml"),
    ),
    Format("e-mail", "sayso.report.mail:read_mail", _MAIL.match, (".eml",), ("message/rfc822",)),
    Format("XML", "sayso.report.newsml:refuse_xml", _XML.match, (".xml",), ("text/xml", "application/xml")),
    PLAIN,
)


def format_of(document: Document, path: str | None) -> Format:
    """By what the document begins with, else by its name or media type, else plain text.

    JSON Lines is known by its name alone: an object a line looks like one object at first.
    """
    suffix = "." + path.rsplit(".", 1)[-1].lower() if path and "." in path else ""
    named = next((form for form in FORMATS if suffix in form.suffixes), None)
    if named and named.sniff is None and named is not PLAIN:
        return named
    head = document.head()
    start = (head.replace(b"\0", b"").lstrip(b"\xff\xfe") if b"\0" in head[:64] else head).lstrip(_BLANK)
    sniffed = next((form for form in FORMATS if form.sniff and form.sniff(start)), None)
    typed = next((form for form in FORMATS if document.media_type in form.media_types), None)
    return sniffed or named or typed or PLAIN
